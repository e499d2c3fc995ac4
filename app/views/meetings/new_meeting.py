"""Making a meeting: the body and the day are enough, the rest is the body's usual."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.vocabulary import AttendanceMode, MeetingKind
from app.i18n.catalogue import _
from app.services.bodies import BodyRow
from app.services.editing.done import Done
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.people import InstitutionView
from app.services.settings import BodySettings
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.editing.plain_widgets import Choice
from app.views.meetings.day_remarks import DayRemarks, as_stored
from app.views.meetings.words import kinds_of_meeting, modes_of_attendance
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.typed_field import TimeField

NEW_MEETING = _("Nytt møte")
ABOUT = _(
    "Møtet får organets faste poster og sakene som årshjulet har i måneden. Alt kan endres etterpå."
)
MAKE = _("Lag møtet")
BODY, ON = _("Organ"), _("Dato")
START, END = _("Fra"), _("Til")
PLACE, HOST = _("Sted"), _("Vert")
KIND, MODE = _("Møteform"), _("Oppmøte")
NO_HOST = _("Ingen")
DATE_FIRST = _("Skriv datoen for møtet først.")
MEND_FIRST = _("Rett feltene som er merket, først.")
BODY_FIRST = _("Velg et organ først.")
USUAL_PLACE = _("Vertens møtested")
MADE = _("{meeting} er laget.")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the dialog has to choose among."""

    bodies: Sequence[BodyRow]
    settings: Sequence[BodySettings]
    hosts: Sequence[InstitutionView]


def read_choices(house: House) -> Choices:
    """Read on the reading thread."""
    return Choices(house.bodies.all(), house.settings.bodies(), house.people.institutions())


class NewMeetingDialog(FormDialog):
    """Calls back with the new meeting's id, and what is odd about its day."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        choices: Choices,
        on_made: Callable[[Done], object],
        *,
        on: date | None = None,
        body: str | None = None,
    ) -> None:
        """`on` and `body` are what is known already, such as the day that was clicked."""
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "new-meeting-dialog",
            voice.word(NEW_MEETING),
            text=voice.word(ABOUT),
            verb=voice.word(MAKE),
            on_verb=self._make,
            width=560,
        )
        self._bench, self._house, self._on_made = bench, house, on_made
        self._choices = choices
        self._body = Choice("meeting-body")
        self._on = named(DateField(voice, bench.today), "meeting-date")
        self._start = named(TimeField(voice), "meeting-start")
        self._end = named(TimeField(voice), "meeting-end")
        self._place = named(QLineEdit(), "meeting-place")
        self._host = Choice("meeting-host")
        self._kind = Choice("meeting-kind")
        self._mode = Choice("meeting-mode")
        self._fields: dict[str, Field] = {}
        self._remarks = DayRemarks(bench)
        self._fill()
        self._build()
        self._connect()
        self._on.show_value(on)
        if body is not None:
            self._body.show_code(body)
        self._show_usual()
        self._judge()

    def _fill(self) -> None:
        voice, today = self._bench.voice, self._bench.today()
        shown = [
            body
            for body in self._choices.bodies
            if body.from_on <= today and (body.to_on is None or today <= body.to_on)
        ]
        self._body.offer([(body.code, body.short_name) for body in shown])
        self._body.setCurrentIndex(0 if shown else -1)
        hosts = [
            host
            for host in self._choices.hosts
            if host.from_on <= today and (host.to_on is None or today <= host.to_on)
        ]
        self._host.offer([(None, voice.word(NO_HOST)), *((host.id, host.name) for host in hosts)])
        self._host.setCurrentIndex(0)
        self._kind.offer(kinds_of_meeting(voice))
        self._kind.show_code(MeetingKind.ORDINARY)
        self._mode.offer(modes_of_attendance(voice))
        self._mode.show_code(AttendanceMode.IN_PERSON)

    def _build(self) -> None:
        word = self._bench.voice.word
        for row in (
            ((BODY, self._body, 3), (ON, self._on, 2)),
            ((START, self._start, 1), (END, self._end, 1), (HOST, self._host, 2)),
            ((PLACE, self._place, 1),),
            ((KIND, self._kind, 1), (MODE, self._mode, 1)),
        ):
            line = QHBoxLayout()
            line.setSpacing(MEDIUM)
            for label, editor, share in row:
                field = Field(self._bench.voice, word(label), editor)
                self._fields[label] = field
                line.addWidget(field, share)
            self.body.addLayout(line)
        self.body.insertWidget(2, self._remarks)

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        self._remarks.drop()
        super().done(result)

    def _connect(self) -> None:
        self._body.picked.connect(lambda _code: self._show_usual())
        self._host.picked.connect(lambda _code: self._show_usual())
        for field in (self._on, self._start, self._end):
            field.textChanged.connect(lambda _text: self._judge())
        for choice in (self._body, self._host):
            choice.picked.connect(lambda _code: self._judge())
        self._remarks.judged.connect(self._say_what_lacks)

    def _show_usual(self) -> None:
        """What is left empty becomes the body's usual, which stands there in grey."""
        word = self._bench.voice.word
        host = next((one for one in self._choices.hosts if one.id == self._host.code()), None)
        self._place.setPlaceholderText(
            (host.meeting_place if host is not None else "") or word(USUAL_PLACE)
        )
        rules = next(
            (one.rules for one in self._choices.settings if one.code == self._body.code()), ()
        )
        if rules:
            usual = rules[0].fields
            start = time.fromisoformat(usual.meeting_start)
            minutes = start.hour * 60 + start.minute + usual.meeting_minutes
            clock = self._bench.voice.formats.clock
            self._start.setPlaceholderText(clock(start))
            self._end.setPlaceholderText(clock(time(minutes // 60 % 24, minutes % 60)))

    def _judge(self) -> None:
        """What is odd about the day and times, as they stand right now."""
        self._fields[ON].mark_missing(not self._on.text().strip())
        wanted, days = self._wanted(), self._house.meeting_days
        self._remarks.ask(None if wanted is None else lambda: days.judge_new(wanted))
        self._say_what_lacks()

    def _say_what_lacks(self) -> None:
        word = self._bench.voice.word
        if self._body.code() is None:
            self.say_why(word(BODY_FIRST))
        elif not self._is_readable() or self._remarks.is_wrong:
            self.say_why(word(MEND_FIRST))
        else:
            self.say_why(None if self._on.value is not None else word(DATE_FIRST))

    def _is_readable(self) -> bool:
        return all(field.is_valid for field in (self._on, self._start, self._end))

    def _wanted(self) -> NewMeeting | None:
        """The meeting as it stands there; None while it is none yet."""
        on, body, host = self._on.value, self._body.code(), self._host.code()
        kind, mode = self._kind.code(), self._mode.code()
        if on is None or body is None or not self._is_readable():
            return None
        assert isinstance(kind, MeetingKind)
        assert isinstance(mode, AttendanceMode)
        return NewMeeting(
            body=str(body),
            held_on=on,
            start=as_stored(self._start.value),
            end=as_stored(self._end.value),
            place=self._place.text() or None,
            host_id=host if isinstance(host, int) else None,
            kind=kind,
            mode=mode,
        )

    def _make(self) -> None:
        wanted = self._wanted()
        assert wanted is not None
        do(self._bench, lambda: self._house.edit.meetings.create(wanted), self._end_well)

    def _end_well(self, done: Done) -> None:
        self.accept()
        self._on_made(done)
