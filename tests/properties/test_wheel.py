"""Whatever is done, a fixed point has never more than one case for one of its years (R19)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.errors import UserError
from app.domain.vocabulary import MeetingStatus
from app.models import AgendaItem, Case, Meeting, WheelEntry, WheelTurn
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.year.facts import YearPoint
from tests.helpers.council import a_council, writing
from tests.helpers.moving import move_day

DAYS = st.builds(
    date, st.sampled_from([2027, 2028]), st.sampled_from([1, 2, 12]), st.sampled_from([4, 18])
)
YEARS = (2026, 2027, 2028)


class WheelMachine(RuleBasedStateMachine):
    """Meetings come, move and go, points are settled and cases made, and all of it is undone."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        folder = self.stack.enter_context(TemporaryDirectory())
        desk = self.stack.enter_context(a_council(Path(folder) / "råd.rundgang"))
        self.house = House(desk)
        with writing(desk) as work:
            for entry in work.session.query(WheelEntry):
                entry.title = f"{entry.title} {{år}}"

    def teardown(self) -> None:
        self.stack.close()

    def meetings(self) -> list[tuple[int, int]]:
        with self.house.desk.reading() as session:
            rows = session.query(Meeting).filter(Meeting.deleted_at.is_(None))
            return [
                (row.id, row.version)
                for row in rows.order_by(Meeting.id)
                if row.status is not MeetingStatus.CANCELLED
            ]

    def points(self) -> list[YearPoint]:
        return [point for year in YEARS for point in self.house.year.view(year).points]

    def attempt(self, act: Callable[[], object]) -> None:
        """What the rules refuse is refused in words, and changes nothing."""
        try:
            act()
        except UserError as error:
            if not error.code.startswith(("point_", "undo_", "nothing_to_")):
                raise

    @rule(on=DAYS)
    def make_a_meeting(self, on: date) -> None:
        self.house.edit.meetings.create(NewMeeting(body="RR", held_on=on))

    @precondition(lambda self: self.meetings())
    @rule(data=st.data(), on=DAYS)
    def move_a_meeting(self, data: st.DataObject, on: date) -> None:
        key, version = data.draw(st.sampled_from(self.meetings()))
        move_day(self.house, key, on, version)

    @precondition(lambda self: self.meetings())
    @rule(data=st.data())
    def delete_a_meeting(self, data: st.DataObject) -> None:
        key, _version = data.draw(st.sampled_from(self.meetings()))
        self.house.edit.meetings.delete(key)

    @precondition(lambda self: self.meetings())
    @rule(data=st.data())
    def cancel_a_meeting(self, data: st.DataObject) -> None:
        key, _version = data.draw(st.sampled_from(self.meetings()))
        with writing(self.house.desk) as work:
            work.session.get_one(Meeting, key).status = MeetingStatus.CANCELLED

    @rule(data=st.data())
    def make_a_case(self, data: st.DataObject) -> None:
        point = data.draw(st.sampled_from(self.points()))
        self.attempt(lambda: self.house.edit.wheel.make_turn_case(point.entry_id, point.year))

    @rule(data=st.data())
    def drop_a_point(self, data: st.DataObject) -> None:
        point = data.draw(st.sampled_from(self.points()))
        self.attempt(lambda: self.house.edit.wheel.drop_turn(point.entry_id, point.year, "Nei."))

    @rule(data=st.data(), on=DAYS)
    def move_a_point(self, data: st.DataObject, on: date) -> None:
        point = data.draw(st.sampled_from(self.points()))
        self.attempt(
            lambda: self.house.edit.wheel.move_turn(
                point.entry_id, point.year, on.year, on.month, "Senere."
            )
        )

    @rule(data=st.data())
    def take_it_back(self, data: st.DataObject) -> None:
        point = data.draw(st.sampled_from(self.points()))
        self.attempt(lambda: self.house.edit.wheel.keep_turn(point.entry_id, point.year))

    @precondition(lambda self: any(one.case_id for one in self.points()))
    @rule(data=st.data())
    def delete_or_restore_a_case(self, data: st.DataObject) -> None:
        made = [one for one in self.points() if one.case_id is not None]
        point = data.draw(st.sampled_from(made))
        edit = self.house.edit.cases
        assert point.case_id is not None
        (edit.restore if point.is_case_deleted else edit.delete)(point.case_id)

    @rule()
    def undo(self) -> None:
        line = self.house.history.next_undo()
        if line is not None and line.verb != "arrange":
            self.attempt(self.house.history.undo_last)

    @rule()
    def redo(self) -> None:
        self.attempt(self.house.history.redo_last)

    @invariant()
    def a_point_has_at_most_one_case_a_year(self) -> None:
        with self.house.desk.reading() as session:
            cases = session.query(Case).filter(Case.wheel_entry_id.is_not(None)).all()
            told = Counter((case.wheel_entry_id, case.title) for case in cases)
            turns = {turn.case_id for turn in session.query(WheelTurn) if turn.case_id}
            assert all(count == 1 for count in told.values())
            assert turns == {case.id for case in cases}

    @invariant()
    def a_case_stands_on_one_open_agenda_at_most(self) -> None:
        with self.house.desk.reading() as session:
            items = (
                session.query(AgendaItem)
                .join(Meeting, AgendaItem.meeting_id == Meeting.id)
                .filter(Meeting.deleted_at.is_(None), Meeting.status != MeetingStatus.CANCELLED)
                .filter(AgendaItem.case_id.is_not(None))
            )
            assert all(count == 1 for count in Counter(item.case_id for item in items).values())


TestWheel = WheelMachine.TestCase
TestWheel.settings = settings(max_examples=5, stateful_step_count=16, deadline=None)
