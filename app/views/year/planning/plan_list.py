"""The list of a year's plan on screen: walked with the arrows, taken or left out with the space."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.views.widgets.naming import named
from app.views.year.planning.lines import PlanLine
from app.views.year.planning.painting import LINE, PlanDelegate, tick_place

Index = QModelIndex | QPersistentModelIndex


class PlanModel(QAbstractListModel):
    """The lines in order."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[PlanLine] = []

    def show_lines(self, lines: Sequence[PlanLine]) -> None:
        """Show these; the same ones keep their places without a flicker."""
        if list(lines) == self.lines:
            return
        same = [_key(line) for line in lines] == [_key(line) for line in self.lines]
        if same:
            self.lines = list(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            self.layoutChanged.emit()
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def place_of(self, key: tuple[str, int | None]) -> int | None:
        """The row of a line."""
        return next((row for row, line in enumerate(self.lines) if _key(line) == key), None)

    # The default is the one of Qt, and never changed.
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken()
        if role == Qt.ItemDataRole.CheckStateRole and not line.is_there:
            return Qt.CheckState.Checked if line.is_taken else Qt.CheckState.Unchecked
        return line if role == LINE else None


class PlanList(QListView):
    """Tells which line is chosen, and which is to be taken or left out."""

    chosen = Signal(object)
    """The `PlanLine` with the keyboard."""
    ticked = Signal(str)
    """The key of a proposal that is to be taken, or left out, the other way round than now."""
    opened = Signal(object)

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._model = PlanModel()
        self.setModel(self._model)
        self.setItemDelegate(PlanDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(520)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(lambda index: self.opened.emit(self._model.lines[index.row()]))

    @property
    def lines(self) -> Sequence[PlanLine]:
        """What is shown."""
        return self._model.lines

    @property
    def line(self) -> PlanLine | None:
        """The chosen line."""
        row = self.currentIndex().row()
        return self._model.lines[row] if 0 <= row < len(self._model.lines) else None

    def show_lines(self, lines: Sequence[PlanLine]) -> None:
        """Show these and keep what was chosen, else choose the first proposal."""
        here = self.line
        row = self.currentIndex().row()
        self._model.show_lines(lines)
        place = self._model.place_of(_key(here)) if here is not None else None
        if place is None and lines:
            first = next((row for row, line in enumerate(lines) if not line.is_there), 0)
            place = min(row, len(lines) - 1) if row >= 0 else first
        if place is not None:
            self._set(place)

    def choose(self, key: str) -> None:
        """Choose a proposal and bring it into sight."""
        place = self._model.place_of((key, None))
        if place is not None:
            self._set(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar takes the chosen proposal, or leaves it out."""
        line = self.line
        if event.key() == Qt.Key.Key_Space and line is not None and not line.is_there:
            self.ticked.emit(line.key)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        line = self._model.lines[index.row()]
        place = tick_place(self.visualRect(index)).adjusted(-8, -8, 8, 8)
        if not line.is_there and place.contains(event.position().toPoint()):
            self.ticked.emit(line.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def tick_rect(self, key: str) -> QRect:
        """Where the mark of a proposal is."""
        place = self._model.place_of((key, None))
        return tick_place(self.visualRect(self._model.index(place or 0)))

    def sizeHint(self) -> QSize:
        return QSize(720, 400)

    def _set(self, place: int) -> None:
        index = self._model.index(place)
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)
        else:
            self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.lines[index.row()])


def _key(line: PlanLine) -> tuple[str, int | None]:
    return line.key, line.meeting_id
