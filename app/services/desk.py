"""The desk that every use case works at: the open file, the clock, and who makes documents."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sqlalchemy.orm import Session

from app.documents.jobs import BlobSource, DocumentJob, Work
from app.documents.tables.content import TableJob, TableWork
from app.i18n.voice import Voice
from app.i18n.wall_clock import on_the_wall
from app.store.council_file import CouncilFile
from app.store.queries.council import the_council
from app.store.unit_of_work import UnitOfWork

Clock = Callable[[], datetime]
"""Gives the present instant, with its zone; injected, so that every run can be repeated."""


class Renderer(Protocol):
    """Makes and reads documents, in this process or in the worker beside the window."""

    def run(self, job: DocumentJob, blobs: BlobSource) -> Work:
        """Do `job`, with the bytes of attachments from `blobs`."""

    def read_table(self, job: TableJob) -> TableWork:
        """Read a table that somebody else made."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One open council file with what its use cases need.

    `asked_today` is a day the user asked to work on; else a demo has its own, else the clock's.
    """

    file: CouncilFile
    clock: Clock
    renderer: Renderer
    asked_today: date | None = None

    def reading(self) -> AbstractContextManager[Session]:
        """A session that only reads."""
        return self.file.reading()

    def writing(self) -> UnitOfWork:
        """A unit of work in the name of the officer at the desk."""
        with self.reading() as session:
            who = the_council(session).officer_name
        return self.file.unit_of_work(who)

    def today(self, session: Session) -> date:
        """The day that the file is worked on, in Norway."""
        if self.asked_today is not None:
            return self.asked_today
        return the_council(session).fixed_today or on_the_wall(self.clock()).date()

    def document_voice(self, session: Session) -> Voice:
        """The language that documents are written in."""
        return Voice.of(the_council(session).document_language)

    def window_voice(self, session: Session) -> Voice:
        """The language that the user reads."""
        return Voice.of(the_council(session).language)
