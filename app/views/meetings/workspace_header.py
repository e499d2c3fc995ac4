"""The head of a meeting: name, day and place, where it stands, its tabs, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.domain.vocabulary import MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.agendas import AgendaView
from app.services.meeting_steps import NextStep, Step, StepState
from app.views.meetings.words import NEXT_STEPS, NEXT_WORDS, REPORT, STEPS
from app.views.meetings.workspace_actions import WorkspaceActions
from app.views.theme.metrics import LARGE
from app.views.widgets.buttons import button, icon_button, say_why
from app.views.widgets.naming import READS, named
from app.views.widgets.page_header import PageHeader
from app.views.widgets.stepper import Stepper
from app.views.widgets.tabs import TabStrip
from app.views.widgets.text import ShortText

BACK = _("Alle møter")
MORE = _("Mer om møtet")
TABS = _("Faner i møtet")
TITLES = {
    "agenda": _("Saksliste"),
    "papers": _("Sakspapirer"),
    "gathering": _("Samling"),
    "deadlines": _("Frister"),
}
LACKING = _("{n:mangel|mangler}")
AGENDA, PAPERS, GATHERING, DEADLINES = TITLES
WHEN = _("{on:langdato} kl. {times}")
EDIT = _("Endre")


class WorkspaceHeader(PageHeader):
    """One primary button, the next step; it is gone when nothing is next here."""

    next_wanted = Signal()
    tab_chosen = Signal(str)

    def __init__(
        self, voice: Voice, deeds: WorkspaceActions, parent: QWidget | None = None
    ) -> None:
        self._next = button("", "next-step", "primary")
        self._more = icon_button("ellipsis", voice.word(MORE), "meeting-more")
        self._edit = button(voice.word(EDIT), "edit-meeting", on_click=deeds.edit.trigger)
        super().__init__("", actions=(self._more, self._edit, self._next), parent=parent)
        self._voice = voice
        self.setObjectName("workspace-header")
        menu = QMenu(self._more)
        menu.setObjectName("meeting-menu")
        menu.setToolTipsVisible(True)
        menu.addActions(list(deeds.all()[1:]))
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        back = icon_button(
            "chevron-left", voice.word(BACK), "all-meetings", on_click=deeds.back.trigger
        )
        self._line.insertWidget(0, back)
        self._stepper = Stepper(voice)
        self._strip = TabStrip("meeting-tabs", voice.word(TABS))
        for key, tab in TITLES.items():
            self._strip.add(key, voice.word(tab))
        self._strip.show_tab(GATHERING, False)
        self._then = named(ShortText("", "small", "muted"), "next-words")
        steps = QWidget()
        beside = QHBoxLayout(steps)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(LARGE)
        beside.addWidget(self._stepper, 1)
        beside.addWidget(self._then)
        self.add_under(steps)
        self.add_under(self._strip, last=True)
        self._next.clicked.connect(lambda: self.next_wanted.emit())
        self._strip.currentChanged.connect(lambda _place: self.tab_chosen.emit(self._strip.key()))
        self._edit_action = deeds.edit

    def show_meeting(self, view: AgendaView) -> None:
        """Show what was read."""
        voice, meeting = self._voice, view.meeting
        times = voice.clock_range(meeting.start, meeting.end)
        when = voice.fill(WHEN, on=meeting.held_on, times=times)
        self.tell(
            title=meeting.name,
            side=" · ".join(part for part in (when, meeting.place) if part),
        )
        self._show_steps(view)
        self._strip.tell(AGENDA, voice.formats.number(view.counts.lines))
        lacking = len(view.findings)
        self._strip.show_tab(GATHERING, meeting.is_gathering)
        self._strip.tell(PAPERS, voice.fill(LACKING, n=lacking) if lacking else "")
        words = NEXT_STEPS.get(view.next_step)
        self._next.setVisible(words is not None)
        self._next.setProperty(READS, view.next_step is NextStep.MAKE_PAPERS)
        say_why(self._next, None)
        if words is not None:
            self._next.setText(voice.word(words))
            self._next.setAccessibleName(voice.word(words))
        self._then.setText(voice.word(NEXT_WORDS.get(view.next_step, "")))
        self._then.setVisible(view.next_step in NEXT_WORDS)
        for part in (self._stepper, self._strip, self._edit, self._more):
            part.show()
        self._stepper.setVisible(meeting.status is not MeetingStatus.CANCELLED)
        self._edit.setEnabled(self._edit_action.isEnabled())
        self._edit.setToolTip(self._edit_action.toolTip())

    def tell_late(self, words: str) -> None:
        """Say beside the tab of deadlines how many are late."""
        self._strip.tell(DEADLINES, words)

    def show_gone(self) -> None:
        """The meeting is no more."""
        self.tell(title="", side="")
        for part in (self._stepper, self._strip, self._edit, self._more, self._next, self._then):
            part.hide()

    def has_focus(self) -> bool:
        """Whether the keyboard is on the tabs."""
        return self._strip.hasFocus()

    def choose_tab(self, key: str) -> None:
        """Choose a tab."""
        self._strip.choose(key)

    def _show_steps(self, view: AgendaView) -> None:
        states = [row.state for row in view.steps]
        here = states.index(StepState.CURRENT) if StepState.CURRENT in states else None
        done = sum(state in (StepState.DONE, StepState.SKIPPED) for state in states)
        named_steps = {**STEPS, Step.MINUTES: REPORT} if view.meeting.is_gathering else STEPS
        words = [self._voice.word(named_steps[row.step]) for row in view.steps]
        self._stepper.show_steps(words, done if here is None else here)
