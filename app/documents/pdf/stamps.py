"""The stamp on every attachment page: set by typst, put on by pikepdf, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from app.documents.pdf.glyphs import ReadyText
from app.documents.pdf.typeset import typeset

SHEET_WIDTH = 595.276
"""A stamp has its natural size on A4; on other sheets it grows and shrinks with the short side."""

_MARGIN = 10.0
_LARGEST, _SMALLEST = 12.0, 0.2
_WIDEST = 0.94
_PLAIN = frozenset({"/Length", "/Filter", "/DecodeParms"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands on one page; `page` is its number in the package."""

    text: str
    page: str


def put_stamps(pdf: Pdf, pages: Sequence[Page], stamps: Sequence[Stamp], dated_on: date) -> None:
    """Stamp each of `pages` (already in `pdf`) at its top right corner as it is seen.

    What the page held before becomes one form, so that nothing in it, however broken, can move,
    colour or cut the stamp.
    """
    if not stamps:
        return
    ready = ReadyText()
    data = {"stamps": [asdict(Stamp(ready(stamp.text), stamp.page)) for stamp in stamps]}
    made = typeset("stamps", data, dated_on, archival=False)
    wrapped: set[tuple[int, int]] = set()
    with Pdf.open(io.BytesIO(made.data)) as drawn:
        for page, stamp in zip(pages, drawn.pages, strict=True):
            form = pdf.copy_foreign(stamp.as_form_xobject())
            _put(pdf, page, form, wrapped)


def _put(pdf: Pdf, page: Page, stamp: Any, wrapped: set[tuple[int, int]]) -> None:
    forms = Dictionary(RundgangStamp=stamp)
    matrix = " ".join(f"{value:.4f}" for value in _place(page, stamp.BBox))
    drawing = f"q {matrix} cm /RundgangStamp Do Q"
    content = _as_form(pdf, page, wrapped)
    if content is not None:
        forms["/RundgangPage"] = content
        drawing = f"q /RundgangPage Do Q {drawing}"
    page.obj.Resources = Dictionary(XObject=forms)
    page.obj.Contents = Stream(pdf, drawing.encode("ascii"))


def _as_form(pdf: Pdf, page: Page, wrapped: set[tuple[int, int]]) -> Any:
    """The page's content as a form, its packed bytes untouched; None when there is none."""
    content = page.obj.get("/Contents")
    if isinstance(content, Array):
        page.contents_coalesce()
        content = page.obj.get("/Contents")
    if not isinstance(content, Stream):
        return None
    if content.objgen in wrapped or not _PLAIN.issuperset(content.keys()):
        content = _copied(pdf, content)
    wrapped.add(content.objgen)
    resources = page.obj.get("/Resources")
    content.Type, content.Subtype = Name.XObject, Name.Form
    content.BBox = page.mediabox
    content.Resources = resources if isinstance(resources, Dictionary) else Dictionary()
    return content


def _copied(pdf: Pdf, content: Any) -> Any:
    """The same drawing as an object of its own: pages may share one, with other resources."""
    copy = Stream(pdf, content.read_raw_bytes())
    for key in ("/Filter", "/DecodeParms"):
        if key in content:
            copy[key] = content[key]
    return pdf.make_indirect(copy)


def _place(page: Page, stamp: Any) -> tuple[float, float, float, float, float, float]:
    """The matrix that takes the stamp to the top right of the page as it is shown."""
    left, bottom, right, top = _shown(page)
    turn = _turn(page)
    width, height = right - left, top - bottom
    if turn in (90, 270):
        width, height = height, width
    wide, high = float(stamp[2]), float(stamp[3])
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


def _shown(page: Page) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of what a reader sees: the crop box within the media box."""
    media, crop = _sides(page.mediabox), _sides(page.cropbox)
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _turn(page: Page) -> int:
    value = page.obj.get("/Rotate", 0)
    return int(value) % 360 if isinstance(value, int | Decimal) else 0


def _sides(box: Any) -> tuple[float, float, float, float]:
    x, y, other_x, other_y = (float(side) for side in box)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)
