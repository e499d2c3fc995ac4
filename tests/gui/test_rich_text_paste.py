"""Pasting from other programs keeps what a text can hold, and nothing else."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from app.domain.rich_text import (
    ListBlock,
    Paragraph,
    RichText,
    Run,
    Table,
    to_json,
    to_plain,
)
from app.views.widgets.rich_text.html_reader import read_html
from app.views.widgets.rich_text.limits import MAX_CELLS, MAX_COLUMNS
from app.views.widgets.rich_text.plain_reader import read_plain
from tests.helpers import clipboards
from tests.helpers.rich_text_desk import Desk, a_desk
from tests.helpers.rich_texts import bullets, heading, item, numbers, paragraph, table, text_of

OUTSIDE = {"open", "socket", "urllib", "os", "subprocess", "ctypes"}

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return a_desk(qtbot)


def read(html: str) -> RichText:
    return read_html(html).text


def codes(html: str) -> list[str]:
    return [reason.code for reason in read_html(html).reasons]


# What each program sends


def test_words_own_lists_headings_and_styles_become_ours() -> None:
    assert read(clipboards.WORD) == text_of(
        heading(1, "Testarena fase 2"),
        Paragraph(
            (
                Run("Fase 1 er "),
                Run("gjennom", bold=True),
                Run("ført", bold=True, italic=True),
                Run(" med 14 bedrifter, "),
                Run("480\u00a0000\u00a0kr", underline=True),
                Run(". Se "),
                Run("rapporten", link="https://a.no/rapport"),
                Run(" og utkastet."),
            )
        ),
        heading(2, "Mål"),
        bullets(item("Utstyr", bullets("Målebøyer")), "Drift"),
        numbers(item("Bevilge", numbers("i 2027")), "Rapportere"),
        "Slutt",
    )
    assert codes(clipboards.WORD) == []


def test_a_list_from_word_online_is_one_list() -> None:
    utstyr = item("Utstyr", bullets("Målebøyer"))
    text = read(clipboards.WORD_ONLINE)
    assert to_plain(text) == "Mål\nUtstyr\nMålebøyer\nDrift"
    found = text.blocks[1]
    assert isinstance(found, ListBlock)
    assert found.items[0].runs == (Run("Utstyr", bold=True),)
    assert found.items[0].children == utstyr.children
    assert found.items[1] == item("Drift")


def test_the_wrapping_tag_of_google_docs_is_not_bold() -> None:
    styled = Paragraph(
        (
            Run("Fet", bold=True),
            Run(" kursiv", italic=True),
            Run(" strek", underline=True),
            Run(" "),
            Run("lenke", link="https://a.no"),
        )
    )
    assert read(clipboards.GOOGLE_DOCS) == text_of(
        heading(2, "Mål"), styled, bullets(item("Utstyr", bullets("Målebøyer")), "Drift")
    )


def test_libreoffice() -> None:
    styled = Paragraph(
        (
            Run("Vanlig tekst med "),
            Run("fet", bold=True),
            Run(" og "),
            Run("kursiv", italic=True),
            Run("\nny linje"),
        )
    )
    assert read(clipboards.LIBREOFFICE) == text_of(
        heading(1, "Mål"),
        styled,
        bullets(item("Utstyr", bullets("Målebøyer")), "Drift"),
        numbers("Bevilge"),
    )


def test_cells_from_excel_are_a_table_with_numbers_to_the_right() -> None:
    (found,) = read(clipboards.EXCEL).blocks
    assert isinstance(found, Table)
    assert found.header
    assert to_plain(RichText((found,))) == (
        "Kilde\t2027\t2028\nNæringsbudsjettet\t240 000\t-4,5 %\nSum\t\tkr 1 200 000,-"
    )
    assert [[cell.numeric for cell in row] for row in found.rows] == [
        [False, True, True],
        [False, True, True],
        [False, False, True],
    ]
    assert codes(clipboards.EXCEL) == ["paste_cells_split"]


def test_a_year_alone_is_a_word_and_among_amounts_a_number() -> None:
    page = (
        "<table><tr><td>Tiltak</td><td>Start</td><td>Sum</td></tr>"
        "<tr><td>Arena</td><td>2025</td><td>2026</td></tr>"
        "<tr><td>Klynge</td><td>2027</td><td>480 000</td></tr></table>"
    )
    (found,) = read(page).blocks
    assert isinstance(found, Table)
    assert [[cell.numeric for cell in row] for row in found.rows] == [
        [False, False, True],
        [False, False, True],
        [False, False, True],
    ]
    (alone,) = read("<table><tr><td>Fase</td><td>2025</td></tr></table>").blocks
    assert isinstance(alone, Table)
    assert not any(cell.numeric for row in alone.rows for cell in row)


def test_of_a_web_page_only_the_words_come() -> None:
    assert read(clipboards.WEB_PAGE) == text_of(
        bullets("Hjem"),
        heading(2, "Nyheter"),
        Paragraph((Run("Møte i "), Run("Skaun", bold=True), Run(" rådhus."))),
        "Velkommen¹, CO₂.",
        heading(3, "Kort"),
        Paragraph((Run("Tekst "), Run("her", italic=True))),
        "Mer",
        "Innhold",
        "Sitat",
        "a\n  b",
    )
    assert codes(clipboards.WEB_PAGE) == ["paste_pictures_left"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<p>b", text_of("a", "b")),
        ("a<br><br>b<br>c", text_of("a", "b\nc")),
        ("<ol><li>en<p>til</p><ul><li>u</ul>mer<li>to</ol>",
         text_of(numbers(item("en\ntil\nmer", bullets("u")), "to"))),
        ("<li>løs", text_of(bullets("løs"))),
        ("<ul><li><ul><li>dyp</ul></ul>", text_of(bullets("dyp"))),
        ("<h5>x</h5><h1><br></h1>", text_of(heading(3, "x"))),
        ("<p class=MsoTitle>Tittel</p>", text_of(heading(1, "Tittel"))),
        ("<p class=MsoListParagraph>·&nbsp;&nbsp; a</p><p class=MsoListParagraph>b</p>",
         text_of(bullets("a"), "b")),
        ("<p class=MsoListParagraph>1)&nbsp; a</p>", text_of(numbers("a"))),
        ("<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>Mål</h1>",
         text_of(heading(1, "Mål"))),
        ("<table><tr><td>alene</td></tr></table>", text_of("alene")),
        ("<table><tr><td>ytre<table><tr><td>a<td>b</table></table>",
         text_of("ytre", table("a|b", header=False))),
        ("<table><tr><td><ul><li>a<li>b</ul><td><ol><li>c</ol><h2>d</h2></table>",
         text_of(table("– a\n– b|1. c\nd", header=False))),
        ("<table><thead><tr><td>a<td>b</thead><tr><td rowspan=2>c<td>d<tr><td>e</table>",
         text_of(table("a|b", "c|d", "|e"))),
        ("<table><tr><td>a<td>b<tr><td><td><tr><td>c</table>",
         text_of(table("a|b", "c|", header=False))),
        ("<table><caption>Navn</caption><tr><th>a<th>b<tr><td>c<td>d</table>",
         text_of("Navn", table("a|b", "c|d"))),
        ("<tr><td>uten tabell", text_of("uten tabell")),
        ("<span style='font-weight:inherit;font-style:oblique'>a</span>",
         text_of(paragraph("a", italic=True))),
        ("<u><span style='text-decoration:none'>a</span></u>", text_of("a")),
        ("<div style='white-space:pre-wrap'>a  b\n c</div>", text_of("a  b\n c")),
        ("", RichText()),
        ("<", text_of("<")),
    ],
)  # fmt: skip
def test_html_is_read_for_what_it_means(html: str, expected: RichText) -> None:
    assert read(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en\r\nto", text_of("en", "to")),
        ("en\nto\n\ntre", text_of("en\nto", "tre")),
        ("- en\n- to", text_of(bullets("en", "to"))),
        ("Før\n1. en\n2. to\nEtter", text_of("Før", numbers("en", "to"), "Etter")),
        ("3. en\n4. to", text_of("3. en", "4. to")),
        ("- Er du der?", text_of("- Er du der?")),
        ("• a\n• b\n\nslutt", text_of(bullets("a", "b"), "slutt")),
    ],
)
def test_plain_text_is_paragraphs_and_lists(text: str, expected: RichText) -> None:
    assert read_plain(text) == expected


# What must never come in


def test_nothing_hostile_is_left(desk: Desk) -> None:
    text = desk.paste_html(clipboards.HOSTILE)
    assert to_plain(text).split() == ["trygt", "ab", "cde", "m", "slutt"]
    stored = to_json(text)
    for word in ("script", "alert", "file:", "a.no", "link", "picture"):
        assert word not in stored
    assert desk.codes() == ["paste_pictures_left"]
    assert desk.kept.keys() == {"ab" * 32}


def test_reading_opens_no_file_and_no_connection() -> None:
    asked: list[str] = []
    listens = [True]
    sys.addaudithook(lambda event, _: asked.append(event) if listens[0] else None)
    read_html(clipboards.HOSTILE)
    listens[0] = False
    assert {event for event in asked if event.split(".")[0] in OUTSIDE} == set()


def _deep(tag: str, times: int) -> str:
    return f"<{tag}>" * times + "innerst<script>x</script>" + f"</{tag}>" * times


@pytest.mark.parametrize(
    "html",
    [
        _deep("div", 100_000),
        _deep("b", 100_000),
        _deep("ul><li", 20_000),
        _deep("table><tr><td", 20_000),
        "<p " + "a=b " * 200_000 + ">innerst",
        "innerst<!--" + "<!--" * 500_000,
        "innerst" + "<table><tr>" + "<td colspan=65534 rowspan=65534>" * 2_000,
        "innerst" + "<br>" * 200_000,
        "innerst<script>" + "x" * 10_000_000,
        "innerst<style>" + "a{}" * 3_000_000,
    ],
    ids=["div", "b", "ul", "table", "attributes", "comments", "spans", "br", "script", "style"],
)
def test_a_page_made_to_stop_a_reader_does_not(html: str) -> None:
    assert "innerst" in to_plain(read(html))
    assert "x" not in to_plain(read(html))


def test_a_page_of_ten_megabytes_is_cut_and_told_of() -> None:
    found = read_html("<p>" + "Testarena for havteknologi. " * 400_000)
    (reason,) = found.reasons
    assert reason.code == "paste_text_cut"
    assert reason.params["words"] == len(to_plain(found.text).split())
    assert 20_000 < len(to_plain(found.text).split()) < 100_000


def test_twenty_thousand_words_come_whole(desk: Desk) -> None:
    word = "<p class=MsoNormal><span lang=NO-BOK>Tiltaket skal <b>gi flere</b> bedrifter</span></p>"
    text = desk.paste_html(word * 4_000)
    assert len(to_plain(text).split()) == 20_000
    assert desk.told == []
    desk.press(Key.Key_Z, Ctrl)
    assert desk.text() == RichText()


def test_keys_during_a_long_paste_are_typed_after_it(qtbot: QtBot, desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<p>ord</p>" * 4_000)
    desk.copy(mime)
    desk.press(Key.Key_V, Ctrl)
    assert desk.editor.is_pasting
    desk.write("!")
    qtbot.waitUntil(lambda: not desk.editor.is_pasting, timeout=20_000)
    text = desk.text()
    assert len(text.blocks) == 4_000
    assert text.blocks[-1] == paragraph("ord!")


@pytest.mark.parametrize(("rows", "columns"), [(1_000, 5), (3, 40), (400, 1)])
def test_a_large_table_is_cut_and_told_of(rows: int, columns: int) -> None:
    html = "<table>" + ("<tr>" + "<td>1" * columns) * rows + "</table>"
    found = read_html(html)
    (kept,) = found.text.blocks
    assert isinstance(kept, Table)
    assert len(kept.rows[0]) == min(columns, MAX_COLUMNS)
    assert len(kept.rows) * len(kept.rows[0]) <= MAX_CELLS
    (reason,) = found.reasons
    assert reason.params == {
        "rows": rows,
        "columns": columns,
        "kept_rows": len(kept.rows),
        "kept_columns": len(kept.rows[0]),
    }
