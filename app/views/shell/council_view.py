"""An open council on screen: navigation at the side, the page, notices over it, status under it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes
from app.views.shell.page_stack import PageStack
from app.views.shell.protocols import OpenCouncil, PageEntry
from app.views.shell.workbench import Workbench
from app.views.widgets.corner import Saved, SavedCorner
from app.views.widgets.naming import named
from app.views.widgets.navigation import Destination, SideNavigation
from app.views.widgets.notices import NoticeBar
from app.views.widgets.page_header import StatusLine

PAGES = _("Sider")

_MOST_VISITED = 50


class CouncilView(QWidget):
    """Lives as long as the file is open."""

    moved = Signal()
    """Another page came on screen."""

    def __init__(
        self,
        council: OpenCouncil,
        bench: Workbench,
        corner: SavedCorner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "council-view", council.name)
        self._council, self._bench = council, bench
        self._visited: list[str] = []
        self._ahead: list[str] = []
        self.entries: tuple[PageEntry, ...] = tuple(council.pages(bench))
        self.stack = PageStack(self.entries, bench.hub, council.voice, self)
        self.navigation = SideNavigation(
            council.name, council.path.name, council.voice.word(PAGES), corner, self
        )
        self.navigation.show_destinations(
            [Destination(entry.key, entry.title, entry.icon) for entry in self.entries]
        )
        self.status = StatusLine(self)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._notices)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.navigation)
        whole.addLayout(right, 1)
        self.navigation.chosen.connect(self.visit)
        self.stack.shown.connect(self._mark)
        bench.hub.changed.connect(self._refresh)
        self._show_status("")
        self._tell_if_read_only()
        self._refresh()

    def visit(self, place: str) -> None:
        """Go to a place; going back leads here again."""
        before = self.stack.place()
        if place != before and self.stack.open(place) and before:
            self._visited = [*self._visited, before][-_MOST_VISITED:]
            self._ahead.clear()
            self.moved.emit()

    def open_first(self, place: str) -> None:
        """Show where the user was, or the first page."""
        if not (place and self.stack.open(place)) and self.entries:
            self.stack.open(self.entries[0].key)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._visited)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place that was gone back from."""
        return bool(self._ahead)

    def go_back(self) -> None:
        """To the place before."""
        self._travel(self._visited, self._ahead)

    def go_forward(self) -> None:
        """To the place that was gone back from."""
        self._travel(self._ahead, self._visited)

    def change_side(self) -> None:
        """The keyboard goes from the page to the navigation, or from there to the page."""
        focused = QApplication.focusWidget()
        if focused is not None and self.navigation.isAncestorOf(focused):
            self.enter_page()
        elif self.stack.key:
            self.navigation.entry(self.stack.key).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter_page(self) -> None:
        """The keyboard goes to what comes first on the page."""
        if self.stack.page is not None:
            self.stack.page.take_focus()

    def add_notice(self, notice: NoticeBar) -> None:
        """Show a notice over the page, under those before it."""
        self._notices.addWidget(notice)

    def _travel(self, origin: list[str], kept: list[str]) -> None:
        if origin:
            kept.append(self.stack.place())
            self.stack.open(origin.pop())
            self.moved.emit()

    def _mark(self, key: str) -> None:
        self.navigation.mark(key)
        self.moved.emit()

    def _refresh(self, _changes: Changes | None = None) -> None:
        """The line at the foot and the counts at the side, read beside the window."""
        self._bench.read(self._council.status, self._show_status)
        self._bench.read(self._council.counts, self._show_counts)

    def _show_status(self, words: str) -> None:
        parts = (self._council.path.name, words)
        self.status.say(" · ".join(part for part in parts if part))

    def _show_counts(self, counts: Mapping[str, str]) -> None:
        for entry in self.entries:
            self.navigation.show_count(entry.key, counts.get(entry.key, ""))

    def _tell_if_read_only(self) -> None:
        why = self._council.read_only_because
        if why:
            from app.views.shell.reading_only import ReadingOnly

            self._bench.life.when_over(ReadingOnly(why, self).end)
            self._bench.show_saved(Saved("reading"))
            self.add_notice(
                NoticeBar(self._council.voice, why, "warn", may_close=False, name="read-only")
            )
