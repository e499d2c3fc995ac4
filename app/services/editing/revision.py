"""Publishing a changed agenda as its next version (R26, R27)."""

from __future__ import annotations

from app.domain.errors import UserError
from app.domain.meeting_status import after
from app.domain.publishing import preflight
from app.domain.vocabulary import MeetingEvent
from app.services.desk import Desk
from app.services.editing.difference import AgendaDifference, difference
from app.services.meetings import Published, number_cases, published, require
from app.services.papers.published import keep_published
from app.services.preflight import meeting_facts
from app.store.queries.meetings import load_agenda
from app.store.unit_of_work import expect_version


class RevisionEditor:
    """Tells what has changed since an agenda went out, and publishes that."""

    def __init__(self, desk: Desk, origin: str = "") -> None:
        self._desk = desk
        self._origin = origin

    def difference(self, meeting_id: int) -> AgendaDifference:
        """What is new, changed and withdrawn since the last version (R27)."""
        with self._desk.reading() as session:
            meeting = load_agenda(session, meeting_id)
            voice = self._desk.document_voice(session)
            return difference(session, meeting, voice, self._desk.today(session))

    def publish(
        self, meeting_id: int, *, reason: str = "", expected_version: int | None = None
    ) -> tuple[Published, AgendaDifference]:
        """Number the new cases and keep the agenda's next version, whole (R26, R27).

        `UserError` when nothing has changed, when something blocks, or when warnings are given
        no `reason`.
        """
        with self._desk.writing() as work:
            meeting = load_agenda(work.session, meeting_id)
            if expected_version is not None:
                expect_version(meeting, expected_version)
            meeting.status = after(meeting.status, MeetingEvent.REVISE_AGENDA)
            today = self._desk.today(work.session)
            voice = self._desk.document_voice(work.session)
            differing = difference(work.session, meeting, voice, today)
            if not differing:
                raise UserError("nothing_to_revise")
            findings = preflight(meeting_facts(work.session, meeting, today))
            require(findings, reason)
            meeting.agenda_version += 1
            number_cases(work, meeting)
            keep_published(work.session, meeting, voice, today, self._desk.clock())
            verb = "revise_agenda" if not reason else f"revise_agenda: {reason}"
            work.describe(verb, "meeting", meeting.id, final=True)
            work.commit()
            return published(meeting, findings), differing
