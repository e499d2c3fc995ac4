"""Who to write to: the addresses of a body's members, deputies, observers, or all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.content import Sheet, Workbook
from app.documents.jobs import DocumentJob, Format, Work
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Body, Person
from app.services.desk import Desk
from app.services.exports.roster import marked, workbook_metadata
from app.services.mailboxes import mailboxes
from app.services.roster import seat_rows
from app.store.queries.council import body_by_code, main_body, the_council
from app.store.queries.roster import observers_on


class AddressGroup(StrEnum):
    """Whom an address list is of."""

    ALL = "all"
    MEMBERS = "members"
    DEPUTIES = "deputies"
    OBSERVERS = "observers"


@dataclass(frozen=True, slots=True)
class Address:
    """One person, once however many places they have; `role` says which."""

    person_id: int
    name: str
    email: str
    phone: str
    institution: str
    role: str


@dataclass(frozen=True, slots=True)
class AddressList:
    """The addresses of a group of a body on a day, members first."""

    on: date
    body_code: str
    body_name: str
    group: AddressGroup
    rows: tuple[Address, ...]

    @property
    def without_email(self) -> tuple[str, ...]:
        """The names of those who cannot be written to."""
        return tuple(row.name for row in self.rows if not row.email)

    @property
    def line(self) -> str:
        """`Kari Berg <kari.berg@…>; …`, as Outlook's address field takes it."""
        return mailboxes((row.name, row.email) for row in self.rows)


class AddressService:
    """Reads address lists and writes them as workbooks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(
        self, group: AddressGroup, on: date | None = None, body: str | None = None
    ) -> AddressList:
        """The group of `body` (the council itself) on `on` (today)."""
        with self._desk.reading() as session:
            voice = self._desk.document_voice(session)
            chosen = main_body(session) if body is None else body_by_code(session, body)
            return _list(session, chosen, group, on or self._desk.today(session), voice)

    def make(
        self,
        group: AddressGroup,
        out: Path,
        *,
        on: date | None = None,
        body: str | None = None,
        overwrite: bool = False,
    ) -> Work:
        """Write the list as the workbook `out`."""
        found = self.list(group, on, body)
        with self._desk.reading() as session:
            content = _workbook(session, found, self._desk.document_voice(session))
        job = DocumentJob(
            content=content,
            folder=out.parent,
            stem=out.stem,
            formats=(Format.XLSX,),
            overwrite=overwrite,
        )
        return self._desk.renderer.run(job, self._desk.file.blobs)


def _list(session: Session, body: Body, group: AddressGroup, on: date, voice: Voice) -> AddressList:
    found: dict[int, tuple[str, list[str]]] = {}
    for person, institution, role in _places(session, body, group, on, voice):
        _place, roles = found.setdefault(person, (institution, []))
        if role not in roles:
            roles.append(role)
    people = {
        row.id: row for row in session.scalars(select(Person).where(Person.id.in_(found))).all()
    }
    rows = tuple(
        Address(
            key,
            people[key].name,
            people[key].email,
            people[key].phone,
            institution,
            "; ".join(roles),
        )
        for key, (institution, roles) in found.items()
    )
    return AddressList(on, body.code, body.short_name, group, rows)


def _places(
    session: Session, body: Body, group: AddressGroup, on: date, voice: Voice
) -> Iterable[tuple[int, str, str]]:
    """Everyone of the group with their institution and role: members, deputies, observers."""
    seats = seat_rows(session, body, on)
    if group in (AddressGroup.ALL, AddressGroup.MEMBERS):
        for seat in seats:
            if seat.person is not None:
                yield seat.person.id, seat.institution or "", seat.title
    if group in (AddressGroup.ALL, AddressGroup.DEPUTIES):
        for seat in seats:
            for deputy in seat.deputies:
                role = voice.fill(_("Vara for {title}"), title=seat.title)
                yield deputy.id, seat.institution or "", role
    if group in (AddressGroup.ALL, AddressGroup.OBSERVERS):
        for row in observers_on(session, body.id, on):
            yield row.person_id, row.institution.name, voice.word(_("Observatør"))


def _workbook(session: Session, found: AddressList, voice: Voice) -> Workbook:
    council = the_council(session)
    title = voice.fill(_("Adresseliste for {body}"), body=found.body_name)
    return Workbook(
        meta=workbook_metadata(council, title, found.on, voice),
        note=marked(voice.fill(_("Per {on:dato}"), on=found.on), council, voice),
        sheets=(
            Sheet(
                title=voice.word(_("Adresseliste")),
                heading=title,
                columns=(
                    voice.word(_("Navn")),
                    voice.word(_("E-post")),
                    voice.word(_("Telefon")),
                    voice.word(_("Institusjon")),
                    voice.word(_("Plass")),
                ),
                kinds=("text",) * 5,
                widths=(28, 40, 18, 34, 46),
                rows=tuple(
                    (row.name, row.email or None, row.phone or None, row.institution, row.role)
                    for row in found.rows
                ),
            ),
        ),
    )
