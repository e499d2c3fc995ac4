"""The verbs of `dev.py`; each sets up by itself whatever is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper

from tools.checks import LINT, all_tests, chosen_tests, run_steps
from tools.environment import ensure_ready
from tools.locks import lock_packages
from tools.places import IS_WINDOWS, PYTHON, ROOT, Trouble, say, surroundings


@dataclass(frozen=True)
class Verb:
    """What a verb does, and the lock that it needs installed first (none: standard library)."""

    act: Callable[[Sequence[str]], int]
    lock: str | None
    help: str


def _setup(arguments: Sequence[str]) -> int:
    say("Ready.")
    return 0


def _run(arguments: Sequence[str]) -> int:
    return _hand_over("app", *(arguments or ("run-demo", "--out", "build/papers")))


def _test(arguments: Sequence[str]) -> int:
    return run_steps([chosen_tests(arguments)] if arguments else [*LINT, *all_tests()])


def _lint(arguments: Sequence[str]) -> int:
    return run_steps(LINT)


def _bench(arguments: Sequence[str]) -> int:
    return _hand_over("tests.bench", *arguments, QT_QPA_PLATFORM="offscreen")


def _prove(arguments: Sequence[str]) -> int:
    return _hand_over("tests.prove", *arguments, QT_QPA_PLATFORM="offscreen")


def _screens(arguments: Sequence[str]) -> int:
    return _hand_over("tools.screens", *arguments, QT_QPA_PLATFORM="offscreen")


def _hand_over(module: str, *arguments: str, **extra: str) -> int:
    """Become `python -m module` in the environment (a child process on Windows)."""
    command = [str(PYTHON), "-m", module, *arguments]
    os.chdir(ROOT)
    if IS_WINDOWS:
        return subprocess.run(command, env=surroundings(**extra), check=False).returncode
    sys.stdout.flush()
    os.execve(command[0], command, surroundings(**extra))


VERBS = {
    "setup": Verb(_setup, "dev", "make .venv, install the locked packages, compile translations"),
    "run": Verb(_run, "app", "the main job on the demo council; with arguments: the command line"),
    "test": Verb(_test, "dev", "all checks and all tests; with arguments: pytest with those only"),
    "lint": Verb(_lint, "dev", "the checks alone: ruff, mypy, import contracts"),
    "bench": Verb(_bench, "dev", "figures against floors measured in the same run [name …]"),
    "prove": Verb(_prove, "dev", "the promises of reliability at full counts [number …]"),
    "screens": Verb(_screens, "dev", "pictures of every page, light and dark, in build/screens/"),
    "lock": Verb(lock_packages, None, "make the lock files anew through uv [--upgrade]"),
}


def main(arguments: Sequence[str]) -> int:
    """Do one verb and return the exit status: 0 done, 1 failed, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a Windows pipe would not take our dashes
            stream.reconfigure(encoding="utf-8")
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(_usage())
        return 0 if arguments else 2
    verb = VERBS.get(arguments[0])
    if verb is None:
        print(f"dev.py has no verb {arguments[0]!r}.\n\n{_usage()}", file=sys.stderr)
        return 2
    try:
        if verb.lock is not None:
            ensure_ready(verb.lock)
        return verb.act(arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _usage() -> str:
    lines = [f"  {name:<8}{verb.help}" for name, verb in VERBS.items()]
    return "Usage: python3 dev.py VERB [arguments]\n\n" + "\n".join(lines)
