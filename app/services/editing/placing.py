"""Where an item goes on an agenda, and the standing items that come along (R25, R41)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.domain.vocabulary import CaseKind, CaseStatus, ItemKind, StandingKind
from app.i18n.voice import Voice
from app.models import AgendaItem, Case, Meeting, StandingItem
from app.store.queries.meetings import previous_meeting

_PREVIOUS = "forrige møte"
"""What a standing item's title calls the meeting whose minutes it approves, until that is known."""

_CASE_KINDS = {
    StandingKind.REPORTED_CASES: CaseKind.REPORTED,
    StandingKind.FOLLOW_UP: CaseKind.INFORMATION,
    StandingKind.INFORMATION: CaseKind.INFORMATION,
    StandingKind.ANY_OTHER_BUSINESS: CaseKind.INFORMATION,
}
"""What kind of case a numbered standing item is; approvals are decided."""


@dataclass(frozen=True, slots=True)
class StandingSpec:
    """A standing item as it is to be put on an agenda; a numbered one becomes a case."""

    kind: StandingKind
    title: str
    minutes: int
    is_numbered: bool = False
    is_at_end: bool = False


def standing_spec(row: StandingItem) -> StandingSpec:
    """The body's own template of a standing item."""
    return StandingSpec(row.kind, row.title, row.minutes, row.numbered, row.at_end)


def standing_item(
    session: Session, meeting: Meeting, spec: StandingSpec, voice: Voice
) -> AgendaItem:
    """An item made from `spec`, not yet on the agenda; approval of minutes points at its meeting.

    A numbered one is a case of its own (docs/decisions/0002), flushed.
    """
    approves = None
    title = spec.title
    if spec.kind is StandingKind.APPROVE_MINUTES:
        approves = previous_meeting(session, meeting)
        title = title.replace(_PREVIOUS, called_in_title(approves, voice))
    item = AgendaItem(
        kind=ItemKind.STANDING,
        standing_kind=spec.kind,
        title=title,
        minutes=spec.minutes,
        approves_meeting_id=approves.id if approves is not None else None,
    )
    if spec.is_numbered:
        item.kind, item.title = ItemKind.CASE, ""
        item.case = _case_of(session, meeting, spec.kind, title)
        item.case_id = item.case.id
    return item


def called_in_title(approves: Meeting | None, voice: Voice) -> str:
    """What a standing item's title calls the meeting whose minutes it approves."""
    return _PREVIOUS if approves is None else f"møtet {voice.formats.date(approves.held_on)}"


def place(meeting: Meeting, item: AgendaItem, position: int | None) -> None:
    """Put a new item at `position` from 0, or before what ends the agenda; counts all anew.

    After publishing, it belongs to the next version (R27).
    """
    others = sorted(meeting.items, key=lambda one: one.sort)  # those that were just put there too
    at = len(others) - _ending(meeting, others) if position is None else position
    item.added_in_version = meeting.agenda_version + 1
    item.sort = 0
    others.insert(min(max(at, 0), len(others)), item)
    meeting.items.append(item)
    count(others)


def count(items: Sequence[AgendaItem]) -> None:
    """Number the items from 1 in this order, and touch only those that move."""
    for sort, item in enumerate(items, start=1):
        if item.sort != sort:
            item.sort = sort


def is_published(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether the item was on the agenda when it was last published (R26)."""
    return item.added_in_version <= meeting.agenda_version


def _ending(meeting: Meeting, items: Sequence[AgendaItem]) -> int:
    """How many of the last items are those that the body always ends with."""
    last_kinds = {row.kind for row in meeting.body.standing_items if row.at_end}
    found = 0
    while found < len(items) and items[-1 - found].standing_kind in last_kinds:
        found += 1
    return found


def _case_of(session: Session, meeting: Meeting, kind: StandingKind, title: str) -> Case:
    case = Case(
        body_id=meeting.body_id,
        title=title,
        kind=_CASE_KINDS.get(kind, CaseKind.DECISION),
        status=CaseStatus.READY,
        created_on=meeting.held_on,
        concerns_business=False,
    )
    session.add(case)
    session.flush()
    return case
