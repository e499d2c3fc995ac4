"""What a document says: values that Word, PDF, preview and public version all render.

Everything here is ready to be read: every date, amount, label and sentence is already text in
the document's language, and what the audience may not see was never put in (R31). A renderer
decides how things look, never what is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.drawing import A4_LANDSCAPE, Drawing, Paper
from app.domain.rich_text import EMPTY, RichText
from app.domain.vocabulary import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file's own properties say; `language` is a tag such as `nb-NO`."""

    title: str
    subject: str
    author: str
    language: str
    dated_on: date
    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Top of the first page and the running header and footer."""

    organisation: str
    unit: str
    contact: str
    running_title: str
    page_of: str
    """Pattern with `{page}` and `{pages}`, such as "Side {page} av {pages}"."""
    marking: str = ""
    """Such as "Offentlig versjon", "Utkast" or "Eksempel – oppdiktede data"; empty for none."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value, such as "Sted" and "Skaun rådhus"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class NamedList:
    """A label and the names under it, such as those called."""

    label: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table with its heading; rows are as long as `columns`. `shares` are relative widths."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One line of the agenda; `anchor` names the place it links to, or is empty."""

    number: str
    title: str
    kind: str
    time: str
    anchor: str = ""
    is_heading: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The agenda's table; `columns` are nr, sak, type, tid and (for PDF) side."""

    heading: str
    columns: tuple[str, str, str, str, str]
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentContent:
    """One attachment under its number, which is the same in every version (R31).

    A withheld one has its number and the reason in `withheld`; then `title` is neutral,
    `sha256`, `file_name` and `media_type` are empty and `size` is 0.
    """

    number: int
    label: str
    title: str
    anchor: str
    stamp: str
    """Such as "Vedlegg 3 til sak NR 21/26"; the page is added as `page_of` says."""
    file_name: str = ""
    media_type: str = ""
    sha256: str = ""
    size: int = 0
    note: str = ""
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part of a brief; `key` is the profile's name for it."""

    key: str
    heading: str
    body: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContent:
    """A case's brief (R29); a withheld one has number, neutral title and legal basis alone."""

    anchor: str
    number: str
    title: str
    kind: str
    facts: tuple[Fact, ...] = ()
    marking: str = ""
    """Such as "Unntatt offentlighet, jf. offentleglova § 23 første ledd"."""
    sections: tuple[Section, ...] = ()
    attachments_heading: str = ""
    attachments: tuple[AttachmentContent, ...] = ()
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Place and date, and who calls the meeting."""

    place_and_date: str
    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageWords:
    """Words that only the combined package needs.

    Patterns: `stamp_page` takes `{page}` and `{pages}`, `enclosed` takes `{file}`. `problems`
    maps each of `documents.attachments.problems.CODES` to its sentence for the notice page.
    """

    contents: str
    attachments: str
    stamp_page: str
    enclosed: str
    problems: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Notice, agenda, briefs and attachments of one meeting for one audience (R29–R31)."""

    meta: Metadata
    letterhead: Letterhead
    heading: str
    body: str
    date: str
    facts: tuple[Fact, ...]
    called: NamedList
    copied: NamedList
    apologies: str
    agenda: Agenda
    cases: tuple[CaseContent, ...]
    closing: Closing
    package: PackageWords

    @property
    def attachments(self) -> tuple[AttachmentContent, ...]:
        """Every attachment in the order of its number."""
        found = (attachment for case in self.cases for attachment in case.attachments)
        return tuple(sorted(found, key=lambda attachment: attachment.number))


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """One item of the minutes: what was said, how it was voted, what was decided (R40)."""

    anchor: str
    number: str
    title: str
    kind: str
    notes: tuple[str, ...] = ()
    """Sentences on who presided, who was disqualified, who came or left."""
    proposal_heading: str = ""
    proposal: RichText = EMPTY
    deliberation_heading: str = ""
    deliberation: RichText = EMPTY
    voting_heading: str = ""
    voting: tuple[str, ...] = ()
    ballots: DataTable | None = None
    decision_heading: str = ""
    decision: RichText = EMPTY


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes of one meeting (R40)."""

    meta: Metadata
    letterhead: Letterhead
    heading: str
    body: str
    date: str
    status: str
    """Such as "Protokollen er ikke godkjent" or when and how it was approved."""
    facts: tuple[Fact, ...]
    present: DataTable
    others: tuple[NamedList, ...]
    """Apologies, absent, vacant seats, administration, observers; empty ones are left out."""
    participation_heading: str
    participation: tuple[str, ...]
    cases: DataTable
    items: tuple[MinutesItem, ...]
    signatures_heading: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: a table with real dates and whole numbers.

    `kinds` tells each column's kind: "text", "date", "integer", "decimal", "kroner".
    """

    title: str
    heading: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str | int | float | date | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """An Excel workbook; `note` stands under each heading (such as the date it is true for)."""

    meta: Metadata
    note: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBook:
    """A picture in one piece for a screen, and on pages of the paper that it is drawn for."""

    meta: Metadata
    whole: Drawing
    pages: tuple[Drawing, ...]
    paper: Paper = A4_LANDSCAPE
