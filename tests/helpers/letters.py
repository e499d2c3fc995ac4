"""Small factories for letters and for the record of a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.documents.content import DataTable, Fact, NamedList
from app.documents.letter import Letter, Record, RecordPart
from app.domain.rich_text import from_plain
from tests.helpers.content import letterhead, metadata


def a_letter(**changes: Any) -> Letter:
    """A letter to an appointing authority about two seats."""
    base = Letter(
        meta=metadata(title="Oppnevning av medlemmer til Næringsrådet"),
        letterhead=letterhead(),
        recipient=("Melhus kommune", "Kommunestyret"),
        place_and_date="Trondheim, 23. november 2026",
        facts=(Fact("Vår referanse", "2026/118"), Fact("Svarfrist", "18. desember 2026")),
        heading="Oppnevning av medlemmer til Næringsrådet",
        opening=from_plain("Plassene i tabellen blir ledige."),
        table=DataTable(
            "Plassene det gjelder",
            ("Plass", "Organ", "Sitter nå", "Siste dag"),
            (("Kommunedirektør", "Næringsrådet", "Kari Berg\nMelhus kommune", "31.12.2026"),),
            (36, 22, 30, 17),
        ),
        details=(Fact("Vara", "Ola Lie"),),
        words=from_plain("Vi ber om navn.\n\nSvar innen 18. desember 2026."),
        farewell="Med vennlig hilsen",
        name="Svein Buaas",
        title="prosjektleder",
        contact=("svein@example.org",),
        copies=NamedList("Kopi", ("Rådmannsforum",)),
    )
    return replace(base, **changes)


def a_record(**changes: Any) -> Record:
    """What is kept on a person with one position."""
    base = Record(
        meta=metadata(title="Opplysninger om Kari Berg"),
        letterhead=letterhead(),
        heading="Opplysninger om deg",
        body="Kari Berg",
        date="Per 23. november 2026",
        opening=("Dette er alt som Næringsrådet har om deg.",),
        parts=(
            RecordPart("Kontaktopplysninger", (Fact("Navn", "Kari Berg"),)),
            RecordPart(
                "Stillinger",
                table=DataTable("Stillinger", ("Stilling",), (("Kommunedirektør",),), (1,)),
            ),
            RecordPart("Oppgaver", text="Ingenting er ført opp."),
        ),
        data='{"name": "Kari Berg"}\n',
    )
    return replace(base, **changes)
