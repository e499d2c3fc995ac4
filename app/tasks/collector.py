"""Python's cyclic garbage is collected on the window's thread alone.

A widget in a cycle may be collected by whichever thread happens to allocate when its turn comes,
and Qt does not survive a widget that dies beside its thread. So the collector's own turns are
switched off, and taken from the event loop in their usual order.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two looks at how much there is."""
SETTLED_AFTER = 15_000
"""Milliseconds after which what was imported and built at the start is not looked at again: a full
turn over it would hold the window up for longer than a key may wait."""


class Collector(QObject):
    """Takes over from Python's own turns until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(collect_due)
        self._timer.start()
        QTimer.singleShot(SETTLED_AFTER, self, gc.freeze)

    def stop(self) -> None:
        """Give the turns back, after a last one."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        if self._was_on:
            gc.enable()


def collect_due() -> None:
    """Collect the oldest generation whose turn it is, by Python's own thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
