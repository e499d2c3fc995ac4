"""A meeting of Næringsrådet that people are called to, for tests of what is done to it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from app.domain.vocabulary import AttendanceRole, AttendanceState
from app.models import Attendance, Person, Term, TermDeputy
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from tests.helpers.council import (
    MEETING_DAY,
    a_case,
    a_member,
    a_person,
    an_observer,
    the_institution,
    writing,
)

WHY = "Salen er opptatt."


def with_people(house: House) -> None:
    """Two members, of whom one has a deputy, and an observer."""
    with writing(house.desk) as work:
        session = work.session
        a_member(session, 6, "Kari Berg", "Melhus")
        term = a_member(session, 7, "Ola Lie", "Skaun")
        deputy = a_person(session, "Bjørn Vik", the_institution(session, "Skaun"))
        session.add(TermDeputy(term_id=term.id, person_id=deputy.id))
        an_observer(session, "Siri Næss", "Malvik")


def a_planned(house: House, on: date = MEETING_DAY, cases: int = 2) -> int:
    """A meeting with some cases on its agenda."""
    new = NewMeeting(body="NR", held_on=on, place="Skaun rådhus")
    meeting = house.edit.meetings.create(new).id
    for number in range(cases):
        with writing(house.desk) as work:
            case = a_case(work.session, title=f"Sak {on.isoformat()} {number}").id
        house.edit.agenda.add_case(meeting, case)
    return meeting


def a_called(house: House, on: date = MEETING_DAY, cases: int = 2) -> int:
    """The same with its agenda published."""
    meeting = a_planned(house, on, cases)
    house.meetings.publish(meeting, reason="Klar.")
    return meeting


def away(house: House, meeting: int, name: str) -> None:
    """A member sends an apology."""
    with writing(house.desk) as work:
        session = work.session
        person = session.scalars(select(Person).where(Person.name == name)).one()
        term = session.scalars(select(Term).where(Term.person_id == person.id)).one()
        session.add(
            Attendance(
                meeting_id=meeting,
                person_id=person.id,
                institution_id=term.institution_id,
                seat_id=term.seat_id,
                role=AttendanceRole.MEMBER,
                state=AttendanceState.APOLOGY,
                function="",
            )
        )


def version_of(house: House, meeting: int) -> int:
    """The version to hand in."""
    return house.agendas.view(meeting).meeting.version
