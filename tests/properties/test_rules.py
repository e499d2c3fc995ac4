"""What must always hold for levels, numbers, votes, presence, deadlines and the chain."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.approval_chain import Link, next_link, verify
from app.domain.attendance import Attendee, RollCall, Spell, present_at
from app.domain.deadlines import DeadlineRule, deadline, is_working_day
from app.domain.errors import UserError
from app.domain.levels import CaseFacts, Limits, decision_level, is_at_least, override
from app.domain.meeting_status import after, possible
from app.domain.numbering import (
    CaseNumber,
    NumberStyle,
    format_case_number,
    next_numbers,
    parse_case_number,
)
from app.domain.plan_text import read_plan
from app.domain.quorum import needed
from app.domain.vocabulary import (
    AttendanceRole,
    AttendanceState,
    Choice,
    DayUnit,
    DeadlineKind,
    Level,
    MeetingEvent,
    MeetingStatus,
    Occasion,
    QuorumRule,
    TieRule,
)
from app.domain.voting import Ballot, VoteRule, tally

LIMITS = Limits(200_000, 500_000)
AMOUNTS = st.none() | st.integers(0, 2_000_000)
CASES = st.builds(
    CaseFacts,
    amount=AMOUNTS,
    is_urgent=st.booleans(),
    is_strategic=st.booleans(),
    opens_new_area=st.booleans(),
    is_controversial=st.booleans(),
    controversy_assessment=st.sampled_from(["", "Vurdert."]),
    raised_to=st.none() | st.sampled_from(Level),
    measure_total=AMOUNTS,
)


@given(CASES)
def test_every_case_has_a_level_with_a_reason_and_never_below_its_floor(case: CaseFacts) -> None:
    found = decision_level(case, LIMITS)
    assert is_at_least(found.level, found.floor)
    assert found.reasons
    assert (found.occasion is Occasion.BETWEEN_MEETINGS) is (found.level is Level.ADMINISTRATIVE)
    assert len(set(found.reasons)) == len(found.reasons)


@given(CASES, st.integers(0, 2_000_000), st.integers(0, 2_000_000))
def test_a_higher_amount_never_gives_a_lower_level(case: CaseFacts, one: int, other: int) -> None:
    low, high = (
        decision_level(CaseFacts(amount=amount, is_urgent=case.is_urgent), LIMITS).level
        for amount in sorted((one, other))
    )
    assert is_at_least(high, low)


@given(CASES, st.sampled_from(Level), st.sampled_from(["", "Fordi."]))
def test_no_override_goes_below_the_floor(case: CaseFacts, wanted: Level, why: str) -> None:
    found = decision_level(case, LIMITS)
    try:
        chosen = override(found, wanted, why)
    except UserError:
        assert not is_at_least(wanted, found.level)
    else:
        assert chosen.level is wanted
        assert is_at_least(chosen.level, found.floor)


STYLES = st.builds(
    NumberStyle,
    prefix=st.sampled_from(["", "NR", "RR", "N.R.", "Råd"]),
    separator=st.sampled_from(["/", "-", ".", " / "]),
    year_digits=st.sampled_from([2, 4]),
)


@given(STYLES, st.integers(1, 9_999), st.integers(1900, 2199))
def test_a_number_comes_back_as_it_was_written(style: NumberStyle, number: int, year: int) -> None:
    given_number = CaseNumber(year, number)
    assert parse_case_number(format_case_number(given_number, style), style) == given_number


@given(st.lists(st.integers(0, 9), max_size=8))
def test_numbers_never_repeat_nor_go_back(batches: list[int]) -> None:
    used: list[int] = []
    for count in batches:
        used.extend(next_numbers(used, count))
    assert used == list(range(1, sum(batches) + 1))


@given(st.lists(st.sampled_from(Choice), min_size=1, max_size=40), st.sampled_from(TieRule))
def test_ballots_always_add_up_and_the_outcome_follows_the_sums(
    choices: list[Choice], tie: TieRule
) -> None:
    ballots = [Ballot(person, choice) for person, choice in enumerate(choices)]
    voters = range(len(choices))
    in_favour, against = choices.count(Choice.FOR), choices.count(Choice.AGAINST)
    if in_favour == against and tie is TieRule.PRESIDING_DECIDES:
        with pytest.raises(UserError, match="tie_needs_casting_vote"):
            tally(ballots, voters, VoteRule(tie=tie))
        return
    result = tally(ballots, voters, VoteRule(tie=tie))
    assert result.totals.given == len(choices)
    assert result.is_adopted is (in_favour > against)
    assert not result.by_casting_vote


@given(st.sampled_from(QuorumRule), st.integers(1, 60), st.integers(1, 60))
def test_the_disqualified_never_lower_the_number_needed(
    rule_: QuorumRule, seats: int, number: int
) -> None:
    assert needed(rule_, seats, number) >= needed(rule_, seats - 1, number)
    if rule_ is QuorumRule.MORE_THAN_HALF:
        assert 2 * needed(rule_, seats) > seats


ATTENDEES = st.lists(
    st.builds(
        Attendee,
        person=st.integers(1, 30),
        role=st.sampled_from(AttendanceRole),
        state=st.sampled_from(AttendanceState),
        seat=st.none() | st.integers(1, 6),
        spells=st.lists(
            st.builds(Spell, st.integers(0, 5), st.none() | st.integers(1, 6)), max_size=3
        ).map(tuple),
    ),
    unique_by=lambda attendee: attendee.person,
    max_size=12,
)


@given(ATTENDEES, st.sets(st.integers(1, 30), max_size=4), st.integers(0, 5))
def test_at_every_item_each_person_is_in_one_place_and_each_seat_has_one_vote(
    attendees: list[Attendee], out: set[int], item: int
) -> None:
    found = present_at(RollCall(tuple(attendees), {item: frozenset(out)}), item)
    groups = (found.taking_part, found.disqualified, found.others, found.away)
    persons = [one.person for group in groups for one in group]
    assert len(persons) == len(set(persons))
    votes = [one.seat for one in found.taking_part]
    assert len(votes) == len(set(votes))
    assert all(one.is_there_at(item) for group in groups[:3] for one in group)
    assert not {one.person for one in found.taking_part} & out


@given(
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.sampled_from(DeadlineKind),
    st.integers(1, 60),
    st.sampled_from(DayUnit),
    st.sets(st.integers(-90, 90)),
)
def test_a_deadline_is_a_working_day_and_never_gives_less_time(
    meeting_on: date, kind: DeadlineKind, days: int, unit: DayUnit, offsets: set[int]
) -> None:
    free = {meeting_on + timedelta(days=offset) for offset in offsets}
    rule_ = DeadlineRule(kind, days, unit)
    found = deadline(meeting_on, rule_, free.__contains__)
    assert is_working_day(found.on, free.__contains__)
    distance = (found.on - meeting_on).days if rule_.is_after else (meeting_on - found.on).days
    assert distance >= days
    longer = deadline(meeting_on, DeadlineRule(kind, days + 1, unit), free.__contains__)
    assert abs((longer.on - meeting_on).days) >= distance


@given(st.lists(st.text("0123456789abcdef", min_size=64, max_size=64), max_size=6), st.data())
def test_no_change_to_the_chain_passes_unseen(contents: list[str], data: st.DataObject) -> None:
    links: list[Link] = []
    for content in contents:
        links.append(next_link(links, content, ()))
    assert verify(links) == []
    shuffled = data.draw(st.permutations(links))
    assert (verify(shuffled) == []) is (shuffled == links)
    for cut in range(len(links)):
        assert verify(links[:cut], anchor=links[-1].sha256) != []


WORDS = st.text("abcdefghijklmnoæøå", min_size=2, max_size=9)
SENTENCES = st.lists(WORDS, min_size=2, max_size=9).map(lambda w: " ".join(w).capitalize() + ".")


@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=6), min_size=1, max_size=5), st.data())
def test_a_plan_written_in_any_layout_is_read_back(
    goals: list[list[str]], data: st.DataObject
) -> None:
    gap = data.draw(st.sampled_from(["\n", "\n\n", "    ", "\r\n", "  "]))
    dot = data.draw(st.sampled_from([".", ""]))
    parts = ["Overordnet mål: Vekst."]
    for number, strategies in enumerate(goals, start=1):
        parts += [
            f"Målområde Område {'abcde'[number - 1]}",
            f"{number}. Delmål: Bedre.",
            "Strategier:",
        ]
        parts += [f"{number}.{place}{dot} {text}" for place, text in enumerate(strategies, start=1)]
    plan = read_plan(gap.join(parts))
    assert [[one.text for one in goal.strategies] for goal in plan.goals] == goals
    assert [one.number for one in plan.goals] == [str(n) for n in range(1, len(goals) + 1)]


class MeetingLife(RuleBasedStateMachine):
    """Any events in any order: a meeting is never locked before it was held and approved."""

    def __init__(self) -> None:
        super().__init__()
        self.status = MeetingStatus.PLANNED
        self.path = [self.status]
        self.events: list[MeetingEvent] = []

    @rule(event=st.sampled_from(MeetingEvent))
    def happens(self, event: MeetingEvent) -> None:
        if event in possible(self.status):
            self.status = after(self.status, event)
            self.path.append(self.status)
            self.events.append(event)
        else:
            with pytest.raises(UserError, match="step_not_possible"):
                after(self.status, event)

    @precondition(lambda self: bool(possible(self.status)))
    @rule(data=st.data())
    def goes_on(self, data: st.DataObject) -> None:
        self.happens(data.draw(st.sampled_from(possible(self.status))))

    @invariant()
    def never_skips_what_must_come_before(self) -> None:
        order = [
            MeetingStatus.CALLED,
            MeetingStatus.ONGOING,
            MeetingStatus.HELD,
            MeetingStatus.MINUTES_OUT,
            MeetingStatus.APPROVED,
        ]
        for before, status in pairwise(order):
            if status in self.path:
                assert before in self.path[: self.path.index(status)]

    @invariant()
    def numbers_are_given_once(self) -> None:
        assert self.events.count(MeetingEvent.CALL) <= 1


TestMeetingLife = MeetingLife.TestCase
