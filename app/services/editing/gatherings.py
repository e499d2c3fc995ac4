"""What is noted of a gathering: reports, who comes, guests, and what is to be done (R17, R43)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.vocabulary import ActionStatus, AttendanceRole, AttendanceState, MeetingStatus
from app.models import ActionItem, Attendance, GatheringStatus, Institution, Meeting, Person
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, needed, one_line, several_lines
from app.services.editing.people import is_address
from app.services.gatherings.reading import Expected, expected, municipalities_on, the_gathering
from app.services.numbers import meeting_name
from app.services.roster import acting_title
from app.store.queries.gatherings import attendance_of, person_by_email, statuses_of
from app.store.queries.roster import positions_on
from app.store.unit_of_work import UnitOfWork, expect_version


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestFields:
    """Somebody new: work contact details only (R52), and whom they come from."""

    name: str
    institution_id: int
    title: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFields:
    """An action point; `responsible` is free words, else the person's or institution's name."""

    task: str
    responsible: str = ""
    person_id: int | None = None
    institution_id: int | None = None
    due_on: date | None = None


class GatheringEditor(Editor):
    """The verbs of the tab "Samling"; a cancelled gathering is left as it is."""

    def write_status(
        self, meeting_id: int, institution_id: int, text: str, expected_version: int
    ) -> Done:
        """What a municipality reports of its own follow-up; version 0 before it was ever written.

        `UserError` when the municipality does not exist on the day.
        """
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id)
            _must_be_there(work.session, meeting, institution_id)
            ready = several_lines(text)
            row = statuses_of(work.session, meeting_id).get(institution_id)
            if row is None:
                if expected_version:
                    raise UserError("stale_version")
                row = GatheringStatus(
                    meeting_id=meeting_id, institution_id=institution_id, text=ready
                )
                work.session.add(row)
            else:
                expect_version(row, expected_version)
                row.text = ready
            return self._end(
                work, "write_gathering_status", row, Kind.MEETING, meeting_id, goes_on=True
            )

    def mark(
        self,
        meeting_id: int,
        person_id: int,
        institution_id: int,
        state: AttendanceState | None,
    ) -> Done:
        """What somebody answered, or after the meeting whether they were there; None for neither.

        Who has a seat is listed in it, a deputy and an observer as that, anyone else as a guest.
        """
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id)
            person = existing(work.session, Person, person_id, "person_gone")
            row = attendance_of(work.session, meeting_id, person_id)
            if state is None:
                if row is not None:
                    work.session.delete(row)
                subject = row if row is not None else person
                return self._end_meeting(work, "mark_participant", subject, meeting)
            if row is None:
                existing(work.session, Institution, institution_id, "institution_unknown")
                row = _new_line(work.session, meeting, person, institution_id)
                work.session.add(row)
            row.state = state
            return self._end_meeting(work, "mark_participant", row, meeting)

    def add_guest(self, meeting_id: int, fields: GuestFields) -> Done:
        """Somebody who is not in the file yet, and who comes.

        Whoever has the same work address is the same person; `UserError` when they come already.
        """
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id)
            place = existing(
                work.session, Institution, fields.institution_id, "institution_unknown"
            )
            person = _the_guest(work.session, fields)
            if attendance_of(work.session, meeting_id, person.id) is not None:
                raise UserError("guest_there_already", name=person.name)
            row = _new_line(work.session, meeting, person, place.id)
            row.state = AttendanceState.PRESENT
            row.function = one_line(fields.title) or row.function
            work.session.add(row)
            return self._end_meeting(work, "add_guest", row, meeting, also=(Kind.PERSON,))

    def add_point(self, meeting_id: int, fields: PointFields) -> Done:
        """Something to be done after the gathering; `UserError` when it says nothing."""
        with self._desk.writing() as work:
            meeting = _open(work.session, meeting_id)
            row = ActionItem(meeting_id=meeting.id, status=ActionStatus.OPEN, note="")
            _fill_point(work.session, row, fields)
            work.session.add(row)
            return self._end_point(work, "add_action_point", row)

    def edit_point(self, point_id: int, fields: PointFields, expected_version: int) -> Done:
        """Task, who does it, and by when."""
        with self._desk.writing() as work:
            row = _point(work.session, point_id, expected_version)
            _fill_point(work.session, row, fields)
            return self._end_point(work, "edit_action_point", row)

    def close_point(self, point_id: int, status: ActionStatus, expected_version: int) -> Done:
        """Done or dropped, from today on; open again has no closing day (R43)."""
        with self._desk.writing() as work:
            row = _point(work.session, point_id, expected_version)
            row.status = status
            is_open = status is ActionStatus.OPEN
            row.closed_on = None if is_open else self._desk.today(work.session)
            return self._end_point(work, "close_action_point", row)

    def remove_point(self, point_id: int, expected_version: int) -> Done:
        """Put an action point in the bin."""
        with self._desk.writing() as work:
            row = _point(work.session, point_id, expected_version)
            row.deleted_at = self._desk.clock()
            return self._end_point(work, "remove_action_point", row)

    def restore_point(self, point_id: int) -> Done:
        """Take an action point out of the bin."""
        with self._desk.writing() as work:
            row = work.session.get(ActionItem, point_id)
            if row is None or row.deleted_at is None:
                raise UserError("not_in_bin")
            row.deleted_at = None
            return self._end_point(work, "restore_action_point", row)

    def _end_meeting(
        self,
        work: UnitOfWork,
        verb: str,
        row: Attendance | Person,
        meeting: Meeting,
        *,
        also: tuple[Kind, ...] = (),
    ) -> Done:
        return self._end(work, verb, row, Kind.MEETING, meeting.id, also=also)

    def _end_point(self, work: UnitOfWork, verb: str, row: ActionItem) -> Done:
        return self._end(work, verb, row, Kind.ACTION, also=(Kind.MEETING,))


def _open(session: Session, meeting_id: int) -> Meeting:
    meeting = the_gathering(session, meeting_id)
    if meeting.status is MeetingStatus.CANCELLED:
        raise UserError("gathering_is_cancelled", meeting=meeting_name(meeting))
    return meeting


def _must_be_there(session: Session, meeting: Meeting, institution_id: int) -> None:
    if institution_id not in {one.id for one in municipalities_on(session, meeting.held_on)}:
        raise UserError("municipality_not_there", on=meeting.held_on)


def _new_line(
    session: Session, meeting: Meeting, person: Person, institution_id: int
) -> Attendance:
    """A line in the roll call, in the capacity that the body's roster of the day gives."""
    place = expected(session, meeting).get(person.id)
    if place is None:
        place = Expected(person.id, institution_id, AttendanceRole.GUEST, None)
    held = positions_on(session, [person.id], meeting.held_on)
    position = held.get((person.id, place.institution_id))
    return Attendance(
        meeting_id=meeting.id,
        person_id=person.id,
        seat_id=place.seat_id,
        institution_id=place.institution_id,
        role=place.role,
        function=acting_title(position) if position is not None else place.function,
    )


def _the_guest(session: Session, fields: GuestFields) -> Person:
    email = one_line(fields.email)
    name = needed(fields.name, "person_name_missing")
    if email and not is_address(email):
        raise UserError("email_not_understood", text=email)
    known = person_by_email(session, email) if email else None
    if known is not None:
        return known
    person = Person(name=name, email=email, phone=one_line(fields.phone))
    session.add(person)
    session.flush()
    return person


def _point(session: Session, point_id: int, expected_version: int) -> ActionItem:
    row = existing(session, ActionItem, point_id, "action_point_gone")
    if row.meeting_id is None:
        raise UserError("action_point_gone")
    expect_version(row, expected_version)
    return row


def _fill_point(session: Session, row: ActionItem, fields: PointFields) -> None:
    row.task = needed(fields.task, "action_point_says_nothing")
    named = one_line(fields.responsible)
    if fields.person_id is not None:
        named = named or existing(session, Person, fields.person_id, "person_gone").name
    if fields.institution_id is not None:
        place = existing(session, Institution, fields.institution_id, "institution_unknown")
        named = named or place.short_name
    row.responsible = named
    row.responsible_person_id = fields.person_id
    row.responsible_institution_id = fields.institution_id
    row.due_on = fields.due_on
