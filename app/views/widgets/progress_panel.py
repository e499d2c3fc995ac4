"""How far long work has come, in words and as a bar, with the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.domain.progress import Progress
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText

CANCEL = _("Avbryt")
CANCELLING = _("Avbryter …")
STARTING = _("Starter …")
STEPS = _("{done:tall} av {total:tall}")


class ProgressPanel(QFrame):
    """Hidden until work begins; `cancelled` is told once, and then it waits for the work to end."""

    cancelled = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        named(self, "progress")
        self._title = named(ShortText("", "strong"), "progress-title")
        self._label = named(ShortText("", "small", "muted"), "progress-label")
        self._steps = named(ShortText("", "small", "muted"), "progress-steps")
        self._bar = named(QProgressBar(self), "progress-bar")
        self._bar.setTextVisible(False)
        self._cancel = button(voice.word(CANCEL), "progress-cancel", on_click=self._ask_to_stop)
        words = QHBoxLayout()
        words.setSpacing(MEDIUM)
        words.addWidget(self._label, 1)
        words.addWidget(self._steps)
        left = QVBoxLayout()
        left.setSpacing(SMALL - 2)
        left.addWidget(self._title)
        left.addWidget(self._bar)
        left.addLayout(words)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        line.setSpacing(LARGE)
        line.addLayout(left, 1)
        line.addWidget(self._cancel)
        self.hide()

    def begin(self, title: str) -> None:
        """Show that work has begun; how much there is of it is not known yet."""
        self._title.setText(title)
        self._label.setText(self._voice.word(STARTING))
        self._steps.setText("")
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it has come, unless it is being stopped."""
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)
        self._steps.setText(
            self._voice.fill(STEPS, done=progress.done, total=progress.total)
            if progress.total > 1
            else ""
        )
        if self._cancel.isEnabled():
            self._label.setText(self._voice.say(progress.label))

    def end(self) -> None:
        """The work is over, one way or the other."""
        self.hide()

    def _ask_to_stop(self) -> None:
        self._cancel.setEnabled(False)
        self._label.setText(self._voice.word(CANCELLING))
        self.cancelled.emit()
