"""Moving a meeting in the way that the window does."""

from __future__ import annotations

from datetime import date

from app.services.editing.done import Done
from app.services.house import House

BECAUSE = "Salen er opptatt."


def move_day(house: House, meeting: int, on: date, version: int) -> Done:
    """To another day, at the same hour and place."""
    return house.edit.meeting_changes.move(meeting, on, None, None, None, BECAUSE, version)
