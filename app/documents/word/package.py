"""The finished document as bytes: only what it is made of, and the same every time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.part import Part

from app.documents.content import Metadata
from app.documents.fixed_zip import FixedZip
from app.documents.word.guard import LEFT_OUT, relation_kind
from app.domain.errors import UserError
from app.domain.rich_text import clean

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


def packed(document: Document, meta: Metadata) -> bytes:
    """The bytes of `document` with the properties that `meta` states and no others.

    `UserError` when a damaged template has two parts of one name.
    """
    parts = list(_parts(document.part))
    names = [part.partname.membername.lower() for part in parts]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UserError("word_template_damaged", part=twice)
    target = io.BytesIO()
    with FixedZip(target, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types(parts))
        archive.writestr("_rels/.rels", _package_relations(document.part))
        for part in parts:
            archive.writestr(part.partname.membername, part.blob)
            if len(part.rels):
                archive.writestr(part.partname.rels_uri.membername, part.rels.xml)
        archive.writestr("docProps/core.xml", core_properties(meta))
        archive.writestr("docProps/app.xml", _app_properties())
    return target.getvalue()


def core_properties(meta: Metadata) -> str:
    """Title, subject, author, language and dates; noon UTC, the same day in every time zone."""
    moment = f"{_iso(meta.dated_on)}T12:00:00Z"
    author = _words(meta.author)
    return (
        f"{_DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_words(meta.title)}</dc:title><dc:subject>{_words(meta.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        "<cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{_words(meta.language)}</dc:language></cp:coreProperties>"
    )


def _parts(main: Part) -> Iterator[Part]:
    """The parts that the document is made of, each once; what tells of its past is unlinked."""
    seen = {main}
    waiting = [main]
    while waiting:
        part = waiting.pop(0)
        yield part
        for name, relation in list(part.rels.items()):
            if relation_kind(relation.reltype) in LEFT_OUT:
                del part.rels[name]
            elif not relation.is_external and relation.target_part not in seen:
                seen.add(relation.target_part)
                waiting.append(relation.target_part)


def _content_types(parts: list[Part]) -> str:
    pictures = {
        str(part.partname.ext): part.content_type
        for part in parts
        if part.content_type.startswith("image/")
    }
    defaults = _DEFAULTS | pictures
    named = {str(part.partname): part.content_type for part in parts} | {
        "/docProps/core.xml": _CORE_TYPE,
        "/docProps/app.xml": _PROPERTIES_TYPE,
    }
    return (
        f'{_DECLARATION}<Types xmlns="{_TYPES}">'
        + "".join(
            f'<Default Extension="{extension}" ContentType="{kind}"/>'
            for extension, kind in sorted(defaults.items())
        )
        + "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in sorted(named.items())
            if defaults.get(name.rsplit(".", 1)[-1]) != kind
        )
        + "</Types>"
    )


def _package_relations(main: Part) -> str:
    core = f"{_RELATIONS}/metadata/core-properties"
    relations = (
        (f"{_OFFICE}/relationships/officeDocument", main.partname.membername),
        (core, "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(relations, 1)
        )
        + "</Relationships>"
    )


def _app_properties() -> str:
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Rundgang</Application></Properties>"
    )


def _iso(on: date) -> str:
    return on.isoformat()


def _words(text: str) -> str:
    return escape(" ".join(clean(text).split()))
