"""Who gets a body's papers and may attend without a voice (R5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.models import Body, Institution, Observer, Person, Term
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing
from app.services.editing.periods import day_after, typed_period
from app.services.editing.roster_kept import must_not_have_observed
from app.services.roster import last_day
from app.store.queries.council import body_by_code
from app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ObserverFields:
    """An observer from an institution; both days are inclusive, None while they go on."""

    person_id: int
    institution_id: int
    from_on: date
    to_on: date | None = None


class ObserverEditor(Editor):
    """Observers come and go per body; those whom approved minutes name stay for that day."""

    def add_observer(self, body: str, fields: ObserverFields) -> Done:
        """A new observer; `UserError` when the person observes the body already."""
        with self._desk.writing() as work:
            chosen = body_by_code(work.session, body)
            row = Observer(body_id=chosen.id)
            odd = _fill(work.session, row, fields)
            work.session.add(row)
            return self._end_observer(work, "add_observer", row, odd)

    def edit_observer(self, observer_id: int, fields: ObserverFields) -> Done:
        """Person, institution and days."""
        with self._desk.writing() as work:
            row = existing(work.session, Observer, observer_id, "observer_gone")
            kept = typed_period(fields.from_on, fields.to_on)
            same = row.person_id == fields.person_id
            _must_stay(work.session, row, kept if same else None)
            odd = _fill(work.session, row, fields)
            return self._end_observer(work, "edit_observer", row, odd)

    def end_observer(self, observer_id: int, last_on: date) -> Done:
        """The last day on which somebody observes."""
        with self._desk.writing() as work:
            row = existing(work.session, Observer, observer_id, "observer_gone")
            if not Interval(row.valid_from, row.valid_to).contains(last_on):
                raise UserError(
                    "day_outside_observing",
                    on=last_on,
                    from_on=row.valid_from,
                    to_on=last_day(row.valid_to),
                )
            _must_stay(work.session, row, typed_period(row.valid_from, last_on))
            row.valid_to = day_after(last_on)
            return self._end_observer(work, "end_observer", row)

    def remove_observer(self, observer_id: int) -> Done:
        """Take out an observer who was a mistake; `UserError` when approved minutes name them."""
        with self._desk.writing() as work:
            row = existing(work.session, Observer, observer_id, "observer_gone")
            _must_stay(work.session, row, None)
            work.session.delete(row)
            return self._end_observer(work, "remove_observer", row)

    def _end_observer(
        self, work: UnitOfWork, verb: str, row: Observer, odd: tuple[Reason, ...] = ()
    ) -> Done:
        return self._end(
            work,
            verb,
            row,
            Kind.PERSON,
            row.person_id,
            also=(Kind.BODY, Kind.TERM),
            warnings=odd,
        )


def _must_stay(session: Session, row: Observer, kept: Interval | None) -> None:
    """Of the days that the row covers today, those in approved minutes must be in `kept`."""
    now = Interval(row.valid_from, row.valid_to)
    must_not_have_observed(session, row.body_id, row.person_id, kept, now)


def _fill(session: Session, row: Observer, fields: ObserverFields) -> tuple[Reason, ...]:
    period = typed_period(fields.from_on, fields.to_on)
    person = existing(session, Person, fields.person_id, "person_gone")
    place = existing(session, Institution, fields.institution_id, "institution_unknown")
    with session.no_autoflush:
        others = session.scalars(
            select(Observer).where(
                Observer.body_id == row.body_id,
                Observer.person_id == fields.person_id,
                Observer.id != (row.id or 0),
            )
        ).all()
        if any(period.overlaps(Interval(one.valid_from, one.valid_to)) for one in others):
            body = session.get_one(Body, row.body_id)
            raise UserError("observer_there_already", name=person.name, body=body.short_name)
        odd = _oddities(session, row.body_id, person, place, period)
    row.person_id, row.institution_id = person.id, place.id
    row.valid_from, row.valid_to = period.from_on, period.to_on
    return odd


def _oddities(
    session: Session, body_id: int, person: Person, place: Institution, period: Interval
) -> tuple[Reason, ...]:
    """A member needs not observe, and an institution that is gone sends nobody."""
    found: list[Reason] = []
    terms = session.scalars(
        select(Term).where(Term.person_id == person.id, Term.seat.has(body_id=body_id))
    )
    if any(period.overlaps(Interval(one.start_on, one.end_on)) for one in terms):
        found.append(Reason("observer_is_member", name=person.name))
    if not Interval(place.valid_from, place.valid_to).covers(period):
        found.append(
            Reason(
                "institution_not_there",
                name=place.name,
                from_on=place.valid_from,
                to_on=last_day(place.valid_to),
            )
        )
    return tuple(found)
