"""The pages behind the navigation: each made when it is first opened, and told what it missed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.changes import Changes
from app.views.shell.hub import ChangeHub, merged
from app.views.shell.protocols import PageEntry
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader

BROKEN = _(
    "Denne siden kunne ikke vises på grunn av en feil i programmet. Ingenting i rådsfilen er "
    "endret. Du kan bruke de andre sidene."
)


class PageStack(QStackedWidget):
    """Shows one page; the others learn of changes when they come on screen again."""

    shown = Signal(str)
    """The key of the page that came on screen."""
    wandered = Signal()
    """On the page that is on screen, the user has come to another place."""

    def __init__(
        self, entries: Sequence[PageEntry], hub: ChangeHub, voice: Voice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in entries}
        self._voice = voice
        self._pages: dict[str, Page] = {}
        self._missed: dict[str, list[Changes]] = {}
        self._key = ""
        hub.changed.connect(self._spread)

    @property
    def key(self) -> str:
        """The page on screen."""
        return self._key

    @property
    def page(self) -> Page | None:
        """The page on screen, if any."""
        return self._pages.get(self._key)

    def place(self) -> str:
        """Where the user is, as `open` takes it."""
        inner = self.page.place() if self.page is not None else ""
        return f"{self._key}/{inner}" if inner else self._key

    def open(self, place: str) -> bool:
        """Show `place`, `meetings/12/agenda`; `False` when there is no such page.

        A page comes back as it was left; asked for once more, it shows its beginning.
        """
        key, _slash, inner = place.partition("/")
        if key not in self._entries:
            return False
        if key != self._key and self.page is not None:
            self.page.leave()
        page = self._page(key)
        is_new = key != self._key
        self._key = key
        self.setCurrentWidget(page)
        missed = self._missed.pop(key, [])
        if missed:
            page.refresh_if(merged(missed))
        if inner or not is_new:
            page.go_to(inner)
        if is_new:
            self.shown.emit(key)
        return True

    def leave(self) -> None:
        """The file is about to be closed: the page on screen stores what is typed."""
        if self.page is not None:
            self.page.leave()

    def _page(self, key: str) -> Page:
        if key not in self._pages:
            page = self._pages[key] = self._made(self._entries[key])
            page.wandered.connect(lambda: self._follow(key))
            self.addWidget(page)
        return self._pages[key]

    def _made(self, entry: PageEntry) -> Page:
        """The page; one that cannot be made is told as our bug, and a sentence stands there."""
        try:
            return entry.build()
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            broken = Page(entry.key, PageHeader(entry.title))
            broken.fill(EmptyState("broken-page", self._voice.word(BROKEN), icon="triangle-alert"))
            return broken

    def _follow(self, key: str) -> None:
        if key == self._key:
            self.wandered.emit()

    def _spread(self, changes: Changes) -> None:
        for key, page in self._pages.items():
            if key == self._key:
                page.refresh_if(changes)
            else:
                self._missed.setdefault(key, []).append(changes)
