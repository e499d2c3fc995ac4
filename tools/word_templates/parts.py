"""The frame of our Word templates: page, header, footer, settings, and the package around them."""

from __future__ import annotations

import io

from app.documents.fixed_zip import FixedZip
from app.documents.word.names import RELATIONS, WORD
from tools.word_templates.styles import FONT, numbering_xml, styles_xml

NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
SECTION = (
    "<w:sectPr>"
    '<w:headerReference w:type="default" r:id="rId5"/>'
    '<w:headerReference w:type="first" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId7"/>'
    '<w:footerReference w:type="first" r:id="rId7"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1474" w:right="1361" w:bottom="1361" w:left="1361" w:header="737"'
    ' w:footer="624" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
)

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = (
    ("document", "document.main", ""),
    ("styles", "styles", "styles"),
    ("settings", "settings", "settings"),
    ("numbering", "numbering", "numbering"),
    ("fontTable", "fontTable", "fontTable"),
    ("header1", "header", "header"),
    ("header2", "header", "header"),
    ("footer1", "footer", "footer"),
)
"""Name, content type and relation of each part; the relation ids count from rId1."""


def run(text: str, style: str = "") -> str:
    """A run of words and tags; `\\t` is a tab, `\\n` a line break."""
    named = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    shown = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    shown = shown.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{named}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def paragraph(style: str, *runs: str, more: str = "") -> str:
    """A paragraph in `style`; a plain string among `runs` is made a run."""
    inner = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inner}</w:p>'


def tag(text: str) -> str:
    """A paragraph that only holds a tag and leaves no trace."""
    return paragraph("Avstand", text)


def repeated(name: str, members: str, *body: str) -> str:
    """`body` once for each of `members`, each called `name`."""
    return tag(f"{{%p for {name} in {members} %}}") + "".join(body) + tag("{%p endfor %}")


def where(condition: str, *body: str) -> str:
    """`body` where `condition` holds."""
    return tag(f"{{%p if {condition} %}}") + "".join(body) + tag("{%p endif %}")


def template(body: str) -> bytes:
    """A Word file of `body` in our frame; the same bytes every time."""
    contents = {
        "document": f"<w:document {NAMESPACES}><w:body>{body}{SECTION}</w:body></w:document>",
        "styles": styles_xml(),
        "settings": _settings(),
        "numbering": numbering_xml(),
        "fontTable": _font_table(),
        "header1": _running_header(),
        "header2": _letterhead(),
        "footer1": _footer(),
    }
    target = io.BytesIO()
    with FixedZip(target, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types())
        archive.writestr("_rels/.rels", _relations([("officeDocument", "word/document.xml")]))
        for name, _, _ in _PARTS:
            archive.writestr(f"word/{name}.xml", _DECLARATION + contents[name])
        related = [(kind, f"{name}.xml") for name, _, kind in _PARTS if kind]
        archive.writestr("word/_rels/document.xml.rels", _relations(related))
    return target.getvalue()


def _letterhead() -> str:
    head = paragraph(
        "Topptekst1",
        "{{ letterhead.organisation }}",
        run("\t"),
        run("{{ letterhead.marking }}", "Versjonsmerke"),
    )
    line = paragraph("Topptekst2", "{{ letterhead.unit }}\t{{ letterhead.contact }}")
    return f"<w:hdr {NAMESPACES}>{head}{line}</w:hdr>"


def _running_header() -> str:
    line = paragraph(
        "Topptekst3",
        "{{ letterhead.running_title }}",
        run("\t"),
        run("{{ letterhead.marking }}", "Versjonsmerke"),
    )
    return f"<w:hdr {NAMESPACES}>{line}</w:hdr>"


def _footer() -> str:
    line = paragraph(
        "Bunntekst1",
        "{{ letterhead.organisation }}",
        run("\t"),
        run("{{r letterhead.page_of }}"),
    )
    return f"<w:ftr {NAMESPACES}>{line}</w:ftr>"


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nb-NO"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _font_table() -> str:
    return (
        f'<w:fonts xmlns:w="{WORD}"><w:font w:name="{FONT}"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind, _ in _PARTS
    )
    return (
        f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    base = "http://schemas.openxmlformats.org/package/2006/relationships"
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{base}">{inner}</Relationships>'
