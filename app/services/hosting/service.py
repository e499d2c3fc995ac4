"""The round of hosts: read for the window and the command line, and written as pictures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.content import PictureBook
from app.documents.jobs import Work
from app.domain.errors import UserError
from app.models import Body, Meeting
from app.services.desk import Desk
from app.services.editing.meeting_limits import check_day
from app.services.hosting import words
from app.services.hosting.card import card_of
from app.services.hosting.facts import HostTurnRow, RoundCard, RoundView
from app.services.hosting.paper import pages, whole
from app.services.hosting.reading import read_round
from app.services.pictures.files import picture_format, picture_job
from app.services.pictures.page import metadata
from app.store.queries.council import bodies, body_by_code, the_council

AHEAD = 4
"""Coming turns that are shown where nobody asks for more: two years of two."""
MOST_AHEAD = 60
"""Turns that may be asked for: a whole working life of two a year."""


class HostingService:
    """Reads whose turn it was, is and will be."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def view(
        self, on: date | None = None, *, ahead: int = AHEAD, body: str | None = None
    ) -> RoundView:
        """The round of `body` (the first that is hosted in turns) on `on` (today).

        `UserError` when no body is hosted in turns, when `body` is not, when `ahead` is more than
        can be told, or for a year that nobody means.
        """
        if not 1 <= ahead <= MOST_AHEAD:
            raise UserError("too_many_turns", least=1, most=MOST_AHEAD, count=ahead)
        if on is not None:
            check_day(on)
        with self._desk.reading() as session:
            chosen = body_in_turns(session, body)
            return read_round(session, chosen, on or self._desk.today(session), ahead)

    def has_round(self) -> bool:
        """Whether the council has a body that is hosted in turns."""
        with self._desk.reading() as session:
            return any(body.is_hosted_in_turns for body in bodies(session))

    def turn_of(self, meeting_id: int) -> HostTurnRow | None:
        """The turn of a meeting; None for a meeting that is no turn of a round."""
        with self._desk.reading() as session:
            meeting = session.get(Meeting, meeting_id)
            if meeting is None or not meeting.body.is_hosted_in_turns:
                return None
            found = read_round(session, meeting.body, self._desk.today(session), AHEAD)
            return found.turn(meeting_id)

    def card(self, year: int | None = None) -> RoundCard | None:
        """The round around `year` (the present one) in words; None when there is no round."""
        with self._desk.reading() as session:
            chosen = next((body for body in bodies(session) if body.is_hosted_in_turns), None)
            if chosen is None:
                return None
            today = self._desk.today(session)
            wanted = year or today.year
            ahead = min(max(2 * (wanted + 2 - today.year), AHEAD), MOST_AHEAD)
            view = read_round(session, chosen, today, ahead)
            return card_of(view, wanted, self._desk.window_voice(session))

    def book(self, body: str | None = None) -> PictureBook:
        """The printed picture, in the documents' language."""
        view = self.view(body=body)
        with self._desk.reading() as session:
            voice = self._desk.document_voice(session)
            council = the_council(session)
            meta = metadata(council, words.title(view, voice), view.on, voice)
        return PictureBook(meta=meta, whole=whole(view, voice), pages=pages(view, voice))

    def make(self, out: Path, *, body: str | None = None, overwrite: bool = False) -> Work:
        """Write the picture as the file `out`: SVG and PNG in one piece, PDF on pages.

        `UserError` when the file's ending is none of these.
        """
        picture_format(out)
        job = picture_job(self.book(body), out, overwrite=overwrite)
        return self._desk.renderer.run(job, self._desk.file.blobs)


def body_in_turns(session: Session, code: str | None = None) -> Body:
    """The body that `code` names, or the first that is hosted in turns; `UserError` for none."""
    known = [body for body in bodies(session) if body.is_hosted_in_turns]
    if not known:
        raise UserError("no_round")
    if code is None:
        return known[0]
    chosen = body_by_code(session, code)
    if not chosen.is_hosted_in_turns:
        raise UserError(
            "body_not_in_round", body=chosen.code, known=tuple(body.code for body in known)
        )
    return chosen
