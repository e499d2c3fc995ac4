"""The timeline of a body's seats: read for the window, laid out, and written as files."""

from __future__ import annotations

from pathlib import Path

from app.documents.content import PictureBook
from app.documents.jobs import Work
from app.services.desk import Desk
from app.services.pictures.files import picture_format, picture_job
from app.services.pictures.page import metadata
from app.services.timeline import words
from app.services.timeline.facts import TimelineFacts, timeline_facts
from app.services.timeline.layout import measure_ahead
from app.services.timeline.paper import pages, whole
from app.store.queries.council import body_by_code, main_body, the_council


class TimelineService:
    """Reads and writes; where things stand is for `layout` and `paper`, which ask no file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def facts(self, body: str | None = None) -> TimelineFacts:
        """The seats of `body` (the council itself by default), with proposals as of today."""
        with self._desk.reading() as session:
            chosen = main_body(session) if body is None else body_by_code(session, body)
            facts = timeline_facts(session, chosen, self._desk.today(session))
            voice = self._desk.window_voice(session)
        measure_ahead(facts, voice)
        return facts

    def book(self, body: str | None = None) -> PictureBook:
        """The printed picture, in the documents' language."""
        facts = self.facts(body)
        with self._desk.reading() as session:
            voice = self._desk.document_voice(session)
            council = the_council(session)
            meta = metadata(council, words.title(facts, voice), facts.today, voice)
        return PictureBook(meta=meta, whole=whole(facts, voice), pages=pages(facts, voice))

    def make(self, out: Path, *, body: str | None = None, overwrite: bool = False) -> Work:
        """Write the picture as the file `out`: SVG and PNG in one piece, PDF on pages.

        `UserError` when the file's ending is none of these.
        """
        picture_format(out)
        job = picture_job(self.book(body), out, overwrite=overwrite)
        return self._desk.renderer.run(job, self._desk.file.blobs)
