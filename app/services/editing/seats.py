"""The chairs at a body's table, as data of the body (R2, R3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.intervals import Interval
from app.domain.vocabulary import InstitutionKind, SeatKind, SeatRole, Sector
from app.models import Attendance, Institution, Seat, SeatTitle, Term
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, needed, one_line
from app.services.editing.periods import typed_period
from app.services.editing.roster_kept import kept_under_approved, must_begin_after_approved
from app.services.editing.term_rules import holder_of, terms_of
from app.services.roster import last_day, seat_title
from app.store.queries.council import body_by_code
from app.store.unit_of_work import UnitOfWork

LONGEST_TERM = 20
"""Years that a term may last by rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFields:
    """A chair; days are inclusive, and the title holds from `title_from` (the first by default).

    `rotates_among` is for one that institutions take in turns, `institution_id` for one that is
    always the same institution's.
    """

    number: int
    title: str
    title_from: date | None = None
    kind: SeatKind = SeatKind.PERMANENT
    role: SeatRole = SeatRole.MEMBER
    sector: Sector
    appointed_by: str = ""
    term_years: int | None = None
    votes: bool = True
    rotates_among: InstitutionKind | None = None
    institution_id: int | None = None
    from_on: date
    to_on: date | None = None


class SeatEditor(Editor):
    """Adds and edits chairs; one that approved minutes rest on keeps its role and its vote."""

    def add_seat(self, body: str, fields: SeatFields) -> Done:
        """A new chair at the body's table."""
        with self._desk.writing() as work:
            chosen = body_by_code(work.session, body)
            row = Seat(body_id=chosen.id)
            _fill(work.session, row, fields)
            row.titles = [SeatTitle(valid_from=fields.from_on, title=_title(fields))]
            work.session.add(row)
            work.session.flush()
            must_begin_after_approved(work.session, row)
            return self._end_seat(work, "add_seat", row)

    def edit_seat(self, seat_id: int, fields: SeatFields) -> Done:
        """What the chair is; a title may begin later than the chair, and keeps those before."""
        with self._desk.writing() as work:
            row = existing(work.session, Seat, seat_id, "seat_gone")
            with kept_under_approved(work.session, [seat_id]):
                _fill(work.session, row, fields)
                _give_title(row, fields)
            return self._end_seat(work, "edit_seat", row)

    def remove_seat(self, seat_id: int) -> Done:
        """Take out a chair that was a mistake; `UserError` when anybody has or had it."""
        with self._desk.writing() as work:
            row = existing(work.session, Seat, seat_id, "seat_gone")
            if _is_used(work.session, seat_id):
                raise UserError("seat_in_use", seat=seat_title(row, row.valid_from))
            with kept_under_approved(work.session, [seat_id]):
                for title in list(row.titles):
                    work.session.delete(title)
                work.session.flush()
                work.session.delete(row)
            return self._end_seat(work, "remove_seat", row)

    def _end_seat(self, work: UnitOfWork, verb: str, row: Seat) -> Done:
        work.session.flush()
        return self._end(work, verb, row, Kind.TERM, row.id, also=(Kind.BODY, Kind.MEETING))


def _fill(session: Session, row: Seat, fields: SeatFields) -> None:
    period = typed_period(fields.from_on, fields.to_on)
    _must_be_free(session, row, fields.number)
    years = fields.term_years
    if years is not None and not 0 < years <= LONGEST_TERM:
        raise UserError("seat_years_unusable", years=years, limit=LONGEST_TERM)
    if fields.kind is SeatKind.ROTATING and years is None:
        raise UserError("seat_years_needed")
    if fields.institution_id is not None:
        existing(session, Institution, fields.institution_id, "institution_unknown")
    if row.id is not None:
        _must_hold_its_terms(session, row, period)
    is_rotating = fields.kind is SeatKind.ROTATING
    row.number, row.kind, row.role = fields.number, fields.kind, fields.role
    row.sector, row.votes, row.term_years = fields.sector, fields.votes, years
    row.appointed_by = one_line(fields.appointed_by)
    row.rotates_among = fields.rotates_among if is_rotating else None
    row.institution_id = None if is_rotating else fields.institution_id
    row.valid_from, row.valid_to = period.from_on, period.to_on


def _must_be_free(session: Session, row: Seat, number: int) -> None:
    if number < 1:
        raise UserError("seat_number_unusable", number=number)
    with session.no_autoflush:
        other = session.scalars(
            select(Seat).where(
                Seat.body_id == row.body_id, Seat.number == number, Seat.id != (row.id or 0)
            )
        ).first()
        if other is not None:
            raise UserError(
                "seat_number_taken", number=number, seat=seat_title(other, other.valid_from)
            )


def _must_hold_its_terms(session: Session, row: Seat, period: Interval) -> None:
    for term in terms_of(session, row.id):
        if not period.covers(Interval(term.start_on, term.end_on)):
            raise UserError(
                "seat_has_term_outside",
                holder=holder_of(term),
                from_on=term.start_on,
                to_on=last_day(term.end_on),
            )


def _give_title(row: Seat, fields: SeatFields) -> None:
    """From a day on the chair is called so; a title that begins that very day is mended."""
    since = fields.title_from or row.titles[0].valid_from
    title = _title(fields)
    there = next((one for one in row.titles if one.valid_from == since), None)
    if there is not None:
        there.title = title
    elif seat_title(row, since) != title:
        row.titles.append(SeatTitle(valid_from=since, title=title))


def _title(fields: SeatFields) -> str:
    return needed(fields.title, "seat_title_missing")


def _is_used(session: Session, seat_id: int) -> bool:
    return any(
        session.scalar(select(func.count()).where(column == seat_id))
        for column in (Term.seat_id, Attendance.seat_id)
    )
