"""How a page looks on its ground: shadow, paper, picture, marks over the words that were found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QRegion

from app.views.theme.tokens import Tokens
from app.views.widgets.pdf_view.source import Box, Strip

PAPER = QColor("#FFFFFF")
_INK = QColor("#5E6B73")
"""Words of ours on paper, which is white in both themes."""
_MARK = QColor("#FFE69A")
_CURRENT = QColor("#FFB64D")
_CURRENT_EDGE = QColor("#9A6200")
_SHADOW = ((1, 1, 30), (2, 3, 14), (4, 7, 7))
"""Layers: how far out, how far down, how dark of 255."""
_REACH = max(out + down for out, down, _dark in _SHADOW) + 1


def ground_of(tokens: Tokens) -> QColor:
    """The soft ground that pages lie on."""
    return QColor(tokens.pressed if tokens.scheme == "light" else tokens.background)


def paint_paper(painter: QPainter, place: QRect, tokens: Tokens, ratio: float) -> None:
    """An empty page with its shadow."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    shadow = QColor(tokens.shadow)
    reach = round(_REACH * ratio)
    # Only the rim is painted: a whole page in three layers takes longer than all the rest.
    painter.setClipRegion(QRegion(place.adjusted(-reach, -reach, reach, reach)) - QRegion(place))
    for out, down, dark in _SHADOW:
        shadow.setAlpha(dark if tokens.scheme == "light" else min(4 * dark, 120))
        painter.setBrush(shadow)
        spread, fall = out * ratio, down * ratio
        edge = QRectF(place).adjusted(-spread, fall - spread, spread, fall + spread)
        painter.drawRoundedRect(edge, 2 * spread, 2 * spread)
    painter.restore()
    painter.fillRect(place, PAPER)


def paint_strip(
    painter: QPainter, place: QRect, page_width: int, strip: Strip, image: QImage
) -> None:
    """One strip of a page; one that was drawn in another size is stretched to fit."""
    if strip.width == page_width:
        painter.drawImage(place.left(), place.top() + strip.top, image)
        return
    stretch = page_width / strip.width
    top = place.top() + strip.top * stretch
    target = QRectF(place.left(), top, page_width, image.height() * stretch)
    painter.drawImage(target, image)


def paint_marks(
    painter: QPainter,
    place: QRect,
    scale: float,
    marks: Iterable[tuple[Box, bool]],
    ratio: float,
) -> None:
    """Marks over words that were found, as with a pen; the current one also has an edge."""
    for box, is_current in marks:
        where = QRectF(
            place.left() + box.left * scale,
            place.top() + box.top * scale,
            (box.right - box.left) * scale,
            (box.bottom - box.top) * scale,
        ).adjusted(-ratio, -ratio, ratio, ratio)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(where, _CURRENT if is_current else _MARK)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if is_current:
            painter.setPen(QPen(_CURRENT_EDGE, 1.5 * ratio))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(where)


def paint_words(painter: QPainter, place: QRect, words: str, font: QFont, ratio: float) -> None:
    """A sentence of ours in the middle of a page that could not be drawn."""
    scaled = QFont(font)
    scaled.setPixelSize(round(font.pixelSize() * ratio))
    painter.setFont(scaled)
    painter.setPen(_INK)
    air = place.width() // 6
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(place.adjusted(air, 0, -air, 0), flags, words)
