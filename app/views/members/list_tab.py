"""One list on a card: its heading, a line to search in it, and the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.members.rows import RowsSource, Shown
from app.views.members.sector_cell import SectorDelegate
from app.views.theme.metrics import HUGE
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import page_margins
from app.views.widgets.naming import named
from app.views.widgets.search_field import SearchField
from app.views.widgets.table import ColumnMemory, DataTable
from app.views.widgets.table_model import WindowedModel

NO_HITS = _("Ingen treff. Trykk Esc i søkefeltet for å se alle.")
_SEARCH_WIDTH, _NARROW = 220, 980


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list is called, what its search says, and what stands there while it is empty."""

    name: str
    title: str
    search: str
    empty: str
    icon: str
    verb: str = ""
    on_start: Callable[[], object] | None = None


class ListTab(QWidget):
    """`opened` comes for Enter and double click; the context menu has the actions given."""

    opened = Signal(int)

    def __init__(
        self,
        words: ListWords,
        voice: Voice,
        memory: ColumnMemory,
        columns: Sequence[Shown[Any]],
        key: Callable[[Any], int],
        spared: Sequence[str] = (),
    ) -> None:
        """The `spared` columns are not shown where the room is short."""
        super().__init__()
        self._spared = spared
        self._source = RowsSource(columns, key)
        self._model = WindowedModel(self._source.columns, self._source)
        self.table = DataTable(f"table-{words.name}", words.title, self._model, memory)
        self.search = SearchField(f"search-{words.name}", words.search, self.table)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.search.searched.connect(self._sift)
        self.card = Card(words.title, f"card-{words.name}", action=self.search)
        self._empty = EmptyState(
            f"empty-{words.name}",
            words.empty,
            icon=words.icon,
            verb=words.verb,
            on_start=words.on_start,
        )
        self._no_hits = EmptyState(f"no-hits-{words.name}", voice.word(NO_HITS), icon="search")
        self._show_emptiness(self._empty, self._no_hits)
        for place, column in enumerate(self._source.columns):
            if column.key == "sector":
                self.table.setItemDelegateForColumn(place, SectorDelegate(self.table))
        self.table.opened.connect(self.opened)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._actions: Sequence[QAction] = ()
        self.menu = named(QMenu(self), f"menu-{words.name}", words.title)
        self.card.add(self.table, stretch=1)
        box = QVBoxLayout(self)
        left, top, right, _bottom = page_margins()
        box.setContentsMargins(left, top, right, HUGE - 4)
        box.addWidget(self.card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.hide_columns(self._spared, event.size().width() < _NARROW)

    def show_rows(self, rows: Sequence[Any], *, title: str = "", below: str = "") -> None:
        """Show these rows; what was chosen stays so."""
        self._source.take(rows)
        self._model.refresh()
        self.card.tell(title=title or None, below=below)

    def offer(self, actions: Sequence[QAction]) -> None:
        """What can be done with the chosen row, for the context menu and its keys."""
        self._actions = actions
        self.table.addActions(list(actions))

    def chosen(self) -> Any:
        """The row that is chosen; `None` for none."""
        key = self.table.key
        return None if key is None else self._source.row(key)

    def row(self, key: int) -> Any:
        """A row by its key; `None` when it is not there."""
        return self._source.row(key)

    def choose(self, key: int) -> None:
        """Choose a row, also one that the search hides."""
        if self._model.row_of(key) is None and self._source.row(key) is not None:
            self.search.clear()
            self._sift("")
        self.table.choose(key)

    def focus_table(self) -> None:
        """Put the keyboard in the list, on its first row where none is chosen."""
        if self.table.key is None and self._model.rowCount():
            self.table.choose(self._model.key(0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sift(self, text: str) -> None:
        empty, other = (self._no_hits, self._empty) if text else (self._empty, self._no_hits)
        self._show_emptiness(empty, other)
        self._model.search(text)
        self._show_emptiness(empty, other)

    def _show_emptiness(self, shown: QWidget, other: QWidget) -> None:
        other.setParent(self.table)
        other.hide()
        self.table.show_when_empty(shown)

    def _show_menu(self, at: QPoint) -> None:
        if self.table.indexAt(at).isValid() and self._actions:
            self.menu.clear()
            self.menu.addActions(list(self._actions))
            self.menu.popup(self.table.viewport().mapToGlobal(at))
