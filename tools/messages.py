"""Collects the bokmål source strings into the catalogues, and tells what is not translated."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tools.places import ROOT, TRANSLATIONS

KEYWORDS = {"_": None, "ngettext": (1, 2), "plural": (2, 3)}
"""The functions whose strings are shown: marks, and the places of singular and plural."""

UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
"""The catalogue's history is in the repository; a date in it would change at every update."""


def sources() -> dict[str | tuple[str, ...], list[str]]:
    """Every source string of the program, with the files it stands in."""
    found: dict[str | tuple[str, ...], list[str]] = {}
    for name, _line, message, _comments, _context in extract_from_dir(
        str(ROOT / "app"), method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        found.setdefault(message, []).append(f"app/{name}")
    return found


def catalogue(language: str) -> Catalog:
    """The catalogue of `language` as it is kept."""
    with _path(language).open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> list[str]:
    """Bring the catalogue in line with the sources and return what is not translated yet."""
    kept = catalogue(language)
    fresh = Catalog(
        locale=language,
        header_comment=f"# Rundgang's bokmål source strings, translated ({language}).",
        project="Rundgang",
        version="1",
        msgid_bugs_address="-",
        creation_date=UNDATED,
        revision_date=UNDATED,
        last_translator="Rundgang",
        language_team="Rundgang",
        charset="utf-8",
        fuzzy=False,
    )
    missing = []
    for message, files in sorted(sources().items(), key=lambda item: (min(item[1]), _key(item[0]))):
        entry = kept.get(message if isinstance(message, str) else message[0])
        text = entry.string if entry else ""
        fresh.add(message, text, locations=[(name, None) for name in sorted(set(files))])  # type: ignore[misc]
        if not text or not all(_forms(text)):
            missing.append(_key(message))
    with _path(language).open("wb") as out:
        write_po(out, fresh, width=100, omit_header=False, include_lineno=False)
    return missing


def _forms(text: str | Iterable[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def _key(message: str | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def _path(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "rundgang.po"


def main(languages: list[str]) -> int:
    """Update the named catalogues; the exit status is 1 while something is not translated."""
    missing = [message for language in languages for message in update(language)]
    for message in missing:
        print(message)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["en"]))
