"""A council that someone has left, with traces of them wherever the file can have any (R52)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from app.domain.rich_text import from_plain, to_json
from app.domain.vocabulary import (
    AttendanceRole,
    AttendanceState,
    Choice,
    MeetingStatus,
    VoteMethod,
)
from app.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Ballot,
    CaseText,
    Meeting,
    Observer,
    Person,
    Seat,
    Term,
    TermDeputy,
    Vote,
)
from app.services.changes import Kind
from app.services.editing.people import PersonFields, PositionFields
from app.services.house import House
from app.store.unit_of_work import UnitOfWork
from tests.helpers.council import a_case, a_meeting, the_body, the_institution, writing
from tests.helpers.store import approve

NAME, OLD_NAME = "Kari Åsberg", "Kari Lie"
EMAIL, PHONE = "kari.asberg@melhus.example", "72 85 80 01"
REASON, TITLE = "Fortrolig forfall", "Seniorrådgiver"
WAS_HERE = date(2025, 1, 1)
LEFT_ON = date(2026, 9, 1)
NEEDLES = (NAME, OLD_NAME, EMAIL, PHONE, REASON, TITLE)


@dataclass(frozen=True, slots=True)
class Leaver:
    """One who leaves, under the name of today and an older one."""

    name: str = NAME
    old_name: str = OLD_NAME
    email: str = EMAIL
    phone: str = PHONE


KARI = Leaver()


def traces_in(path: Path, needles: Iterable[str] = NEEDLES) -> dict[str, int]:
    """How often each needle is in the bytes of the file and of its write-ahead log."""
    files = [each for each in path.parent.iterdir() if each.name.startswith(path.name)]
    data = b"".join(each.read_bytes() for each in files)
    return {needle: data.count(needle.encode()) for needle in needles if needle.encode() in data}


def leave_traces(house: House, who: Leaver = KARI) -> int:
    """`who` was member, deputy and observer; one meeting is approved; the person's id."""
    with house.desk.reading() as session:
        melhus = the_institution(session, "Melhus").id
    done = house.edit.people.add_person(
        PersonFields(name=who.old_name, email=who.email, phone=who.phone),
        PositionFields(institution_id=melhus, title=TITLE, from_on=WAS_HERE, to_on=LEFT_ON),
    )
    house.edit.people.edit_person(
        done.id, PersonFields(name=who.name, email=who.email, phone=who.phone), done.version
    )
    with writing(house.desk) as work:
        person = work.session.get_one(Person, done.id)
        _sat(work, person, melhus)
        meeting = _met(work, person, who)
        approve(work.session, meeting, f"Protokoll der {who.name} møtte.")
    house.drafts.save(Kind.PERSON, done.id, "phone", who.phone, 1)
    return done.id


def _sat(work: UnitOfWork, person: Person, melhus: int) -> None:
    session = work.session
    term = Term(
        seat_id=_seat(work, 8),
        institution_id=melhus,
        person_id=person.id,
        start_on=WAS_HERE,
        end_on=LEFT_ON,
    )
    other = Term(seat_id=_seat(work, 9), institution_id=melhus, start_on=WAS_HERE, end_on=LEFT_ON)
    session.add_all([term, other])
    session.flush()
    session.add(TermDeputy(term_id=other.id, person_id=person.id))
    session.add(
        Observer(
            body_id=the_body(session).id,
            institution_id=melhus,
            person_id=person.id,
            valid_from=WAS_HERE,
            valid_to=LEFT_ON,
        )
    )


def _met(work: UnitOfWork, person: Person, who: Leaver) -> Meeting:
    session = work.session
    meeting = a_meeting(
        session, number=1, held_on=date(2026, 3, 12), status=MeetingStatus.MINUTES_OUT
    )
    case = a_case(session, meeting)
    text = session.scalars(
        select(CaseText).where(CaseText.case_id == case.id, CaseText.key == "background")
    ).one()
    text.text = to_json(
        from_plain(f"{who.name} har tatt initiativet. Spør {who.email} eller {who.phone}.")
    )
    session.add(
        ActionItem(case_id=case.id, task="Følge opp", responsible=who.name,
                   responsible_person_id=person.id)
    )  # fmt: skip
    line = Attendance(
        meeting_id=meeting.id,
        person_id=person.id,
        seat_id=_seat(work, 8),
        role=AttendanceRole.MEMBER,
        state=AttendanceState.PRESENT,
        function="rådgiver",
        reason=REASON,
    )
    vote = Vote(
        item_id=_item(work, meeting),
        method=VoteMethod.BY_NAME,
        votes_for=1,
        votes_against=0,
        is_adopted=True,
    )
    session.add_all([line, vote])
    session.flush()
    session.add(Ballot(vote_id=vote.id, attendance_id=line.id, choice=Choice.FOR))
    session.flush()
    return meeting


def _item(work: UnitOfWork, meeting: Meeting) -> int:
    return work.session.scalars(
        select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id)
    ).one()


def _seat(work: UnitOfWork, number: int) -> int:
    body = the_body(work.session).id
    return work.session.scalars(
        select(Seat.id).where(Seat.body_id == body, Seat.number == number)
    ).one()
