"""One language's way of saying things: words, sentences, labels and forms in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Protocol

from app.i18n.catalogue import Language, as_language, translator
from app.i18n.formats import Formats
from app.i18n.labels import label
from app.i18n.sentences import sentence
from app.i18n.sentences.placeholders import Placeholders


class Said(Protocol):
    """What a rule or an error has to say: a code and its facts."""

    @property
    def code(self) -> str:
        """Names the sentence."""

    @property
    def params(self) -> Mapping[str, object]:
        """The facts by name."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks `language`; everything it returns is ready to be read."""

    language: Language = "nb"

    @classmethod
    def of(cls, code: str) -> Voice:
        """The voice for a stored language code."""
        return cls(as_language(code))

    @property
    def formats(self) -> Formats:
        """How dates, amounts and lists are written."""
        return Formats(self.language)

    @property
    def tag(self) -> str:
        """The language's tag in documents, such as `nb-NO`."""
        return {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[self.language]

    def word(self, message: str) -> str:
        """A bokmål msgid in this language."""
        return translator(self.language)(message)

    def fill(self, message: str, **params: object) -> str:
        """A bokmål msgid in this language with its placeholders filled as sentences are."""
        return Placeholders(self.language).vformat(self.word(message), (), params)

    def label(self, group: str, code: str) -> str:
        """The word for a stored code."""
        return label(group, code, self.language)

    def title_label(self, group: str, code: str) -> str:
        """The same with a capital first letter."""
        return capital(self.label(group, code))

    def say(self, said: Said) -> str:
        """The sentence of a reason or an error."""
        return sentence(said.code, said.params, self.language)

    def clock_range(self, start: str, end: str | None) -> str:
        """`09.00–11.30` of stored clock times `HH:MM`."""
        return self.formats.clock_range(
            time.fromisoformat(start), None if end is None else time.fromisoformat(end)
        )


def sentence_of(text: str) -> str:
    """`text` as somebody wrote it, with a full stop where it has no end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def capital(text: str) -> str:
    """`text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]
