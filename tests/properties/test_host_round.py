"""The round is fair, whatever is swapped, passed and merged, and whoever joins (R18)."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.hosts import HostTurn, PassedTurn, propose_hosts
from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.vocabulary import InstitutionKind

KIND = InstitutionKind.MUNICIPALITY


def region(count: int) -> list[InstitutionFacts]:
    return [
        InstitutionFacts(number, f"Kommune {number}", KIND, Interval(date(1990, 1, 1)))
        for number in range(1, count + 1)
    ]


def day(number: int) -> date:
    return date(2026 + number // 2, 5 + 6 * (number % 2), 4)


def hosts_of(
    turns: list[HostTurn],
    institutions: list[InstitutionFacts],
    days: list[date],
    passes: list[PassedTurn],
) -> list[int]:
    found = propose_hosts(turns, institutions, days, passes=passes)
    return [one.host.id for one in found if one.host is not None]


@given(st.integers(2, 8), st.data())
def test_nobody_hosts_twice_before_everyone_who_did_not_pass_has_hosted(
    count: int, data: st.DataObject
) -> None:
    turns: list[HostTurn] = []
    passes: list[PassedTurn] = []
    for number in range(3 * count):
        on = day(number)
        some = data.draw(st.sets(st.integers(1, count), max_size=count - 1))
        passes += [PassedTurn(one, on) for one in sorted(some)]
        (host,) = hosts_of(turns, region(count), [on], passes)
        assert host not in some
        before = [turn.on for turn in turns if turn.institution == host]
        if before:
            since = [turn for turn in turns if turn.on > max(before)]
            who = {turn.institution for turn in since}
            excused = {one.institution for one in passes if max(before) < one.on <= on}
            assert who | excused | {host} == set(range(1, count + 1))
        turns.append(HostTurn(host, on))


@given(st.integers(2, 8), st.integers(1, 3), st.data())
def test_swaps_within_a_round_leave_every_round_whole(
    count: int, rounds: int, data: st.DataObject
) -> None:
    days = [day(number) for number in range(count)]
    hosts = hosts_of([], region(count), days, [])
    hosts = data.draw(st.permutations(hosts))
    turns = [HostTurn(host, on) for host, on in zip(hosts, days, strict=True)]
    later = [day(count + number) for number in range(rounds * count)]
    following = hosts_of(turns, region(count), later, [])
    for start in range(0, len(following), count):
        # The round goes on in the order in which they really hosted.
        assert following[start : start + count] == list(hosts)


@given(st.integers(2, 8), st.data())
def test_swaps_across_rounds_even_themselves_out(count: int, data: st.DataObject) -> None:
    days = [day(number) for number in range(2 * count)]
    hosts = data.draw(st.permutations(hosts_of([], region(count), days, [])))
    turns = [HostTurn(host, on) for host, on in zip(hosts, days, strict=True)]
    assert set(Counter(hosts).values()) == {2}
    later = [day(2 * count + number) for number in range(count)]
    assert sorted(hosts_of(turns, region(count), later, [])) == list(range(1, count + 1))


@given(st.integers(2, 8), st.data())
def test_who_lets_its_turn_go_by_hosts_the_next_one(count: int, data: st.DataObject) -> None:
    before = [day(number) for number in range(data.draw(st.integers(0, 2 * count)))]
    past = hosts_of([], region(count), before, [])
    turns = [HostTurn(host, on) for host, on in zip(past, before, strict=True)]
    first, following = day(len(before)), day(len(before) + 1)
    (in_turn,) = hosts_of(turns, region(count), [first], [])
    joins = InstitutionFacts(99, "Ny kommune", KIND, Interval(following))
    members = [*region(count), *([joins] if data.draw(st.booleans()) else [])]
    passes = [PassedTurn(in_turn, first)]
    assert hosts_of(turns, members, [first, following], passes)[1] == in_turn


@given(st.integers(3, 8), st.data())
def test_nobody_is_proposed_twice_within_a_round_of_what_is_agreed(
    count: int, data: st.DataObject
) -> None:
    days = [day(number) for number in range(count)]
    agreed_at = data.draw(st.integers(0, count - 1))
    agreed = HostTurn(data.draw(st.integers(1, count)), days[agreed_at])
    open_days = [on for on in days if on != agreed.on]
    found = propose_hosts([agreed], region(count), open_days)
    hosts = [one.host.id for one in found if one.host is not None]
    assert sorted([*hosts, agreed.institution]) == list(range(1, count + 1))


@given(st.integers(3, 8), st.data())
def test_everyone_hosts_in_time_whoever_merges_and_joins(count: int, data: st.DataObject) -> None:
    """The merged one carries on what both hosted; the newcomer has its turn at once."""
    merged_on, joined_on = day(count), day(count + 1)
    gone = data.draw(st.integers(2, count))
    members = [
        InstitutionFacts(one.id, one.name, KIND, Interval(date(1990, 1, 1), merged_on), 1)
        if one.id == gone
        else one
        for one in region(count)
    ]
    members.append(InstitutionFacts(99, "Ny kommune", KIND, Interval(joined_on)))
    days = [day(number) for number in range(4 * count)]
    found = propose_hosts([], members, days)
    for one in found:
        assert one.host is not None
        assert one.host.lifetime.contains(one.on)
    hosts = [one.host.id for one in found if one.host is not None]
    there = {one.id for one in members} - {gone}
    for start in range(count + 1, len(hosts) - count):
        assert set(hosts[start : start + count]) == there
