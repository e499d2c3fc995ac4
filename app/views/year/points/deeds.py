"""What can be done with the fixed points that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.bodies import BodyRow
from app.services.editing.done import Done
from app.services.house import House
from app.services.year.entries import PointEntry
from app.services.year.facts import YearPoint
from app.views.meetings.new_meeting import Choices, NewMeetingDialog, read_choices
from app.views.shell.workbench import Workbench
from app.views.year.points.point_dialog import PointDialog
from app.views.year.points.turn_dialogs import DropDialog, EndDialog, MoveDialog

DELETED = _("{title} er slettet.")
CASE_MADE = _("{title} er laget og står på sakslisten til {meeting}.")
TAKEN_BACK = _("{title} følger regelen igjen.")
MEETING_MADE = _("Møtet er laget.")


class PointDeeds:
    """Opens dialogs over `page`, and runs the verbs that need none."""

    def __init__(self, bench: Workbench, house: House, page: QWidget) -> None:
        self._bench, self._house, self._page = bench, house, page

    def new_point(self) -> None:
        """Ask for a new fixed point."""
        self._ask(None)

    def edit_point(self, entry: PointEntry) -> None:
        """Show a fixed point."""
        self._ask(entry)

    def end_point(self, entry: PointEntry) -> None:
        """Ask for its last year."""
        EndDialog(self._page, self._bench, self._house.edit.wheel, entry).open()

    def delete_point(self, entry: PointEntry) -> None:
        """Take it out, with the way back; one with cases is ended, which is said."""
        wheel = self._house.edit.wheel
        said = self._bench.voice.fill(DELETED, title=entry.title)
        self._bench.change(lambda: wheel.delete_point(entry.id), partial(self._tell, said))

    def make_case(self, point: YearPoint) -> None:
        """Make its case for the meeting that is there."""
        wheel = self._house.edit.wheel
        self._bench.change(
            lambda: wheel.make_turn_case(point.entry_id, point.year),
            said=self._bench.voice.fill(CASE_MADE, title=point.title, meeting=point.meeting_name),
        )

    def move(self, point: YearPoint) -> None:
        """Ask for another month."""
        MoveDialog(self._page, self._bench, self._house.edit.wheel, point).open()

    def drop(self, point: YearPoint) -> None:
        """Ask why it goes by this year."""
        DropDialog(self._page, self._bench, self._house.edit.wheel, point).open()

    def take_back(self, point: YearPoint) -> None:
        """Neither moved nor dropped any more."""
        wheel = self._house.edit.wheel
        self._bench.change(
            lambda: wheel.keep_turn(point.entry_id, point.year),
            said=self._bench.voice.fill(TAKEN_BACK, title=point.title),
        )

    def open_case(self, point: YearPoint) -> None:
        """Go to its case."""
        self._bench.go_to(f"cases/{point.case_id}")

    def open_meeting(self, point: YearPoint) -> None:
        """Go to the meeting that takes it up."""
        self._bench.go_to(f"meetings/{point.meeting_id}/agenda")

    def new_meeting(self, point: YearPoint) -> None:
        """Ask for a meeting of its body in its month."""
        house = self._house

        def read() -> tuple[Choices, date]:
            return read_choices(house), house.points.usual_day(point.body, point.month_on)

        def show(found: tuple[Choices, date]) -> None:
            choices, on = found
            NewMeetingDialog(
                self._page, self._bench, house, choices, self._meeting_made, on=on, body=point.body
            ).open()

        self._bench.read(read, show)

    def _meeting_made(self, done: Done) -> None:
        self._tell(self._bench.voice.word(MEETING_MADE), done)

    def _tell(self, said: str, done: Done) -> None:
        """What is odd about it says more than that it was done."""
        odd = " ".join(self._bench.voice.say(reason) for reason in done.warnings)
        self._bench.teller.say(odd or said, self._bench.undo)

    def _ask(self, entry: PointEntry | None) -> None:
        house = self._house

        def show(bodies: Sequence[BodyRow]) -> None:
            PointDialog(
                self._page,
                self._bench,
                house.edit.wheel,
                bodies,
                entry,
                delete=lambda: self.delete_point(entry) if entry is not None else None,
            ).open()

        self._bench.read(house.bodies.all, show)
