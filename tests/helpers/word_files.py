"""Word files taken apart and put together again: to look inside, and to make hostile templates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from app.documents.word.names import RELATIONS, WORD, W
from app.documents.word.writer import own_template

DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"
RELATED = "word/_rels/document.xml.rels"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PLACES = ("body", "header", "footer", "footnote", "properties")


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of a zipped document by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def tree(data: bytes, part: str = DOCUMENT) -> etree._Element:
    """The root of one part."""
    return etree.fromstring(parts_of(data)[part])


def words(data: bytes, part: str = DOCUMENT) -> str:
    """The words of one part, a line a paragraph."""
    lines = []
    for paragraph in tree(data, part).iter(f"{W}p"):
        pieces = []
        for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
            pieces.append({f"{W}br": "\n", f"{W}tab": "\t"}.get(str(element.tag), element.text))
        lines.append("".join(piece or "" for piece in pieces))
    return "\n".join(lines)


def styled(data: bytes, style: str) -> list[str]:
    """The words of every paragraph in the style with this id."""
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in tree(data).iter(f"{W}p")
        if style_of(paragraph) == style
    ]


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def paragraph(text: str) -> str:
    """A paragraph of `text`, which may hold tags; escaped for XML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:p><w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>'


def a_template(body: str = "", **changed: str) -> bytes:
    """Our template for papers with other contents: `header`, `footer`, `footnote` or `title`."""
    parts = parts_of(own_template("Papers"))
    parts[DOCUMENT] = _with_body(body or paragraph("{{ heading }}"))
    if "header" in changed:
        parts["word/header1.xml"] = _rooted("hdr", changed["header"])
    if "footer" in changed:
        parts["word/footer1.xml"] = _rooted("ftr", changed["footer"])
    if "footnote" in changed:
        note = f'<w:footnote w:id="2">{changed["footnote"]}</w:footnote>'
        add_part(parts, "word/footnotes.xml", _rooted("footnotes", note), "footnotes")
    if "title" in changed:
        parts["docProps/core.xml"] = _core(changed["title"])
        relate(parts, "_rels/.rels", "docProps/core.xml", _CORE_RELATION)
        _declare(parts, "docProps/core.xml", _CORE_TYPE)
    return zipped(parts)


def template_with(payload: str, place: str) -> bytes:
    """A template with `payload` in one of `PLACES`."""
    if place == "body":
        return a_template(paragraph(payload))
    if place == "properties":
        return a_template(title=payload)
    return a_template(**{place: paragraph(payload)})


def add_part(parts: dict[str, bytes], name: str, content: bytes, kind: str) -> None:
    """Add a part of Word's own kind to the document, with its type and relation."""
    parts[name] = content
    relate(parts, RELATED, name.removeprefix("word/"), f"{RELATIONS}/{kind}")
    _declare(parts, name, f"{MAIN_TYPE}.{kind}+xml")


def relate(
    parts: dict[str, bytes], where: str, target: str, kind: str, external: bool = False
) -> None:
    """Add a relation to the part `where`."""
    mode = ' TargetMode="External"' if external else ""
    added = f'<Relationship Id="added{len(parts)}" Type="{kind}" Target="{target}"{mode}/>'
    parts[where] = parts[where].replace(
        b"</Relationships>", added.encode("utf-8") + b"</Relationships>"
    )


def _declare(parts: dict[str, bytes], name: str, kind: str) -> None:
    added = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    parts[TYPES] = parts[TYPES].replace(b"</Types>", added.encode("utf-8"))


def _with_body(body: str) -> bytes:
    source = parts_of(own_template("Papers"))[DOCUMENT].decode("utf-8")
    start, end = source.index("<w:body>") + len("<w:body>"), source.rindex("<w:sectPr>")
    return (source[:start] + body + source[end:]).encode("utf-8")


def _rooted(name: str, inner: str) -> bytes:
    return f'<w:{name} xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{inner}</w:{name}>'.encode()


_CORE_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def _core(title: str) -> bytes:
    escaped = title.replace("&", "&amp;").replace("<", "&lt;")
    return (
        '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp='
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<dc:title>{escaped}</dc:title><dc:creator>{escaped}</dc:creator></cp:coreProperties>"
    ).encode()
