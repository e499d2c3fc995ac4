"""Moving a meeting: to another day, other times, another place; and whom to tell (R23)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.i18n.catalogue import _
from app.services.editing.done import Done
from app.services.house import House
from app.services.meeting_changes import BeforeChange
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.meetings.called_list import CalledList
from app.views.meetings.day_remarks import DayRemarks, as_stored
from app.views.meetings.new_meeting import END, MEND_FIRST, ON, PLACE, START
from app.views.meetings.words import called_label
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.typed_field import TimeField

TITLE = _("Flytt {meeting}")
NOW = _("Møtet er {on:langdato} kl. {times}. Sakene følger med, og saksnumrene står fast.")
MOVE = _("Flytt møtet")
REASON = _("Grunn")
REASON_HELP = _("Står i historikken, og er det du sier til dem som må få vite det.")
NOTHING_NEW = _("Velg en annen dag, tid eller et annet sted.")
REASON_FIRST = _("Skriv hvorfor møtet flyttes.")
MOVED = _("{meeting} er flyttet til {on:langdato}.")


class MoveDialog(FormDialog):
    """`to_on` is where it was dragged to; what is odd about the day is said as it is typed."""

    moved = Signal(object)
    """It is moved to another day, which is told."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        read: BeforeChange,
        *,
        to_on: date | None = None,
    ) -> None:
        voice, meeting = bench.voice, read.meeting
        super().__init__(
            parent,
            voice,
            "move-meeting-dialog",
            voice.fill(TITLE, meeting=meeting.name),
            text=voice.fill(
                NOW, on=meeting.held_on, times=voice.clock_range(meeting.start, meeting.end)
            ),
            verb=voice.word(MOVE),
            on_verb=self._move,
            width=560,
        )
        self._bench, self._house, self._read = bench, house, read
        self._on = named(DateField(voice, bench.today), "move-on")
        self._start = named(TimeField(voice), "move-start")
        self._end = named(TimeField(voice), "move-end")
        self._place = named(QLineEdit(meeting.place), "move-place")
        self._reason = named(QLineEdit(), "move-reason")
        self._remarks = DayRemarks(bench)
        self._on.show_value(to_on or meeting.held_on)
        self._start.show_value(time.fromisoformat(meeting.start))
        self._end.show_value(time.fromisoformat(meeting.end))
        self._build()
        self._connect()
        self._judge()
        self.enter_first(self._reason if to_on is not None and read.needs_reason else self._on)

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        self._remarks.drop()
        super().done(result)

    def _build(self) -> None:
        voice, read = self._bench.voice, self._read
        line = QHBoxLayout()
        line.setSpacing(MEDIUM)
        for label, editor, share in (
            (ON, self._on, 2),
            (START, self._start, 1),
            (END, self._end, 1),
        ):
            line.addWidget(Field(voice, voice.word(label), editor), share)
        self.body.addLayout(line)
        self.body.addWidget(self._remarks)
        self.body.addWidget(Field(voice, voice.word(PLACE), self._place))
        self._why = Field(
            voice, voice.word(REASON), self._reason, help_text=voice.word(REASON_HELP)
        )
        self.body.addWidget(self._why)
        if read.called:
            label = called_label(read.meeting.status, voice)
            self.body.addWidget(CalledList(self._bench, read.called, label))

    def _connect(self) -> None:
        for field in (self._on, self._start, self._end):
            field.textChanged.connect(lambda _text: self._judge())
        for words in (self._place, self._reason):
            words.textChanged.connect(lambda _text: self._say_what_lacks())
        self._remarks.judged.connect(self._say_what_lacks)

    def _judge(self) -> None:
        on, meeting = self._on.value, self._read.meeting.id
        start, end = as_stored(self._start.value), as_stored(self._end.value)
        if on is None or not self._is_readable():
            self._remarks.ask(None)
        else:
            days = self._house.meeting_days
            self._remarks.ask(lambda: days.judge_move(meeting, on, start, end))
        self._say_what_lacks()

    def _say_what_lacks(self) -> None:
        word = self._bench.voice.word
        is_reason_lacking = self._read.needs_reason and not self._reason.text().strip()
        self._why.mark_missing(is_reason_lacking)
        if not self._is_readable() or self._remarks.is_wrong:
            self.say_why(word(MEND_FIRST))
        elif self._is_as_before():
            self.say_why(word(NOTHING_NEW))
        else:
            self.say_why(word(REASON_FIRST) if is_reason_lacking else None)

    def _is_readable(self) -> bool:
        fields = (self._on, self._start, self._end)
        return all(field.is_valid and field.value is not None for field in fields)

    def _is_as_before(self) -> bool:
        meeting = self._read.meeting
        return (
            self._on.value,
            as_stored(self._start.value),
            as_stored(self._end.value),
            " ".join(self._place.text().split()),
        ) == (meeting.held_on, meeting.start, meeting.end, meeting.place)

    def _move(self) -> None:
        on, meeting = self._on.value, self._read.meeting
        start, end = as_stored(self._start.value), as_stored(self._end.value)
        place, reason = self._place.text(), self._reason.text()
        assert on is not None
        changes = self._house.edit.meeting_changes
        do(
            self._bench,
            lambda: changes.move(meeting.id, on, start, end, place, reason, meeting.version),
            self._end_well,
            said=self._bench.voice.fill(MOVED, meeting=meeting.name, on=on),
        )

    def _end_well(self, _done: Done) -> None:
        on = self._on.value
        self.accept()
        if on is not None and self._read.meeting.held_on != on:
            self.moved.emit(on)


def open_move(
    parent: QWidget,
    bench: Workbench,
    house: House,
    meeting_id: int,
    to_on: date | None = None,
    moved: Callable[[date], object] = lambda _on: None,
) -> None:
    """Read the meeting and ask where to; from a menu, or from a drag with `to_on`.

    `moved` is told of its new day.
    """

    def show(read: BeforeChange) -> None:
        dialog = MoveDialog(parent, bench, house, read, to_on=to_on)
        dialog.moved.connect(moved)
        dialog.open()

    bench.read(lambda: house.meeting_changes.before(meeting_id), show)
