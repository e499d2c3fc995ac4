"""Zip archives whose bytes depend on their contents alone: same parts, same file."""

from __future__ import annotations

import zipfile
from typing import Any

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can hold; the real dates stand in the document's own properties."""


class FixedZip(zipfile.ZipFile):
    """A zip that gives every entry the same time, system and rights, in the order written."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *rest: Any, **named: Any) -> None:
        """Write `data` under its name; what else is asked for is left out."""
        name = getattr(zinfo_or_arcname, "filename", zinfo_or_arcname)
        entry = zipfile.ZipInfo(str(name), date_time=EARLIEST)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 0
        super().writestr(entry, data)

    def write(self, filename: Any, arcname: Any = None, *rest: Any, **named: Any) -> None:
        """Write the bytes of the file `filename` under `arcname`, without its time and rights."""
        with open(filename, "rb") as file:  # noqa: PTH123 (a name or a descriptor, as in zipfile)
            self.writestr(arcname or filename, file.read())
