"""Innstillinger: sections down the side, and the fields of one of them; nothing has to be saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.bodies import BodyRow
from app.services.changes import Changes, Kind
from app.services.house import House
from app.views.settings.body import BodyPane
from app.views.settings.council import CouncilForm
from app.views.settings.desk import ORIGIN, Pane, SettingsDesk
from app.views.settings.limits import LimitsPane
from app.views.shell.workbench import Workbench
from app.views.widgets.naming import named
from app.views.widgets.navigation import Destination, SideNavigation
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader

SETTINGS, SECTIONS = _("Innstillinger"), _("Deler av innstillingene")
SIDE = _("Det du endrer, lagres med en gang.")
OWN, OWN_BELOW = _("Rådet og organene"), _("gjelder denne rådsfilen")
OFFICER, LANGUAGE, BACKUP = _("Saksbehandler og råd"), _("Språk"), _("Sikkerhetskopi")
LIMITS = _("Beløpsgrenser")

_SHOWN = frozenset({Kind.COUNCIL, Kind.BODY, Kind.MEETING})
_FIRST = "officer"
_WIDEST_SIDE = 280


class SettingsPage(Page):
    """Each section is made when it is first chosen."""

    def __init__(self, bench: Workbench, house: House) -> None:
        voice = bench.voice
        super().__init__("settings", PageHeader(voice.word(SETTINGS), side=voice.word(SIDE)))
        self._bars = QVBoxLayout()
        self._desk = SettingsDesk.of(bench, house, self._bars)
        self._wanted = _FIRST
        self._panes: list[Pane] = []
        self._makers: dict[str, Callable[[], Pane]] = {}
        self._stack = QStackedWidget()
        self.sections = SideNavigation(
            voice.word(OWN),
            voice.word(OWN_BELOW),
            voice.word(SECTIONS),
            QWidget(),
            widest=_WIDEST_SIDE,
        )
        named(self.sections, "settings-sections", voice.word(SECTIONS))
        self.sections.chosen.connect(self.show_section)
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.sections)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._bars)
        right.addWidget(self._stack, 1)
        line.addLayout(right, 1)
        self.fill(body)
        bench.read(house.bodies.all, self._show_sections)

    def refresh_if(self, changes: Changes) -> None:
        """Rules are fixed by what happens to meetings, so these count too."""
        if changes.kinds & _SHOWN:
            for pane in self._built():
                pane.refresh(own=changes.origin == ORIGIN)

    def place(self) -> str:
        """The section on screen."""
        return self._wanted

    def go_to(self, place: str) -> None:
        """A section by its key; a body by its code."""
        self._wanted = place
        if place in self._makers:
            self.show_section(place)

    def take_focus(self) -> None:
        """The section on screen, at the side; before there is one, the page holds the keyboard."""
        if self._makers:
            self.sections.entry(self._wanted).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def leave(self) -> None:
        """Store what is typed."""
        for pane in self._built():
            pane.leave()

    @property
    def is_building(self) -> bool:
        """Whether the section on screen is still being built."""
        pane = self._stack.currentWidget()
        return not (isinstance(pane, Pane) and pane.is_built)

    def show_section(self, key: str) -> None:
        """Show one section; what was typed in the one before is stored."""
        self.leave()
        self._wanted = key
        pane = self._makers[key]()
        if pane not in self._panes:
            self._panes.append(pane)
            self._stack.addWidget(pane)
            pane.begin()
        self._stack.setCurrentWidget(pane)
        self.sections.mark(key)
        self.wandered.emit()

    def _show_sections(self, bodies: tuple[BodyRow, ...]) -> None:
        word = self._desk.voice.word
        form, body = CouncilForm(self._desk, self), BodyPane(self._desk)
        limits = LimitsPane(self._desk)
        self._makers = {
            _FIRST: lambda: form.officer,
            "language": lambda: form.language,
            "backup": lambda: form.backup,
            "limits": lambda: limits,
        }
        self._makers |= {row.code: partial(_of_body, body, row.code) for row in bodies}
        self.sections.show_destinations(
            [
                Destination(_FIRST, word(OFFICER), "user"),
                Destination("language", word(LANGUAGE), "book-open"),
                Destination("backup", word(BACKUP), "archive"),
                Destination("limits", word(LIMITS), "gavel"),
                *(Destination(row.code, row.short_name, "users") for row in bodies),
            ]
        )
        self.show_section(self._wanted if self._wanted in self._makers else _FIRST)
        if self.hasFocus():
            self.take_focus()

    def _built(self) -> list[Pane]:
        return [pane for pane in self._panes if pane.is_built]


def _of_body(pane: BodyPane, code: str) -> Pane:
    """The one pane of all bodies, with this one on it."""
    pane.show_body(code)
    return pane
