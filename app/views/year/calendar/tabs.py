"""The calendar's tabs, which share what they look at; each is imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from app.i18n.catalogue import _
from app.services.house import House
from app.views.shell.workbench import Workbench
from app.views.year.tab import TabEntry, YearTab

if TYPE_CHECKING:
    from app.views.year.calendar.desk import CalendarDesk


def calendar_tabs(bench: Workbench, house: House) -> Sequence[TabEntry]:
    """The month, the year and the list."""

    @cache
    def desk() -> CalendarDesk:
        from app.views.year.calendar.desk import CalendarDesk

        return CalendarDesk(bench, house)

    def month() -> YearTab:
        from app.views.year.calendar.month_tab import MonthTab

        return MonthTab(desk())

    def year() -> YearTab:
        from app.views.year.calendar.sheet_tab import SheetTab

        return SheetTab(desk())

    def agenda() -> YearTab:
        from app.views.year.calendar.list_tab import ListTab

        return ListTab(desk())

    return (
        TabEntry("month", _("Måned"), month),
        TabEntry("year", _("År"), year),
        TabEntry("list", _("Liste"), agenda),
    )
