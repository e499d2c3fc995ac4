"""The way into the plan of a year: the page's main button, and its line in the menu (R22)."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.services.house import House
from app.services.planning.facts import YearPlan
from app.views.editing.actions import action
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button
from app.views.year.planning.dialog import TITLE, PlanDialog

KEYS = "Ctrl+Shift+P"


class PlanStart:
    """Plans the year after the present one, or the year on screen when that lies ahead."""

    def __init__(self, bench: Workbench, house: House, page: QWidget) -> None:
        self._bench, self._house, self._page = bench, house, page
        self.year = bench.today().year + 1
        self.button = button("", "plan-year", "primary", on_click=self.open)
        self.action: QAction = action(page, "", "plan-year", self.open, KEYS)
        self.show_year(self.year)

    def show_year(self, year: int) -> None:
        """The page shows another year."""
        self.year = max(year, self._bench.today().year + 1)
        said = self._bench.voice.fill(TITLE, year=self.year)
        self.button.setText(said)
        self.button.setAccessibleName(said)
        self.action.setText(said)

    def open(self) -> None:
        """Read the plan, and show it."""
        year, planning = self.year, self._house.planning
        self._bench.read(lambda: planning.plan(year), self._show)

    def _show(self, plan: YearPlan) -> None:
        PlanDialog(self._page, self._bench, self._house, plan).open()
