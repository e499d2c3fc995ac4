"""The page "Møter": every meeting by year and body, and the workspace of the one that is open.

What is behind the list is imported when it is first wanted, so that the list is there at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.i18n.catalogue import _
from app.services.bodies import BodyRow
from app.services.changes import Changes, Kind
from app.services.editing.done import Done
from app.services.house import House
from app.services.meetings import MeetingRow
from app.views.editing.actions import action, on_enter, separator
from app.views.meetings.meeting_table import SPARED, MeetingsSource, columns
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import column, page_margins
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.widgets.search_field import SearchField
from app.views.widgets.table import DataTable
from app.views.widgets.table_model import WindowedModel
from app.views.widgets.tabs import TabStrip
from app.views.widgets.year_picker import YearPicker

if TYPE_CHECKING:
    from app.views.meetings.new_meeting import Choices
    from app.views.meetings.workspace import MakePapers, Workspace

MEETINGS = _("Møter")
NEW_MEETING = _("Nytt møte")
ALL_BODIES = _("Alle")
BODIES = _("Organer")
SEARCH = _("Søk etter sted, vert eller møte")
OPEN = _("Åpne møtet")
DELETE = _("Slett møtet")
DELETED = _("{meeting} ligger i papirkurven. Sakene er tilbake i køen.")
NO_MEETINGS = _(
    "Ingen møter her ennå. Et møte samler saksliste, sakspapirer og protokoll på ett sted."
)

_SHOWN_BY = frozenset({Kind.MEETING, Kind.BODY, Kind.INSTITUTION})
_NEW = "new"
_NARROW = 980
_ALL = ""

Read = tuple[Sequence[MeetingRow], Sequence[BodyRow]]


class MeetingsPage(Page):
    """The list until a meeting is opened, then its workspace."""

    def __init__(self, bench: Workbench, house: House, make_papers: MakePapers) -> None:
        voice = bench.voice
        new = button(
            voice.word(NEW_MEETING), "new-meeting", "primary", icon="plus", on_click=self.ask_new
        )
        header = PageHeader(voice.word(MEETINGS), actions=[new])
        super().__init__("meetings", header)
        self._bench, self._house, self._make_papers = bench, house, make_papers
        self.list = MeetingList(bench, header)
        self.workspace: Workspace | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self.fill(self._stack)
        self._make_actions()
        self.list.opened.connect(self._open)
        self.list.new_wanted.connect(self.ask_new)
        self._read()

    def refresh_if(self, changes: Changes) -> None:
        """Both the list and the open meeting."""
        if changes.kinds & _SHOWN_BY:
            self._read()
        if self.workspace is not None:
            self.workspace.refresh_if(changes)

    def go_to(self, place: str) -> None:
        """`12`, `12/agenda/34`, `new`; nothing for the list."""
        first, _slash, rest = place.partition("/")
        if first.isdigit():
            tab, _slash, inner = rest.partition("/")
            self._show_workspace().show_meeting(int(first), tab, inner)
            return
        self._show_list()
        if first == _NEW:
            self.ask_new()

    def place(self) -> str:
        """The open meeting, or nothing for the list."""
        if self.workspace is None or self._stack.currentWidget() is not self.workspace:
            return ""
        return self.workspace.place()

    def page_actions(self) -> Sequence[QAction]:
        """What can be done with the list, or with the open meeting."""
        if self.workspace is not None and self._stack.currentWidget() is self.workspace:
            return self.workspace.page_actions()
        return self._on_list

    def take_focus(self) -> None:
        """The list of meetings, or the lines of the agenda."""
        if self.workspace is not None and self._stack.currentWidget() is self.workspace:
            self.workspace.take_focus()
        else:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Store what is typed."""
        if self.workspace is not None:
            self.workspace.leave()

    def ask_new(self) -> None:
        """Ask for a new meeting."""
        from app.views.meetings.new_meeting import read_choices

        self._bench.read(lambda: read_choices(self._house), self._open_dialog)

    def _make_actions(self) -> None:
        word = self._bench.voice.word
        self._on_list: Sequence[QAction] = (
            action(
                self.list,
                f"{word(NEW_MEETING)} …",
                "new-meeting",
                self.ask_new,
                "Ctrl+Shift+N",
                icon="plus",
            ),
            separator(self.list),
            action(
                self.list,
                word(OPEN),
                "open-meeting",
                self._open_chosen,
                icon="external-link",
                is_local=True,
            ),
            action(
                self.list,
                word(DELETE),
                "delete-chosen",
                self._delete,
                "Delete",
                icon="trash-2",
                is_local=True,
            ),
        )
        on_enter(self._on_list[2])
        self.list.use_actions(self._on_list[2:])

    def _open_dialog(self, choices: Choices) -> None:
        from app.views.meetings.new_meeting import NewMeetingDialog

        NewMeetingDialog(self, self._bench, self._house, choices, self._made).open()

    def _made(self, done: Done) -> None:
        self._open(done.id)
        said = " ".join(self._bench.voice.say(reason) for reason in done.warnings)
        if said:
            self._bench.teller.say(said, self._bench.undo)

    def _open(self, key: int) -> None:
        self._bench.go_to(f"meetings/{key}/agenda")

    def _open_chosen(self) -> None:
        if self.list.key is not None:
            self._open(self.list.key)

    def _delete(self) -> None:
        row = self.list.chosen_row()
        if row is not None:
            self._bench.change(
                lambda: self._house.edit.meetings.delete(row.id, row.version),
                said=self._bench.voice.fill(DELETED, meeting=row.name),
            )

    def _show_workspace(self) -> Workspace:
        if self.workspace is None:
            from app.views.meetings.workspace import Workspace

            self.workspace = Workspace(self._bench, self._house, self._make_papers)
            self.workspace.left.connect(lambda: self._bench.go_to("meetings"))
            self.workspace.deleted.connect(lambda: self._bench.go_to("meetings"))
            self.workspace.agenda.chosen.connect(lambda _line: self.wandered.emit())
            self.workspace.deeds.history.triggered.connect(self._show_history)
            self._stack.addWidget(self.workspace)
        self.header.hide()
        self._stack.setCurrentWidget(self.workspace)
        return self.workspace

    def _show_list(self) -> None:
        self.leave()
        self.header.show()
        self._stack.setCurrentWidget(self.list)

    def _show_history(self) -> None:
        from app.views.history.dialog import HistoryDialog

        if self.workspace is not None and self.workspace.meeting_id is not None:
            HistoryDialog(
                self, self._bench, self._house, Kind.MEETING, self.workspace.meeting_id
            ).open()

    def _read(self) -> None:
        meetings, bodies = self._house.meetings, self._house.bodies
        self._bench.read(lambda: (meetings.all(), bodies.all()), self.list.show_rows)


class MeetingList(QWidget):
    """Years to leaf through, bodies as tabs, words to sift by, and the table."""

    opened = Signal(int)
    new_wanted = Signal()

    def __init__(self, bench: Workbench, header: PageHeader) -> None:
        super().__init__()
        self.setObjectName("meeting-list")
        self._bench, self._header = bench, header
        voice = bench.voice
        self._source = MeetingsSource(voice)
        self._model = WindowedModel(columns(voice), self._source)
        self.table = DataTable("meetings-table", voice.word(MEETINGS), self._model, bench.memory)
        self.table.setProperty("kind", "framed")
        self._years = YearPicker(voice)
        self._tabs = TabStrip("meeting-bodies", voice.word(BODIES))
        self._search = SearchField("meeting-search", voice.word(SEARCH), self.table)
        self._is_first = True
        self.table.show_when_empty(
            EmptyState(
                "no-meetings",
                voice.word(NO_MEETINGS),
                icon="calendar-days",
                verb=voice.word(NEW_MEETING),
                on_start=self.new_wanted.emit,
            )
        )
        header.add_beside_title(self._years)
        header.add_under(self._tabs, last=True)
        box = column(self._search, margins=page_margins())
        box.addWidget(self.table, 1)
        self.setLayout(box)
        self._search.setMaximumWidth(360)
        self._years.chosen.connect(self._show_year)
        self._tabs.currentChanged.connect(lambda _place: self._show_body())
        self._search.searched.connect(self._model.search)
        self.table.opened.connect(self.opened)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._actions: Sequence[QAction] = ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.hide_columns(SPARED, event.size().width() < _NARROW)

    @property
    def key(self) -> int | None:
        """The chosen meeting."""
        return self.table.key

    def chosen_row(self) -> MeetingRow | None:
        """The chosen meeting's row."""
        return self._source.row(self.key) if self.key is not None else None

    def use_actions(self, actions: Sequence[QAction]) -> None:
        """What can be done with a row."""
        self._actions = actions
        self.table.addActions(list(actions))

    def show_rows(self, read: Read) -> None:
        """Show what was read; the year and the body stay as they were chosen."""
        rows, bodies = read
        self._source.take(rows)
        this_year = self._bench.today().year
        self._years.offer(self._source.years() or [this_year], this_year)
        self._source.year = self._years.year
        self._offer_bodies([body for body in bodies if self._source_has(rows, body)])
        self._model.refresh()
        if self._is_first and rows:
            self._is_first = False
            self._choose_next(rows)

    def _source_has(self, rows: Sequence[MeetingRow], body: BodyRow) -> bool:
        return any(row.body == body.code for row in rows)

    def _offer_bodies(self, bodies: Sequence[BodyRow]) -> None:
        known = set(self._tabs.tab_keys)
        if not known:
            self._tabs.add(_ALL, self._bench.voice.word(ALL_BODIES))
        for body in bodies:
            if body.code not in known:
                self._tabs.add(body.code, body.short_name)
        number = self._bench.voice.formats.number
        for key in self._tabs.tab_keys:
            self._tabs.tell(key, number(self._source.count(key or None)))

    def _choose_next(self, rows: Sequence[MeetingRow]) -> None:
        """The first meeting that is still to come is chosen from the start."""
        today = self._bench.today()
        ahead = [row for row in rows if row.held_on >= today]
        if ahead:
            self.table.choose(min(ahead, key=lambda row: (row.held_on, row.start)).id)

    def _show_year(self, year: int) -> None:
        self._source.year = year
        self._offer_bodies(())
        self._model.refresh()

    def _show_body(self) -> None:
        self._source.body = self._tabs.key() or None
        self._model.refresh()

    def _show_menu(self, where: QPoint) -> None:
        index = self.table.indexAt(where)
        if index.isValid():
            self.table.selectRow(index.row())
            menu = QMenu(self)
            menu.setObjectName("meeting-row-menu")
            menu.addActions(list(self._actions))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.table.viewport().mapToGlobal(where))
