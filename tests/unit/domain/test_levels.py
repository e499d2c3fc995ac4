"""Decision level: every cell of R10–R16."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import UserError
from app.domain.levels import (
    BodyNames,
    CaseFacts,
    DatedLimits,
    Limits,
    Ruling,
    decision_level,
    is_at_least,
    limits_on,
    override,
    placed_in,
)
from app.domain.reasons import Reason
from app.domain.vocabulary import Level, Occasion

LIMITS_2017 = Limits(administrative=200_000, council=500_000)

A, C, R = Level.ADMINISTRATIVE, Level.COUNCIL, Level.REGIONAL
NOW, EXTRA, BETWEEN = Occasion.ORDINARY, Occasion.EXTRAORDINARY, Occasion.BETWEEN_MEETINGS


def ruling(
    amount: int | None = 300_000,
    *,
    urgent: bool = False,
    strategic: bool = False,
    new_area: bool = False,
    controversial: bool = False,
    considered: str = "",
    raised_to: Level | None = None,
    measure_total: int | None = None,
) -> Ruling:
    case = CaseFacts(
        amount=amount,
        is_urgent=urgent,
        is_strategic=strategic,
        opens_new_area=new_area,
        is_controversial=controversial,
        controversy_assessment=considered,
        raised_to=raised_to,
        measure_total=measure_total,
    )
    return decision_level(case, LIMITS_2017)


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


@pytest.mark.parametrize(
    ("amount", "urgent", "level", "occasion", "reasons"),
    [
        (0, False, C, NOW, ["not_urgent_within_limit"]),
        (200_000, False, C, NOW, ["not_urgent_within_limit"]),
        (200_001, False, C, NOW, ["within_council_limit"]),
        (500_000, False, C, NOW, ["within_council_limit"]),
        (500_001, False, R, NOW, ["above_council_limit"]),
        (None, False, C, NOW, ["no_amount"]),
        (0, True, A, BETWEEN, ["urgent_within_limit"]),
        (200_000, True, A, BETWEEN, ["urgent_within_limit"]),
        (200_001, True, C, EXTRA, ["within_council_limit", "urgent_needs_extra_meeting"]),
        (500_000, True, C, EXTRA, ["within_council_limit", "urgent_needs_extra_meeting"]),
        (500_001, True, R, EXTRA, ["above_council_limit", "urgent_needs_extra_meeting"]),
        (None, True, C, EXTRA, ["no_amount", "urgent_needs_extra_meeting"]),
    ],
)
def test_amount_and_urgency_decide_the_level(
    amount: int | None, urgent: bool, level: Level, occasion: Occasion, reasons: list[str]
) -> None:
    found = ruling(amount, urgent=urgent)
    assert (found.level, found.floor, found.occasion) == (level, level, occasion)
    assert codes(found.reasons) == reasons


@pytest.mark.parametrize("amount", [None, 0, 200_000, 500_000, 900_000])
@pytest.mark.parametrize("urgent", [False, True])
@pytest.mark.parametrize(
    ("strategic", "new_area", "expected"),
    [
        (True, False, ["strategic_choice"]),
        (False, True, ["opens_new_area"]),
        (True, True, ["strategic_choice", "opens_new_area"]),
    ],
)
def test_a_strategic_choice_or_a_new_area_goes_to_the_regional_council_whatever_the_amount(
    amount: int | None, urgent: bool, strategic: bool, new_area: bool, expected: list[str]
) -> None:
    found = ruling(amount, urgent=urgent, strategic=strategic, new_area=new_area)
    assert found.level is R
    assert found.occasion is (EXTRA if urgent else NOW)
    assert codes(found.reasons)[: len(expected)] == expected
    assert ("above_council_limit" in codes(found.reasons)) is (amount == 900_000)


def test_an_administrative_decision_is_told_to_the_chair_and_reported() -> None:
    found = ruling(150_000, urgent=True)
    assert codes(found.to_record) == ["inform_chair", "report_at_next_meeting"]
    assert found.to_record[0].params == {"body": "Næringsrådet"}


def test_the_council_gives_its_recommendation_to_the_regional_council() -> None:
    assert codes(ruling(600_000).to_record) == ["give_recommendation"]
    assert codes(ruling(400_000).to_record) == []


@pytest.mark.parametrize(("amount", "level"), [(10, C), (400_000, C), (600_000, R), (None, C)])
def test_a_controversial_case_keeps_its_level_but_needs_its_consideration_on_paper(
    amount: int | None, level: Level
) -> None:
    found = ruling(amount, controversial=True)
    assert found.level is level
    assert "write_down_consideration" in codes(found.to_record)
    assert codes(found.warnings) == ["consideration_missing"]


def test_a_written_consideration_is_no_longer_missing_but_blank_is() -> None:
    assert ruling(controversial=True, considered="Vurdert av leder.").warnings == ()
    assert codes(ruling(controversial=True, considered="  \n").warnings) == [
        "consideration_missing"
    ]


@pytest.mark.parametrize(
    ("amount", "urgent", "raised_to", "level", "occasion"),
    [
        (400_000, False, R, R, NOW),
        (100_000, True, C, C, EXTRA),
        (100_000, True, R, R, EXTRA),
        (400_000, False, A, C, NOW),
        (400_000, False, C, C, NOW),
        (600_000, False, C, R, NOW),
    ],
)
def test_the_consideration_can_raise_the_level_and_never_lower_it(
    amount: int, urgent: bool, raised_to: Level, level: Level, occasion: Occasion
) -> None:
    found = ruling(amount, urgent=urgent, controversial=True, considered="Ja.", raised_to=raised_to)
    assert (found.level, found.occasion) == (level, occasion)
    assert ("raised_as_controversial" in codes(found.reasons)) is (level is not found.floor)


def test_a_level_is_raised_only_in_a_controversial_case() -> None:
    assert ruling(400_000, raised_to=R).level is C


def test_an_urgent_case_without_an_amount_is_warned_about() -> None:
    assert codes(ruling(None, urgent=True).warnings) == ["urgent_without_amount"]
    assert ruling(None).warnings == ()


@pytest.mark.parametrize(
    ("amount", "total", "urgent", "limit"),
    [
        (300_000, 500_000, False, None),
        (300_000, 500_001, False, 500_000),
        (100_000, 600_000, False, 500_000),
        (600_000, 900_000, False, None),
        (100_000, 300_000, False, None),
        (100_000, 300_000, True, 200_000),
        (100_000, 700_000, True, 500_000),
        (100_000, None, True, None),
        (None, 700_000, False, None),
    ],
)
def test_grants_that_together_pass_a_limit_are_warned_about(
    amount: int | None, total: int | None, urgent: bool, limit: int | None
) -> None:
    found = ruling(amount, urgent=urgent, measure_total=total)
    warned = [one for one in found.warnings if one.code == "grants_together_pass_limit"]
    assert [one.params["limit"] for one in warned] == ([] if limit is None else [limit])


def test_a_negative_amount_is_refused() -> None:
    with pytest.raises(UserError, match="amount_negative"):
        ruling(-1)


def test_the_reasons_use_the_names_of_the_file() -> None:
    names = BodyNames("sekretariatet", "Styret", "Representantskapet")
    found = decision_level(CaseFacts(amount=900_000), LIMITS_2017, names)
    assert found.reasons[0].params["body"] == "Representantskapet"
    assert [names.of(level) for level in Level] == [
        "sekretariatet",
        "Styret",
        "Representantskapet",
    ]


def test_an_old_case_is_judged_by_the_limits_of_its_day() -> None:
    newer = Limits(250_000, 750_000)
    every = [DatedLimits(date(2024, 1, 1), newer), DatedLimits(date(2017, 1, 1), LIMITS_2017)]
    assert limits_on(every, date(2023, 12, 31)) == LIMITS_2017
    assert limits_on(every, date(2024, 1, 1)) == newer
    with pytest.raises(UserError, match="no_limits_on"):
        limits_on(every, date(2016, 12, 31))


@pytest.mark.parametrize(("administrative", "council"), [(-1, 5), (6, 5)])
def test_limits_that_do_not_fit_together_are_refused(administrative: int, council: int) -> None:
    with pytest.raises(UserError, match="limits_out_of_order"):
        Limits(administrative, council)


@pytest.mark.parametrize(
    ("amount", "urgent", "wanted", "occasion"),
    [
        (100_000, True, C, EXTRA),
        (100_000, True, R, EXTRA),
        (400_000, False, R, NOW),
        (400_000, True, R, EXTRA),
    ],
)
def test_anyone_may_raise_a_level(
    amount: int, urgent: bool, wanted: Level, occasion: Occasion
) -> None:
    raised = override(ruling(amount, urgent=urgent), wanted)
    assert (raised.level, raised.occasion) == (wanted, occasion)
    assert raised.reasons[-1].code == "level_raised_without_reason"
    told = override(ruling(amount, urgent=urgent), wanted, " Prinsipielt. ")
    assert told.reasons[-1].params["reason"] == "Prinsipielt."


def test_choosing_the_level_it_has_changes_nothing() -> None:
    found = ruling()
    assert override(found, C) is found


def test_what_was_raised_as_controversial_may_come_down_with_a_reason() -> None:
    raised = ruling(400_000, controversial=True, considered="Ja.", raised_to=R)
    with pytest.raises(UserError, match="lowering_needs_reason"):
        override(raised, C, "  ")
    lowered = override(raised, C, "Avklart med leder.")
    assert lowered.level is C
    assert lowered.reasons[-1].code == "level_lowered_by_hand"


@pytest.mark.parametrize(
    "found",
    [
        ruling(600_000),
        ruling(10, strategic=True),
        ruling(10, new_area=True, urgent=True),
        ruling(600_000, controversial=True, considered="Ja.", raised_to=R),
    ],
)
@pytest.mark.parametrize("wanted", [A, C])
def test_nobody_can_lower_what_the_amount_or_the_kind_of_case_demands(
    found: Ruling, wanted: Level
) -> None:
    with pytest.raises(UserError, match="level_cannot_be_lowered"):
        override(found, wanted, "Vi vil.")


def test_levels_are_ordered() -> None:
    assert [[is_at_least(one, other) for other in (A, C, R)] for one in (A, C, R)] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]


def lying_in(body: Level | None, facts: CaseFacts) -> Ruling:
    return placed_in(body, decision_level(facts, LIMITS_2017), facts)


def test_a_case_that_lies_higher_than_it_must_is_decided_there_and_says_so() -> None:
    found = lying_in(R, CaseFacts(amount=300_000))
    assert (found.level, found.floor, found.occasion) == (R, C, NOW)
    assert found.reasons == (
        Reason("placed_above_amount", body="Næringsrådet", placed="Regionrådet", amount=300_000),
    )


def test_a_case_without_an_amount_may_lie_higher_too() -> None:
    found = lying_in(R, CaseFacts())
    assert found.level is R
    assert found.reasons == (Reason("placed_above", body="Næringsrådet", placed="Regionrådet"),)


def test_an_urgent_case_that_lies_in_the_higher_body_needs_an_extra_meeting_there() -> None:
    found = lying_in(R, CaseFacts(amount=100_000, is_urgent=True))
    assert (found.level, found.occasion) == (R, EXTRA)
    assert [reason.code for reason in found.reasons] == [
        "placed_above_amount",
        "urgent_needs_extra_meeting",
    ]
    assert found.reasons[0].params["body"] == "administrasjonen"


def test_what_was_raised_by_hand_is_still_told_where_the_case_lies_higher() -> None:
    facts = CaseFacts(amount=100_000, is_urgent=True)
    raised = override(decision_level(facts, LIMITS_2017), C, "Prinsipielt.")
    found = placed_in(R, raised, facts)
    assert [reason.code for reason in found.reasons] == [
        "placed_above_amount",
        "level_raised_by_hand",
        "urgent_needs_extra_meeting",
    ]


@pytest.mark.parametrize(
    ("body", "facts", "level"),
    [
        (C, CaseFacts(amount=300_000), C),
        (C, CaseFacts(amount=600_000), R),
        (R, CaseFacts(amount=600_000), R),
        (C, CaseFacts(amount=100_000, is_urgent=True), A),
        (None, CaseFacts(amount=300_000), C),
    ],
)
def test_a_case_that_lies_where_it_must_or_too_low_is_judged_by_the_rules(
    body: Level | None, facts: CaseFacts, level: Level
) -> None:
    found = lying_in(body, facts)
    assert found == decision_level(facts, LIMITS_2017)
    assert found.level is level
