"""A fixed point of the year makes its case for the right meeting, once, ever (R19)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.domain.months import MonthOfYear, month_of
from app.domain.rich_text import from_plain, to_json
from app.domain.vocabulary import CaseStatus, ItemKind
from app.domain.wheel import Occurrence, occurrences, worded
from app.models import AgendaItem, BriefSection, Case, CaseText, Meeting, WheelEntry, WheelTurn
from app.services.desk import Desk
from app.services.editing.agenda import USUAL
from app.services.editing.placing import place
from app.services.editing.tidy_text import tidy
from app.services.year.points import as_point, as_settled
from app.store.queries.council import the_council
from app.store.queries.queue import WAITING, place_on_agenda
from app.store.queries.wheel import entries_of_body, open_meeting_in, turn_of, turns_of_body

DueEntry = tuple[WheelEntry, Occurrence, WheelTurn | None]
"""A fixed point that is due, in which of its years, and what was settled about it."""


def make_due_cases(desk: Desk, session: Session, meeting: Meeting, today: date) -> list[Case]:
    """The cases of the fixed points that are due at a meeting, on its agenda; returns those made.

    Only the body's first meeting of the month that is still to be held takes them up. A case that
    was made before and waits for an agenda comes along; one that was dropped does not.
    """
    found = list(due_in(session, meeting.body_id, month_of(meeting.held_on)))
    due = [one for one in found if not one[1].is_dropped]
    if not due or not takes_points_up(session, meeting):
        return []
    made = []
    for entry, once, turn in due:
        if turn is None or turn.case_made_on is None:
            made.append(make_case(desk, session, meeting, (entry, once, turn), today))
        elif turn.case is not None and _waits(session, turn.case):
            put_on_agenda(meeting, turn.case)
    return made


def make_case(desk: Desk, session: Session, meeting: Meeting, due: DueEntry, today: date) -> Case:
    """The case of one fixed point, with its template text, on the agenda of `meeting`."""
    entry, once, turn = due
    case = Case(
        body_id=entry.body_id,
        title=worded(entry.title, once.year),
        kind=entry.case_kind,
        status=CaseStatus.DRAFT,
        officer=the_council(session).officer_name,
        created_on=today,
        wheel_entry_id=entry.id,
    )
    session.add(case)
    session.flush()
    _write_template(session, meeting, case, worded(entry.template, once.year))
    if turn is None:
        turn = WheelTurn(entry_id=entry.id, year=once.year)
        session.add(turn)
    turn.case_id, turn.case_made_on = case.id, today
    put_on_agenda(meeting, case)
    session.flush()
    return case


def carry_points(
    session: Session, meeting: Meeting, old_on: date, reason: str = ""
) -> list[WheelTurn]:
    """Let the fixed points of a meeting that left its month go along; returns what was moved.

    Those go whose case stands on its agenda, and those without a case that it would have taken
    up. One that comes back to its own month is as its rule says again; one that was moved before
    keeps why, and the others get the `reason` of the meeting's move.
    """
    here, there = month_of(old_on), month_of(meeting.held_on)
    if here == there:
        return []
    other = open_meeting_in(session, meeting.body_id, here)
    is_first = other is None or _order(meeting, old_on) < _order(other, other.held_on)
    own = {item.case_id for item in meeting.items if item.case_id is not None}
    moved = []
    for entry, once, turn in due_in(session, meeting.body_id, here):
        is_made = turn is not None and turn.case_made_on is not None
        goes_along = turn is not None and turn.case_id in own if is_made else is_first
        if once.is_dropped or not goes_along:
            continue
        why = (turn.reason if turn is not None else "") or reason
        moved.append(move_point(session, entry, once.year, there, why))
    session.flush()
    return moved


def move_point(
    session: Session, entry: WheelEntry, year: int, month: MonthOfYear, reason: str
) -> WheelTurn:
    """Have a fixed point of `year` taken up in `month`, and keep why; its own means not moved."""
    turn = turn_of(session, entry.id, year)
    if turn is None:
        turn = WheelTurn(entry_id=entry.id, year=year)
        session.add(turn)
    is_own = month == (year, entry.month)
    turn.to_year, turn.to_month = (None, None) if is_own else month
    turn.reason = "" if is_own else reason
    return turn


def due_in(session: Session, body_id: int, month: MonthOfYear) -> Iterator[DueEntry]:
    """The fixed points of a body that are due in a month, in the order of the agenda."""
    entries = {entry.id: entry for entry in entries_of_body(session, body_id)}
    if not entries:
        return
    turns = {(turn.entry_id, turn.year): turn for turn in turns_of_body(session, body_id)}
    found = occurrences(
        [as_point(entry) for entry in entries.values()],
        {key: as_settled(turn) for key, turn in turns.items()},
        [month[0]],
    )
    for once in found:
        if once.due == month:
            yield entries[once.point], once, turns.get((once.point, once.year))


def takes_points_up(session: Session, meeting: Meeting) -> bool:
    """Whether it is the body's first meeting of its month among those still to be held."""
    first = open_meeting_in(session, meeting.body_id, month_of(meeting.held_on))
    return first is not None and first.id == meeting.id


def put_on_agenda(meeting: Meeting, case: Case) -> None:
    """Before what the body's agendas end with."""
    item = AgendaItem(kind=ItemKind.CASE, case=case, case_id=case.id, minutes=USUAL)
    place(meeting, item, None)


def _order(meeting: Meeting, on: date) -> tuple[date, str, int]:
    return on, meeting.start_time, meeting.id


def _waits(session: Session, case: Case) -> bool:
    is_open = case.deleted_at is None and case.status in WAITING
    return is_open and place_on_agenda(session, case.id) is None


def _write_template(session: Session, meeting: Meeting, case: Case, template: str) -> None:
    """Into the first section that is written by hand; a body without one has no use for it."""
    section = _first_by_hand(meeting)
    text = tidy(from_plain(template))
    if section is not None and text:
        session.add(CaseText(case_id=case.id, key=section.key, text=to_json(text)))


def _first_by_hand(meeting: Meeting) -> BriefSection | None:
    return next((one for one in meeting.body.sections if not one.computed), None)
