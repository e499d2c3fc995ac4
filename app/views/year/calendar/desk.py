"""What the calendar's tabs share: the day that is looked at, what is sifted out, and the deeds."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.months import last_of_month
from app.domain.reasons import Reason
from app.services.editing.done import Done
from app.services.house import House
from app.services.year.days import Line, YearDays
from app.services.year.facts import YearMeeting, YearPoint, YearView
from app.views.meetings.cancel_dialog import open_cancel
from app.views.meetings.move_dialog import open_move
from app.views.meetings.new_meeting import MADE, Choices, NewMeetingDialog, read_choices
from app.views.meetings.page import DELETED
from app.views.shell.workbench import Workbench

_PART = "calendar"
_HIDDEN, _WITHOUT = "hidden", "without_deadlines"


class CalendarDesk(QObject):
    """One for all of them; `sifted` and `day_chosen` tell the others."""

    sifted = Signal()
    day_chosen = Signal(object)

    def __init__(self, bench: Workbench, house: House) -> None:
        super().__init__()
        self.bench, self.house = bench, house
        self.on = bench.today()
        kept = bench.council_memory.of(_PART)
        hidden = kept.get(_HIDDEN)
        self.hidden = frozenset(map(str, hidden if isinstance(hidden, list) else ()))
        self.with_deadlines = kept.get(_WITHOUT) is not True

    def days(self, view: YearView) -> YearDays:
        """The year as it is sifted now."""
        return YearDays(view, self.hidden, with_deadlines=self.with_deadlines)

    def show_body(self, code: str, is_shown: bool) -> None:
        """Show a body's lines, or leave them out, from now on."""
        self.hidden = self.hidden - {code} if is_shown else self.hidden | {code}
        self._keep(_HIDDEN, sorted(self.hidden))

    def show_deadlines(self, are_shown: bool) -> None:
        """The same for deadlines."""
        self.with_deadlines = are_shown
        self._keep(_WITHOUT, not are_shown)

    def choose(self, on: date) -> None:
        """Look at another day, in every tab."""
        if on != self.on:
            self.on = on
            self.day_chosen.emit(on)

    def follow(self, year: int) -> None:
        """The page shows another year: look at the same day of that one."""
        if self.on.year != year:
            self.choose(same_day(self.on, year, self.on.month))

    def go_to_month(self, on: date) -> None:
        """Show a day in its month."""
        self.choose(on)
        self.bench.go_to(f"year/{on.year}/month")

    def open(self, parent: QWidget, line: Line) -> None:
        """The meeting of the line, or its case; a fixed point without either gets a meeting."""
        if isinstance(line, YearPoint) and line.case_id is not None and not line.is_case_deleted:
            self.bench.go_to(f"cases/{line.case_id}")
            return
        meeting_id = line.id if isinstance(line, YearMeeting) else line.meeting_id
        if meeting_id is not None:
            self.bench.go_to(f"meetings/{meeting_id}")
        else:
            self.ask_new(parent, None, line.body)

    def ask_new(self, parent: QWidget, on: date | None, body: str | None = None) -> None:
        """Ask for a new meeting, with what is known of it filled in."""

        def show(choices: Choices) -> None:
            if isValid(parent):
                NewMeetingDialog(
                    parent, self.bench, self.house, choices, self._made, on=on, body=body
                ).open()

        house = self.house
        self.bench.read(lambda: read_choices(house), show)

    def delete(self, meeting: YearMeeting) -> None:
        """Put a meeting in the bin; one that is held or called off stays, and says so."""
        if not meeting.can_move:
            self.bench.teller.say(self.bench.voice.say(why_not_deleted(meeting)))
            return
        house = self.house
        self.bench.change(
            lambda: house.edit.meetings.delete(meeting.id, meeting.version),
            said=self.bench.voice.fill(DELETED, meeting=meeting.name),
        )

    def move(self, parent: QWidget, meeting: YearMeeting, to_on: date) -> None:
        """Ask for the move of a meeting; one that is held or called off stays, and says so."""
        if meeting.can_move:
            open_move(parent, self.bench, self.house, meeting.id, to_on, self._follow_move)
        else:
            self.tell_why_not(meeting)

    def cancel(self, parent: QWidget, meeting: YearMeeting) -> None:
        """Ask why a meeting is called off; one that is held stays, and says so."""
        if meeting.can_move:
            open_cancel(parent, self.bench, self.house, meeting.id)
        else:
            self.tell_why_not(meeting)

    def tell_why_not(self, meeting: YearMeeting) -> None:
        """Say in passing why a meeting cannot be moved."""
        self.bench.teller.say(self.bench.voice.say(why_not_moved(meeting)))

    def _made(self, done: Done) -> None:
        house, made = self.house, done.id

        def tell(name: str) -> None:
            voice = self.bench.voice
            said = [voice.fill(MADE, meeting=name), *(voice.say(each) for each in done.warnings)]
            self.bench.teller.say(" ".join(said), self.bench.undo)

        self.bench.read(lambda: house.agendas.view(made).meeting.name, tell)

    def _follow_move(self, on: date) -> None:
        """Look at the day that a meeting has come to."""
        self.choose(on)
        self.bench.go_to(f"year/{on.year}")

    def _keep(self, key: str, value: object) -> None:
        self.bench.council_memory.keep(_PART, key, value)
        self.sifted.emit()


def why_not_moved(meeting: YearMeeting) -> Reason:
    """Held, called off: it stays where it was."""
    return Reason("calendar_meeting_stays", meeting=meeting.name, status=meeting.status.value)


def why_not_deleted(meeting: YearMeeting) -> Reason:
    """What was held stays in the file."""
    return Reason("calendar_meeting_not_deleted", meeting=meeting.name, status=meeting.status.value)


def same_day(on: date, year: int, month: int) -> date:
    """The day of that month with the number of `on`, or the month's last."""
    last = last_of_month(date(year, month, 1))
    return last.replace(day=min(on.day, last.day))


def months_on(on: date, months: int) -> date:
    """The same day some months on; the first and the last year that there is are not passed."""
    place = on.year * 12 + on.month - 1 + months
    year, month = divmod(place, 12)
    return on if not MINYEAR < year < MAXYEAR else same_day(on, year, month + 1)
