"""Small council files for tests of the store, made of rows alone; everything is fictitious."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.approval_chain import START, link_hash
from app.domain.errors import UserError
from app.domain.vocabulary import (
    ApprovalForm,
    AttendanceRole,
    AttendanceState,
    CaseKind,
    Choice,
    InstitutionKind,
    ItemKind,
    Level,
    MeetingStatus,
    Outcome,
    SeatKind,
    SeatRole,
    Sector,
    VoteMethod,
)
from app.i18n.sentences import sentence
from app.models import (
    AgendaItem,
    AgendaVersion,
    Approval,
    Attachment,
    Attendance,
    Ballot,
    Body,
    Case,
    CaseText,
    Council,
    Deliberation,
    Disqualification,
    Institution,
    Meeting,
    MinutesVersion,
    Person,
    Seat,
    Term,
    Vote,
)
from app.store.connection import connect
from app.store.council_file import CouncilFile
from app.store.queries.approvals import bound_facts
from app.store.unit_of_work import UnitOfWork

KEY = bytes(range(32))
BEGINNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NEW_YEAR_2025 = date(2025, 1, 1)


class SlowClock:
    """Moves on by one second each time it is asked, or by what a test says."""

    def __init__(self, now: datetime = BEGINNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


def a_file(
    folder: Path, *, key: bytes | None = None, clock: Callable[[], datetime] | None = None
) -> CouncilFile:
    """An empty council file, open for writing."""
    return CouncilFile.create(folder / "prøve.rundgang", clock=clock or SlowClock(), key=key)


def a_council_on_disk(path: Path, *, key: bytes | None = None, approvals: int = 1) -> Path:
    """A small council with approved minutes and an attachment, closed and whole."""
    path.write_bytes(_made(key, approvals))
    return path


@cache
def _made(key: bytes | None, approvals: int) -> bytes:
    """Made once for all tests of a process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "laget.rundgang"
        _make(path, key, approvals)
        return path.read_bytes()


def _make(path: Path, key: bytes | None, approvals: int) -> None:
    with CouncilFile.create(path, clock=SlowClock(), key=key) as file:
        with file.unit_of_work("Kari Bakken") as work:
            work.describe("make", "council", 1, capture=False)
            fill(work)
            work.commit()
        for number in range(1, approvals + 1):
            with file.unit_of_work("Kari Bakken") as work:
                work.describe("approve_minutes", "meeting", number, final=True)
                meeting = a_held_meeting(work.session, number)
                approve(work.session, meeting, f"Protokoll nr. {number} med bokstavene æøå.")
                work.commit()


def fill(work: UnitOfWork) -> None:
    """A council with a body, people in two seats, a case with a brief and an attachment."""
    session = work.session
    session.add(Council(id=1, name="Prøverådet", organisation="Prøveregionen", profile="prøve"))
    body = Body(
        code="NR",
        name="Næringsrådet",
        short_name="NR",
        sort=1,
        level=Level.COUNCIL,
        valid_from=NEW_YEAR_2025,
    )
    session.add(body)
    session.flush()
    for number, name in enumerate(("Åse Lund", "Bjørn Moe"), start=1):
        put_in_seat(session, body, number, name)
    case = Case(
        body_id=body.id,
        title="Testarena for havteknologi",
        kind=CaseKind.DECISION,
        created_on=date(2026, 10, 1),
        amount=480_000,
    )
    session.add(case)
    session.flush()
    session.add(CaseText(case_id=case.id, key="background", text="Arenaen har vært i drift."))
    attach(work, case, b"%PDF-1.7 en vedlagt fil " * 500)
    session.flush()


def put_in_seat(session: Session, body: Body, number: int, name: str) -> Term:
    """A seat with someone in it from 2025 on."""
    place = Institution(
        name=f"Kommune {number}",
        short_name=f"K{number}",
        kind=InstitutionKind.MUNICIPALITY,
        sector=Sector.PUBLIC,
        valid_from=NEW_YEAR_2025,
    )
    person = Person(name=name, email=f"medlem{number}@prøve.example")
    seat = Seat(
        body_id=body.id,
        number=number,
        kind=SeatKind.ROTATING,
        role=SeatRole.MEMBER,
        sector=Sector.PUBLIC,
        appointed_by="Prøveforumet",
        term_years=2,
        valid_from=NEW_YEAR_2025,
    )
    session.add_all([place, person, seat])
    session.flush()
    term = Term(
        seat_id=seat.id, institution_id=place.id, person_id=person.id, start_on=NEW_YEAR_2025
    )
    session.add(term)
    session.flush()
    return term


def attach(work: UnitOfWork, case: Case, data: bytes) -> Attachment:
    """A file that goes with a case."""
    attachment = Attachment(
        case_id=case.id,
        sort=1,
        title="Prosjektplan",
        file_name="prosjektplan.pdf",
        media_type="application/pdf",
        size=len(data),
        sha256=work.add_blob(data),
    )
    work.session.add(attachment)
    work.session.flush()
    return attachment


def a_held_meeting(session: Session, number: int = 1) -> Meeting:
    """A meeting with all that can happen in one: roll call, deliberation, votes, someone out."""
    body = session.scalars(select(Body)).first()
    case = session.scalars(select(Case)).first()
    assert body is not None
    assert case is not None
    meeting = Meeting(
        body_id=body.id,
        year=2026,
        number=number,
        held_on=date(2026, 1, 10),
        start_time="09:00",
        end_time="11:00",
        place="Prøvehuset",
        status=MeetingStatus.HELD,
    )
    session.add(meeting)
    session.flush()
    item = AgendaItem(meeting_id=meeting.id, sort=1, kind=ItemKind.CASE, case_id=case.id)
    present = [
        Attendance(
            meeting_id=meeting.id,
            person_id=term.person_id,
            seat_id=term.seat_id,
            role=AttendanceRole.MEMBER,
            state=AttendanceState.PRESENT,
            function="kommunedirektør",
        )
        for term in session.scalars(select(Term))
    ]
    session.add_all([item, *present])
    session.flush()
    vote = Vote(
        item_id=item.id, method=VoteMethod.BY_NAME, votes_for=1, votes_against=0, is_adopted=True
    )
    session.add_all(
        [
            vote,
            Deliberation(
                item_id=item.id,
                text="Saken ble drøftet.",
                outcome=Outcome.AS_PROPOSED,
                decision="Pengene bevilges.",
            ),
            Disqualification(
                item_id=item.id,
                attendance_id=present[1].id,
                reason="styremedlem",
                legal_basis="§ 6",
            ),
            AgendaVersion(
                meeting_id=meeting.id,
                number=1,
                published_at=BEGINNING,
                content="{}",
                content_sha256=sha256(b"{}").hexdigest(),
            ),
        ]
    )
    session.flush()
    session.add(Ballot(vote_id=vote.id, attendance_id=present[0].id, choice=Choice.FOR))
    session.flush()
    return meeting


def approve(session: Session, meeting: Meeting, content: str = "Protokollen.") -> Approval:
    """The meeting's minutes as the next link of the chain; the file locks them."""
    last = session.scalars(select(Approval).order_by(Approval.sequence.desc())).first()
    numbers = select(MinutesVersion.number).where(MinutesVersion.meeting_id == meeting.id)
    version = MinutesVersion(
        meeting_id=meeting.id,
        number=len(session.scalars(numbers).all()) + 1,
        made_at=BEGINNING,
        content=content,
        content_sha256=sha256(content.encode()).hexdigest(),
    )
    session.add(version)
    meeting.status = MeetingStatus.APPROVED
    session.flush()
    approval = Approval(
        sequence=last.sequence + 1 if last else 1,
        minutes_version_id=version.id,
        approved_on=date(2026, 2, 10),
        form=ApprovalForm.AS_PRESENTED,
        changes="",
        content_sha256=version.content_sha256,
        previous_hash=last.hash if last else START,
    )
    approval.hash = link_hash(
        approval.previous_hash,
        approval.sequence,
        approval.content_sha256,
        bound_facts(approval, version),
    )
    session.add(approval)
    session.flush()
    return approval


@dataclass(frozen=True)
class Outsider:
    """Someone with a database tool: writes past the program and its triggers."""

    path: Path
    key: bytes | None = None

    def run(self, *statements: str) -> None:
        """Take every trigger away and run the statements."""
        with closing(connect(self.path, "rw", key=self.key)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            names = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = names.fetchall()
            for name, _ in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                connection.execute(statement)
            for _, sql in triggers:
                connection.execute(sql)

    def run_as_is(self, *statements: str) -> None:
        """Run the statements with the triggers in place."""
        with closing(connect(self.path, "rw", key=self.key)) as connection:
            for statement in statements:
                connection.execute(statement)


class Refused:
    """What is inside must end in a `UserError` of one of the codes, whose sentence can be said."""

    def __init__(self, *codes: str) -> None:
        self._codes = codes
        self.error: UserError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if error is None:
            pytest.fail(f"nothing was refused, not even with {self._codes}")
        if not isinstance(error, UserError):
            return False
        assert error.code in self._codes
        assert sentence(error.code, error.params)
        self.error = error
        return True


def refused(*codes: str) -> Refused:
    """A context whose inside must be refused in words."""
    return Refused(*codes)


def beside(path: Path) -> set[str]:
    """The names of what lies in a file's folder."""
    return {entry.name for entry in path.parent.iterdir()}


def edit_name(file: CouncilFile, name: str, **described: Any) -> int | None:
    """One ordinary edit: the first person gets another name."""
    with file.unit_of_work("Kari Bakken") as work:
        person = work.session.get(Person, 1)
        assert person is not None
        person.name = name
        work.describe("rename", "person", 1, **described)
        return work.commit()


def name_of_first(file: CouncilFile) -> str:
    """The name of the first person, as stored."""
    with file.reading() as session:
        person = session.get(Person, 1)
        assert person is not None
        return person.name
