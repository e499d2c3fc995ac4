"""Papers and minutes as Word files: what stands on the pages, and what a reader's tools find."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.documents.content import AgendaRow, Fact, Papers
from app.documents.word import write_docx
from app.documents.word.names import W
from app.domain.rich_text import from_plain
from tests.helpers.content import (
    BlobShelf,
    a_case,
    agenda_of,
    an_attachment,
    attached,
    brief_sections,
    letterhead,
    metadata,
    minutes,
    papers,
    withheld_attachment,
)
from tests.helpers.word_files import DOCUMENT, parts_of, styled, tree, words

ROOT = Path(__file__).resolve().parents[2]

BYTES = """
import hashlib
from app.documents.excel import write_xlsx
from app.documents.word import write_docx
from tests.helpers.content import BlobShelf, minutes, papers, workbook
made = [write_docx(papers(), BlobShelf())[0], write_docx(minutes(), BlobShelf())[0]]
print(*(hashlib.sha256(data).hexdigest() for data in [*made, write_xlsx(workbook())]))
"""


def made(content: Papers | None = None, shelf: BlobShelf | None = None) -> bytes:
    data, problems = write_docx(content or papers(), shelf or BlobShelf())
    assert problems == ()
    return data


def test_papers_open_with_notice_then_agenda_then_briefs_in_order() -> None:
    shown = words(made())
    order = [
        "Innkalling", "Næringsrådet", "fredag 4. desember 2026", "Sted\tSkaun rådhus, Børsa",
        "Innkalt\tAdm. direktør", "Kopi\tNæringssjef", "Forfall meldes til", "Saksliste",
        "Forslag til vedtak", "Oppsummering", "Bakgrunn og saksopplysninger", "Vurdering",
        "Vurdering opp mot næringsplanen", "Beslutningsnivå", "Trondheim, 27. november 2026",
        "Kari Nordvik", "leder",
    ]  # fmt: skip
    places: list[int] = []
    for phrase in order:
        places.append(shown.index(phrase, places[-1] if places else 0))
    assert places == sorted(places)


def test_label_stands_before_the_first_of_those_called_alone() -> None:
    lines = [line for line in words(made()).split("\n") if line.startswith(("Innkalt", "\tP"))]
    assert lines[0].startswith("Innkalt\tAdm. direktør")
    assert "\tProrektor Olav Hegge, NTNU" in lines


def test_headings_are_real_and_each_case_begins_on_a_page_of_its_own() -> None:
    data = made()
    assert styled(data, "Title") == ["Innkalling"]
    assert styled(data, "Heading1")[0] == "Saksliste"
    cases = [
        p for p in tree(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert len(cases) == 2
    assert "Forslag til vedtak" in styled(data, "Heading2")
    assert styled(data, "Heading3") == ["Erfaringer fra fase 1"] * 2


def test_agenda_links_to_the_heading_of_each_case() -> None:
    root = tree(made())
    anchors = [
        str(link.get(f"{W}anchor")) for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor")
    ]
    bookmarks = [str(mark.get(f"{W}name")) for mark in root.iter(f"{W}bookmarkStart")]
    assert len(anchors) == 2
    assert anchors == bookmarks
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in bookmarks)


def test_agenda_row_to_a_case_that_is_not_there_is_plain() -> None:
    case = a_case(21)
    agenda = agenda_of((case, a_case(22)))
    root = tree(made(papers((case,), agenda=agenda)))
    assert len([link for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]) == 1


def test_agenda_heading_covers_its_row_and_a_note_stands_under_its_title() -> None:
    agenda = agenda_of(())
    rows = (*agenda.rows, AgendaRow(number="1", title="Valg", kind="Valg", time="", note="Trukket"))
    data = made(
        papers((), agenda=type(agenda)(heading=agenda.heading, columns=agenda.columns, rows=rows))
    )
    spans = [str(span.get(f"{W}val")) for span in tree(data).iter(f"{W}gridSpan")]
    assert spans == ["4"]
    assert "Valg\nTrukket" in words(data)


def test_every_table_has_a_header_row_that_repeats() -> None:
    for table in tree(made()).iter(f"{W}tbl"):
        first = table.find(f"{W}tr")
        assert first is not None
        assert first.find(f"{W}trPr/{W}tblHeader") is not None


def test_no_column_for_pages_that_word_cannot_know() -> None:
    assert "Side" not in words(made(papers(())))


def test_exempt_marking_is_shown_under_the_heading() -> None:
    marking = "Unntatt offentlighet, jf. offentleglova § 23 første ledd"
    data = made(papers((a_case(21, marking=marking),)))
    assert styled(data, "Merking") == [marking]


def test_withheld_case_shows_its_number_neutral_title_and_basis_alone() -> None:
    basis = "Unntatt offentlighet, jf. offentleglova § 13 første ledd"
    data = made(papers((a_case(22, title="Unntatt sak", facts=(), sections=(), withheld=basis),)))
    assert styled(data, "Merking") == [basis]
    assert "Forslag til vedtak" not in words(data)


def test_attachments_are_listed_with_their_numbers_and_withheld_ones_with_their_basis() -> None:
    shelf = BlobShelf()
    listed = (
        attached(shelf, b"a", "Prosjektplan.pdf", 3),
        withheld_attachment(4),
        an_attachment(5, note="Ettersendt"),
    )
    shown = words(made(papers((a_case(21, attachments=listed),)), shelf))
    assert "Vedlegg\nVedlegg 3\tProsjektplan\nVedlegg 4\tUnntatt dokument\nUnntatt offent" in shown
    assert "Vedlegg 5\tProsjektplan 5\nEttersendt" in shown


def test_case_without_attachments_has_no_heading_for_them() -> None:
    assert "Vedlegg" not in words(made())


def test_minutes_state_who_met_how_it_went_and_who_signs() -> None:
    data, problems = write_docx(minutes(), BlobShelf())
    assert problems == ()
    shown = words(data)
    order = [
        "Møteprotokoll", "Protokollen er ikke godkjent", "Møtested\tSkaun rådhus, Børsa",
        "Følgende medlemmer møtte", "Siri Berg", "Forfall\tPer Ås, Malvik kommune",
        "Fra administrasjonen\tIngrid Solem", "Deltakelse", "Saker til behandling",
        "Olav Hegge var inhabil", "Behandling", "Votering", "2 mot 1", "Stemmegivning", "Vedtak",
        "Saken ble tatt til orientering.", "Underskrifter", "Kari Nordvik", "leder",
    ]  # fmt: skip
    places: list[int] = []
    for phrase in order:
        places.append(shown.index(phrase, places[-1] if places else 0))
    assert places == sorted(places)


def test_minutes_leave_out_what_has_nothing_to_say() -> None:
    data, _ = write_docx(minutes(participation=(), signatures=(), status=""), BlobShelf())
    shown = words(data)
    assert "Deltakelse" not in shown
    assert "Underskrifter" not in shown
    assert styled(data, "Merknad") == []


def test_words_with_signs_of_markup_come_out_as_they_are() -> None:
    text = "Hav & Land <x> {{ heading }} 😀"
    content = papers(
        (a_case(21, title=text, facts=(Fact(text, text),), sections=(brief_sections()[0],)),),
        letterhead=letterhead(organisation=text, running_title=text),
        apologies=text,
    )
    data = made(content)
    assert words(data).count(text) == 5
    assert text in words(data, "word/header1.xml")
    assert text in words(data, "word/footer1.xml")


def test_control_characters_are_left_out_and_line_feeds_are_line_breaks() -> None:
    shown = words(made(papers((), apologies="En\x00 linje\x0b\r\nto\tlinjer")))
    assert "En linje\nto\tlinjer" in shown


def test_page_numbers_are_counted_by_word() -> None:
    footer = tree(made(), "word/footer1.xml")
    fields = [(field.text or "").strip() for field in footer.iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Side 1 av 1" in words(made(), "word/footer1.xml")


@pytest.mark.parametrize("part", ["word/header1.xml", "word/header2.xml"])
def test_marking_is_on_every_page(part: str) -> None:
    assert "Eksempel – oppdiktede data" in words(made(), part)


def test_properties_say_what_the_content_says_and_nothing_of_the_machine() -> None:
    core = parts_of(made())["docProps/core.xml"].decode("utf-8")
    assert "<dc:title>Innkalling til møte i Næringsrådet 4. desember 2026</dc:title>" in core
    assert "<dc:creator>Næringsrådet for Trondheimsregionen</dc:creator>" in core
    assert "<dc:language>nb-NO</dc:language>" in core
    assert core.count("2026-12-04T12:00:00Z") == 2


def test_language_is_bokmål_or_the_documents_own() -> None:
    languages = [
        str(language.get(f"{W}val"))
        for tag in ("nb-NO", "nn-NO")
        for language in tree(made(papers((), meta=metadata(language=tag))), "word/styles.xml").iter(
            f"{W}lang"
        )
    ]
    assert languages == ["nb-NO", "nn-NO"]


def test_nothing_in_the_file_is_unknown_to_its_list_of_types() -> None:
    parts = parts_of(made())
    types = parts["[Content_Types].xml"].decode("utf-8")
    assert all(
        f'"/{name}"' in types or name.endswith((".rels", ".png", ".jpg"))
        for name in parts
        if name != "[Content_Types].xml"
    )


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc "
    "outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr",
    "num": "abstractNumId lvlOverride",
    "pBdr": "top left bottom right",
    "sectPr": "headerReference footerReference pgSz pgMar cols titlePg",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
}
"""The order that the format's schema demands, where Word calls another order damage."""


def test_elements_stand_in_the_order_that_word_demands() -> None:
    files = [made(), write_docx(minutes(), BlobShelf())[0]]
    wrong = []
    seen = set()
    for data in files:
        for name in [part for part in parts_of(data) if part.startswith("word/")]:
            for element in tree(data, name).iter() if name.endswith(".xml") else ():
                kind = str(element.tag).removeprefix(W)
                children = [str(child.tag).removeprefix(W) for child in element]
                if kind in ORDER and children:
                    seen.add(kind)
                    places = [ORDER[kind].split().index(child) for child in children]
                    wrong += [f"{name} {kind}: {children}"] if places != sorted(places) else []
    assert seen == set(ORDER)
    assert wrong == []


def test_long_text_is_whole() -> None:
    long = "\n\n".join(f"Avsnitt {n} av et langt saksframlegg om havrommet." for n in range(2_500))
    section = brief_sections()[1]
    body = type(section)(section.key, section.heading, from_plain(long))
    data = made(papers((a_case(21, sections=(body,)),)))
    assert words(data).count("av et langt saksframlegg") == 2_500


def test_same_content_gives_the_same_bytes_in_every_process_and_time_zone() -> None:
    answers = {
        subprocess.run(
            [sys.executable, "-c", BYTES],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"), ("3", "America/Anchorage"))
    }
    assert len(answers) == 1
    assert len(answers.pop().split()) == 3


def test_zip_times_are_fixed() -> None:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
    assert DOCUMENT in {entry.filename for entry in entries}
