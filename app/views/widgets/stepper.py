"""Where a meeting stands in its life: steps that are done, the one it is at, those ahead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.fonts import font
from app.views.theme.icons import pixmap
from app.views.theme.metrics import HUGE, SMALL, TINY
from app.views.theme.palette import current_tokens
from app.views.widgets.naming import named

_DOT = 16
_LINK = HUGE + TINY
_SHORTEST_LINK = SMALL

SPOKEN = _("Steg {place:tall} av {count:tall}: {step}")
"""What a screen reader says of the steps."""


class Stepper(QWidget):
    """Tells, and is not clicked; steps before the current one are done and carry a tick."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._steps: tuple[str, ...] = ()
        self._current = 0
        named(self, "stepper")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[str], current: int) -> None:
        """Show `steps`; `current` counts from 0, and one past the last says that all are done."""
        if not 0 <= current <= len(steps):
            raise ValueError(f"no step {current} among {len(steps)}")
        self._steps, self._current = tuple(steps), current
        here = min(current, len(steps) - 1)
        spoken = self._voice.fill(SPOKEN, place=here + 1, count=len(steps), step=steps[here])
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._words_width() + _LINK * max(len(self._steps) - 1, 0), _DOT + 6)

    def minimumSizeHint(self) -> QSize:
        shortest = _SHORTEST_LINK * max(len(self._steps) - 1, 0)
        return QSize(self._words_width() + shortest, _DOT + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0
        for place in range(len(self._steps)):
            left = self._paint_step(painter, place, left)

    def _paint_step(self, painter: QPainter, place: int, left: int) -> int:
        """Paint one step with the link after it; returns where the next begins."""
        tokens = current_tokens()
        middle = self.height() // 2
        self._paint_dot(painter, place, QRectF(left + 0.5, middle - _DOT / 2, _DOT - 1, _DOT - 1))
        left += _DOT + SMALL - 2
        is_here = place == self._current
        painter.setFont(font("small"))
        if is_here:
            strong = font("small")
            strong.setWeight(strong.Weight.DemiBold)
            painter.setFont(strong)
        painter.setPen(QColor(tokens.text if is_here else tokens.muted))
        width = painter.fontMetrics().horizontalAdvance(self._steps[place]) + 2
        words = QRect(left, 0, width, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._steps[place])
        left += width + TINY
        if place < len(self._steps) - 1:
            link = self._link()
            painter.setPen(QPen(QColor(tokens.field_line), 1))
            painter.drawLine(QPointF(left, middle), QPointF(left + link - SMALL, middle))
            left += link - TINY
        return left

    def _paint_dot(self, painter: QPainter, place: int, where: QRectF) -> None:
        tokens = current_tokens()
        if place < self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.ok))
            painter.drawEllipse(where)
            tick = pixmap("check", "on_accent", 10, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(where.x() + 2.5, where.y() + 2.5), tick)
        elif place == self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(where)
        else:
            painter.setPen(QPen(QColor(tokens.field_line), 1))
            painter.setBrush(QColor(tokens.surface))
            painter.drawEllipse(where)

    def _link(self) -> int:
        """The length of the lines between steps: shorter where the room is short."""
        gaps = max(len(self._steps) - 1, 1)
        room = (self.width() - self._words_width()) // gaps
        return max(_SHORTEST_LINK, min(_LINK, room))

    def _words_width(self) -> int:
        strong = font("small")
        strong.setWeight(strong.Weight.DemiBold)
        metrics = QFontMetrics(strong)
        words = sum(metrics.horizontalAdvance(step) + 2 for step in self._steps)
        return words + len(self._steps) * (_DOT + SMALL - 2)
