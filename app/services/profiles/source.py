"""From a profile's text to its lines and keys, or to what cannot be read and on which line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node
from ruamel.yaml.reader import ReaderError

from app.domain.reasons import Reason, Value

LARGEST = 200_000
"""Bytes; the largest profile of ours is a tenth of it."""

DEEPEST = 30
"""Brackets within each other; a profile needs three."""

_PROBLEMS = (
    ("'\\t'", "profile_has_tab"),
    ("mapping values are not allowed", "profile_colon_astray"),
    ("could not find expected ':'", "profile_colon_missing"),
    ("unexpected end of stream", "profile_quote_open"),
    ("expected ',' or", "profile_bracket_open"),
    ("expected <block end>", "profile_indent_astray"),
)
"""What the reader of YAML says, in part, and the sentence that helps."""

MOST_MISTAKES = 200
"""Enough to mend; a file with more is no profile."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong on a line of a profile, counted from 1."""

    line: int
    what: Reason = field(compare=False)


class Mistakes:
    """Gathers every mistake, so that a profile is mended in one go."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, Reason], Mistake] = {}

    def add(self, line: int, code: str, **params: Value) -> None:
        """Note one; the sentence of `code` says what is wrong and what was expected."""
        if self.is_full:
            return
        what = Reason(code, **params)
        self._found.setdefault((line, what), Mistake(line, what))

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that no more is noted."""
        return len(self._found) >= MOST_MISTAKES

    def in_order(self) -> tuple[Mistake, ...]:
        """All of them by line."""
        return tuple(sorted(self._found.values()))


def line_of(node: Node) -> int:
    """The line that `node` begins on, counted from 1."""
    mark: Any = node.start_mark
    return int(mark.line) + 1


def root_of(content: bytes, mistakes: Mistakes) -> MappingNode | None:
    """The outermost mapping of a profile, with every value as its text; None when unreadable.

    Nothing in the text is carried out: tags are read past, and no object is ever made of them.
    """
    text = _decoded(content, mistakes)
    if text is None or _is_too_deep(text, mistakes):
        return None
    try:
        node = YAML(typ="base", pure=True).compose(text)
    except MarkedYAMLError as error:
        mistakes.add(_line_of_error(error), _code_of(str(error.problem)))
        return None
    except ReaderError as error:
        mistakes.add(text.count("\n", 0, error.position) + 1, "profile_control_character")
        return None
    except RecursionError:
        mistakes.add(1, "profile_too_deep")
        return None
    except YAMLError:
        mistakes.add(1, "profile_not_yaml")
        return None
    if node is None:
        mistakes.add(1, "profile_empty")
        return None
    if not isinstance(node, MappingNode):
        mistakes.add(line_of(node), "profile_not_a_mapping")
        return None
    return node


def _decoded(content: bytes, mistakes: Mistakes) -> str | None:
    if len(content) > LARGEST:
        mistakes.add(1, "profile_too_large")
        return None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        mistakes.add(content.count(b"\n", 0, error.start) + 1, "profile_not_utf8")
        return None


def _is_too_deep(text: str, mistakes: Mistakes) -> bool:
    """Counts the brackets ahead, for the reader itself takes seconds to find that out."""
    depth = 0
    for found in re.finditer(r"[\[{}\]]", text):
        depth = depth + 1 if found.group() in "[{" else max(0, depth - 1)
        if depth > DEEPEST:
            mistakes.add(text.count("\n", 0, found.start()) + 1, "profile_too_deep")
            return True
    return False


def _line_of_error(error: MarkedYAMLError) -> int:
    mark: Any = error.context_mark if _is_told_where_it_began(error) else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    return 1 if mark is None else int(mark.line) + 1


def _is_told_where_it_began(error: MarkedYAMLError) -> bool:
    """What was opened and never closed, and a key without its colon."""
    return _code_of(str(error.problem)) in {
        "profile_quote_open",
        "profile_bracket_open",
        "profile_colon_missing",
    }


def _code_of(problem: str) -> str:
    return next((code for part, code in _PROBLEMS if part in problem), "profile_not_yaml")
