"""What the votes say: sums, majority or consensus, and the tie (R36)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.domain.errors import UserError
from app.domain.vocabulary import Choice, DecisionRule, TieRule


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one person voted, when votes are given by name."""

    person: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class Totals:
    """How many voted what, when names are not recorded."""

    in_favour: int
    against: int = 0
    blank: int = 0

    @property
    def given(self) -> int:
        """How many ballots were given, blank ones too."""
        return self.in_favour + self.against + self.blank


@dataclass(frozen=True, slots=True)
class VoteRule:
    """How a body decides, what a tie means, and whether a ballot may be blank (R36)."""

    decision: DecisionRule = DecisionRule.MAJORITY
    tie: TieRule = TieRule.PRESIDING_DECIDES
    blank_allowed: bool = True


@dataclass(frozen=True, slots=True)
class Presiding:
    """Who presides over the item, and what they voted where ballots do not tell."""

    person: int
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one vote, and whether the one who presided settled a tie."""

    totals: Totals
    is_adopted: bool
    by_casting_vote: bool = False

    @property
    def is_unanimous(self) -> bool:
        """Whether everyone voted in favour."""
        return self.totals.given == self.totals.in_favour


MAJORITY = VoteRule()


def unanimous(voters: Collection[int]) -> Totals:
    """Everyone in favour: the default until somebody asks for a vote (R36)."""
    return Totals(len(voters))


def tally(
    votes: Sequence[Ballot] | Totals,
    voters: Collection[int],
    rule: VoteRule = MAJORITY,
    presiding: Presiding | None = None,
) -> Result:
    """The result of `votes` among `voters`: those present, voting and not disqualified (R36).

    Blank ballots count in the sum, not in the majority. Under consensus one vote against is
    enough to stop it. `UserError` when somebody who may not vote did, voted twice or not at all,
    when totals do not match, when blank is not allowed, or when a tie waits for the one who
    presides.
    """
    if isinstance(votes, Totals):
        totals = _checked_totals(votes, len(voters))
        casting = presiding.choice if presiding else None
    else:
        totals = _counted(votes, voters)
        casting = _choice_of(presiding, votes)
    if totals.blank and not rule.blank_allowed:
        raise UserError("blank_not_allowed", blank=totals.blank)
    if rule.decision is DecisionRule.CONSENSUS:
        return Result(totals, totals.against == 0 and totals.in_favour > 0)
    if totals.in_favour != totals.against:
        return Result(totals, totals.in_favour > totals.against)
    return _tie(totals, rule, casting)


def _tie(totals: Totals, rule: VoteRule, casting: Choice | None) -> Result:
    if rule.tie is TieRule.FALLS:
        return Result(totals, is_adopted=False)
    if casting not in (Choice.FOR, Choice.AGAINST):
        raise UserError("tie_needs_casting_vote", each=totals.in_favour)
    return Result(totals, casting is Choice.FOR, by_casting_vote=True)


def _checked_totals(totals: Totals, voters: int) -> Totals:
    if min(totals.in_favour, totals.against, totals.blank) < 0 or totals.given != voters:
        raise UserError("votes_do_not_match", given=totals.given, voters=voters)
    return totals


def _counted(ballots: Sequence[Ballot], voters: Collection[int]) -> Totals:
    persons = Counter(ballot.person for ballot in ballots)
    if persons.keys() - set(voters):
        raise UserError("voter_may_not_vote")
    if any(count > 1 for count in persons.values()):
        raise UserError("voted_twice")
    if len(persons) != len(set(voters)):
        raise UserError("votes_do_not_match", given=len(persons), voters=len(set(voters)))
    choices = Counter(ballot.choice for ballot in ballots)
    return Totals(choices[Choice.FOR], choices[Choice.AGAINST], choices[Choice.BLANK])


def _choice_of(presiding: Presiding | None, ballots: Sequence[Ballot]) -> Choice | None:
    """By name the one who presides has already voted, and that vote decides."""
    if presiding is None:
        return None
    own = {ballot.person: ballot.choice for ballot in ballots}
    return own.get(presiding.person)
