"""The languages, and the way from a bokmål source string to its translation."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["nb", "nn", "en"]
"""Bokmål is the source; nynorsk and English are catalogues, and their gaps are said in bokmål."""

LANGUAGES: tuple[Language, ...] = get_args(Language)

DOMAIN = "rundgang"

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"


def _(message: str) -> str:
    """Mark `message` for translation where it is written, and translate it where it is shown."""
    return message


def as_language(code: str) -> Language:
    """The language of a stored code such as `nb`, `nn-NO` or `en_GB`; bokmål for one not known."""
    short = code.replace("_", "-").split("-", 1)[0].lower()
    return next((language for language in LANGUAGES if language == short), "nb")


def translator(language: Language) -> Callable[[str], str]:
    """The function that translates a bokmål msgid; one without translation stays as it is."""
    return catalogue(language).gettext


def plural_translator(language: Language) -> Callable[[str, str, int], str]:
    """The function (one, many, n) that picks and translates the form that `n` asks for."""
    return catalogue(language).ngettext


@cache
def catalogue(language: Language, folder: Path = FOLDER) -> gettext.NullTranslations:
    """The catalogue of `language`: the compiled file, else the readable one, else bokmål itself."""
    base = folder / language / "LC_MESSAGES"
    compiled, readable = base / f"{DOMAIN}.mo", base / f"{DOMAIN}.po"
    if not _is_current(compiled, readable):
        return _from_source(readable, language)
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def _is_current(compiled: Path, readable: Path) -> bool:
    """A compiled catalogue counts unless the readable one beside it is newer."""
    if not compiled.exists():
        return False
    return not readable.exists() or compiled.stat().st_mtime >= readable.stat().st_mtime


def _from_source(readable: Path, language: Language) -> gettext.NullTranslations:
    if not readable.exists():
        return gettext.NullTranslations()
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with readable.open("rb") as file:
        messages = read_po(file, locale=language)
    packed = BytesIO()
    write_mo(packed, messages)
    packed.seek(0)
    return gettext.GNUTranslations(packed)
