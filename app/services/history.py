"""What was done, by whom, and taking it back (undo, bin, history)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.models import LogEntry
from app.services.changes import Changes, Kind
from app.services.deed_words import deed_words, plain_change
from app.services.desk import Desk
from app.services.undo_stack import entry_to_redo, entry_to_undo
from app.store.log import undo
from app.store.queries.council import the_council
from app.store.queries.log_lines import LogHead, heads_of, heads_since, latest_heads

MOST_LINES = 500

_KINDS = {
    "council": Kind.COUNCIL,
    "body": Kind.BODY,
    "body_rules": Kind.BODY,
    "body_right": Kind.BODY,
    "brief_section": Kind.BODY,
    "standing_item": Kind.BODY,
    "deadline_rule": Kind.BODY,
    "decision_limit": Kind.COUNCIL,
    "legal_basis": Kind.COUNCIL,
    "wheel_entry": Kind.WHEEL,
    "wheel_turn": Kind.WHEEL,
    "meeting_day": Kind.WHEEL,
    "blocked_period": Kind.WHEEL,
    "institution": Kind.INSTITUTION,
    "person": Kind.PERSON,
    "position": Kind.PERSON,
    "seat": Kind.TERM,
    "seat_title": Kind.TERM,
    "term": Kind.TERM,
    "term_deputy": Kind.TERM,
    "observer": Kind.PERSON,
    "meeting": Kind.MEETING,
    "agenda_item": Kind.MEETING,
    "cases": Kind.CASE,
    "case_text": Kind.CASE,
    "case_strategy": Kind.CASE,
    "financing": Kind.CASE,
    "attachment": Kind.CASE,
    "action_item": Kind.ACTION,
    "plan": Kind.PLAN,
    "target_area": Kind.PLAN,
    "goal": Kind.PLAN,
    "strategy": Kind.PLAN,
}
"""Which kind of thing shows the rows of a table; what is not here is shown with its meeting."""

_SHOWN = frozenset(
    {
        "title",
        "name",
        "officer",
        "place",
        "presenter",
        "start_time",
        "neutral_title",
        "archive_reference",
        "email",
        "phone",
    }
)
"""Columns whose values say something to a reader as they are."""

_SAY_ALL = frozenset({"make_papers"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One deed: when (an instant), who, what, and the reason that was given for it.

    `what` is said as "La ved «Prosjektplan.pdf»", and of an undoing it is what was taken back (or,
    with `is_again`, done again). `before` and `after` are given where one plain value was changed
    that `what` does not tell.
    """

    entry: int
    at: datetime
    who: str
    verb: str
    what: Reason
    reason: str
    subject: str
    subject_id: int | None
    can_undo: bool
    is_undone: bool
    is_undoing: bool
    is_again: bool
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back (or done again), and what to show anew; no ids means all of the kinds."""

    line: HistoryLine
    changes: Changes
    entry: int


class HistoryService:
    """Reads the log and takes deeds back; Ctrl+Z reaches what was done since the file opened."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._opened_at = desk.clock()

    def of(self, kind: Kind, subject_id: int, limit: int = MOST_LINES) -> tuple[HistoryLine, ...]:
        """What was done to one thing, the newest first, at most `limit` lines."""
        with self._desk.reading() as session:
            heads = heads_of(session, kind.value, subject_id, limit)
            return tuple(_line(session, head) for head in heads)

    def latest(self, limit: int = 100) -> tuple[HistoryLine, ...]:
        """The newest deeds in the whole file."""
        with self._desk.reading() as session:
            return tuple(_line(session, head) for head in latest_heads(session, limit))

    def next_undo(self) -> HistoryLine | None:
        """What Ctrl+Z would take back, so that the menu can name it."""
        with self._desk.reading() as session:
            found = entry_to_undo(heads_since(session, self._opened_at))
            return None if found is None else _line(session, found)

    def next_redo(self) -> HistoryLine | None:
        """What Ctrl+Y would do again."""
        with self._desk.reading() as session:
            found = entry_to_redo(heads_since(session, self._opened_at))
            return None if found is None else _line(session, found)

    def undo_last(self, origin: str = "") -> Undone:
        """Take back the last deed; `UserError` when there is none, or when it cannot be."""
        line = self.next_undo()
        if line is None:
            raise UserError("nothing_to_undo")
        return self.undo(line.entry, origin)

    def redo_last(self, origin: str = "") -> Undone:
        """Do again what was last undone; `UserError` when something was done since."""
        line = self.next_redo()
        if line is None:
            raise UserError("nothing_to_redo")
        return self.undo(line.entry, origin)

    def undo(self, entry: int, origin: str = "") -> Undone:
        """Take back one deed of the history; `UserError` when later ones build on it."""
        with self._desk.reading() as session:
            who = the_council(session).officer_name
        made = undo(self._desk.file, entry, who)
        with self._desk.reading() as session:
            row = session.get_one(LogEntry, entry)
            line = _line(session, _head(row, made))
            return Undone(line, Changes(_kinds(row), frozenset(), origin), made)


def _head(row: LogEntry, undone_by: int) -> LogHead:
    return LogHead(
        row.id,
        row.at,
        row.who,
        row.verb,
        row.subject,
        row.subject_id,
        row.is_final,
        row.undoes_id,
        undone_by,
        False,
    )


def _kinds(row: LogEntry) -> frozenset[Kind]:
    told = [*json.loads(row.before), *json.loads(row.after)]
    kinds = {_KINDS.get(one["table"], Kind.MEETING) for one in told}
    if kinds & {Kind.MEETING, Kind.CASE}:
        kinds |= {Kind.MEETING, Kind.CASE}  # an agenda shows its cases, and a case its agenda
    return frozenset(kinds)


def _line(session: Session, head: LogHead) -> HistoryLine:
    deed, times = _deed_of(session, head)
    verb, _, reason = head.verb.partition(": ")
    is_said = verb in _SAY_ALL  # what stands after the verb is in the sentence itself
    before, after = plain_change(session.get_one(LogEntry, head.id), _SHOWN)
    return HistoryLine(
        entry=head.id,
        at=head.at,
        who=head.who,
        verb=verb,
        what=deed_words(session, deed.verb if is_said else deed.verb.partition(": ")[0], deed.id),
        reason="" if is_said else reason,
        subject=head.subject,
        subject_id=head.subject_id,
        can_undo=not (head.is_final or head.is_note) and head.undone_by_id is None,
        is_undone=head.undone_by_id is not None,
        is_undoing=times > 0,
        is_again=times > 0 and times % 2 == 0,
        before=None if times else before,
        after=None if times else after,
    )


def _deed_of(session: Session, head: LogHead) -> tuple[LogHead | LogEntry, int]:
    """The deed that an undoing goes back to, and how many undoings lie between."""
    deed: LogHead | LogEntry = head
    times = 0
    while deed.undoes_id is not None:
        deed = session.get_one(LogEntry, deed.undoes_id)
        times += 1
    return deed, times
