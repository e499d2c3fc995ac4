"""A picture as SVG: plain shapes and real text, with a title and a description for everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from app.documents.drawings.ink import PAPER
from app.domain.drawing import Box, Drawing, Loop, RingPart, Shape, Stroke, Words, outline
from app.domain.rich_text import clean

FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_DASHES = "4 3"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_svg(drawing: Drawing, language: str) -> bytes:
    """`drawing` as one SVG file; text keeps the room it was given with whatever font is there."""
    wide, high = _n(drawing.width), _n(drawing.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" role="img" aria-labelledby="title desc" '
        f'xml:lang="{_safe(language)}">',
        f'<title id="title">{_safe(drawing.title)}</title>',
        f'<desc id="desc">{_safe(drawing.said)}</desc>',
        f'<g font-family="{_safe(FONT)}" font-variant-numeric="tabular-nums">',
        *_elements(drawing.shapes),
        "</g>",
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _elements(shapes: tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Box):
            yield _box(shape)
        elif isinstance(shape, Stroke):
            yield _stroke(shape)
        elif isinstance(shape, RingPart):
            yield _ring_part(shape)
        elif shape.text:
            yield _words(shape)


def _box(box: Box) -> str:
    place = (
        f'x="{_n(box.x)}" y="{_n(box.y)}" '
        f'width="{_n(max(box.width, 0))}" height="{_n(max(box.height, 0))}"'
    )
    radius = f' rx="{_n(box.radius)}"' if box.radius else ""
    fill = f' fill="{PAPER[box.fill]}"' if box.fill else ' fill="none"'
    share = f' fill-opacity="{_n(box.share)}"' if box.fill and box.share < 1 else ""
    edge = f' stroke="{PAPER[box.edge]}"' if box.edge else ""
    dashed = f' stroke-dasharray="{_DASHES}"' if box.edge and box.dashed else ""
    return f"<rect {place}{radius}{fill}{share}{edge}{dashed}/>"


def _stroke(stroke: Stroke) -> str:
    share = f' stroke-opacity="{_n(stroke.share)}"' if stroke.share < 1 else ""
    dashed = f' stroke-dasharray="{_DASHES}"' if stroke.dashed else ""
    return (
        f'<line x1="{_n(stroke.x1)}" y1="{_n(stroke.y1)}" x2="{_n(stroke.x2)}" '
        f'y2="{_n(stroke.y2)}" stroke="{PAPER[stroke.ink]}" stroke-width="{_n(stroke.width)}"'
        f"{share}{dashed}/>"
    )


def _ring_part(part: RingPart) -> str:
    fill = f' fill="{PAPER[part.fill]}" fill-rule="evenodd"' if part.fill else ' fill="none"'
    share = f' fill-opacity="{_n(part.share)}"' if part.fill and part.share < 1 else ""
    edge = ""
    if part.edge:
        edge = f' stroke="{PAPER[part.edge]}" stroke-width="{_n(part.edge_width)}"'
    dashed = f' stroke-dasharray="{_DASHES}"' if part.edge and part.dashed else ""
    path = " ".join(_loop(loop) for loop in outline(part))
    return f'<path d="{path}"{fill}{share}{edge}{dashed}/>'


def _loop(loop: Loop) -> str:
    """`M` to its beginning, `L` and `C` along it, `Z` at its end."""
    parts = [f"M{_n(loop.start[0])} {_n(loop.start[1])}"]
    for step in loop.steps:
        points = " ".join(f"{_n(x)} {_n(y)}" for x, y in step)
        parts.append(("L" if len(step) == 1 else "C") + points)
    return " ".join((*parts, "Z"))


def _words(words: Words) -> str:
    weight = f' font-weight="{words.weight}"' if words.weight != 400 else ""
    room = f' textLength="{_n(words.width)}" lengthAdjust="spacingAndGlyphs"' if words.width else ""
    middle = ' text-anchor="middle"' if words.is_centred else ""
    turn = ""
    if words.turn:
        turn = f' transform="rotate({_n(words.turn)} {_n(words.x)} {_n(words.y)})"'
    return (
        f'<text x="{_n(words.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}" '
        f'fill="{PAPER[words.ink]}"{weight}{room}{middle}{turn}>{_safe(words.text)}</text>'
    )


def _n(value: float) -> str:
    """A number with at most two decimals, and no zero below zero."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _safe(text: str) -> str:
    """`text` as it can stand in XML: nothing in it is markup, and nothing is unreadable."""
    return escape(_NOT_XML.sub("", clean(text)), quote=True)
