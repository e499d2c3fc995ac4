"""A case on its own: the brief over the whole page, its history, and putting it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.briefs import BriefView
from app.services.changes import Changes, Kind
from app.services.house import House
from app.views.brief.editor import BriefEditor
from app.views.cases.to_agenda import STANDS, TO_AGENDA, ask_for_meeting
from app.views.editing.actions import DELETE_KEYS, action, say_why_not, separator
from app.views.editing.doing import do
from app.views.history.dialog import HISTORY as HISTORY_HEADING
from app.views.history.dialog import HistoryDialog
from app.views.history.lines import HistoryLines
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, MEDIUM
from app.views.widgets.buttons import icon_button
from app.views.widgets.layout import Panel, column
from app.views.widgets.page_header import PageHeader
from app.views.widgets.text import Text

BACK, MORE = _("Alle saker"), _("Mer om saken")
HISTORY, DELETE = _("Historikk …"), _("Slett saken")
DELETED = _("«{title}» ligger i papirkurven.")
NUMBERED = _("Saken har fått nummer og kan ikke slettes. Trekk den fra sakslisten i stedet.")
NO_AGENDA = _("Saken er behandlet og kan ikke settes på en saksliste.")
TREATED = _("Saken er behandlet og kan ikke slettes.")

_WIDE, _SIDE = 1_120, 290


class CaseDesk(QWidget):
    """Shows one case at a time."""

    left = Signal()
    """The user wants the table of cases."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case-desk")
        self._bench, self._house = bench, house
        voice = bench.voice
        word = voice.word
        self._back = action(self, word(BACK), "all-cases", self.left.emit, icon="chevron-left")
        self._history = action(
            self, word(HISTORY), "case-history", self._show_history, "Ctrl+Shift+Y", icon="history"
        )
        self._to_agenda = action(
            self,
            f"{word(TO_AGENDA)} …",
            "case-to-agenda",
            self._ask_for_meeting,
            "Ctrl+Shift+G",
            icon="calendar-days",
        )
        self._delete_case = action(
            self, word(DELETE), "delete-case", self._delete, DELETE_KEYS, icon="trash-2"
        )
        self._gaps = (separator(self), separator(self))
        self.header = CaseHeader(
            voice, self._back, (self._to_agenda, self._history, self._delete_case)
        )
        self.brief = BriefEditor(bench, house, with_place=True)
        self.brief.shown.connect(self._show_head)
        self._side = Panel("left")
        self._lines = HistoryLines(bench, house, Kind.CASE)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self._beside(), 1)

    def _beside(self) -> QWidget:
        """The brief, and where there is room the history at its side."""
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.brief, 1)
        line.addWidget(self._side)
        inside = column(
            Text(self._bench.voice.word(HISTORY_HEADING), "section"),
            gap=MEDIUM,
            margins=(LARGE, LARGE, MEDIUM, LARGE),
        )
        inside.addWidget(self._lines, 1)
        self._side.setLayout(inside)
        self._side.setFixedWidth(_SIDE)
        return body

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(event.size().width() >= _WIDE)

    @property
    def case_id(self) -> int | None:
        """The case that is shown."""
        return self.brief.case_id

    def show_case(self, case_id: int, field: str = "") -> None:
        """Show a case, at a field."""
        self.brief.show_case(case_id)
        self._lines.show_subject(case_id)
        if field:
            self.brief.go_to(field)

    def refresh_if(self, changes: Changes) -> None:
        """Show what has changed."""
        self.brief.refresh_if(changes)
        self._lines.refresh()

    def page_actions(self) -> Sequence[QAction]:
        """What can be done with the case."""
        before, after = self._gaps
        of_brief = self.brief.page_actions()
        of_case = (self._to_agenda, self._history, self._delete_case)
        return (self._back, before, *of_brief, after, *of_case)

    def leave(self) -> None:
        """Store what is typed."""
        self.brief.leave()

    def _show_head(self, view: BriefView) -> None:
        word = self._bench.voice.word
        self.header.tell(title=view.title, side=view.body_name)
        stands = word(STANDS) if view.place is not None else None
        say_why_not(self._to_agenda, word(NO_AGENDA) if view.is_closed else stands)
        closed = word(TREATED) if view.is_closed else None
        say_why_not(self._delete_case, closed or (word(NUMBERED) if view.number else None))

    def _ask_for_meeting(self) -> None:
        view = self.brief.view
        if view is not None:
            self.leave()
            ask_for_meeting(self, self._bench, self._house, view.id, view.title)

    def _show_history(self) -> None:
        if self.case_id is not None:
            HistoryDialog(self, self._bench, self._house, Kind.CASE, self.case_id).open()

    def _delete(self) -> None:
        view = self.brief.view
        if view is None:
            return
        self.leave()
        do(
            self._bench,
            lambda: self._house.edit.cases.delete(view.id),
            lambda _done: self.left.emit(),
            said=self._bench.voice.fill(DELETED, title=view.title),
        )


class CaseHeader(PageHeader):
    """A way back, the title, and a menu."""

    def __init__(self, voice: Voice, back: QAction, more: Sequence[QAction]) -> None:
        self._more = icon_button("ellipsis", voice.word(MORE), "case-more")
        super().__init__("", actions=(self._more,))
        self.setObjectName("case-header")
        menu = QMenu(self._more)
        menu.setObjectName("case-menu")
        menu.setToolTipsVisible(True)
        menu.addActions(list(more))
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._line.insertWidget(
            0, icon_button("chevron-left", voice.word(BACK), "all-cases", on_click=back.trigger)
        )
