"""How the seats of a body use their deputies, by year and with reasons (R4, R33)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.deputy_use import DeputyLine, DeputyUse, WhyDeputy, count_by_year, deputy_uses
from app.domain.intervals import Interval
from app.domain.vocabulary import AttendanceState
from app.models import Attendance, Body, Meeting, Position
from app.services.desk import Desk
from app.services.numbers import meeting_label
from app.services.roster import Contact, SeatRow, seat_rows
from app.store.queries.council import body_by_code, main_body
from app.store.queries.deputies import (
    acting_positions,
    meetings_with_deputies,
    members_at,
    stood_in_for_disqualified,
)
from app.store.queries.seat_facts import seats_by_body

Holders = dict[tuple[int, int], list[Interval]]
"""By seat and institution, the days it held the seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """One use of a deputy, with the meeting's name.

    `apology` is the reason the member gave for staying away; it is for the secretary alone and
    never goes into a document (R34).
    """

    meeting_id: int
    meeting: str
    held_on: date
    deputies: tuple[str, ...]
    member: str
    reason: str
    apology: str
    why: WhyDeputy


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputySeat:
    """A seat with its deputies now and every use of one until that day, the latest first."""

    seat_id: int
    number: int
    title: str
    member: str | None
    institution: str | None
    deputies: tuple[Contact, ...]
    by_year: dict[int, int]
    uses: tuple[UseRow, ...]

    @property
    def total(self) -> int:
        """How often a deputy was used in all."""
        return sum(self.by_year.values())


class DeputyService:
    """Reads the use of deputies; it is shown, and nothing is ever stopped by it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def use(self, on: date | None = None, body: str | None = None) -> tuple[DeputySeat, ...]:
        """Every seat that `body` has on `on` (today), with the uses until then."""
        with self._desk.reading() as session:
            chosen = main_body(session) if body is None else body_by_code(session, body)
            return deputy_seats(session, chosen, on or self._desk.today(session))


def deputy_seats(session: Session, body: Body, on: date) -> tuple[DeputySeat, ...]:
    """The seats of `body` on `on`, by number, with their use of deputies until then."""
    found = [row for row in meetings_with_deputies(session, body.id) if row[1].held_on <= on]
    meetings = {meeting.id: meeting for _line, meeting in found}
    members = members_at(session, list(meetings))
    uses = deputy_uses(_lines(session, body, found, members))
    counts = count_by_year(uses)
    return tuple(
        _seat(row, uses, counts.get(row.seat_id, {}), meetings, members)
        for row in seat_rows(session, body, on)
    )


def _lines(
    session: Session,
    body: Body,
    found: Sequence[tuple[Attendance, Meeting]],
    members: dict[tuple[int, int], Attendance],
) -> Iterable[DeputyLine]:
    stepped_in = stood_in_for_disqualified(session, [line.id for line, _meeting in found])
    acting = acting_positions(session, [line.person_id for line, _meeting in found])
    holders = _holders(session, body)
    for line, meeting in found:
        assert line.seat_id is not None
        member = members.get((meeting.id, line.seat_id))
        was_there = member is not None and member.state is AttendanceState.PRESENT
        yield DeputyLine(
            meeting=meeting.id,
            held_on=meeting.held_on,
            seat=line.seat_id,
            deputy=line.person.name,
            member=member.person.name if member is not None else "",
            reason=line.reason,
            member_was_there=was_there,
            member_was_partly_there=was_there and member is not None and _is_partly(member),
            for_disqualified=line.id in stepped_in,
            is_acting=any(_acts(one, line, meeting, holders) for one in acting),
        )


def _holders(session: Session, body: Body) -> Holders:
    """When each institution held each seat."""
    found: Holders = {}
    for known in seats_by_body(session, [body.id]).values():
        for term in (term for seat in known.seats for term in known.of(seat.id)):
            found.setdefault((term.seat, term.institution), []).append(term.interval)
    return found


def _is_partly(member: Attendance) -> bool:
    return member.arrives_at_id is not None or member.leaves_at_id is not None


def _acts(
    position: Position,
    line: Attendance,
    meeting: Meeting,
    holders: Holders,
) -> bool:
    """Whether the person acted that day in the office that the seat is for."""
    if position.person_id != line.person_id or line.seat_id is None:
        return False
    held = holders.get((line.seat_id, position.institution_id), [])
    acts = Interval(position.valid_from, position.valid_to).contains(meeting.held_on)
    return acts and any(days.contains(meeting.held_on) for days in held)


def _seat(
    row: SeatRow,
    uses: Sequence[DeputyUse],
    by_year: dict[int, int],
    meetings: dict[int, Meeting],
    members: dict[tuple[int, int], Attendance],
) -> DeputySeat:
    own = [use for use in reversed(uses) if use.seat == row.seat_id]
    return DeputySeat(
        seat_id=row.seat_id,
        number=row.number,
        title=row.title,
        member=row.person.name if row.person is not None else None,
        institution=row.institution_short,
        deputies=row.deputies,
        by_year=by_year,
        uses=tuple(_use(use, meetings[use.meeting], members) for use in own),
    )


def _use(use: DeputyUse, meeting: Meeting, members: dict[tuple[int, int], Attendance]) -> UseRow:
    member = members.get((use.meeting, use.seat))
    return UseRow(
        meeting_id=use.meeting,
        meeting=meeting_label(meeting),
        held_on=use.held_on,
        deputies=use.deputies,
        member=use.member,
        reason=use.reason,
        apology=member.reason if member is not None else "",
        why=use.why,
    )
