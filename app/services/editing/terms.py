"""Who sits in which seat, from when to when, and who stands in (R2–R7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm.attributes import flag_modified

from app.domain.errors import UserError
from app.domain.intervals import Interval
from app.domain.reasons import Reason
from app.domain.vocabulary import TermEnd
from app.models import Seat, Term
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing
from app.services.editing.periods import day_after
from app.services.editing.roster_kept import kept_under_approved, must_not_be_used
from app.services.editing.term_rules import (
    TermFields,
    check_deputies,
    checked_term,
    holder_of,
    oddities,
    put_deputies,
)
from app.services.roster import last_day
from app.store.unit_of_work import UnitOfWork, expect_version


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowFields:
    """Who takes over in mid-term and from which day; the institution stays where none is given."""

    from_on: date
    person_id: int | None = None
    institution_id: int | None = None
    because: TermEnd = TermEnd.LEFT
    deputies: tuple[int, ...] = ()


class TermEditor(Editor):
    """One holder per seat at a time, whatever is done (R7); every verb can be taken back."""

    def add_term(self, seat_id: int, fields: TermFields) -> Done:
        """A new term; `UserError` when the seat is taken or not there in those days."""
        with self._desk.writing() as work:
            seat = existing(work.session, Seat, seat_id, "seat_gone")
            period = checked_term(work.session, seat, fields)
            odd = oddities(work.session, seat, fields)
            with kept_under_approved(work.session, [seat_id]):
                row = Term(seat_id=seat_id)
                _fill(row, fields, period)
                work.session.add(row)
                work.session.flush()
                put_deputies(work.session, row, fields.deputies)
            return self._end_term(work, "add_term", row, odd)

    def edit_term(
        self,
        term_id: int,
        fields: TermFields,
        expected_version: int,
        *,
        because: TermEnd | None = None,
    ) -> Done:
        """Holder, days and deputies of a term; `because` says why it ended, where it has."""
        with self._desk.writing() as work:
            row = existing(work.session, Term, term_id, "term_gone")
            expect_version(row, expected_version)
            period = checked_term(work.session, row.seat, fields, but=term_id)
            odd = oddities(work.session, row.seat, fields, but=term_id)
            with kept_under_approved(work.session, [row.seat_id]):
                _fill(row, fields, period)
                row.ended_because = None if period.to_on is None else because
                if put_deputies(work.session, row, fields.deputies):
                    _touch(row)
            return self._end_term(work, "edit_term", row, odd)

    def end_term(
        self, term_id: int, last_on: date, because: TermEnd, expected_version: int
    ) -> Done:
        """Let a term end early, with the reason; the seat is vacant from the day after."""
        with self._desk.writing() as work:
            row = existing(work.session, Term, term_id, "term_gone")
            expect_version(row, expected_version)
            _must_be_in_term(row, last_on)
            with kept_under_approved(work.session, [row.seat_id]):
                row.end_on, row.ended_because = day_after(last_on), because
            return self._end_term(work, "end_term", row)

    def follow(self, term_id: int, fields: FollowFields, expected_version: int) -> Done:
        """The holder leaves, and another sits for the rest of the term: one deed, one undo."""
        with self._desk.writing() as work:
            old = existing(work.session, Term, term_id, "term_gone")
            expect_version(old, expected_version)
            rest = TermFields(
                institution_id=fields.institution_id or old.institution_id,
                person_id=fields.person_id,
                from_on=fields.from_on,
                to_on=last_day(old.end_on),
                deputies=fields.deputies,
            )
            _must_change_hands(old, rest)
            period = checked_term(work.session, old.seat, rest, but=term_id)
            odd = oddities(work.session, old.seat, rest, but=term_id)
            with kept_under_approved(work.session, [old.seat_id]):
                old.end_on, old.ended_because = fields.from_on, fields.because
                work.session.flush()
                row = Term(seat_id=old.seat_id)
                _fill(row, rest, period)
                work.session.add(row)
                work.session.flush()
                put_deputies(work.session, row, rest.deputies)
            return self._end_term(work, "follow_holder", row, odd)

    def set_deputies(self, term_id: int, deputies: Iterable[int], expected_version: int) -> Done:
        """The deputies of a term, the one who is called first at the head (R4, R33)."""
        with self._desk.writing() as work:
            row = existing(work.session, Term, term_id, "term_gone")
            expect_version(row, expected_version)
            wanted = tuple(deputies)
            check_deputies(work.session, row.person_id, wanted)
            fields = _as_fields(row, wanted)
            odd = oddities(work.session, row.seat, fields, but=term_id)
            with kept_under_approved(work.session, [row.seat_id]):
                if put_deputies(work.session, row, wanted):
                    _touch(row)
            return self._end_term(work, "set_deputies", row, odd)

    def remove_term(self, term_id: int, expected_version: int | None = None) -> Done:
        """Take out a term that was a mistake; `UserError` when minutes or papers rest on it."""
        with self._desk.writing() as work:
            row = existing(work.session, Term, term_id, "term_gone")
            if expected_version is not None:
                expect_version(row, expected_version)
            must_not_be_used(work.session, row)
            with kept_under_approved(work.session, [row.seat_id]):
                put_deputies(work.session, row, ())
                work.session.delete(row)
            return self._end_term(work, "remove_term", row)

    def oddities(
        self, seat_id: int, fields: TermFields, term_id: int | None = None
    ) -> tuple[Reason, ...]:
        """What is unusual about a term before it is stored; nothing of it is in the way."""
        with self._desk.reading() as session:
            seat = existing(session, Seat, seat_id, "seat_gone")
            return oddities(session, seat, fields, but=term_id)

    def _end_term(self, work: UnitOfWork, verb: str, row: Term, odd: Iterable[Reason] = ()) -> Done:
        return self._end(work, verb, row, Kind.TERM, row.seat_id, also=(Kind.PERSON,), warnings=odd)


def _fill(row: Term, fields: TermFields, period: Interval) -> None:
    row.institution_id, row.person_id = fields.institution_id, fields.person_id
    row.start_on, row.end_on = period.from_on, period.to_on


def _as_fields(row: Term, deputies: tuple[int, ...]) -> TermFields:
    return TermFields(
        institution_id=row.institution_id,
        person_id=row.person_id,
        from_on=row.start_on,
        to_on=last_day(row.end_on),
        deputies=deputies,
    )


def _touch(row: Term) -> None:
    """Deputies are part of what was seen: a screen that shows the old ones is stale."""
    flag_modified(row, "override_reason")


def _must_be_in_term(row: Term, on: date) -> None:
    if not Interval(row.start_on, row.end_on).contains(on):
        raise UserError("day_outside_term", on=on, from_on=row.start_on, to_on=last_day(row.end_on))


def _must_change_hands(old: Term, rest: TermFields) -> None:
    """A follower begins after the first day, within the term, and is somebody else."""
    _must_be_in_term(old, rest.from_on)
    if rest.from_on == old.start_on:
        raise UserError("follows_from_the_start", on=old.start_on)
    if (rest.institution_id, rest.person_id) == (old.institution_id, old.person_id):
        raise UserError("follower_is_the_same", name=holder_of(old))
