"""A list goes all the way into the file, as one deed, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.domain.errors import UserError
from app.domain.imports.entries import Outcome
from app.domain.imports.fields import Field, Subject
from app.i18n.voice import Voice
from app.models import Person
from app.services.changes import Kind
from app.services.house import House
from app.tasks.in_process import InProcess
from app.tasks.worker import Worker
from tests.helpers.council import a_council, a_member, writing
from tests.helpers.lists import (
    HEAD,
    TEN_MEMBERS,
    a_file,
    finished,
    outcomes,
    read_in,
    seen,
)

LIST: tuple[Any, ...] = (HEAD, *TEN_MEMBERS)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang", renderer=InProcess()) as desk:
        yield House(desk)


def sitting(house: House) -> dict[int, str | None]:
    return {
        seat.number: seat.person.name if seat.person else None for seat in house.roster.members()
    }


def people(house: House) -> int:
    return len(house.people.all())


def words(preview: Any, row: int) -> str:
    """What is said of a row."""
    found = next(one for one in preview.rows if one.row == row)
    return str(found.why(Voice()))


def test_ten_members_come_in_with_their_days(house: House, tmp_path: Path) -> None:
    path = a_file(tmp_path, LIST)
    preview = seen(house.imports, path)
    assert outcomes(preview) == (10, 0, 0, 0)
    assert people(house) == 0
    stored = finished(house.imports.store(preview))
    assert (stored.new, stored.changed, stored.left_out) == (10, 0, 0)
    assert {Kind.TERM, Kind.PERSON} <= stored.changes.kinds
    rows = house.roster.members()
    assert {row.from_on for row in rows} == {date(2025, 1, 1), date(2026, 1, 1)}
    assert rows[5].to_on == date(2026, 12, 31)
    assert rows[0].function == "Direktør"


@pytest.mark.parametrize("name", ["liste.xlsx", "liste.csv"])
def test_the_same_list_twice_changes_nothing(house: House, tmp_path: Path, name: str) -> None:
    path = a_file(tmp_path, LIST, name)
    read_in(house.imports, path)
    again = seen(house.imports, path)
    assert outcomes(again) == (0, 0, 10, 0)
    assert finished(house.imports.store(again)).entry is None


def test_one_undo_takes_the_whole_list_back(house: House, tmp_path: Path) -> None:
    read_in(house.imports, a_file(tmp_path, LIST))
    line = house.history.next_undo()
    assert line is not None
    assert Voice().say(line.what) == "Leste inn medlemmer"
    house.history.undo_last()
    assert set(sitting(house).values()) == {None}
    assert people(house) == 0
    house.history.redo_last()
    assert sitting(house)[6] == "Siv Li"


def test_a_wrong_row_stops_the_whole_list(house: House, tmp_path: Path) -> None:
    rows = [*LIST]
    rows[6] = (6, "Frosta kommune", "Siv Li", "siv.melhus", None, None, "32.13.2025", None)
    rows[7] = (7, "Skaun", "Jan Bakken", "j@skaun.example", None, None, "01.01.2026", "31.12.2023")
    path = a_file(tmp_path, rows)
    preview = seen(house.imports, path)
    assert outcomes(preview) == (8, 0, 0, 2)
    assert words(preview, 7) == (
        "Kolonnen «E-post»: «siv.melhus» er ikke en e-postadresse. Skriv den slik: "
        "kari.berg@kommunen.no. Kolonnen «Fra»: «32.13.2025» er ikke en dato. Skriv den slik: "
        "01.01.2025."
    )
    assert words(preview, 8) == (
        "Kolonnen «Til og med»: Perioden kan ikke slutte 31. desember 2023 når den begynner "
        "1. januar 2026."
    )
    with pytest.raises(UserError, match="import_rows_wrong"):
        finished(house.imports.store(preview))
    assert people(house) == 0
    stored = finished(house.imports.store(preview, leave_out_wrong=True))
    assert (stored.new, stored.left_out) == (8, 2)
    assert sitting(house)[6] is None


def test_a_list_that_is_closed_on_the_way_stores_nothing(house: House, tmp_path: Path) -> None:
    work = house.imports.store(seen(house.imports, a_file(tmp_path, LIST)))
    next(work)
    next(work)
    work.close()
    assert people(house) == 0
    read_in(house.imports, a_file(tmp_path, LIST))
    assert people(house) == 10


def test_a_file_that_changed_meanwhile_is_looked_at_again(house: House, tmp_path: Path) -> None:
    preview = seen(house.imports, a_file(tmp_path, LIST))
    with writing(house.desk) as work:
        a_member(work.session, 6, "Kari Berg", "Melhus")
    with pytest.raises(UserError, match="import_changed_since"):
        finished(house.imports.store(preview))
    with writing(house.desk) as work:
        work.session.add(Person(name="Uvedkommende"))
    again = seen(house.imports, a_file(tmp_path, [HEAD, *TEN_MEMBERS[:5]], "fem.xlsx"))
    with writing(house.desk) as work:
        work.session.add(Person(name="Enda en"))
    assert finished(house.imports.store(again)).new == 5


def test_terms_change_places_in_one_go(house: House, tmp_path: Path) -> None:
    head = ("Plass", "Institusjon", "Navn", "Fra", "Til og med", "Vara", "Vara e-post")
    one = (6, "Melhus", "Siv Li", "01.01.2025", "31.12.2025", "Ola Lie; Tor Vik", "o@x.no; t@x.no")
    two = (6, "Skaun", "Jan Bakken", "01.01.2026", "31.12.2026", None, None)
    read_in(house.imports, a_file(tmp_path, [head, one, two]))
    later = (6, "Melhus", "Siv Li", "01.01.2025", "30.06.2026", "Tor Vik", None)
    then = (6, "Skaun", "Jan Bakken", "01.07.2026", "31.12.2026", None, None)
    path = a_file(tmp_path, [head, then, later], "byttet.xlsx")
    stored = read_in(house.imports, path)
    assert (stored.new, stored.changed) == (0, 2)
    assert outcomes(seen(house.imports, path)) == (0, 0, 2, 0)
    seat = house.roster.members(date(2026, 6, 30))[5]
    assert (seat.person and seat.person.name, [one.name for one in seat.deputies]) == (
        "Siv Li",
        ["Tor Vik"],
    )
    house.history.undo_last()
    assert sitting(house)[6] == "Jan Bakken"


def test_people_observers_and_institutions_come_in_too(house: House, tmp_path: Path) -> None:
    places = a_file(
        tmp_path,
        [
            ("Navn", "Kortnavn", "Type", "Sektor", "Fra", "Til og med", "Etterfølger"),
            ("Frosta kommune", "Frosta", "kommune", "offentlig", "1.1.2026", "31.12.2029", "Fjord"),
            ("Fjord kommune", "Fjord", "Kommune", None, "1.1.2030", None, None),
            ("Melhus kommune", None, None, None, None, None, None),
        ],
        "institusjoner.xlsx",
    )
    stored = read_in(house.imports, places, Subject.INSTITUTIONS)
    assert (stored.new, Kind.INSTITUTION in stored.changes.kinds) == (2, True)
    frosta = next(one for one in house.people.institutions() if one.short_name == "Frosta")
    assert (frosta.successor, frosta.to_on) == ("Fjord kommune", date(2029, 12, 31))
    assert outcomes(seen(house.imports, places, Subject.INSTITUTIONS)) == (0, 0, 3, 0)
    head = ("Fornavn", "Etternavn", "Mobil", "Virksomhet", "Tittel")
    rows = [head, ("Kari", "Berg", 91122334, "Frosta", "Sjef (konstituert)")]
    path = a_file(tmp_path, rows, "personer.csv")
    read_in(house.imports, path, Subject.PERSONS)
    [kari] = house.people.all()
    assert (kari.name, kari.phone, kari.title) == ("Kari Berg", "91122334", "Sjef")
    assert outcomes(seen(house.imports, path, Subject.PERSONS)) == (0, 0, 1, 0)
    read_in(house.imports, path, Subject.OBSERVERS, body="RR")
    assert [one.person.name for one in house.roster.observers(body="RR")] == ["Kari Berg"]
    assert outcomes(seen(house.imports, path, Subject.OBSERVERS, body="RR")) == (0, 0, 1, 0)
    moved = a_file(tmp_path, [(*head, "Fra"), (*rows[1], "1.1.2026")], "flyttet.csv")
    assert read_in(house.imports, moved, Subject.OBSERVERS, body="RR").changed == 1


def test_our_own_export_reads_back_unchanged(house: House, tmp_path: Path) -> None:
    from app.services.exports.service import Export

    read_in(house.imports, a_file(tmp_path, LIST[:9]))
    out = tmp_path / "eksport.xlsx"
    finished(house.exports.make(Export.ROSTER, out))
    preview = seen(house.imports, out)
    assert (preview.counts[Outcome.NEW], preview.counts[Outcome.WRONG]) == (0, 0)
    assert len(preview.rows) == 10


def test_the_user_corrects_what_a_column_is(house: House, tmp_path: Path) -> None:
    path = a_file(tmp_path, [("Kolonne 1", "Kolonne 2"), ("Kari Berg", "k@x.no")], "liste.csv")
    listing = finished(house.imports.read(path))
    columns = house.imports.columns(listing, Subject.PERSONS)
    assert (columns.match, columns.views[0].samples) == ({}, ("Kari Berg",))
    with pytest.raises(UserError, match="import_columns_missing"):
        finished(house.imports.weigh(listing, Subject.PERSONS))
    match = {Field.NAME: 0, Field.EMAIL: 1}
    preview = finished(house.imports.weigh(listing, Subject.PERSONS, match))
    assert preview.rows[0].who == "Kari Berg"


def test_rows_without_a_first_day_say_when_they_begin(house: House, tmp_path: Path) -> None:
    head, row = HEAD[:3], TEN_MEMBERS[0][:3]
    preview = seen(house.imports, a_file(tmp_path, [head, row]))
    assert preview.begins_on == date(2026, 11, 23)
    assert seen(house.imports, a_file(tmp_path, LIST, "alle.xlsx")).begins_on is None


def test_a_template_is_read_as_it_was_made(house: House, tmp_path: Path) -> None:
    for subject in Subject:
        out = tmp_path / f"{subject}.xlsx"
        finished(house.imports.template(subject, out))
        page: Any = load_workbook(out).active
        headings = [cell.value for cell in page[4]]
        filled: dict[Any, Any] = {
            "Navn": "Frosta",
            "Plass": 4,
            "Slag": "kommune",
            "Institusjon": "SINTEF",
        }
        filled["Fra"] = date(2026, 1, 1)
        for place, heading in enumerate(headings, 1):
            page.cell(5, place, filled.get(heading))
        page.parent.save(out)
        preview = seen(house.imports, out, subject)
        assert [(one.row, one.outcome) for one in preview.rows] == [(5, Outcome.NEW)], subject


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([HEAD], "table_without_rows"),
        ([HEAD, (None, None, None, None, None, None, None, None, "merknad")], "table_without_rows"),
    ],
)
def test_headings_alone_are_told(house: House, tmp_path: Path, rows: Any, code: str) -> None:
    with pytest.raises(UserError, match=code):
        seen(house.imports, a_file(tmp_path, rows))


def test_a_file_that_cannot_be_read_is_told(house: House, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="source_missing"):
        finished(house.imports.read(tmp_path / "finnes-ikke.xlsx"))
    with pytest.raises(UserError, match="source_unreadable"):
        finished(house.imports.read(tmp_path))
    huge = tmp_path / "stor.csv"
    with huge.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(UserError, match="file_too_large"):
        finished(house.imports.read(huge))


def test_cells_that_hold_no_value_are_told(house: House, tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        page = book.active
        page["C2"] = "=UPPER(D2)"
        page["D3"] = "#N/A"
        page["D3"].data_type = "e"
        page.merge_cells("B4:B5")
        page["F6"] = "x" * 401

    path = tmp_path / "celler.xlsx"
    from tests.helpers.lists import xlsx

    path.write_bytes(xlsx(LIST[:7], spoil))
    preview = seen(house.imports, path)
    assert words(preview, 2).startswith("Kolonnen «Navn»: Cellen har en formel uten lagret svar.")
    assert words(preview, 3).startswith("Kolonnen «E-post»: Formelen i cellen gir en feil")
    assert words(preview, 5).startswith("Kolonnen «Institusjon»: Cellen er slått sammen")
    assert words(preview, 6) == "Kolonnen «Stilling»: Teksten er på 401 tegn, og feltet tar 400."


def test_deputies_and_kinds_that_do_not_fit_are_told(house: House, tmp_path: Path) -> None:
    head = ("Plass", "Institusjon", "Navn", "Fra", "Vara", "Vara e-post", "Slag", "Sektor")
    rows = [
        head,
        (1, "NiT", "Marit", "1.1.2025", "Ola og Per", "o@x.no", None, None),
        (2, "NTNU", "Jon", "1.1.2025", None, "feil", None, None),
        (3, "Nye AS", "Kari", "1.1.2025", None, None, "klubb", "frivillig"),
        (4, None, "Per", "1.1.2025", None, None, "klubb", None),
    ]
    preview = seen(house.imports, a_file(tmp_path, rows))
    assert "2 navn og 1 adresse" in words(preview, 2)
    assert "«feil» er ikke en e-postadresse" in words(preview, 3)
    assert "«klubb» er ikke et slag" in words(preview, 4)
    assert "«frivillig» er ikke en sektor" in words(preview, 4)
    assert words(preview, 5) == "Ny person."


def test_the_worker_reads_tables_and_survives_being_stopped(tmp_path: Path) -> None:
    with (
        Worker() as worker,
        a_council(tmp_path / "råd.rundgang", renderer=worker) as desk,
    ):
        imports = House(desk).imports
        path = a_file(tmp_path, LIST)
        reading = imports.read(path)
        next(reading)
        reading.close()
        assert outcomes(seen(imports, path)) == (10, 0, 0, 0)
        broken = tmp_path / "skadet.xlsx"
        broken.write_bytes(path.read_bytes()[:3000])
        with pytest.raises(UserError, match="file_broken"):
            finished(imports.read(broken))
