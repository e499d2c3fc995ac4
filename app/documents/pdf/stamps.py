"""The stamp on every attachment page, at the top right as the page is seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from app.documents.pdf.glyphs import ReadyText
from app.documents.pdf.stamp_type import Face, faces
from app.documents.pdf.streams import one_stream

SHEET_WIDTH = 595.276
"""A stamp has its natural size on A4; on other sheets it grows and shrinks with the short side."""

TYPE_SIZE = 7.5
HEIGHT = 15.0

_PAD, _BASELINE = 6.0, 4.8
_MARGIN = 10.0
_LARGEST, _SMALLEST = 12.0, 0.2
_WIDEST = 0.94
_INK, _ACCENT, _LINE, _WHITE = ".106 .141 .161", ".043 .361 .420", ".682 .718 .737", "1 1 1"
_PLAIN = frozenset({"/Length", "/Filter", "/DecodeParms"})
_Sides = tuple[float, float, float, float]
_UNSEEN = re.compile("[\u00ad\u200b]")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands on one page; `page` is its number in the package."""

    text: str
    page: str


def put_stamps(pdf: Pdf, pages: Sequence[Page], stamps: Sequence[Stamp], dated_on: date) -> None:
    """Stamp each of `pages`, which are in `pdf` already.

    What the page held before becomes one form, so that nothing in it, however broken, can move,
    colour or cut the stamp.
    """
    if not stamps:
        return
    ready = ReadyText()
    words = [" ".join(_UNSEEN.sub("", ready(stamp.text)).split()) for stamp in stamps]
    regular, bold = faces(pdf, [*words, *(stamp.page for stamp in stamps)], dated_on)
    fonts = Dictionary(RundgangText=regular.font, RundgangPage=bold.font)
    wrapped: set[tuple[int, int]] = set()
    for page, text, stamp in zip(pages, words, stamps, strict=True):
        drawing, width = _drawn(text, stamp.page, regular, bold)
        _put(pdf, page, drawing, width, fonts, wrapped)


def _drawn(text: str, page: str, regular: Face, bold: Face) -> tuple[str, float]:
    """The stamp drawn from its lower left corner, and its width: a box of text, one of number."""
    left = regular.width(text, TYPE_SIZE) + 2 * _PAD
    right = bold.width(page, TYPE_SIZE) + 2 * _PAD
    drawing = (
        f"{_WHITE} rg 0 0 {left + right:.2f} {HEIGHT} re f "
        f"{_ACCENT} rg {left:.2f} 0 {right:.2f} {HEIGHT} re f "
        f".5 w {_LINE} RG .25 .25 {left - 0.25:.2f} {HEIGHT - 0.5} re S "
        f"BT {_INK} rg /RundgangText {TYPE_SIZE} Tf {_PAD} {_BASELINE} Td "
        f"{regular.encoded(text)} Tj ET "
        f"BT {_WHITE} rg /RundgangPage {TYPE_SIZE} Tf {left + _PAD:.2f} {_BASELINE} Td "
        f"{bold.encoded(page)} Tj ET"
    )
    return drawing, left + right


def _put(
    pdf: Pdf, page: Page, stamp: str, width: float, fonts: Dictionary, wrapped: set[tuple[int, int]]
) -> None:
    matrix = " ".join(f"{value:.4f}" for value in _place(page, width, HEIGHT))
    drawing = f"q {matrix} cm {stamp} Q"
    content = page.obj.get("/Contents")
    if isinstance(content, Array) and (content := one_stream(pdf, content)) is None:
        _put_after(pdf, page, drawing, fonts)
        return
    page_resources = page.obj.get("/Resources")
    page.obj.Resources = Dictionary(Font=fonts)
    if isinstance(content, Stream):
        form = _as_form(pdf, content, page, page_resources, wrapped)
        page.obj.Resources.XObject = Dictionary(RundgangPage=form)
        drawing = f"q /RundgangPage Do Q {drawing}"
    page.obj.Contents = Stream(pdf, drawing.encode("ascii"))


def _put_after(pdf: Pdf, page: Page, drawing: str, fonts: Dictionary) -> None:
    """The stamp after content in many pieces that cannot be joined: the page is as it was."""
    pieces = [each for each in page.obj.Contents if isinstance(each, Stream)]
    before, after = Stream(pdf, b"q"), Stream(pdf, f"Q {drawing}".encode("ascii"))
    page.obj.Contents = Array([before, *pieces, after])
    resources = _entries(page.obj.get("/Resources"))
    both = _entries(resources.get("/Font")) | _entries(fonts)
    page.obj.Resources = Dictionary(resources | {"/Font": Dictionary(both)})


def _entries(item: Any) -> dict[str, Any]:
    return dict(item.items()) if isinstance(item, Dictionary) else {}


def _as_form(
    pdf: Pdf, content: Any, page: Page, resources: Any, wrapped: set[tuple[int, int]]
) -> Any:
    """The page's content as a form, its packed bytes untouched."""
    if content.objgen in wrapped or not _PLAIN.issuperset(content.keys()):
        content = _copied(pdf, content)
    wrapped.add(content.objgen)
    content.Type, content.Subtype = Name.XObject, Name.Form
    content.BBox = page.obj.MediaBox
    content.Resources = resources if isinstance(resources, Dictionary) else Dictionary()
    return content


def _copied(pdf: Pdf, content: Any) -> Any:
    """The same drawing as an object of its own: pages may share one, with other resources."""
    copy = Stream(pdf, content.read_raw_bytes())
    for key in ("/Filter", "/DecodeParms"):
        if key in content:
            copy[key] = content[key]
    return pdf.make_indirect(copy)


def _place(page: Page, wide: float, high: float) -> tuple[float, float, float, float, float, float]:
    """The matrix that takes the stamp to the top right of the page as it is shown."""
    left, bottom, right, top = _shown(page)
    turn = _turn(page)
    width, height = right - left, top - bottom
    if turn in (90, 270):
        width, height = height, width
    scale = min(max(min(width, height) / SHEET_WIDTH, _SMALLEST), _LARGEST, _WIDEST * width / wide)
    margin = min(_MARGIN * scale, max(width - wide * scale, 0.0) / 2)
    across = width - margin - wide * scale
    up = height - margin - high * scale
    if turn == 90:
        return (0, scale, -scale, 0, right - up, bottom + across)
    if turn == 180:
        return (-scale, 0, 0, -scale, right - across, top - up)
    if turn == 270:
        return (0, -scale, scale, 0, left + up, top - across)
    return (scale, 0, 0, scale, left + across, bottom + up)


def _shown(page: Page) -> _Sides:
    """Left, bottom, right, top of what a reader sees: the crop box within the media box."""
    media = _sides(page.obj.MediaBox)
    if "/CropBox" not in page.obj:
        return media
    crop = _sides(page.obj.CropBox)
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _turn(page: Page) -> int:
    value = page.obj.get("/Rotate", 0)
    return int(value) % 360 if isinstance(value, int | Decimal) else 0


def _sides(box: Any) -> _Sides:
    x, y, other_x, other_y = map(float, box)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)
