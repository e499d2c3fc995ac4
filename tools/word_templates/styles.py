"""Every style of our Word templates, by the names that Word itself uses.

Calibri is on every machine with Word, and LibreOffice has Carlito with the same widths; Inter,
which the window and the PDF use, is on neither. Colours are the window's light ones.
"""

from __future__ import annotations

from app.documents.word.names import WORD
from app.documents.word.numbering import abstract_list

FONT = "Calibri"
TEXT, MUTED, ACCENT, LINE = "1B2429", "5E6B73", "0B5C6B", "DFE3E6"
SOFT, WARN, BAD, BAD_SOFT = "E3F0F2", "9A6200", "B3261E", "FBE9E7"

LABEL_WIDTH = 3_000
"""Twentieths of a point from a label to its value: 5.3 cm."""
TEXT_WIDTH = 9_184
BULLETED, NUMBERED = 1, 2


def _spacing(before: int = 0, after: int = 0, line: int = 0) -> str:
    leading = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{leading}/>'


def _indent(left: int = 0, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _tabs(*stops: tuple[str, int]) -> str:
    inner = "".join(f'<w:tab w:val="{side}" w:pos="{at}"/>' for side, at in stops)
    return f"<w:tabs>{inner}</w:tabs>"


def _edge(side: str, colour: str, width: int = 4, space: int = 1) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'


def _borders(*edges: str) -> str:
    return f"<w:pBdr>{''.join(edges)}</w:pBdr>"


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _font(size: float = 0, colour: str = "", *, bold: bool = False, italic: bool = False) -> str:
    half_points = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (half_points if size else "")
    )


def _paragraph(
    identifier: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based_on: str = "Normal",
    following: str = "",
    shown: bool = True,
) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"'
        + ("" if _is_word_own(name) else ' w:customStyle="1"')
        + f'><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + '<w:uiPriority w:val="9"/>'
        + ("<w:qFormat/>" if shown else "")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _character(identifier: str, name: str, run: str) -> str:
    custom = "" if _is_word_own(name) else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character" w:styleId="{identifier}"{custom}><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="10"/>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


_OWN = frozenset(
    {
        "Normal", "Title", "Subtitle", "Body Text", "List Bullet", "List Number", "caption",
        "Quote", "header", "footer", "Hyperlink", "footnote text", "footnote reference",
    }
)  # fmt: skip


def _is_word_own(name: str) -> bool:
    return name in _OWN or name.startswith("heading ")


def _headings() -> str:
    keep = "<w:keepNext/><w:keepLines/>"
    looks = (
        (1, _spacing(300, 120, 252), _font(18, ACCENT, bold=True)),
        (2, _spacing(300, 80), _font(13, TEXT, bold=True)),
        (3, _spacing(220, 60), _font(11.5, ACCENT, bold=True)),
        (4, _spacing(180, 40), _font(11, TEXT, bold=True)),
        (5, _spacing(160, 40), _font(11, MUTED, italic=True)),
    )
    return "".join(
        _paragraph(
            f"Heading{level}",
            f"heading {level}",
            f'{keep}{spacing}<w:outlineLvl w:val="{level - 1}"/>',
            font,
            following="BodyText",
        )
        for level, spacing, font in looks
    )


def _text_styles() -> str:
    listed = '<w:numPr><w:numId w:val="{}"/></w:numPr>' + _spacing(0, 60, 276)
    return "".join(
        (
            _paragraph("Title", "Title", "<w:keepNext/>" + _spacing(240, 40, 240),
                       _font(30, ACCENT, bold=True), following="Subtitle"),
            _paragraph("Subtitle", "Subtitle", "<w:keepNext/>" + _spacing(0, 20),
                       _font(15, TEXT), following="BodyText"),
            _paragraph("BodyText", "Body Text", _spacing(0, 140, 276)),
            _paragraph("ListBullet", "List Bullet", listed.format(BULLETED), based_on="BodyText"),
            _paragraph("ListNumber", "List Number", listed.format(NUMBERED), based_on="BodyText"),
            _paragraph("Caption", "caption", "<w:keepNext/>" + _spacing(180, 80),
                       _font(10, MUTED, bold=True), following="BodyText"),
            _paragraph("Quote", "Quote", _borders(_edge("left", ACCENT, 18, 10))
                       + _spacing(80, 140, 276) + _indent(340, right=340),
                       _font(colour=MUTED, italic=True), based_on="BodyText"),
            _paragraph("FootnoteText", "footnote text", _spacing(0, 40), _font(9, MUTED)),
        )
    )  # fmt: skip


def _own_styles() -> str:
    line = _tabs(("left", LABEL_WIDTH)) + _spacing(0, 14, 250) + _indent(LABEL_WIDTH, LABEL_WIDTH)
    box = _borders(*(_edge(side, SOFT, 4, 7) for side in ("top", "left", "bottom", "right")))
    bad = _borders(*(_edge(side, BAD_SOFT, 4, 5) for side in ("top", "left", "bottom", "right")))
    return "".join(
        (
            _paragraph("Faktalinje", "Faktalinje", line),
            _paragraph("Avstand", "Avstand", _spacing(0, 0), _font(7), shown=False),
            _paragraph("Merknad", "Merknad", "<w:keepLines/>" + box + _shade(SOFT)
                       + _spacing(140, 180, 264) + _indent(160, right=160)),
            _paragraph("Merking", "Merking", "<w:keepNext/><w:keepLines/>" + bad + _shade(BAD_SOFT)
                       + _spacing(80, 200) + _indent(120, right=120),
                       _font(10.5, BAD, bold=True)),
            _paragraph("Deltakelse", "Deltakelse", _spacing(0, 60, 264)),
            _paragraph("Vedleggslinje", "Vedleggslinje", "<w:keepLines/>"
                       + _tabs(("left", 1_360)) + _spacing(0, 60, 264) + _indent(1_360, 1_360)),
            _paragraph("Vedtak", "Vedtaksoverskrift",
                       _borders(_edge("top", SOFT, 4, 3), _edge("left", ACCENT, 24, 6),
                                  _edge("bottom", SOFT, 4, 3))
                       + _shade(SOFT) + _indent(140), _font(colour=ACCENT),
                       based_on="Heading2", following="BodyText"),
            _paragraph("Protokollsak", "Protokollsak", _borders(_edge("top", LINE, 8, 10))
                       + _spacing(480, 120, 252), based_on="Heading1", following="BodyText"),
            _paragraph("Brevemne", "Brevemne", _spacing(420, 160, 252), _font(15, TEXT, bold=True),
                       based_on="Heading1", following="BodyText"),
            _paragraph("Avslutning", "Avslutning", "<w:keepNext/><w:keepLines/>"
                       + _spacing(0, 20, 264)),
            _paragraph("Underskrift", "Underskrift", "<w:keepNext/><w:keepLines/>"
                       + _borders(_edge("top", MUTED, 4, 4)) + _spacing(860, 0)
                       + _indent(right=TEXT_WIDTH - 4_400)),
            _paragraph("Underskriftsrolle", "Underskriftsrolle", "<w:keepLines/>",
                       _font(10, MUTED)),
            _paragraph("Bilde", "Bilde", "<w:keepLines/>" + _spacing(120, 200)),
            _paragraph("Tabelltekst", "Tabelltekst", _spacing(40, 40, 252), _font(10)),
            _paragraph("Tabellhode", "Tabellhode", "<w:keepNext/>" + _spacing(50, 50),
                       _font(9.5, MUTED, bold=True), based_on="Tabelltekst"),
            _paragraph("Tabellslutt", "Tabellslutt",
                       '<w:spacing w:before="0" w:after="0" w:line="180" w:lineRule="exact"/>',
                       _font(4), shown=False),
        )
    )  # fmt: skip


def _frame_styles() -> str:
    sides = _tabs(("right", TEXT_WIDTH))
    return "".join(
        (
            _paragraph("Header", "header", sides + _spacing(0, 0), _font(9, MUTED), shown=False),
            _paragraph("Footer", "footer", sides + _spacing(0, 0), _font(9, MUTED), shown=False),
            _paragraph("Topptekst1", "Brevhode", sides + _spacing(0, 20),
                       _font(13, ACCENT, bold=True), based_on="Header", shown=False),
            _paragraph("Topptekst2", "Brevhodelinje",
                       _borders(_edge("bottom", ACCENT, 8, 6)) + sides,
                       _font(9.5, MUTED), based_on="Header", shown=False),
            _paragraph("Topptekst3", "Topplinje", _borders(_edge("bottom", LINE, 4, 5)) + sides,
                       based_on="Header", shown=False),
            _paragraph("Bunntekst1", "Bunnlinje", _borders(_edge("top", LINE, 4, 6)) + sides,
                       based_on="Footer", shown=False),
        )
    )  # fmt: skip


def _run_styles() -> str:
    return "".join(
        (
            _character("Hyperlink", "Hyperlink",
                       f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>'),
            _character("Etikett", "Etikett", _font(10, MUTED)),
            _character("Saksnummer", "Saksnummer", _font(11, MUTED, bold=True)),
            _character("Sakslenke", "Sakslenke", f'<w:color w:val="{ACCENT}"/>'),
            _character("Navn", "Navn", _font(bold=True)),
            _character("Merknadstekst", "Merknadstekst", _font(9.5, MUTED)),
            _character("Varsel", "Varsel", _font(colour=BAD, bold=True)),
            _character("Versjonsmerke", "Versjonsmerke", _font(9, WARN, bold=True)),
            _character("FootnoteReference", "footnote reference",
                       '<w:vertAlign w:val="superscript"/>'),
        )
    )  # fmt: skip


def _table_style() -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'
        for side, width, colour in (
            ("top", 4, LINE), ("bottom", 6, MUTED), ("insideH", 4, LINE)
        )
    )  # fmt: skip
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 20), ("left", 90), ("bottom", 20), ("right", 90))
    )
    head = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Rundgangstabell">'
        '<w:name w:val="Rundgangstabell"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="40"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        "</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{head}</w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )


def styles_xml() -> str:
    """The part `word/styles.xml`."""
    fonts = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>'
        f'<w:color w:val="{TEXT}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="nb-NO" w:eastAsia="nb-NO" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="259" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{_text_styles()}{_headings()}{_own_styles()}{_frame_styles()}{_run_styles()}"
        f"{_table_style()}</w:styles>"
    )


def numbering_xml() -> str:
    """The part `word/numbering.xml`: the lists behind the two list styles."""
    lists = abstract_list(BULLETED, False, "ListBullet") + abstract_list(
        NUMBERED, True, "ListNumber"
    )
    bound = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (BULLETED, NUMBERED)
    )
    return f'<w:numbering xmlns:w="{WORD}">{lists}{bound}</w:numbering>'
