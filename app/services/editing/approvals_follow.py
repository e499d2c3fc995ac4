"""Items that approve the minutes of the meeting before theirs, when that becomes another (R41)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.i18n.voice import Voice
from app.models import AgendaItem, Meeting
from app.services.editing.placing import called_in_title
from app.store.queries.meeting_changes import open_approvals
from app.store.queries.meetings import previous_meeting


@dataclass(frozen=True, slots=True)
class Following:
    """An item that follows the meeting before its own, and what its title calls that one."""

    item: AgendaItem
    called: str


def following(session: Session, meeting: Meeting, voice: Voice) -> list[Following]:
    """The body's items that approve the meeting before theirs, before `meeting` is changed.

    One that approves another was set so by the user, and stays. So does one that people were
    called with: that is for the user to change (R27).
    """
    found = []
    for item in open_approvals(session, meeting.body_id):
        if item.meeting.agenda_version:
            continue
        before = previous_meeting(session, item.meeting)
        if item.approves_meeting_id == (before.id if before is not None else None):
            found.append(Following(item, called_in_title(before, voice)))
    return found


def let_follow(session: Session, items: Iterable[Following], voice: Voice) -> None:
    """Let each of `items` approve the meeting that is before its own by now, by its day."""
    session.flush()
    for one in items:
        item = one.item
        before = previous_meeting(session, item.meeting)
        item.approves_meeting_id = before.id if before is not None else None
        called = called_in_title(before, voice)
        if called == one.called:
            continue
        if item.case is not None:
            item.case.title = item.case.title.replace(one.called, called)
        else:
            item.title = item.title.replace(one.called, called)


def published_approvals(session: Session, meeting: Meeting) -> list[Meeting]:
    """The meetings that people were called to with an item that approves the minutes of this."""
    return [
        item.meeting
        for item in open_approvals(session, meeting.body_id)
        if item.approves_meeting_id == meeting.id and item.meeting.agenda_version
    ]
