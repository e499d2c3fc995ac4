"""What the machine itself must have beside Python: the system libraries of Qt, and `venv`."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from tools.places import IS_WINDOWS, Trouble, say

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Shared library that Qt loads on Linux → the Debian package that has it."""


def ensure_venv_module() -> None:
    """Debian's minimal Python lacks what `venv` needs: install it, or say how."""
    if find_spec("ensurepip") is not None:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not install_packages([package], why="Python cannot make an environment without it"):
        raise Trouble("Without it no environment can be made, so nothing was started.")


def ensure_qt_libraries() -> bool:
    """Whether Qt finds its system libraries, after installing those that were missing."""
    missing = missing_packages()
    if not missing:
        return True
    return install_packages(missing, why="Qt needs them") and not missing_packages()


def missing_packages() -> list[str]:
    """The Debian packages behind the libraries that do not load; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in QT_LIBRARIES.items() if not _loads(library)]


def install_packages(packages: Sequence[str], *, why: str) -> bool:
    """Install Debian packages as root or through sudo; else print the exact command."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    by_hand = "sudo apt-get install --yes --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") is None:
        say(f"Missing on this machine ({why}): {', '.join(packages)} (Debian's names).")
        return False
    prefix = _as_root()
    if prefix is None:
        say(f"Missing on this machine ({why}). Please run:\n    {by_hand}")
        return False
    say(f"Installing {' '.join(packages)} ({why}) …")
    if _apt([*prefix, *command]):
        return True
    say("Fetching the list of packages first …")
    if _apt([*prefix, "apt-get", "update"]) and _apt([*prefix, *command], loud=True):
        return True
    say(f"That failed. Please run:\n    {by_hand}")
    return False


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _as_root() -> list[str] | None:
    """What to put before a command that needs root: nothing, sudo, or `None` when we may not."""
    if IS_WINDOWS or os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _apt(command: Sequence[str], *, loud: bool = False) -> bool:
    done = subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if loud else subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0
