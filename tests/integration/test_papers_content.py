from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.content import Papers
from app.domain.errors import UserError
from app.domain.vocabulary import (
    AttendanceRole,
    AttendanceState,
    Audience,
    CaseKind,
    ItemKind,
    MeetingStatus,
)
from app.models import AgendaItem, Attendance, Case, Financing, TermDeputy
from app.services.desk import Desk
from app.services.meetings import MeetingService
from app.services.papers.service import PapersService
from tests.helpers.council import (
    a_case,
    a_council,
    a_meeting,
    a_member,
    a_person,
    an_attachment,
    an_observer,
    put_on_agenda,
    texts_of,
    the_basis,
    the_institution,
    writing,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield desk


def papers(desk: Desk, meeting: int, audience: Audience = Audience.MEMBERS) -> Papers:
    return PapersService(desk).content(meeting, audience)


def test_sections_stand_in_the_order_of_the_body(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        texts = ("assessment", "summary", "plan_assessment", "background", "proposal")
        a_case(work.session, meeting, texts=dict.fromkeys(texts, "Tekst."))
    [case] = papers(desk, meeting.id).cases
    assert [section.key for section in case.sections] == [
        "proposal",
        "summary",
        "background",
        "assessment",
        "plan_assessment",
        "finances",
        "decision_level",
    ]


def test_an_exempt_case_shows_number_neutral_title_and_basis_alone(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        secret = a_case(
            work.session,
            meeting,
            title="Kanarifugl",
            texts={"proposal": "Kanarifugl", "background": "Kanarifugl"},
            officer="Kanarifugl",
            is_exempt=True,
            neutral_title="Personalsak",
            legal_basis_id=the_basis(work.session).id,
        )
        an_attachment(work, secret, title="Kanarifugl", file_name="kanarifugl.pdf")
    MeetingService(desk).publish(meeting.id, reason="Vurdering følger")
    for audience in (Audience.OBSERVERS, Audience.PUBLIC):
        content = papers(desk, meeting.id, audience)
        assert not [text for text in texts_of(content) if "kanarifugl" in text.casefold()]
        assert content.agenda.rows[0].title == "Personalsak"
        [case] = content.cases
        assert (case.number, case.title) == ("NR 1/26", "Personalsak")
        assert case.withheld == "Unntatt offentlighet, jf. offentleglova § 23 første ledd"
        assert case.sections == ()
    assert papers(desk, meeting.id).cases[0].title == "Kanarifugl"


def test_attachment_numbers_are_the_same_in_every_version(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        first = a_case(work.session, meeting)
        an_attachment(work, first, b"1", sort=1)
        an_attachment(
            work,
            first,
            b"2",
            sort=2,
            title="Kanarifugl",
            file_name="kanarifugl.docx",
            is_exempt=True,
            neutral_title="Utkast til avtale",
            legal_basis_id=the_basis(work.session).id,
        )
        an_attachment(work, a_case(work.session, meeting, title="Neste"), b"3")
    numbers = {
        audience: [one.number for one in papers(desk, meeting.id, audience).attachments]
        for audience in Audience
    }
    assert set(map(tuple, numbers.values())) == {(1, 2, 3)}
    withheld = papers(desk, meeting.id, Audience.PUBLIC).attachments[1]
    assert withheld.title == "Utkast til avtale"
    assert (withheld.sha256, withheld.file_name, withheld.size) == ("", "", 0)
    assert withheld.withheld.startswith("Unntatt offentlighet")


def test_deputy_is_called_when_member_sends_apology(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        term = a_member(work.session, 6, "Marit Moe", "Melhus", title="Kommunedirektør")
        place = the_institution(work.session, "Melhus")
        deputy = a_person(work.session, "Vara Vik", place)
        work.session.add(TermDeputy(term_id=term.id, person_id=deputy.id, rank=1))
    called = papers(desk, meeting.id).called.entries
    assert called == ("Marit Moe, kommunedirektør, Melhus kommune",)
    with writing(desk) as work:
        work.session.add(
            Attendance(
                meeting_id=meeting.id,
                person_id=term.person_id,
                seat_id=term.seat_id,
                role=AttendanceRole.MEMBER,
                state=AttendanceState.APOLOGY,
                function="Kommunedirektør",
                reason="Kanarifugl",
            )
        )
    content = papers(desk, meeting.id)
    assert content.called.entries == (
        "Marit Moe, kommunedirektør, Melhus kommune – forfall",
        "Vara Vik (vara for Marit Moe)",
    )
    assert "Kanarifugl" not in "".join(texts_of(content))


def test_observers_get_a_copy(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        an_observer(work.session, "Ola Obs", "Skaun")
    assert papers(desk, meeting.id).copied.entries == ("Ola Obs, Skaun kommune",)


def test_items_start_after_those_before_them(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting, minutes=25)
        work.session.add(
            AgendaItem(meeting_id=meeting.id, sort=2, kind=ItemKind.HEADING, title="Orienteringer")
        )
        work.session.flush()
        put_on_agenda(work.session, meeting, a_case(work.session, title="Neste"), minutes=10)
    rows = papers(desk, meeting.id).agenda.rows
    assert [row.time for row in rows] == ["09.00", "", "09.25"]
    assert [row.is_heading for row in rows] == [False, True, False]


def test_shares_of_the_budget_add_up(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        case = a_case(work.session, meeting, total=1_450_000)
        work.session.add(
            Financing(case_id=case.id, source="SINTEF", amount=500_000, is_confirmed=True)
        )
    [case_content] = papers(desk, meeting.id).cases
    section = next(one for one in case_content.sections if one.key == "finances")
    words = [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts_of(section.body)]
    for expected in ("480 000 kr", "500 000 kr", "470 000 kr", "1 450 000 kr"):
        assert expected in words


def test_a_draft_says_so_and_a_published_agenda_does_not(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting)
    assert papers(desk, meeting.id).letterhead.marking == "Utkast"
    MeetingService(desk).publish(meeting.id)
    assert papers(desk, meeting.id).letterhead.marking == ""


def test_publishing_gives_numbers_in_order_and_calls_the_meeting(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting, title="Første")
        a_case(work.session, meeting, title="Andre", kind=CaseKind.INFORMATION, amount=None)
    published = MeetingService(desk).publish(meeting.id)
    assert published.numbers == (("NR 1/26", "Første"), ("NR 2/26", "Andre"))
    [row] = MeetingService(desk).all()
    assert row.status is MeetingStatus.CALLED
    with pytest.raises(UserError, match="step_not_possible"):
        MeetingService(desk).publish(meeting.id)


def test_a_number_once_given_is_not_given_again(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, number=7, number_year=2026, title="Trukket")
        a_case(work.session, meeting)
    assert MeetingService(desk).publish(meeting.id).numbers[0][0] == "NR 8/26"


def test_missing_authority_blocks_publishing_and_changes_nothing(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting, amount=1_200_000)
    with pytest.raises(UserError, match="authority_missing"):
        MeetingService(desk).publish(meeting.id, reason="Haster")
    assert MeetingService(desk).all()[0].status is MeetingStatus.PLANNED


def test_an_exempt_case_without_neutral_title_blocks(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting, is_exempt=True, legal_basis_id=the_basis(work.session).id)
    with pytest.raises(UserError, match="neutral_title_missing"):
        MeetingService(desk).publish(meeting.id, reason="Haster")


def test_warnings_take_one_reason(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting, texts={})
    with pytest.raises(UserError, match="publishing_needs_reason"):
        MeetingService(desk).publish(meeting.id)
    published = MeetingService(desk).publish(meeting.id, reason="Framlegg ettersendes")
    assert {warning.code for warning in published.warnings} == {
        "proposal_missing",
        "brief_missing",
        "plan_assessment_missing",
    }


def test_published_papers_say_what_was_published(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        case = a_case(work.session, meeting)
    MeetingService(desk).publish(meeting.id)
    before = {audience: papers(desk, meeting.id, audience) for audience in Audience}
    with writing(desk) as work:
        work.session.get_one(Case, case.id).title = "Nytt navn på saken"
    assert {audience: papers(desk, meeting.id, audience) for audience in Audience} == before
    edited = PapersService(desk).content(meeting.id, Audience.MEMBERS, as_edited=True)
    assert edited.cases[0].title == "Nytt navn på saken"
