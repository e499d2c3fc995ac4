"""What the window needs from whoever opens council files; the bootstrap hands it in.

Methods marked *writer*, *reader* or *long* are called on that thread, never on the window's; they
raise `UserError` for what the user can mend. The others must be quick, and are called on the
window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from app.i18n.voice import Voice
from app.services.changes import Changes
from app.tasks.long_work import Work
from app.views.shell.workbench import Workbench
from app.views.widgets.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page in the navigation; `build` imports and makes it when it is first opened."""

    key: str
    title: str
    icon: str
    build: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What can be taken back, or done again: what it was, in words, and how (*writer*)."""

    label: str
    do: Callable[[], Changes]


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """A profile that a new council can be made from."""

    key: str
    title: str
    description: str


class OpenCouncil(Protocol):
    """One open council file."""

    @property
    def path(self) -> Path:
        """Where the file lies."""

    @property
    def name(self) -> str:
        """The council's name, over the navigation."""

    @property
    def voice(self) -> Voice:
        """The language of the window for this file."""

    @property
    def read_only_because(self) -> str:
        """A sentence, when the file is open for reading only; else empty."""

    def today(self) -> date:
        """The day that the file is worked on: a demo has its own."""

    def pages(self, bench: Workbench) -> Sequence[PageEntry]:
        """The pages that exist, in the order of the navigation."""

    def status(self) -> str:
        """*Reader*: the line at the foot, such as `10 plasser · 23 saker i 2026`."""

    def counts(self) -> Mapping[str, str]:
        """*Reader*: what stands beside a page's name, by the page's key."""

    def undo_step(self) -> UndoStep | None:
        """*Reader*: what Ctrl+Z would take back now."""

    def last_backup(self) -> datetime | None:
        """*Reader*: when the newest copy of the file was taken, in local time."""

    def redo_step(self) -> UndoStep | None:
        """*Reader*: what Ctrl+Y would do again now."""

    def close(self) -> None:
        """*Writer*: let go of the file, backed up and whole."""


class FileDesk(Protocol):
    """Opens and makes council files."""

    def profiles(self) -> Sequence[ProfileChoice]:
        """*Reader*: the profiles to choose among."""

    def open(self, path: Path) -> OpenCouncil:
        """*Writer*: open the file, for reading only when another holds it."""

    def create(self, path: Path, profile: str) -> OpenCouncil:
        """*Writer*: make a new council there and open it."""

    def demo(self) -> Work[Path]:
        """*Long*: the demo file's place, after making it where there is none."""
