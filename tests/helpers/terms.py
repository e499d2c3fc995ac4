"""Terms in tests: who is who by name, and what a seat's terms look like."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from app.domain.vocabulary import AttendanceRole, AttendanceState
from app.models import Attendance, Meeting, Person, Seat
from app.services.editing.people import PersonFields
from app.services.editing.term_rules import TermFields
from app.services.house import House
from app.services.seat_terms import TermLine
from tests.helpers.council import a_meeting, the_body, the_institution, writing
from tests.helpers.store import approve


def seat_id(house: House, number: int, body: str = "NR") -> int:
    """The key of a body's seat."""
    with house.desk.reading() as session:
        query = select(Seat.id).where(
            Seat.body_id == the_body(session, body).id, Seat.number == number
        )
        return session.scalars(query).one()


def institution_id(house: House, short_name: str) -> int:
    """The key of an institution."""
    with house.desk.reading() as session:
        return the_institution(session, short_name).id


def person_id(house: House, name: str) -> int:
    """The key of a person, who is added when they are not there."""
    with house.desk.reading() as session:
        found = session.scalars(select(Person.id).where(Person.name == name)).first()
    return found or house.edit.people.add_person(PersonFields(name=name)).id


def a_term(
    house: House,
    place: str,
    name: str | None,
    from_on: date,
    to_on: date | None = None,
    deputies: tuple[str, ...] = (),
) -> TermFields:
    """A term with everyone by name."""
    return TermFields(
        institution_id=institution_id(house, place),
        person_id=None if name is None else person_id(house, name),
        from_on=from_on,
        to_on=to_on,
        deputies=tuple(person_id(house, one) for one in deputies),
    )


def terms(house: House, seat: int) -> list[tuple[Any, ...]]:
    """The seat's terms: who, from, to, why it ended; the newest first."""
    return [
        (who(line), line.from_on, line.to_on, line.ended)
        for line in house.seat_terms.seat(seat).terms
    ]


def who(line: TermLine) -> str:
    """The holder's name, else the institution's."""
    return line.institution if line.person is None else line.person.name


def approved_meeting(
    house: House,
    held_on: date,
    *,
    seat: int | None = None,
    attended: str = "",
    role: AttendanceRole = AttendanceRole.MEMBER,
    is_approved: bool = True,
) -> int:
    """A meeting of Næringsrådet with somebody in the roll call and, if wanted, approved minutes."""
    with writing(house.desk) as work:
        meeting = a_meeting(work.session, held_on=held_on, year=held_on.year, number=9)
        if attended:
            person = work.session.scalars(select(Person).where(Person.name == attended)).one()
            work.session.add(
                Attendance(
                    meeting_id=meeting.id,
                    person_id=person.id,
                    seat_id=seat,
                    role=role,
                    state=AttendanceState.PRESENT,
                    function="",
                )
            )
            work.session.flush()
        if is_approved:
            approve(work.session, work.session.get_one(Meeting, meeting.id))
        return meeting.id
