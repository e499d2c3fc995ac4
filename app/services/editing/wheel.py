"""The fixed points of the year: their rules, and what is settled about one of their years (R19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.deadlines import LONGEST_DEADLINE
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.vocabulary import CaseKind
from app.domain.wheel import coincide, falls_in
from app.models import Body, WheelEntry, WheelTurn
from app.services.changes import Kind
from app.services.editing.done import Done, Editor, existing, needed, several_lines
from app.services.editing.wheel_cases import due_in, make_case, move_point
from app.services.numbers import meeting_name
from app.services.year.points import as_point
from app.store.queries.council import body_by_code
from app.store.queries.queue import WAITING, place_on_agenda
from app.store.queries.wheel import (
    entries_of_body,
    made_years,
    open_meeting_in,
    turn_of,
    used_entries,
)
from app.store.unit_of_work import UnitOfWork

FIRST_YEAR, LAST_YEAR = 1900, 2999
LONGEST_INTERVAL = 20
"""Years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFields:
    """A fixed point: `month` 1–12, every `interval_years` from `first_year` to `last_year`.

    `deadline_days` are calendar days before the meeting, None for the body's own deadline. Title
    and template may ask for the year with `{år}`, `{forrige år}` and `{neste år}`.
    """

    body: str
    title: str
    month: int
    first_year: int
    interval_years: int = 1
    last_year: int | None = None
    case_kind: CaseKind = CaseKind.DECISION
    template: str = ""
    deadline_days: int | None = None


class WheelEditor(Editor):
    """Fixed points come, change and end; once a case was made of one, it stays in the file."""

    def add_point(self, fields: PointFields) -> Done:
        """A new fixed point; `UserError` when the body has it already."""
        with self._desk.writing() as work:
            row = WheelEntry(body_id=body_by_code(work.session, fields.body).id)
            _fill(work.session, row, fields)
            work.session.add(row)
            return self._end_point(work, "add_point", row)

    def edit_point(self, entry_id: int, fields: PointFields) -> Done:
        """What it is called and when it falls; cases that were made of it stay as they are."""
        with self._desk.writing() as work:
            row = _entry(work.session, entry_id)
            body = body_by_code(work.session, fields.body)
            if body.id != row.body_id and row.id in used_entries(work.session):
                raise UserError("point_body_stays", title=row.title)
            row.body_id = body.id
            _fill(work.session, row, fields)
            return self._end_point(work, "edit_point", row)

    def end_point(self, entry_id: int, last_year: int | None) -> Done:
        """The last year in which it may fall; None lets it go on."""
        with self._desk.writing() as work:
            row = _entry(work.session, entry_id)
            row.last_year = _checked_last(last_year, row.first_year)
            _must_be_alone(work.session, row)
            return self._end_point(work, "end_point", row)

    def delete_point(self, entry_id: int) -> Done:
        """Take out a fixed point that no case was made of; another is ended, which is told."""
        with self._desk.writing() as work:
            row = _entry(work.session, entry_id)
            if row.id not in used_entries(work.session):
                work.session.delete(row)
                return self._end_point(work, "delete_point", row)
            years = made_years(work.session, row.id)
            last = max(row.first_year, *years) if years else self._desk.today(work.session).year
            row.last_year = max(last, row.first_year)
            told = Reason("point_ended_instead", title=row.title, year=str(row.last_year))
            return self._end_point(work, "end_point", row, told)

    def move_turn(self, entry_id: int, year: int, to_year: int, to_month: int, reason: str) -> Done:
        """Take the point of `year` up in another month, once; its own month takes that back."""
        with self._desk.writing() as work:
            row = _entry(work.session, entry_id)
            turn = _turn(work.session, row, year)
            _must_not_stand(work.session, turn)
            if turn is not None and turn.is_dropped:
                raise UserError("point_is_dropped", title=row.title, year=str(year))
            month = (_checked_year(to_year), _checked_month(to_month))
            why = needed(reason, "point_reason_missing")
            turn = move_point(work.session, row, year, month, why)
            return self._end_turn(work, "move_turn", turn)

    def drop_turn(self, entry_id: int, year: int, reason: str) -> Done:
        """Let the point of `year` go by; `UserError` when its case has been made."""
        with self._desk.writing() as work:
            row = _entry(work.session, entry_id)
            turn = _turn(work.session, row, year)
            if turn is not None and turn.case_made_on is not None:
                raise UserError("point_case_made", title=row.title, year=str(year))
            why = needed(reason, "point_reason_missing")
            if turn is None:
                turn = WheelTurn(entry_id=row.id, year=year)
                work.session.add(turn)
            turn.is_dropped, turn.reason = True, why
            return self._end_turn(work, "drop_turn", turn)

    def keep_turn(self, entry_id: int, year: int) -> Done:
        """Take back that the point of `year` was moved or dropped: its rule counts again."""
        with self._desk.writing() as work:
            row = _entry(work.session, entry_id)
            turn = _turn(work.session, row, year)
            if turn is None or not (turn.is_dropped or turn.to_year):
                raise UserError("point_as_its_rule", title=row.title, year=str(year))
            _must_not_stand(work.session, turn)
            if turn.case_made_on is None:
                work.session.delete(turn)
            else:
                turn.to_year = turn.to_month = None
                turn.is_dropped, turn.reason = False, ""
            return self._end_turn(work, "keep_turn", turn)

    def make_turn_case(self, entry_id: int, year: int) -> Done:
        """Make the case of the point of `year` for its meeting; `UserError` when it was made."""
        with self._desk.writing() as work:
            session = work.session
            row = _entry(session, entry_id)
            turn = _turn(session, row, year)
            if turn is not None and turn.case_made_on is not None:
                raise UserError("point_case_made", title=row.title, year=str(year))
            if turn is not None and turn.is_dropped:
                raise UserError("point_is_dropped", title=row.title, year=str(year))
            month = _month(row, year, turn)
            meeting = open_meeting_in(session, row.body_id, month)
            if meeting is None:
                raise UserError("point_lacks_meeting", title=row.title, on=date(*month, 1))
            due = next(
                one
                for one in due_in(session, row.body_id, month)
                if one[0].id == row.id and one[1].year == year
            )
            case = make_case(self._desk, session, meeting, due, self._desk.today(session))
            also = (Kind.MEETING, Kind.WHEEL)
            return self._end(work, "make_turn_case", case, Kind.CASE, also=also)

    def _end_point(self, work: UnitOfWork, verb: str, row: WheelEntry, *told: Reason) -> Done:
        return self._end(work, verb, row, Kind.WHEEL, warnings=told)

    def _end_turn(self, work: UnitOfWork, verb: str, turn: WheelTurn) -> Done:
        return self._end(work, verb, turn, Kind.WHEEL, turn.entry_id)


def _entry(session: Session, entry_id: int) -> WheelEntry:
    return existing(session, WheelEntry, entry_id, "point_gone")


def _turn(session: Session, row: WheelEntry, year: int) -> WheelTurn | None:
    """What was settled about the year; `UserError` when the rule does not give it."""
    if not falls_in(as_point(row), year):
        raise UserError("point_not_that_year", title=row.title, year=str(year))
    return turn_of(session, row.id, year)


def _month(row: WheelEntry, year: int, turn: WheelTurn | None) -> tuple[int, int]:
    if turn is not None and turn.to_year is not None and turn.to_month is not None:
        return turn.to_year, turn.to_month
    return year, row.month


def _must_not_stand(session: Session, turn: WheelTurn | None) -> None:
    """A case on an agenda is taken up there, whatever month is said."""
    case = turn.case if turn is not None else None
    if turn is None or case is None or case.deleted_at is not None:
        return
    item = place_on_agenda(session, case.id)
    if item is not None:
        raise UserError("point_on_agenda", title=case.title, meeting=meeting_name(item.meeting))
    if case.status not in WAITING:
        raise UserError("point_case_made", title=case.title, year=str(turn.year))


def _fill(session: Session, row: WheelEntry, fields: PointFields) -> None:
    with session.no_autoflush:
        row.title = needed(fields.title, "point_title_missing")
        row.month = _checked_month(fields.month)
        row.first_year = _checked_year(fields.first_year)
        row.last_year = _checked_last(fields.last_year, row.first_year)
        if not 1 <= fields.interval_years <= LONGEST_INTERVAL:
            raise UserError(
                "point_interval_unusable", years=fields.interval_years, limit=LONGEST_INTERVAL
            )
        row.interval_years = fields.interval_years
        row.deadline_days = _checked_days(fields.deadline_days)
        row.case_kind = fields.case_kind
        row.template = several_lines(fields.template)
        _must_be_alone(session, row)


def _must_be_alone(session: Session, row: WheelEntry) -> None:
    """The same title in the same month of a year would be the same case twice."""
    with session.no_autoflush:
        own = row.title.casefold()
        body = session.get_one(Body, row.body_id)
        for other in entries_of_body(session, row.body_id):
            if other is row or other.title.casefold() != own:
                continue
            if coincide(as_point(row), as_point(other)):
                raise UserError("point_twice", title=row.title, body=body.short_name)


def _checked_month(month: int) -> int:
    if not 1 <= month <= 12:
        raise UserError("point_month_unknown", month=month)
    return month


def _checked_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError("point_year_unusable", year=str(year))
    return year


def _checked_last(last_year: int | None, first_year: int) -> int | None:
    if last_year is None:
        return None
    if _checked_year(last_year) < first_year:
        raise UserError("point_ends_before_start", last=str(last_year), first=str(first_year))
    return last_year


def _checked_days(days: int | None) -> int | None:
    if days is not None and not 0 <= days <= LONGEST_DEADLINE:
        raise UserError("point_deadline_unusable", days=days, limit=LONGEST_DEADLINE)
    return days
