"""Runs a verb beside the window; when it is refused, what is shown is read again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.services.changes import Changes, Kind
from app.views.shell.workbench import Changing, Workbench

Changed = TypeVar("Changed", bound="Changing | Changes")

_ALL_SHOWN = Changes(frozenset({Kind.MEETING, Kind.CASE}))


def do(
    bench: Workbench,
    action: Callable[[], Changed],
    done: Callable[[Changed], object] = lambda _result: None,
    *,
    said: str = "",
    undo: Callable[[], object] | None = None,
    can_undo: bool = True,
) -> None:
    """Do `action`, tell everyone what it changed, and `said` in passing with its way back.

    `done` comes before the others are told. What refuses is told in words, and whoever shows
    meetings or cases reads them again, since what was seen may be old.
    """

    def finish(result: Changed) -> None:
        if bench.life.is_over:
            return
        done(result)
        changes = result if isinstance(result, Changes) else result.changes
        bench.hub.publish(changes)
        if said:
            bench.teller.say(said, (undo or bench.undo) if can_undo else None)

    def fail(error: Exception) -> None:
        bench.teller.fail(error)
        if bench.life.is_over:
            return
        bench.hub.publish(_ALL_SHOWN)

    bench.threads.write(action, finish, fail)
