"""`list` and `level`: what is there, and who decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from app.cli.common import (
    VOICE,
    BodyCode,
    File,
    Json,
    On,
    Today,
    in_words,
    print_json,
    print_table,
    wiring,
)
from app.domain.levels import CaseFacts
from app.services.house import House

Record = dict[str, Any]


class What(StrEnum):
    """What can be listed."""

    BODIES = "bodies"
    MEMBERS = "members"
    OBSERVERS = "observers"
    INSTITUTIONS = "institutions"
    MEETINGS = "meetings"
    CASES = "cases"
    ACTIONS = "actions"


@in_words
def list_(
    context: typer.Context,
    file: File,
    what: Annotated[What, typer.Argument(metavar="HVA", help="Hva som skal listes.")],
    on: On = None,
    body: BodyCode = None,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """List organer, medlemmer, observatører, institusjoner, møter, saker eller oppgaver."""
    with wiring(context).open(file, today=today) as house:
        records = _RECORDS[what](house, on, body)
    if as_json:
        print_json(records)
        return
    columns = _COLUMNS[what]
    print_table(
        [heading for heading, _key in columns],
        [[_cell(record, key) for _heading, key in columns] for record in records],
    )


@in_words
def level(
    context: typer.Context,
    file: File,
    amount: Annotated[
        int | None, typer.Option("--amount", metavar="KRONER", help="Eget beløp i hele kroner.")
    ] = None,
    urgent: Annotated[bool, typer.Option("--urgent", help="Saken haster.")] = False,
    strategic: Annotated[bool, typer.Option("--strategic", help="Strategisk valg.")] = False,
    new_area: Annotated[bool, typer.Option("--new-area", help="Nytt satsingsområde.")] = False,
    controversial: Annotated[bool, typer.Option("--controversial", help="Omstridt sak.")] = False,
    on: On = None,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Si hvem som avgjør en sak, og hvorfor."""
    facts = CaseFacts(
        amount=amount,
        is_urgent=urgent,
        is_strategic=strategic,
        opens_new_area=new_area,
        is_controversial=controversial,
    )
    with wiring(context).open(file, today=today) as house:
        answer = house.levels.level_of(facts, on)
    said = {
        name: [VOICE.say(reason) for reason in getattr(answer.ruling, name)]
        for name in ("reasons", "to_record", "warnings")
    }
    if as_json:
        print_json({"level": answer.ruling.level.value, "body": answer.body, **said})
        return
    for sentences in said.values():
        for sentence in sentences:
            print(sentence)


def _bodies(house: House, on: date | None, body: str | None) -> list[Record]:
    return [
        {
            "code": row.code,
            "name": row.name,
            "level": row.level,
            "from": row.from_on,
            "to": row.to_on,
        }
        for row in house.bodies.all()
    ]


def _members(house: House, on: date | None, body: str | None) -> list[Record]:
    return [
        {
            "seat": row.title,
            "number": row.number,
            "role": row.role,
            "sector": row.sector,
            "kind": row.kind,
            "votes": row.votes,
            "appointed_by": row.appointed_by,
            "institution": row.institution,
            "person": row.person.name if row.person else None,
            "function": row.function if row.person else None,
            "email": row.person.email if row.person else None,
            "from": row.from_on,
            "to": row.to_on,
            "state": row.state,
            "deputies": [{"person": one.name, "email": one.email} for one in row.deputies],
        }
        for row in house.roster.members(on, body)
    ]


def _observers(house: House, on: date | None, body: str | None) -> list[Record]:
    return [
        {"person": row.person.name, "institution": row.institution, "email": row.person.email}
        for row in house.roster.observers(on, body)
    ]


def _institutions(house: House, on: date | None, body: str | None) -> list[Record]:
    return [
        {
            "name": row.name,
            "kind": row.kind,
            "sector": row.sector,
            "from": row.from_on,
            "to": row.to_on,
            "successor": row.successor,
        }
        for row in house.roster.institutions(on)
    ]


def _meetings(house: House, on: date | None, body: str | None) -> list[Record]:
    return [
        {
            "id": row.id,
            "label": row.label,
            "body": row.body,
            "number": row.number,
            "date": row.held_on,
            "start": row.start,
            "end": row.end,
            "place": row.place,
            "host": row.host,
            "status": row.status,
            "items": row.items,
        }
        for row in house.meetings.all(body)
        if on is None or row.held_on == on
    ]


def _cases(house: House, on: date | None, body: str | None) -> list[Record]:
    return [
        {
            "id": row.id,
            "number": row.number,
            "title": row.title,
            "body": row.body,
            "status": row.status,
            "level": row.level,
            "amount": row.amount,
            "exempt": row.is_exempt,
            "meeting": row.meeting,
        }
        for row in house.cases.all(body)
    ]


def _actions(house: House, on: date | None, body: str | None) -> list[Record]:
    return [
        {
            "id": row.id,
            "case": row.case,
            "task": row.task,
            "responsible": row.responsible,
            "due": row.due_on,
            "status": row.status,
        }
        for row in house.cases.actions()
    ]


_RECORDS: dict[What, Callable[[House, date | None, str | None], list[Record]]] = {
    What.BODIES: _bodies,
    What.MEMBERS: _members,
    What.OBSERVERS: _observers,
    What.INSTITUTIONS: _institutions,
    What.MEETINGS: _meetings,
    What.CASES: _cases,
    What.ACTIONS: _actions,
}

_COLUMNS: dict[What, tuple[tuple[str, str], ...]] = {
    What.BODIES: (("Kode", "code"), ("Navn", "name"), ("Nivå", "level")),
    What.MEMBERS: (
        ("Plass", "seat"),
        ("Navn", "person"),
        ("Institusjon", "institution"),
        ("Fra", "from"),
        ("Til og med", "to"),
        ("Status", "seat_state:state"),
    ),
    What.OBSERVERS: (("Navn", "person"), ("Institusjon", "institution"), ("E-post", "email")),
    What.INSTITUTIONS: (
        ("Navn", "name"),
        ("Type", "institution_kind:kind"),
        ("Sektor", "sector:sector"),
        ("Fra", "from"),
        ("Til og med", "to"),
        ("Etterfølger", "successor"),
    ),
    What.MEETINGS: (
        ("Møte", "label"),
        ("Dato", "date"),
        ("Fra", "start"),
        ("Til", "end"),
        ("Sted", "place"),
        ("Vert", "host"),
        ("Status", "meeting_status:status"),
        ("Saker", "items"),
    ),
    What.CASES: (
        ("Sak", "number"),
        ("Tittel", "title"),
        ("Organ", "body"),
        ("Status", "case_status:status"),
        ("Møte", "meeting"),
    ),
    What.ACTIONS: (
        ("Sak", "case"),
        ("Oppgave", "task"),
        ("Ansvarlig", "responsible"),
        ("Frist", "due"),
        ("Status", "action_status:status"),
    ),
}
"""Heading and key of each column; `group:key` is shown by its label."""


def _cell(record: Record, key: str) -> object:
    group, _colon, name = key.rpartition(":")
    value = record[name]
    return VOICE.label(group, value) if group and value is not None else value
