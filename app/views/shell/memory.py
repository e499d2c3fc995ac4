"""What the window remembers from one start to the next: place, theme, columns, recent files.

Nothing of the council's own content is kept here; the file may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QTimer

_PAUSE = 400
_MOST_RECENT = 8
_MOST_PLACES = 40
_MOST_OF_COUNCIL = 200


class WindowMemory:
    """A small JSON file, written a moment after a change; what cannot be read is forgotten."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _read(path)
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.write)

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        kept = self._kept.get("theme")
        return kept if kept in ("light", "dark") else "system"

    @theme.setter
    def theme(self, choice: str) -> None:
        self._keep("theme", choice)

    @property
    def language(self) -> str:
        """The language of the file that was open last, for the first words of the next start."""
        return str(self._kept.get("language", "nb"))

    @language.setter
    def language(self, code: str) -> None:
        self._keep("language", code)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window as Qt tells them; empty at the first start."""
        return QByteArray.fromBase64(str(self._kept.get("geometry", "")).encode())

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._keep("geometry", bytes(geometry.toBase64().data()).decode())

    @property
    def recent_files(self) -> list[Path]:
        """The council files that were opened, the latest first, without those that are gone."""
        kept = self._kept.get("recent")
        names = kept if isinstance(kept, list) else []
        return [path for path in map(Path, map(str, names)) if _is_there(path)]

    def add_recent(self, path: Path) -> None:
        """A council file was opened."""
        others = [str(each) for each in self.recent_files if each != path]
        self._keep("recent", [str(path), *others][:_MOST_RECENT])

    @property
    def last_file(self) -> Path | None:
        """The file that was open when the window was closed."""
        kept = self._kept.get("last_file")
        path = Path(kept) if isinstance(kept, str) else None
        return path if path is not None and _is_there(path) else None

    @last_file.setter
    def last_file(self, path: Path | None) -> None:
        self._keep("last_file", None if path is None else str(path))

    def place(self, path: Path) -> str:
        """Where in the file the user was; empty for the beginning."""
        return str(self._part("places").get(str(path), ""))

    def keep_place(self, path: Path, place: str) -> None:
        """Remember where the user is."""
        self._keep("places", _with_last(self._part("places"), str(path), place, _MOST_PLACES))

    def columns(self, table: str) -> Mapping[str, object]:
        """How a table was arranged; empty when it never was."""
        kept = self._part("tables").get(table)
        return kept if isinstance(kept, dict) else {}

    def keep_columns(self, table: str, arrangement: Mapping[str, object]) -> None:
        """Remember how a table is arranged."""
        self._keep("tables", {**self._part("tables"), table: dict(arrangement)})

    def sizes(self, name: str) -> Sequence[int]:
        """How a split was shared; empty when it never was."""
        kept = self._part("splits").get(name)
        if not isinstance(kept, list):
            return ()
        return tuple(size for size in kept if isinstance(size, int) and size >= 0)

    def keep_sizes(self, name: str, sizes: Sequence[int]) -> None:
        """Remember how a split is shared."""
        self._keep("splits", {**self._part("splits"), name: list(sizes)})

    def of_council(self, part: str, council: Path) -> dict[str, Any]:
        """What is kept of one council file under `part`, such as its folders; the latest last."""
        kept = self._part(part).get(str(council))
        return kept if isinstance(kept, dict) else {}

    def keep_of_council(self, part: str, council: Path, key: str, value: object) -> None:
        """Remember `value` of one council file, as the latest; the oldest of many are forgotten."""
        own = _with_last(self.of_council(part, council), key, value, _MOST_OF_COUNCIL)
        self._kept[part] = _with_last(self._part(part), str(council), own, _MOST_PLACES)
        self._timer.start()

    def write(self) -> None:
        """Write it now; a full or closed disk costs only the memory."""
        self._timer.stop()
        unfinished = self._path.with_suffix(".new")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(self._kept, ensure_ascii=False), encoding="utf-8")
            unfinished.replace(self._path)

    def _part(self, key: str) -> dict[str, Any]:
        part = self._kept.get(key)
        return part if isinstance(part, dict) else {}

    def _keep(self, key: str, value: object) -> None:
        if self._kept.get(key) != value:
            self._kept[key] = value
            self._timer.start()


def _read(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _with_last(kept: Mapping[str, Any], key: str, value: object, most: int) -> dict[str, Any]:
    """`kept` with `key` as its last, and no more than so many before it."""
    others = [(each, old) for each, old in kept.items() if each != key]
    return {**dict(others[-most:]), key: value}


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
