"""What can be asked of the document makers, and what they answer."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.documents.calendar.content import Calendar
from app.documents.content import Minutes, Papers, PictureBook, Workbook
from app.documents.gathering import GatheringDocument
from app.documents.letter import Letter, Record
from app.domain.progress import Progress
from app.domain.reasons import Reason

Written = Papers | Minutes | Letter | GatheringDocument
"""What can be written as a Word file."""


class Format(StrEnum):
    """A way of writing a document."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    SVG = "svg"
    PNG = "png"
    JSON = "json"
    ICS = "ics"


class FileKind(StrEnum):
    """What a made file is."""

    PAPERS = "papers"
    PACKAGE = "package"
    ENCLOSURE = "enclosure"
    MINUTES = "minutes"
    WORKBOOK = "workbook"
    PICTURE = "picture"
    LETTER = "letter"
    RECORD = "record"
    PROGRAMME = "programme"
    ATTENDEES = "attendees"
    CALENDAR = "calendar"


class BlobSource(Protocol):
    """Where the bytes of attachments and pictures are, by SHA-256."""

    def read(self, sha256: str) -> bytes:
        """The bytes; raises `UserError` when the file does not hold them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentJob:
    """Make `content` in `formats` as `folder`/`stem`.<format>; papers as PDF also as a package.

    An existing file is only replaced with `overwrite`; otherwise `UserError`. `template` is the
    user's own Word template, or None for ours.
    """

    content: Written | Workbook | PictureBook | Record | Calendar
    folder: Path
    stem: str
    formats: tuple[Format, ...]
    overwrite: bool = False
    template: bytes | None = None


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was written, whole; `pages` is None where the format has none."""

    path: Path
    kind: FileKind
    audience: str
    format: Format | str
    pages: int | None
    sha256: str


@dataclass(frozen=True, slots=True)
class JobResult:
    """What was made, and what the secretary should know of (never a reason to stop)."""

    files: tuple[MadeFile, ...]
    problems: tuple[Reason, ...] = ()


Work = Generator[Progress, None, JobResult]
"""A long job: yields how far it has come, and returns what was made."""
