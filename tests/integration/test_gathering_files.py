"""The documents of a gathering as files: what they state, accessible, and safe with any text."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from app.documents.content import DataTable
from app.documents.gathering import GatheringDocument, Part
from app.documents.jobs import DocumentJob, FileKind, Format, JobResult
from app.documents.make import make_documents
from app.documents.pdf.gathering import typeset_gathering
from app.documents.word import write_docx
from app.documents.word.names import W
from app.domain.rich_text import from_plain
from tests.helpers.content import BlobShelf
from tests.helpers.gatherings import (
    HOSTILE,
    LONGEST_NAME,
    a_part,
    a_programme,
    a_report,
    an_attendee_list,
)
from tests.helpers.golden import difference, normalised
from tests.helpers.pdfs import texts
from tests.helpers.word_files import styled, tree, words

FROM_TEMPLATE = ("word/styles.xml", "word/fontTable.xml", "word/settings.xml")
EVERY = pytest.mark.parametrize(
    "content",
    [a_programme(), a_report(), an_attendee_list()],
    ids=["programme", "report", "attendees"],
)
IN_ORDER = (
    "Rapport", "Møte med næringsapparatet", "Mandag 7. desember 2026", "Tidspunkt",
    "Deltakere fra kommunene", "Berit Gjelstad, næringssjef", "Forfall", "Rolf Uthus", "Program",
    "Velkommen", "Fra møtet", "Ordføreren ønsket velkommen.", "Status fra kommunene",
    "Malvik kommune", "Tiltaksplanen er vedtatt.", "Skaun kommune", "Ikke meldt inn.", "Oppgaver",
    "Det ble ikke avtalt nye oppgaver.", "Neste vertskommune", "Neste møte holdes i Malvik.",
)  # fmt: skip


def made(content: GatheringDocument, folder: Path) -> JobResult:
    formats = (Format.PDF, Format.DOCX)
    work = make_documents(
        DocumentJob(content=content, folder=folder, stem="Samling", formats=formats), BlobShelf()
    )
    try:
        while True:
            next(work)
    except StopIteration as finished:
        result: JobResult = finished.value
        return result


def in_order(whole: str) -> None:
    found, place = " ".join(whole.split()), 0
    for said in IN_ORDER:
        place = found.find(said, place)
        assert place >= 0, said


def test_the_report_states_everything_in_order_in_pdf_and_word() -> None:
    in_order(" ".join(texts(typeset_gathering(a_report(), BlobShelf()).data)))
    in_order(words(write_docx(a_report(), BlobShelf())[0]))


@EVERY
def test_the_pages_are_archival_and_accessible(content: GatheringDocument) -> None:
    data = typeset_gathering(content, BlobShelf()).data
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "2A"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == content.meta.title


@EVERY
def test_word_has_real_headings_header_rows_and_its_language(content: GatheringDocument) -> None:
    data, problems = write_docx(content, BlobShelf())
    assert problems == ()
    assert styled(data, "Title") == [content.heading]
    assert styled(data, "Heading1")
    assert tree(data).findall(f".//{W}tblHeader")
    styles = tree(data, "word/styles.xml")
    assert [one.get(f"{W}val") for one in styles.iter(f"{W}lang")] == ["nb-NO"]


def test_each_municipality_has_a_heading_of_its_own_in_word() -> None:
    data, _problems = write_docx(a_report(), BlobShelf())
    assert styled(data, "Heading2") == ["Velkommen", "Malvik kommune", "Skaun kommune"]


@EVERY
def test_the_same_content_gives_the_same_bytes(content: GatheringDocument) -> None:
    assert (
        typeset_gathering(content, BlobShelf()).data == typeset_gathering(content, BlobShelf()).data
    )
    assert write_docx(content, BlobShelf()) == write_docx(content, BlobShelf())


def test_the_report_in_word_is_as_in_golden() -> None:
    data, _problems = write_docx(a_report(), BlobShelf())
    assert difference("report.docx", normalised(data, FROM_TEMPLATE)) == ""


def test_hostile_text_is_text_and_a_long_name_finds_room() -> None:
    table = DataTable(
        "Deltakere {{ heading }}", ("Kommune", "Deltakere"), ((HOSTILE, LONGEST_NAME),), (35, 65)
    )
    report = a_report(
        participants=Part("Deltakere {{ heading }}", table),
        statuses=(Part("#let x = 1", text=from_plain(HOSTILE)),),
    )
    for whole in (
        " ".join(texts(typeset_gathering(report, BlobShelf()).data)),
        words(write_docx(report, BlobShelf())[0]),
    ):
        assert "{{ heading }}" in whole
        assert "#let x = 1" in whole
        assert "<b>æøå</b> $x$ & «sitat»" in " ".join(whole.split())


def test_a_report_without_notes_has_no_heading_for_them() -> None:
    report = a_report(notes=(), others=(), points=(a_part("Oppgaver", "Ingen."),))
    whole = " ".join(texts(typeset_gathering(report, BlobShelf()).data))
    assert "Fra møtet" not in whole
    assert "Fra møtet" not in words(write_docx(report, BlobShelf())[0])


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (a_programme(), FileKind.PROGRAMME),
        (a_report(), FileKind.MINUTES),
        (an_attendee_list(), FileKind.ATTENDEES),
    ],
)
def test_each_is_made_in_both_formats(
    content: GatheringDocument, kind: FileKind, tmp_path: Path
) -> None:
    result = made(content, tmp_path)
    assert [(file.path.name, file.kind) for file in result.files] == [
        ("Samling.pdf", kind),
        ("Samling.docx", kind),
    ]


def test_a_row_taller_than_a_page_loses_nobody() -> None:
    names = [f"Deltaker nummer {number}, næringsrådgiver" for number in range(200)]
    table = DataTable(
        "Deltakere fra kommunene",
        ("Kommune", "Deltakere"),
        (("Malvik kommune", "\n".join(names)), ("Skaun kommune", "Ingen deltok.")),
        (35, 65),
    )
    report = a_report(participants=Part("Deltakere fra kommunene", table))
    pages = " ".join(texts(typeset_gathering(report, BlobShelf()).data))
    on_paper = " ".join(pages.split())
    assert [name for name in names if name not in on_paper] == []
