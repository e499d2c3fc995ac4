"""The wheel among the tabs of the year; made when it is first wanted."""

from __future__ import annotations

from app.i18n.catalogue import _
from app.services.house import House
from app.views.shell.workbench import Workbench
from app.views.year.tab import TabEntry, YearTab

WHEEL = _("Hjul")


def wheel_tab(bench: Workbench, house: House) -> TabEntry:
    """The first tab."""

    def make() -> YearTab:
        from app.views.year.wheel.tab import WheelTab

        return WheelTab(bench, house)

    return TabEntry("wheel", WHEEL, make)
