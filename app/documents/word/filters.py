"""The few filters that a tag may use; each takes text, numbers or lists of them, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2.runtime import Undefined

from app.documents.word.mistakes import TagMistake


def known(value: Any) -> Any:
    """`value`, unless its name is unknown: then Jinja's own error with that name."""
    if isinstance(value, Undefined):
        str(value)
    return value


def plain_text(value: Any) -> str:
    """`value` as text; `TagMistake` for lists, groups and pieces, which never become text."""
    known(value)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TagMistake("word_template_tag_is_a_group")
    return str(value)


def members(value: Any) -> tuple[Any, ...]:
    """`value` as a list; `TagMistake` for anything else."""
    if type(known(value)) is not tuple:
        raise TagMistake("word_template_tag_not_a_list")
    listed: tuple[Any, ...] = value
    return listed


def _default(value: Any, other: str = "") -> Any:
    return other if isinstance(value, Undefined) or value in (None, "") else value


def _join(value: Any, between: str = "") -> str:
    return plain_text(between).join(plain_text(member) for member in members(value))


FILTERS: Mapping[str, Callable[..., Any]] = {
    "upper": lambda value: plain_text(value).upper(),
    "lower": lambda value: plain_text(value).lower(),
    "capitalize": lambda value: plain_text(value).capitalize(),
    "trim": lambda value: plain_text(value).strip(),
    "join": _join,
    "first": lambda value: (*members(value)[:1], "")[0],
    "last": lambda value: ("", *members(value)[-1:])[-1],
    "length": lambda value: len(members(value)),
    "default": _default,
}
TAKES_ARGUMENT = frozenset({"join", "default"})
