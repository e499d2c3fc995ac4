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
from app.services.meeting_changes import MeetingChangeView
from app.services.meeting_days import MeetingDeadlines
from app.services.meeting_steps import NextStep
from app.tasks.store_threads import Ticket
from app.views.agenda.tab import AgendaTab
from app.views.brief.jumps import field_of
from app.views.editing.doing import do
from app.views.meetings.calendar_file import MeetingCalendar
from app.views.meetings.change_banner import ChangeBanner
from app.views.meetings.deadlines_tab import DeadlinesTab, late_words
from app.views.meetings.workspace_actions import WorkspaceActions
from app.views.meetings.workspace_header import (
    AGENDA,
    DEADLINES,
    GATHERING,
    PAPERS,
    TITLES,
    WorkspaceHeader,
)
from app.views.shell.workbench import Workbench
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.naming import named

if TYPE_CHECKING:
    from app.views.meetings.gathering.tab import GatheringTab
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
Read = tuple[AgendaView, Sequence[StandingSpec], Sequence[MeetingChangeView], MeetingDeadlines]


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
        self._gathering: GatheringTab | None = None
        self._view: AgendaView | None = None
        self._meeting_id: int | None = None
        self._wanted = ""
        self._tab = AGENDA
        self._ticket: Ticket | None = None
        voice = bench.voice
        self.deeds = WorkspaceActions(self, voice)
        self.header = WorkspaceHeader(voice, self.deeds)
        self.banner = ChangeBanner(bench)
        self._changes: Sequence[MeetingChangeView] = ()
        self.calendar = MeetingCalendar(bench, house, self)
        self.agenda = AgendaTab(bench, house)
        self.deadlines = DeadlinesTab(bench)
        self._tabs = QStackedWidget()
        self._tabs.addWidget(self.agenda)
        self._tabs.addWidget(self.deadlines)
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
        box.addWidget(self.banner)
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
        if self._gathering is not None:
            self._gathering.refresh_if(changes)
        if self._meeting_id is not None and changes.kinds & _SHOWN_BY:
            self._read()

    def place(self) -> str:
        """`12/agenda/34`: the meeting, the tab and the line."""
        line = self.agenda.list.key
        parts = [str(self._meeting_id), self._tab]
        return "/".join([*parts, str(line)] if line and self._tab == AGENDA else parts)

    def page_actions(self) -> Sequence[QAction]:
        """Everything that can be done here."""
        shown = self._shown_tab()
        if isinstance(shown, DeadlinesTab):
            return self.deeds.grouped()[:-1]
        return (*self.deeds.grouped(), *shown.page_actions())

    def take_focus(self) -> None:
        """The tab that is shown; from the tabs themselves the keyboard stays there."""
        if not self.header.has_focus():
            own = self._shown_tab()
            if own is self.deadlines or own is self._gathering:
                own.take_focus()
                return
            shown = self._papers if self._tab == PAPERS else self.agenda.list
            if shown is not None:
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Store what is typed."""
        self.agenda.leave()
        if self._gathering is not None:
            self._gathering.leave()

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
        deeds.move.triggered.connect(lambda: self._ask_to_move())
        deeds.cancel.triggered.connect(lambda: self._ask_to_cancel())
        deeds.told.triggered.connect(lambda: self._ask_told())
        self.banner.telling_wanted.connect(deeds.told.trigger)
        self.banner.details_wanted.connect(self._show_changes)

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
        house = self._house
        self._ticket = self._bench.threads.read(
            lambda: (
                house.agendas.view(meeting_id),
                house.agendas.standing_choices(meeting_id),
                house.meeting_changes.of(meeting_id),
                house.meeting_days.deadlines(meeting_id),
            ),
            self._show,
            self._failed,
        )

    def _show(self, read: Read) -> None:
        if self._bench.life.is_over:
            return
        view, choices, self._changes, deadlines = read
        self._view = view
        self.deeds.settle(view)
        self.header.show_meeting(view)
        self.header.tell_late(late_words(deadlines, self._bench.voice))
        self.banner.show_meeting(view.meeting, self._changes)
        self.deeds.settle_told(self.banner.change)
        self.deadlines.show_deadlines(deadlines)
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
        self.banner.hide()
        self._tabs.setCurrentWidget(self._gone)

    def _show_tab(self, key: str) -> None:
        """The tab, as far as the meeting has it: only a gathering has its own."""
        is_missing = (
            key == GATHERING and self._view is not None and not self._view.meeting.is_gathering
        )
        self._tab = key if key in TITLES and not is_missing else AGENDA
        self.header.choose_tab(self._tab)
        shown = self._open_tab()
        if shown is not self._tabs.currentWidget():
            self.leave()
            self._tabs.setCurrentWidget(shown)

    def _go_to_tab(self, key: str) -> None:
        """Through the window, which keeps the way back and the menus."""
        if key != self._tab:
            self._bench.go_to(f"meetings/{self._meeting_id}/{key}")

    def _open_tab(self) -> QWidget:
        if self._tab == PAPERS:
            return self._papers_tab()
        if self._tab == DEADLINES:
            return self.deadlines
        return self._gathering_tab() if self._tab == GATHERING else self.agenda

    def _shown_tab(self) -> AgendaTab | PapersTab | GatheringTab | DeadlinesTab:
        """The tab on screen, made already."""
        for tab in (self._papers, self._gathering, self.deadlines):
            if tab is not None and tab is self._tabs.currentWidget():
                return tab
        return self.agenda

    def _gathering_tab(self) -> GatheringTab:
        if self._gathering is None:
            from app.views.meetings.gathering.tab import GatheringTab

            self._gathering = GatheringTab(self._bench, self._house)
            self._tabs.addWidget(self._gathering)
        self._gathering.show_meeting(self._meeting_id)
        return self._gathering

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

    def _ask_to_move(self) -> None:
        from app.views.meetings.move_dialog import open_move

        if self._meeting_id is not None:
            self.leave()
            open_move(self, self._bench, self._house, self._meeting_id)

    def _ask_to_cancel(self) -> None:
        from app.views.meetings.cancel_dialog import open_cancel

        if self._meeting_id is not None:
            self.leave()
            open_cancel(self, self._bench, self._house, self._meeting_id)

    def _ask_told(self) -> None:
        from app.views.meetings.told_dialog import ToldDialog

        if self.banner.change is not None:
            ToldDialog(self, self._bench, self._house, self.banner.change).open()

    def _show_changes(self) -> None:
        from app.views.meetings.changes_dialog import ChangesDialog

        if self._view is not None:
            name = self._view.meeting.name
            ChangesDialog(self, self._bench, name, self._changes).open()

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
