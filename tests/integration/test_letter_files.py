"""Letters and records as files: what they must state, in order, archival and accessible."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest

from app.documents.jobs import DocumentJob, FileKind, Format, JobResult
from app.documents.letter import Letter, Record
from app.documents.make import make_documents
from app.documents.pdf.letter import typeset_letter
from app.documents.word import write_docx
from tests.helpers.content import BlobShelf
from tests.helpers.golden import difference, normalised
from tests.helpers.letters import a_letter, a_record
from tests.helpers.pdfs import texts
from tests.helpers.word_files import words

FROM_TEMPLATE = ("word/styles.xml", "word/fontTable.xml", "word/settings.xml")
IN_ORDER = (
    "Trondheimsregionen", "Melhus kommune", "Kommunestyret", "Trondheim, 23. november 2026",
    "Vår referanse", "2026/118", "Svarfrist", "Oppnevning av medlemmer til Næringsrådet",
    "Plassene i tabellen blir ledige.", "Plassene det gjelder", "Kari Berg", "31.12.2026", "Vara",
    "Ola Lie", "Vi ber om navn.", "Svar innen 18. desember 2026.", "Med vennlig hilsen",
    "Svein Buaas", "prosjektleder", "svein@example.org", "Kopi", "Rådmannsforum",
)  # fmt: skip


def made(content: Letter | Record, folder: Path, *formats: Format) -> JobResult:
    work = make_documents(
        DocumentJob(content=content, folder=folder, stem="Brev", formats=formats), BlobShelf()
    )
    try:
        while True:
            next(work)
    except StopIteration as finished:
        result: JobResult = finished.value
        return result


def test_a_letter_states_sender_recipient_subject_and_signature_in_order() -> None:
    found = typeset_letter(a_letter())
    assert found.problems == ()
    whole = " ".join(" ".join(texts(found.data)).split())
    places = [whole.find(said) for said in IN_ORDER]
    assert -1 not in places, IN_ORDER[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.parametrize("content", [a_letter(), a_record()], ids=["letter", "record"])
def test_the_pages_are_archival_and_accessible(content: Letter | Record) -> None:
    with (
        pikepdf.open(io.BytesIO(typeset_letter(content).data)) as pdf,
        pdf.open_metadata() as metadata,
    ):
        assert metadata.pdfa_status == "2A"
        assert metadata["pdfuaid:part"] == "1"


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert typeset_letter(a_letter()).data == typeset_letter(a_letter()).data
    assert write_docx(a_letter(), BlobShelf()) == write_docx(a_letter(), BlobShelf())


def test_the_letter_in_word_is_as_in_golden() -> None:
    data, problems = write_docx(a_letter(), BlobShelf())
    assert problems == ()
    assert difference("letter.docx", normalised(data, FROM_TEMPLATE)) == ""


def test_a_letter_without_table_and_details_says_the_rest_in_word() -> None:
    data, _problems = write_docx(a_letter(table=None, details=()), BlobShelf())
    assert "Plassene det gjelder" not in words(data)
    assert "Vi ber om navn." in words(data)


def test_a_letter_is_made_in_both_formats(tmp_path: Path) -> None:
    result = made(a_letter(), tmp_path, Format.PDF, Format.DOCX)
    assert [(file.path.name, file.kind, file.pages) for file in result.files] == [
        ("Brev.pdf", FileKind.LETTER, 1),
        ("Brev.docx", FileKind.LETTER, None),
    ]


def test_a_record_is_a_pdf_to_read_and_data_to_take_along(tmp_path: Path) -> None:
    result = made(a_record(), tmp_path, Format.PDF, Format.JSON)
    assert {file.kind for file in result.files} == {FileKind.RECORD}
    whole = " ".join(texts((tmp_path / "Brev.pdf").read_bytes()))
    assert "Ingenting er ført opp." in whole
    assert json.loads((tmp_path / "Brev.json").read_text("utf-8")) == {"name": "Kari Berg"}
