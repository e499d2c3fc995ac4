"""The English catalogue is complete, and its placeholders are those of the source."""

from __future__ import annotations

import re
import string
from functools import cache

from babel.messages.catalog import Catalog

from app.i18n.labels import LABELS
from app.i18n.sentences.placeholders import SPECS
from tools.messages import catalogue, sources

NAMES = ("Regionrådet", "Næringsrådet")


@cache
def english() -> Catalog:
    return catalogue("en")


def fields(text: str) -> set[str]:
    return {
        name for _text, name, _spec, _conv in string.Formatter().parse(text) if name is not None
    }


def specs(text: str) -> set[str]:
    return {spec for _text, name, spec, _conv in string.Formatter().parse(text) if name and spec}


def pairs() -> list[tuple[str, str]]:
    """Each translated source string with its translation, the forms of a plural one by one."""
    found = []
    for message in english():
        if not message.id or not message.string:
            continue
        if isinstance(message.id, str):
            found.append((message.id, str(message.string)))
        else:
            found.extend(zip(message.id, message.string or (), strict=True))
    return found


def test_every_source_string_has_an_english_translation() -> None:
    missing = []
    for message in sources():
        entry = english().get(message if isinstance(message, str) else message[0])
        forms = [] if entry is None else entry.string
        if not forms or not all([forms] if isinstance(forms, str) else forms):
            missing.append(message)
    assert missing == [], "run python -m tools.messages and translate what it prints"


def test_no_translation_is_left_without_its_source() -> None:
    known = set(sources())
    assert [one.id for one in english() if one.id and _key(one.id) not in known] == []


def _key(id: object) -> str | tuple[str, ...]:
    return id if isinstance(id, str) else tuple(id)  # type: ignore[arg-type]


def test_the_placeholders_agree() -> None:
    differ = [(one, other) for one, other in pairs() if fields(one) != fields(other)]
    assert differ == []


def test_a_translation_shows_its_facts_in_a_known_way() -> None:
    unknown = [
        (spec, translation)
        for _source, translation in pairs()
        for spec in specs(translation)
        if spec not in SPECS and spec not in LABELS and spec.count("|") != 1
    ]
    assert unknown == []


def test_no_norwegian_is_left_but_names_and_quoted_keys() -> None:
    left = []
    for _source, translation in pairs():
        plain = "".join(text for text, *_rest in string.Formatter().parse(translation))
        for name in NAMES:
            plain = plain.replace(name, "")
        if set("æøåÆØÅ«»") & set(re.sub("“[^”]*”", "", plain)):
            left.append(translation)
    assert left == []
