"""People, the institutions they come from, and their positions there (R4, R18, R52)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.intervals import Interval
from app.domain.vocabulary import InstitutionKind, Sector
from app.models import (
    ActionItem,
    Attendance,
    Deliberation,
    GatheringStatus,
    HostPass,
    Institution,
    Meeting,
    Observer,
    Person,
    Position,
    Seat,
    Term,
    TermDeputy,
)
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, needed, one_line
from app.store.queries.erased import was_erased
from app.store.unit_of_work import UnitOfWork, expect_version


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFields:
    """Work contact details only (R52)."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionFields:
    """An institution; the last day is inclusive, as on screen, and None while it takes part."""

    name: str
    short_name: str = ""
    kind: InstitutionKind
    sector: Sector
    meeting_place: str = ""
    from_on: date
    to_on: date | None = None
    successor_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFields:
    """A title at an institution; the last day is inclusive; acting is konstituert (R4)."""

    institution_id: int
    title: str
    from_on: date
    to_on: date | None = None
    is_acting: bool = False


class PeopleEditor(Editor):
    """Adds and edits people, institutions and positions; what is in use is never deleted."""

    def add_person(self, fields: PersonFields, position: PositionFields | None = None) -> Done:
        """A new person, with a position; `UserError` when the address is no address."""
        with self._desk.writing() as work:
            person = Person()
            _fill_person(person, fields)
            work.session.add(person)
            if position is not None:
                work.session.flush()
                row = Position(person_id=person.id)
                _fill_position(work.session, row, position)
                work.session.add(row)
            return self._end(work, "add_person", person, Kind.PERSON)

    def edit_person(self, person_id: int, fields: PersonFields, expected_version: int) -> Done:
        """Name and contact details."""
        with self._desk.writing() as work:
            person = existing(work.session, Person, person_id, "person_gone")
            expect_version(person, expected_version)
            _fill_person(person, fields)
            return self._end(
                work, "edit_person", person, Kind.PERSON, also=(Kind.TERM,), goes_on=True
            )

    def delete_person(self, person_id: int, expected_version: int | None = None) -> Done:
        """Put a person in the bin; `UserError` when they sit, sat, observed or stand in minutes."""
        with self._desk.writing() as work:
            person = existing(work.session, Person, person_id, "person_gone")
            if expected_version is not None:
                expect_version(person, expected_version)
            if _is_person_used(work.session, person_id):
                raise UserError("person_in_use", name=person.name)
            person.deleted_at = self._desk.clock()
            return self._end(work, "delete_person", person, Kind.PERSON)

    def restore_person(self, person_id: int) -> Done:
        """Take a person out of the bin."""
        with self._desk.writing() as work:
            person = work.session.scalar(
                select(Person).where(Person.id == person_id, ~was_erased())
            )
            if person is None or person.deleted_at is None:
                raise UserError("not_in_bin")
            person.deleted_at = None
            return self._end(work, "restore_person", person, Kind.PERSON)

    def add_institution(self, fields: InstitutionFields) -> Done:
        """A new institution; `UserError` when another of that name takes part at the same time."""
        with self._desk.writing() as work:
            row = Institution()
            _fill_institution(work.session, row, fields)
            work.session.add(row)
            return self._end_institution(work, "add_institution", row)

    def edit_institution(self, institution_id: int, fields: InstitutionFields) -> Done:
        """Name, kind, sector, place, period and successor (R18)."""
        with self._desk.writing() as work:
            row = existing(work.session, Institution, institution_id, "institution_unknown")
            _fill_institution(work.session, row, fields)
            return self._end_institution(work, "edit_institution", row, goes_on=True)

    def delete_institution(self, institution_id: int) -> Done:
        """Take an institution out, until that is undone; `UserError` when anything refers to it."""
        with self._desk.writing() as work:
            row = existing(work.session, Institution, institution_id, "institution_unknown")
            if _is_institution_used(work.session, institution_id):
                raise UserError("institution_in_use", name=row.name)
            work.session.delete(row)
            return self._end_institution(work, "delete_institution", row)

    def add_position(self, person_id: int, fields: PositionFields) -> Done:
        """A person's title from a day on; `UserError` when they have one there already (R4)."""
        with self._desk.writing() as work:
            existing(work.session, Person, person_id, "person_gone")
            row = Position(person_id=person_id)
            _fill_position(work.session, row, fields)
            work.session.add(row)
            return self._end_position(work, "add_position", row)

    def edit_position(self, position_id: int, fields: PositionFields) -> Done:
        """Title and period."""
        with self._desk.writing() as work:
            row = existing(work.session, Position, position_id, "position_gone")
            _fill_position(work.session, row, fields)
            return self._end_position(work, "edit_position", row, goes_on=True)

    def remove_position(self, position_id: int) -> Done:
        """Take a position out; it comes back by undo."""
        with self._desk.writing() as work:
            row = existing(work.session, Position, position_id, "position_gone")
            work.session.delete(row)
            return self._end_position(work, "remove_position", row)

    def _end_institution(
        self, work: UnitOfWork, verb: str, row: Institution, *, goes_on: bool = False
    ) -> Done:
        also = (Kind.TERM, Kind.MEETING)
        return self._end(work, verb, row, Kind.INSTITUTION, also=also, goes_on=goes_on)

    def _end_position(
        self, work: UnitOfWork, verb: str, row: Position, *, goes_on: bool = False
    ) -> Done:
        return self._end(
            work, verb, row, Kind.PERSON, row.person_id, also=(Kind.TERM,), goes_on=goes_on
        )


def _fill_person(person: Person, fields: PersonFields) -> None:
    email = one_line(fields.email)
    if email and not is_address(email):
        raise UserError("email_not_understood", text=email)
    person.name = needed(fields.name, "person_name_missing")
    person.email, person.phone = email, one_line(fields.phone)


def is_address(text: str) -> bool:
    """Whether `text` can be an address: one @, a dot after it, and no space."""
    before, at, after = text.rpartition("@")
    return bool(before and at and "." in after.strip(".")) and not {" ", "@"} & set(before)


def _fill_institution(session: Session, row: Institution, fields: InstitutionFields) -> None:
    period = _period(fields.from_on, fields.to_on)
    name = needed(fields.name, "institution_name_missing")
    others = session.scalars(
        select(Institution).where(
            func.lower(Institution.name) == name.lower(), Institution.id != (row.id or 0)
        )
    )
    if any(period.overlaps(Interval(one.valid_from, one.valid_to)) for one in others):
        raise UserError("institution_there_already", name=name)
    if fields.successor_id is not None:
        if fields.successor_id == row.id:
            raise UserError("successor_is_itself", name=name)
        existing(session, Institution, fields.successor_id, "institution_unknown")
        if fields.to_on is None:
            raise UserError("successor_needs_end", name=name)
    row.name, row.short_name = name, one_line(fields.short_name) or name
    row.kind, row.sector = fields.kind, fields.sector
    row.meeting_place = one_line(fields.meeting_place)
    row.valid_from, row.valid_to = period.from_on, period.to_on
    row.successor_id = fields.successor_id


def _fill_position(session: Session, row: Position, fields: PositionFields) -> None:
    period = _period(fields.from_on, fields.to_on)
    place = existing(session, Institution, fields.institution_id, "institution_unknown")
    with session.no_autoflush:
        others = session.scalars(
            select(Position).where(
                Position.person_id == row.person_id,
                Position.institution_id == fields.institution_id,
                Position.id != (row.id or 0),
            )
        )
        if any(period.overlaps(Interval(one.valid_from, one.valid_to)) for one in others):
            raise UserError("position_overlap", institution=place.name)
    row.institution_id = fields.institution_id
    row.title = needed(fields.title, "position_title_missing")
    row.valid_from, row.valid_to, row.is_acting = period.from_on, period.to_on, fields.is_acting


def _period(from_on: date, last_on: date | None) -> Interval:
    if last_on is not None and last_on < from_on:
        raise UserError("period_ends_before_start", from_on=from_on, to_on=last_on)
    return Interval(from_on, None if last_on is None else last_on + timedelta(days=1))


def _is_person_used(session: Session, person_id: int) -> bool:
    return any(
        session.scalar(select(func.count()).where(column == person_id))
        for column in (
            Term.person_id,
            TermDeputy.person_id,
            Observer.person_id,
            Attendance.person_id,
            Meeting.presided_by_id,
            Deliberation.presided_by_id,
            ActionItem.responsible_person_id,
        )
    )


def _is_institution_used(session: Session, institution_id: int) -> bool:
    return any(
        session.scalar(select(func.count()).where(column == institution_id))
        for column in (
            Term.institution_id,
            Position.institution_id,
            Observer.institution_id,
            Attendance.institution_id,
            Meeting.host_id,
            Seat.institution_id,
            Institution.successor_id,
            ActionItem.responsible_institution_id,
            HostPass.institution_id,
            GatheringStatus.institution_id,
        )
    )
