"""Who is present at each item (R34, R36, R37)."""

from __future__ import annotations

import pytest

from app.domain.attendance import Attendee, Presence, RollCall, Spell, present_at
from app.domain.errors import UserError
from app.domain.vocabulary import AttendanceRole, AttendanceState, SeatRole

CHAIR = Attendee(1, seat=1, seat_role=SeatRole.CHAIR)
VICE = Attendee(2, seat=2, seat_role=SeatRole.DEPUTY_CHAIR)
MEMBER = Attendee(3, seat=3)
DEPUTY = Attendee(13, AttendanceRole.DEPUTY, seat=3)
OBSERVER = Attendee(20, AttendanceRole.OBSERVER)


def persons(attendees: tuple[Attendee, ...]) -> list[int]:
    return [attendee.person for attendee in attendees]


def presence(
    *attendees: Attendee,
    item: int = 0,
    out: frozenset[int] = frozenset(),
    elected: int | None = None,
) -> Presence:
    return present_at(
        RollCall(attendees, {item: out}, {} if elected is None else {item: elected}), item
    )


def spells(person: int, *stretches: Spell, seat: int = 3) -> Attendee:
    return Attendee(person, seat=seat, spells=stretches)


def test_members_take_part_and_observers_look_on() -> None:
    found = presence(CHAIR, MEMBER, OBSERVER)
    assert persons(found.taking_part) == [1, 3]
    assert persons(found.others) == [20]
    assert found.presiding == CHAIR


@pytest.mark.parametrize(("item", "there"), [(0, False), (1, True), (2, True), (3, False)])
def test_one_arrives_and_leaves_at_an_item(item: int, there: bool) -> None:
    found = presence(CHAIR, spells(3, Spell(1, 3)), item=item)
    assert (3 in persons(found.taking_part)) is there
    assert (3 in persons(found.away)) is not there


def test_one_may_come_and_go_more_than_once() -> None:
    twice = spells(3, Spell(0, 1), Spell(2))
    assert [len(presence(twice, item=item).taking_part) for item in range(4)] == [1, 0, 1, 1]


@pytest.mark.parametrize("state", [AttendanceState.APOLOGY, AttendanceState.ABSENT])
def test_a_deputy_takes_the_seat_of_a_member_who_is_away(state: AttendanceState) -> None:
    away = Attendee(3, state=state, seat=3)
    found = presence(CHAIR, away, DEPUTY)
    assert persons(found.taking_part) == [1, 13]
    assert found.away == ()
    assert persons(presence(CHAIR, away).away) == [3]


@pytest.mark.parametrize("attendees", [(MEMBER, DEPUTY), (DEPUTY, MEMBER)])
def test_a_seat_never_counts_twice(attendees: tuple[Attendee, Attendee]) -> None:
    found = presence(*attendees)
    assert persons(found.taking_part) == [3]
    assert persons(found.others) == [13]


def test_a_deputy_gives_way_when_the_member_arrives() -> None:
    late = spells(3, Spell(2))
    assert persons(presence(late, DEPUTY, item=1).taking_part) == [13]
    assert persons(presence(late, DEPUTY, item=2).taking_part) == [3]


def test_the_disqualified_are_present_but_out_of_it() -> None:
    found = presence(CHAIR, MEMBER, out=frozenset({3}))
    assert persons(found.taking_part) == [1]
    assert persons(found.disqualified) == [3]
    assert found.away == ()
    assert persons(presence(CHAIR, MEMBER, item=1, out=frozenset()).taking_part) == [1, 3]


def test_a_deputy_may_step_in_for_the_disqualified() -> None:
    found = presence(CHAIR, MEMBER, DEPUTY, out=frozenset({3}))
    assert persons(found.taking_part) == [1, 13]


def test_one_who_holds_a_seat_without_a_vote_is_not_counted_among_those_who_vote() -> None:
    speaker = Attendee(4, seat=4, votes=False)
    found = presence(CHAIR, speaker)
    assert persons(found.taking_part) == [1]
    assert persons(found.others) == [4]


def test_a_guest_who_is_given_a_seat_by_mistake_does_not_get_it() -> None:
    guest = Attendee(9, AttendanceRole.GUEST, seat=3)
    assert persons(presence(guest).others) == [9]


@pytest.mark.parametrize(
    ("attendees", "elected", "presiding"),
    [
        ((CHAIR, VICE, MEMBER), None, 1),
        ((VICE, MEMBER), None, 2),
        ((MEMBER,), None, None),
        ((CHAIR, MEMBER), 3, 3),
        ((CHAIR, MEMBER), 99, 1),
        ((Attendee(11, AttendanceRole.DEPUTY, seat=1, seat_role=SeatRole.CHAIR), VICE), None, 2),
    ],
)
def test_the_chair_presides_else_the_deputy_chair_else_one_elected(
    attendees: tuple[Attendee, ...], elected: int | None, presiding: int | None
) -> None:
    found = presence(*attendees, elected=elected).presiding
    assert (found.person if found else None) == presiding


def test_a_disqualified_chair_does_not_preside() -> None:
    found = presence(CHAIR, VICE, out=frozenset({1}))
    assert found.presiding == VICE


def test_nobody_is_on_the_list_twice() -> None:
    with pytest.raises(UserError, match="listed_twice"):
        RollCall((CHAIR, CHAIR))
