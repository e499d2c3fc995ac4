"""Erasing a person for good: what stands in the way, what would go, and what stays (R52)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.vocabulary import MeetingStatus, StandingKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Observer, Person, Term, TermDeputy
from app.services.changes import Changes, Kind
from app.services.desk import Clock, Desk
from app.services.numbers import meeting_label
from app.store.connection import raw_of
from app.store.council_file import CouncilFile
from app.store.erasure import (
    Erased,
    KnownErasure,
    erase,
    erasures_of,
    note_erasures,
    still_there,
    sweep,
)
from app.store.opening import version_of
from app.store.queries import person_life as read
from app.store.queries.council import the_council
from app.store.queries.erased import was_erased
from app.store.schema import VERSION
from app.store.unit_of_work import UnitOfWork, expect_version

STAND_IN = _("Slettet person")
"""What stands in place of the name wherever the row must stay."""

_OVER = (MeetingStatus.APPROVED, MeetingStatus.CANCELLED)
_UNDER_WAY = (
    MeetingStatus.PLANNED,
    MeetingStatus.NOTIFIED,
    MeetingStatus.CALLED,
    MeetingStatus.ONGOING,
)
_ISSUED = frozenset({"minutes_version", "approval", "reopening"})
_SENT = frozenset({"agenda_version"})
_ALL = frozenset({Kind.PERSON, Kind.TERM, Kind.MEETING, Kind.CASE, Kind.ACTION})


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """What erasing a person would do; with `blocked` it cannot be done yet.

    `goes` and `stays` are sentences' reasons, in the order to be read.
    """

    person_id: int
    version: int
    name: str
    blocked: tuple[Reason, ...]
    goes: tuple[Reason, ...]
    stays: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PersonErased:
    """That it is done; without `is_swept` the last traces go when the file is closed."""

    changes: Changes
    stays: tuple[Reason, ...]
    is_swept: bool


def plan_erasure(desk: Desk, person_id: int) -> ErasurePlan:
    """Try it without keeping anything, and tell what was found."""
    with desk.writing() as work:
        person = _person(work.session, person_id)
        name, version = person.name, person.version
        blocked = tuple(_in_the_way(work.session, person, desk.today(work.session)))
        made = Erased() if blocked else _erase(work, person, desk.document_voice(work.session))
    goes, stays = tuple(_goes(made)), tuple(_stays(made))
    return ErasurePlan(person_id, version, name, blocked, goes, stays)


def erase_person(desk: Desk, person_id: int, expected_version: int, origin: str) -> PersonErased:
    """Erase the person; `UserError` names the first thing in the way."""
    with desk.writing() as work:
        person = _person(work.session, person_id)
        expect_version(person, expected_version)
        for reason in _in_the_way(work.session, person, desk.today(work.session)):
            raise UserError(reason.code, **reason.params)
        made = _erase(work, person, desk.document_voice(work.session))
        work.commit()
    changes = Changes(_ALL, frozenset(), origin)
    return PersonErased(changes, tuple(_stays(made)), _swept(desk.file))


def erase_again(made: Path, known: tuple[KnownErasure, ...], clock: Clock) -> int:
    """Take those who were erased out of an older copy before it becomes the file; how many."""
    if not known:
        return 0
    if version_of(made, None) < VERSION:
        # Alembic takes most of a second to load, and is needed only here.
        from app.store.migrate import migrate

        migrate(made, None)
    with CouncilFile.open(made, clock=clock) as file:
        with file.raw() as raw:
            found = still_there(raw, known)
        with file.reading() as session:
            voice = Voice.of(the_council(session).document_language)
        for one in found:
            with file.unit_of_work() as work:
                _erase(work, work.session.get_one(Person, one.person_id), voice)
                work.commit()
        with file.unit_of_work() as work:
            work.describe("note_erasures", "person", final=True, capture=False)
            note_erasures(raw_of(work.session.connection()), known)
            work.commit()
        if found:
            sweep(file)
    return len(found)


def known_erasures(path: Path) -> tuple[KnownErasure, ...]:
    """Who was erased from the file at `path`; none where there is no file, or none to be read."""
    return erasures_of(path) if path.exists() else ()


def _person(session: Session, person_id: int) -> Person:
    """The person, also one in the bin; `UserError` when they were erased before."""
    person = session.scalar(select(Person).where(Person.id == person_id, ~was_erased()))
    if person is None:
        raise UserError("person_gone")
    return person


def _erase(work: UnitOfWork, person: Person, voice: Voice) -> Erased:
    work.describe("erase_person", Kind.PERSON.value, person.id, final=True, capture=False)
    return erase(work, person.id, voice.word(STAND_IN))


def _swept(file: CouncilFile) -> bool:
    """The person is gone already; that the freed pages could not be emptied is only told."""
    try:
        return sweep(file)
    except UserError:
        return False


def _in_the_way(session: Session, person: Person, today: date) -> Iterable[Reason]:
    if _sits(session, person.id, today):
        yield Reason("erase_sits_now", name=person.name)
    council = the_council(session)
    is_officer = person.email and person.email.casefold() == council.officer_email.casefold()
    if person.name.casefold() == council.officer_name.casefold() or is_officer:
        yield Reason("erase_is_officer", name=person.name)
    open_meetings = tuple(_open_meetings(session, person.id))
    if open_meetings:
        yield Reason("erase_in_open_meeting", name=person.name, meetings=open_meetings)


def _sits(session: Session, person_id: int, today: date) -> bool:
    """Whether the person has a place today or later."""
    runs = or_(Term.end_on.is_(None), Term.end_on > today)
    follows = or_(Observer.valid_to.is_(None), Observer.valid_to > today)
    return any(
        session.scalar(query.limit(1)) is not None
        for query in (
            select(Term.id).where(Term.person_id == person_id, runs),
            select(TermDeputy.id)
            .join(Term, TermDeputy.term_id == Term.id)
            .where(TermDeputy.person_id == person_id, runs),
            select(Observer.id).where(Observer.person_id == person_id, follows),
        )
    )


def _open_meetings(session: Session, person_id: int) -> Iterable[str]:
    """Those whose minutes are still to be approved, or that are not over where none ever are."""
    for _line, meeting in read.attended(session, person_id):
        if meeting.status in _OVER:
            continue
        items = meeting.body.standing_items
        is_approved_ever = any(item.kind is StandingKind.APPROVE_MINUTES for item in items)
        if is_approved_ever or meeting.status in _UNDER_WAY:
            yield meeting_label(meeting)


def _goes(made: Erased) -> Iterable[Reason]:
    yield Reason("erase_takes_contact")
    for table, code in (
        ("position", "erase_takes_positions"),
        ("term_deputy", "erase_takes_deputies"),
        ("observer", "erase_takes_observers"),
        ("attendance", "erase_takes_reasons"),
        ("action_item", "erase_takes_tasks"),
        ("draft", "erase_takes_drafts"),
    ):
        if made.rows.get(table):
            yield Reason(code, n=made.rows[table])
    if texts := sum(made.texts.values()):
        yield Reason("erase_takes_texts", n=texts)
    if made.log_lines:
        yield Reason("erase_takes_log", n=made.log_lines)


def _stays(made: Erased) -> Iterable[Reason]:
    issued = sum(n for table, n in made.locked.items() if table in _ISSUED)
    sent = sum(n for table, n in made.locked.items() if table in _SENT)
    records = sum(n for table, n in made.locked.items() if table not in _ISSUED | _SENT)
    if issued or records:
        yield Reason("erase_leaves_minutes", n=issued)
    if sent:
        yield Reason("erase_leaves_papers", n=sent)
    yield Reason("erase_leaves_files")
    yield Reason("erase_leaves_copies")
