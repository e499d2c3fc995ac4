"""Papirkurv: what was deleted, when and by whom, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n.catalogue import _
from app.services.bin import BinRow
from app.services.changes import Changes, Kind
from app.services.house import House
from app.views.bin.bin_table import SPARED, BinSource, columns
from app.views.editing.actions import action, on_enter, say_why_not
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button, say_why
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import column, page_margins
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.widgets.search_field import SearchField
from app.views.widgets.table import DataTable
from app.views.widgets.table_model import WindowedModel

BIN = _("Papirkurv")
SEARCH = _("Søk i papirkurven")
RESTORE = _("Hent tilbake")
RESTORED = _("«{title}» er hentet tilbake.")
LIES_THERE = _("{n:ting|ting} som kan hentes tilbake")
CHOOSE_FIRST = _("Velg det du vil hente tilbake.")
EMPTY = _(
    "Papirkurven er tom. Møter, saker, vedlegg og personer som slettes, havner her og kan hentes "
    "tilbake når som helst."
)
NOT_FOUND = _("Ingenting i papirkurven passer med det du søker etter.")

_SHOWN = frozenset({Kind.MEETING, Kind.CASE, Kind.PERSON, Kind.BODY})
_NARROW = 980


class BinPage(Page):
    """One table; nothing is ever emptied, since what was deleted stays in the file."""

    def __init__(self, bench: Workbench, house: House) -> None:
        voice = bench.voice
        self._button = button(
            voice.word(RESTORE),
            "restore-chosen",
            "primary",
            icon="undo-2",
            on_click=lambda: self.restore(),
        )
        super().__init__("bin", PageHeader(voice.word(BIN), actions=[self._button]))
        self._bench, self._house = bench, house
        self._source = BinSource(voice)
        self._model = WindowedModel(columns(voice), self._source)
        self.table = DataTable("bin-table", voice.word(BIN), self._model, bench.memory)
        self.table.setProperty("kind", "framed")
        self._empty = EmptyState("empty-bin", voice.word(EMPTY), icon="trash-2")
        self.table.show_when_empty(self._empty)
        self.search = SearchField("bin-search", voice.word(SEARCH), self.table)
        self.search.setMaximumWidth(360)
        body = QWidget()
        box = column(self.search, margins=page_margins())
        box.addWidget(self.table, 1)
        body.setLayout(box)
        self.fill(body)
        self._make_actions()
        self.search.searched.connect(self._search)
        self.table.chosen.connect(lambda _key: self._settle())
        self._settle()
        self._read()

    def refresh_if(self, changes: Changes) -> None:
        """Whatever was deleted or taken back, here or elsewhere."""
        if changes.kinds & _SHOWN:
            self._read()

    def page_actions(self) -> Sequence[QAction]:
        """Taking back what is chosen."""
        return (self._restore,)

    def take_focus(self) -> None:
        """The table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self) -> None:
        """Take back the chosen row; it can be undone like any verb."""
        row = self._chosen()
        if row is not None:
            self._bench.change(
                lambda: self._house.bin.restore(row.kind, row.id),
                said=self._bench.voice.fill(RESTORED, title=row.title),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.hide_columns(SPARED, event.size().width() < _NARROW)

    def _make_actions(self) -> None:
        self._restore = action(
            self,
            self._bench.voice.word(RESTORE),
            "restore-from-bin",
            self.restore,
            icon="undo-2",
            is_local=True,
        )
        on_enter(self._restore)
        self.table.addAction(self._restore)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def _read(self) -> None:
        self._bench.read(self._house.bin.all, self._show)

    def _show(self, rows: Sequence[BinRow]) -> None:
        """What comes after the one that was taken out is chosen next."""
        here = max(self.table.currentIndex().row(), 0)
        self._source.take(rows)
        self._model.refresh()
        if self.table.key is None and self._model.rowCount():
            self.table.selectRow(min(here, self._model.rowCount() - 1))
        voice = self._bench.voice
        self.header.tell(side=voice.fill(LIES_THERE, n=len(rows)) if rows else "")
        self._settle()

    def _search(self, words: str) -> None:
        self._model.search(words)
        self._settle()

    def _chosen(self) -> BinRow | None:
        return self._source.row(self.table.key) if self.table.key is not None else None

    def _settle(self) -> None:
        """Say why nothing can be taken back, or let it be done."""
        word = self._bench.voice.word
        self._empty.tell(word(NOT_FOUND if self._source.count else EMPTY))
        why = None if self._chosen() is not None else word(CHOOSE_FIRST)
        say_why(self._button, why)
        say_why_not(self._restore, why)

    def _show_menu(self, where: QPoint) -> None:
        index = self.table.indexAt(where)
        if index.isValid():
            self.table.selectRow(index.row())
            menu = QMenu(self)
            menu.setObjectName("bin-row-menu")
            menu.addAction(self._restore)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.table.viewport().mapToGlobal(where))
