"""A process that forks children to do deeds, and kills them where it is told.

Forking from a small process that has loaded everything makes a kill cost milliseconds.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import struct
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from app.store import failpoints
from tests.helpers.deeds import BY_NAME

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Blow:
    """Where a child dies: the `place`-th named place it reaches, or after so many seconds."""

    place: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Report:
    """What a child acknowledged last, whether it was killed, places it passed, what went wrong."""

    acknowledged: int
    was_killed: bool
    places: int = 0
    seconds: float = 0.0
    error: str = ""


class Victims:
    """The forking process, seen from the test."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, deed: str, folder: Path, blow: Blow) -> Report:
        """Do a deed in a child of its own and let the blow fall."""
        request = {"deed": deed, "folder": str(folder), "blow": asdict(blow)}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the process that forks has died")
        report = Report(**json.loads(line))
        if report.error:
            raise RuntimeError(report.error)
        return report


@contextmanager
def victims() -> Iterator[Victims]:
    """Start the process, and end it afterwards."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.victims"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Victims(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(PATIENCE_SECONDS)


def a_blow(chance: random.Random, report: Report) -> Blow:
    """One that falls somewhere within a run like the reported: at a named place, or in between."""
    if chance.random() < 0.5:
        return Blow(place=chance.randint(1, max(report.places, 1)))
    return Blow(seconds=chance.uniform(0, report.seconds))


def _serve() -> None:
    for line in sys.stdin:
        request = json.loads(line)
        report = _child(request["deed"], Path(request["folder"]), Blow(**request["blow"]))
        print(json.dumps(asdict(report)), flush=True)


def _child(deed: str, folder: Path, blow: Blow) -> Report:
    reading, writing = os.pipe()
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_the_child(deed, folder, blow, writing)
    os.close(writing)
    deadline = started + (blow.seconds or PATIENCE_SECONDS)
    told, late = _listen(reading, deadline)
    if late:
        os.kill(child, signal.SIGKILL)
        told += _rest(reading)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    seconds = time.perf_counter() - started
    numbers = [number for (number,) in struct.iter_unpack("<i", told[: len(told) // 4 * 4])]
    acknowledged = max((number for number in numbers if number > 0), default=0)
    places = -min((number for number in numbers if number < 0), default=0)
    killed = os.WIFSIGNALED(status)
    error = ""
    if not killed and os.waitstatus_to_exitcode(status) != 0:
        error = f"the deed {deed!r} failed by itself"
    if late and not blow.seconds:
        error = f"the deed {deed!r} hung"
    return Report(acknowledged, killed, places, seconds, error)


def _be_the_child(deed: str, folder: Path, blow: Blow, writing: int) -> None:
    passed = 0

    def count(name: str) -> None:
        nonlocal passed
        passed += 1
        if passed == blow.place:
            failpoints.die()

    try:
        failpoints.arm(count)
        BY_NAME[deed].run(folder, lambda number: _tell(writing, number))
        _tell(writing, -passed)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def _tell(writing: int, number: int) -> None:
    os.write(writing, struct.pack("<i", number))


def _listen(reading: int, deadline: float) -> tuple[bytes, bool]:
    """What the child told until it ended, or until the deadline (True)."""
    told = b""
    while True:
        left = deadline - time.perf_counter()
        if left <= 0 or not select.select([reading], [], [], left)[0]:
            return told, True
        piece = os.read(reading, 4096)
        if not piece:
            return told, False
        told += piece


def _rest(reading: int) -> bytes:
    """What was told before the blow and not yet heard."""
    told = b""
    while piece := os.read(reading, 4096):
        told += piece
    return told


if __name__ == "__main__":
    _serve()
