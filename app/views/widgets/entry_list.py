"""The list of two-line entries on screen: walked with the arrows, moved by drag or Alt+arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.views.theme.fonts import font
from app.views.theme.metrics import LARGE, MEDIUM, SMALL, TINY
from app.views.theme.palette import current_tokens
from app.views.widgets.entries import ENTRY, Entry, EntryModel, Index
from app.views.widgets.naming import named
from app.views.widgets.painted_chip import chip_size, paint_chip

_LEAD_WIDTH = 54
_AIR = 10
_GAP = 2
_MOST_LINES = 2


class EntryDelegate(QStyledItemDelegate):
    """Paints number, title on at most two lines, subtitle, and side word or chip."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        place: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, place, state)
        inner = place.adjusted(LARGE - 2, _AIR, -LARGE + 2, -_AIR)
        tokens = current_tokens()
        if entry.lead:
            painter.setFont(font("medium"))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft, entry.lead)
        self._paint_side(painter, inner, entry)
        words = self._words(inner, entry)
        title = font("section" if entry.is_heading else "medium")
        title.setPixelSize(font("medium").pixelSize())
        painter.setFont(title)
        painter.setPen(QColor(tokens.text))
        lines = wrapped(entry.title, QFontMetrics(title), words.width())
        for line in lines:
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft, line)
            words.setTop(words.top() + _line_height("medium"))
        words.setTop(words.top() + _GAP)
        self._paint_under(painter, words, inner.right(), entry)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        inner = QRect(0, 0, width, 100).adjusted(LARGE - 2, 0, -LARGE + 2, 0)
        metrics = QFontMetrics(font("medium"))
        lines = len(wrapped(entry.title, metrics, self._words(inner, entry).width()))
        height = 2 * _AIR + lines * _line_height("medium")
        if entry.subtitle or entry.mark:
            height += _GAP + _line_height("small")
        return QSize(width, height + 1)

    def _words(self, inner: QRect, entry: Entry) -> QRect:
        """Where title and subtitle stand: right of the number, left of what is at the side."""
        left = inner.left() + (0 if entry.is_heading and not entry.lead else _LEAD_WIDTH)
        return QRect(left, inner.top(), inner.right() - left - _side_width(entry), inner.height())

    def _paint_under(self, painter: QPainter, words: QRect, right: int, entry: Entry) -> None:
        """The subtitle, and the mark at the right end of its line."""
        room = right - words.left()
        if entry.mark is not None:
            size = chip_size(entry.mark[0])
            paint_chip(painter, right - size.width() + 1, words.top() - TINY + 1, *entry.mark)
            room -= size.width() + SMALL
        painter.setFont(font("small"))
        painter.setPen(QColor(current_tokens().muted))
        under = painter.fontMetrics().elidedText(entry.subtitle, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRect(words.left(), words.top(), room, words.height()),
            Qt.AlignmentFlag.AlignLeft,
            under,
        )

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        tokens = current_tokens()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(tokens.hover))
        painter.setPen(QPen(QColor(tokens.faint_line), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(
                QRect(place.left(), place.top(), 3, place.height() - 1), QColor(tokens.accent)
            )

    def _paint_side(self, painter: QPainter, inner: QRect, entry: Entry) -> None:
        tokens = current_tokens()
        if entry.chip is not None:
            size = chip_size(entry.chip[0])
            paint_chip(painter, inner.right() - size.width() + 1, inner.top() - 2, *entry.chip)
        elif entry.side:
            painter.setFont(font("small"))
            painter.setPen(QColor(tokens.muted))
            side = inner.adjusted(0, 1, 0, 0)
            painter.drawText(side, Qt.AlignmentFlag.AlignRight, entry.side)


class EntryList(QListView):
    """Chooses one entry; `chosen` comes for the arrows too, `opened` for Enter and double click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(
        self, name: str, spoken: str, model: EntryModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setMinimumWidth(240)
        self.activated.connect(lambda index: self.opened.emit(model.entry(index).key))
        self.selectionModel().currentChanged.connect(self._tell)
        self._key: int | None = None

    @property
    def key(self) -> int | None:
        """The chosen entry's key."""
        return self._key

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these and keep what was chosen, or the place of what is gone."""
        key, row = self._key, self.currentIndex().row()
        self._model.show_entries(entries)
        place = self._model.place_of(key) if key is not None else None
        if place is None and entries and row >= 0:
            place = min(row, self._model.rowCount() - 1)
        if place is not None and place >= 0:
            self._set(place)

    def choose(self, key: int) -> None:
        """Choose an entry and bring it into sight; one that is not shown is passed by."""
        place = self._model.place_of(key)
        if place is not None:
            self._set(place)

    def hold_still(self) -> None:
        """The file can only be read: nothing here is moved or written."""
        self._model.is_still = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrows moves the chosen entry, Home and End to either end."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and self._key is not None:
            here, last = self.currentIndex().row(), self._model.rowCount() - 1
            places = {
                Qt.Key.Key_Up: here - 1,
                Qt.Key.Key_Down: here + 1,
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: last,
            }
            place = places.get(Qt.Key(event.key()))
            if place is not None:
                self._model.want_move(self._key, place)
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _set(self, place: int) -> None:
        index = self._model.index(place)
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.scrollTo(index)

    def _tell(self, index: QModelIndex) -> None:
        key = self._model.entry(index).key if index.isValid() else None
        if key is not None and key != self._key:
            self._key = key
            self.chosen.emit(key)


def wrapped(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """`text` on at most two lines of `width`, the last one cut with an ellipsis."""
    if width <= 0 or metrics.horizontalAdvance(text) <= width:
        return [text]
    first: list[str] = []
    words = text.split()
    while words and metrics.horizontalAdvance(" ".join((*first, words[0]))) <= width:
        first.append(words.pop(0))
    if not first or not words:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [" ".join(first), rest][:_MOST_LINES]


def _line_height(step: str) -> int:
    return QFontMetrics(font(step)).height() + TINY - 2


def _side_width(entry: Entry) -> int:
    if entry.chip is not None:
        return chip_size(entry.chip[0]).width() + MEDIUM
    if entry.side:
        return QFontMetrics(font("small")).horizontalAdvance(entry.side) + MEDIUM
    return SMALL
