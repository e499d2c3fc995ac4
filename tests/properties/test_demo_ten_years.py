"""Ten years until 23 November 2026: what they hold, and how they end."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.vocabulary import (
    ActionStatus,
    AttendanceState,
    CaseKind,
    MeetingKind,
    MeetingStatus,
    Outcome,
    VoteMethod,
)
from app.services.demo.library import matters
from app.services.demo.people import slug
from app.services.demo.story import Story, tell

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def ten_years() -> Story:
    return tell(10, TODAY)


def test_the_ten_years_end_as_the_pictures_show(ten_years: Story) -> None:
    days = {(m.day.body, m.day.number, m.day.year): m for m in ten_years.docket.meetings}
    coming = ten_years.docket.coming

    assert ten_years.frame.first_year == 2017
    assert (coming.day.number, coming.day.on, coming.place) == (
        6,
        date(2026, 12, 4),
        "Skaun rådhus",
    )
    assert [item.minutes for item in coming.items] == [5, 5, 25, 20, 30, 15, 5, 10]
    assert days["RR", 4, 2026].day.on == date(2026, 12, 18)
    assert days["NR", 1, 2027].day.on == date(2027, 1, 22)
    assert days["RR", 1, 2027].day.on == date(2027, 2, 12)
    assert days["NR", 5, 2026].day.on == date(2026, 10, 2)
    assert ten_years.next_host == "Orkland"
    assert (
        sum(
            one.case_number is not None and one.case_number[0] == 2026
            for one in ten_years.docket.cases
            if one.body == "NR"
        )
        == 20
    )


def test_seven_tasks_are_open_and_two_of_them_are_late(ten_years: Story) -> None:
    still = [one for one in ten_years.tasks if one.status is ActionStatus.OPEN]
    late = [one.task.text for one in still if one.due_on < TODAY]

    assert len(still) == 7
    assert late == [
        "Avklare eierskap til testarena for havteknologi",
        "Søke regionalt utviklingsprogram om delfinansiering",
    ]
    assert sorted(one.case.label for one in still) == [
        f"NR {number}/26" for number in (11, 12, 13, 15, 16, 17, 18)
    ]


def test_ten_years_hold_what_a_council_goes_through(ten_years: Story) -> None:
    decided = ten_years.decided.values()
    outcomes = {item.outcome for m in ten_years.docket.meetings for item in m.items}
    methods = {vote.method for one in decided for vote in one.votes}
    kinds = {m.day.kind for m in ten_years.docket.meetings}
    outs = [out for one in decided for out in one.out]
    votes = [vote for one in decided for vote in one.votes]
    lines = [line for roll in ten_years.rolls.values() for line in roll.lines]

    assert outcomes >= {
        Outcome.AS_PROPOSED,
        Outcome.CHANGED,
        Outcome.POSTPONED,
        Outcome.WITHDRAWN,
        Outcome.SENT_BACK,
        Outcome.REJECTED,
        Outcome.NOTED,
    }
    assert methods == {VoteMethod.UNANIMOUS, VoteMethod.TOTALS, VoteMethod.BY_NAME}
    assert kinds == set(MeetingKind)
    assert MeetingStatus.CANCELLED in {m.status for m in ten_years.docket.meetings}
    assert any(v.by_casting_vote for v in votes)
    assert any(v.proposed_by and not v.is_adopted for v in votes)
    assert len(outs) >= 2
    assert any(one.deputy is not None for one in outs)
    assert any("exempt" in case.stage.flags for case in ten_years.docket.cases)
    assert any("konstituert" in line.function for line in lines)
    assert any(line.arrives_at for line in lines)
    assert any(line.state is AttendanceState.APOLOGY for line in lines)
    assert any(term.override_reason for term in ten_years.roster.terms)
    assert {m.host_reason != "" for m in ten_years.docket.of("NA")} == {True, False}
    assert any(term.ended == "merger" and term.body == "NR" for term in ten_years.roster.terms)


def test_the_library_has_ninety_matters_and_each_is_told_whole() -> None:
    assert len(matters()) >= 90
    for matter in matters():
        for stage in matter.stages:
            is_sketch = "queue" in matter.meta or matter.meta.get("state") in ("half", "draft")
            wanted = {"summary"} if is_sketch else {"summary", "background"}
            if stage.kind in (CaseKind.DECISION, CaseKind.RECOMMENDATION) and not is_sketch:
                wanted |= {"proposal"}
                if stage.meta.get("concerns") != "no":
                    wanted |= {"plan"}
            if matter.meta.get("state") != "half":
                assert wanted <= stage.texts.keys(), (matter.key, stage.title)


def test_a_name_becomes_an_address() -> None:
    assert slug("Åse Øygård Næss", ".") == "ase.oygard.naess"
    assert slug("Ánte Đorđević-Jåma", ".") == "ante.dordevicjama"
