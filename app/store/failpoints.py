"""Named places where a test can make the program die, so that kills are exact.

`RUNDGANG_FAILPOINT=name:count` kills the process, as the power would, the `count`-th time it
reaches `name`; `*:count` counts every place. Off, a place costs one call of an empty function.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable


def _pass_by(name: str) -> None:
    """Nothing happens here."""


def armed(plan: str) -> Callable[[str], None]:
    """The function that dies as `plan` says: `name:count`."""
    wanted, _, count = plan.rpartition(":")
    left = int(count)

    def count_down(name: str) -> None:
        nonlocal left
        if wanted in ("*", name):
            left -= 1
            if left == 0:
                die()

    return count_down


def die() -> None:
    """End this process at once, without cleaning up."""
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(137)


_plan = os.environ.get("RUNDGANG_FAILPOINT")
_act: Callable[[str], None] = armed(_plan) if _plan else _pass_by


def reach(name: str) -> None:
    """Tell that the program has come to the place `name`."""
    _act(name)


def arm(act: Callable[[str], None] | None) -> None:
    """Let `act` be told of every place from now on; None for nothing (in a test's own process)."""
    globals()["_act"] = act or _pass_by
