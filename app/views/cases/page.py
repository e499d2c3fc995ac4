"""The page "Saker": every case of the file in a table, and the brief of the one that is open.

What is behind the table is imported when it is first wanted, so that the table is there at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.i18n.catalogue import _
from app.services.bodies import BodyRow
from app.services.case_list import CaseFilter
from app.services.changes import Changes, Kind
from app.services.editing.done import Done
from app.services.house import House
from app.views.cases.case_table import SPARED, CasesSource, columns
from app.views.cases.filters import CaseFilters
from app.views.editing.actions import action, on_enter, separator
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import column, page_margins
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.widgets.table import DataTable
from app.views.widgets.table_model import WindowedModel

if TYPE_CHECKING:
    from app.views.cases.desk import CaseDesk

CASES = _("Saker")
NEW_CASE = _("Ny sak")
SHOWN = _("{n:sak|saker}")
OPEN, DELETE = _("Åpne saken"), _("Slett saken")
TO_AGENDA = _("Sett på saksliste")
DELETED = _("«{title}» ligger i papirkurven.")
NO_CASES = _(
    "Ingen saker her. En sak samler saksframlegg, vedlegg og vedtak på ett sted. Endre filtrene "
    "over, eller lag en ny."
)

_SHOWN_BY = frozenset({Kind.CASE, Kind.MEETING, Kind.BODY})
_NEW = "new"
_NARROW = 980


class CasesPage(Page):
    """The table until a case is opened, then its brief."""

    def __init__(self, bench: Workbench, house: House) -> None:
        voice = bench.voice
        new = button(
            voice.word(NEW_CASE), "new-case", "primary", icon="plus", on_click=self.ask_new
        )
        super().__init__("cases", PageHeader(voice.word(CASES), actions=[new]))
        self._bench, self._house = bench, house
        self.list = CaseList(bench, house)
        self.desk: CaseDesk | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self.fill(self._stack)
        self._make_actions()
        self.list.opened.connect(self._open)
        self.list.counted.connect(lambda count: self.header.tell(side=voice.fill(SHOWN, n=count)))
        self.list.new_wanted.connect(self.ask_new)
        self.list.refresh()

    def refresh_if(self, changes: Changes) -> None:
        """Both the table and the open case."""
        if changes.kinds & _SHOWN_BY:
            self.list.refresh()
        if self.desk is not None:
            self.desk.refresh_if(changes)

    def go_to(self, place: str) -> None:
        """`34`, `34/proposal`, `new`; nothing for the table."""
        first, _slash, field = place.partition("/")
        if first.isdigit():
            self._show_desk().show_case(int(first), field)
            return
        self._show_list()
        if first == _NEW:
            self.ask_new()

    def place(self) -> str:
        """The open case, or nothing for the table."""
        if self.desk is None or self._stack.currentWidget() is not self.desk:
            return ""
        return str(self.desk.case_id or "")

    def page_actions(self) -> Sequence[QAction]:
        """What can be done with the table, or with the open case."""
        if self.desk is not None and self._stack.currentWidget() is self.desk:
            return self.desk.page_actions()
        return self._on_list

    def take_focus(self) -> None:
        """The table, or the title of the case."""
        if self.desk is not None and self._stack.currentWidget() is self.desk:
            self.desk.brief.take_focus()
        else:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Store what is typed."""
        if self.desk is not None:
            self.desk.leave()

    def ask_new(self) -> None:
        """Ask for a new case."""
        self._bench.read(self._house.bodies.all, self._open_dialog)

    def _make_actions(self) -> None:
        word = self._bench.voice.word
        self._on_list: Sequence[QAction] = (
            action(
                self.list,
                f"{word(NEW_CASE)} …",
                "new-case",
                self.ask_new,
                "Ctrl+Shift+N",
                icon="plus",
            ),
            separator(self.list),
            action(
                self.list,
                word(OPEN),
                "open-case",
                self._open_chosen,
                icon="external-link",
                is_local=True,
            ),
            action(
                self.list,
                f"{word(TO_AGENDA)} …",
                "chosen-to-agenda",
                self._ask_for_meeting,
                "Ctrl+Shift+G",
                icon="calendar-days",
                is_local=True,
            ),
            action(
                self.list,
                word(DELETE),
                "delete-chosen",
                self._delete_chosen,
                "Delete",
                icon="trash-2",
                is_local=True,
            ),
        )
        on_enter(self._on_list[2])
        self.list.use_actions(self._on_list[2:])

    def _open_dialog(self, bodies: Sequence[BodyRow]) -> None:
        from app.views.cases.new_case import NewCaseDialog

        NewCaseDialog(self, self._bench, self._house, bodies, self._made).open()

    def _made(self, done: Done) -> None:
        self._open(done.id)

    def _open(self, key: int) -> None:
        self._bench.go_to(f"cases/{key}")

    def _open_chosen(self) -> None:
        if self.list.table.key is not None:
            self._open(self.list.table.key)

    def _ask_for_meeting(self) -> None:
        from app.views.cases.to_agenda import ask_for_meeting

        key = self.list.table.key
        if key is not None:
            ask_for_meeting(self, self._bench, self._house, key, self.list.chosen_title())

    def _delete_chosen(self) -> None:
        key, title = self.list.table.key, self.list.chosen_title()
        if key is not None:
            self._bench.change(
                lambda: self._house.edit.cases.delete(key),
                said=self._bench.voice.fill(DELETED, title=title),
            )

    def _show_desk(self) -> CaseDesk:
        if self.desk is None:
            from app.views.cases.desk import CaseDesk

            self.desk = CaseDesk(self._bench, self._house)
            self.desk.left.connect(lambda: self._bench.go_to("cases"))
            self._stack.addWidget(self.desk)
        self.header.hide()
        self._stack.setCurrentWidget(self.desk)
        return self.desk

    def _show_list(self) -> None:
        self.leave()
        self.header.show()
        self._stack.setCurrentWidget(self.list)


class CaseList(QWidget):
    """Filters and the table under them."""

    opened = Signal(int)
    counted = Signal(int)
    new_wanted = Signal()

    def __init__(self, bench: Workbench, house: House) -> None:
        super().__init__()
        self.setObjectName("case-list")
        self._bench, self._house = bench, house
        voice = bench.voice
        self._source = CasesSource(voice, house.case_list)
        self._model = WindowedModel(columns(voice), self._source)
        self.table = DataTable("cases-table", voice.word(CASES), self._model, bench.memory)
        self.table.setProperty("kind", "framed")
        self.filters = CaseFilters(voice, self.table)
        self.table.show_when_empty(
            EmptyState(
                "no-cases",
                voice.word(NO_CASES),
                icon="file-text",
                verb=voice.word(NEW_CASE),
                on_start=self.new_wanted.emit,
            )
        )
        box = column(self.filters, margins=page_margins())
        box.addWidget(self.table, 1)
        self.setLayout(box)
        self._actions: Sequence[QAction] = ()
        self.filters.searched.connect(self._search)
        self.filters.changed.connect(self._sift)
        self.table.opened.connect(self.opened)
        self._model.modelReset.connect(lambda: self.counted.emit(self._model.rowCount()))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def refresh(self) -> None:
        """Read anew what there is."""
        self._model.refresh()
        self.counted.emit(self._model.rowCount())
        bodies, cases = self._house.bodies, self._house.case_list
        self._bench.read(
            lambda: (bodies.all(), cases.years()), lambda read: self.filters.offer(*read)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.hide_columns(SPARED, event.size().width() < _NARROW)

    def use_actions(self, actions: Sequence[QAction]) -> None:
        """What can be done with a row."""
        self._actions = actions
        self.table.addActions(list(actions))

    def chosen_title(self) -> str:
        """What the chosen case is called."""
        index = self.table.currentIndex()
        return self._model.cell(index.siblingAtColumn(1)).text if index.isValid() else ""

    def _search(self, words: str) -> None:
        self._model.search(words)

    def _sift(self, which: CaseFilter) -> None:
        self._source.which = which
        self._model.refresh()

    def _show_menu(self, where: QPoint) -> None:
        index = self.table.indexAt(where)
        if index.isValid():
            self.table.selectRow(index.row())
            menu = QMenu(self)
            menu.setObjectName("case-row-menu")
            menu.addActions(list(self._actions))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.table.viewport().mapToGlobal(where))
