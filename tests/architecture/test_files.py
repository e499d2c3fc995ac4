"""Every file is one that a stranger can read on any machine."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 450
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]) + r")\b")
"""Written in pieces, so that this file does not find itself."""

UNSPOKEN = re.compile(
    r"(?<![\w./~-])/(?:"
    + "|".join(
        ["wo" + "rk", "ro" + "ot", "ho" + "me/[a-z]+", "Us" + "ers/[A-Za-z]+", "op" + "t/wheels"]
    )
    + r")(?![\w-])"
    + "|"
    + "|".join([r"\bpyp" + r"i\b", "pythonho" + "sted", "arti" + "factory", "index" + "-url"])
)
"""Paths of one machine, and addresses of package registries."""


@cache
def tracked_files() -> tuple[Path, ...]:
    """What would be committed; skips where the tree is not a clone."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=ROOT, capture_output=True, check=False
    )
    if listing.returncode != 0:
        pytest.skip("the tree is not a git clone")
    names = listing.stdout.decode("utf-8").split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


@cache
def tracked_texts() -> dict[str, str]:
    """The tracked text files by name; what holds a zero byte is not text."""
    contents = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in tracked_files()}
    return {
        name: content.decode("utf-8", errors="replace")
        for name, content in contents.items()
        if b"\0" not in content
    }


def python_files(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def test_every_file_of_the_program_opens_with_what_it_is_for() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in python_files("app", "tools")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_file_grows_past_what_one_can_hold_in_mind() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files("app", "tools", "tests")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{name}: {match.group()}"
        for name, text in tracked_texts().items()
        for match in UNFINISHED.finditer(text)
    ]
    assert found == []


def test_tracked_files_name_no_registry_and_no_place_on_one_machine() -> None:
    found = [
        f"{name}: {match.group()}"
        for name, text in tracked_texts().items()
        for match in UNSPOKEN.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "open('/" + "work/main/x')",
        "cd /" + "root/x",
        "/" + "home/kari/x",
        "https://pyp" + "i.org/simple",
        "--index" + "-url x",
    ],
)
def test_a_line_that_gives_a_machine_away_is_found(line: str) -> None:
    assert UNSPOKEN.search(line)


@pytest.mark.parametrize(
    "line", ["../" + "shared/real", "docs/" + "work/plan", "https:" + "//rådet.example/" + "work"]
)
def test_an_ordinary_line_is_left_alone(line: str) -> None:
    assert not UNSPOKEN.search(line)
