"""What becomes of the cases of a meeting that is cancelled: none is lost (R23, R26)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.vocabulary import CaseStatus, ItemKind
from app.models import AgendaItem, Case, Meeting
from app.services.editing.agenda import open_agenda
from app.services.editing.placing import place
from app.store.queries.queue import WAITING, place_on_agenda


def free_cases(session: Session, meeting: Meeting, onto: int | None) -> None:
    """Let the cases of a cancelled meeting wait again, or go onto the agenda of `onto`.

    The meeting keeps its agenda as it was. A published case is postponed and keeps its number;
    a numbered standing item belonged to this meeting alone, and ends with it.
    """
    for item in meeting.items:
        case = item.case
        if case is None or item.is_withdrawn:
            continue
        if item.standing_kind is not None:
            case.status = CaseStatus.WITHDRAWN
        elif case.status is CaseStatus.PUBLISHED:
            case.status = CaseStatus.POSTPONED
    session.flush()
    if onto is not None:
        _move_cases(session, waiting_cases(meeting), meeting, onto)


def waiting_cases(meeting: Meeting) -> list[tuple[AgendaItem, Case]]:
    """The cases on the meeting's agenda that wait, or would wait if it were cancelled."""
    return [
        (item, item.case)
        for item in meeting.items
        if item.case is not None
        and item.standing_kind is None
        and not item.is_withdrawn
        and item.case.deleted_at is None
        and item.case.status in (*WAITING, CaseStatus.PUBLISHED)
    ]


def _move_cases(
    session: Session,
    waiting: Iterable[tuple[AgendaItem, Case]],
    meeting: Meeting,
    onto: int,
) -> None:
    target = open_agenda(session, onto)
    if target.body_id != meeting.body_id or target.id == meeting.id:
        raise UserError("cases_to_other_body")
    for item, case in waiting:
        if place_on_agenda(session, case.id) is not None:
            continue
        moved = AgendaItem(
            kind=ItemKind.CASE,
            case=case,
            case_id=case.id,
            minutes=item.minutes,
            presenter=item.presenter,
        )
        place(target, moved, None)
        session.flush()
