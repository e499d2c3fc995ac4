"""The legend under a picture: what its signs mean, on as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.pictures.legend import Sign, legend_shapes
from app.views.theme.palette import current_tokens
from app.views.widgets.drawing import paint_shapes
from app.views.widgets.naming import named

NAME = _("Tegnforklaring")


class Legend(QWidget):
    """Read aloud as words."""

    def __init__(self, voice: Voice, name: str) -> None:
        super().__init__()
        named(self, name, voice.word(NAME))
        self._signs: tuple[Sign, ...] = ()

    def show_signs(self, signs: tuple[Sign, ...]) -> None:
        """Explain what this picture uses."""
        self._signs = signs
        self.setAccessibleDescription(", ".join(sign.text for sign in signs))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        shapes, _height = legend_shapes(self._signs, self.width())
        paint_shapes(QPainter(self), shapes, current_tokens())

    def _fit(self) -> None:
        _shapes, height = legend_shapes(self._signs, self.width())
        self.setFixedHeight(round(height))
        self.update()
