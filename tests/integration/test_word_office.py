"""The finished files opened by another program, where LibreOffice is there to do it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.documents.excel import write_xlsx
from app.documents.word import write_docx
from tests.helpers.content import BlobShelf, a_case, brief_sections, minutes, papers, workbook

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def pages_of(data: bytes, ending: str, folder: Path) -> list[str]:
    """The words of every page when LibreOffice has made a PDF of the file."""
    source = folder / f"made.{ending}"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            str(OFFICE), "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf",
            "--outdir", str(folder), str(source),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    document = pypdfium2.PdfDocument(folder / "made.pdf")
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return texts


@needs_office
def test_each_case_of_the_papers_begins_a_page_and_pages_are_counted(tmp_path: Path) -> None:
    shelf = BlobShelf()
    picture = io.BytesIO()
    Image.new("RGB", (400, 200), "teal").save(picture, "PNG")
    case = a_case(21, sections=brief_sections(shelf.put(picture.getvalue())))
    data, _ = write_docx(papers((case, a_case(22, title="Gründerprogram"))), shelf)
    pages = pages_of(data, "docx", tmp_path)
    assert "Saksliste" in pages[0]
    starts = [number for number, page in enumerate(pages) if "Saksbehandler" in page]
    assert starts[:2] == [0, 1]
    assert any("Gründerprogram" in pages[number] for number in starts[2:])
    assert all(f"Side {n} av {len(pages)}" in page for n, page in enumerate(pages, 1))


@needs_office
def test_minutes_and_workbooks_open(tmp_path: Path) -> None:
    data, _ = write_docx(minutes(), BlobShelf())
    assert "Protokollen er ikke godkjent" in pages_of(data, "docx", tmp_path)[0]
    sheet = pages_of(write_xlsx(workbook()), "xlsx", tmp_path)[0]
    assert "01.01.2024" in sheet
    # Which of the spaces comes back depends on the font that the machine has.
    assert "480 000 kr" in " ".join(sheet.split())
    assert "=1+1" in sheet
