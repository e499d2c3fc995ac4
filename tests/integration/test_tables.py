"""Tables from outside: every honest way of writing one is read, and the rest is told in words."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook

from app.documents.tables.bounds import MAX_CELLS, Bounds
from app.documents.tables.content import Odd, TableContent, TableJob
from app.documents.tables.reading import read_table
from app.documents.tables.text import sniffed
from app.domain.errors import UserError
from app.i18n.sentences import sentence
from tests.helpers.hostile import a_zip
from tests.helpers.lists import Rows, finished, text, xlsx
from tests.prove.prove_tables import bombs_as_lists, damaged_lists

PEOPLE: Rows = (("Navn", "E-post"), ("Øyvind Sæther", "oy@x.example"), ("Åse Bø", None))


def read(data: bytes, file: str = "liste.xlsx", sheet: str | None = None) -> TableContent:
    return finished(read_table(TableJob(file, data, sheet)))


def cells(content: TableContent) -> list[tuple[Any, ...]]:
    return [row.cells for row in content.rows]


def refusal(data: bytes, **more: Any) -> str:
    """The code of why a file is not read, which has its words."""
    with pytest.raises(UserError) as refused:
        read(data, **more)
    assert "liste" in sentence(refused.value.code, refused.value.params)
    return refused.value.code


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A workbook with one of its parts written over."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    return a_zip(parts)


def test_a_workbook_gives_its_stored_values_by_row() -> None:
    rows = (
        ("Navn", "Fra", "Nr", "Del", "Ja", "Kl", None),
        (),
        ("Kari", datetime(2025, 1, 1, 12), 6.0, 1.5, True, time(9, 30), "  "),
    )
    content = read(xlsx(rows))
    assert [row.number for row in content.rows] == [1, 3]
    assert cells(content)[1] == ("Kari", date(2025, 1, 1), 6, 1.5, True, "09:30:00")
    assert (content.sheet, content.sheets) == ("Sheet", ("Sheet",))


def test_the_first_sheet_with_content_is_read_or_the_one_that_is_wanted() -> None:
    def more(book: Workbook) -> None:
        for title, value in (("To", "to"), ("Tre", "tre")):
            book.create_sheet(title).append([value])

    data = xlsx((), more)
    assert (read(data).sheet, cells(read(data))) == ("To", [("to",)])
    assert cells(read(data, sheet="Tre")) == [("tre",)]
    assert refusal(data, sheet="Fire") == "table_sheet_unknown"
    assert refusal(data, sheet="Sheet") == "table_empty"


def test_a_formula_counts_by_its_stored_result() -> None:
    data = xlsx((("Navn",), ("=UPPER(A1)",), ("=UPPER(A2)",)))

    def calculate(xml: str) -> str:
        return re.sub(
            r'<c r="A2"><f>(.*?)</f><v ?/?>(</v>)?</c>',
            r'<c r="A2" t="str"><f>\1</f><v>NAVN</v></c>',
            xml,
        )

    with_result = changed(data, "xl/worksheets/sheet1.xml", calculate)
    assert cells(read(with_result)) == [("Navn",), ("NAVN",), (Odd.NO_RESULT,)]


def test_an_error_of_excel_is_no_value() -> None:
    def broken(book: Workbook) -> None:
        page: Any = book.active
        page["A2"] = "#REF!"
        page["A2"].data_type = "e"

    assert cells(read(xlsx((("Navn",),), broken)))[1] == (Odd.EXCEL_ERROR,)


def test_merged_cells_are_marked_where_another_has_their_value() -> None:
    def merge(book: Workbook) -> None:
        page: Any = book.active
        for area in ("A1:C1", "A3:A4", "B4:C4"):
            page.merge_cells(area)

    rows = (("Tittel",), ("A", "B", "C"), ("x", "y", "z"), (None, "v", "w"), ("q", "r", "s"))
    assert cells(read(xlsx(rows, merge)))[2:] == [
        ("x", "y", "z"),
        (Odd.MERGED, "v"),
        ("q", "r", "s"),
    ]


def test_a_merged_cell_at_the_end_of_a_row_is_marked_too() -> None:
    def merge(book: Workbook) -> None:
        page: Any = book.active
        page.merge_cells("C2:C3")

    rows = (("A", "B", "C"), ("x", "y", "z"), ("x", "y", None))
    assert cells(read(xlsx(rows, merge)))[2] == ("x", "y", Odd.MERGED)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (xlsx(()), "table_empty"),
        (xlsx((("  ", None),)), "table_empty"),
        (xlsx((("Navn",), *[("x",)] * 20_001)), "table_too_long"),
        (xlsx((tuple(f"K{n}" for n in range(101)),)), "table_too_wide"),
        (xlsx((tuple(f"K{n}" for n in range(16_000)),)), "table_too_wide"),
        (b"PK\x03\x04 ikke en arbeidsbok", "file_broken"),
        (a_zip({"hei.txt": b"hei"}), "table_broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "table_old_or_locked"),
        (a_zip({"xl/bombe.xml": b"0" * 20_000_000}), "file_unsafe"),
        (a_zip({"xl/a.xml": b"<!DOCTYPE x><x/>"}), "file_unsafe"),
        (b"\x00\x01\x02" * 40, "table_is_no_text"),
        (b"\x81\x8d\x9d", "table_is_no_text"),
        (b"", "table_empty"),
        (b"\n;;\n  ;\n", "table_empty"),
        (b'a;"' + b"x" * 200_000, "table_broken"),
        (b"\xff\xfea", "table_is_no_text"),
    ],
    # A workbook holds the time it was made, so its size may differ between two processes.
    ids=lambda value: value if isinstance(value, str) else value[:2].hex(),
)
def test_what_is_no_list_is_told_in_words(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_row_far_below_the_others_is_told() -> None:
    def move(xml: str) -> str:
        return re.sub(r'"2"', '"900000"', xml).replace("A2", "A900000")

    data = xlsx((("Navn",), ("Kari",)))
    assert refusal(changed(data, "xl/worksheets/sheet1.xml", move)) == "table_too_long"


def test_a_sheet_of_formatted_cells_is_told() -> None:
    bounds = Bounds("liste.xlsx")
    bounds.take(MAX_CELLS)
    with pytest.raises(UserError, match="table_too_many_cells"):
        bounds.take(1)


def test_too_many_merged_areas_are_told() -> None:
    def merge(book: Workbook) -> None:
        page: Any = book.active
        for row in range(1, 1_003):
            page.merge_cells(start_row=row, end_row=row, start_column=5, end_column=6)

    assert refusal(xlsx((("Navn",),), merge)) == "table_merged"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_as_norwegian_excel_writes_it(separator: str, encoding: str) -> None:
    content = read(text(PEOPLE, separator, encoding), "liste.csv")
    assert cells(content) == [
        ("Navn", "E-post"),
        ("Øyvind Sæther", "oy@x.example"),
        ("Åse Bø",),
    ]
    assert content.sheets == ()


def test_commas_in_text_do_not_part_columns() -> None:
    data = "Navn;Stilling\nKari Bø;Direktør, innovasjon\nPer Ås;Leder, drift\n".encode()
    assert cells(read(data, "liste.csv"))[1] == ("Kari Bø", "Direktør, innovasjon")
    assert sniffed("Navn\nKari\n") == ";"


def test_the_line_that_names_the_separator_is_no_row() -> None:
    content = read(b"sep=,\nNavn,Tlf\nKari,1\n", "liste.csv")
    assert [(row.number, row.cells) for row in content.rows] == [
        (1, ("Navn", "Tlf")),
        (2, ("Kari", "1")),
    ]


def test_a_line_break_within_quotes_is_one_row_as_in_excel() -> None:
    content = read(b'Navn;Adresse\n"Kari";"Gate 1\nBy"\nPer;Gate 2\n', "liste.csv")
    assert [row.number for row in content.rows] == [1, 2, 3]


def test_no_damage_and_no_bomb_gets_past_the_one_kind_of_error() -> None:
    assert damaged_lists(80, 7).breaches == ()
    assert bombs_as_lists(6, 7).breaches == ()
