"""Named places where a test kills the program: by its environment, and not at all without."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.store import failpoints
from app.store.council_file import CouncilFile
from tests.helpers.store import SlowClock, a_council_on_disk, name_of_first

ROOT = Path(__file__).resolve().parents[2]

EDIT = """
import sys
from pathlib import Path
from app.store.council_file import CouncilFile
from tests.helpers.store import SlowClock, edit_name
with CouncilFile.open(Path(sys.argv[1]), clock=SlowClock()) as file:
    edit_name(file, "Først")
    edit_name(file, "Deretter")
"""


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX knows them")
@pytest.mark.parametrize(
    ("plan", "stored"),
    [
        ("work.logged:1", "Åse Lund"),
        ("work.logged:2", "Først"),
        ("work.committed:1", "Først"),
        ("*:6", "Først"),
        ("close.folding:1", "Deretter"),
    ],
)
def test_the_environment_says_where_the_program_dies(
    tmp_path: Path, plan: str, stored: str
) -> None:
    path = a_council_on_disk(tmp_path / "råd.rundgang")
    died = subprocess.run(
        [sys.executable, "-c", EDIT, str(path)],
        cwd=ROOT,
        env={**os.environ, "RUNDGANG_FAILPOINT": plan},
        check=False,
    )
    assert died.returncode == -signal.SIGKILL
    with CouncilFile.open(path, clock=SlowClock()) as file:
        assert name_of_first(file) == stored


def test_without_a_plan_nothing_happens_at_a_named_place() -> None:
    assert "RUNDGANG_FAILPOINT" not in os.environ
    failpoints.reach("work.logged")


def test_a_test_is_told_of_every_place() -> None:
    passed: list[str] = []
    failpoints.arm(passed.append)
    failpoints.reach("work.logged")
    failpoints.arm(None)
    failpoints.reach("work.committed")
    assert passed == ["work.logged"]
