"""Clock times as people type them: `9`, `9.30`, `0930`, `kl. 09:30`."""

from __future__ import annotations

import re

from app.domain.errors import UserError

_TIME = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:]?\s*(\d{2}))?", re.IGNORECASE | re.ASCII)
_LAST = 23 * 60 + 59


def as_clock(text: str) -> str:
    """`HH:MM` of what was typed; `UserError` when it is no time of the day."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise UserError("clock_not_understood", text=text)
    hours, minutes = int(match[1]), int(match[2] or 0)
    if hours > 23 or minutes > 59:
        raise UserError("clock_not_understood", text=text)
    return f"{hours:02}:{minutes:02}"


def shifted(clock: str, minutes: int) -> str:
    """The time `minutes` after `clock`, at the latest the last minute of the day."""
    at = min(minutes_of(clock) + minutes, _LAST)
    return f"{at // 60:02}:{at % 60:02}"


def minutes_of(clock: str) -> int:
    """Minutes since midnight of `HH:MM`."""
    return int(clock[:2]) * 60 + int(clock[3:])
