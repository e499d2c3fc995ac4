"""The picture of the round on screen: as wide as the window, and wider where years need it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from app.domain.drawing import Shape, moved
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.hosting import words
from app.services.hosting.facts import RoundView
from app.services.hosting.paper import legend
from app.services.hosting.picture import HEAD, ROW, Mark, RoundPicture, lay_out
from app.services.pictures.legend import legend_shapes
from app.views.theme.metrics import LARGE, MEDIUM
from app.views.theme.palette import current_tokens
from app.views.widgets.drawing import paint_shapes
from app.views.widgets.naming import named
from app.views.widgets.text import plain_tooltip

NAME = _("Bilde av rundgangen")
_SCROLL = 40


class RoundCanvas(QAbstractScrollArea):
    """`chosen` comes with a turn's key when its mark is clicked; the arrows scroll."""

    chosen = Signal(int)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "round-picture", voice.word(NAME))
        self._voice = voice
        self._view: RoundView | None = None
        self._key: int | None = None
        self.picture: RoundPicture | None = None
        self._legend: tuple[Shape, ...] = ()
        self._legend_height = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setMouseTracking(True)
        named(self.viewport(), "round-picture-viewport", voice.word(NAME))
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())

    def show_view(self, view: RoundView) -> None:
        """Show a round; where one looks stays, and at first the latest years are seen."""
        is_first = self._view is None
        self._view = view
        self.setAccessibleName(words.said(view, self._voice))
        self._lay_out()
        if is_first:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def mark(self, key: int | None) -> None:
        """Put a ring around a turn, and bring it into sight."""
        self._key = key
        found = self._marked()
        if found is not None:
            bar, room = self.horizontalScrollBar(), self.viewport().width()
            side = self.picture.side if self.picture is not None else 0
            if found.x < bar.value() + side:
                bar.setValue(round(found.x - side - _SCROLL))
            elif found.x + found.width > bar.value() + room:
                bar.setValue(round(found.x + found.width - room + _SCROLL))
        self.viewport().update()

    def place_of(self, key: int) -> QRectF:
        """Where a turn's mark is in the viewport; empty for one that has none."""
        found = next((one for one in self._marks() if one.key == key), None)
        return QRectF() if found is None else self._rect(found)

    def sizeHint(self) -> QSize:
        """As high as all municipalities and the legend under them."""
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        high = HEAD + ROW if self.picture is None else self.picture.height + MEDIUM
        return QSize(600, round(high + self._legend_height) + MEDIUM + below)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self.viewport()), current_tokens()
        painter.fillRect(event.rect(), QColor(tokens.surface))
        if self.picture is None:
            return
        painter.translate(-self.horizontalScrollBar().value(), 0)
        paint_shapes(painter, self.picture.shapes, tokens)
        painter.resetTransform()
        found = self._marked()
        if found is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._rect(found).adjusted(-1, -1, 1, 1), 5, 5)
        side = QRectF(0, 0, self.picture.side, self.viewport().height())
        painter.fillRect(side, QColor(tokens.surface))
        painter.setClipRect(side)
        paint_shapes(painter, self.picture.beside, tokens)
        painter.setClipping(False)
        paint_shapes(painter, moved(self._legend, LARGE, self.picture.height + MEDIUM), tokens)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_mark = self._at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self.chosen.emit(found.key)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = "\n".join(self._told_at(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    def _told_at(self, at: QPoint) -> tuple[str, ...]:
        """What is known of the turn at a place, or of the municipality whose name stands there."""
        if self.picture is not None and at.x() < self.picture.side:
            return self.picture.row_at(at.y())
        found = self._at(at)
        return () if found is None else found.told

    def _lay_out(self) -> None:
        if self._view is None:
            return
        self.picture = lay_out(self._view, self._voice, self.viewport().width())
        bar, room = self.horizontalScrollBar(), self.viewport().width()
        self._legend, self._legend_height = legend_shapes(
            legend(self._view, self._voice), room - 2 * LARGE
        )
        bar.setRange(0, max(0, round(self.picture.width) - room))
        bar.setPageStep(room)
        bar.setSingleStep(_SCROLL)
        self.updateGeometry()
        self.mark(self._key)

    def _marks(self) -> tuple[Mark, ...]:
        return () if self.picture is None else self.picture.marks

    def _marked(self) -> Mark | None:
        return next((one for one in self._marks() if one.key == self._key), None)

    def _rect(self, mark: Mark) -> QRectF:
        left = mark.x - self.horizontalScrollBar().value()
        return QRectF(left, mark.y, mark.width, mark.height)

    def _at(self, at: QPoint | QPointF) -> Mark | None:
        if self.picture is None or at.x() < self.picture.side:
            return None
        return self.picture.mark_at(at.x() + self.horizontalScrollBar().value(), at.y())
