"""Who is present at each item, derived from one roll call with its comings and goings (R34)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.errors import UserError
from app.domain.vocabulary import AttendanceRole, AttendanceState, SeatRole


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of items, counted from 0: from one up to, but not with, another or the end."""

    from_item: int = 0
    to_item: int | None = None

    def contains(self, item: int) -> bool:
        """Whether `item` lies within."""
        return self.from_item <= item and (self.to_item is None or item < self.to_item)


WHOLE_MEETING = (Spell(),)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of the roll call.

    `seat` is the seat of a member, or the one that a deputy stands in for; `spells` are the
    stretches of the meeting that one who is present takes part in, in the room or by video.
    """

    person: int
    role: AttendanceRole = AttendanceRole.MEMBER
    state: AttendanceState = AttendanceState.PRESENT
    seat: int | None = None
    seat_role: SeatRole = SeatRole.MEMBER
    votes: bool = True
    spells: tuple[Spell, ...] = WHOLE_MEETING
    by_video: bool = False

    def is_there_at(self, item: int) -> bool:
        """Whether the person is present when `item` is treated."""
        return self.state is AttendanceState.PRESENT and any(
            spell.contains(item) for spell in self.spells
        )


@dataclass(frozen=True, slots=True)
class RollCall:
    """Everyone on the list, the persons disqualified per item, and who was elected to preside."""

    attendees: tuple[Attendee, ...]
    disqualified: Mapping[int, frozenset[int]] = field(default_factory=dict)
    elected_to_preside: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        persons = [attendee.person for attendee in self.attendees]
        if len(persons) != len(set(persons)):
            raise UserError("listed_twice")


@dataclass(frozen=True, slots=True)
class Presence:
    """The people at one item.

    `taking_part` hold a seat that votes, one for each seat; `disqualified` are present but out of
    it; `others` are there without a vote (observers, administration, a deputy whose member is
    there); `away` are members who sent no one and are not there; `presiding` is the chair of the
    item, `None` until someone is elected.
    """

    taking_part: tuple[Attendee, ...]
    disqualified: tuple[Attendee, ...]
    others: tuple[Attendee, ...]
    away: tuple[Attendee, ...]
    presiding: Attendee | None


def present_at(roll_call: RollCall, item: int) -> Presence:
    """Who is present at `item`, and in what capacity (R34, R36, R37).

    A deputy takes part only while the member of the seat is away or disqualified, so a seat never
    counts twice. A vacant seat has no line and is not absent.
    """
    out = roll_call.disqualified.get(item, frozenset())
    there = [one for one in roll_call.attendees if one.is_there_at(item)]
    able = [one for one in there if one.person not in out]
    seated = _seated(able)
    holders = {one.person for one in seated}
    members = [one for one in roll_call.attendees if one.role is AttendanceRole.MEMBER]
    filled = {one.seat for one in seated}
    here = {one.person for one in there}
    return Presence(
        taking_part=tuple(one for one in seated if one.votes),
        disqualified=tuple(one for one in there if one.person in out),
        others=tuple(one for one in able if one.person not in holders or not one.votes),
        away=tuple(one for one in members if one.person not in here and one.seat not in filled),
        presiding=_presiding(roll_call, item, seated),
    )


def _seated(able: Iterable[Attendee]) -> list[Attendee]:
    """One for each seat, the member before the deputy, in the order of the roll call."""
    by_seat: dict[int, Attendee] = {}
    for one in able:
        if one.seat is None:
            continue
        if one.role is AttendanceRole.MEMBER:
            by_seat[one.seat] = one
        elif one.role is AttendanceRole.DEPUTY:
            by_seat.setdefault(one.seat, one)
    return list(by_seat.values())


def _presiding(roll_call: RollCall, item: int, seated: Iterable[Attendee]) -> Attendee | None:
    """One elected for the item, else the chair, else the deputy chair.

    A deputy for the chair takes the chair's seat, not the gavel: the deputy chair presides.
    """
    by_person = {one.person: one for one in seated}
    elected = roll_call.elected_to_preside.get(item)
    if elected in by_person:
        return by_person[elected]
    members = [one for one in by_person.values() if one.role is AttendanceRole.MEMBER]
    for role in (SeatRole.CHAIR, SeatRole.DEPUTY_CHAIR):
        for one in members:
            if one.seat_role is role:
                return one
    return None
