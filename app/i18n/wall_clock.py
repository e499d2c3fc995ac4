"""The council's clock on the wall: every instant that is shown is shown by it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Oslo")


def on_the_wall(at: datetime) -> datetime:
    """An instant as the council's clock shows it, whatever the machine's own clock says.

    A time without a zone is the wall's already.
    """
    return at if at.tzinfo is None else at.astimezone(LOCAL)
