"""A document as PDF, set by typst: a front page, contents, and numbered pages."""

from __future__ import annotations

from pathlib import Path

from app.documents.pdf.typeset import typeset
from app.documents.pdf.values import Values
from app.documents.samples.values import SampleDocument

TEMPLATE = Path(__file__).resolve().parents[3] / "resources" / "demo" / "sample.typ"


class _Pictures:
    """The document's own pictures, for the common reader of rich text."""

    def __init__(self, document: SampleDocument) -> None:
        self._pictures = document.pictures

    def read(self, sha256: str) -> bytes:
        return self._pictures[sha256]


def sample_pdf(document: SampleDocument) -> bytes:
    """The document as PDF; the same document gives the same bytes."""
    values = Values(_Pictures(document))
    data = {
        "title": values.of(document.title),
        "subtitle": values.of(document.subtitle),
        "author": values.of(document.author),
        "dated_on": document.dated_on.isoformat(),
        "date_text": values.of(document.date_text),
        "marking": values.of(document.marking),
        "sections": values.of(document.sections),
    }
    files = {"sample.typ": TEMPLATE.read_bytes(), **values.files}
    return typeset("sample", data, document.dated_on, files, archival=False).data
