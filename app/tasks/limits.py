"""How much the worker may use, so that a hostile file cannot take the machine down."""

from __future__ import annotations

import contextlib
import sys


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
