"""Letters about seats: which there are to write, what they say, and having them made (R9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.documents.files import safe_name
from app.documents.jobs import DocumentJob, Format, Work
from app.documents.letter import Letter
from app.domain.errors import UserError
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.desk import Desk
from app.services.letters.build import (
    appointment_letter,
    request_letter,
    standard_appointment_words,
)
from app.services.letters.drafts import LetterDesk, LetterKind, LetterWish, RequestDraft
from app.services.letters.reading import Appointed, appointed, letter_desk, request_drafts
from app.services.letters.words import request_words
from app.services.several_files import make_all
from app.store.queries.council import the_council

_STEMS = {
    LetterKind.REQUEST: _("Brev om oppnevning – {who}"),
    LetterKind.APPOINTMENT: _("Oppnevningsbrev – {who}"),
}


class LettersService:
    """Builds letters as of a day and has them made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def desk(self, on: date | None = None, *, seat_id: int | None = None) -> LetterDesk:
        """The letters that may be wanted on `on` (today), also to the holder of `seat_id`."""
        with self._desk.reading() as session:
            return letter_desk(session, on or self._desk.today(session), seat_id)

    def standard_words(self, wish: LetterWish, on: date | None = None) -> str:
        """What a letter says where the officer has not written it otherwise."""
        with self._desk.reading() as session:
            day = on or self._desk.today(session)
            council, voice = the_council(session), self._desk.document_voice(session)
            if wish.kind is LetterKind.APPOINTMENT:
                one = _appointed(session, wish, day)
                return standard_appointment_words(session, council, one, day, voice)
            draft = _draft(session, wish, day)
            due = wish.answer_by or draft.answer_by
            return request_words(draft.seats, due, wish.reply_to, voice)

    def content(self, wish: LetterWish, on: date | None = None) -> Letter:
        """What one letter says; `UserError` when its seats are filled by now."""
        with self._desk.reading() as session:
            voice, day = self._desk.document_voice(session), on or self._desk.today(session)
            return _content(session, wish, day, voice)

    def make(
        self,
        wishes: Sequence[LetterWish],
        folder: Path,
        formats: tuple[Format, ...],
        *,
        on: date | None = None,
        overwrite: bool = False,
    ) -> Work:
        """Write the letters into `folder`, a file for each; a file in the way stops all of them."""
        jobs = list(self._jobs(wishes, folder, formats, on, overwrite=overwrite))
        return make_all(self._desk, jobs)

    def _jobs(
        self,
        wishes: Sequence[LetterWish],
        folder: Path,
        formats: tuple[Format, ...],
        on: date | None,
        *,
        overwrite: bool,
    ) -> Iterator[DocumentJob]:
        stems: set[str] = set()
        with self._desk.reading() as session:
            voice, day = self._desk.document_voice(session), on or self._desk.today(session)
            for wish in wishes:
                content = _content(session, wish, day, voice)
                stem = _free(_stem(session, wish, day, voice), stems)
                yield DocumentJob(
                    content=content,
                    folder=folder,
                    stem=stem,
                    formats=formats,
                    overwrite=overwrite,
                )


def _content(session: Session, wish: LetterWish, on: date, voice: Voice) -> Letter:
    council = the_council(session)
    if wish.kind is LetterKind.APPOINTMENT:
        one = _appointed(session, wish, on)
        return appointment_letter(session, council, one, wish, on, voice)
    return request_letter(council, _draft(session, wish, on), wish, on, voice)


def _stem(session: Session, wish: LetterWish, on: date, voice: Voice) -> str:
    if wish.kind is LetterKind.APPOINTMENT:
        one = _appointed(session, wish, on)
        who = one.term.person.name if one.term.person is not None else ""
        stem = voice.fill(_STEMS[wish.kind], who=f"{who}, {one.body.short_name}")
    else:
        stem = voice.fill(_STEMS[wish.kind], who=_draft(session, wish, on).name)
    return f"{stem} {on.isoformat()}"


def _draft(session: Session, wish: LetterWish, on: date) -> RequestDraft:
    found = next((one for one in request_drafts(session, on) if one.key == wish.key), None)
    if found is None:
        raise UserError("letter_not_needed")
    return found


def _appointed(session: Session, wish: LetterWish, on: date) -> Appointed:
    term_id = int(wish.key.removeprefix("term-"))
    found = next(iter(appointed(session, on, term_id)), None)
    if found is None:
        raise UserError("letter_has_nobody")
    return found


def _free(stem: str, taken: set[str]) -> str:
    """`stem`, with a number where another letter of the same job has it already."""
    name, number = stem, 1
    while safe_name(name).casefold() in taken:
        number += 1
        name = f"{stem} ({number})"
    taken.add(safe_name(name).casefold())
    return name
