"""What is wrong with a meeting's day and times, and what is odd, told while they are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.meeting_days import DayJudged
from app.tasks.store_threads import Ticket
from app.views.brief.form import Remark
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import SMALL


class DayRemarks(QWidget):
    """Asks beside the window; what was asked before is not wanted any more."""

    judged = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.setObjectName("day-remarks")
        self._bench = bench
        self._ticket: Ticket | None = None
        self._wrong = Remark("meeting-wrong", "circle-alert", "bad")
        self._odd = Remark("meeting-odd", "triangle-alert", "warn")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        box.addWidget(self._wrong)
        box.addWidget(self._odd)
        self.hide()

    @property
    def is_wrong(self) -> bool:
        """Whether the day or the times cannot be."""
        return bool(self._wrong.text())

    def ask(self, judge: Callable[[], DayJudged] | None) -> None:
        """Tell what `judge` answers; nothing while there is nothing to judge."""
        self.drop()
        if judge is None:
            self._show(DayJudged())
        else:
            self._ticket = self._bench.read(judge, self._show)

    def drop(self) -> None:
        """What was asked is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
            self._ticket = None

    def _show(self, judged: DayJudged) -> None:
        say = self._bench.voice.say
        self._wrong.say("" if judged.problem is None else say(judged.problem))
        self._odd.say(" ".join(say(reason) for reason in judged.odd))
        self.setVisible(judged.problem is not None or bool(judged.odd))
        self.judged.emit()


def as_stored(at: time | None) -> str | None:
    """`HH:MM`, as the file has it; None for what was left empty."""
    return None if at is None else at.strftime("%H:%M")
