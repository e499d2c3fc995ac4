"""A line to sift what is under it; Escape empties it, down goes to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.views.theme.icons import set_icon
from app.views.widgets.naming import named, reading

_PAUSE = 120


class SearchField(QLineEdit):
    """`searched` comes a moment after the last key, not for every letter."""

    searched = Signal(str)

    def __init__(
        self, name: str, prompt: str, results: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        reading(named(self, name, prompt))
        self._results = results
        self.setPlaceholderText(prompt)
        glass = QAction(self)
        set_icon(glass, "search")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda: self._timer.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() == Qt.Key.Key_Down and self._results is not None:
            self._results.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
