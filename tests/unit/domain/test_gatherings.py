"""Which bodies meet in gatherings (R17, R20)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.gatherings import BodyNature, meets_in_gatherings

BUSINESS_UNITS = BodyNature(
    decides=False,
    recommends=False,
    is_hosted_in_turns=True,
    keeps_report=True,
    approves_record=False,
)


def test_a_body_that_goes_the_round_and_decides_nothing_gathers() -> None:
    assert meets_in_gatherings(BUSINESS_UNITS)
    assert meets_in_gatherings(replace(BUSINESS_UNITS, keeps_report=False))


def test_a_body_with_a_referat_that_nobody_approves_gathers() -> None:
    assert meets_in_gatherings(replace(BUSINESS_UNITS, is_hosted_in_turns=False))


@pytest.mark.parametrize("fact", ["decides", "recommends", "approves_record"])
def test_a_body_that_decides_recommends_or_approves_does_not(fact: str) -> None:
    assert not meets_in_gatherings(replace(BUSINESS_UNITS, **{fact: True}))


def test_a_body_that_keeps_minutes_and_has_no_round_does_not() -> None:
    ordinary = replace(BUSINESS_UNITS, is_hosted_in_turns=False, keeps_report=False)
    assert not meets_in_gatherings(ordinary)
