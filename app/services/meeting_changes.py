"""What became of a meeting, who had been called, and what moving or cancelling it means (R23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import MeetingChangeKind
from app.i18n.wall_clock import on_the_wall
from app.models import Meeting, MeetingChange
from app.services.agendas import MeetingFactsView, meeting_view
from app.services.desk import Desk
from app.services.editing.cancelled_cases import waiting_cases
from app.services.editing.done import existing
from app.services.editing.meeting_changes import Spot
from app.services.numbers import meeting_name
from app.services.people_called import PeopleCalled, from_rows, people_called, were_told
from app.store.queries.meeting_changes import changes_of
from app.store.queries.meetings import open_meeting_after


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChangeView:
    """One change of a meeting: what it was, what it became (None when cancelled), and why.

    `called` are those who had been told of it or called to it by then.
    """

    id: int
    kind: MeetingChangeKind
    made_on: date
    reason: str
    before: Spot
    after: Spot | None
    called: PeopleCalled
    told_on: date | None

    @property
    def must_be_told(self) -> bool:
        """Whether somebody still has to hear of it."""
        return bool(self.called) and self.told_on is None


@dataclass(frozen=True, slots=True)
class LaterMeeting:
    """The body's next meeting, which a cancelled one's cases may go to."""

    id: int
    name: str
    held_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeChange:
    """A meeting that is about to be moved or cancelled.

    `called` are those who must hear of it; `needs_reason` once anybody was told of the meeting.
    `cases` is how many cases on its agenda wait, of which `numbered` have a number to keep.
    """

    meeting: MeetingFactsView
    called: PeopleCalled
    needs_reason: bool
    cases: int
    numbered: int
    later: LaterMeeting | None


class MeetingChangeService:
    """Reads what was changed, and what a change would mean."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, meeting_id: int) -> tuple[MeetingChangeView, ...]:
        """Every change of a meeting, the newest first."""
        with self._desk.reading() as session:
            return tuple(_view(row) for row in changes_of(session, meeting_id))

    def before(self, meeting_id: int) -> BeforeChange:
        """What is to be known before a meeting is moved or cancelled; `UserError` when gone."""
        with self._desk.reading() as session:
            meeting = existing(session, Meeting, meeting_id, "meeting_gone")
            waiting = [case for _item, case in waiting_cases(meeting)]
            later = open_meeting_after(session, meeting)
            return BeforeChange(
                meeting=meeting_view(meeting),
                called=people_called(session, meeting),
                needs_reason=were_told(meeting),
                cases=len(waiting),
                numbered=sum(case.number is not None for case in waiting),
                later=None
                if later is None
                else LaterMeeting(later.id, meeting_name(later), later.held_on),
            )


def _view(row: MeetingChange) -> MeetingChangeView:
    after = None
    if row.to_on is not None:
        after = Spot(row.to_on, row.to_start or "", row.to_end or "", row.to_place or "")
    return MeetingChangeView(
        id=row.id,
        kind=row.kind,
        made_on=on_the_wall(row.made_at).date(),
        reason=row.reason,
        before=Spot(row.from_on, row.from_start, row.from_end, row.from_place),
        after=after,
        called=from_rows(row.called),
        told_on=row.told_on,
    )
