"""Giving a meeting its host: it must exist on the day, and the place follows it (R17, R18)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.hosts import why_not_there
from app.domain.institutions import Lineage
from app.models import HostPass, Institution, Meeting
from app.services.editing.done import existing, one_line
from app.store.queries.seat_facts import institution_facts


def host_on(session: Session, host_id: int, on: date) -> Institution:
    """The institution that is to host on `on`; `UserError` says why it cannot (R18)."""
    host = existing(session, Institution, host_id, "institution_unknown")
    lineage = Lineage(institution_facts(session))
    missing = why_not_there(lineage[host.id], lineage, on)
    if missing is not None:
        raise UserError(missing.code, **missing.params)
    return host


def give_host(session: Session, meeting: Meeting, host_id: int | None, reason: str = "") -> None:
    """Let an institution host, or nobody; a place that was the old host's becomes the new one's.

    Whoever is to host does not stand over that meeting any more.
    """
    before = meeting.host
    host = None if host_id is None else host_on(session, host_id, meeting.held_on)
    is_old_place = before is not None and meeting.place == before.meeting_place
    if host is not before and (is_old_place or not meeting.place):
        meeting.place = "" if host is None else host.meeting_place
    meeting.host = host
    meeting.host_reason = one_line(reason)
    if host is not None:
        passed = pass_of(session, meeting.id, host.id)
        if passed is not None:
            session.delete(passed)


def pass_of(session: Session, meeting_id: int, institution_id: int) -> HostPass | None:
    """That an institution stands over a meeting, when it does."""
    return session.scalars(
        select(HostPass).where(
            HostPass.meeting_id == meeting_id, HostPass.institution_id == institution_id
        )
    ).one_or_none()
