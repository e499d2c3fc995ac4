"""What the theme decides in a text: headings and links, painted on top of the document.

They are never formats of the document itself, so a change of theme is no change of the text.
"""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.domain.rich_text import HEADING_LEVELS
from app.views.widgets.rich_text import formats
from app.views.widgets.rich_text.formats import table_of
from app.views.widgets.rich_text.marks import fragments


class Look(QSyntaxHighlighter):
    """Paints headings, the first row of tables, and links."""

    def __init__(self, document: QTextDocument, link: QColor) -> None:
        super().__init__(document)
        self._headings = {level: _heading(level) for level in HEADING_LEVELS}
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.DemiBold)
        self._link = link

    def paint_links(self, colour: QColor) -> None:
        """Links in another colour, after a change of theme."""
        if colour != self._link:
            self._link = colour
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        level = block.blockFormat().headingLevel()
        if level in self._headings:
            self.setFormat(0, block.length(), self._headings[level])
        elif _is_header(block):
            self.setFormat(0, block.length(), self._strong)
        for fragment in fragments(block):
            form = fragment.charFormat()
            if form.isAnchor():
                shown = self.format(fragment.position() - block.position())
                shown.setForeground(self._link)
                shown.setFontUnderline(True)
                self.setFormat(fragment.position() - block.position(), fragment.length(), shown)


def _heading(level: int) -> QTextCharFormat:
    made = formats.heading_char_format(level)
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _is_header(block: QTextBlock) -> bool:
    cursor = QTextCursor(block)
    table = table_of(cursor)
    return (
        table is not None
        and table.format().headerRowCount() > 0
        and table.cellAt(cursor).row() == 0
    )
