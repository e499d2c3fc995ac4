"""The cards side by side, or under each other where the room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.views.theme.metrics import LARGE
from app.views.widgets.layout import page_margins

NARROW = 1_000
"""Pixels under which words in two columns would be cut."""

ROWS = 2
"""Cards under each other in a column, where there are two."""

_SHARES = (14, 9)


class CardGrid(QWidget):
    """Filled column by column, the left one wider; in one column the cards keep their order."""

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._is_narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*page_margins())
        self._grid.setSpacing(LARGE)
        self._arrange(is_narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_narrow=event.size().width() < NARROW)

    def _arrange(self, *, is_narrow: bool) -> None:
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for card in self._cards:
            self._grid.removeWidget(card)
        rows = len(self._cards) if is_narrow else ROWS
        for place, card in enumerate(self._cards):
            column, row = divmod(place, rows)
            self._grid.addWidget(card, row, column)
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, 0 if is_narrow and column else share)
        for row in range(len(self._cards)):
            self._grid.setRowStretch(row, int(row == ROWS - 1 and not is_narrow))
