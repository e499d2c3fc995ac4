"""A table on screen: sorted by its headings, remembered in widths and order, opened by Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from app.views.theme.fonts import font
from app.views.theme.metrics import MEDIUM, TABLE_ROW_HEIGHT
from app.views.widgets.naming import named
from app.views.widgets.table_cells import CellDelegate
from app.views.widgets.table_model import Order, WindowedModel
from app.views.widgets.table_widths import share_room

_SETTLED = 500
"""Milliseconds after the last change of a column before it is remembered."""

_NARROWEST = 48
_LOOKED_AT = 100
"""Rows whose words decide how wide a growing column wants to be: those of the first page."""


class ColumnMemory(Protocol):
    """Remembers how the user arranged a table, from one start to the next."""

    def columns(self, table: str) -> Mapping[str, object]:
        """What was kept for `table`; empty for nothing."""

    def keep_columns(self, table: str, arrangement: Mapping[str, object]) -> None:
        """Keep it."""


class DataTable(QTableView):
    """One row is chosen at a time; `opened` comes for Enter and double click."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(
        self,
        name: str,
        spoken: str,
        model: WindowedModel,
        memory: ColumnMemory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self._model, self._memory = model, memory
        self._empty: QWidget | None = None
        self._key: int | None = None
        self._wanted: dict[int, int] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._remember)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self._set_up_rows()
        self._set_up_columns()
        self._recall()
        model.modelReset.connect(self._after_reset)
        model.dataChanged.connect(lambda *_: self._measure())
        self.activated.connect(lambda index: self.opened.emit(model.key(index.row())))
        self.selectionModel().currentRowChanged.connect(self._tell)

    @property
    def key(self) -> int | None:
        """The chosen row's key."""
        return self._key

    def choose(self, key: int) -> None:
        """Choose a row and bring it into sight; one that is not there is passed by."""
        row = self._model.row_of(key)
        if row is not None:
            self._select(row)
            self.scrollTo(self._model.index(row, 0))

    def hide_columns(self, keys: Sequence[str], hidden: bool) -> None:
        """Hide the columns that can be spared where the room is short, or show them again."""
        for place, column in enumerate(self._model.columns):
            if column.key in keys and self.isColumnHidden(place) != hidden:
                self.setColumnHidden(place, hidden)
        self._share_room()

    def open_at_once(self) -> None:
        """One click opens a row, where rows are a few lines that lead somewhere."""
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.opened.emit(self._model.key(index.row())))

    def show_all_rows(self, *, least: int) -> None:
        """Be at least as tall as the rows that there are; what is around scrolls."""
        rows = max(least, self._model.rowCount())
        header = self.horizontalHeader().sizeHint().height()
        self.setMinimumHeight(header + rows * TABLE_ROW_HEIGHT + 2 * self.frameWidth())

    def show_when_empty(self, widget: QWidget) -> None:
        """Show `widget` over the table while it has no rows."""
        self._empty = widget
        widget.setParent(self)
        self._place_empty()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying takes the chosen row, one tab between its cells."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._key is not None:
            QGuiApplication.clipboard().setText("\t".join(self._chosen_texts()))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._place_empty()

    def _chosen_texts(self) -> list[str]:
        """The cells of the chosen row, as they stand on screen."""
        row, header = self.currentIndex().row(), self.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(header.count())]
        return [self._model.cell(self._model.index(row, place)).text for place in places]

    def _set_up_rows(self) -> None:
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(TABLE_ROW_HEIGHT)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        named(header, f"{self.objectName()}-header", self.accessibleName())
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setSectionsClickable(True)
        for place, column in enumerate(self._model.columns):
            self.setColumnWidth(place, column.width)
            if column.grows:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self._settle.start())

    def _resized(self, section: int, _before: int, _after: int) -> None:
        """A column that the user made wider takes the room from those that grow."""
        self._settle.start()
        if not self._model.columns[section].grows:
            self._share_room()

    def _measure(self) -> None:
        """How wide each growing column would like to be, by what stands in it."""
        rows = range(min(self._model.rowCount(), _LOOKED_AT))
        plain, strong = QFontMetrics(font("body")), QFontMetrics(font("medium"))
        self._wanted.clear()
        for place, column in enumerate(self._model.columns):
            if column.grows:
                cells = (self._model.cell(self._model.index(row, place)) for row in rows)
                widths = [
                    (strong if cell.strong else plain).horizontalAdvance(cell.text)
                    for cell in cells
                ]
                own = self.horizontalHeader().sectionSizeHint(place)
                self._wanted[place] = max([own, *(width + 2 * MEDIUM + 2 for width in widths)])
        self._share_room()

    def _share_room(self) -> None:
        """Give the columns that grow what the others leave, by what stands in them."""
        header = self.horizontalHeader()
        shown = [place for place in range(header.count()) if not header.isSectionHidden(place)]
        growing = [place for place in shown if self._model.columns[place].grows]
        taken = sum(header.sectionSize(place) for place in shown if place not in growing)
        wanted = [self._wanted.get(place) or header.sectionSizeHint(place) for place in growing]
        widths = share_room(self.viewport().width() - taken, wanted, _NARROWEST)
        for place, width in zip(growing, widths, strict=True):
            if header.sectionSize(place) != width:
                header.resizeSection(place, width)

    def _sort_by(self, section: int) -> None:
        """First click up, second down, third back to the natural order."""
        column = self._model.columns[section]
        if not column.sorts:
            return
        now = self._model.order
        if now is None or now.column != column.key:
            self._show_order(Order(column.key))
        else:
            self._show_order(None if now.descending else Order(column.key, descending=True))
        self._settle.start()

    def _show_order(self, order: Order | None) -> None:
        header = self.horizontalHeader()
        header.setSortIndicatorShown(order is not None)
        if order is not None:
            keys = [column.key for column in self._model.columns]
            way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(keys.index(order.column), way)
        self._model.sort_by(order)

    def _remember(self) -> None:
        if self._memory is None:
            return
        header = self.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(header.count())]
        order = self._model.order
        self._memory.keep_columns(
            self.objectName(),
            {
                "order": [self._model.columns[place].key for place in places],
                "widths": {
                    self._model.columns[place].key: header.sectionSize(place)
                    for place in places
                    if not header.isSectionHidden(place)
                },
                "sorted": [order.column, order.descending] if order else None,
            },
        )

    def _recall(self) -> None:
        """What was kept is used as far as it still fits the columns."""
        kept = self._memory.columns(self.objectName()) if self._memory is not None else {}
        keys = [column.key for column in self._model.columns]
        header = self.horizontalHeader()
        order, widths, ordered = kept.get("order"), kept.get("widths"), kept.get("sorted")
        if isinstance(order, Sequence) and sorted(map(str, order)) == sorted(keys):
            for place, key in enumerate(order):
                header.moveSection(header.visualIndex(keys.index(key)), place)
        if isinstance(widths, Mapping):
            for place, column in enumerate(self._model.columns):
                width = widths.get(column.key)
                if isinstance(width, int) and not column.grows:
                    self.setColumnWidth(place, max(48, min(width, 2_000)))
        if isinstance(ordered, Sequence) and len(ordered) == 2 and ordered[0] in keys:
            self._show_order(Order(ordered[0], bool(ordered[1])))
        self._settle.stop()

    def _after_reset(self) -> None:
        """Rows came or went, or stand in another order: what was chosen stays so."""
        row = self._model.row_of(self._key) if self._key is not None else None
        if row is None:
            self._key = None
        else:
            self._select(row)
        self._place_empty()
        self._measure()

    def _select(self, row: int) -> None:
        """This row alone, whatever keys are held just now."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self._model.index(row, 0), flags.ClearAndSelect | flags.Rows
        )

    def _tell(self, index: QModelIndex) -> None:
        key = self._model.key(index.row()) if index.isValid() else None
        if key is not None and key != self._key:
            self._key = key
            self.chosen.emit(key)

    def _place_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().geometry())
            self._empty.setVisible(self._model.rowCount() == 0)
