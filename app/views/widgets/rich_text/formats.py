"""How the parts of a rich text are told apart in a `QTextDocument`, by formats alone.

Formats carry meaning and room, never a colour: what a theme decides is painted on top (`look`),
so that a change of theme neither changes the text nor lands among the steps of undo.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from app.domain.rich_text import MAX_LIST_DEPTH, Picture, Run

LINE_BREAK = "\u2028"
OBJECT = "\ufffc"

PICTURE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_SHA256 = QTextFormat.Property.UserProperty.value + 1
_DESCRIPTION = _SHA256 + 1
_WIDTH = _SHA256 + 2

BODY_PIXELS = 13
HEADING_PIXELS = {1: 17, 2: 15, 3: 13}

_BETWEEN_LINES = 3
"""Whole pixels: with a share of the line's height, numbers of lists end up beside their lines."""
_PARAGRAPH_GAP, _POINT_GAP = 7, 3
_HEADING_GAPS = {1: (10, 5), 2: (9, 4), 3: (7, 3)}
_INDENT = 22
_NUMBERS = (
    (QTextListFormat.Style.ListDecimal, "."),
    (QTextListFormat.Style.ListLowerAlpha, ")"),
    (QTextListFormat.Style.ListLowerRoman, "."),
)
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


class Style(NamedTuple):
    """What distinguishes one run from the next."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None


PLAIN = Style()


def style_of_run(run: Run) -> Style:
    """The style of a run."""
    return Style(run.bold, run.italic, run.underline, run.link)


@cache
def _char_format(style: Style) -> QTextCharFormat:
    made = QTextCharFormat()
    if style.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if style.italic:
        made.setFontItalic(True)
    if style.underline:
        made.setFontUnderline(True)
    if style.link is not None:
        made.setAnchor(True)
        made.setAnchorHref(style.link)
    return made


def char_format(style: Style = PLAIN) -> QTextCharFormat:
    """The format of characters in `style`."""
    return QTextCharFormat(_char_format(style))


def style_of(form: QTextCharFormat) -> Style:
    """The style that characters of this format have."""
    return Style(
        form.fontWeight() >= QFont.Weight.DemiBold.value,
        form.fontItalic(),
        form.fontUnderline(),
        form.anchorHref() or None if form.isAnchor() else None,
    )


def is_picture(form: QTextCharFormat) -> bool:
    """Whether the character stands for a picture of ours."""
    return form.objectType() == PICTURE_OBJECT


def picture_format(picture: Picture) -> QTextCharFormat:
    """The format of the one character that stands for `picture`."""
    made = QTextCharFormat()
    made.setObjectType(PICTURE_OBJECT)
    made.setProperty(_SHA256, picture.sha256)
    made.setProperty(_DESCRIPTION, picture.description)
    made.setProperty(_WIDTH, picture.width)
    return made


def picture_of(form: QTextFormat) -> Picture:
    """The picture that a format of `picture_format` tells of."""
    return Picture(
        form.stringProperty(_SHA256), form.stringProperty(_DESCRIPTION), form.intProperty(_WIDTH)
    )


def paragraph_format() -> QTextBlockFormat:
    """A paragraph, with the room below it."""
    return _block_format(0, _PARAGRAPH_GAP)


def heading_format(level: int) -> QTextBlockFormat:
    """A heading of `level` 1 to 3."""
    made = _block_format(*_HEADING_GAPS[level])
    made.setHeadingLevel(level)
    return made


def heading_char_format(level: int) -> QTextCharFormat:
    """The format of a heading's block, so that an empty one is as high as a written one."""
    return pixel_size(HEADING_PIXELS[level])


def pixel_size(pixels: int) -> QTextCharFormat:
    """Letters of this height; Qt has a setter for points only."""
    made = QTextCharFormat()
    made.setProperty(QTextFormat.Property.FontPixelSize, pixels)
    return made


def point_format() -> QTextBlockFormat:
    """A point of a list."""
    return _block_format(0, _POINT_GAP)


def picture_block_format() -> QTextBlockFormat:
    """The paragraph that a picture has for itself."""
    made = QTextBlockFormat()
    made.setTopMargin(_POINT_GAP)
    made.setBottomMargin(_PARAGRAPH_GAP)
    return made


def cell_format(numeric: bool) -> QTextBlockFormat:
    """The one block of a cell; that numbers stand to the right is what tells them."""
    made = _block_format(0, 0)
    if numeric:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return made


def is_numeric(form: QTextBlockFormat) -> bool:
    """Whether a cell's block holds numbers."""
    return bool(form.alignment() & Qt.AlignmentFlag.AlignRight)


def list_format(ordered: bool, depth: int) -> QTextListFormat:
    """A list at `depth` 1 to 5, numbered as the documents number it."""
    made = QTextListFormat()
    made.setIndent(depth)
    if ordered:
        style, suffix = _NUMBERS[(depth - 1) % len(_NUMBERS)]
        made.setStyle(style)
        made.setNumberSuffix(suffix)
    else:
        made.setStyle(_BULLETS[(depth - 1) % len(_BULLETS)])
    return made


def is_ordered(form: QTextListFormat) -> bool:
    """Whether a list counts."""
    return form.style() not in _BULLETS


def depth_of(form: QTextListFormat) -> int:
    """The depth of a list, within what a text can hold."""
    return min(max(form.indent(), 1), MAX_LIST_DEPTH)


def table_format(header: bool) -> QTextTableFormat:
    """A table over the whole width; `grid` paints its lines into the room between the cells."""
    made = QTextTableFormat()
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setBorderCollapse(False)
    made.setBorder(0)
    made.setCellPadding(4)
    made.setCellSpacing(1)
    made.setTopMargin(_POINT_GAP)
    made.setBottomMargin(_PARAGRAPH_GAP)
    made.setHeaderRowCount(1 if header else 0)
    return made


def list_of(block: QTextBlock) -> QTextList | None:
    """The list that a block is a point of."""
    return block.textList() if block.isValid() else None


def table_of(cursor: QTextCursor) -> QTextTable | None:
    """The table that the cursor stands in."""
    return cursor.currentTable()


def prepare(document: QTextDocument) -> None:
    """Give an empty document the room that all texts have."""
    document.setDocumentMargin(2)
    document.setIndentWidth(_INDENT)


def _block_format(above: float, below: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(above)
    made.setBottomMargin(below)
    made.setLineHeight(_BETWEEN_LINES, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    return made
