"""Runs functions in children without an administrator's rights, which ignore read-only files."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534

AsNobody = Callable[[Callable[[Path], None], Path], None]
"""Calls a function of a module with a folder; an error there is an error here."""


@pytest.fixture(scope="session")
def as_nobody() -> Iterator[AsNobody]:
    """One process that has loaded everything and forks for each call."""
    if os.name == "nt":
        pytest.skip("rights are another matter on Windows")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.nobody"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def call(function: Callable[[Path], None], folder: Path) -> None:
            assert process.stdin is not None
            assert process.stdout is not None
            request = [function.__module__, function.__name__, str(folder)]
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            if said := json.loads(process.stdout.readline()):
                pytest.fail(said)

        yield call
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone may enter; pytest's own are for their owner only."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def _serve() -> None:
    for line in sys.stdin:
        module, function, folder = json.loads(line)
        act = getattr(importlib.import_module(module), function)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _be_nobody(act, Path(folder), writing)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
        print(json.dumps(said), flush=True)


def _be_nobody(act: Callable[[Path], None], folder: Path, writing: int) -> None:
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        act(folder)
    except BaseException:
        os.write(writing, traceback.format_exc().encode()[-20_000:])
    os._exit(0)


if __name__ == "__main__":
    _serve()
