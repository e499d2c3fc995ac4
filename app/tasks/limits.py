"""How much a worker may use: neither the machine nor the window suffers from what it does."""

from __future__ import annotations

import contextlib
import os
import sys

_STEPS_BACK = 10
"""Of the system's twenty: enough that a machine with few cores serves the window first."""


def limit_memory(limit: int) -> None:
    """Let this process hold at most `limit` bytes of data, where the system can hold it to that.

    Linux counts every private page; macOS does not keep the limit, and Windows has none.
    """
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))


def give_way() -> None:
    """Let this process use what the window and the rest of the machine leave of the processor."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
        return
    with contextlib.suppress(OSError):
        os.nice(_STEPS_BACK)
