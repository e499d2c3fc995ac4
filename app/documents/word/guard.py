"""What a Word file from outside may hold before anything of it is read as a template.

Limits come first, then the list of what a template is made of; everything not on the list is
refused, so that what Word may learn to run tomorrow is refused too.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from lxml import etree

from app.documents.limits import MAX_BYTES, MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED
from app.documents.word.fields import check_fields
from app.documents.word.names import R, W
from app.documents.word.tags import check_tags
from app.domain.errors import UserError

RATIO_FROM = 1_000_000
"""Bytes below which no ratio is a bomb."""
LINK_SCHEMES = frozenset({"http", "https", "mailto"})

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

KEPT = frozenset(
    {
        "officeDocument", "styles", "settings", "webSettings", "fontTable", "theme", "numbering",
        "header", "footer", "footnotes", "endnotes", "image", "hyperlink", "font",
    }
)  # fmt: skip
"""The kinds of parts that a document is made of."""

LEFT_OUT = frozenset(
    {
        "core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml",
        "customXmlProps", "glossaryDocument", "stylesWithEffects", "people", "printerSettings",
        "commentsIds", "commentsExtensible", "commentsExtended", "keyMapCustomizations",
        "classificationlabels", "documenttasks",
    }
)  # fmt: skip
"""What may be there and is not copied into the documents: who wrote it, and Word's own notes."""

REFUSED: Mapping[str, str] = {
    "vbaProject": "word_template_macros",
    "wordVbaData": "word_template_macros",
    "attachedToolbars": "word_template_macros",
    "oleObject": "word_template_embedded",
    "package": "word_template_embedded",
    "control": "word_template_embedded",
    "activeXControlBinary": "word_template_embedded",
    "attachedTemplate": "word_template_remote",
    "aFChunk": "word_template_remote",
    "subDocument": "word_template_remote",
    "frame": "word_template_remote",
    "mailMergeSource": "word_template_remote",
    "recipientData": "word_template_remote",
    "comments": "word_template_reviewing",
}

_ELEMENTS: Mapping[str, str] = {
    "object": "word_template_embedded",
    "control": "word_template_embedded",
    "OLEObject": "word_template_embedded",
    "altChunk": "word_template_remote",
    "subDoc": "word_template_remote",
    "attachedTemplate": "word_template_remote",
    "mailMerge": "word_template_remote",
    "frameset": "word_template_remote",
}
SPEAKING = frozenset(f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes"))
"""The roots of the parts whose words end up on paper."""

_PICTURE_SOURCES = ("src", "href")
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_TYPE = re.compile(r"macroEnabled|vbaProject|vbaData|ms-office\.activeX", re.I)
_ENCODING = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)", re.I)


def check_template(data: bytes) -> None:
    """Nothing in the template can run, reach out or overflow; `UserError` says what could."""
    parts = _unpacked(data)
    trees = {name: _tree(name, part) for name, part in parts.items() if _is_xml(name)}
    _check_types(trees.get("[Content_Types].xml"))
    for name, tree in trees.items():
        if name.lower().endswith(".rels"):
            _check_relations(name, tree)
        else:
            _check_elements(tree)
            check_fields(tree)
        if tree.tag in SPEAKING:
            check_tags(tree)
    if not any(
        tree.tag == f"{W}document" and tree.find(f"{W}body") is not None for tree in trees.values()
    ):
        raise UserError("word_template_not_word")


def parse(xml: bytes | str) -> etree._Element:
    """The tree of `xml`; no entity is looked up, and nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    return etree.fromstring(xml, parser)


def relation_kind(kind: str) -> str:
    """The last word of a relation's type, which names it in both dialects of the format."""
    return kind.rsplit("/", 1)[-1]


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > MAX_BYTES:
        raise UserError("word_template_too_large", most=MAX_BYTES)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries)
            if len({entry.filename.lower() for entry in entries}) < len(entries):
                raise UserError("word_template_not_word")
            return {entry.filename: _read(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError) as error:
        raise UserError("word_template_not_word") from error
    except (RuntimeError, ValueError, zipfile.LargeZipFile, zlib.error) as error:
        raise UserError("word_template_not_word") from error


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise UserError("word_template_too_large", most=MAX_UNPACKED)
    if unpacked > RATIO_FROM and unpacked > MAX_RATIO * max(packed, 1):
        raise UserError("word_template_too_large", most=MAX_UNPACKED)
    for entry in entries:
        if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise UserError("word_template_too_large", most=MAX_UNPACKED)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The entry's bytes, never more than it says that it holds."""
    with archive.open(entry) as file:
        return file.read(entry.file_size)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _tree(name: str, part: bytes) -> etree._Element:
    declared = _ENCODING.match(part)
    encoding = declared.group(1).lower() if declared else b"utf-8"
    if encoding not in (b"utf-8", b"us-ascii", b"ascii") or b"\0" in part or b"<!DOCTYPE" in part:
        raise UserError("word_template_damaged", part=name)
    try:
        return parse(part)
    except etree.XMLSyntaxError as error:
        raise UserError("word_template_damaged", part=name) from error


def _check_types(types: etree._Element | None) -> None:
    if types is None:
        raise UserError("word_template_not_word")
    kinds = {str(element.get("ContentType", "")): element for element in types.iter("*")}
    if any(_MACRO_TYPE.search(kind) for kind in kinds):
        raise UserError("word_template_macros")
    if _DOCUMENT_TYPE not in kinds:
        raise UserError("word_template_not_word")
    for element in types.iter("*"):
        named = str(element.get("PartName") or f".{element.get('Extension', 'xml')}")
        if str(element.get("ContentType", "")).endswith("xml") and not _is_xml(named):
            raise UserError("word_template_strange_part", part=named[:200])


def _check_relations(part: str, tree: etree._Element) -> None:
    for relation in tree.iter(_RELATION):
        if not all(relation.get(name) for name in ("Id", "Type", "Target")):
            raise UserError("word_template_damaged", part=part)
        address = str(relation.get("Type", ""))
        kind = relation_kind(address)
        target = str(relation.get("Target", ""))
        if kind in REFUSED:
            raise UserError(REFUSED[kind])
        is_link = kind == "hyperlink"
        if relation.get("TargetMode") == "External" or is_link:
            if not is_link or not _is_safe_link(target):
                raise UserError("word_template_external", address=target[:200])
        elif kind not in KEPT | LEFT_OUT:
            raise UserError("word_template_strange_part", part=target[:200])


def _is_safe_link(target: str) -> bool:
    try:
        scheme = urlsplit(target).scheme.lower()
    except ValueError:
        return False
    return scheme in LINK_SCHEMES or target.startswith("#")


def _check_elements(tree: etree._Element) -> None:
    for element in tree.iter("*"):
        name = etree.QName(element).localname
        if name in _ELEMENTS and (name == "OLEObject" or element.tag == f"{W}{name}"):
            raise UserError(_ELEMENTS[name])
        if element.get(f"{W}author") is not None:
            raise UserError("word_template_reviewing")
        if name in ("imagedata", "shape", "fill", "stroke"):
            _check_shape(element)


def _check_shape(element: etree._Element) -> None:
    """An old drawing (a watermark, say) shows the pictures in the file, never one elsewhere."""
    for key, value in _attributes(element):
        is_source = etree.QName(key).localname in _PICTURE_SOURCES and not key.startswith(R)
        if is_source and (etree.QName(element).localname != "shape" or not _is_safe_link(value)):
            raise UserError("word_template_external", address=value[:200])


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        yield str(key), str(value)
