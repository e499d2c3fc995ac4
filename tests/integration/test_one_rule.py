"""What a brief lacks is one rule: form, agenda, papers and overview agree (R28, R29)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.vocabulary import Audience, CaseKind
from app.services.house import House
from tests.helpers.council import a_case, a_council, a_meeting, put_on_agenda, writing


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def test_what_an_unwritten_orientation_lacks_is_said_alike_everywhere(house: House) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting)
        unwritten = a_case(
            work.session, meeting, title="Status", kind=CaseKind.INFORMATION, texts={}
        )
        meeting_id, case_id = meeting.id, unwritten.id
    brief = house.briefs.view(case_id)
    assert brief.lacking_sections == ("background", "assessment")
    agenda = house.agendas.view(meeting_id)
    (line,) = [one for one in agenda.lines if one.findings]
    assert (line.case_id, agenda.counts.lacking) == (case_id, 1)
    assert house.papers.look(meeting_id, Audience.MEMBERS).findings == agenda.findings
    following = house.overview.view().next_meeting
    assert following is not None
    assert (following.ready_cases, following.cases) == (1, 2)
    with pytest.raises(UserError, match="publishing_needs_reason"):
        house.meetings.publish(meeting_id)


def test_an_orientation_with_its_sections_written_lacks_no_proposal(house: House) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        texts = {"background": "Alle har svart.", "assessment": "Planene følges."}
        a_case(work.session, meeting, kind=CaseKind.INFORMATION, texts=texts)
        meeting_id = meeting.id
    assert house.agendas.view(meeting_id).findings == ()
    assert house.meetings.publish(meeting_id).warnings == ()


def test_agenda_and_papers_say_the_same_of_a_published_meeting_when_the_day_has_passed(
    house: House,
) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session, place="")
        a_case(work.session, meeting)
        meeting_id = meeting.id
    house.meetings.publish(meeting_id, reason="Stedet meldes senere.")
    agenda = house.agendas.view(meeting_id)
    assert [one.reason.code for one in agenda.findings] == ["place_missing"]
    assert house.papers.look(meeting_id, Audience.MEMBERS).findings == agenda.findings


def test_a_numbered_standing_item_needs_no_brief(house: House) -> None:
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        case = a_case(work.session, kind=CaseKind.INFORMATION, texts={})
        put_on_agenda(work.session, meeting, case, standing_kind="information")
        meeting_id, case_id = meeting.id, case.id
    assert house.agendas.view(meeting_id).findings == ()
    assert house.briefs.view(case_id).findings == ()
