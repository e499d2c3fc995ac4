"""From codes to sentences, and that every code has one."""

from __future__ import annotations

import string
from datetime import date, time
from enum import StrEnum

import pytest

from app.domain import vocabulary
from app.domain.levels import CaseFacts, Limits, decision_level
from app.i18n.catalogue import LANGUAGES, Language
from app.i18n.labels import LABELS, label
from app.i18n.sentences import sentence, sentences
from app.i18n.sentences.placeholders import SPECS, Placeholders


def fill(message: str, facts: dict[str, object], language: Language = "nb") -> str:
    return Placeholders(language).vformat(message, (), facts)


def test_a_sentence_is_made_from_a_code_and_its_facts() -> None:
    found = decision_level(CaseFacts(amount=1_200_000), Limits(200_000, 500_000)).reasons[0]
    assert sentence(found.code, found.params) == (
        "Avgjøres i Regionrådet fordi beløpet (1\xa0200\xa0000\xa0kr) er over 500\xa0000\xa0kr."
    )
    assert sentence(found.code, found.params, "en") == (
        "To be decided in Regionrådet because the amount (NOK\xa01,200,000) is above "
        "NOK\xa0500,000."
    )


def test_an_unknown_code_is_our_bug() -> None:
    with pytest.raises(LookupError, match="no_such_code"):
        sentence("no_such_code", {})


@pytest.mark.parametrize(
    ("message", "facts", "text"),
    [
        ("{a:kr}", {"a": 5_000}, "5\xa0000\xa0kr"),
        ("{a:dato}", {"a": date(2026, 12, 4)}, "4. desember 2026"),
        ("{a:langdato}", {"a": date(2026, 12, 4)}, "fredag 4. desember 2026"),
        ("{a:kortdato}", {"a": date(2026, 12, 4)}, "4. des. 2026"),
        ("{a:dag}", {"a": date(2026, 12, 4)}, "4. desember"),
        ("{a:klokke}", {"a": time(9)}, "09.00"),
        ("{a:liste}", {"a": ("Melhus", "Skaun")}, "Melhus og Skaun"),
        ("{a:tall}", {"a": 1_200}, "1\xa0200"),
        ("{a:prosent}", {"a": 67}, "67\xa0%"),
        ("{a:størrelse}", {"a": 1_234_567}, "1,2\xa0MB"),
        ("{a:varighet}", {"a": 115}, "1\xa0t 55\xa0min"),
        ("{a:år}", {"a": 731}, "2 år"),
        ("{a:sak|saker}", {"a": 1}, "1 sak"),
        ("{a:sak|saker}", {"a": 2}, "2 saker"),
        ("{a:case_kind}", {"a": "recommendation"}, "innstilling"),
        ("{a:sector}", {"a": ("research", "public")}, "FoU og offentlig"),
        ("{a}", {"a": "rett fram"}, "rett fram"),
        ("{a:dato}", {"a": None}, "–"),
    ],
)
def test_a_placeholder_says_how_it_is_shown(
    message: str, facts: dict[str, object], text: str
) -> None:
    assert fill(message, facts) == text


def test_a_placeholder_in_another_language() -> None:
    assert fill("{a:case_kind}", {"a": "recommendation"}, "en") == "recommendation"
    assert fill("{a:case|cases}", {"a": 1_200}, "en") == "1,200 cases"


def test_an_unknown_way_of_showing_is_our_bug() -> None:
    with pytest.raises(ValueError, match="rart"):
        fill("{a:rart}", {"a": 1})


def test_text_from_the_user_is_never_read_as_a_placeholder() -> None:
    assert fill("«{a}»", {"a": "{b} {0} {a.__class__}"}) == "«{b} {0} {a.__class__}»"


def placeholders(message: str) -> list[tuple[str, str]]:
    return [
        (field, spec or "")
        for _text, field, spec, _conversion in string.Formatter().parse(message)
        if field is not None
    ]


def test_every_sentence_shows_its_facts_in_a_known_way() -> None:
    unknown = [
        (code, name, spec)
        for code, message in sentences().items()
        for name, spec in placeholders(message)
        if not name.isidentifier()
        or not (spec == "" or spec in SPECS or spec in LABELS or spec.count("|") == 1)
    ]
    assert unknown == []


def test_every_sentence_is_tidy() -> None:
    untidy = [
        code
        for code, message in sentences().items()
        if any(" ".join(line.split()) != line for line in message.split("\n"))
    ]
    assert untidy == []


ENUMS = [
    (name, kind)
    for name, kind in vars(vocabulary).items()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "kind"), ENUMS)
def test_every_value_of_every_enum_has_a_word(
    name: str, kind: type[StrEnum], language: Language
) -> None:
    group = "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_")
    assert all(label(group, value, language) for value in kind)


def test_an_unknown_label_is_our_bug() -> None:
    with pytest.raises(LookupError, match="nothing"):
        label("sector", "nothing")
