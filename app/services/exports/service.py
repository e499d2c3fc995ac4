"""Writing workbooks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

from app.documents.content import Workbook
from app.documents.jobs import DocumentJob, Format, Work
from app.services.calendars.wish import CalendarWish
from app.services.calendars.workbook import calendar_workbook
from app.services.desk import Desk
from app.services.exports.decisions import decisions_workbook
from app.services.exports.roster import roster_workbook
from app.store.queries.council import body_by_code, main_body


class Export(StrEnum):
    """What can be written as a workbook."""

    ROSTER = "roster"
    DECISIONS = "decisions"
    CALENDAR = "calendar"


class ExportService:
    """Makes workbooks of what the file holds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(
        self,
        what: Export,
        *,
        on: date | None = None,
        body: str | None = None,
        year: int | None = None,
    ) -> Workbook:
        """The workbook's content, true on `on` (today); a calendar of `year` (of all years)."""
        with self._desk.reading() as session:
            day = on or self._desk.today(session)
            voice = self._desk.document_voice(session)
            if what is Export.DECISIONS:
                return decisions_workbook(session, day, voice)
            if what is Export.CALENDAR:
                wish = CalendarWish(year=year, bodies=None if body is None else (body,))
                return calendar_workbook(session, wish, day, voice)
            chosen = main_body(session) if body is None else body_by_code(session, body)
            return roster_workbook(session, chosen, day, voice)

    def make(
        self,
        what: Export,
        out: Path,
        *,
        on: date | None = None,
        body: str | None = None,
        year: int | None = None,
        overwrite: bool = False,
    ) -> Work:
        """Write the workbook as the file `out`."""
        job = DocumentJob(
            content=self.content(what, on=on, body=body, year=year),
            folder=out.parent,
            stem=out.stem,
            formats=(Format.XLSX,),
            overwrite=overwrite,
        )
        return self._desk.renderer.run(job, self._desk.file.blobs)
