"""What the documents of a gathering say: programme, report, and who comes (R17); ready to be read.

None of them holds a decision, and nothing exempt was ever put in (R31).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.content import DataTable, Fact, Letterhead, Metadata, NamedList
from app.domain.rich_text import EMPTY, RichText


@dataclass(frozen=True, slots=True)
class Part:
    """A headed part: a table, or words, or both; where there is nothing, words that say so."""

    heading: str
    table: DataTable | None = None
    text: RichText = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What is going to happen, when and where, and how to answer."""

    meta: Metadata
    letterhead: Letterhead
    heading: str
    body: str
    date: str
    facts: tuple[Fact, ...]
    programme: Part
    closing: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringReport:
    """What came of it: who was there, the status of each municipality, what is to be done."""

    meta: Metadata
    letterhead: Letterhead
    heading: str
    body: str
    date: str
    facts: tuple[Fact, ...]
    participants: Part
    others: tuple[NamedList, ...]
    """Those from no municipality, and those who could not come; empty ones are left out."""
    programme: Part
    notes_heading: str
    notes: tuple[Part, ...]
    """What was said at the lines of the programme; empty where nothing was written."""
    status_heading: str
    statuses: tuple[Part, ...]
    """One for each municipality of the day."""
    points: tuple[Part, ...]
    """New tasks, and those that are still open from before."""
    next_host: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeList:
    """Who comes, who does not, and who has not answered."""

    meta: Metadata
    letterhead: Letterhead
    heading: str
    body: str
    date: str
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]


GatheringDocument = Programme | GatheringReport | AttendeeList
