"""What every editing verb answers, and how one ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from unicodedata import category

from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.rich_text import clean
from app.services.changes import Changes, Kind, changed
from app.services.desk import Desk
from app.store.noted import has_changed_rows
from app.store.unit_of_work import UnitOfWork

NOTHING = Changes(frozenset())
"""What a verb changed that found everything as it should be already."""

LONGEST_LINE = 400
"""Characters that a title or another single line may have."""

_UNSEEN = frozenset({"Cf", "Zs"})
"""Kinds of characters that only part or steer others, such as a space without width."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done:
    """What changed, the edited row's new version, and the log entry that undoes it.

    `id` is the row that was edited or made; `entry` is None when nothing had to be changed.
    `warnings` tell what is odd but stored all the same.
    """

    changes: Changes
    id: int
    version: int
    entry: int | None
    warnings: tuple[Reason, ...] = ()


class Row(Protocol):
    """A row with a key of its own."""

    @property
    def id(self) -> int:
        """Its key."""


class Editor:
    """Verbs at one desk; `origin` is who asks, so that an editor knows its own changes."""

    def __init__(self, desk: Desk, origin: str = "") -> None:
        self._desk = desk
        self._origin = origin

    def _end(
        self,
        work: UnitOfWork,
        verb: str,
        row: Row,
        kind: Kind,
        subject_id: int | None = None,
        *,
        also: Iterable[Kind] = (),
        goes_on: bool = False,
        warnings: Iterable[Reason] = (),
    ) -> Done:
        """Store the verb, of which `row` is the outcome and `subject_id` (or the row) the subject.

        `goes_on` is for what is typed: the same edit again joins its line in the log. A verb that
        changed no row leaves no line.
        """
        work.session.flush()
        subject = row.id if subject_id is None else subject_id
        told: Changes = NOTHING
        if has_changed_rows(work.session):
            work.describe(verb, kind.value, subject, goes_on=goes_on)
            told = changed(kind, subject, also=tuple(also), origin=self._origin)
        entry = work.commit()
        version: int = getattr(row, "version", 1)
        return Done(told, row.id, version, entry, tuple(warnings))


def existing(session: Session, model: type[T], key: int, code: str) -> T:
    """The row with `key`; `UserError` with `code` when there is none, or when it is in the bin."""
    row = session.get(model, key)
    if row is None or getattr(row, "deleted_at", None) is not None:
        raise UserError(code)
    return row


def one_line(text: str) -> str:
    """`text` on one line, without what means nothing to a reader; `UserError` when too long.

    A line in which there is nothing to be seen is empty.
    """
    line = " ".join(clean(text).split())
    if all(category(letter) in _UNSEEN for letter in line):
        return ""
    if len(line) > LONGEST_LINE:
        raise UserError("line_too_long", length=len(line), limit=LONGEST_LINE)
    return line


def needed(text: str, code: str) -> str:
    """`text` on one line; `UserError` with `code` when nothing is left."""
    line = one_line(text)
    if not line:
        raise UserError(code)
    return line


def several_lines(text: str) -> str:
    """`text` with its line breaks, without what means nothing to a reader."""
    return clean(text).strip()
