"""The import contracts catch what they are there for: each wall is run against once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HOUSE = (
    "__init__ __main__ bootstrap cli views/__init__ tasks/__init__ services/__init__ "
    "documents/__init__ documents/word/__init__ documents/pdf/__init__ documents/excel/__init__ "
    "store/__init__ models/__init__ domain/__init__ i18n/__init__"
)

ALLOWED = {
    "bootstrap": "import PySide6, sqlalchemy, app.views, app.cli, app.tasks",
    "views/__init__": "import PySide6, app.tasks, app.services, app.domain, app.i18n",
    "cli": "import app.services, app.domain, app.i18n",
    "tasks/__init__": "import PySide6, app.services",
    "services/__init__": "import sqlalchemy, app.documents, app.store, app.models, app.domain",
    "documents/__init__": "import app.domain, app.i18n",
    "documents/word/__init__": "import docxtpl",
    "documents/pdf/__init__": "import typst, pikepdf, pypdfium2",
    "documents/excel/__init__": "import openpyxl",
    "store/__init__": "import sqlalchemy, alembic, sqlcipher3, app.models, app.domain",
    "models/__init__": "import sqlalchemy, app.domain",
}

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

TRESPASSES = [
    ("models/__init__", "import app.store", "Imports go down only"),
    ("documents/__init__", "import app.store", "Imports go down only"),
    ("store/__init__", "import app.documents", "Imports go down only"),
    ("domain/__init__", "import app.i18n", "Imports go down only"),
    ("i18n/__init__", "import app.domain", "Imports go down only"),
    ("cellar", "x = 1", "Imports go down only"),
    ("cli", "import app.tasks", "The command line gets"),
    ("documents/__init__", "import app.models", "Mapped classes stay"),
    ("views/__init__", "import app.store", "A view knows services"),
    ("views/__init__", "import app.documents.word", "A view knows services"),
    ("documents/pdf/__init__", "import app.documents.word", "Word, PDF and Excel"),
    ("services/__init__", "from PySide6 import QtCore", "Qt only in"),
    ("cli", "import app.tasks", "Nothing below the window"),
    ("documents/__init__", "import sqlalchemy.orm", "SQL only in"),
    ("tasks/__init__", "import alembic", "SQL only in"),
    ("services/__init__", "import sqlcipher3.dbapi2", "SQLite's own driver"),
    ("services/__init__", "import openpyxl", "Libraries that write"),
    ("views/__init__", "import pypdfium2", "Libraries that write"),
]


def build_house(where: Path) -> None:
    """The rooms as small as they can be, under the real contracts."""
    for name in HOUSE.split():
        path = where / "app" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ALLOWED.get(name, "") + "\n", encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", where)


def broken_contracts(where: Path) -> tuple[set[str], str]:
    """The names of the contracts that do not hold, and all that was said."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"],
        cwd=where,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(where), "COLUMNS": "200", "PYTHONUTF8": "1"},
    )
    said = done.stdout + done.stderr
    return set(re.findall(r"^(.+?) BROKEN", said, re.M)), said


def test_house_that_keeps_its_walls_passes(tmp_path: Path) -> None:
    build_house(tmp_path)
    broken, said = broken_contracts(tmp_path)
    assert broken == set(), said
    assert "10 kept, 0 broken" in said


@pytest.mark.parametrize(("room", "line", "contract"), TRESPASSES)
def test_trespass_is_caught(room: str, line: str, contract: str, tmp_path: Path) -> None:
    build_house(tmp_path)
    path = tmp_path / "app" / f"{room}.py"
    allowed = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{allowed}\n{line}\n", encoding="utf-8")
    broken, said = broken_contracts(tmp_path)
    assert any(name.startswith(contract) for name in broken), said
