"""What the window remembers of one council file; others never see it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.views.shell.memory import WindowMemory


class CouncilMemory:
    """The part of the window's memory that goes with the file at `path`."""

    def __init__(self, memory: WindowMemory, path: Path) -> None:
        self._memory = memory
        self.path = path

    def of(self, part: str) -> dict[str, Any]:
        """What is kept under `part`, the latest last."""
        return self._memory.of_council(part, self.path)

    def keep(self, part: str, key: str, value: object) -> None:
        """Remember `value` as the latest of `part`."""
        self._memory.keep_of_council(part, self.path, key, value)
