"""The steps of `lint` and `test`: each is run and timed, whatever became of the one before."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tools.places import PYTHON, ROOT, program, say, surroundings


@dataclass(frozen=True)
class Step:
    """One command with its name in the summary."""

    name: str
    command: tuple[str, ...]


LINT = (
    Step("ruff check", (program("ruff"), "check", ".")),
    Step("ruff format", (program("ruff"), "format", "--check", ".")),
    Step("mypy", (program("mypy"),)),
    Step("imports", (program("lint-imports"), "--no-logo")),
)


RULES = ("tests/unit", "tests/properties")
"""The tests of the rules, which alone must reach every branch of the domain."""


def all_tests() -> tuple[Step, ...]:
    """Every test, on up to four cores; watching what is covered makes one half as slow again."""
    cores = min(os.cpu_count() or 1, 4)
    spread = ("-n", str(cores), "--dist", "worksteal") if cores > 1 else ()
    run = (str(PYTHON), "-m", "pytest", "-q", *spread)
    others = tuple(f"--ignore={folder}" for folder in RULES)
    return (Step("rules", (*run, *RULES, "--cov")), Step("tests", (*run, *others)))


def chosen_tests(arguments: Sequence[str]) -> Step:
    """Only what the arguments for pytest ask for, without coverage."""
    return Step("tests", (str(PYTHON), "-m", "pytest", *arguments))


def run_steps(steps: Sequence[Step]) -> int:
    """Run all steps, print what each took, and return 1 when one of them failed."""
    results = []
    for step in steps:
        say(f"── {step.name} ──")
        started = time.perf_counter()
        environment = surroundings(QT_QPA_PLATFORM="offscreen")
        done = subprocess.run(step.command, cwd=ROOT, env=environment, check=False)
        results.append((step.name, done.returncode == 0, time.perf_counter() - started))
    say("── " + " · ".join(f"{name} {seconds:.1f} s" for name, _, seconds in results))
    failed = [name for name, passed, _ in results if not passed]
    say("FAILED: " + ", ".join(failed) if failed else "All steps passed.")
    return 1 if failed else 0
