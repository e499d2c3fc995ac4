"""Excel workbooks: real dates and kroner, text that stays text, pages ready to print."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.content import Sheet, Workbook
from app.documents.excel import write_xlsx
from app.documents.excel.cells import MAX_TEXT
from app.documents.excel.writer import FIRST_ROW, sheet_titles
from tests.helpers.content import metadata, workbook
from tests.helpers.word_files import parts_of
from tests.prove.prove_data import hostile_strings


def a_sheet(*rows: tuple[str | int | date | None, ...], **changes: object) -> Sheet:
    """A sheet with a column of each kind."""
    given: dict[str, object] = {
        "title": "Medlemmer",
        "heading": "Medlemmer av Næringsrådet",
        "columns": ("Navn", "Fra", "Møter", "Beløp"),
        "kinds": ("text", "date", "integer", "kroner"),
        "widths": (28, 12, 10, 14),
        "rows": rows,
    }
    return Sheet(**(given | changes))  # type: ignore[arg-type]


def opened(content: Workbook | None = None) -> Worksheet:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(content or workbook())))
    page = book.worksheets[0]
    assert isinstance(page, Worksheet)
    return page


def with_text(text: str) -> Worksheet:
    return opened(workbook(sheets=(a_sheet((text, None, None, None)),)))


def test_heading_and_note_stand_above_the_table() -> None:
    page = opened()
    assert page["A1"].value == "Medlemmer av Næringsrådet"
    assert page["A2"].value == "Per 4. desember 2026"
    assert [cell.value for cell in page[FIRST_ROW]] == ["Navn", "Fra", "Møter", "Beløp"]


def test_dates_and_kroner_are_real() -> None:
    page = opened()
    row = page[FIRST_ROW + 1]
    assert [cell.value for cell in row] == ["Kari Nordvik", datetime(2024, 1, 1), 12, 480_000]
    assert row[1].number_format == "dd.mm.yyyy"
    assert row[3].number_format == '[$-414]#,##0"\N{NO-BREAK SPACE}kr"'
    assert row[3].alignment.horizontal == "right"


def test_text_that_looks_like_a_formula_is_text() -> None:
    cell = with_text("=1+1")[f"A{FIRST_ROW + 1}"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert cell.quotePrefix


def test_text_that_looks_like_an_escape_is_kept() -> None:
    assert (
        b"_x005F_x0041_"
        in parts_of(write_xlsx(workbook(sheets=(a_sheet(("_x0041_", None, None, None)),))))[
            "xl/worksheets/sheet1.xml"
        ]
    )


def test_control_characters_are_left_out() -> None:
    assert with_text("a\x00b\x1fc\nd")[f"A{FIRST_ROW + 1}"].value == "abc\nd"


@pytest.mark.parametrize("character", ["x", "å", "😀", "_x0041_"])
def test_text_that_is_too_long_is_cut_and_says_so(character: str) -> None:
    value = str(with_text(character * 40_000)[f"A{FIRST_ROW + 1}"].value)
    assert len(value.encode("utf-16-le")) // 2 <= MAX_TEXT
    assert value.endswith("for en celle i Excel rommer ikke mer enn 32\N{NO-BREAK SPACE}767 tegn.]")


def test_text_that_just_fits_is_whole() -> None:
    assert with_text("å" * MAX_TEXT)[f"A{FIRST_ROW + 1}"].value == "å" * MAX_TEXT


def test_table_has_filters_and_its_header_stays_in_sight() -> None:
    page = opened()
    (table,) = page.tables.values()
    assert table.ref == f"A{FIRST_ROW}:D{FIRST_ROW + 2}"
    assert table.autoFilter is not None
    assert page.freeze_panes == f"A{FIRST_ROW + 1}"


def test_pages_print_on_a4_with_the_header_repeated() -> None:
    page = opened()
    assert (page.page_setup.orientation, int(page.page_setup.paperSize or 0)) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == f"${FIRST_ROW}:${FIRST_ROW}"
    assert page.oddFooter is not None
    assert page.oddFooter.right.text == "&P / &N"


def test_sheet_without_rows_is_no_damage() -> None:
    page = opened(workbook(sheets=(a_sheet(),)))
    (table,) = page.tables.values()
    assert table.ref == f"A{FIRST_ROW}:D{FIRST_ROW + 1}"


def test_columns_of_one_name_are_told_apart() -> None:
    sheet = a_sheet(columns=("Navn", "navn", "", "Navn"))
    page = opened(workbook(sheets=(sheet,)))
    assert [cell.value for cell in page[FIRST_ROW]] == ["Navn", "navn (2)", "C", "Navn (3)"]


def test_sheet_names_are_such_as_excel_takes() -> None:
    long = "Vedtak i Næringsrådet for Trondheimsregionen"
    assert sheet_titles(["Vedtak/2026", "vedtak 2026", long, long, "'", "History"]) == [
        "Vedtak 2026", "vedtak 2026 (2)", "Vedtak i Næringsrådet for Trond",
        "Vedtak i Næringsrådet for T (2)", "5", "History (2)",
    ]  # fmt: skip


def test_two_sheets_have_tables_of_their_own() -> None:
    names = []
    book = openpyxl.load_workbook(
        io.BytesIO(write_xlsx(workbook(sheets=(a_sheet(), a_sheet(title="To")))))
    )
    for page in book.worksheets:
        names += list(page.tables)
    assert names == ["Tabell1", "Tabell2"]


def test_properties_say_what_the_content_says() -> None:
    core = parts_of(write_xlsx(workbook(meta=metadata(title="Medlemmer & roller"))))
    text = core["docProps/core.xml"].decode("utf-8")
    assert ">Medlemmer &amp; roller</dc:title>" in text
    assert ">Næringsrådet for Trondheimsregionen</dc:creator>" in text
    assert text.count("2026-12-04T12:00:00Z") == 2


def test_same_content_gives_the_same_bytes_with_fixed_times() -> None:
    first, second = write_xlsx(workbook()), write_xlsx(workbook())
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_strings_stay_words_in_word_and_excel() -> None:
    assert hostile_strings(20, 1).breaches == ()
