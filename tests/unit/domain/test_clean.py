"""Cleaning of text: what means nothing to a reader goes, all else stays."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from app.domain.rich_text import clean

REMOVED = ("Cc", "Cs", "Co", "Cn")


def by_the_rule(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if c in "\n\t" or unicodedata.category(c) not in REMOVED)


def test_every_character_is_cleaned_by_the_rule() -> None:
    characters = (chr(code) for code in range(0x3000) if chr(code) != "\r")
    assert [c for c in characters if clean(f"a{c}b") != by_the_rule(f"a{c}b")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("e\u0301", "é"),
        ("480\u00a0000\u00a0kr – «å»", "480\u00a0000\u00a0kr – «å»"),
        ("a\x00\x0b\x1f\x7f\x85b", "ab"),
        ("\ud800\ue000\ufffe" + chr(sys.maxunicode), ""),
        ("👩‍🚀 \t\n", "👩‍🚀 \t\n"),
    ],
)
def test_text_is_cleaned(text: str, expected: str) -> None:
    assert clean(text) == expected
