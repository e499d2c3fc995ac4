"""The tabs of the year's page, each imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n.catalogue import _
from app.services.house import House
from app.views.shell.workbench import Workbench
from app.views.year.calendar.tabs import calendar_tabs
from app.views.year.tab import TabEntry, YearTab
from app.views.year.wheel.entry import wheel_tab

ROUND, POINTS = _("Rundgangen"), _("Faste punkter")


def year_tabs(bench: Workbench, house: House) -> Sequence[TabEntry]:
    """From left to right."""

    def make_round() -> YearTab:
        from app.views.year.round_tab import RoundTab

        return RoundTab(bench, house)

    def points() -> YearTab:
        from app.views.year.points.tab import PointsTab

        return PointsTab(bench, house)

    return (
        wheel_tab(bench, house),
        *calendar_tabs(bench, house),
        TabEntry("round", ROUND, make_round),
        TabEntry("points", POINTS, points),
    )
