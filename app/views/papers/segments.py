"""A few choices side by side, of which one always holds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.views.theme.fonts import font
from app.views.theme.metrics import CONTROL_HEIGHT, MEDIUM, RADIUS_CONTROL
from app.views.theme.palette import current_tokens
from app.views.widgets.naming import named


class Segment(QAbstractButton):
    """One choice."""

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, name, text)
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("strong")).horizontalAdvance(self.text())
        return QSize(width + 2 * MEDIUM + 2, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        ground = None
        if self.isChecked():
            ground = tokens.accent_soft
        elif self.underMouse():
            ground = tokens.hover
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(place, RADIUS_CONTROL - 2, RADIUS_CONTROL - 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, RADIUS_CONTROL - 2, RADIUS_CONTROL - 2)
        painter.setFont(font("strong" if self.isChecked() else "medium"))
        painter.setPen(QColor(tokens.accent if self.isChecked() else tokens.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Segments(QWidget):
    """The arrow keys go from choice to choice; `chosen` carries the key of the new one."""

    chosen = Signal(str)

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def add(self, key: str, text: str) -> None:
        """Add a choice; the first one holds."""
        segment = Segment(text, f"{self.objectName()}-{key}", self)
        segment.setChecked(not self._segments)
        self._segments[key] = segment
        self._group.addButton(segment)
        self._line.addWidget(segment)
        segment.toggled.connect(lambda is_on: self.chosen.emit(key) if is_on else None)

    def key(self) -> str:
        """The one that holds."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def choose(self, key: str) -> None:
        """Choose one, as by a click."""
        self._segments[key].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.field_line), 1))
        painter.setBrush(QColor(tokens.surface))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()
