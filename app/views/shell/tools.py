"""What one window works with, made once at the start and ended with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.tasks.bridge import Bridge
from app.tasks.long_work import LongWork
from app.tasks.store_threads import StoreThreads
from app.views.shell.about import Program
from app.views.shell.memory import WindowMemory
from app.views.shell.qt_words import QtWords
from app.views.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class WindowTools:
    """Threads, memory, theme and clock; `crashed` takes what is our own bug."""

    bridge: Bridge
    threads: StoreThreads
    long_work: LongWork
    memory: WindowMemory
    theme: Theme
    qt_words: QtWords
    program: Program
    clock: Callable[[], datetime]
    logs: Path
    crashed: Callable[[BaseException], object]

    def end(self) -> None:
        """Stop long work, write what waits, join every thread, and remember the window."""
        self.long_work.close()
        self.threads.close()
        self.bridge.close()
        self.memory.write()
