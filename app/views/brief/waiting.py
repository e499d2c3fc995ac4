"""What lies over a brief that takes its time, so that nobody looks at an empty page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import Panel

FETCHING = _("Henter saken …")
PATIENCE = 300
"""Milliseconds in which nothing is said: most briefs are there by then."""


class WaitingCover(Panel):
    """Covers `over` from a moment after `begin` until `end`."""

    def __init__(self, voice: Voice, over: QWidget) -> None:
        super().__init__(parent=over)
        self.setObjectName("brief-waiting")
        self.setAutoFillBackground(True)
        box = QVBoxLayout(self)
        box.addWidget(EmptyState("brief-fetching", voice.word(FETCHING), icon="file-text"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PATIENCE)
        self._pause.timeout.connect(self._cover)
        over.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Something is on its way."""
        if self.isHidden():
            self._pause.start()

    def end(self) -> None:
        """It is there, or will not come."""
        self._pause.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it covers."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())
        self.raise_()
        self.show()
