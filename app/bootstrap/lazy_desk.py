"""The desk that the window starts with: the file's own libraries are loaded when first needed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.progress import Progress

if TYPE_CHECKING:
    from app.bootstrap.window import Desks
    from app.views.shell.protocols import OpenCouncil, ProfileChoice


class LazyDesk:
    """Stands in for `Desks`, so that the window is shown before SQLAlchemy is imported."""

    def __init__(self, clock: Callable[[], datetime], folder: Path) -> None:
        self._clock = clock
        self._folder = folder

    @cached_property
    def _desks(self) -> Desks:
        from app.bootstrap.window import Desks

        return Desks(self._clock, self._folder)

    def profiles(self) -> Sequence[ProfileChoice]:
        """The profiles to choose among."""
        return self._desks.profiles()

    def open(self, path: Path) -> OpenCouncil:
        """Open the file, for reading only when another holds it."""
        return self._desks.open(path)

    def create(self, path: Path, profile: str) -> OpenCouncil:
        """Make a new council there and open it."""
        return self._desks.create(path, profile)

    def demo(self) -> Generator[Progress, None, Path]:
        """The demo file's place, after making it where there is none."""
        return (yield from self._desks.demo())
