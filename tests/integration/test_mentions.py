"""Finding a person in texts and taking them out, and no one else (R52)."""

from __future__ import annotations

import json

import pytest

from app.store.mentions import Needles, Scrubber

KARI = Needles(("Kari Berg",), ("kari.berg@melhus.example",), ("+47 72 85 80 00",))
SCRUBBER = Scrubber(KARI, "Slettet person")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kari Berg la fram saken.", "Slettet person la fram saken."),
        ("KARI  BERG og Kari\N{NO-BREAK SPACE}Berg", "Slettet person og Slettet person"),
        ("Kari Bergs forslag", "Slettet persons forslag"),
        ("Skriv til kari.berg@melhus.example.", "Skriv til ."),
        ("KARI.BERG@melhus.example", ""),
        ("Ring 72858000 eller 72 85 80 00", "Ring  eller "),
        ("Ring 0047 72 85 80 00.", "Ring ."),
    ],
)
def test_the_person_is_taken_out(text: str, left: str) -> None:
    assert SCRUBBER.cleaned(text) == left


def test_a_name_with_quotes_is_found_in_rich_text_too() -> None:
    scrubber = Scrubber(Needles(('Per "Pelle" Moe',)), "Slettet person")
    stored = json.dumps([{"text": 'Per "Pelle" Moe la fram saken.'}], ensure_ascii=False)
    assert json.loads(scrubber.cleaned(stored)) == [{"text": "Slettet person la fram saken."}]
    assert scrubber.cleaned('Per "Pelle" Moe') == "Slettet person"


@pytest.mark.parametrize(
    "text",
    [
        "Kari Bergersen",
        "Kari la fram, og Berg svarte",
        "Skikari Berg",
        "mer.kari.berg@melhus.example",
        "kari.berg@melhus.example2",
        "172858000",
        "a72858000b",
        "Sak 72 85",
    ],
)
def test_others_are_let_be(text: str) -> None:
    assert SCRUBBER.cleaned(text) == text


def test_what_others_have_too_is_not_looked_for() -> None:
    rest = KARI.without(["KARI BERG", "72 85 80 00"])
    assert rest == Needles((), ("kari.berg@melhus.example",), ("+47 72 85 80 00",))
    assert KARI.without(["+4772858000"]).phones == ()


def test_short_numbers_and_empty_words_are_no_needles() -> None:
    scrubber = Scrubber(Needles(("",), (" ",), ("123",)), "Slettet person")
    assert scrubber.likes == ()
    assert scrubber.cleaned("Rom 123") == "Rom 123"
