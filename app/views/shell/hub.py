"""Where every change is told once, so that whoever shows something can refresh it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.services.changes import Changes


class ChangeHub(QObject):
    """One for the window; `publish` and every listener live on the window's thread."""

    changed = Signal(object)
    """Carries `Changes`. Connect a method of the listener, never a lambda: Qt lets go of the method
    when its widget is deleted, but a lambda outlives it."""

    def publish(self, changes: Changes) -> None:
        """Tell everyone what a verb changed."""
        self.changed.emit(changes)


def merged(several: Iterable[Changes]) -> Changes:
    """All of them as one, for a page that was not on screen; nobody's own any more."""
    changes = list(several)
    return Changes(
        frozenset().union(*(each.kinds for each in changes)),
        frozenset().union(*(each.ids for each in changes)),
    )
