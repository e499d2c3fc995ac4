"""Compiles catalogues of translations, in the environment, where Babel is."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogue(source: Path) -> None:
    """Write the .mo beside a .po, whole or not at all; fuzzy entries are left out."""
    with source.open("rb") as readable:
        catalogue = read_po(readable, locale=source.parent.parent.name, abort_invalid=True)
    unfinished = source.with_suffix(".mo.new")
    with unfinished.open("wb") as writable:
        write_mo(writable, catalogue)
    unfinished.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        compile_catalogue(Path(argument))
