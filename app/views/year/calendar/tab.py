"""What the calendar's tabs share: the desk, the filter, and the year that they show."""

from __future__ import annotations

from app.services.year.facts import YearView
from app.views.widgets.naming import named
from app.views.year.calendar.desk import CalendarDesk
from app.views.year.calendar.filter_bar import FilterBar
from app.views.year.tab import YearTab


class CalendarTab(YearTab):
    """Shows what the filter lets through of the year."""

    def __init__(self, desk: CalendarDesk, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, desk.bench.voice.word(spoken))
        self._desk = desk
        self._view: YearView | None = None
        self.filter = FilterBar(desk)

    def show_year(self, view: YearView) -> None:
        """Show a year, with the day that is looked at in it."""
        self._view = view
        self._desk.follow(view.year)
        self.filter.offer(view)
        self._show()

    def _show(self) -> None:
        """Show what is read and let through."""
