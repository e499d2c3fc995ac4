"""Quorum and votes (R35, R36)."""

from __future__ import annotations

import pytest

from app.domain.errors import UserError
from app.domain.quorum import needed, quorum, require
from app.domain.vocabulary import Choice, DecisionRule, QuorumRule, TieRule
from app.domain.voting import Ballot, Presiding, Result, Totals, VoteRule, tally, unanimous

FOR, AGAINST, BLANK = Choice.FOR, Choice.AGAINST, Choice.BLANK


def ballots(*choices: Choice) -> list[Ballot]:
    return [Ballot(person, choice) for person, choice in enumerate(choices, start=1)]


def voters(count: int) -> list[int]:
    return list(range(1, count + 1))


@pytest.mark.parametrize(
    ("rule", "seats", "expected"),
    [
        (QuorumRule.AT_LEAST_HALF, 10, 5),
        (QuorumRule.AT_LEAST_HALF, 9, 5),
        (QuorumRule.MORE_THAN_HALF, 10, 6),
        (QuorumRule.MORE_THAN_HALF, 9, 5),
        (QuorumRule.NUMBER, 10, 7),
    ],
)
def test_the_rule_tells_how_many_are_needed_of_all_seats(
    rule: QuorumRule, seats: int, expected: int
) -> None:
    assert needed(rule, seats, 7) == expected
    assert quorum(rule, seats, expected, 7).is_reached
    assert not quorum(rule, seats, expected - 1, 7).is_reached


@pytest.mark.parametrize("number", [None, 0])
def test_a_rule_by_number_needs_its_number(number: int | None) -> None:
    with pytest.raises(UserError, match="quorum_needs_number"):
        needed(QuorumRule.NUMBER, 10, number)


def test_nobody_cannot_decide() -> None:
    assert not quorum(QuorumRule.AT_LEAST_HALF, 0, 0).is_reached


def test_without_quorum_there_is_no_vote() -> None:
    require(quorum(QuorumRule.AT_LEAST_HALF, 10, 5))
    with pytest.raises(UserError) as refused:
        require(quorum(QuorumRule.AT_LEAST_HALF, 10, 4))
    assert refused.value.params == {"needed": 5, "seats": 10, "here": 4}


@pytest.mark.parametrize(
    ("choices", "adopted"),
    [
        ([FOR, FOR, AGAINST], True),
        ([FOR, AGAINST, AGAINST], False),
        ([FOR, BLANK, BLANK], True),
        ([AGAINST, BLANK], False),
    ],
)
def test_the_majority_of_those_who_chose_decides(choices: list[Choice], adopted: bool) -> None:
    by_name = tally(ballots(*choices), voters(len(choices)))
    assert by_name.is_adopted is adopted
    totals = Totals(choices.count(FOR), choices.count(AGAINST), choices.count(BLANK))
    assert tally(totals, voters(len(choices))) == by_name


@pytest.mark.parametrize("casting", [FOR, AGAINST])
def test_the_one_who_presides_settles_a_tie(casting: Choice) -> None:
    other = AGAINST if casting is FOR else FOR
    by_name = tally(ballots(casting, other), voters(2), presiding=Presiding(1))
    assert by_name == Result(Totals(1, 1), casting is FOR, by_casting_vote=True)
    assert tally(Totals(1, 1), voters(2), presiding=Presiding(1, casting)) == by_name


@pytest.mark.parametrize("presiding", [None, Presiding(3), Presiding(9, FOR), Presiding(9)])
def test_a_tie_waits_for_the_one_who_presides(presiding: Presiding | None) -> None:
    with pytest.raises(UserError, match="tie_needs_casting_vote"):
        tally(ballots(FOR, AGAINST, BLANK), voters(3), presiding=presiding)


def test_a_tie_in_totals_waits_for_the_one_who_presides() -> None:
    with pytest.raises(UserError, match="tie_needs_casting_vote"):
        tally(Totals(2, 2), voters(4))


def test_a_proposal_falls_on_a_tie_where_the_rule_says_so() -> None:
    rule = VoteRule(tie=TieRule.FALLS)
    assert tally(Totals(2, 2), voters(4), rule) == Result(Totals(2, 2), is_adopted=False)


@pytest.mark.parametrize(
    ("totals", "adopted"),
    [(Totals(3), True), (Totals(2, 0, 1), True), (Totals(2, 1), False), (Totals(0, 0, 3), False)],
)
def test_under_consensus_one_against_is_enough(totals: Totals, adopted: bool) -> None:
    rule = VoteRule(DecisionRule.CONSENSUS)
    assert tally(totals, voters(3), rule).is_adopted is adopted


def test_unanimous_is_everyone_in_favour() -> None:
    result = tally(unanimous(voters(8)), voters(8))
    assert result.is_unanimous
    assert result.totals == Totals(8)
    assert not tally(Totals(7, 1), voters(8)).is_unanimous


@pytest.mark.parametrize(
    "totals", [Totals(3, 1), Totals(6, 0), Totals(-1, 6), Totals(6, -1), Totals(6, 0, -1)]
)
def test_totals_must_match_those_who_vote(totals: Totals) -> None:
    with pytest.raises(UserError, match="votes_do_not_match"):
        tally(totals, voters(5))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([Ballot(1, FOR), Ballot(9, FOR)], "voter_may_not_vote"),
        ([Ballot(1, FOR), Ballot(1, FOR), Ballot(2, FOR)], "voted_twice"),
        ([Ballot(1, FOR)], "votes_do_not_match"),
    ],
)
def test_only_those_who_may_vote_vote_once_each(given: list[Ballot], code: str) -> None:
    with pytest.raises(UserError, match=code):
        tally(given, voters(2))


def test_blank_is_refused_where_it_is_not_allowed() -> None:
    rule = VoteRule(blank_allowed=False)
    with pytest.raises(UserError, match="blank_not_allowed"):
        tally(Totals(2, 0, 1), voters(3), rule)
    assert tally(Totals(2, 1), voters(3), rule).is_adopted
