"""What Ctrl+Z and Ctrl+Y mean, read from the log: undoings are entries too, and can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from app.store.queries.log_lines import LogHead


def entry_to_undo(entries: Sequence[LogHead]) -> LogHead | None:
    """The deed to take back next: the newest that is in effect; None when there is none.

    `entries` the oldest first. What is sent or approved stops the way back: nothing before it is
    reached with Ctrl+Z. A note changed nothing, and is passed by.
    """
    by_id = {entry.id: entry for entry in entries}
    for entry in reversed(entries):
        if entry.undoes_id is not None or entry.is_note:
            continue
        if entry.is_final:
            return None
        last = _last_of(entry, by_id)
        if last is not None and _times_undone(entry, by_id) % 2 == 0:
            return last
    return None


def entry_to_redo(entries: Sequence[LogHead]) -> LogHead | None:
    """The undoing to take back next; None when something was done after the last undoing."""
    by_id = {entry.id: entry for entry in entries}
    for entry in reversed(entries):
        if entry.is_note:
            continue
        if entry.undoes_id is None:
            return None
        if entry.undone_by_id is None and _is_undoing(entry, by_id):
            return entry
    return None


def _last_of(entry: LogHead, by_id: dict[int, LogHead]) -> LogHead | None:
    """The end of the chain of undoing and doing again; None when it is not among the entries."""
    while entry.undone_by_id is not None:
        following = by_id.get(entry.undone_by_id)
        if following is None:
            return None
        entry = following
    return entry


def _times_undone(entry: LogHead, by_id: dict[int, LogHead]) -> int:
    times = 0
    while entry.undone_by_id is not None:
        times += 1
        entry = by_id[entry.undone_by_id]
    return times


def _is_undoing(entry: LogHead, by_id: dict[int, LogHead]) -> bool:
    """Whether the entry takes a deed back, rather than doing it again."""
    times = 0
    while entry.undoes_id is not None:
        times += 1
        earlier = by_id.get(entry.undoes_id)
        if earlier is None:
            break
        entry = earlier
    return times % 2 == 1
