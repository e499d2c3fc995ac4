"""The tab "Frister": the meeting's deadlines, how each stands, and why one was moved (R21)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.vocabulary import DeadlineKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.meeting_days import MeetingDeadline, MeetingDeadlines
from app.views.overview.words import ahead_words, step_chip, step_title
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import SMALL
from app.views.theme.tokens import Tone
from app.views.widgets.buttons import button
from app.views.widgets.card import Card, Row
from app.views.widgets.chip import Chip
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import page_margins, scrolled
from app.views.widgets.text import IconLabel

DEADLINES = _("Frister")
BELOW = _("Regnet fra møtedagen etter organets regler, helger og fridager.")
RULES = _("Endre reglene for frister")
NO_RULES = _("Organet har ingen frister. Sett dem under Innstillinger, så følger de hvert møte.")
CANCELLED = _("Møtet er avlyst, så det har ingen frister.")
LET_GO, NOT_NEEDED = _("passert"), _("ikke aktuelt")
PASSED = _("for {n:dag|dager} siden")
LATE = _("{n:tall} over fristen")
_LEAD = 132
"""Pixels of the column of chips, so that the words stand under each other."""


class DeadlinesTab(QWidget):
    """Only tells; the rules are the body's, in the settings."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.setObjectName("deadlines-tab")
        voice = bench.voice
        self._bench = bench
        self._body = ""
        self.rules = button(
            voice.word(RULES), "meeting-deadline-rules", "link", on_click=self._go_to_rules
        )
        self._card = Card(
            voice.word(DEADLINES),
            "meeting-deadlines",
            below=voice.word(BELOW),
            action=self.rules,
        )
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(*page_margins())
        box.addWidget(self._card)
        box.addStretch(1)
        self._empty = EmptyState(
            "meeting-no-deadlines",
            voice.word(NO_RULES),
            icon="clock",
            verb=voice.word(RULES),
            on_start=self._go_to_rules,
        )
        self._none = EmptyState(
            "meeting-deadlines-cancelled", voice.word(CANCELLED), icon="circle-x"
        )
        self._stack = QStackedWidget()
        self._list = scrolled(inside, "deadlines-area")
        for page in (self._list, self._empty, self._none):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def show_deadlines(self, found: MeetingDeadlines) -> None:
        """Show what was read."""
        self._body = found.body
        if found.is_cancelled:
            self._stack.setCurrentWidget(self._none)
        else:
            self._stack.setCurrentWidget(self._list if found.rows else self._empty)
        voice = self._bench.voice
        self._card.tell(side=late_words(found, voice))
        self._card.show_rows([_row(one, voice) for one in found.rows])

    def take_focus(self) -> None:
        """The one thing that leads on."""
        self.rules.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_rules(self) -> None:
        self._bench.go_to(f"settings/{self._body}")


def late_words(found: MeetingDeadlines, voice: Voice) -> str:
    """`2 over fristen`, or nothing."""
    return voice.fill(LATE, n=found.late) if found.late else ""


def _row(one: MeetingDeadline, voice: Voice) -> Row:
    title = step_title(one.kind, voice)
    parts = [voice.formats.long_date(one.on), _ahead(one, voice)]
    parts.extend(voice.say(fact) for fact in one.facts)
    if one.moved is not None:
        parts.append(voice.say(one.moved))
    made = Row(
        f"deadline-{one.kind}",
        title,
        lead=_lead(one, voice),
        side=" · ".join(parts),
        strong=one.is_late,
    )
    made.setAccessibleName(", ".join((title, _chip(one, voice)[0], *parts)))
    return made


def _lead(one: MeetingDeadline, voice: Voice) -> QWidget:
    """The word of how it stands; one that is late has a sign before it."""
    made = QWidget()
    made.setFixedWidth(_LEAD)
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SMALL)
    line.addWidget(Chip(*_chip(one, voice)))
    if one.is_late:
        line.insertWidget(0, IconLabel("triangle-alert", "bad"))
    line.addStretch(1)
    return made


def _chip(one: MeetingDeadline, voice: Voice) -> tuple[str, Tone]:
    if one.is_let_go:
        return voice.word(LET_GO if one.kind is DeadlineKind.REMINDER else NOT_NEEDED), "neutral"
    return step_chip(one.state, one.days, voice)


def _ahead(one: MeetingDeadline, voice: Voice) -> str:
    return voice.fill(PASSED, n=-one.days) if one.days < 0 else ahead_words(one.days, voice)
