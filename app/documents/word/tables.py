"""Tables as Word keeps them: header rows that repeat, fixed shares, a name to be read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.documents.word.names import attribute
from app.documents.word.styles import AFTER_TABLE, TABLES, Styles

PERCENT = 5_000
"""The whole width of the text in Word's fiftieths of a percent."""
CHARACTER, CELL_MARGINS = 102, 200
"""Twentieths of a point that a character of a table takes, and the empty edges of its cell."""
SHORT_CELL, MOST_CHARACTERS = 14, 60
KEPT_ROWS = 12
KEEP = "<w:keepNext/>"


@dataclass(frozen=True, slots=True)
class CellXml:
    """The paragraphs of one cell, and how many columns it covers."""

    paragraphs: str
    span: int = 1
    is_shaded: bool = False


Row = Sequence[CellXml]


def table_xml(
    styles: Styles,
    widths: Sequence[int],
    rows: Sequence[Row],
    *,
    has_header: bool,
    name: str = "",
    is_fixed: bool = True,
) -> str:
    """A table and the small space after it; `widths` in twentieths of a point.

    The space also keeps two tables apart, which Word would otherwise join into one.
    """
    style = styles.table(TABLES)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        _row(row, widths, is_header=has_header and index == 0) for index, row in enumerate(rows)
    )
    after = styles.paragraph(AFTER_TABLE)
    return (
        "<w:tbl><w:tblPr>"
        + (f'<w:tblStyle w:val="{style}"/>' if style else "")
        + f'<w:tblW w:w="{PERCENT}" w:type="pct"/>'
        + f'<w:tblLayout w:type="{"fixed" if is_fixed else "autofit"}"/>'
        + f'<w:tblLook w:val="{"0420" if has_header else "0400"}" w:firstRow="{int(has_header)}"'
        ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        + (f'<w:tblCaption w:val="{attribute(name)}"/>' if name else "")
        + f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
        + paragraph_xml(after, "")
    )


def paragraph_xml(style: str, runs: str, properties: str = "") -> str:
    """A paragraph in the style with this id; an empty id leaves the style out."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{inner}{runs}</w:p>"


def run_xml(text: str, properties: str = "") -> str:
    """A run around the element(s) `text`."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{text}</w:r>"


def shared_widths(shares: Iterable[int], total: int) -> list[int]:
    """`total` cut in proportion to `shares`, so that the parts add up to it."""
    given = [max(share, 1) for share in shares]
    edges = [total * sum(given[:index]) // sum(given) for index in range(len(given) + 1)]
    return [end - start for start, end in pairwise(edges)]


def fitting_widths(rows: Sequence[Sequence[str]], total: int) -> list[int]:
    """`total` cut after how much text the columns hold; words and short cells are kept whole.

    What is over when every column has its least is given to those that would use it.
    """
    columns = list(zip(*rows, strict=True))
    least = [_wide(_least_characters(column)) for column in columns]
    wished = [_wide(min(_longest(column, "\n"), MOST_CHARACTERS)) for column in columns]
    over = total - sum(least)
    if over <= 0:
        return shared_widths(least, total)
    lacks = [max(wish - low, 0) for wish, low in zip(wished, least, strict=True)]
    if sum(lacks) <= over:
        return shared_widths([low + lack for low, lack in zip(least, lacks, strict=True)], total)
    extra = shared_widths(lacks, over)
    return [low + more for low, more in zip(least, extra, strict=True)]


def is_kept_together(rows: int) -> bool:
    """Whether a table of so many rows is short enough to stand on one page."""
    return rows <= KEPT_ROWS


def _least_characters(column: Sequence[str]) -> int:
    line = _longest(column, "\n")
    return line if line <= SHORT_CELL else max(min(_longest(column, " "), 24), SHORT_CELL // 2)


def _longest(column: Sequence[str], between: str) -> int:
    pieces = (text.replace("\n", between).split(between) for text in column)
    return max((len(piece) for each in pieces for piece in each), default=0)


def _wide(characters: int) -> int:
    return CELL_MARGINS + CHARACTER * max(characters, 2)


def _row(row: Row, widths: Sequence[int], *, is_header: bool) -> str:
    cells = []
    column = 0
    for cell in row:
        cells.append(_cell(cell, sum(widths[column : column + cell.span])))
        column += cell.span
    header = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: CellXml, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F0F2F3"/>' if cell.is_shaded else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>'
        f"{cell.paragraphs}</w:tc>"
    )
