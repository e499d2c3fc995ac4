"""A list of entries that is as tall as they are, for a page that scrolls itself."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QWheelEvent

from app.views.widgets.entry_list import EntryList


class TallList(EntryList):
    """Never scrolls by itself: the page around it does."""

    def fit(self) -> None:
        """Be as tall as all entries."""
        model = self.model()
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(model.rowCount())) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
