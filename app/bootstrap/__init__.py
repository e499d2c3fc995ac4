"""The only place that wires things together: clock, file, worker, commands, window."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.i18n.wall_clock import on_the_wall

if TYPE_CHECKING:
    from app.services.house import House


def run(arguments: Sequence[str]) -> int:
    """Run a command, or open the window when there is none; returns the exit status."""
    if not arguments:
        return open_window(None)
    from app.cli.common import Wiring
    from app.cli.program import run as run_command
    from app.services.upkeep import Upkeep

    wiring = Wiring(open_house, Upkeep(clock), open_window, has_onlooker)
    return run_command(arguments, wiring)


def clock() -> datetime:
    """The present instant, as the council's clock on the wall shows it."""
    return on_the_wall(datetime.now(UTC))


@contextmanager
def open_house(path: Path, *, today: date | None, writing: bool = False) -> Iterator[House]:
    """The use cases of the file at `path`; only reading, another may hold it meanwhile."""
    from app.services.desk import Desk
    from app.services.house import House
    from app.store.council_file import CouncilFile
    from app.tasks.worker import Worker

    with (
        CouncilFile.open(path, clock=clock, read_only=not writing) as file,
        Worker() as worker,
    ):
        yield House(Desk(file, clock, worker, today))


def has_onlooker() -> bool:
    """Whether somebody can see a window here; Qt's invisible platforms are for tests."""
    from app.views.shell.start import has_display

    return has_display() and os.environ.get("QT_QPA_PLATFORM") not in ("offscreen", "minimal")


def open_window(path: Path | None) -> int:
    """Show the window, on `path` or where it was left; status 1 where there is no display."""
    from app.views.shell.start import has_display, start

    if not has_display():
        import sys

        from app.i18n.sentences import sentence

        print(sentence("no_display", {}), file=sys.stderr)
        return 1
    from importlib.metadata import version

    from platformdirs import user_data_path

    from app.bootstrap.lazy_desk import LazyDesk
    from app.views.shell.about import Program

    desk = LazyDesk(clock, user_data_path("rundgang", False))
    return start(desk, path=path, program=Program(version("rundgang")), clock=clock)
