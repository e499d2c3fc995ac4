"""The only place that wires things together: clock, file, worker, commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.house import House


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit status."""
    from app.cli.common import Wiring
    from app.cli.program import run as run_command
    from app.services.upkeep import Upkeep

    return run_command(arguments, Wiring(open=open_house, upkeep=Upkeep(clock)))


def clock() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


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
