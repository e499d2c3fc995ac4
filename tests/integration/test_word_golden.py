"""Small documents of each kind, part by part, against what was looked at and accepted."""

from __future__ import annotations

import io

from PIL import Image

from app.documents.excel import write_xlsx
from app.documents.word import write_docx
from tests.helpers.content import (
    BlobShelf,
    a_case,
    attached,
    brief_sections,
    minutes,
    papers,
    withheld_attachment,
    workbook,
)
from tests.helpers.golden import difference, normalised

FROM_TEMPLATE = ("word/styles.xml", "word/fontTable.xml", "word/settings.xml")
"""Our template's own parts, which their source already answers for."""


def a_picture() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (8, 4), "teal").save(target, "BMP")
    return target.getvalue()


def test_papers_are_as_in_golden() -> None:
    shelf = BlobShelf()
    cases = (
        a_case(
            21,
            sections=brief_sections(shelf.put(a_picture())),
            attachments=(attached(shelf, b"a", "Prosjektplan.pdf", 1), withheld_attachment(2)),
        ),
        a_case(22, title="Unntatt sak", facts=(), sections=(), withheld="Unntatt offentlighet"),
    )
    data, problems = write_docx(papers(cases), shelf)
    assert problems == ()
    assert difference("papers.docx", normalised(data, FROM_TEMPLATE)) == ""


def test_minutes_are_as_in_golden() -> None:
    data, problems = write_docx(minutes(), BlobShelf())
    assert problems == ()
    assert difference("minutes.docx", normalised(data, FROM_TEMPLATE)) == ""


def test_workbook_is_as_in_golden() -> None:
    assert difference("workbook.xlsx", normalised(write_xlsx(workbook()))) == ""
