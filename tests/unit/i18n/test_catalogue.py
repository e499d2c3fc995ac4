"""Languages, and bokmål wherever a translation is missing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.i18n.catalogue import _, as_language, catalogue, plural_translator, translator

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "sak"
msgstr "case"

msgid "{n} sak"
msgid_plural "{n} saker"
msgstr[0] "{n} case"
msgstr[1] "{n} cases"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    messages = tmp_path / "en" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    (messages / "rundgang.po").write_text(PO, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("code", "language"),
    [("nb", "nb"), ("nb-NO", "nb"), ("nn_NO", "nn"), ("EN-gb", "en"), ("no", "nb"), ("", "nb")],
)
def test_a_stored_code_gives_a_language(code: str, language: str) -> None:
    assert as_language(code) == language


def test_bokmaal_is_the_source_itself() -> None:
    assert _("en sak") == "en sak"
    assert translator("nb")("en sak") == "en sak"
    assert plural_translator("nb")("{n} sak", "{n} saker", 2) == "{n} saker"


def test_what_is_not_translated_is_said_in_bokmaal() -> None:
    assert translator("nn")("dette finst ikkje") == "dette finst ikkje"
    assert translator("en")("dette finnes ikke") == "dette finnes ikke"


def test_a_readable_catalogue_is_used_until_it_is_compiled(folder: Path) -> None:
    found = catalogue("en", folder)
    assert found.gettext("sak") == "case"
    assert found.ngettext("{n} sak", "{n} saker", 3) == "{n} cases"


def test_a_compiled_catalogue_is_used_unless_the_readable_one_is_newer(folder: Path) -> None:
    from tools.translations import compile_catalogue

    readable = folder / "en" / "LC_MESSAGES" / "rundgang.po"
    compile_catalogue(readable)
    readable.write_text(PO.replace('"case"', '"matter"'), encoding="utf-8")
    compiled_at = readable.with_suffix(".mo").stat().st_mtime
    os.utime(readable, (compiled_at - 10, compiled_at - 10))
    catalogue.cache_clear()
    assert catalogue("en", folder).gettext("sak") == "case"
    os.utime(readable, (compiled_at + 10, compiled_at + 10))
    catalogue.cache_clear()
    assert catalogue("en", folder).gettext("sak") == "matter"
    readable.unlink()
    catalogue.cache_clear()
    assert catalogue("en", folder).gettext("sak") == "case"
    catalogue.cache_clear()


def test_a_language_without_a_catalogue_is_bokmaal(tmp_path: Path) -> None:
    assert catalogue("nn", tmp_path).gettext("sak") == "sak"
