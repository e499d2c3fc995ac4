"""Whatever becomes of meetings: no case is lost, no number changes, and undo leads back (R23)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.errors import UserError
from app.domain.vocabulary import CaseStatus, MeetingStatus
from app.models import Case, Meeting
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.store.fingerprint import prints
from app.store.queries.meetings import UPCOMING
from app.store.queries.queue import WAITING
from tests.helpers.called import a_called, a_planned, version_of, with_people
from tests.helpers.council import TODAY, a_case, a_council, writing

DAYS = st.integers(0, 900).map(lambda days: TODAY + timedelta(days=days))
CLOCKS = st.integers(0, 23).flatmap(
    lambda hour: st.integers(0, 59).map(lambda minute: f"{hour:02}:{minute:02}")
)


def content(house: House) -> dict[str, object]:
    """What all tables say, but the log and the versions, which only ever grow."""
    with house.desk.file.raw() as connection:
        found = prints(connection)
    return {
        table: {name: value for name, value in one.columns.items() if name != "version"}
        for table, one in found.items()
        if table != "log_entry"
    }


@contextmanager
def may_refuse(*codes: str) -> Iterator[None]:
    """What is done may be refused in one of these ways, and in no other."""
    try:
        yield
    except UserError as error:
        if error.code not in codes:
            raise


@settings(max_examples=6)
@given(
    on=DAYS,
    start=CLOCKS,
    end=CLOCKS,
    place=st.text(max_size=20),
    is_called=st.booleans(),
    is_cancelled=st.booleans(),
)
def test_moving_or_cancelling_and_undoing_leaves_the_file_as_it_was(
    on: date, start: str, end: str, place: str, is_called: bool, is_cancelled: bool
) -> None:
    with TemporaryDirectory() as folder, a_council(Path(folder) / "råd.rundgang") as desk:
        house = House(desk)
        with_people(house)
        meeting = a_called(house) if is_called else a_planned(house)
        later = a_planned(house, date(2027, 1, 22), cases=1)
        before, version = content(house), version_of(house, meeting)
        changes = house.edit.meeting_changes
        try:
            if is_cancelled:
                done = changes.cancel(meeting, "Derfor.", version, cases_to=later)
            else:
                done = changes.move(meeting, on, start, end, place, "Derfor.", version)
        except UserError:
            assert content(house) == before
            return
        if done.entry is not None:
            house.history.undo_last()
        assert content(house) == before


class MovesMachine(RuleBasedStateMachine):
    """Makes, moves, publishes, cancels and undoes, with cases coming and going."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        folder = self.stack.enter_context(TemporaryDirectory())
        desk = self.stack.enter_context(a_council(Path(folder) / "råd.rundgang"))
        self.house = House(desk)
        self.numbers: dict[int, tuple[int, int]] = {}
        for on in (date(2026, 12, 4), date(2027, 1, 22)):
            a_planned(self.house, on)

    def teardown(self) -> None:
        self.stack.close()

    def pick(self, data: st.DataObject) -> tuple[int, int]:
        """A meeting and its version."""
        row = data.draw(st.sampled_from(self.house.meetings.all()))
        return row.id, row.version

    @rule(on=DAYS)
    def make(self, on: date) -> None:
        self.house.edit.meetings.create(NewMeeting(body="NR", held_on=on, place="Malvik"))

    @rule()
    def write_a_case(self) -> None:
        with writing(self.house.desk) as work:
            a_case(work.session)

    @rule(data=st.data())
    def put_on(self, data: st.DataObject) -> None:
        meeting, _version = self.pick(data)
        for row in self.house.agendas.queue("NR")[:2]:
            with may_refuse("agenda_is_closed"):
                self.house.edit.agenda.add_case(meeting, row.id)

    @rule(data=st.data(), on=DAYS)
    def move(self, data: st.DataObject, on: date) -> None:
        meeting, version = self.pick(data)
        with may_refuse("step_not_possible", "meeting_before_notice"):
            self.house.edit.meeting_changes.move(meeting, on, None, None, None, "Så.", version)

    @rule(data=st.data())
    def publish(self, data: st.DataObject) -> None:
        meeting, _version = self.pick(data)
        if self.house.meetings.is_unpublished(meeting):
            with may_refuse("step_not_possible"):
                self.house.meetings.publish(meeting, reason="Klar.")

    @rule(data=st.data(), is_onward=st.booleans())
    def cancel(self, data: st.DataObject, is_onward: bool) -> None:
        meeting, version = self.pick(data)
        later = self.house.meeting_changes.before(meeting).later
        onto = later.id if later is not None and is_onward else None
        with may_refuse("step_not_possible"):
            self.house.edit.meeting_changes.cancel(meeting, "Så.", version, cases_to=onto)

    @rule()
    def undo(self) -> None:
        line = self.house.history.next_undo()
        if line is not None and line.verb not in ("arrange", "create_meeting"):
            self.house.history.undo_last()

    @invariant()
    def no_case_is_lost(self) -> None:
        """Each waits in the queue, or stands on one agenda that is still to be held."""
        waiting = {row.id for row in self.house.agendas.queue("NR")}
        with self.house.desk.reading() as session:
            on_agendas = [
                item.case_id
                for meeting in session.query(Meeting).filter(Meeting.status.in_(UPCOMING))
                for item in meeting.items
                if item.case_id is not None
            ]
            open_cases = {
                case.id
                for case in session.query(Case)
                if case.status in (*WAITING, CaseStatus.PUBLISHED)
            }
        assert len(on_agendas) == len(set(on_agendas))
        assert waiting.isdisjoint(on_agendas)
        assert waiting | set(on_agendas) == open_cases

    @invariant()
    def a_number_once_given_stays(self) -> None:
        with self.house.desk.reading() as session:
            given_now = {
                case.id: (case.number_year, case.number)
                for case in session.query(Case).filter(Case.number.is_not(None))
                if case.number is not None and case.number_year is not None
            }
        assert self.numbers.items() <= given_now.items()
        assert len(set(given_now.values())) == len(given_now)
        self.numbers = given_now

    @invariant()
    def a_cancelled_meeting_says_what_its_agenda_was(self) -> None:
        for row in self.house.meetings.all():
            if row.status is MeetingStatus.CANCELLED:
                assert len(self.house.agendas.view(row.id).lines) >= 5


TestMoves = MovesMachine.TestCase
TestMoves.settings = settings(max_examples=4, stateful_step_count=12, deadline=None)
