"""Storing what is taken of a year's plan, and what a year is planned by (R22)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.day_patterns import DayPattern
from app.domain.errors import UserError
from app.domain.vocabulary import MeetingStatus
from app.models import BlockedPeriod, Body, Meeting, MeetingDay
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, needed
from app.services.editing.meeting_limits import FIRST_YEAR, LAST_YEAR
from app.services.editing.new_meetings import NewMeeting, add_meeting
from app.services.editing.periods import typed_period
from app.services.planning.service import check_year, out_of_range, year_plan
from app.store.queries.council import body_by_code

LONGEST_BLOCKED = 366
"""Days that one period may keep free."""


class PlanningEditor(Editor):
    """Makes the meetings of a plan, all or none, so that they are taken back as one."""

    def accept(self, year: int, chosen: Sequence[NewMeeting]) -> Done:
        """Make every meeting of `chosen` in `year`, by day, each with what comes along to it.

        `UserError` names what stands in the way, and then nothing is stored.
        """
        with self._desk.writing() as work:
            check_year(year, self._desk.today(work.session))
            if not chosen:
                raise UserError("no_meeting_chosen")
            _check(work.session, year, chosen)
            made = [
                add_meeting(self._desk, work.session, new)
                for new in sorted(chosen, key=lambda new: new.held_on)
            ]
            return self._end(
                work, "accept_year_plan", made[0], Kind.MEETING, also=(Kind.CASE, Kind.WHEEL)
            )

    def accept_all(self, year: int) -> Done:
        """Make every meeting that is proposed for `year`; `UserError` when none is."""
        with self._desk.reading() as session:
            plan = year_plan(session, year, self._desk.today(session))
        return self.accept(
            year,
            [
                NewMeeting(
                    body=row.body,
                    held_on=row.on,
                    start=row.start,
                    end=row.end,
                    place=row.place,
                    host_id=row.host_id,
                )
                for row in plan.rows
            ],
        )

    def add_blocked(self, name: str, from_on: date, last_on: date) -> Done:
        """Keep the days from the first to the last free of meetings."""
        with self._desk.writing() as work:
            row = BlockedPeriod()
            _fill(row, name, from_on, last_on)
            work.session.add(row)
            return self._end(work, "add_blocked", row, Kind.WHEEL)

    def edit_blocked(self, blocked_id: int, name: str, from_on: date, last_on: date) -> Done:
        """Change the name or the days of a period."""
        with self._desk.writing() as work:
            row = existing(work.session, BlockedPeriod, blocked_id, "blocked_gone")
            _fill(row, name, from_on, last_on)
            return self._end(work, "edit_blocked", row, Kind.WHEEL)

    def remove_blocked(self, blocked_id: int) -> Done:
        """Let meetings be held on those days again."""
        with self._desk.writing() as work:
            row = existing(work.session, BlockedPeriod, blocked_id, "blocked_gone")
            work.session.delete(row)
            return self._end(work, "remove_blocked", row, Kind.WHEEL)

    def set_usual_days(self, body: str, days: Iterable[DayPattern]) -> Done:
        """The days that a body usually meets; with none, its last year's meetings count again."""
        with self._desk.writing() as work:
            session, chosen = work.session, body_by_code(work.session, body)
            wanted = list(days)
            if len(set(wanted)) != len(wanted):
                raise UserError("usual_day_twice")
            there = {}
            for row in session.scalars(select(MeetingDay).where(MeetingDay.body_id == chosen.id)):
                there[DayPattern(row.month, row.weekday, row.nth)] = row
            for day, row in there.items():
                if day not in wanted:
                    session.delete(row)
            session.add_all(
                MeetingDay(body_id=chosen.id, month=day.month, weekday=day.weekday, nth=day.nth)
                for day in wanted
                if day not in there
            )
            return self._end(work, "set_usual_days", chosen, Kind.WHEEL, also=(Kind.BODY,))


def _fill(row: BlockedPeriod, name: str, from_on: date, last_on: date) -> None:
    row.name = needed(name, "blocked_name_missing")
    for on in (from_on, last_on):
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            raise out_of_range(str(on.year))
    period = typed_period(from_on, last_on)
    if period.to_on is None or (period.to_on - period.from_on).days > LONGEST_BLOCKED:
        raise UserError("blocked_too_long")
    row.from_on, row.to_on = period.from_on, period.to_on


def _check(session: Session, year: int, chosen: Sequence[NewMeeting]) -> None:
    """What no plan may bring about, though each meeting by itself could be made."""
    seen: set[tuple[str, date]] = set()
    for new in chosen:
        body = body_by_code(session, new.body)
        if new.held_on.year != year:
            raise UserError(
                "planned_in_other_year", on=new.held_on, year=str(year), body=body.short_name
            )
        if (body.code, new.held_on) in seen:
            raise UserError("planned_twice", on=new.held_on, body=body.short_name)
        seen.add((body.code, new.held_on))
        if _has_meeting(session, body, new.held_on):
            raise UserError("planned_day_taken", on=new.held_on, body=body.short_name)


def _has_meeting(session: Session, body: Body, on: date) -> bool:
    found = session.scalar(
        select(Meeting.id).where(
            Meeting.body_id == body.id,
            Meeting.held_on == on,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.deleted_at.is_(None),
        )
    )
    return found is not None
