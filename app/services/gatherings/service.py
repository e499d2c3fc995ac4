"""Gatherings as shown on screen, and their documents (R17, R20)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.content import Workbook
from app.documents.gathering import AttendeeList, GatheringReport, Programme
from app.documents.jobs import DocumentJob, Format, Work
from app.documents.letter import Letter
from app.domain.errors import UserError
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.services.desk import Desk
from app.services.gatherings.address_list import address_workbook
from app.services.gatherings.documents import (
    Gathering,
    attendees,
    load_gathering,
    programme,
    report,
)
from app.services.gatherings.facts import GatheringView, PersonChoice
from app.services.gatherings.host_letter import host_letter
from app.services.gatherings.reading import (
    can_be_reported,
    people_to_ask,
    read_gathering,
    the_gathering,
)
from app.services.numbers import meeting_label, meeting_name
from app.services.papers.audience import Lens
from app.services.several_files import make_all


class Paper(StrEnum):
    """The documents of a gathering."""

    PROGRAMME = "programme"
    REPORT = "report"
    HOST_LETTER = "host_letter"
    ATTENDEES = "attendees"


STEMS = {
    Paper.PROGRAMME: _("Program {label}"),
    Paper.REPORT: _("Rapport {label}"),
    Paper.HOST_LETTER: _("Brev til vertskommunen {label}"),
    Paper.ATTENDEES: _("Deltakerliste {label}"),
}
BOTH = (Format.PDF, Format.DOCX)
PaperContent = Programme | GatheringReport | AttendeeList | Letter


class GatheringService:
    """Reads one gathering and has its documents made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def view(self, meeting_id: int) -> GatheringView:
        """Everything about it; `UserError` when the meeting is gone or decides things."""
        with self._desk.reading() as session:
            meeting = the_gathering(session, meeting_id)
            lens = Lens(Audience.MEMBERS, True, self._desk.window_voice(session))
            return read_gathering(session, meeting, self._desk.today(session), lens)

    def people(self, meeting_id: int) -> tuple[PersonChoice, ...]:
        """Who may be asked to come: everyone with a position that day."""
        with self._desk.reading() as session:
            return people_to_ask(session, the_gathering(session, meeting_id))

    def content(self, meeting_id: int, paper: Paper) -> PaperContent:
        """What a document says; `UserError` for a report before the day of the gathering."""
        with self._desk.reading() as session:
            return _content(self._gathering(session, meeting_id), paper)

    def addresses(self, meeting_id: int) -> Workbook:
        """Those who come and those who may, to write to."""
        with self._desk.reading() as session:
            return address_workbook(self._gathering(session, meeting_id))

    def make(
        self,
        meeting_id: int,
        paper: Paper,
        folder: Path,
        formats: tuple[Format, ...] = BOTH,
        *,
        overwrite: bool = False,
    ) -> Work:
        """Write a document into `folder`; beside the attendees comes a workbook of addresses."""
        with self._desk.reading() as session:
            one = self._gathering(session, meeting_id)
            contents: list[tuple[PaperContent | Workbook, tuple[Format, ...]]]
            contents = [(_content(one, paper), formats)]
            if paper is Paper.ATTENDEES:
                contents.append((address_workbook(one), (Format.XLSX,)))
            stem = one.voice.fill(STEMS[paper], label=meeting_label(one.meeting))
        jobs = [
            DocumentJob(
                content=content, folder=folder, stem=stem, formats=wanted, overwrite=overwrite
            )
            for content, wanted in contents
        ]
        return make_all(self._desk, jobs)

    def _gathering(self, session: Session, meeting_id: int) -> Gathering:
        meeting = the_gathering(session, meeting_id)
        voice, today = self._desk.document_voice(session), self._desk.today(session)
        return load_gathering(session, meeting, voice, today)


def _content(one: Gathering, paper: Paper) -> PaperContent:
    if paper is Paper.REPORT and not can_be_reported(one.meeting, one.today):
        raise UserError("gathering_not_held", meeting=meeting_name(one.meeting))
    return _MAKERS[paper](one)


_MAKERS: dict[Paper, Callable[[Gathering], PaperContent]] = {
    Paper.PROGRAMME: programme,
    Paper.REPORT: report,
    Paper.HOST_LETTER: host_letter,
    Paper.ATTENDEES: attendees,
}
