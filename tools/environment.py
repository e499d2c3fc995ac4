"""The environment in `.venv`: made, filled from a lock, left alone while nothing has changed."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence

from tools.machine import ensure_qt_libraries, ensure_venv_module
from tools.places import (
    LOCKS,
    PROJECT,
    PYTHON,
    ROOT,
    TRANSLATIONS,
    VENV,
    Trouble,
    say,
    surroundings,
)

STAMP = VENV / "rundgang.json"


def ensure_ready(lock: str) -> None:
    """Set up whatever `lock` ("app" or "dev") still misses; milliseconds when nothing does."""
    stamp = _read_stamp()
    if not _is_installed(stamp, lock):
        _make_venv()
        STAMP.unlink(missing_ok=True)
        _install(lock)
        stamp = {"lock": lock, "digest": _digest(lock)}
        _write_stamp(stamp)
    if not stamp.get("libraries") and ensure_qt_libraries():
        _write_stamp({**stamp, "libraries": True})
    compile_translations()


def compile_translations() -> None:
    """Compile the catalogues (.po) whose compiled form (.mo) is missing or older."""
    stale = []
    for source in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            stale.append(str(source))
    if stale:
        say(f"Compiling {len(stale)} catalogue(s) of translations …")
        _must([str(PYTHON), "-m", "tools.translations", *stale], "The translations do not compile.")


def _is_installed(stamp: dict[str, object], lock: str) -> bool:
    """Whether the environment was filled from this very lock, or from the larger one."""
    filled_from = stamp.get("lock")
    if not PYTHON.exists() or filled_from not in (lock, "dev"):
        return False
    return stamp.get("digest") == _digest(str(filled_from))


def _digest(lock: str) -> str:
    """What the environment depends on: lock, project, Python, and the place of the tree."""
    parts = [LOCKS[lock].read_bytes(), PROJECT.read_bytes(), str(ROOT).encode()]
    parts.append(f"{sys.version_info.major}.{sys.version_info.minor}".encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _make_venv() -> None:
    """Keep a sound environment of this Python; make one where there is none, or a broken one."""
    if VENV.exists() and _is_sound():
        return
    ensure_venv_module()
    if VENV.exists():
        say("The environment in .venv is broken or of another Python: making it anew …")
        shutil.rmtree(VENV)
    else:
        say("Making an environment in .venv …")
    _must([sys.executable, "-m", "venv", str(VENV)], "Python could not make the environment.")


def _is_sound() -> bool:
    question = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [str(PYTHON), "-c", question], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    mine = f"{sys.version_info.major}.{sys.version_info.minor}"
    return answer.returncode == 0 and answer.stdout.strip() == mine


def _install(lock: str) -> None:
    """Install what the lock names and nothing that it does not: it is whole, as the check tells.

    Left to itself, pip resolves `package[extra]` anew and asks for a release that came out later,
    which has no hash in the lock.
    """
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps"]
    count = sum("==" in line for line in LOCKS[lock].read_text(encoding="utf-8").splitlines())
    say(f"Installing {count} packages from {LOCKS[lock].relative_to(ROOT).as_posix()} …")
    _must(
        [*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCKS[lock])],
        "The packages could not be installed; nothing else was touched. "
        "Is the network there? Then start again.",
    )
    _must(
        [*pip, "--no-index", "--no-build-isolation", "--editable", str(ROOT)],
        "The project itself could not be installed into .venv.",
    )
    _must([str(PYTHON), "-m", "pip", "check"], "The lock does not hold all that its packages need.")


def _must(command: Sequence[str], complaint: str) -> None:
    if subprocess.run(command, cwd=ROOT, env=surroundings(), check=False).returncode != 0:
        raise Trouble(complaint)


def _read_stamp() -> dict[str, object]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(stamp: dict[str, object]) -> None:
    STAMP.write_text(json.dumps(stamp) + "\n", encoding="utf-8")
