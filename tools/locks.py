"""Makes the hash-pinned lock files anew: one resolution for every platform, without addresses."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence

from tools.places import LOCKS, ROOT, Trouble, say

EXTRAS = {"dev": ("build", "dev"), "app": ("build",)}
COMPILE = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def lock_packages(arguments: Sequence[str]) -> int:
    """Compile both locks through uv (`--upgrade` for newer versions); pins are kept otherwise."""
    uv = shutil.which("uv")
    if uv is None:
        raise Trouble(
            "Making locks needs uv, which is not on this machine; installing them does not."
        )
    for name, extras in EXTRAS.items():
        lock = LOCKS[name].relative_to(ROOT).as_posix()
        say(f"Locking {lock} …")
        chosen = [part for extra in extras for part in ("--extra", extra)]
        command = [
            uv,
            "pip",
            "compile",
            "pyproject.toml",
            *chosen,
            *COMPILE,
            *arguments,
            "-o",
            lock,
        ]
        if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
            raise Trouble(f"{lock} could not be made; see above.")
        if "://" in LOCKS[name].read_text(encoding="utf-8"):
            raise Trouble(f"{lock} holds an address; a lock names versions and hashes only.")
    return 0
