"""The workspace of one meeting: its head with the next step, and tabs that follow its life."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.publishing import Finding
from app.i18n.catalogue import _
from app.services.agendas import AgendaView, MeetingFactsView
from app.services.changes import Changes, Kind
from app.services.editing.placing import StandingSpec
from app.services.house import House
from app.services.meeting_steps import NextStep
from app.tasks.store_threads import Ticket
from app.views.agenda.tab import AgendaTab
from app.views.brief.jumps import field_of
from app.views.editing.doing import do
from app.views.meetings.calendar_file import MeetingCalendar
from app.views.meetings.workspace_actions import WorkspaceActions
from app.views.meetings.workspace_header import AGENDA, PAPERS, WorkspaceHeader
from app.views.shell.workbench import Workbench
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.naming import named

if TYPE_CHECKING:
    from app.views.papers.tab import PapersTab

GONE = _("Møtet er slettet. Det kan hentes tilbake fra papirkurven, eller med Angre.")
ALL_MEETINGS = _("Vis alle møter")
DELETED = _("{meeting} ligger i papirkurven. Sakene er tilbake i køen.")

_SHOWN_BY = frozenset({Kind.MEETING, Kind.CASE, Kind.BODY, Kind.INSTITUTION})
_MEETING_FIELDS = {
    "place_missing": "place",
    "papers_late": "date",
    "notice_after_meeting": "date",
}

MakePapers = Callable[[], "PapersTab"]
Read = tuple[AgendaView, Sequence[StandingSpec]]


class Workspace(QWidget):
    """Shows one meeting at a time."""

    left = Signal()
    """The user wants the list of meetings."""
    deleted = Signal()

    def __init__(
        self,
        bench: Workbench,
        house: House,
        make_papers: MakePapers,
        parent: QWidget | None = None,
    ) -> None:
        """`make_papers` makes the tab of the papers when it is first wanted."""
        super().__init__(parent)
        named(self, "workspace")
        self._bench, self._house, self._make_papers = bench, house, make_papers
        self._papers: PapersTab | None = None
        self._view: AgendaView | None = None
        self._meeting_id: int | None = None
        self._wanted = ""
        self._tab = AGENDA
        self._ticket: Ticket | None = None
        voice = bench.voice
        self.deeds = WorkspaceActions(self, voice)
        self.header = WorkspaceHeader(voice, self.deeds)
        self.calendar = MeetingCalendar(bench, house, self)
        self.agenda = AgendaTab(bench, house)
        self._tabs = QStackedWidget()
        self._tabs.addWidget(self.agenda)
        self._gone = EmptyState(
            "meeting-gone",
            voice.word(GONE),
            icon="trash-2",
            verb=voice.word(ALL_MEETINGS),
            on_start=self.left.emit,
        )
        self._tabs.addWidget(self._gone)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self.calendar.files.panel)
        box.addWidget(self._tabs, 1)
        self._connect()

    @property
    def meeting_id(self) -> int | None:
        """The meeting that is shown."""
        return self._meeting_id

    def show_meeting(self, meeting_id: int, tab: str = "", place: str = "") -> None:
        """Show a meeting, a tab of it, and a place there."""
        if meeting_id != self._meeting_id:
            self.leave()
            self._meeting_id, self._view = meeting_id, None
        self._show_tab(tab or self._tab)
        self._wanted = place
        self._read()

    def refresh_if(self, changes: Changes) -> None:
        """Show what has changed, but never in a field that is being typed in."""
        self.agenda.refresh_if(changes)
        if self._papers is not None:
            self._papers.refresh_if(changes)
        if self._meeting_id is not None and changes.kinds & _SHOWN_BY:
            self._read()

    def place(self) -> str:
        """`12/agenda/34`: the meeting, the tab and the line."""
        line = self.agenda.list.key
        parts = [str(self._meeting_id), self._tab]
        return "/".join([*parts, str(line)] if line and self._tab == AGENDA else parts)

    def page_actions(self) -> Sequence[QAction]:
        """Everything that can be done here."""
        shown = self._tabs.currentWidget()
        tab = self._papers if self._papers is not None and shown is self._papers else self.agenda
        return (*self.deeds.grouped(), *tab.page_actions())

    def take_focus(self) -> None:
        """The tab that is shown; from the tabs themselves the keyboard stays there."""
        if not self.header.has_focus():
            shown = self._papers if self._tab == PAPERS else self.agenda.list
            if shown is not None:
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Store what is typed."""
        self.agenda.leave()

    def _connect(self) -> None:
        self.header.next_wanted.connect(self._take_next_step)
        self.header.tab_chosen.connect(self._go_to_tab)
        self.agenda.stale.connect(self._read)
        deeds = self.deeds
        deeds.back.triggered.connect(lambda: self.left.emit())
        deeds.edit.triggered.connect(lambda: self.edit_facts())
        deeds.notify.triggered.connect(lambda: self._ask_notified())
        deeds.publish.triggered.connect(lambda: self._take_next_step())
        deeds.invite.triggered.connect(lambda: self._for_calendar(self.calendar.ask_invitation))
        deeds.call_off.triggered.connect(lambda: self._for_calendar(self.calendar.ask_cancellation))
        deeds.delete.triggered.connect(lambda: self._delete())

    def edit_facts(self, field: str = "") -> None:
        """Open the facts of the meeting, at a field."""
        from app.views.meetings.meeting_facts import MeetingFactsDialog, read_facts

        meeting_id = self._meeting_id
        if meeting_id is not None:
            self._bench.read(
                lambda: read_facts(self._house, meeting_id),
                lambda read: MeetingFactsDialog(self, self._bench, self._house, read, field).open(),
            )

    def _read(self) -> None:
        meeting_id = self._meeting_id
        if meeting_id is None:
            return
        if self._ticket is not None:
            self._ticket.drop()
        agendas = self._house.agendas
        self._ticket = self._bench.threads.read(
            lambda: (agendas.view(meeting_id), agendas.standing_choices(meeting_id)),
            self._show,
            self._failed,
        )

    def _show(self, read: Read) -> None:
        if self._bench.life.is_over:
            return
        view, choices = read
        self._view = view
        self.deeds.settle(view)
        self.header.show_meeting(view)
        self.agenda.show_agenda(view)
        self.agenda.show_queue_choices(choices)
        if self._papers is not None:
            self._papers.show_meeting(view.meeting.id)
            self._papers.leave_making_to_main_button(view.next_step is NextStep.MAKE_PAPERS)
        self._show_tab(self._tab)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        item, _slash, field = self._wanted.partition("/")
        self._wanted = ""
        if item.isdigit():
            self.agenda.choose(int(item), field)

    def _failed(self, error: Exception) -> None:
        if getattr(error, "code", "") != "meeting_gone":
            self._bench.teller.fail(error)
            return
        self._view = None
        self.header.show_gone()
        self._tabs.setCurrentWidget(self._gone)

    def _show_tab(self, key: str) -> None:
        self._tab = PAPERS if key == PAPERS else AGENDA
        self.header.choose_tab(self._tab)
        shown = self._papers_tab() if self._tab == PAPERS else self.agenda
        if shown is not self._tabs.currentWidget():
            self.leave()
            self._tabs.setCurrentWidget(shown)

    def _go_to_tab(self, key: str) -> None:
        """Through the window, which keeps the way back and the menus."""
        if key != self._tab:
            self._bench.go_to(f"meetings/{self._meeting_id}/{key}")

    def _papers_tab(self) -> PapersTab:
        if self._papers is None:
            self._papers = self._make_papers()
            self._papers.cure_wanted.connect(self._jump)
            self._tabs.addWidget(self._papers)
            is_next = self._view is not None and self._view.next_step is NextStep.MAKE_PAPERS
            self._papers.leave_making_to_main_button(is_next)
        self._papers.show_meeting(self._meeting_id)
        return self._papers

    def _begin_papers(self) -> None:
        self._go_to_tab(PAPERS)
        self._papers_tab().make_papers()

    def _take_next_step(self) -> None:
        view = self._view
        if view is None:
            return
        steps: dict[NextStep, Callable[[], object]] = {
            NextStep.PUBLISH: self._open_publishing,
            NextStep.REVISE: self._open_publishing,
            NextStep.MAKE_PAPERS: self._begin_papers,
        }
        self.leave()
        steps.get(view.next_step, lambda: None)()

    def _open_publishing(self) -> None:
        """What is typed right now is handed in first, and counts."""
        meeting_id = self._meeting_id
        if meeting_id is not None:
            self._bench.threads.write(
                lambda: self._house.agendas.view(meeting_id), self._ask, self._bench.teller.fail
            )

    def _ask(self, view: AgendaView) -> None:
        from app.views.meetings.publish import PublishDialog

        PublishDialog(self, self._bench, self._house, view, self._jump).open()

    def _jump(self, finding: Finding) -> None:
        code = finding.reason.code
        self._show_tab(AGENDA)
        if finding.item is not None:
            self.agenda.choose(finding.item, field_of(finding))
        elif code in _MEETING_FIELDS:
            self.edit_facts(_MEETING_FIELDS[code])
        elif code == "agenda_without_cases":
            self.agenda.pick_case()
        else:
            self.agenda.list.setFocus()

    def _ask_notified(self) -> None:
        from app.views.meetings.notify import NotifyDialog

        if self._view is not None:
            NotifyDialog(self, self._bench, self._house, self._view.meeting).open()

    def _for_calendar(self, ask: Callable[[MeetingFactsView], object]) -> None:
        """What is typed right now comes along."""
        if self._view is not None:
            self.leave()
            ask(self._view.meeting)

    def _delete(self) -> None:
        view = self._view
        if view is None:
            return
        self.leave()
        meeting = view.meeting
        do(
            self._bench,
            lambda: self._house.edit.meetings.delete(meeting.id, meeting.version),
            lambda _done: self.deleted.emit(),
            said=self._bench.voice.fill(DELETED, meeting=meeting.name),
        )
