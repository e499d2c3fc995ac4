"""The council's settings, and rules with the days they hold (R10–R12, R21–R29, R53)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.domain.approval_chain import START, link_hash
from app.domain.rich_text import from_plain
from app.domain.vocabulary import (
    ApprovalForm,
    DayUnit,
    DeadlineKind,
    MeetingStatus,
    QuorumRule,
    StandingKind,
)
from app.models import Approval, MinutesVersion
from app.services.editing.new_meetings import NewMeeting
from app.services.editing.placing import StandingSpec
from app.services.house import House
from app.services.settings import BodySettings, CouncilFields, RulesFields
from app.store.queries.approvals import bound_facts
from tests.helpers.council import a_case, a_council, a_meeting, writing
from tests.helpers.store import refused

NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def body(house: House) -> BodySettings:
    return house.settings.body("NR")


def rules(house: House) -> RulesFields:
    return body(house).rules[0].fields


def council(house: House, **changed: Any) -> CouncilFields:
    return replace(house.settings.council().fields, **changed)


def approve_a_meeting(house: House, on: date) -> None:
    """Næringsrådet's meeting on a day, its minutes approved."""
    with writing(house.desk) as work:
        meeting = a_meeting(
            work.session, number=1, year=on.year, held_on=on, status=MeetingStatus.APPROVED
        )
        version = MinutesVersion(
            meeting_id=meeting.id,
            number=1,
            made_at=datetime(2026, 11, 1, tzinfo=UTC),
            content="{}",
            content_sha256=sha256(b"{}").hexdigest(),
        )
        work.session.add(version)
        work.session.flush()
        approval = Approval(
            sequence=1,
            minutes_version_id=version.id,
            approved_on=on,
            form=ApprovalForm.AS_PRESENTED,
            changes="",
            content_sha256=version.content_sha256,
            previous_hash=START,
        )
        facts = bound_facts(approval, version)
        approval.hash = link_hash(START, 1, version.content_sha256, facts)
        work.session.add(approval)


def test_officer_at_the_desk_is_named_in_what_is_done(house: House) -> None:
    seen = house.settings.council().version
    house.edit.settings.set_council(council(house, officer_name=" Kari  Berg "), seen)
    case = house.edit.cases.create("NR", "Testarena")
    assert house.briefs.view(case.id).officer == "Kari Berg"
    assert house.history.latest(1)[0].who == "Kari Berg"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": " "}, "council_name_missing"),
        ({"language": "fr"}, "language_unknown"),
        ({"backup_folder": "finnes/ikke"}, "backup_folder_missing"),
    ],
)
def test_impossible_council_setting_is_refused(
    house: House, changed: dict[str, str], code: str
) -> None:
    seen = house.settings.council().version
    with refused(code):
        house.edit.settings.set_council(council(house, **changed), seen)


def test_backup_folder_is_one_that_exists(house: House, tmp_path: Path) -> None:
    seen = house.settings.council().version
    house.edit.settings.set_council(council(house, backup_folder=str(tmp_path)), seen)
    assert house.settings.council().fields.backup_folder == str(tmp_path)
    with refused("stale_version"):
        house.edit.settings.set_council(council(house), seen)


def test_new_rules_hold_from_their_day(house: House) -> None:
    house.edit.settings.set_rules("NR", NEW_YEAR, replace(rules(house), meeting_minutes=180))
    newest, oldest = body(house).rules
    assert (newest.from_on, newest.to_on, newest.fields.meeting_minutes) == (NEW_YEAR, None, 180)
    assert (oldest.to_on, oldest.fields.meeting_minutes) == (date(2026, 12, 31), 120)
    for on, end in ((date(2026, 12, 4), "11:00"), (date(2027, 1, 22), "12:00")):
        meeting = house.edit.meetings.create(NewMeeting(body="NR", held_on=on)).id
        assert house.agendas.view(meeting).meeting.end == end


def test_rules_of_a_day_that_has_some_are_corrected(house: House) -> None:
    house.edit.settings.set_rules("NR", NEW_YEAR, replace(rules(house), meeting_minutes=180))
    house.edit.settings.set_rules("NR", NEW_YEAR, replace(rules(house), meeting_minutes=150))
    assert [row.fields.meeting_minutes for row in body(house).rules] == [150, 120]


def test_rules_that_approved_minutes_rest_on_stay_as_they_are(house: House) -> None:
    approve_a_meeting(house, date(2026, 10, 2))
    assert [row.is_fixed for row in body(house).rules] == [True]
    for on in (date(2026, 10, 2), body(house).rules[0].from_on):
        with refused("rules_under_approved"):
            house.edit.settings.set_rules("NR", on, rules(house))
    house.edit.settings.set_rules("NR", date(2026, 10, 3), rules(house))
    assert [row.is_fixed for row in body(house).rules] == [False, True]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"number_prefix": "RR"}, "prefix_taken"),
        ({"number_prefix": "NR1"}, "prefix_unusable"),
        ({"number_separator": " "}, "separator_unusable"),
        ({"number_year_digits": 3}, "year_width_unknown"),
        ({"quorum_rule": QuorumRule.NUMBER}, "quorum_needs_number"),
        ({"meeting_minutes": 0}, "meeting_length_unusable"),
        ({"term_notice_days": (0,)}, "notice_days_unusable"),
        ({"record_name": ""}, "record_name_missing"),
        ({"meeting_start": "ni"}, "clock_not_understood"),
    ],
)
def test_rules_that_contradict_themselves_are_refused(
    house: House, changed: dict[str, Any], code: str
) -> None:
    with refused(code):
        house.edit.settings.set_rules("NR", NEW_YEAR, replace(rules(house), **changed))
    assert len(body(house).rules) == 1


def test_limits_hold_from_their_day_and_an_old_case_is_judged_by_its_own(house: House) -> None:
    house.edit.settings.set_limits(NEW_YEAR, 300_000, 1_000_000)
    newest, _oldest = house.settings.limits()
    assert (newest.from_on, newest.council) == (NEW_YEAR, 1_000_000)
    with writing(house.desk) as work:
        case = a_case(work.session, amount=800_000).id
    assert house.briefs.view(case).ruling.level.value == "regional"
    house.edit.settings.remove_limits(newest.id)
    assert len(house.settings.limits()) == 1


def test_limits_are_in_order_and_the_first_ones_stay(house: House) -> None:
    with refused("limits_out_of_order"):
        house.edit.settings.set_limits(NEW_YEAR, 2, 1)
    with refused("first_limits_stay"):
        house.edit.settings.remove_limits(house.settings.limits()[-1].id)


def test_limits_that_approved_minutes_rest_on_stay_as_they_are(house: House) -> None:
    approve_a_meeting(house, date(2026, 10, 2))
    with refused("rules_under_approved"):
        house.edit.settings.set_limits(date(2026, 10, 1), 1, 2)


def test_own_section_is_written_in_briefs(house: House) -> None:
    done = house.edit.templates.add_section("NR", "Klima og miljø", 4)
    sections = body(house).sections
    assert [row.heading for row in sections].index("Klima og miljø") == 4
    case = house.edit.cases.create("NR", "Testarena").id
    house.edit.texts.write_section(case, sections[4].key, from_plain("Lave utslipp."), 0)
    with refused("section_in_use"):
        house.edit.templates.remove_section(done.id)
    house.edit.texts.write_section(case, sections[4].key, from_plain(""), 1)
    house.edit.templates.remove_section(done.id)
    assert len(body(house).sections) == len(sections) - 1


def test_section_is_renamed_moved_and_required(house: House) -> None:
    second = body(house).sections[1]
    house.edit.templates.set_section(second.id, "Kort fortalt", is_required=True)
    house.edit.templates.move_section(second.id, 0)
    first = body(house).sections[0]
    assert (first.heading, first.is_required) == ("Kort fortalt", True)
    with refused("section_heading_missing"):
        house.edit.templates.set_section(second.id, "", is_required=False)


def test_proposal_is_never_taken_out(house: House) -> None:
    proposal = next(row for row in body(house).sections if row.key == "proposal")
    with refused("proposal_section_stays"):
        house.edit.templates.remove_section(proposal.id)


def test_standing_items_of_new_agendas_follow_the_template(house: House) -> None:
    edit = house.edit.templates
    added = edit.add_standing("NR", StandingSpec(StandingKind.INFORMATION, "Nytt fra NTNU", 15))
    edit.move_standing(added.id, 0)
    edit.set_standing(added.id, StandingSpec(StandingKind.INFORMATION, "Nytt", 20))
    edit.remove_standing(body(house).standing[-1].id)
    meeting = house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4))).id
    lines = house.agendas.view(meeting).lines
    assert (lines[0].title, lines[0].minutes) == ("Nytt", 20)
    assert "Eventuelt" not in [line.title for line in lines]


def test_deadline_is_set_and_taken_away(house: House) -> None:
    edit = house.edit.templates
    edit.set_deadline("NR", DeadlineKind.PAPERS, 10, DayUnit.WORKING)
    edit.set_deadline("NR", DeadlineKind.REMINDER, None)
    edit.set_deadline("NR", DeadlineKind.REMINDER, None)
    found = {row.kind: row for row in body(house).deadlines}
    papers = found[DeadlineKind.PAPERS]
    assert (papers.days, papers.unit) == (10, DayUnit.WORKING)
    assert found[DeadlineKind.REMINDER].days is None
    with refused("deadline_days_negative"):
        edit.set_deadline("NR", DeadlineKind.PAPERS, -1)
    with refused("deadline_too_long"):
        edit.set_deadline("NR", DeadlineKind.PAPERS, 400)


def test_setting_can_be_undone(house: House) -> None:
    house.edit.settings.set_rules("NR", NEW_YEAR, rules(house))
    house.history.undo_last()
    assert len(body(house).rules) == 1


def test_every_body_is_listed(house: House) -> None:
    assert [row.code for row in house.settings.bodies()][:2] == ["NR", "RR"]


def test_new_rules_never_write_over_others(house: House) -> None:
    house.edit.settings.begin_rules("NR", NEW_YEAR, replace(rules(house), record_name="referat"))
    begun, before = body(house).rules
    assert (begun.from_on, before.to_on) == (NEW_YEAR, date(2026, 12, 31))
    with refused("rules_there_already"):
        house.edit.settings.begin_rules("NR", NEW_YEAR, before.fields)
    assert house.settings.rules(begun.id) == ("NR", begun)
    with refused("rules_gone"):
        house.settings.rules(0)
