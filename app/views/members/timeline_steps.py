"""Where the arrows lead in the timeline: along a seat's terms, and to the same days of the next."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.services.timeline.layout import Bar, Layout

_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def step(layout: Layout, current: Bar | None, key: Qt.Key, first: Bar | None) -> Bar | None:
    """The bar that `key` leads to; `first` when none is marked, `None` when it leads nowhere."""
    is_ours = key in _ROWS or key in _ALONG or key in (Qt.Key.Key_Home, Qt.Key.Key_End)
    if not is_ours or current is None:
        return first if is_ours else None
    if key in _ROWS:
        return _in_another_row(layout, current, _ROWS[key])
    own = layout.row(current.row)
    if key in _ALONG:
        place = own.index(current) + _ALONG[key]
        return own[min(max(place, 0), len(own) - 1)]
    return own[0] if key is Qt.Key.Key_Home else own[-1]


def _in_another_row(layout: Layout, current: Bar, rows: int) -> Bar:
    """The bar over the same days, some rows away: over today from where today is.

    Rows without bars are passed by.
    """
    filled = [row for row in range(layout.count) if layout.row(row)]
    place = min(max(filled.index(current.row) + rows, 0), len(filled) - 1)
    others = layout.row(filled[place])
    holds_today = current.x <= layout.today <= current.x + current.width
    at = layout.today if holds_today else current.x + current.width / 2
    return min(others, key=lambda bar: _distance(bar, at))


def _distance(bar: Bar, x: float) -> float:
    if bar.x <= x <= bar.x + bar.width:
        return 0.0
    return min(abs(bar.x - x), abs(bar.x + bar.width - x))
