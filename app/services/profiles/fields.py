"""Reads the keys of one mapping, each as what it must be, and notes what is wrong on its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TypeVar

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.services.profiles import words
from app.services.profiles.source import Mistakes, line_of

T = TypeVar("T")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,3}(?:[ \N{NO-BREAK SPACE}]?\d{3})*|-?\d+", re.ASCII)
_NO_DATE = date(1900, 1, 1)


class Fields:
    """One mapping; a value that is missing or wrong is noted, and stood in for by a harmless one.

    `fallback` answers for keys that the mapping itself lacks.
    """

    def __init__(
        self, node: MappingNode, name: str, mistakes: Mistakes, fallback: Fields | None = None
    ) -> None:
        self.line = line_of(node)
        self._node = node
        self.name = name
        self.mistakes = mistakes
        self._fallback = fallback
        self.is_sound = True
        self._asked: set[str] = set()
        self._missing: dict[str, int] = {}
        self._values: dict[str, Node] = {}
        self._lines: dict[str, int] = {}
        for key, value in node.value:
            self._keep(key, value)

    def __contains__(self, key: str) -> bool:
        """Whether the key is there with a value, here or in what it falls back on."""
        return self._value(key) is not None

    def line_of(self, key: str) -> int:
        """The line of a key, or of the mapping when the key is not in it."""
        return self._lines.get(key, self.line)

    def text(self, key: str, default: str | None = None) -> str:
        """A line of text; one without a default is required and never empty."""
        raw = self._scalar(key, required=default is None)
        if raw is None:
            return default or ""
        if default is None and not raw:
            self.wrong(key, "profile_value_empty")
        return raw

    def number(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number from `least` to `most`; thousands may be parted by spaces."""
        raw = self._scalar(key, required=default is None)
        if raw is None:
            return least if default is None else default
        if not _NUMBER.fullmatch(raw):
            self.wrong(key, "profile_not_a_number", value=raw, least=least, most=most)
            return least
        value = int(re.sub(r"\s", "", raw))
        if not least <= value <= most:
            self.wrong(key, "profile_number_out_of_range", value=raw, least=least, most=most)
            return least
        return value

    def day(self, key: str, default: date | None = None) -> date:
        """A date such as 2017-01-01."""
        raw = self._scalar(key, required=default is None)
        if raw is None:
            return default or _NO_DATE
        try:
            if not _DATE.fullmatch(raw):
                raise ValueError(raw)
            return date.fromisoformat(raw)
        except ValueError:
            self.wrong(key, "profile_not_a_date", value=raw)
            return default or _NO_DATE

    def day_after(self, key: str, start: date) -> date | None:
        """The first day after the last day that the profile gives; None when it gives none."""
        if key not in self:
            self._asked.add(key)
            return None
        last = self.day(key)
        if last < start and last != _NO_DATE:
            self.wrong(key, "profile_ends_before_start", last=last, first=start)
            return None
        return last + timedelta(days=1)

    def clock(self, key: str) -> str:
        """A wall-clock time `HH:MM`."""
        raw = self._scalar(key, required=True)
        if raw is None:
            return "00:00"
        if not _CLOCK.fullmatch(raw):
            self.wrong(key, "profile_not_a_clock", value=raw)
            return "00:00"
        return raw

    def flag(self, key: str, default: bool | None = None) -> bool:
        """`ja` or `nei`."""
        return self.choice(key, words.YES_NO, default)

    def choice(self, key: str, meanings: Mapping[str, T], default: T | None = None) -> T:
        """One of the words in `meanings`."""
        raw = self._scalar(key, required=default is None)
        first = next(iter(meanings.values()))
        if raw is None:
            return first if default is None else default
        if raw not in meanings:
            self.wrong(key, "profile_unknown_word", value=raw, known=tuple(meanings))
            return first
        return meanings[raw]

    def optional_choice(self, key: str, meanings: Mapping[str, T]) -> T | None:
        """One of the words in `meanings`, or None where the key is left out."""
        if key not in self:
            self._asked.add(key)
            return None
        return self.choice(key, meanings)

    def reference(self, key: str, known: Collection[str], code: str) -> str | None:
        """The name of something else in the profile, or None; `code` says that it is not there."""
        raw = self._scalar(key, required=False)
        if raw is None:
            return None
        if raw not in known:
            self.wrong(key, code, value=raw, known=tuple(known))
            return None
        return raw

    def month(self, key: str) -> int:
        """A month by name or number."""
        raw = self._scalar(key, required=True)
        if raw is None:
            return 1
        if raw in words.MONTHS:
            return words.MONTHS[raw]
        if not raw.isascii() or not raw.isdigit() or not 1 <= int(raw) <= 12:
            self.wrong(key, "profile_not_a_month", value=raw)
            return 1
        return int(raw)

    def texts(self, key: str) -> list[tuple[str, int]]:
        """A list of short texts, each with its line."""
        found: list[tuple[str, int]] = []
        for node in self._sequence(key, required=True):
            if isinstance(node, ScalarNode):
                found.append((str(node.value).strip(), line_of(node)))
            else:
                self.mistakes.add(line_of(node), "profile_not_single", key=key)
        return found

    def part(self, key: str, *, required: bool = False) -> Fields | None:
        """The mapping under a key."""
        node = self._value(key, required=required)
        if node is None:
            return None
        return self._as_fields(key, node)

    def parts(self, key: str, *, required: bool = False) -> list[Fields]:
        """The mappings of the list under a key."""
        made = (self._as_fields(key, node) for node in self._sequence(key, required=required))
        return [fields for fields in made if fields is not None]

    def rows(self, key: str, fallback: Fields | None) -> list[Fields]:
        """The mapping, or the list of them, under a key: each falls back on the one before it.

        The first falls back on `fallback`, and where there is none at all it stands in alone.
        """
        node = self._value(key)
        nodes: list[Node] = [node] if isinstance(node, MappingNode) else []
        if node is not None and not nodes:
            nodes = self._sequence(key, required=False)
        if node is None:
            mark = self._node.start_mark
            nodes = [MappingNode(self._node.tag, [], mark, mark)]
        rows: list[Fields] = []
        for one in nodes:
            fields = self._as_fields(key, one, rows[-1] if rows else fallback)
            if fields is not None:
                rows.append(fields)
        return rows

    def own_day(self, key: str, default: date) -> date:
        """A date of this mapping itself, whatever it falls back on."""
        self._asked.add(key)
        return self.day(key, default) if key in self._values else default

    def is_list(self, key: str) -> bool:
        """Whether a list stands under the key."""
        return isinstance(self._value(key), SequenceNode)

    def keys(self) -> list[str]:
        """The mapping's own keys, as written."""
        return list(self._values)

    def wrong(self, key: str, code: str, **params: str | int | date | tuple[str, ...]) -> None:
        """Note a mistake on the line of `key`."""
        self.is_sound = False
        self.mistakes.add(self._holder(key).line_of(key), code, key=key, **params)

    def close(self) -> None:
        """Note every key that nobody asked for, and every required one that is not there."""
        for key in self._values:
            if key not in self._asked and not self.mistakes.is_full:
                self._note_unknown(key)
        for key, line in self._missing.items():
            self.mistakes.add(line, "profile_key_missing", key=key, where=self.name)

    def _note_unknown(self, key: str) -> None:
        """A key that is close to a missing one is that one misspelt, and told once."""
        close = get_close_matches(key, self._missing, n=1) or get_close_matches(
            key, sorted(self._asked - self._values.keys()), n=1
        )
        line = self._lines[key]
        if close:
            self._missing.pop(close[0], None)
            self.mistakes.add(
                line, "profile_unknown_key_close", key=key, where=self.name, close=close[0]
            )
        else:
            known = tuple(sorted(self._asked))
            self.mistakes.add(line, "profile_unknown_key", key=key, where=self.name, known=known)

    def _holder(self, key: str) -> Fields:
        """Whose value of `key` counts: its own, or that of what it falls back on."""
        if key in self._lines or self._fallback is None:
            return self
        return self._fallback._holder(key)

    def _keep(self, key: Node, value: Node) -> None:
        name = str(key.value).strip() if isinstance(key, ScalarNode) else ""
        if not name:
            self.mistakes.add(line_of(key), "profile_key_not_text")
        elif name in self._values:
            self.mistakes.add(line_of(key), "profile_key_twice", key=name, first=self._lines[name])
        else:
            self._values[name] = value
            self._lines[name] = line_of(key)

    def _value(self, key: str, *, required: bool = False) -> Node | None:
        self._asked.add(key)
        inherited = self._fallback._value(key) if self._fallback is not None else None
        node = self._values.get(key)
        if node is not None and not _is_blank(node):
            return node
        if inherited is None and required:
            self.is_sound = False
            self._missing[key] = self.line_of(key)
        return inherited

    def _scalar(self, key: str, *, required: bool) -> str | None:
        node = self._value(key, required=required)
        if node is None:
            return None
        if not isinstance(node, ScalarNode):
            self.wrong(key, "profile_not_single")
            return None
        return str(node.value).strip()

    def _sequence(self, key: str, *, required: bool) -> list[Node]:
        node = self._value(key, required=required)
        if node is None:
            return []
        if not isinstance(node, SequenceNode):
            self.wrong(key, "profile_not_a_list")
            return []
        return list(node.value)

    def _as_fields(self, key: str, node: Node, fallback: Fields | None = None) -> Fields | None:
        if not isinstance(node, MappingNode):
            self.mistakes.add(line_of(node), "profile_not_keys", key=key)
            return None
        return Fields(node, key, self.mistakes, fallback)


def _is_blank(node: Node) -> bool:
    """A key with nothing after it counts as left out; empty quotes are an empty text."""
    return isinstance(node, ScalarNode) and node.value == "" and node.style is None
