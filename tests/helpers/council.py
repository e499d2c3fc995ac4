"""A small council file with a meeting, for tests of use cases; everything in it is fictitious."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.jobs import BlobSource, DocumentJob, Work
from app.documents.tables.content import TableJob, TableWork
from app.documents.tables.reading import read_table
from app.domain.progress import Progress
from app.domain.rich_text import from_plain, to_json
from app.domain.vocabulary import CaseKind, ItemKind
from app.models import (
    AgendaItem,
    Attachment,
    Body,
    Case,
    CaseText,
    Institution,
    LegalBasis,
    Meeting,
    Observer,
    Person,
    Position,
    Seat,
    Term,
)
from app.services.desk import Desk
from app.services.new_council import new_council
from app.store.council_file import CouncilFile
from app.store.unit_of_work import UnitOfWork

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
MEETING_DAY = date(2026, 12, 4)


def clock() -> datetime:
    """The tests' one instant."""
    return NOW


class NoRenderer:
    """For use cases that make no documents."""

    def run(self, job: DocumentJob, blobs: BlobSource) -> Work:
        """Refuses."""
        yield from ()
        raise AssertionError(f"nothing should be made, not {job.stem}")

    def read_table(self, job: TableJob) -> TableWork:
        """Reads tables all the same: nothing is made by that."""
        return read_table(job)


class KeptJobs:
    """A renderer that keeps what it was asked for."""

    def __init__(self) -> None:
        self.jobs: list[DocumentJob] = []

    def run(self, job: DocumentJob, blobs: BlobSource) -> Work:
        """Keeps the job and makes nothing."""
        from app.documents.jobs import JobResult

        self.jobs.append(job)
        steps: tuple[Progress, ...] = ()
        yield from steps
        return JobResult(())


@contextmanager
def a_council(
    path: Path,
    profile: str = "trondheimsregionen",
    renderer: Any = None,
    data: bytes | None = None,
) -> Iterator[Desk]:
    """A new council's desk on 23 November 2026, or that of a file with these bytes."""
    path.write_bytes(made_council(profile) if data is None else data)
    with CouncilFile.open(path, clock=clock) as file:
        yield Desk(file, clock, renderer or NoRenderer(), TODAY)


@cache
def made_council(profile: str = "trondheimsregionen") -> bytes:
    """A council made once for all tests of a process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.rundgang"
        new_council(path, profile, clock=clock)
        return path.read_bytes()


@contextmanager
def writing(desk: Desk) -> Iterator[UnitOfWork]:
    """A unit of work that is committed as a test's own verb."""
    with desk.writing() as work:
        yield work
        work.describe("arrange", "test", None)
        work.commit()


def the_body(session: Session, code: str = "NR") -> Body:
    """The body that `code` names."""
    return session.scalars(select(Body).where(Body.code == code)).one()


def the_institution(session: Session, short_name: str) -> Institution:
    """The institution with a short name, the latest of them."""
    return session.scalars(
        select(Institution)
        .where(Institution.short_name == short_name)
        .order_by(Institution.valid_from.desc())
    ).first() or _missing(short_name)


def the_basis(session: Session, code: str = "offl-23-1") -> LegalBasis:
    """A legal basis by its code."""
    return session.scalars(select(LegalBasis).where(LegalBasis.code == code)).one()


def a_meeting(session: Session, **facts: Any) -> Meeting:
    """Næringsrådet's meeting on 4 December 2026, planned."""
    values: dict[str, Any] = {
        "body_id": the_body(session).id,
        "year": 2026,
        "number": 6,
        "held_on": MEETING_DAY,
        "start_time": "09:00",
        "end_time": "11:30",
        "place": "Skaun rådhus",
    }
    meeting = Meeting(**(values | facts))
    session.add(meeting)
    session.flush()
    return meeting


def a_case(
    session: Session,
    meeting: Meeting | None = None,
    *,
    texts: dict[str, str] | None = None,
    minutes: int = 20,
    **facts: Any,
) -> Case:
    """A case for decision, whole; on the agenda of `meeting` when one is given."""
    values: dict[str, Any] = {
        "body_id": meeting.body_id if meeting is not None else the_body(session).id,
        "title": "Testarena for havteknologi",
        "kind": CaseKind.DECISION,
        "created_on": date(2026, 10, 1),
        "amount": 480_000,
    }
    case = Case(**(values | facts))
    session.add(case)
    session.flush()
    written = {
        "proposal": "Rådet bevilger pengene.",
        "background": "Arenaen har vært i drift i ett år.",
        "assessment": "Arenaen brukes av flere enn ventet.",
        "plan_assessment": "Tiltaket er i tråd med planen.",
    }
    for key, text in (written if texts is None else texts).items():
        session.add(CaseText(case_id=case.id, key=key, text=to_json(from_plain(text))))
    if meeting is not None:
        put_on_agenda(session, meeting, case, minutes=minutes)
    session.flush()
    return case


def put_on_agenda(session: Session, meeting: Meeting, case: Case, **facts: Any) -> AgendaItem:
    """`case` as the last item."""
    count = len(session.scalars(_items_of(meeting)).all())
    item = AgendaItem(
        meeting_id=meeting.id, sort=count + 1, kind=ItemKind.CASE, case_id=case.id, **facts
    )
    session.add(item)
    session.flush()
    return item


def an_attachment(
    work: UnitOfWork, case: Case, data: bytes = b"%PDF-1.7", **facts: Any
) -> Attachment:
    """A file that goes with `case`."""
    values: dict[str, Any] = {
        "sort": 1,
        "title": "Prosjektplan",
        "file_name": "prosjektplan.pdf",
        "media_type": "application/pdf",
        "size": len(data),
    }
    sha256 = work.add_blob(data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    attachment = Attachment(case_id=case.id, sha256=sha256, **(values | facts))
    work.session.add(attachment)
    work.session.flush()
    return attachment


def a_member(
    session: Session,
    number: int,
    name: str,
    institution: str,
    *,
    start_on: date = date(2025, 1, 1),
    end_on: date | None = None,
    title: str = "",
    body: str = "NR",
) -> Term:
    """A person in one of the body's seats."""
    seat = session.scalars(
        select(Seat).where(Seat.body_id == the_body(session, body).id, Seat.number == number)
    ).one()
    place = the_institution(session, institution)
    person = a_person(session, name, place, title)
    term = Term(
        seat_id=seat.id,
        institution_id=place.id,
        person_id=person.id,
        start_on=start_on,
        end_on=end_on,
    )
    session.add(term)
    session.flush()
    return term


def a_person(session: Session, name: str, place: Institution, title: str = "") -> Person:
    """Someone with a position at `place`."""
    address = name.casefold().replace(" ", ".")
    person = Person(name=name, email=f"{address}@{place.id}.example")
    session.add(person)
    session.flush()
    if title:
        session.add(
            Position(
                person_id=person.id,
                institution_id=place.id,
                title=title,
                valid_from=date(2000, 1, 1),
            )
        )
    return person


def an_observer(session: Session, name: str, institution: str) -> Observer:
    """Someone who observes Næringsrådet."""
    place = the_institution(session, institution)
    observer = Observer(
        body_id=the_body(session).id,
        institution_id=place.id,
        person_id=a_person(session, name, place).id,
        valid_from=date(2025, 1, 1),
    )
    session.add(observer)
    session.flush()
    return observer


def texts_of(value: object) -> Iterator[str]:
    """Every string anywhere inside a value of frozen dataclasses."""
    from dataclasses import fields, is_dataclass

    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
    elif isinstance(value, Sequence):
        for one in value:
            yield from texts_of(one)


def _items_of(meeting: Meeting) -> Any:
    return select(AgendaItem).where(AgendaItem.meeting_id == meeting.id)


def _missing(name: str) -> Institution:
    raise LookupError(name)
