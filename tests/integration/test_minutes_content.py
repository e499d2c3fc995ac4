from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.documents.codec import from_json, to_json
from app.documents.content import Minutes, MinutesItem
from app.domain.approval_chain import verify
from app.domain.errors import UserError
from app.domain.rich_text import EMPTY, from_plain, to_plain
from app.domain.rich_text import to_json as rich_json
from app.domain.vocabulary import (
    ApprovalForm,
    AttendanceRole,
    AttendanceState,
    CaseKind,
    Choice,
    MeetingStatus,
    Outcome,
    VoteMethod,
)
from app.i18n.voice import Voice
from app.models import (
    AgendaItem,
    Attendance,
    Ballot,
    Deliberation,
    Disqualification,
    Meeting,
    Person,
    Vote,
)
from app.services.desk import Desk
from app.services.minutes.approval import issue_minutes, record_approval
from app.services.minutes.service import MinutesService
from app.store.queries.approvals import chain
from tests.helpers.council import (
    NOW,
    a_case,
    a_council,
    a_meeting,
    a_member,
    put_on_agenda,
    writing,
)

VOICE = Voice("nb")
NAMES = ("Marit Moe", "Per Vik", "Sara Lund", "Ola Ås", "Eva Dahl", "Jon Bø")
PLACES = ("Melhus", "Skaun", "Stjørdal", "Malvik", "NTNU", "SINTEF")
SEATS = (6, 7, 8, 9, 2, 4)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield desk


@pytest.fixture
def held(desk: Desk) -> tuple[int, AgendaItem, list[Attendance]]:
    """A held meeting with one case and six members present."""
    with writing(desk) as work:
        meeting = a_meeting(work.session, status=MeetingStatus.HELD)
        case = a_case(work.session, number=21, number_year=2026)
        item = put_on_agenda(work.session, meeting, case)
        roll = []
        for number, name, place in zip(SEATS, NAMES, PLACES, strict=True):
            term = a_member(work.session, number, name, place, title="Direktør")
            roll.append(
                Attendance(
                    meeting_id=meeting.id,
                    person_id=term.person_id,
                    seat_id=term.seat_id,
                    institution_id=term.institution_id,
                    role=AttendanceRole.MEMBER,
                    state=AttendanceState.PRESENT,
                    function="Direktør",
                )
            )
        work.session.add_all(roll)
        meeting.presided_by_id = roll[0].person_id
    return meeting.id, item, roll


def settle(
    desk: Desk, item: AgendaItem, outcome: Outcome, decision: str = "", **facts: object
) -> None:
    with writing(desk) as work:
        work.session.add(
            Deliberation(
                item_id=item.id,
                text=rich_json(from_plain("Saken ble drøftet.")),
                outcome=outcome,
                decision=rich_json(from_plain(decision) if decision else EMPTY),
                **facts,
            )
        )


def vote(desk: Desk, item: AgendaItem, **facts: object) -> Vote:
    with writing(desk) as work:
        cast = Vote(item_id=item.id, **facts)
        work.session.add(cast)
    return cast


def the_item(desk: Desk, meeting: int) -> MinutesItem:
    [item] = MinutesService(desk).content(meeting).items
    return item


def test_members_present_are_listed_by_seat_with_what_they_represent(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    content = MinutesService(desk).content(held[0])
    assert content.present.rows[0] == ("Eva Dahl", "Direktør", "NTNU", "")
    assert [row[0] for row in content.present.rows] == [
        "Eva Dahl",
        "Jon Bø",
        "Marit Moe",
        "Per Vik",
        "Sara Lund",
        "Ola Ås",
    ]
    assert "6 av 10 plasser var til stede. Møtet var beslutningsdyktig." in content.participation


def test_a_vacant_seat_is_vacant_not_absent(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    lists = {one.label: one.entries for one in MinutesService(desk).content(held[0]).others}
    assert "Representant for de øvrige næringsorganisasjonene" in lists["Ledig plass"]
    assert "Møtte ikke" not in lists


def test_a_reason_for_an_apology_is_never_printed(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    with writing(desk) as work:
        row = work.session.get_one(Attendance, held[2][1].id)
        row.state, row.reason = AttendanceState.APOLOGY, "kanarifugl"
    content = MinutesService(desk).content(held[0])
    lists = {one.label: one.entries for one in content.others}
    assert lists["Forfall"] == ("Per Vik, Skaun kommune",)
    assert "kanarifugl" not in to_json(content)


def test_unanimous_vote_says_so(desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]) -> None:
    settle(desk, held[1], Outcome.AS_PROPOSED, "Pengene bevilges.")
    vote(desk, held[1], method=VoteMethod.UNANIMOUS, votes_for=6, votes_against=0, is_adopted=True)
    item = the_item(desk, held[0])
    assert item.voting == ("Forslaget ble enstemmig vedtatt.",)
    assert item.decision_heading == "Vedtak"
    assert to_plain(item.decision) == "Pengene bevilges."


def test_casting_vote_is_told(desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]) -> None:
    vote(
        desk,
        held[1],
        method=VoteMethod.TOTALS,
        votes_for=3,
        votes_against=3,
        by_casting_vote=True,
        is_adopted=True,
        subject="Forslaget",
        proposed_by="Melhus",
    )
    assert the_item(desk, held[0]).voting == (
        "Forslaget fra Melhus ble vedtatt med 3 mot 3 stemmer. Møtelederens stemme avgjorde.",
    )


def test_vote_by_name_shows_who_voted_what(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    cast = vote(
        desk, held[1], method=VoteMethod.BY_NAME, votes_for=1, votes_against=1, is_adopted=False
    )
    with writing(desk) as work:
        for row, choice in zip(held[2], (Choice.FOR, Choice.AGAINST), strict=False):
            work.session.add(Ballot(vote_id=cast.id, attendance_id=row.id, choice=choice))
    ballots = the_item(desk, held[0]).ballots
    assert ballots is not None
    assert ballots.rows == (
        ("Marit Moe", "Melhus kommune", "For"),
        ("Per Vik", "Skaun kommune", "Mot"),
    )
    assert sum(ballots.shares) == 100


def test_disqualified_is_named_with_basis(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    with writing(desk) as work:
        work.session.add(
            Disqualification(
                item_id=held[1].id,
                attendance_id=held[2][5].id,
                reason="leder i foretaket",
                legal_basis="forvaltningsloven § 6",
            )
        )
    assert the_item(desk, held[0]).notes == (
        "Jon Bø ble erklært inhabil, jf. forvaltningsloven § 6, "
        "og deltok ikke i behandlingen av saken.",
    )


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (Outcome.POSTPONED, "Saken ble utsatt."),
        (Outcome.WITHDRAWN, "Saken ble trukket."),
        (Outcome.NOTED, "Saken ble tatt til orientering."),
        (Outcome.REJECTED, "Forslaget ble ikke vedtatt."),
    ],
)
def test_an_outcome_without_words_gets_its_standard_sentence(
    desk: Desk,
    held: tuple[int, AgendaItem, list[Attendance]],
    outcome: Outcome,
    sentence: str,
) -> None:
    settle(desk, held[1], outcome)
    assert to_plain(the_item(desk, held[0]).decision) == sentence


def test_the_secretarys_words_are_never_overwritten(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    settle(desk, held[1], Outcome.NOTED, "Rådet tok saken til etterretning.")
    assert to_plain(the_item(desk, held[0]).decision) == "Rådet tok saken til etterretning."


def test_late_arrival_is_told_by_case_number(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    with writing(desk) as work:
        work.session.get_one(Attendance, held[2][0].id).arrives_at_id = held[1].id
    content = MinutesService(desk).content(held[0])
    assert "Marit Moe tok del i møtet fra og med sak NR 21/26." in content.participation


def test_a_recommendation_is_named_for_its_receiver(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session, status=MeetingStatus.HELD)
        a_case(work.session, meeting, kind=CaseKind.RECOMMENDATION, amount=1_200_000)
    item = the_item(desk, meeting.id)
    assert item.decision_heading == "Innstilling til Regionrådet"
    assert item.proposal_heading == "Forslag til innstilling"


def test_no_minutes_of_a_meeting_that_has_not_been_held(desk: Desk) -> None:
    with writing(desk) as work:
        meeting = a_meeting(work.session)
    with pytest.raises(UserError, match="minutes_not_held"):
        MinutesService(desk).content(meeting.id)


def approve(desk: Desk, meeting_id: int, **facts: object) -> None:
    with writing(desk) as work:
        meeting = work.session.get_one(Meeting, meeting_id)
        issue_minutes(work.session, meeting, VOICE, NOW)
        record_approval(
            work.session,
            meeting,
            VOICE,
            approved_on=date(2027, 1, 22),
            at=NOW,
            **facts,  # type: ignore[arg-type]
        )


def test_approved_minutes_say_for_ever_what_was_approved(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    approve(desk, held[0])
    before = MinutesService(desk).content(held[0])
    with writing(desk) as work:
        work.session.get_one(Person, held[2][0].person_id).name = "Nytt Navn"
    after = MinutesService(desk).content(held[0])
    assert after == before
    assert after.status == "Godkjent som framlagt 22. januar 2027."


def test_approved_minutes_cannot_be_changed_by_any_path(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    approve(desk, held[0])
    with pytest.raises(UserError, match="minutes_are_approved"), writing(desk) as work:
        work.session.execute(
            text("UPDATE attendance SET function = 'x' WHERE meeting_id = :id"), {"id": held[0]}
        )


def test_every_approval_is_a_link_of_one_whole_chain(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    with writing(desk) as work:
        other = a_meeting(
            work.session, number=5, held_on=date(2026, 10, 2), status=MeetingStatus.HELD
        )
    approve(desk, other.id)
    approve(desk, held[0], form=ApprovalForm.WITH_CHANGES, changes="Navn rettet i sak NR 21/26.")
    with desk.reading() as session:
        links = chain(session)
    assert [link.sequence for link in links] == [1, 2]
    assert verify(links) == []
    assert "Navn rettet" in MinutesService(desk).content(held[0]).status


def test_changes_must_be_said(desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]) -> None:
    with pytest.raises(UserError, match="approval_changes_missing"):
        approve(desk, held[0], form=ApprovalForm.WITH_CHANGES)


def test_content_is_the_same_after_a_round_trip(
    desk: Desk, held: tuple[int, AgendaItem, list[Attendance]]
) -> None:
    settle(desk, held[1], Outcome.AS_PROPOSED, "Pengene bevilges.")
    content = MinutesService(desk).content(held[0])
    assert from_json(to_json(content), Minutes) == content


def test_content_that_cannot_be_read_is_told() -> None:
    with pytest.raises(UserError, match="stored_content_unreadable"):
        from_json('{"heading": 1}', Minutes)
