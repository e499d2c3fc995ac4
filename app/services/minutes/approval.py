"""Issuing and approving minutes: content kept, chained and locked (R41)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from app.documents.codec import sha256_of, to_json
from app.documents.content import Minutes
from app.documents.gathering import GatheringReport
from app.domain.approval_chain import START, link_hash
from app.domain.errors import UserError
from app.domain.meeting_status import after
from app.domain.reasons import Reason
from app.domain.vocabulary import ApprovalForm, MeetingEvent
from app.i18n.voice import Voice
from app.i18n.wall_clock import on_the_wall
from app.models import Approval, Meeting, MinutesVersion
from app.services.gatherings.documents import load_gathering, report
from app.services.gatherings.rule import is_gathering
from app.services.minutes.build import build_minutes
from app.store.queries.approvals import bound_facts
from app.store.queries.minutes import last_approval, latest_version


def issue_minutes(session: Session, meeting: Meeting, voice: Voice, at: datetime) -> MinutesVersion:
    """Keep the minutes as they are sent out for comment; the meeting's minutes are out.

    Of a gathering that is its report (R17).
    """
    version = _keep(session, meeting, _issued(session, meeting, voice, at), at)
    meeting.status = after(meeting.status, MeetingEvent.SEND_MINUTES)
    session.flush()
    return version


def record_approval(
    session: Session,
    meeting: Meeting,
    voice: Voice,
    *,
    approved_on: date,
    at: datetime,
    approved_in: Meeting | None = None,
    form: ApprovalForm = ApprovalForm.AS_PRESENTED,
    changes: str = "",
) -> Approval:
    """Approve the minutes of `meeting`: its content is kept, linked to the chain, and locked (R41).

    The caller flushes what was recorded first; after this the file refuses to change it.
    """
    step = after(meeting.status, MeetingEvent.APPROVE_MINUTES)
    status = approval_status(approved_on, approved_in, form, changes)
    version = _keep(session, meeting, build_minutes(session, meeting.id, voice, status), at)
    previous = last_approval(session)
    approval = Approval(
        sequence=previous.sequence + 1 if previous else 1,
        minutes_version_id=version.id,
        approved_on=approved_on,
        approved_in_id=approved_in.id if approved_in else None,
        form=form,
        changes=changes,
        content_sha256=version.content_sha256,
        previous_hash=previous.hash if previous else START,
    )
    approval.hash = link_hash(
        approval.previous_hash,
        approval.sequence,
        approval.content_sha256,
        bound_facts(approval, version),
    )
    meeting.status = step
    session.flush()
    session.add(approval)
    session.flush()
    return approval


def approval_status(
    approved_on: date, approved_in: Meeting | None, form: ApprovalForm, changes: str
) -> Reason:
    """The line on top of approved minutes: when, where and how."""
    code = f"minutes_approved_{form.value}"
    if form is ApprovalForm.WITH_CHANGES and not changes.strip():
        raise UserError("approval_changes_missing")
    facts = {"changes": changes.strip()} if form is ApprovalForm.WITH_CHANGES else {}
    if approved_in is None:
        return Reason(code, on=approved_on, **facts)
    return Reason(f"{code}_in", on=approved_on, body=approved_in.body.short_name, **facts)


def _issued(
    session: Session, meeting: Meeting, voice: Voice, at: datetime
) -> Minutes | GatheringReport:
    if is_gathering(meeting):
        return report(load_gathering(session, meeting, voice, on_the_wall(at).date()))
    return build_minutes(session, meeting.id, voice)


def _keep(
    session: Session, meeting: Meeting, content: Minutes | GatheringReport, at: datetime
) -> MinutesVersion:
    stored = to_json(content)
    previous = latest_version(session, meeting.id)
    version = MinutesVersion(
        meeting_id=meeting.id,
        number=previous.number + 1 if previous else 1,
        made_at=at,
        content=stored,
        content_sha256=sha256_of(stored),
    )
    session.add(version)
    session.flush()
    return version
