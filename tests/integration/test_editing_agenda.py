"""Putting an agenda together, before and after it is published (R23, R25–R27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.vocabulary import Audience, CaseStatus, ItemKind, MeetingStatus, StandingKind
from app.models import Meeting
from app.services.agendas import AgendaView
from app.services.changes import Kind
from app.services.editing.difference import Difference
from app.services.editing.new_meetings import NewMeeting
from app.services.editing.placing import StandingSpec
from app.services.house import House
from app.services.meeting_steps import NextStep, Step, StepState
from tests.helpers.council import a_case, a_council, a_meeting, writing
from tests.helpers.store import refused


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


@pytest.fixture
def meeting(house: House) -> int:
    return house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4))).id


def a_waiting_case(house: House, title: str = "Testarena", **facts: Any) -> int:
    with writing(house.desk) as work:
        return a_case(work.session, title=title, **facts).id


def titles(house: House, meeting: int) -> list[str]:
    return [line.title for line in house.agendas.view(meeting).lines]


def line(view: AgendaView, title: str) -> int:
    return next(one.id for one in view.lines if one.title == title)


def on_agenda(house: House, meeting: int, title: str) -> int:
    return house.edit.agenda.add_case(meeting, a_waiting_case(house, title)).id


def publish(house: House, meeting: int) -> None:
    house.meetings.publish(meeting, reason="Hastet.")


def test_case_from_the_queue_stands_before_what_ends_the_agenda(house: House, meeting: int) -> None:
    case = a_waiting_case(house)
    assert [row.id for row in house.agendas.queue("NR")] == [case]
    done = house.edit.agenda.add_case(meeting, case)
    view = house.agendas.view(meeting)
    assert [one.title for one in view.lines] == [
        "Godkjenning av innkalling og saksliste",
        "Godkjenning av protokoll fra forrige møte",
        "Oppfølging av vedtak",
        "Testarena",
        "Referatsaker",
        "Eventuelt",
    ]
    assert view.lines[3].id == done.id
    assert house.agendas.queue("NR") == ()
    assert view.counts.cases == 1


def test_case_cannot_stand_on_two_agendas(house: House, meeting: int) -> None:
    case = a_waiting_case(house)
    house.edit.agenda.add_case(meeting, case)
    other = house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2027, 1, 22))).id
    with refused("case_on_agenda_already"):
        house.edit.agenda.add_case(other, case)


def test_case_of_another_body_is_refused(house: House, meeting: int) -> None:
    with writing(house.desk) as work:
        regional = a_meeting(work.session, body_id=2, number=9)
        case = a_case(work.session, body_id=regional.body_id).id
    with refused("case_of_other_body"):
        house.edit.agenda.add_case(meeting, case)


def test_an_item_moves_and_every_item_stays(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    before = titles(house, meeting)
    house.edit.agenda.move(item, 0)
    assert titles(house, meeting) == ["Testarena", *(one for one in before if one != "Testarena")]
    house.edit.agenda.move(item, 99)
    assert titles(house, meeting)[-1] == "Testarena"


def test_times_add_up_against_the_meetings_length(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    house.edit.agenda.set_minutes(item, 25)
    view = house.agendas.view(meeting)
    assert view.planned_minutes == 5 + 5 + 10 + 25 + 5 + 10
    assert view.length_minutes == 120
    assert [one.start for one in view.lines][:5] == ["09:00", "09:05", "09:10", "09:20", "09:45"]


@pytest.mark.parametrize("minutes", [-1, 1_441])
def test_an_item_cannot_take_longer_than_a_day(house: House, meeting: int, minutes: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    with refused("minutes_out_of_range"):
        house.edit.agenda.set_minutes(item, minutes)


def test_presenter_is_kept_on_one_line(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    house.edit.agenda.set_presenter(item, "  Kari\n Berg\x07 ")
    view = house.agendas.view(meeting)
    assert [one.presenter for one in view.lines if one.id == item] == ["Kari Berg"]


def test_heading_and_standing_item_can_be_renamed_and_a_case_cannot(
    house: House, meeting: int
) -> None:
    heading = house.edit.agenda.add_heading(meeting, "Til orientering", 0)
    house.edit.agenda.rename(heading.id, "Til drøfting", heading.version)
    first = house.agendas.view(meeting).lines[0]
    assert (first.kind, first.title) == (ItemKind.HEADING, "Til drøfting")
    with refused("item_title_missing"):
        house.edit.agenda.rename(heading.id, " \n ")
    with refused("item_is_a_case"):
        house.edit.agenda.rename(on_agenda(house, meeting, "Testarena"), "Noe annet")


def test_own_standing_item_is_added(house: House, meeting: int) -> None:
    spec = StandingSpec(StandingKind.INFORMATION, "Nytt fra kommunene", 15)
    house.edit.agenda.add_standing(meeting, spec)
    assert titles(house, meeting)[3] == "Nytt fra kommunene"


def test_removed_standing_item_can_be_chosen_again(house: House, meeting: int) -> None:
    item = line(house.agendas.view(meeting), "Eventuelt")
    assert house.agendas.standing_choices(meeting) == ()
    house.edit.agenda.remove(item)
    (choice,) = house.agendas.standing_choices(meeting)
    house.edit.agenda.add_standing(meeting, choice)
    assert titles(house, meeting)[-1] == "Eventuelt"


def test_removed_case_goes_back_to_the_queue(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    house.edit.agenda.remove(item)
    assert [row.title for row in house.agendas.queue("NR")] == ["Testarena"]
    assert [one.title for one in house.agendas.view(meeting).lines if one.case_id] == []


def test_withdrawn_case_keeps_its_number_and_its_line(house: House, meeting: int) -> None:
    first = on_agenda(house, meeting, "Testarena")
    on_agenda(house, meeting, "Gründerprogram")
    publish(house, meeting)
    house.edit.agenda.remove(first)
    lines = [one for one in house.agendas.view(meeting).lines if one.case_id]
    assert [(one.number, one.status, one.is_withdrawn) for one in lines] == [
        ("NR 1/26", CaseStatus.WITHDRAWN, True),
        ("NR 2/26", CaseStatus.PUBLISHED, False),
    ]
    assert house.agendas.queue("NR") == ()


def test_withdrawn_case_can_be_put_back_where_it_stood(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    publish(house, meeting)
    house.edit.agenda.remove(item)
    house.edit.agenda.reinstate(item)
    view = house.agendas.view(meeting)
    assert not view.difference
    assert [one.number for one in view.lines if one.case_id] == ["NR 1/26"]


def test_after_publishing_a_new_case_belongs_to_the_next_version(
    house: House, meeting: int
) -> None:
    on_agenda(house, meeting, "Testarena")
    publish(house, meeting)
    assert house.agendas.view(meeting).next_step is NextStep.MAKE_PAPERS
    late = on_agenda(house, meeting, "Hastesak")
    view = house.agendas.view(meeting)
    assert view.next_step is NextStep.REVISE
    assert [(one.what, one.item_id) for one in view.difference.items] == [(Difference.NEW, late)]
    assert [one.is_published for one in view.lines if one.id == late] == [False]


def test_late_case_that_is_removed_again_goes_back_to_the_queue(house: House, meeting: int) -> None:
    on_agenda(house, meeting, "Testarena")
    publish(house, meeting)
    late = on_agenda(house, meeting, "Hastesak")
    house.edit.agenda.remove(late)
    assert [row.title for row in house.agendas.queue("NR")] == ["Hastesak"]
    assert not house.agendas.view(meeting).difference


def test_revision_numbers_new_cases_and_tells_the_difference(house: House, meeting: int) -> None:
    first = on_agenda(house, meeting, "Testarena")
    changed = on_agenda(house, meeting, "Gründerprogram")
    publish(house, meeting)
    house.edit.agenda.remove(first)
    late = on_agenda(house, meeting, "Hastesak")
    with writing(house.desk) as work:
        case = a_case_on(work.session, meeting, changed)
        case.title = "Felles gründerprogram"
    published, difference = house.edit.revision.publish(meeting, reason="Kom til.")
    assert published.numbers == (
        ("NR 1/26", "Testarena"),
        ("NR 2/26", "Felles gründerprogram"),
        ("NR 3/26", "Hastesak"),
    )
    assert [(one.what, one.item_id, one.number) for one in difference.items] == [
        (Difference.CHANGED, changed, "NR 2/26"),
        (Difference.NEW, late, "–"),
        (Difference.WITHDRAWN, first, "NR 1/26"),
    ]
    view = house.agendas.view(meeting)
    assert view.meeting.agenda_version == 2
    assert view.next_step is NextStep.MAKE_PAPERS


def a_case_on(session: object, meeting: int, item: int):  # type: ignore[no-untyped-def]
    from sqlalchemy.orm import Session

    assert isinstance(session, Session)
    return next(one.case for one in session.get_one(Meeting, meeting).items if one.id == item)


def test_numbers_go_on_after_a_withdrawn_late_case(house: House, meeting: int) -> None:
    on_agenda(house, meeting, "Testarena")
    publish(house, meeting)
    late = on_agenda(house, meeting, "Hastesak")
    house.edit.revision.publish(meeting, reason="Kom til.")
    house.edit.agenda.remove(late)
    on_agenda(house, meeting, "Enda en sak")
    published, _ = house.edit.revision.publish(meeting, reason="Kom til.")
    assert published.numbers[-1] == ("NR 3/26", "Enda en sak")


def test_nothing_to_revise_is_told(house: House, meeting: int) -> None:
    on_agenda(house, meeting, "Testarena")
    publish(house, meeting)
    with refused("nothing_to_revise"):
        house.edit.revision.publish(meeting)


def test_move_after_publishing_is_a_difference(house: House, meeting: int) -> None:
    on_agenda(house, meeting, "Testarena")
    item = on_agenda(house, meeting, "Gründerprogram")
    publish(house, meeting)
    house.edit.agenda.move(item, 0)
    difference = house.agendas.view(meeting).difference
    assert difference.is_reordered
    assert difference.items == ()


def test_another_place_after_publishing_is_a_difference(house: House, meeting: int) -> None:
    on_agenda(house, meeting, "Testarena")
    publish(house, meeting)
    version = house.agendas.view(meeting).meeting.version
    house.edit.meetings.set_place(meeting, "Melhus rådhus", version)
    assert house.agendas.view(meeting).difference.facts == ("Sted",)


def test_agenda_of_a_held_meeting_is_closed(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    with writing(house.desk) as work:
        work.session.get_one(Meeting, meeting).status = MeetingStatus.HELD
    with refused("agenda_is_closed"):
        house.edit.agenda.set_minutes(item, 5)
    assert not house.agendas.view(meeting).can_edit


def test_an_edit_made_on_an_older_sight_is_refused(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    seen = next(one.version for one in house.agendas.view(meeting).lines if one.id == item)
    house.edit.agenda.set_minutes(item, 30, seen)
    with refused("stale_version"):
        house.edit.agenda.set_minutes(item, 40, seen)


def test_what_a_case_lacks_stands_on_its_line(house: House, meeting: int) -> None:
    with writing(house.desk) as work:
        case = a_case(work.session, title="Uten forslag", texts={}).id
    house.edit.agenda.add_case(meeting, case)
    view = house.agendas.view(meeting)
    (found,) = [one for one in view.lines if one.case_id]
    assert [finding.reason.code for finding in found.findings] == [
        "proposal_missing",
        "brief_missing",
        "plan_assessment_missing",
    ]
    assert view.counts.lacking == 1
    assert view.blocking == ()


def test_exempt_case_without_neutral_title_blocks_the_next_step(house: House, meeting: int) -> None:
    item = house.edit.agenda.add_case(meeting, a_waiting_case(house, is_exempt=True)).id
    view = house.agendas.view(meeting)
    assert {finding.item for finding in view.blocking} == {item}


def test_stepper_follows_the_meetings_life(house: House, meeting: int) -> None:
    on_agenda(house, meeting, "Testarena")
    view = house.agendas.view(meeting)
    assert [(one.step, one.state) for one in view.steps][:3] == [
        (Step.PLANNED, StepState.DONE),
        (Step.NOTICE, StepState.CURRENT),
        (Step.PAPERS, StepState.AHEAD),
    ]
    publish(house, meeting)
    assert [one.state for one in house.agendas.view(meeting).steps][:4] == [
        StepState.DONE,
        StepState.SKIPPED,
        StepState.CURRENT,
        StepState.AHEAD,
    ]
    house.papers.note_made(meeting, Audience.MEMBERS)
    assert [one.state for one in house.agendas.view(meeting).steps][2:4] == [
        StepState.DONE,
        StepState.CURRENT,
    ]


def test_typing_minutes_is_one_line_in_the_log(house: House, meeting: int) -> None:
    from app.store.log import history

    item = on_agenda(house, meeting, "Testarena")
    for minutes in (1, 10, 100):
        house.edit.agenda.set_minutes(item, minutes)
    verbs = [entry.verb for entry in history(house.desk.file, "meeting", meeting)]
    assert verbs == ["time_item", "add_case_to_agenda", "create_meeting"]


def test_edit_that_changes_nothing_leaves_no_line(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    done = house.edit.agenda.set_minutes(item, 15)
    assert done.entry is None
    assert done.changes.kinds == frozenset()


def test_changes_carry_who_asked(house: House, meeting: int) -> None:
    item = on_agenda(house, meeting, "Testarena")
    done = house.edit.signed("agenda").agenda.set_minutes(item, 20)
    assert done.changes.origin == "agenda"
    assert meeting in done.changes.ids


def test_papers_that_went_out_in_time_are_not_late_afterwards(house: House, meeting: int) -> None:
    on_agenda(house, meeting, "Testarena")
    publish(house, meeting)
    later = House(replace(house.desk, asked_today=date(2026, 12, 1)))
    codes = [finding.reason.code for finding in later.agendas.view(meeting).findings]
    assert "papers_late" not in codes
    on_agenda(house, meeting, "Hastesak")
    codes = [finding.reason.code for finding in later.agendas.view(meeting).findings]
    assert "papers_late" in codes


def test_text_that_waits_to_be_stored_is_told_before_publishing(house: House, meeting: int) -> None:
    case = a_waiting_case(house)
    house.edit.agenda.add_case(meeting, case)
    before = {finding.reason.code for finding in house.meetings.preflight(meeting)}
    assert "text_waits" not in before
    house.drafts.save(Kind.CASE, case, "section:summary", "{}", 1)
    assert "text_waits" in {one.reason.code for one in house.agendas.view(meeting).findings}
    assert "text_waits" in {finding.reason.code for finding in house.meetings.preflight(meeting)}
    house.drafts.clear(Kind.CASE, case, "section:summary")
    assert {finding.reason.code for finding in house.meetings.preflight(meeting)} == before


def test_case_from_the_bin_stands_where_it_stood(house: House, meeting: int) -> None:
    first = a_waiting_case(house, "Første")
    house.edit.agenda.add_case(meeting, first)
    item = on_agenda(house, meeting, "Andre")
    house.edit.agenda.set_minutes(item, 35)
    on_agenda(house, meeting, "Tredje")
    before = [(one.title, one.minutes) for one in house.agendas.view(meeting).lines]
    second = next(row.id for row in house.cases.all() if row.title == "Andre")
    house.edit.cases.delete(second)
    assert "Andre" not in titles(house, meeting)
    house.edit.cases.restore(second)
    assert [(one.title, one.minutes) for one in house.agendas.view(meeting).lines] == before
    house.history.undo_last()
    assert "Andre" not in titles(house, meeting)


def test_case_from_the_bin_waits_where_its_meeting_was_called_meanwhile(
    house: House, meeting: int
) -> None:
    case = a_waiting_case(house, "Andre")
    house.edit.agenda.add_case(meeting, case)
    on_agenda(house, meeting, "Første")
    house.edit.cases.delete(case)
    publish(house, meeting)
    house.edit.cases.restore(case)
    assert "Andre" not in titles(house, meeting)
    assert [row.id for row in house.agendas.queue("NR")] == [case]
