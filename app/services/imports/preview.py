"""What a list would do, row by row, before anything is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.imports.deciding import Decision
from app.domain.imports.entries import Entry, Outcome, Verdict
from app.domain.imports.fields import Field, Subject
from app.domain.imports.known import Known
from app.domain.reasons import Reason
from app.i18n.voice import Voice
from app.services.imports.listing import Columns


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the list: what it would do, whom it is about, and everything there is to say."""

    row: int
    outcome: Outcome
    who: str
    where: str
    told: tuple[Reason, ...]
    troubles: tuple[tuple[str | None, Reason], ...]
    """What is wrong, each with the heading of its column where it stands in one."""

    def why(self, voice: Voice) -> str:
        """Everything about the row in words."""
        said = [voice.say(reason) for reason in self.told]
        for column, reason in self.troubles:
            why = voice.say(reason)
            if column:
                why = voice.say(Reason("import_in_column", column=column, why=why))
            said.append(why)
        return " ".join(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The whole list; `begins_on` is the first day of new rows that give none themselves."""

    file: str
    subject: Subject
    body: str
    body_name: str
    rows: tuple[PreviewRow, ...]
    counts: Mapping[Outcome, int]
    begins_on: date | None
    entries: tuple[Entry, ...] = field(repr=False)
    known: Known = field(repr=False)
    decision: Decision = field(repr=False)

    @property
    def wrong(self) -> tuple[PreviewRow, ...]:
        """The rows that cannot be stored."""
        return tuple(row for row in self.rows if row.outcome is Outcome.WRONG)

    @property
    def to_store(self) -> int:
        """How many rows would change the file."""
        return self.counts[Outcome.NEW] + self.counts[Outcome.CHANGED]


def shown(verdict: Verdict, columns: Columns) -> PreviewRow:
    """A verdict with the headings that the user knows."""
    return PreviewRow(
        row=verdict.row,
        outcome=verdict.outcome,
        who=verdict.who,
        where=verdict.where,
        told=verdict.told,
        troubles=tuple((_heading(one.field, columns), one.reason) for one in verdict.troubles),
    )


def _heading(of: Field | None, columns: Columns) -> str | None:
    found = columns.heading(of)
    if found is None and of is Field.NAME:  # the name stands in two columns
        found = columns.heading(Field.LAST_NAME)
    return found
