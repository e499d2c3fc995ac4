"""The year wheel: read for the window, and written as files (R17–R19)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.content import PictureBook
from app.documents.jobs import Work
from app.domain.drawing import A4_LANDSCAPE, Paper
from app.domain.errors import UserError
from app.domain.vocabulary import Audience
from app.services.desk import Desk
from app.services.editing.meeting_limits import FIRST_YEAR, LAST_YEAR
from app.services.pictures.files import picture_format, picture_job
from app.services.pictures.page import metadata
from app.services.wheel import words
from app.services.wheel.facts import WheelFacts, wheel_facts
from app.services.wheel.layout import lay_out
from app.services.wheel.paper import pages, whole
from app.services.year.facts import YearView
from app.services.year.service import year_view
from app.store.queries.council import the_council

_MEASURED_AT = 600.0


class WheelService:
    """Reads and writes; where things stand is for `layout` and `paper`, which ask no file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def facts(self, view: YearView) -> WheelFacts:
        """The rings of a year that was read; words are measured where nobody waits."""
        facts = wheel_facts(view)
        with self._desk.reading() as session:
            voice = self._desk.window_voice(session)
        lay_out(facts, _MEASURED_AT, voice)
        return facts

    def book(
        self, year: int, paper: Paper = A4_LANDSCAPE, *, without: Collection[str] = ()
    ) -> PictureBook:
        """The printed picture, in the documents' language; rings of `without` are left out.

        It tells nothing of an exempt case (R31). `UserError` for a year that nobody means.
        """
        with self._desk.reading() as session:
            voice = self._desk.document_voice(session)
            facts = self._read(session, year).without(without)
            council = the_council(session)
            today = self._desk.today(session)
            meta = metadata(
                council, words.title(facts, voice), today, voice, audience=Audience.PUBLIC
            )
        return PictureBook(
            meta=meta,
            whole=whole(facts, today, voice),
            pages=pages(facts, today, voice, paper),
            paper=paper,
        )

    def make(
        self,
        out: Path,
        year: int,
        paper: Paper = A4_LANDSCAPE,
        *,
        without: Collection[str] = (),
        overwrite: bool = False,
    ) -> Work:
        """Write the picture as the file `out`: SVG and PNG in one piece, PDF on pages.

        `UserError` when the file's ending is none of these, or nobody means the year.
        """
        picture_format(out)
        job = picture_job(self.book(year, paper, without=without), out, overwrite=overwrite)
        return self._desk.renderer.run(job, self._desk.file.blobs)

    def _read(self, session: Session, year: int) -> WheelFacts:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise UserError("wheel_year_unknown", year=str(year), first=FIRST_YEAR, last=LAST_YEAR)
        view = year_view(session, year, self._desk.today(session))
        # A picture hangs on walls and is sent on, whoever it was made for.
        points = tuple(replace(one, title=one.public_title) for one in view.points)
        council = the_council(session)
        return wheel_facts(
            replace(view, points=points), council.name, is_fictitious=council.is_fictitious
        )
