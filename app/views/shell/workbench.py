"""What a page is given beside its services: threads, changes, words to the user, ways around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.i18n.voice import Voice
from app.services.changes import Changes
from app.tasks.long_work import LongWork
from app.tasks.store_threads import StoreThreads, Ticket
from app.views.shell.council_memory import CouncilMemory
from app.views.shell.folders import CouncilFolders
from app.views.shell.hub import ChangeHub
from app.views.shell.memory import WindowMemory
from app.views.shell.teller import Teller
from app.views.widgets.corner import Saved

Result = TypeVar("Result")


class Changing(Protocol):
    """The answer of a verb that changed something."""

    @property
    def changes(self) -> Changes:
        """What was changed."""


Changed = TypeVar("Changed", bound="Changing | Changes")


class Life:
    """Whether the file is still open; answers that come later are not shown."""

    def __init__(self) -> None:
        self.is_over = False
        self._last: list[Callable[[], object]] = []

    def when_over(self, act: Callable[[], object]) -> None:
        """Have `act` run on the window's thread when the file is closed on screen."""
        self._last.append(act)

    def end(self) -> None:
        """The file is closed on screen."""
        self.is_over = True
        while self._last:
            self._last.pop()()


@dataclass(frozen=True, slots=True)
class Workbench:
    """One for each open file; handed to the pages by constructor."""

    voice: Voice
    hub: ChangeHub
    threads: StoreThreads
    long_work: LongWork
    memory: WindowMemory
    council_memory: CouncilMemory
    """What is remembered of the open file alone."""
    teller: Teller
    today: Callable[[], date]
    clock: Callable[[], datetime]
    """Local time, for what the corner says."""
    life: Life
    post: Callable[[Callable[[], object]], object]
    """Have a closure run on the window's thread; from any thread."""
    show_saved: Callable[[Saved], object]
    """Tell the corner what is stored."""
    go_to: Callable[[str], object]
    """Open a place, `meetings/12/agenda`: the page's key, then what `Page.go_to` takes."""
    undo: Callable[[], object]
    """Take back the last verb, as Ctrl+Z does."""

    @property
    def folders(self) -> CouncilFolders:
        """Where this council's files were put and fetched last."""
        return CouncilFolders(self.council_memory)

    def read(self, action: Callable[[], Result], done: Callable[[Result], object]) -> Ticket:
        """Read beside the window; errors are told.

        Hand in a method of the widget as `done`: one that was closed meanwhile is not called.
        """
        return self.threads.read(action, self._while_open(done), self.teller.fail)

    def change(
        self,
        action: Callable[[], Changed],
        done: Callable[[Changed], object] = lambda _result: None,
        *,
        said: str = "",
        can_undo: bool = True,
        failed: Callable[[], object] = lambda: None,
    ) -> Ticket:
        """Run a verb beside the window, tell everyone what it changed, and `said` in passing.

        What goes wrong is told; `failed` comes after that.
        """

        def finish(result: Changed) -> None:
            if self.life.is_over:
                return
            self.hub.publish(result if isinstance(result, Changes) else result.changes)
            if said:
                self.teller.say(said, self.undo if can_undo else None)
            done(result)

        def fail(error: Exception) -> None:
            self.teller.fail(error)
            if not self.life.is_over:
                failed()

        return self.threads.write(action, finish, fail)

    def _while_open(self, done: Callable[[Result], object]) -> Callable[[Result], object]:
        return lambda result: None if self.life.is_over or is_gone(done) else done(result)


def is_gone(callback: Callable[..., object]) -> bool:
    """Whether the widget that `callback` is a method of was closed and deleted."""
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
