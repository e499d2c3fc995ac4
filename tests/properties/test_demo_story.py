"""The demo's years obey the rules of the field, however many they are and whenever they end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest

from app.domain.attendance import Attendee, RollCall, Spell, present_at
from app.domain.deadlines import is_working_day
from app.domain.intervals import any_overlap
from app.domain.levels import CaseFacts, decision_level, limits_on
from app.domain.quorum import quorum
from app.domain.vocabulary import (
    AttendanceRole,
    CaseKind,
    Choice,
    InstitutionKind,
    Level,
    MeetingKind,
    MeetingStatus,
    Outcome,
)
from app.domain.voting import Ballot, Presiding, Totals, VoteRule, tally
from app.services.demo.docket import ItemPlan, MeetingPlan
from app.services.demo.roll import AttendancePlan, Roll
from app.services.demo.story import Story, tell
from app.services.demo.talk import said_of
from app.services.demo.wording import total_of
from app.services.holidays import is_holiday

TODAY = date(2026, 11, 23)
SPANS = [
    *((years, TODAY) for years in (1, 2, 3, 4, 6, 8, 10, 12)),
    (2, date(2026, 7, 3)),
    (3, date(2024, 3, 25)),
    (5, date(2021, 12, 15)),
    (7, date(2027, 1, 2)),
]


@cache
def story_of(years: int, today: date) -> Story:
    return tell(years, today)


@pytest.fixture(params=SPANS, ids=[f"{years} years to {today}" for years, today in SPANS])
def story(request: pytest.FixtureRequest) -> Story:
    return story_of(*request.param)


def held(story: Story) -> Iterator[MeetingPlan]:
    return (meeting for meeting in story.docket.meetings if meeting.is_past)


def items(story: Story) -> Iterator[tuple[MeetingPlan, Roll, ItemPlan]]:
    for meeting in held(story):
        for item in meeting.items:
            yield meeting, story.rolls[meeting.number], item


def attendee(story: Story, meeting: MeetingPlan, line: AttendancePlan) -> Attendee:
    roles = {seat.number: seat.role for seat in story.setting.body(meeting.day.body).seats}
    first = line.arrives_at.sort if line.arrives_at else 0
    last = line.leaves_at.sort if line.leaves_at else None
    seated = line.term is not None
    return Attendee(
        person=line.person.number,
        role=line.role,
        state=line.state,
        seat=line.term.seat if line.term else None,
        seat_role=roles[line.term.seat] if line.term else next(iter(roles.values())),
        votes=line.term.votes if line.term and seated else False,
        spells=(Spell(first, last),),
    )


def roll_call(story: Story, meeting: MeetingPlan, roll: Roll) -> RollCall:
    out = {
        item.sort: frozenset(one.line.person.number for one in story.decided[item.number].out)
        for item in meeting.items
    }
    elected = {}
    for item in meeting.items:
        presiding = story.decided[item.number].presiding or roll.presiding
        if presiding is not None:
            elected[item.sort] = presiding.person.number
    lines = tuple(attendee(story, meeting, line) for line in roll.lines)
    return RollCall(lines, out, elected)


def test_no_meeting_is_on_a_day_when_nobody_meets(story: Story) -> None:
    days = [meeting.day for meeting in story.docket.meetings]

    assert [day for day in days if not is_working_day(day.on, is_holiday)] == []
    assert [day for day in days if day.on.month == 7] == []
    assert len({(day.body, day.on) for day in days}) == len(days)


def test_meetings_are_numbered_through_the_year_in_the_order_they_are_held(story: Story) -> None:
    for body in ("NR", "RR", "NA", "FS"):
        numbers: dict[int, list[int]] = {}
        for meeting in story.docket.of(body):
            numbers.setdefault(meeting.day.year, []).append(meeting.day.number)
        assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


def test_exactly_one_meeting_is_coming_and_it_is_notified(story: Story) -> None:
    coming = story.docket.coming

    assert coming.status is MeetingStatus.NOTIFIED
    assert coming.day.on >= story.frame.today + timedelta(days=11)
    assert all(m.day.on < story.frame.today for m in held(story))


def test_a_seat_has_one_holder_at_a_time(story: Story) -> None:
    by_seat: dict[tuple[str, int], list[object]] = {}
    for term in story.roster.terms:
        by_seat.setdefault((term.body, term.seat), []).append(term.interval)

    assert [seat for seat, spans in by_seat.items() if any_overlap(spans)] == []  # type: ignore[arg-type]


def test_terms_lie_within_their_seat_and_their_institution(story: Story) -> None:
    for term in story.roster.terms:
        seats = story.setting.body(term.body).seats
        seat = next(one for one in seats if one.number == term.seat)
        spec = story.setting.spec(term.institution)
        assert seat.valid_from <= term.interval.from_on
        assert spec.valid_from <= term.interval.from_on
        for end in (seat.valid_to, spec.valid_to):
            assert end is None or (term.interval.to_on is not None and term.interval.to_on <= end)


def test_no_municipality_has_two_of_the_rotating_seats_at_once(story: Story) -> None:
    on = story.frame.start_on
    while on <= story.frame.today:
        sitting = [one for one in story.roster.sitting("NR", on) if 6 <= one.seat <= 9]
        assert len({one.institution for one in sitting}) == len(sitting)
        on += timedelta(days=30)


def test_the_seat_of_other_business_ran_out_and_two_terms_end_this_year(story: Story) -> None:
    sitting = story.roster.sitting("NR", story.frame.today)
    ending = {one.interval.to_on for one in sitting if one.seat in (6, 7)}

    assert 10 not in {one.seat for one in sitting}
    assert ending == {date(story.frame.today.year + 1, 1, 1)}


def test_observers_are_between_twelve_and_sixteen(story: Story) -> None:
    for meeting in story.docket.of("NR"):
        watching = [one for one in story.roster.observers if one.interval.contains(meeting.day.on)]
        assert 12 <= len(watching) <= 16


def test_everyone_at_the_table_holds_a_seat_that_day(story: Story) -> None:
    for meeting in held(story):
        sitting = story.roster.sitting(meeting.day.body, meeting.day.on)
        for line in story.rolls[meeting.number].lines:
            if line.role is AttendanceRole.MEMBER:
                assert line.term in sitting
                assert line.term is not None
                assert line.person is line.term.person
            elif line.role is AttendanceRole.DEPUTY:
                assert line.term in sitting
                assert line.term is not None
                assert line.person in line.term.deputies


def test_nobody_stands_twice_on_a_roll(story: Story) -> None:
    for meeting in held(story):
        people = [line.person.number for line in story.rolls[meeting.number].lines]
        assert len(people) == len(set(people))


def test_everyone_listed_has_a_function(story: Story) -> None:
    for meeting in held(story):
        assert all(line.function for line in story.rolls[meeting.number].lines)


def test_every_vote_adds_up_among_those_who_may_vote(story: Story) -> None:
    for meeting, roll, item in items(story):
        decided = story.decided[item.number]
        if not decided.votes:
            continue
        rules = story.setting.body(meeting.day.body).rules_on(meeting.day.on)
        presence = present_at(roll_call(story, meeting, roll), item.sort)
        voters = {one.person for one in presence.taking_part}
        for vote in decided.votes:
            rule = VoteRule(rules.decision_rule, rules.tie_rule, rules.blank_allowed)
            assert vote.in_favour + vote.against + vote.blank == len(voters)
            counted: list[Ballot] | Totals = Totals(vote.in_favour, vote.against, vote.blank)
            if vote.ballots:
                counted = [Ballot(line.person.number, choice) for line, choice in vote.ballots]
            assert presence.presiding is not None
            result = tally(counted, voters, rule, Presiding(presence.presiding.person, Choice.FOR))
            assert result.totals == Totals(vote.in_favour, vote.against, vote.blank)
            assert result.is_adopted == vote.is_adopted
            assert result.by_casting_vote == vote.by_casting_vote


def test_no_vote_is_taken_without_a_quorum(story: Story) -> None:
    for meeting, roll, item in items(story):
        body = story.setting.body(meeting.day.body)
        rules = body.rules_on(meeting.day.on)
        seats = [seat for seat in body.seats_on(meeting.day.on) if seat.votes]
        if story.decided[item.number].votes:
            presence = present_at(roll_call(story, meeting, roll), item.sort)
            taking_part = len(presence.taking_part)
            assert quorum(rules.quorum_rule, len(seats), taking_part).is_reached


def test_the_one_who_presides_is_there_and_votes(story: Story) -> None:
    for meeting, roll, item in items(story):
        if meeting.day.body not in ("NR", "RR"):
            continue
        presiding = story.decided[item.number].presiding or roll.presiding
        assert presiding is not None
        assert presiding in roll.voters_at(item)


def test_a_disqualified_member_neither_votes_nor_presides(story: Story) -> None:
    for _, roll, item in items(story):
        decided = story.decided[item.number]
        for out in decided.out:
            voted = [line for vote in decided.votes for line, _ in vote.ballots]
            assert out.line not in voted
            assert out.line is not (decided.presiding or roll.presiding)


def test_case_numbers_are_unique_and_rise_from_meeting_to_meeting(story: Story) -> None:
    for body in ("NR", "RR"):
        given = [
            case.case_number
            for meeting in story.docket.of(body)
            if meeting.is_past
            for item, case in zip(
                [one for one in meeting.items if one.case is not None],
                meeting.cases,
                strict=True,
            )
            if not item.is_again
        ]
        assert all(number is not None for number in given)
        assert len(set(given)) == len(given)
        assert given == sorted(given, key=lambda number: number or (0, 0))
        years = {number[0] for number in given if number is not None}
        for year in years:
            own = [number[1] for number in given if number is not None and number[0] == year]
            assert own == list(range(1, len(own) + 1))


def test_every_case_stands_at_the_level_that_the_rules_demand(story: Story) -> None:
    for case in story.docket.cases:
        if not case.items:
            continue
        flags, on = case.stage.flags, case.items[0].meeting.day.on
        facts = CaseFacts(
            amount=case.stage.amount,
            is_urgent="urgent" in flags,
            is_strategic="strategic" in flags,
            opens_new_area="new_area" in flags,
            is_controversial="controversial" in flags,
            controversy_assessment=case.stage.meta.get("controversy", ""),
        )
        ruling = decision_level(facts, limits_on(story.setting.profile.limits, on))
        if case.body == "NR" and case.kind is CaseKind.DECISION:
            assert ruling.level is not Level.REGIONAL
        if case.body == "NR" and case.kind is CaseKind.RECOMMENDATION:
            assert ruling.level is Level.REGIONAL or "wheel" in case.stage.meta
        if case.kind is CaseKind.REPORTED:
            assert ruling.level is Level.ADMINISTRATIVE
        if "urgent" in flags and case.kind is CaseKind.DECISION:
            assert case.items[0].meeting.day.kind is MeetingKind.EXTRAORDINARY


def test_what_the_council_recommends_comes_before_the_region_in_time(story: Story) -> None:
    last_on = max(meeting.day.on for meeting in story.docket.of("RR"))
    handed = {id(case.escalated_from) for case in story.docket.cases if case.escalated_from}
    for case in story.docket.cases:
        if case.escalated_from is not None:
            gap = case.items[0].meeting.day.on - case.escalated_from.items[-1].meeting.day.on
            assert gap.days >= 12
        is_given = case.kind is CaseKind.RECOMMENDATION and case.body == "NR"
        if is_given and case.decided_on and case.decided_on + timedelta(days=12) <= last_on:
            assert id(case) in handed


def test_a_postponed_case_comes_back_with_the_number_it_had(story: Story) -> None:
    for case in story.docket.cases:
        waited = [
            item for item in case.items if item.outcome in (Outcome.POSTPONED, Outcome.SENT_BACK)
        ]
        if waited:
            assert len(case.items) > 1
            assert case.items[-1].is_again
            assert case.case_number is not None
            assert case.case_number[0] == waited[0].meeting.day.year


def test_minutes_are_approved_at_the_next_ordinary_meeting(story: Story) -> None:
    for body in ("NR", "RR"):
        own = [one for one in story.docket.of(body) if not one.day.is_cancelled]
        for meeting in own:
            later = [
                one
                for one in own
                if one.day.on > meeting.day.on and one.day.kind is MeetingKind.ORDINARY
            ]
            if meeting.is_past and later:
                assert meeting.approved_in is later[0]
                expected = MeetingStatus.APPROVED if later[0].is_past else MeetingStatus.MINUTES_OUT
                assert meeting.status is expected


def test_hosts_take_fair_turns(story: Story) -> None:
    """A host that was there the whole time has at most one turn more than another."""
    gatherings = [one for one in story.docket.of("NA") if one.host is not None]
    days = [one.day.on for one in gatherings]
    if not days:
        return
    whole = set(story.setting.municipalities(days[0])) & set(story.setting.municipalities(days[-1]))
    turns = Counter(
        story.setting.lineage.heir_on(one.host, days[-1]) for one in gatherings if one.host
    )
    own = [turns[one] for one in whole]
    assert max(own) - min(own) <= 2
    assert all(
        story.setting.spec(one.host or 0).kind is InstitutionKind.MUNICIPALITY for one in gatherings
    )


def test_agendas_have_time_for_their_items(story: Story) -> None:
    for meeting in story.docket.of("NR"):
        assert sum(item.minutes for item in meeting.items) <= 180


def test_money_adds_up(story: Story) -> None:
    for case in story.docket.cases:
        total, amount = total_of(case), case.stage.amount
        if amount is not None:
            assert total == amount + sum(share.amount for share in case.stage.shares)
    for year in range(story.frame.first_year, story.frame.today.year + 1):
        frame = story.facts.frame_of(year)
        assert sum(story.facts.shares_of(year)) == frame
        assert sum(one.amount for one in story.facts.granted(year)) < frame


BLEMISHES = re.compile(r"None|[{}]|\[\[|\]\]|  +\S|\bLookup|\.\.|,,| ,| \.(?!\w)|\bkr kr\b")


def test_no_text_has_a_blank_or_a_blemish(story: Story) -> None:
    for case in story.docket.cases:
        texts = [story.wording.title(case), *story.wording.brief(case).values()]
        for text in texts:
            plain = re.sub(r"^ +- ", "- ", text, flags=re.MULTILINE)
            assert BLEMISHES.search(plain) is None, plain
    for _, _, item in items(story):
        said = said_of(story, item)
        for text in (said.text, said.decision):
            assert BLEMISHES.search(text) is None, text


def test_every_item_of_a_meeting_that_was_held_has_words_and_an_outcome(story: Story) -> None:
    for _, _, item in items(story):
        said = said_of(story, item)
        assert said.text.strip()
        is_settled = said.outcome in (Outcome.AS_PROPOSED, Outcome.CHANGED)
        assert said.decision.strip() or not is_settled


def test_addresses_lead_nowhere(story: Story) -> None:
    assert all(person.email.endswith(".example") for person in story.everyone.people)
    assert all(person.email.isascii() for person in story.everyone.people)
    names = [person.name for person in story.everyone.people]
    assert len(set(names)) == len(names)


def test_the_same_arguments_tell_the_same_story() -> None:
    assert outline(tell(3, TODAY)) == outline(tell(3, TODAY))
    assert outline(tell(3, TODAY)) != outline(tell(4, TODAY))


def outline(story: Story) -> list[object]:
    lines: list[object] = [person.name for person in story.everyone.people]
    for meeting in story.docket.meetings:
        lines.append((meeting.day, meeting.status, meeting.place))
        roll = story.rolls.get(meeting.number, Roll())
        lines += [(line.person.name, line.state, line.reason) for line in roll.lines]
        for item in meeting.items:
            lines.append((item.sort, item.title, item.outcome))
            if item.case is not None:
                lines.append((item.case.label, tuple(story.wording.brief(item.case).items())))
            if meeting.is_past:
                lines.append(said_of(story, item))
    return lines
