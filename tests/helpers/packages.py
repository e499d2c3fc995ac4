"""Making a package of one case's attachments, and looking at what came out."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Pdf

from app.documents.content import AttachmentContent
from app.documents.jobs import FileKind, JobResult
from tests.helpers.content import (
    BlobShelf,
    a_case,
    papers,
)
from tests.helpers.jobs import bytes_of, made
from tests.helpers.pdfs import (
    pictures_of,
    where,
)

ACCENT = (11, 92, 107)
RED = (255, 0, 0)


@pytest.fixture
def shelf() -> BlobShelf:
    """An empty shelf."""
    return BlobShelf()


def packaged(
    attachments: Sequence[AttachmentContent], shelf: BlobShelf, folder: Path
) -> tuple[bytes, JobResult]:
    """The package of one case with these attachments."""
    result = made(papers([a_case(21, attachments=tuple(attachments))]), folder, shelf)
    return bytes_of(result, FileKind.PACKAGE), result


def codes(result: JobResult) -> list[str]:
    return [problem.code for problem in result.problems]


def stamped(pages: Sequence[str], number: int) -> list[str]:
    return [page for page in pages if f"Vedlegg {number} til sak NR 21/26 · side " in page]


def assert_sound(data: bytes) -> None:
    """As `qpdf --check` sees it; a coding of pictures that it cannot unpack is no fault."""
    with Pdf.open(io.BytesIO(data)) as pdf, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "pikepdf is missing some specialized decoders")
        assert pdf.check_pdf_syntax() == []


def accent_box(data: bytes) -> tuple[int, int, int, int, Any]:
    """Where the stamp's coloured box is on the last page: left, top, right, bottom, the picture."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        longest = max(float(side) for side in pdf.pages[-1].mediabox)
    picture = pictures_of(data, scale=min(2.0, 1_600 / longest))[-1]
    left, top, right, bottom = where(picture, ACCENT).getbbox()
    return left, top, right, bottom, picture
