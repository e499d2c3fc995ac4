"""The two harnesses tell the truth: a passed limit and a broken promise are seen and named."""

from __future__ import annotations

import pytest

from tests.bench.harness import Figure, at_most, best_seconds, times_the_floor
from tests.bench.harness import table as figures_table
from tests.prove.harness import Outcome, Proof, is_kept, proves
from tests.prove.harness import table as promises_table


@pytest.mark.parametrize(
    ("figure", "within"),
    [
        (Figure("papers", 1.5, "s", floor=1.0, limit=times_the_floor(1.5)), True),
        (Figure("papers", 1.6, "s", floor=1.0, limit=times_the_floor(1.5)), False),
        (Figure("memory", 400, "MB", limit=at_most(400)), True),
        (Figure("memory", 401, "MB", limit=at_most(400)), False),
        (Figure("start", 3, "s"), True),
        (Figure("without a floor", 3, "s", limit=times_the_floor(2)), False),
    ],
)
def test_figure_is_within_its_limit(figure: Figure, within: bool) -> None:
    assert figure.is_within is within


def test_table_shows_each_figure_beside_its_floor() -> None:
    shown = figures_table(
        [
            Figure("papers", 1.6, "s", floor=1.0, limit=times_the_floor(1.5)),
            Figure("peak memory", 1234, "MB", limit=at_most(2000)),
        ]
    )
    assert shown.splitlines() == [
        "what         figure  unit  floor  ratio  limit",
        "papers          1.6  s         1   1.60   1.5×  PASSED THE LIMIT",
        "peak memory   1 234  MB                  2 000  ok",
    ]


def test_actions_take_turns_when_they_are_timed() -> None:
    order: list[str] = []
    best_seconds(lambda: order.append("a"), lambda: order.append("b"), rounds=2)
    assert order == ["a", "b", "a", "b"]


def keep(count: int, seed: int) -> Outcome:
    return Outcome(tried=count)


@pytest.mark.parametrize(
    ("outcome", "kept", "verdict"),
    [
        (Outcome(tried=200), True, "kept"),
        (Outcome(tried=200, breaches=("one was lost",)), False, "BROKEN"),
        (Outcome(tried=199), False, "TOO FEW (of 200)"),
        (Outcome(tried=200, note="OFF lost 7"), True, "kept (OFF lost 7)"),
    ],
)
def test_promise_is_kept_only_when_every_try_found_nothing(
    outcome: Outcome, kept: bool, verdict: str
) -> None:
    proof = Proof(1, "kill -9", 200, keep)
    assert is_kept(proof, outcome) is kept
    assert promises_table([(proof, outcome)], []).endswith(verdict)


def test_promise_without_proof_is_named() -> None:
    assert promises_table([], [16]).splitlines()[1].split()[-3:] == ["no", "proof", "yet"]


def test_proof_of_an_unknown_promise_is_refused() -> None:
    with pytest.raises(ValueError, match="no promise 18"):
        proves(18, "whatever", count=1)
