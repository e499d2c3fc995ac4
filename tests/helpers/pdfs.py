"""PDF files for tests: made to measure, and read back as a reader would."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import ImageChops

REAL = Path(__file__).resolve().parents[3] / "shared" / "real" / "attachments"
"""Files that other people made; beside the project, never in it."""

A4 = (595.0, 842.0)


def a_pdf(
    *texts: str,
    size: tuple[float, float] = A4,
    origin: tuple[float, float] = (0, 0),
    rotate: int = 0,
    crop: Sequence[float] | None = None,
    content: bytes = b"",
    **saving: Any,
) -> bytes:
    """A PDF with one page for each text, in Helvetica near its middle, then `content`."""
    pdf = Pdf.new()
    for text in texts or ("",):
        add_page(pdf, text, size, origin, rotate, crop, content)
    return saved(pdf, **saving)


def add_page(
    pdf: Pdf,
    text: str,
    size: tuple[float, float] = A4,
    origin: tuple[float, float] = (0, 0),
    rotate: int = 0,
    crop: Sequence[float] | None = None,
    content: bytes = b"",
) -> pikepdf.Page:
    """Add one page and answer with it."""
    page = pdf.add_blank_page(page_size=size)
    x, y = origin
    page.obj.MediaBox = Array([x, y, x + size[0], y + size[1]])
    if crop is not None:
        page.obj.CropBox = Array(list(crop))
    if rotate:
        page.obj.Rotate = rotate
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    drawing = f"BT /F1 12 Tf {x + size[0] / 3:.1f} {y + size[1] / 2:.1f} Td ({text}) Tj ET\n"
    page.obj.Contents = Stream(pdf, drawing.encode("latin-1") + content)
    return page


def saved(pdf: Pdf, **saving: Any) -> bytes:
    """The bytes of `pdf`."""
    target = io.BytesIO()
    pdf.save(target, **saving)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and its sides, in points from the lower left of a page that is not turned."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What a reader sees of a page."""

    width: float
    height: float
    text: str
    letters: tuple[Letter, ...]


def texts(data: bytes) -> list[str]:
    """The words of each page, on one line each."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(_page_text(page).split()) for page in document]
    finally:
        document.close()


def seen(data: bytes) -> Iterator[SeenPage]:
    """Each page with where its letters stand."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            width, height = page.get_size()
            yield SeenPage(width, height, _page_text(page), tuple(_letters(page)))
    finally:
        document.close()


def pictures_of(data: bytes, scale: float = 1.0) -> list[Any]:
    """Each page as a picture, in RGB."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=scale).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def where(picture: Any, colour: tuple[int, int, int], tolerance: int = 12) -> Any:
    """A mask of the places in the picture that have nearly this colour."""
    masks = [
        band.point([255 if abs(value - wanted) <= tolerance else 0 for value in range(256)])
        for band, wanted in zip(picture.split(), colour, strict=True)
    ]
    return ImageChops.multiply(ImageChops.multiply(masks[0], masks[1]), masks[2])


def how_much(picture: Any, colour: tuple[int, int, int]) -> int:
    """How many pixels have nearly this colour."""
    return int(where(picture, colour).histogram()[255])


def bookmarks(data: bytes) -> list[tuple[int, str, int]]:
    """Depth, title and page (from 0) of every bookmark, in order."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [
            (item.level, item.get_title(), item.get_dest().get_index())
            for item in document.get_toc(max_depth=5)
        ]
    finally:
        document.close()


def page_labels(data: bytes) -> list[str]:
    """What a reader calls each page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [document.get_page_label(index) for index in range(len(document))]
    finally:
        document.close()


def every_byte(data: bytes) -> bytes:
    """All that can be found in the file: its bytes, and every stream and string unpacked."""
    parts = [data]
    with Pdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            parts.append(item.unparse())
            if isinstance(item, Stream):
                parts.extend(_unpacked(item))
        parts.append(pdf.trailer.unparse())
    return b"\n".join(parts)


def _unpacked(item: Any) -> Iterator[bytes]:
    yield repr(dict(item.items())).encode("utf-8", "replace")
    try:
        yield item.read_bytes()
    except pikepdf.PdfError:
        yield item.read_raw_bytes()


def _page_text(page: Any) -> str:
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()


def _letters(page: Any) -> Iterator[Letter]:
    text_page = page.get_textpage()
    try:
        whole = text_page.get_text_range()
        for index in range(min(text_page.count_chars(), len(whole))):
            if whole[index].strip():
                yield Letter(whole[index], *text_page.get_charbox(index))
    finally:
        text_page.close()
