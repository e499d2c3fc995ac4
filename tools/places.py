"""Where things lie in the tree, and which Python runs them."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PROJECT = ROOT / "pyproject.toml"
TRANSLATIONS = ROOT / "resources" / "i18n"
IS_WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if IS_WINDOWS else "bin/python")

LOCKS = {
    "app": ROOT / "requirements" / "app.txt",
    "dev": ROOT / "requirements" / "dev.txt",
}
"""What running needs, and what testing needs (which holds all of the first)."""


def program(name: str) -> str:
    """The path of a program that the environment brought along."""
    return str(PYTHON.with_name(name + (".exe" if IS_WINDOWS else "")))


def surroundings(**extra: str) -> dict[str, str]:
    """The environment variables for whatever we start: UTF-8 everywhere, and `extra`."""
    return {**os.environ, "PYTHONUTF8": "1", **extra}


class Trouble(Exception):
    """Something the developer can mend, told in words without a traceback."""


def say(line: str) -> None:
    """One line of progress, at once, also through a pipe."""
    print(line, flush=True)
