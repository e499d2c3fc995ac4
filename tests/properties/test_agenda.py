"""Whatever is done to an agenda, every item is on it once, counted from 1 (R25, R26)."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.vocabulary import StandingKind
from app.models import AgendaItem, Case
from app.services.editing.new_meetings import NewMeeting
from app.services.editing.placing import StandingSpec
from app.services.house import House
from tests.helpers.council import a_case, a_council, writing
from tests.helpers.store import refused

PLACES = st.integers(-2, 12)


class AgendaMachine(RuleBasedStateMachine):
    """Adds, moves, removes, publishes and undoes, and keeps beside it what should be there."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        folder = self.stack.enter_context(TemporaryDirectory())
        desk = self.stack.enter_context(a_council(Path(folder) / "råd.rundgang"))
        self.house = House(desk)
        new = NewMeeting(body="NR", held_on=date(2026, 12, 4), place="Skaun rådhus")
        self.meeting = self.house.edit.meetings.create(new).id
        self.there = self.on_agenda()
        self.numbers: dict[int, int] = {}

    def teardown(self) -> None:
        self.stack.close()

    def on_agenda(self) -> list[int]:
        with self.house.desk.reading() as session:
            rows = session.query(AgendaItem.id).filter_by(meeting_id=self.meeting)
            return [key for (key,) in rows.order_by(AgendaItem.sort)]

    def pick(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(self.there))

    @rule(place=PLACES)
    def add_a_case(self, place: int) -> None:
        with writing(self.house.desk) as work:
            case = a_case(work.session).id
        self.there.append(self.house.edit.agenda.add_case(self.meeting, case, place).id)

    @rule(place=PLACES)
    def add_a_heading(self, place: int) -> None:
        self.there.append(self.house.edit.agenda.add_heading(self.meeting, "Del", place).id)

    @rule(is_numbered=st.booleans(), is_at_end=st.booleans())
    def add_a_standing_item(self, is_numbered: bool, is_at_end: bool) -> None:
        spec = StandingSpec(StandingKind.INFORMATION, "Nytt", 5, is_numbered, is_at_end)
        self.there.append(self.house.edit.agenda.add_standing(self.meeting, spec).id)

    @precondition(lambda self: self.there)
    @rule(data=st.data(), place=PLACES)
    def move(self, data: st.DataObject, place: int) -> None:
        item = self.pick(data)
        self.house.edit.agenda.move(item, place)
        order = self.on_agenda()
        assert order.index(item) == min(max(place, 0), len(order) - 1)

    @precondition(lambda self: self.there)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        item = self.pick(data)
        done = self.house.edit.agenda.remove(item)
        if done.entry is not None and item not in self.on_agenda():
            self.there.remove(item)

    @rule()
    def publish(self) -> None:
        if self.house.meetings.is_unpublished(self.meeting):
            self.house.meetings.publish(self.meeting, reason="Klar.")
        elif self.house.edit.revision.difference(self.meeting):
            self.house.edit.revision.publish(self.meeting, reason="Kom til.")
        else:
            with refused("nothing_to_revise"):
                self.house.edit.revision.publish(self.meeting)

    @rule()
    def undo(self) -> None:
        line = self.house.history.next_undo()
        if line is None or line.verb == "create_meeting" or line.verb == "arrange":
            return
        self.house.history.undo_last()
        self.there = self.on_agenda()

    @invariant()
    def every_item_is_there_once_and_counted_from_one(self) -> None:
        with self.house.desk.reading() as session:
            rows = session.query(AgendaItem).filter_by(meeting_id=self.meeting).all()
            assert sorted(row.sort for row in rows) == list(range(1, len(rows) + 1))
            cases = [row.case_id for row in rows if row.case_id is not None]
            assert len(cases) == len(set(cases))
        assert sorted(self.on_agenda()) == sorted(self.there)

    @invariant()
    def a_number_once_given_stays(self) -> None:
        with self.house.desk.reading() as session:
            given = {
                case.id: case.number
                for case in session.query(Case).filter(Case.number.is_not(None))
                if case.number is not None
            }
        assert self.numbers.items() <= given.items()
        assert len(set(given.values())) == len(given)
        self.numbers = given


TestAgenda = AgendaMachine.TestCase
TestAgenda.settings = settings(max_examples=8, stateful_step_count=15, deadline=None)
