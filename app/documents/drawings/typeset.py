"""A picture as PDF pages or as PNG, set by typst with our own fonts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.documents.content import Metadata
from app.documents.drawings.ink import PAPER
from app.documents.pdf.glyphs import ReadyText
from app.documents.pdf.typeset import Typeset, rasterised, typeset
from app.domain.drawing import (
    A4_LANDSCAPE,
    Box,
    Drawing,
    Paper,
    RingPart,
    Shape,
    Stroke,
    Words,
    outline,
)

TEMPLATE = "drawing"
_DOTS = 144
"""Per inch: one and a half times the screen's own, so that a picture can be enlarged a little."""
_MOST_PIXELS = 40_000_000


def to_pdf(pages: Iterable[Drawing], meta: Metadata, paper: Paper = A4_LANDSCAPE) -> Typeset:
    """Each of `pages` as wide as a sheet of `paper`; same drawings, same bytes."""
    ready = ReadyText()
    made = typeset(TEMPLATE, _data(list(pages), meta, ready, paper), meta.dated_on)
    return Typeset(made.data, (*ready.problems, *made.problems))


def to_png(drawing: Drawing, meta: Metadata) -> Typeset:
    """One picture in dots; a very large one has fewer to the inch."""
    ready = ReadyText()
    dots = float(_DOTS)
    while drawing.width * drawing.height * (dots / 96) ** 2 > _MOST_PIXELS:
        dots *= 0.8
    data = rasterised(TEMPLATE, _data([drawing], meta, ready, None), meta.dated_on, dots)
    return Typeset(data, ready.problems)


def _data(
    pages: list[Drawing], meta: Metadata, ready: ReadyText, paper: Paper | None
) -> dict[str, Any]:
    return {
        "paper-width": None if paper is None else paper.width,
        "title": ready(meta.title),
        "author": ready(meta.author),
        "subject": ready(meta.subject),
        "language": meta.language.split("-")[0],
        "region": meta.language.partition("-")[2] or None,
        "pages": [
            {
                "width": page.width,
                "height": page.height,
                "said": ready(page.said),
                "shapes": [_value(shape, ready) for shape in page.shapes],
            }
            for page in pages
        ],
    }


def _value(shape: Shape, ready: ReadyText) -> dict[str, Any]:
    if isinstance(shape, Box):
        return {
            "kind": "box",
            "at": [shape.x, shape.y],
            "size": [max(shape.width, 0), max(shape.height, 0)],
            "fill": _ink(shape.fill, shape.share),
            "edge": _ink(shape.edge, 1),
            "dashed": shape.dashed,
            "radius": shape.radius,
        }
    if isinstance(shape, Stroke):
        return {
            "kind": "stroke",
            "from": [shape.x1, shape.y1],
            "to": [shape.x2, shape.y2],
            "ink": _ink(shape.ink, shape.share),
            "width": shape.width,
            "dashed": shape.dashed,
        }
    if isinstance(shape, RingPart):
        return {
            "kind": "ring-part",
            "loops": [{"start": loop.start, "steps": loop.steps} for loop in outline(shape)],
            "fill": _ink(shape.fill, shape.share),
            "edge": _ink(shape.edge, 1),
            "width": shape.edge_width,
            "dashed": shape.dashed,
        }
    assert isinstance(shape, Words)
    return {
        "kind": "words",
        "at": [shape.x, shape.y],
        "back": shape.width / 2 if shape.is_centred else 0,
        "turn": shape.turn,
        "text": ready(shape.text),
        "ink": PAPER[shape.ink],
        "size": shape.size,
        "weight": shape.weight,
    }


def _ink(name: str, share: float) -> str | None:
    """The colour mixed with the paper: PDF/A readers and printers draw that everywhere alike."""
    if not name:
        return None
    parts = (int(PAPER[name][place : place + 2], 16) for place in (1, 3, 5))
    mixed = (round(255 - (255 - part) * share) for part in parts)
    return "#" + "".join(f"{part:02X}" for part in mixed)
