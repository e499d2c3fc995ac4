"""The legend under the timeline: the sectors with their seats, and what the signs mean (R6)."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.timeline.facts import TimelineFacts
from app.services.timeline.paper import Mark, legend, legend_shapes
from app.views.theme.palette import current_tokens
from app.views.widgets.drawing import paint_shapes
from app.views.widgets.naming import named

NAME = _("Tegnforklaring")


class Legend(QWidget):
    """As many lines as the width asks for; read aloud as words."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        named(self, "timeline-legend", voice.word(NAME))
        self._voice = voice
        self._marks: tuple[Mark, ...] = ()

    def show_facts(self, facts: TimelineFacts) -> None:
        """Explain what this picture uses."""
        self._marks = legend(facts, self._voice)
        self.setAccessibleDescription(", ".join(mark.text for mark in self._marks))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        shapes, _height = legend_shapes(self._marks, self.width())
        paint_shapes(QPainter(self), shapes, current_tokens())

    def _fit(self) -> None:
        _shapes, height = legend_shapes(self._marks, self.width())
        self.setFixedHeight(round(height))
        self.update()
