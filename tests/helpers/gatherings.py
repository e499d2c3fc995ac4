"""A gathering of the municipalities' business units, for tests of what is noted of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.documents.content import DataTable, Fact, NamedList
from app.documents.gathering import AttendeeList, GatheringReport, Part, Programme
from app.domain.rich_text import from_plain
from app.services.editing.new_meetings import NewMeeting
from app.services.gatherings.facts import GatheringView, MunicipalityPart, Participant
from app.services.house import House
from tests.helpers.content import letterhead, metadata
from tests.helpers.council import a_member, a_person, the_institution, writing

GATHERING_DAY = date(2026, 12, 7)
SEATED = {"Malvik": "Berit Gjelstad", "Skaun": "Rolf Uthus"}
HOSTILE = "Sak {{ heading }} # ikke overskrift <b>æøå</b> $x$ & «sitat»\n\n- 🎉 \\ `kode`"
LONGEST_NAME = "Kåre " + "Ø" * 195


def a_gathering(house: House, *, host: str | None = "Skaun", on: date = GATHERING_DAY) -> int:
    """Næringsapparatet's meeting in Skaun, with somebody in two of its seats."""
    with writing(house.desk) as work:
        for number, (place, name) in enumerate(SEATED.items()):
            seat = (3, 5)[number]
            a_member(work.session, seat, name, place, title="næringssjef", body="NA")
        mayor = a_person(work.session, "Amina Warsholm", the_institution(work.session, "Malvik"))
        host_id = the_institution(work.session, host).id if host else None
        assert mayor.id
    new = NewMeeting(body="NA", held_on=on, host_id=host_id)
    return house.edit.meetings.create(new).id


def town(view: GatheringView, name: str) -> MunicipalityPart:
    """A municipality's part by its short name."""
    return next(part for part in view.municipalities if part.short_name == name)


def person(view: GatheringView, name: str) -> Participant:
    """A participant by name."""
    return next(one for one in view.participants if one.name == name)


def a_part(heading: str, text: str) -> Part:
    """Words under a heading."""
    return Part(heading, text=from_plain(text))


def a_programme(**changes: Any) -> Programme:
    """A programme of two lines."""
    base = Programme(
        **_frame("Program"),
        facts=(Fact("Sted", "Skaun rådhus"), Fact("Vertskommune", "Skaun kommune")),
        programme=Part(
            "Program",
            DataTable(
                "Program",
                ("Kl.", "Innhold", "Varighet"),
                (("10.00", "Velkommen", "20 min"), ("10.20", "Status", "1 t")),
                (10, 76, 14),
            ),
        ),
        closing=from_plain("Si fra til post@example.org."),
    )
    return replace(base, **changes)


def a_report(**changes: Any) -> GatheringReport:
    """A report with two municipalities, of which one has reported."""
    base = GatheringReport(
        **_frame("Rapport"),
        facts=(Fact("Tidspunkt", "kl. 10.00–13.20"),),
        participants=Part(
            "Deltakere fra kommunene",
            DataTable(
                "Deltakere fra kommunene",
                ("Kommune", "Deltakere"),
                (("Malvik kommune", "Berit Gjelstad, næringssjef"),),
                (35, 65),
            ),
        ),
        others=(NamedList("Forfall", ("Rolf Uthus, Skaun kommune",)),),
        programme=a_programme().programme,
        notes_heading="Fra møtet",
        notes=(a_part("Velkommen", "Ordføreren ønsket velkommen."),),
        status_heading="Status fra kommunene",
        statuses=(
            a_part("Malvik kommune", "Tiltaksplanen er vedtatt."),
            a_part("Skaun kommune", "Ikke meldt inn."),
        ),
        points=(a_part("Oppgaver", "Det ble ikke avtalt nye oppgaver."),),
        next_host=a_part("Neste vertskommune", "Neste møte holdes i Malvik."),
    )
    return replace(base, **changes)


def an_attendee_list(**changes: Any) -> AttendeeList:
    """One who comes and one who has not answered."""
    columns = ("Navn", "Stilling", "Institusjon")
    base = AttendeeList(
        **_frame("Deltakerliste"),
        facts=(Fact("Kommer", "1"),),
        parts=tuple(
            Part(word, DataTable(word, columns, (row,), (35, 33, 32)))
            for word, row in (
                ("Kommer", ("Berit Gjelstad", "næringssjef", "Malvik kommune")),
                ("Har ikke svart", ("Rolf Uthus", "næringssjef", "Skaun kommune")),
            )
        ),
    )
    return replace(base, **changes)


def _frame(heading: str) -> dict[str, Any]:
    return {
        "meta": metadata(title=f"{heading} – Næringsapparatet 7. desember 2026"),
        "letterhead": letterhead(),
        "heading": heading,
        "body": "Møte med næringsapparatet",
        "date": "Mandag 7. desember 2026",
    }
