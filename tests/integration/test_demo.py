"""The demo as a file: sound, the same every time, and ready for the next meeting."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.documents.codec import from_json as from_stored
from app.documents.gathering import GatheringReport
from app.domain.approval_chain import verify
from app.domain.errors import UserError
from app.domain.rich_text import from_json, pictures, to_plain
from app.domain.vocabulary import (
    ActionStatus,
    AttendanceRole,
    Audience,
    CaseStatus,
    MeetingStatus,
    SeatState,
)
from app.i18n.voice import Voice
from app.models import (
    ActionItem,
    Approval,
    Attachment,
    Attendance,
    Base,
    Blob,
    Body,
    Case,
    CaseText,
    Council,
    Deliberation,
    GatheringStatus,
    Meeting,
    MinutesVersion,
)
from app.services.demo import make_demo
from app.services.desk import Desk
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.papers.build import build_papers
from app.services.roster import seat_rows
from app.store.check import check
from app.store.council_file import CouncilFile
from app.store.queries.approvals import chain
from tests.helpers.council import NoRenderer

TODAY = date(2026, 11, 23)
LARGEST = 10_000_000


def clock() -> datetime:
    return datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CouncilFile]:
    path = tmp_path_factory.mktemp("demo") / "ti-år.rundgang"
    make_demo(path)
    with CouncilFile.open(path, clock=clock, read_only=True) as file:
        yield file


@pytest.fixture
def session(demo: CouncilFile) -> Iterator[Session]:
    with demo.reading() as session:
        yield session


def coming(session: Session) -> Meeting:
    return session.scalars(select(Meeting).where(Meeting.status == MeetingStatus.NOTIFIED)).one()


def logical_dump(path: Path) -> dict[str, list[Any]]:
    """Every row of every table."""
    with CouncilFile.open(path, clock=clock, read_only=True) as file, file.reading() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table))]
            for table in Base.metadata.sorted_tables
        }


def test_the_same_arguments_give_the_same_content(tmp_path: Path) -> None:
    first, second = tmp_path / "en.rundgang", tmp_path / "to.rundgang"
    make_demo(first, years=2)
    make_demo(second, years=2)

    assert logical_dump(first) == logical_dump(second)


def test_other_arguments_give_another_council(tmp_path: Path) -> None:
    spring = tmp_path / "vår.rundgang"
    make_demo(spring, years=1, today=date(2024, 3, 11))

    with CouncilFile.open(spring, clock=clock, read_only=True) as file, file.reading() as session:
        assert session.get_one(Council, 1).fixed_today == date(2024, 3, 11)
        assert coming(session).held_on == date(2024, 3, 22)


def test_a_demo_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "råd.rundgang"
    path.write_bytes(b"noe annet")

    with pytest.raises(UserError) as error:
        make_demo(path, years=1)

    assert error.value.code == "file_exists"
    assert path.read_bytes() == b"noe annet"


def test_a_demo_of_no_years_is_our_own_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="0 years"):
        make_demo(tmp_path / "råd.rundgang", years=0)


def test_the_file_is_sound_and_small(demo: CouncilFile) -> None:
    assert check(demo, full=True) == []
    assert demo.path.stat().st_size < LARGEST


def test_the_council_says_that_it_is_made_up(session: Session) -> None:
    council = session.get_one(Council, 1)

    assert council.is_fictitious
    assert council.fixed_today == TODAY
    assert council.officer_email.endswith("@trondheimsregionen.example")


def test_one_seat_is_vacant_and_two_are_ending(session: Session) -> None:
    body = session.scalars(select(Body).where(Body.code == "NR")).one()
    states = {row.number: row.state for row in seat_rows(session, body, TODAY)}

    assert states[10] is SeatState.VACANT
    assert [number for number, state in states.items() if state is SeatState.ENDING] == [6, 7]


def test_approvals_make_one_unbroken_chain(session: Session) -> None:
    links = chain(session)

    assert verify(links) == []
    assert len(links) > 90
    days = session.scalars(select(Approval.approved_on).order_by(Approval.sequence)).all()
    assert list(days) == sorted(days)


def test_every_meeting_held_has_its_minutes_but_the_very_last(session: Session) -> None:
    issued = set(session.scalars(select(MinutesVersion.meeting_id)))
    for meeting in session.scalars(select(Meeting)):
        is_out = meeting.status in (MeetingStatus.MINUTES_OUT, MeetingStatus.APPROVED)
        assert (meeting.id in issued) == is_out


def test_the_coming_meeting_has_eight_items_and_three_whole_briefs(session: Session) -> None:
    meeting = coming(session)
    cases = [item.case for item in meeting.items if item.case is not None]

    assert len(meeting.items) == 8
    assert [case.status for case in cases].count(CaseStatus.READY) == 3
    assert [case.status for case in cases].count(CaseStatus.DRAFT) == 2
    assert all(case.number is None for case in cases)
    assert [case.amount for case in cases] == [480_000, 1_200_000, None, None, 180_000]
    assert cases[0].total == 1_450_000


def test_the_brief_of_the_first_case_is_rich(session: Session) -> None:
    case = next(item.case for item in coming(session).items if item.case is not None)
    background = next(text for text in case.texts if text.key == "background")
    shown = from_json(background.text)
    drawn = list(pictures(shown))

    assert "sak NR 9/25" in to_plain(shown)
    assert len(drawn) == 1
    assert drawn[0].description.startswith("Stolpediagram")
    assert session.get(Blob, drawn[0].sha256) is not None


def test_attachments_are_real_files_and_one_is_exempt(session: Session) -> None:
    case = next(item.case for item in coming(session).items if item.case is not None)
    names = {one.file_name: one for one in case.attachments}

    assert list(names) == ["prosjektplan.pdf", "budsjett.xlsx", "avtaleutkast.docx"]
    assert [one.is_exempt for one in case.attachments] == [False, False, True]
    draft = names["avtaleutkast.docx"]
    assert draft.legal_basis is not None
    assert draft.legal_basis.provision == "§ 23 første ledd"
    assert draft.neutral_title


def test_every_attachment_is_what_its_name_says(session: Session) -> None:
    for attachment in session.scalars(select(Attachment)):
        data = session.get_one(Blob, attachment.sha256).data
        assert sha256(data).hexdigest() == attachment.sha256
        assert len(data) == attachment.size
        assert is_of_kind(data, attachment.file_name.rsplit(".", 1)[1])


def is_of_kind(data: bytes, ending: str) -> bool:
    if ending == "pdf":
        return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    if ending == "png":
        with Image.open(io.BytesIO(data)) as image:
            return image.format == "PNG"
    inner = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}[ending]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.testzip() is None and inner in archive.namelist()


def test_no_exempt_word_reaches_the_public_papers(session: Session) -> None:
    papers = build_papers(session, coming(session).id, Audience.PUBLIC, Voice("nb"), TODAY)
    withheld = [one for one in papers.attachments if one.withheld]

    assert len(withheld) == 1
    assert withheld[0].sha256 == ""
    assert "Avtaleutkast" not in repr(papers)


def test_an_exempt_case_of_the_past_was_treated_behind_closed_doors(session: Session) -> None:
    case = session.scalars(select(Case).where(Case.is_exempt)).one()
    spoken = session.scalars(
        select(Deliberation).where(Deliberation.closed_on_basis_id.is_not(None))
    ).one()

    assert case.neutral_title == "Sak om næringsetablering"
    assert case.legal_basis is not None
    assert spoken.item.case_id == case.id


def test_one_member_cannot_come_so_that_a_deputy_is_called(session: Session) -> None:
    away = session.scalars(
        select(Attendance).where(Attendance.meeting_id == coming(session).id)
    ).one()

    assert away.role is AttendanceRole.MEMBER
    papers = build_papers(session, coming(session).id, Audience.MEMBERS, Voice("nb"), TODAY)
    assert sum("vara for" in line for line in papers.called.entries) == 1


def test_seven_tasks_are_open(session: Session) -> None:
    still = session.scalars(select(ActionItem).where(ActionItem.status == ActionStatus.OPEN)).all()

    assert len(still) == 7
    assert sum(one.due_on is not None and one.due_on < TODAY for one in still) == 2


def test_twelve_cases_wait_beside_those_of_later_meetings(session: Session) -> None:
    on_agenda = select(Meeting.id)
    waiting = session.scalar(
        select(func.count())
        .select_from(Case)
        .where(Case.status.in_([CaseStatus.IDEA, CaseStatus.DRAFT, CaseStatus.READY]))
    )

    assert session.scalars(on_agenda).first() is not None
    assert waiting is not None
    assert waiting >= 12


def test_gatherings_have_reports_and_tasks_that_are_all_closed(session: Session) -> None:
    held = session.scalars(
        select(Meeting).join(Body).where(Body.code.in_(["NA", "FS"]), Meeting.held_on < TODAY)
    ).all()
    reports = session.scalars(select(GatheringStatus)).all()
    points = session.scalars(select(ActionItem).where(ActionItem.meeting_id.is_not(None))).all()

    assert {row.meeting_id for row in reports} == {meeting.id for meeting in held}
    assert {row.meeting_id for row in points} == {meeting.id for meeting in held}
    days = {meeting.id: meeting.held_on for meeting in held}
    for row in points:
        assert row.meeting_id is not None
        assert row.closed_on is not None
        assert row.due_on is not None
        assert days[row.meeting_id] < row.closed_on < TODAY
        assert days[row.meeting_id] < row.due_on


def test_a_gathering_is_issued_as_a_report(session: Session) -> None:
    issued = session.scalars(
        select(MinutesVersion)
        .join(Meeting, MinutesVersion.meeting_id == Meeting.id)
        .join(Body)
        .where(Body.code == "NA")
    ).all()

    assert issued
    for version in issued:
        assert from_stored(version.content, GatheringReport).statuses


ENGLISH = re.compile(r"\b(the|and|with|None|null|True|False|draft)\b")


def test_nothing_stored_is_in_english_or_empty_handed(session: Session) -> None:
    texts = [
        *(to_plain(from_json(one)) for one in session.scalars(select(CaseText.text))),
        *(to_plain(from_json(one)) for one in session.scalars(select(Deliberation.text))),
        *(to_plain(from_json(one)) for one in session.scalars(select(Deliberation.decision))),
        *session.scalars(select(Case.title)),
        *session.scalars(select(ActionItem.task)),
        *session.scalars(select(GatheringStatus.text)),
        *session.scalars(select(Meeting.status_reason)),
        *session.scalars(select(Meeting.host_reason)),
    ]

    assert [text for text in texts if ENGLISH.search(text)] == []
    assert all(text.strip() for text in session.scalars(select(MinutesVersion.content)))


def test_a_new_december_meeting_takes_up_the_fixed_points_in_order(
    demo: CouncilFile, tmp_path: Path
) -> None:
    path = tmp_path / "kopi.rundgang"
    copyfile(demo.path, path)
    with CouncilFile.open(path, clock=clock) as file:
        house = House(Desk(file, clock, NoRenderer(), TODAY))
        taken_up = [
            [
                line.title
                for line in house.agendas.view(
                    house.edit.meetings.create(NewMeeting(body="RR", held_on=on)).id
                ).lines
                if line.title.startswith(("Utviklingsplan", "Toårig"))
            ]
            for on in (date(2027, 12, 17), date(2028, 12, 15))
        ]
    budget = "Utviklingsplan med budsjettrammer"
    assert taken_up == [[budget], [budget, "Toårig handlingsplan for strategisk næringsplan"]]
