"""Paints a picture's shapes, in the colours of the window or of paper."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.domain.drawing import Box, RingPart, Shape, Stroke, Words, outline
from app.views.theme.fonts import font
from app.views.theme.tokens import Tokens

_DASHES = (4.0, 3.0)
_colours: dict[tuple[str, str, float], QColor] = {}
"""Made once each: a picture has thousands of shapes in a dozen colours."""


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], tokens: Tokens) -> None:
    """Paint in order, in the painter's own units."""
    for shape in shapes:
        if isinstance(shape, Box):
            _paint_box(painter, shape, tokens)
        elif isinstance(shape, Stroke):
            _paint_stroke(painter, shape, tokens)
        elif isinstance(shape, RingPart):
            _paint_ring_part(painter, shape, tokens)
        elif shape.text:
            _paint_words(painter, shape, tokens)


def _paint_box(painter: QPainter, box: Box, tokens: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(box.edge, 1, box.dashed, 1.0, tokens) if box.edge else Qt.PenStyle.NoPen)
    painter.setBrush(_colour(box.fill, box.share, tokens) if box.fill else Qt.BrushStyle.NoBrush)
    place = QRectF(box.x, box.y, max(box.width, 0), max(box.height, 0))
    radius = min(box.radius, place.width() / 2)
    painter.drawRoundedRect(place, radius, radius)


def _paint_stroke(painter: QPainter, stroke: Stroke, tokens: Tokens) -> None:
    # A straight line that is smoothed would be two pixels wide and pale.
    is_straight = stroke.x1 == stroke.x2 or stroke.y1 == stroke.y2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_straight)
    painter.setPen(_pen(stroke.ink, stroke.width, stroke.dashed, stroke.share, tokens))
    painter.drawLine(QLineF(stroke.x1, stroke.y1, stroke.x2, stroke.y2))


def _paint_ring_part(painter: QPainter, part: RingPart, tokens: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_edged = bool(part.edge)
    edge = _pen(part.edge, part.edge_width, part.dashed, 1.0, tokens) if is_edged else None
    painter.setPen(Qt.PenStyle.NoPen if edge is None else edge)
    painter.setBrush(_colour(part.fill, part.share, tokens) if part.fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(ring_path(part))


def ring_path(part: RingPart) -> QPainterPath:
    """The edge of a part of a ring, to be painted or to be pointed into."""
    path = QPainterPath()
    for loop in outline(part):
        path.moveTo(*loop.start)
        for step in loop.steps:
            if len(step) == 1:
                path.lineTo(*step[0])
            else:
                path.cubicTo(*(QPointF(*point) for point in step))
        path.closeSubpath()
    return path


def _paint_words(painter: QPainter, words: Words, tokens: Tokens) -> None:
    face = _font(words.size, words.weight)
    painter.setFont(face)
    painter.setPen(_colour(words.ink, 1.0, tokens))
    back = QFontMetricsF(face).horizontalAdvance(words.text) / 2 if words.is_centred else 0.0
    if not words.turn:
        painter.drawText(QPointF(words.x - back, words.y), words.text)
        return
    painter.save()
    painter.translate(words.x, words.y)
    painter.rotate(words.turn)
    painter.drawText(QPointF(-back, 0), words.text)
    painter.restore()


def _pen(ink: str, width: float, dashed: bool, share: float, tokens: Tokens) -> QPen:
    pen = QPen(_colour(ink, share, tokens), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([length / width for length in _DASHES])
    return pen


def _colour(ink: str, share: float, tokens: Tokens) -> QColor:
    key = (tokens.scheme, ink, share)
    if key not in _colours:
        colour = QColor(getattr(tokens, ink))
        colour.setAlphaF(share)
        _colours[key] = colour
    return _colours[key]


@cache
def _font(size: float, weight: int) -> QFont:
    made = QFont(font("body"))
    made.setPixelSize(round(size))
    made.setWeight(QFont.Weight(weight))
    return made
