"""Putting an agenda together: cases, standing items, headings, order and times (R23, R25–R27)."""

from __future__ import annotations

from sqlalchemy.orm import Session, joinedload, selectinload

from app.domain.errors import UserError
from app.domain.vocabulary import CaseStatus, ItemKind
from app.models import AgendaItem, Body, Case, Meeting
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, needed, one_line
from app.services.editing.placing import (
    StandingSpec,
    count,
    is_published,
    place,
    standing_item,
)
from app.store.queries.meetings import UPCOMING
from app.store.queries.queue import WAITING, place_on_agenda
from app.store.unit_of_work import UnitOfWork, expect_version

LONGEST = 24 * 60
"""Minutes that one item may be set to take."""

USUAL = 15
"""Minutes that a case is given when it comes onto the agenda."""


class AgendaEditor(Editor):
    """Changes an agenda until its meeting has been held; what was published keeps its number."""

    def add_case(self, meeting_id: int, case_id: int, position: int | None = None) -> Done:
        """Take a case from the queue onto the agenda, at `position` from 0 or before what ends it.

        `UserError` when it stands on an agenda, has been treated, or is another body's.
        """
        with self._desk.writing() as work:
            meeting = open_agenda(work.session, meeting_id)
            case = existing(work.session, Case, case_id, "case_unknown")
            _must_wait(work.session, case, meeting)
            item = AgendaItem(kind=ItemKind.CASE, case=case, case_id=case.id, minutes=USUAL)
            place(meeting, item, position)
            return self._end_agenda(work, "add_case_to_agenda", item)

    def add_standing(
        self, meeting_id: int, spec: StandingSpec, position: int | None = None
    ) -> Done:
        """Add a standing item, of the body's own or another, before what ends the agenda (R25)."""
        with self._desk.writing() as work:
            meeting = open_agenda(work.session, meeting_id)
            checked = StandingSpec(
                spec.kind,
                needed(spec.title, "item_title_missing"),
                checked_minutes(spec.minutes),
                spec.is_numbered,
                spec.is_at_end,
            )
            voice = self._desk.document_voice(work.session)
            item = standing_item(work.session, meeting, checked, voice)
            at = len(meeting.items) if position is None and spec.is_at_end else position
            place(meeting, item, at)
            return self._end_agenda(work, "add_standing_item", item)

    def add_heading(self, meeting_id: int, title: str, position: int | None = None) -> Done:
        """Add a heading that groups what follows."""
        with self._desk.writing() as work:
            meeting = open_agenda(work.session, meeting_id)
            item = AgendaItem(kind=ItemKind.HEADING, title=needed(title, "item_title_missing"))
            place(meeting, item, position)
            return self._end_agenda(work, "add_heading", item)

    def move(self, item_id: int, position: int, expected_version: int | None = None) -> Done:
        """Put an item at `position`, counted from 0; every item stays on the agenda."""
        with self._desk.writing() as work:
            item = _item(work.session, item_id, expected_version)
            others = [one for one in item.meeting.items if one.id != item_id]
            others.insert(min(max(position, 0), len(others)), item)
            count(others)
            return self._end_agenda(work, "move_item", item)

    def set_minutes(self, item_id: int, minutes: int, expected_version: int | None = None) -> Done:
        """How long the item is planned to take."""
        with self._desk.writing() as work:
            item = _item(work.session, item_id, expected_version)
            item.minutes = checked_minutes(minutes)
            return self._end_agenda(work, "time_item", item, goes_on=True)

    def set_presenter(
        self, item_id: int, presenter: str, expected_version: int | None = None
    ) -> Done:
        """Who presents the item; empty for the officer."""
        with self._desk.writing() as work:
            item = _item(work.session, item_id, expected_version)
            item.presenter = one_line(presenter)
            return self._end_agenda(work, "present_item", item, goes_on=True)

    def rename(self, item_id: int, title: str, expected_version: int | None = None) -> Done:
        """Call a standing item or a heading something else; a case has its own title."""
        with self._desk.writing() as work:
            item = _item(work.session, item_id, expected_version)
            if item.case_id is not None:
                raise UserError("item_is_a_case")
            item.title = needed(title, "item_title_missing")
            return self._end_agenda(work, "rename_item", item, goes_on=True)

    def remove(self, item_id: int, expected_version: int | None = None) -> Done:
        """Take an item off: a case goes back to the queue, a published one is withdrawn (R26).

        A withdrawn case keeps its number and its line; a numbered standing item that was never
        published goes to the bin, for it belongs to this meeting alone.
        """
        with self._desk.writing() as work:
            item = _item(work.session, item_id, expected_version)
            if item.case is not None and is_published(item.meeting, item):
                item.is_withdrawn = True
                item.case.status = CaseStatus.WITHDRAWN
                return self._end_agenda(work, "withdraw_item", item)
            if item.case is not None and item.standing_kind is not None:
                item.case.deleted_at = self._desk.clock()
            count([one for one in item.meeting.items if one.id != item_id])
            work.session.delete(item)
            return self._end_agenda(work, "remove_item", item)

    def reinstate(self, item_id: int, expected_version: int | None = None) -> Done:
        """Take back that a case was withdrawn; it stands where it stood, with its number."""
        with self._desk.writing() as work:
            item = _item(work.session, item_id, expected_version)
            if item.case is None or not item.is_withdrawn:
                raise UserError("item_is_not_withdrawn")
            if place_on_agenda(work.session, item.case.id) is not None:
                raise UserError("case_on_agenda_already", title=item.case.title)
            item.is_withdrawn = False
            item.case.status = CaseStatus.PUBLISHED
            return self._end_agenda(work, "reinstate_item", item)

    def _end_agenda(
        self, work: UnitOfWork, verb: str, item: AgendaItem, *, goes_on: bool = False
    ) -> Done:
        meeting_id = item.meeting.id
        return self._end(
            work, verb, item, Kind.MEETING, meeting_id, also=(Kind.CASE,), goes_on=goes_on
        )


def open_agenda(session: Session, meeting_id: int) -> Meeting:
    """A meeting with its items; `UserError` when it has been held, cancelled or deleted."""
    meeting = session.get(
        Meeting,
        meeting_id,
        options=(
            selectinload(Meeting.items).joinedload(AgendaItem.case),
            joinedload(Meeting.body).selectinload(Body.standing_items),
        ),
    )
    if meeting is None or meeting.deleted_at is not None:
        raise UserError("meeting_gone")
    if meeting.status not in UPCOMING:
        raise UserError("agenda_is_closed", status=meeting.status.value)
    return meeting


def checked_minutes(minutes: int) -> int:
    """`minutes`; `UserError` when an item cannot take so long."""
    if not 0 <= minutes <= LONGEST:
        raise UserError("minutes_out_of_range", minutes=minutes, limit=LONGEST)
    return minutes


def _item(session: Session, item_id: int, expected_version: int | None) -> AgendaItem:
    item = session.get(AgendaItem, item_id)
    if item is None:
        raise UserError("item_gone")
    open_agenda(session, item.meeting_id)
    if expected_version is not None:
        expect_version(item, expected_version)
    return item


def _must_wait(session: Session, case: Case, meeting: Meeting) -> None:
    if case.body_id != meeting.body_id:
        raise UserError("case_of_other_body", title=case.title)
    if place_on_agenda(session, case.id) is not None:
        raise UserError("case_on_agenda_already", title=case.title)
    if case.status not in WAITING:
        raise UserError("case_is_treated", title=case.title, status=case.status.value)
