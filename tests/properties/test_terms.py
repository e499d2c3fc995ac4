"""Whatever is done to a roster, a seat has one holder at a time and each undo is exact (R7)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from app.domain.errors import UserError
from app.domain.intervals import Interval, any_overlap
from app.domain.vocabulary import TermEnd
from app.models import Institution, Observer, Seat, Term, TermDeputy
from app.services.editing.done import Done
from app.services.editing.mergers import MergerFields, NewSuccessor
from app.services.editing.people import PersonFields
from app.services.editing.renewal import Holder, RenewalFields, SeatChoice
from app.services.editing.term_rules import TermFields
from app.services.editing.terms import FollowFields
from app.services.house import House
from tests.helpers.council import a_council, the_body, the_institution

FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 1_500).map(lambda days: FIRST + timedelta(days=days))
LENGTHS = st.one_of(st.none(), st.integers(-5, 900))
PLACES = ("Melhus", "Skaun", "Malvik", "Stjørdal")


class RosterMachine(RuleBasedStateMachine):
    """Tries every verb on two rotating seats and three of Regionrådet's, with what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        folder = self.stack.enter_context(TemporaryDirectory())
        desk = self.stack.enter_context(a_council(Path(folder) / "råd.rundgang"))
        self.house = House(desk)
        with desk.reading() as session:
            self.seats = [
                session.scalars(
                    select(Seat.id).where(
                        Seat.body_id == the_body(session, body).id, Seat.number == number
                    )
                ).one()
                for body, number in (("NR", 6), ("NR", 7), ("RR", 1), ("RR", 2), ("RR", 7))
            ]
            self.places = [the_institution(session, name).id for name in PLACES]
        names = ("Kari Berg", "Ola Lie", "Per Vik", "Siri Aune")
        add = self.house.edit.people.add_person
        self.people = [add(PersonFields(name=name)).id for name in names]
        self.mergers = 0

    def teardown(self) -> None:
        self.stack.close()

    def try_it(self, deed: Callable[[], Done]) -> Done | None:
        """Do it, or see that a refusal changes nothing; what is done can be undone exactly."""
        before, done, refusal = self.rows(), None, ""
        try:
            done = deed()
        except UserError as error:
            refusal = error.code
        if done is None:
            assert refusal != "term_overlap"  # told in words before the file says so
            assert self.rows() == before
            return None
        after = self.rows()
        if done.entry is not None:
            self.house.history.undo(done.entry)
            assert self.rows() == before
            self.house.history.redo_last()
            assert self.rows() == after
        return done

    def rows(self) -> list[tuple[object, ...]]:
        """Everything that the verbs may touch, without versions."""
        with self.house.desk.reading() as session:
            found: list[tuple[object, ...]] = []
            for table in (Term, TermDeputy, Seat, Observer, Institution):
                columns = [one for one in table.__table__.columns if one.name != "version"]
                found += [(table.__name__, *row) for row in session.execute(select(*columns))]
            return sorted(found, key=repr)

    def draw_fields(self, data: st.DataObject) -> TermFields:
        start, length = data.draw(DAYS), data.draw(LENGTHS)
        return TermFields(
            institution_id=data.draw(st.sampled_from(self.places)),
            person_id=data.draw(st.sampled_from([None, *self.people])),
            from_on=start,
            to_on=None if length is None else start + timedelta(days=length),
            deputies=tuple(data.draw(st.lists(st.sampled_from(self.people), max_size=2))),
        )

    def draw_term(self, data: st.DataObject) -> tuple[int, int]:
        with self.house.desk.reading() as session:
            rows = session.execute(select(Term.id, Term.version).order_by(Term.id)).all()
        key, version = data.draw(st.sampled_from([tuple(row) for row in rows]))
        return int(key), int(version)

    def has_terms(self) -> bool:
        with self.house.desk.reading() as session:
            return session.scalars(select(Term.id).limit(1)).first() is not None

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        seat, fields = data.draw(st.sampled_from(self.seats)), self.draw_fields(data)
        self.try_it(lambda: self.house.edit.terms.add_term(seat, fields))

    @precondition(has_terms)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        (term, version), fields = self.draw_term(data), self.draw_fields(data)
        self.try_it(lambda: self.house.edit.terms.edit_term(term, fields, version))

    @precondition(has_terms)
    @rule(data=st.data(), last_on=DAYS, why=st.sampled_from(TermEnd))
    def end(self, data: st.DataObject, last_on: date, why: TermEnd) -> None:
        term, version = self.draw_term(data)
        self.try_it(lambda: self.house.edit.terms.end_term(term, last_on, why, version))

    @precondition(has_terms)
    @rule(data=st.data(), from_on=DAYS)
    def follow(self, data: st.DataObject, from_on: date) -> None:
        term, version = self.draw_term(data)
        fields = FollowFields(from_on=from_on, person_id=data.draw(st.sampled_from(self.people)))
        self.try_it(lambda: self.house.edit.terms.follow(term, fields, version))

    @precondition(has_terms)
    @rule(data=st.data())
    def rank_deputies(self, data: st.DataObject) -> None:
        term, version = self.draw_term(data)
        wanted = data.draw(st.lists(st.sampled_from(self.people), max_size=3))
        self.try_it(lambda: self.house.edit.terms.set_deputies(term, wanted, version))

    @precondition(has_terms)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        term, _version = self.draw_term(data)
        self.try_it(lambda: self.house.edit.terms.remove_term(term))

    @rule(data=st.data(), on=DAYS, body=st.sampled_from(("NR", "RR")))
    def renew(self, data: st.DataObject, on: date, body: str) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.seats), unique=True, max_size=3))
        fields = RenewalFields(
            body=body,
            from_on=on,
            seats=tuple(
                SeatChoice(seat_id=seat, holder=data.draw(st.sampled_from(Holder)))
                for seat in chosen
            ),
        )
        self.try_it(lambda: self.house.edit.renewal.renew(fields))

    @precondition(lambda self: self.mergers < 2)
    @rule(data=st.data(), on=DAYS, is_new=st.booleans())
    def merge(self, data: st.DataObject, on: date, is_new: bool) -> None:
        ended = data.draw(
            st.lists(st.sampled_from(self.places), unique=True, min_size=1, max_size=2)
        )
        fields = MergerFields(
            ended=tuple(ended),
            on=on,
            successor_id=None if is_new else data.draw(st.sampled_from(self.places)),
            new=NewSuccessor(name=f"Ny kommune {self.mergers}") if is_new else None,
        )
        if self.try_it(lambda: self.house.edit.mergers.merge(fields)) is not None:
            self.mergers += 1

    @invariant()
    def a_seat_has_one_holder_at_a_time_within_its_life(self) -> None:
        with self.house.desk.reading() as session:
            for seat in session.scalars(select(Seat)):
                spans = [Interval(one.start_on, one.end_on) for one in seat.terms]
                assert not any_overlap(spans)
                life = Interval(seat.valid_from, seat.valid_to)
                assert all(life.covers(span) for span in spans)

    @invariant()
    def deputies_are_ranked_from_one_and_never_the_holder(self) -> None:
        with self.house.desk.reading() as session:
            for term in session.scalars(select(Term)):
                ranks = [one.rank for one in term.deputies]
                assert ranks == list(range(1, len(ranks) + 1))
                assert term.person_id not in {one.person_id for one in term.deputies}


RosterMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=14, deadline=None)
TestRoster = RosterMachine.TestCase
