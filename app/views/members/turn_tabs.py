"""The tabs Tidslinje and Rotasjon of the members' page, with what can be done in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.house import House
from app.views.editing.actions import action
from app.views.members.rotation_card import ACCEPT, ANOTHER, LEAVE
from app.views.members.rotation_tab import RotationTab
from app.views.members.timeline_export import PRINT_TITLE, TITLE
from app.views.members.timeline_tab import ALL_YEARS, ZOOM_IN, ZOOM_OUT, TimelineTab
from app.views.members.travel import Travel
from app.views.shell.workbench import Workbench

TIMELINE, ROTATION = "timeline", "rotation"
TURN_TITLES = {TIMELINE: _("Tidslinje"), ROTATION: _("Rotasjon")}


class TurnTabs(QObject):
    """Makes each tab when it is first wanted; `wanted` asks the page for one of its tabs."""

    wanted = Signal(str)
    seat_opened = Signal(int, object)
    """A seat, and the day on which it is to be seen in the list."""

    def __init__(self, bench: Workbench, house: House, travel: Travel, page: QWidget) -> None:
        super().__init__(page)
        self._bench, self._house, self._travel = bench, house, travel
        self._tabs: dict[str, TimelineTab | RotationTab] = {}
        self.actions = self._make_actions(page)

    def tab(self, key: str) -> TimelineTab | RotationTab:
        """One of the two, read anew when it is made."""
        return self.timeline if key == TIMELINE else self.rotation

    @property
    def timeline(self) -> TimelineTab:
        """The picture."""
        found = self._tabs.get(TIMELINE)
        if not isinstance(found, TimelineTab):
            found = TimelineTab(self._bench, self._house)
            found.opened.connect(self.seat_opened)
            found.proposal_opened.connect(self.show_proposal)
            self._keep(TIMELINE, found)
        return found

    @property
    def rotation(self) -> RotationTab:
        """The proposals."""
        found = self._tabs.get(ROTATION)
        if not isinstance(found, RotationTab):
            found = RotationTab(self._bench, self._house)
            self._keep(ROTATION, found)
        return found

    def refresh(self) -> None:
        """Read anew what has been opened."""
        for made in self._tabs.values():
            made.refresh(self._travel.on, self._travel.body)

    def show_proposal(self, seat_id: int) -> None:
        """Lead to the card of a seat."""
        self.wanted.emit(ROTATION)
        self.rotation.go_to(seat_id)

    def _keep(self, key: str, made: TimelineTab | RotationTab) -> None:
        self._tabs[key] = made
        made.refresh(self._travel.on, self._travel.body)

    def _make_actions(self, page: QWidget) -> Sequence[QAction]:
        def in_tab(key: str, act: Callable[[], object]) -> Callable[[], None]:
            """Done where it is seen; from elsewhere the tab is shown first, and nothing done."""

            def run() -> None:
                if key in self._tabs and self._tabs[key].isVisible():
                    act()
                else:
                    self.wanted.emit(key)

            return run

        word = self._bench.voice.word
        table: tuple[tuple[str, str, str, Callable[[], object], str], ...] = (
            (ROTATION, ACCEPT, "accept-proposal", lambda: self.rotation.accept(), "Ctrl+Shift+G"),
            (ROTATION, ANOTHER, "take-another", lambda: self.rotation.ask(), "Ctrl+Shift+J"),
            (ROTATION, LEAVE, "leave-proposal", lambda: self.rotation.leave(), "Ctrl+Shift+U"),
            (TIMELINE, ZOOM_IN, "zoom-in", lambda: self.timeline.zoom_in(), "Ctrl++"),
            (TIMELINE, ZOOM_OUT, "zoom-out", lambda: self.timeline.zoom_out(), "Ctrl+-"),
            (
                TIMELINE,
                ALL_YEARS,
                "all-years",
                lambda: self.timeline.canvas.show_all_years(),
                "Ctrl+0",
            ),
            (
                TIMELINE,
                TITLE,
                "export-timeline",
                lambda: self.timeline.ask_export(),
                "Ctrl+Shift+K",
            ),
            (TIMELINE, PRINT_TITLE, "print-timeline", lambda: self.timeline.print_out(), "Ctrl+P"),
        )
        return tuple(
            action(page, word(text), name, in_tab(key, act), keys)
            for key, text, name, act, keys in table
        )
