"""The tabs of the year's page, each imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.house import House
from app.views.shell.workbench import Workbench
from app.views.year.tab import TabEntry
from app.views.year.wheel.entry import wheel_tab


def year_tabs(bench: Workbench, house: House) -> Sequence[TabEntry]:
    """From left to right."""
    return (wheel_tab(bench, house),)
