"""What a body's briefs and agendas are made of: sections, standing items, deadlines (R21–R29)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.deadlines import LONGEST_DEADLINE
from app.domain.deadlines import DeadlineRule as Counted
from app.domain.errors import UserError
from app.domain.rich_text import from_json
from app.domain.vocabulary import DayUnit, DeadlineKind
from app.models import Body, BriefSection, Case, CaseText, DeadlineRule, StandingItem
from app.services.changes import Kind
from app.services.editing.agenda import checked_minutes
from app.services.editing.done import Done, Editor, existing, needed
from app.services.editing.placing import StandingSpec
from app.services.papers.sections import PROPOSAL
from app.store.queries.council import body_by_code
from app.store.unit_of_work import UnitOfWork


class Sorted(Protocol):
    """A row with its place among others."""

    sort: int


class TemplateEditor(Editor):
    """Changes the templates; briefs and agendas that are made already keep what they have."""

    def add_section(self, body: str, heading: str, position: int | None = None) -> Done:
        """A section of the body's own, at `position` from 0 or last."""
        with self._desk.writing() as work:
            chosen = body_by_code(work.session, body)
            row = BriefSection(
                body_id=chosen.id,
                sort=0,
                key=_own_key(row.key for row in chosen.sections),
                heading=needed(heading, "section_heading_missing"),
                computed=False,
                required=False,
            )
            work.session.add(row)
            _place(list(chosen.sections), row, position)
            return self._end_template(work, "add_section", row)

    def set_section(self, section_id: int, heading: str, *, is_required: bool) -> Done:
        """What a section is headed, and whether a brief without it is told of."""
        with self._desk.writing() as work:
            row = existing(work.session, BriefSection, section_id, "section_unknown")
            row.heading = needed(heading, "section_heading_missing")
            row.required = is_required and not row.computed
            return self._end_template(work, "set_section", row, goes_on=True)

    def move_section(self, section_id: int, position: int) -> Done:
        """Put a section at `position` from 0."""
        with self._desk.writing() as work:
            row = existing(work.session, BriefSection, section_id, "section_unknown")
            sections = work.session.get_one(Body, row.body_id).sections
            _place([one for one in sections if one.id != section_id], row, position)
            return self._end_template(work, "move_section", row)

    def remove_section(self, section_id: int) -> Done:
        """Take a section out; `UserError` when a brief has text in it, or for the proposal."""
        with self._desk.writing() as work:
            row = existing(work.session, BriefSection, section_id, "section_unknown")
            if row.key == PROPOSAL:
                raise UserError("proposal_section_stays")
            if _is_written(work.session, row):
                raise UserError("section_in_use", heading=row.heading)
            work.session.delete(row)
            return self._end_template(work, "remove_section", row)

    def add_standing(self, body: str, spec: StandingSpec) -> Done:
        """A standing item that comes along to the body's new agendas (R25)."""
        with self._desk.writing() as work:
            chosen = body_by_code(work.session, body)
            row = StandingItem(body_id=chosen.id, sort=len(chosen.standing_items) + 1)
            _fill_standing(row, spec)
            work.session.add(row)
            return self._end_template(work, "add_standing", row)

    def set_standing(self, standing_id: int, spec: StandingSpec) -> Done:
        """Title, minutes, number and place of a standing item; new agendas follow."""
        with self._desk.writing() as work:
            row = existing(work.session, StandingItem, standing_id, "standing_gone")
            _fill_standing(row, spec)
            return self._end_template(work, "set_standing", row, goes_on=True)

    def move_standing(self, standing_id: int, position: int) -> Done:
        """Put a standing item at `position` from 0."""
        with self._desk.writing() as work:
            row = existing(work.session, StandingItem, standing_id, "standing_gone")
            items = work.session.get_one(Body, row.body_id).standing_items
            _place([one for one in items if one.id != standing_id], row, position)
            return self._end_template(work, "move_standing", row)

    def remove_standing(self, standing_id: int) -> Done:
        """Take a standing item out of the template; agendas that are made keep theirs."""
        with self._desk.writing() as work:
            row = existing(work.session, StandingItem, standing_id, "standing_gone")
            work.session.delete(row)
            return self._end_template(work, "remove_standing", row)

    def set_deadline(
        self, body: str, kind: DeadlineKind, days: int | None, unit: DayUnit = DayUnit.CALENDAR
    ) -> Done:
        """How many days before or after the meeting; None for no such deadline (R21)."""
        with self._desk.writing() as work:
            chosen = body_by_code(work.session, body)
            row = next((one for one in chosen.deadlines if one.kind is kind), None)
            if days is None:
                return self._remove_deadline(work, chosen, row)
            if Counted(kind, days, unit).days > LONGEST_DEADLINE:
                raise UserError("deadline_too_long", days=days, limit=LONGEST_DEADLINE)
            if row is None:
                row = DeadlineRule(body_id=chosen.id, kind=kind)
                work.session.add(row)
            row.days, row.unit = days, unit
            return self._end_template(work, "set_deadline", row, goes_on=True)

    def _remove_deadline(self, work: UnitOfWork, body: Body, row: DeadlineRule | None) -> Done:
        if row is not None:
            work.session.delete(row)
        also = (Kind.MEETING,)
        return self._end(work, "set_deadline", row or body, Kind.BODY, body.id, also=also)

    def _end_template(
        self,
        work: UnitOfWork,
        verb: str,
        row: BriefSection | StandingItem | DeadlineRule,
        *,
        goes_on: bool = False,
    ) -> Done:
        also = (Kind.MEETING, Kind.CASE)
        return self._end(work, verb, row, Kind.BODY, row.body_id, also=also, goes_on=goes_on)


def _place(others: list[Sorted], row: Sorted, position: int | None) -> None:
    at = len(others) if position is None else min(max(position, 0), len(others))
    for sort, one in enumerate([*others[:at], row, *others[at:]], start=1):
        if one.sort != sort:
            one.sort = sort


def _own_key(taken: Iterable[str]) -> str:
    """A key that no section of the body has; it is never shown."""
    known = set(taken)
    number = 1
    while f"own_{number}" in known:
        number += 1
    return f"own_{number}"


def _is_written(session: Session, row: BriefSection) -> bool:
    texts = session.scalars(
        select(CaseText.text)
        .join(Case, CaseText.case_id == Case.id)
        .where(Case.body_id == row.body_id, CaseText.key == row.key)
    )
    return any(from_json(text) for text in texts)


def _fill_standing(row: StandingItem, spec: StandingSpec) -> None:
    row.kind = spec.kind
    row.title = needed(spec.title, "item_title_missing")
    row.minutes = checked_minutes(spec.minutes)
    row.numbered, row.at_end = spec.is_numbered, spec.is_at_end
