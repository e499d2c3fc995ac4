"""Over the lines of the agenda: what can be added, and how long it all takes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.agendas import AgendaView
from app.views.agenda.lines import time_of
from app.views.theme.metrics import LARGE, SMALL
from app.views.widgets.buttons import button, say_why
from app.views.widgets.layout import Panel, row
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText

ADD_CASE = _("Legg til sak")
STANDING = _("Fast post")
CLOSED = _("Sakslisten kan ikke endres lenger, for møtet er holdt eller avlyst.")

_WIDE = 372
"""From this width, the time stands beside the buttons; else under them."""


class AgendaTools(Panel):
    """Two buttons and a sum."""

    case_wanted = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__("bottom", parent)
        self._voice = voice
        self._add = button(
            voice.word(ADD_CASE), "add-case", icon="plus", on_click=self.case_wanted.emit
        )
        self._standing = button(voice.word(STANDING), "add-standing")
        self._time = named(ShortText("", "small", "muted"), "agenda-time")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(LARGE - 2, SMALL + 1, LARGE - 2, SMALL + 1)
        self._box.setSpacing(SMALL)
        self._box.addLayout(row(self._add, self._standing, None))
        self._box.addWidget(self._time)
        self.setLayout(self._box)

    def show_time(self, view: AgendaView) -> None:
        """Say how much of the meeting the lines take."""
        words, is_too_much = time_of(self._voice, view)
        self._time.setText(words)
        self._time.set_ink("bad" if is_too_much else "muted")

    def offer_standing(self, menu: QMenu) -> None:
        """The menu under "Fast post"."""
        old = self._standing.menu()
        self._standing.setMenu(menu)
        if old is not None:
            old.deleteLater()

    def allow(self, can_edit: bool) -> None:
        """Whether anything can be added."""
        for each in (self._add, self._standing):
            say_why(each, None if can_edit else self._voice.word(CLOSED))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _WIDE
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)
