"""The rooms of the house keep to themselves: what an import contract alone cannot see."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PURE = frozenset(
    {
        "__future__",
        "abc",
        "bisect",
        "calendar",
        "collections",
        "contextlib",
        "copy",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "heapq",
        "html",
        "itertools",
        "json",
        "math",
        "operator",
        "re",
        "statistics",
        "string",
        "textwrap",
        "types",
        "typing",
        "unicodedata",
    }
)
"""Parts of the standard library that touch neither disk, network, clock nor chance."""

CLOCK = frozenset({"now", "today", "utcnow", "fromtimestamp", "time_ns"})
"""What tells the date or the time; `monotonic` tells neither, and bounds how long one waits."""


def modules_of(room: str) -> list[Path]:
    return sorted((ROOT / "app" / room).rglob("*.py"))


def imported_names(tree: ast.AST) -> Iterator[str]:
    """The first part of every import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def clock_readings(tree: ast.AST) -> Iterator[int]:
    """The lines that ask a clock for the time."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in CLOCK
        ):
            yield node.lineno


def loaded_after(statement: str) -> set[str]:
    """The modules that a fresh Python holds after `statement`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ["services", "documents", "store", "models", "domain", "i18n"])
def test_room_below_the_window_loads_without_qt(room: str) -> None:
    loaded = loaded_after(
        "import importlib, pkgutil\n"
        f"room = importlib.import_module('app.{room}')\n"
        "for part in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "    importlib.import_module(part.name)"
    )
    assert f"app.{room}" in loaded
    assert not {name for name in loaded if name.split(".")[0] in {"PySide6", "shiboken6"}}


def test_neither_window_nor_commands_load_what_writes_calendars() -> None:
    loaded = loaded_after(
        "import app.bootstrap.pages, app.cli.program, app.services.house, app.documents.make"
    )
    assert "app.documents.calendar.content" in loaded
    assert not {name for name in loaded if name.split(".")[0] == "icalendar"}


def test_domain_uses_nothing_but_pure_parts_of_the_standard_library() -> None:
    strangers = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules_of("domain")
        for name in imported_names(ast.parse(path.read_text(encoding="utf-8")))
        if name != "app" and name not in PURE
    }
    assert strangers == set()


@pytest.mark.parametrize("room", ["domain", "documents", "models"])
def test_room_never_reads_the_clock(room: str) -> None:
    readings = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in modules_of(room)
        for line in clock_readings(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert readings == set()


def test_clock_readings_are_found_where_they_are() -> None:
    tree = ast.parse("from datetime import date\n\nborn = date.today()\n")
    assert list(clock_readings(tree)) == [3]
