"""A table of any length: the ordered keys in memory, the rows fetched by the page when painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.views.theme.tokens import Tone

CELL = Qt.ItemDataRole.UserRole + 1
ALIGN = Qt.ItemDataRole.UserRole + 2
_PAGE = 100
_PAGES_KEPT = 24

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `key` names what is sorted by, `grows` takes the room that is left."""

    key: str
    title: str
    width: int = 120
    align: Literal["left", "right"] = "left"
    sorts: bool = True
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words in an ink, or a chip of a tone."""

    text: str
    ink: str = "text"
    tone: Tone | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """Sorted by this column."""

    column: str
    descending: bool = False


class TableSource(Protocol):
    """Where rows come from: ordered keys, and the cells of some of them; sorts and sifts in SQL."""

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        """The keys of all rows that `search` leaves, in `order` (the natural one for `None`)."""

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        """The cells of these rows, by column; a row that is gone is left out."""


class WindowedModel(QAbstractTableModel):
    """Keeps the last pages that were painted; everything else stays in the file."""

    def __init__(self, columns: Sequence[Column], source: TableSource) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._source = source
        self._keys: Sequence[int] = ()
        self._pages: OrderedDict[int, Mapping[int, Sequence[Cell]]] = OrderedDict()
        self._order: Order | None = None
        self._search = ""

    @property
    def order(self) -> Order | None:
        """How it is sorted; `None` for the source's own order."""
        return self._order

    def refresh(self) -> None:
        """Read anew what is there; rows that stayed are only painted again."""
        keys = self._source.keys(self._order, self._search)
        self._pages.clear()
        if list(keys) == list(self._keys):
            if keys:
                last = self.index(len(keys) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._keys = keys
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only the rows that the source finds for `text`."""
        if text != self._search:
            self._search = text
            self.refresh()

    def sort_by(self, order: Order | None) -> None:
        """Show the rows in this order."""
        if order != self._order:
            self._order = order
            self.refresh()

    def key(self, row: int) -> int:
        """The key of a row."""
        return self._keys[row]

    def row_of(self, key: int) -> int | None:
        """Where a key stands; `None` when it is not there."""
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def cell(self, index: Index) -> Cell:
        """What stands at `index`; nothing when the row is gone meanwhile."""
        number = index.row() // _PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._source.rows(self._keys[number * _PAGE : (number + 1) * _PAGE])
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        cells = page.get(self._keys[index.row()])
        return cells[index.column()] if cells is not None else Cell("")

    # The default is the one of Qt, and never changed.
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    # As above.
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == CELL:
            return self.cell(index)
        if role == ALIGN:
            return self.columns[index.column()].align
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index).text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag[f"Align{column.align.capitalize()}"]
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
