"""The stamp is seen on every attachment page, whatever the page is and holds."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Name, Pdf

from app.documents.pdf import joining
from app.documents.pdf.stamps import put_stamps
from tests.helpers.content import (
    BlobShelf,
    attached,
)
from tests.helpers.packages import (
    accent_box,
    codes,
    packaged,
    shelf,
    stamped,
)
from tests.helpers.pdfs import (
    A4,
    a_pdf,
    add_page,
    saved,
    texts,
)

__all__ = ["shelf"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize(
    ("size", "origin", "crop"),
    [
        (A4, (0, 0), None),
        ((842, 595), (0, 0), None),
        (A4, (-300, 200), None),
        (A4, (0, 0), (100, 150, 500, 700)),
        ((2384, 3370), (0, 0), None),
        ((150, 220), (0, 0), None),
    ],
)
def test_stamp_is_upright_at_the_top_right_of_any_page(
    rotate: int,
    size: tuple[float, float],
    origin: tuple[float, float],
    crop: tuple[float, ...] | None,
    shelf: BlobShelf,
    tmp_path: Path,
) -> None:
    page = a_pdf("x", size=size, origin=origin, crop=crop, rotate=rotate)
    data, _ = packaged([attached(shelf, page, "a.pdf", 1)], shelf, tmp_path)
    assert "Vedlegg 1 til sak NR 21/26 · side 1 av 1" in texts(data)[-1]
    left, top, right, bottom, picture = accent_box(data)
    assert left > picture.width * 0.7
    assert right > picture.width * 0.94
    assert top < picture.height * 0.05
    assert bottom - top < right - left + 2


@pytest.mark.parametrize(
    "content",
    [
        b"q q q 3 0 0 3 100 100 cm",
        b"Q Q Q 0.1 0 0 0.1 0 0 cm",
        b"0 0 10 10 re W n",
        b"BT /F1 12 Tf",
        b"/GS gs 1 0 0 RG BX garbage (unclosed",
        b"\xff\xfe\x00 << [ (",
    ],
)
def test_nothing_on_the_page_can_move_the_stamp(
    content: bytes, shelf: BlobShelf, tmp_path: Path
) -> None:
    data, _ = packaged([attached(shelf, a_pdf("x", content=content), "a.pdf")], shelf, tmp_path)
    left, top, right, _, picture = accent_box(data)
    assert left > picture.width * 0.7
    assert right > picture.width * 0.94
    assert top < picture.height * 0.05


def test_pages_that_share_their_content_keep_their_own_look(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    pdf = Pdf.new()
    first, second = add_page(pdf, "Delt innhold"), add_page(pdf, "")
    second.obj.Contents = first.obj.Contents
    pages = Array([first.obj.Contents])
    third = add_page(pdf, "")
    third.obj.Contents = pages
    data, _ = packaged([attached(shelf, saved(pdf), "a.pdf")], shelf, tmp_path)
    assert all("Delt innhold" in page for page in texts(data)[-3:])


def in_pieces(*pieces: bytes, filters: Name | None = None) -> bytes:
    """A page whose content lies in several streams, packed as `filters` says."""
    pdf = Pdf.new()
    page = add_page(pdf, "")
    page.obj.Contents = Array([pdf.make_stream(piece) for piece in pieces])
    for stream in page.obj.Contents:
        if filters is not None:
            stream.Filter = filters
    return saved(pdf, compress_streams=False)


@pytest.mark.parametrize(
    "page",
    [
        in_pieces(b"q 3 0 0 3 100 100 cm", b"q q"),
        in_pieces(b"BT /F1 12 Tf 100 400 Td", b"(Tekst i biter) Tj ET"),
        in_pieces(b"not packed at all", b"at all", filters=Name.FlateDecode),
        in_pieces(b"80~>", b"81~>", filters=Name.ASCII85Decode),
        in_pieces(zlib.compress(bytes(60_000_000)), filters=Name.FlateDecode),
        in_pieces(zlib.compress(b"q"), zlib.compress(b" " * 60_000_000), filters=Name.FlateDecode),
    ],
    ids=["unbalanced", "parted", "damaged", "other", "one-bomb", "bomb"],
)
def test_content_in_pieces_is_stamped_whatever_it_holds(
    page: bytes, shelf: BlobShelf, tmp_path: Path
) -> None:
    data, result = packaged([attached(shelf, page, "a.pdf")], shelf, tmp_path)
    assert result.problems == ()
    assert len(data) < 1_000_000
    left, top, _, _, picture = accent_box(data)
    assert left > picture.width * 0.7
    assert top < picture.height * 0.05


def test_attachment_that_prevents_the_package_is_found_and_left_out(
    shelf: BlobShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_odd_pages(pdf: Pdf, pages: Sequence[pikepdf.Page], *rest: Any) -> None:
        if any(float(page.mediabox[2]) == 333 for page in pages):
            raise pikepdf.DataDecodingError("found when it was saved")
        put_stamps(pdf, pages, *rest)

    monkeypatch.setattr(joining, "put_stamps", fail_on_odd_pages)
    odd = attached(shelf, a_pdf("Rar", size=(333, 500)), "rar.pdf", 1)
    good = attached(shelf, a_pdf("God"), "god.pdf", 2)
    data, result = packaged([odd, good], shelf, tmp_path)
    assert codes(result) == ["attachment_broken"]
    assert "Filen er skadet" in stamped(texts(data), 1)[0]
    assert "God" in texts(data)[-1]
