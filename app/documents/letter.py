"""What a letter says, and what a record of a person says; both are ready to be read."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.content import DataTable, Fact, Letterhead, Metadata, NamedList
from app.domain.rich_text import EMPTY, RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter on A4: to whom, from where and when, about what, and who signs (R9)."""

    meta: Metadata
    letterhead: Letterhead
    recipient: tuple[str, ...]
    place_and_date: str
    facts: tuple[Fact, ...]
    """Reference, officer and the day an answer is due."""
    heading: str
    opening: RichText
    table: DataTable | None = None
    details: tuple[Fact, ...] = ()
    words: RichText = EMPTY
    """The officer's own words, or the standard ones."""
    farewell: str
    name: str
    title: str
    contact: tuple[str, ...]
    copies: NamedList


@dataclass(frozen=True, slots=True)
class RecordPart:
    """One headed part of a record: labelled facts, a table, or a sentence that there is nothing."""

    heading: str
    facts: tuple[Fact, ...] = ()
    table: DataTable | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything that is kept on one person, for people to read and as `data` in JSON (R52)."""

    meta: Metadata
    letterhead: Letterhead
    heading: str
    body: str
    date: str
    opening: tuple[str, ...]
    parts: tuple[RecordPart, ...]
    data: str
