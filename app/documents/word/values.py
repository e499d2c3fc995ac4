"""What a template may print: plain text, and pieces of Word's own language made on demand.

A piece is only written when a tag asks for it, so what a template leaves out costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Blocks:
    """Whole paragraphs and tables, for a paragraph of their own: `{{p … }}`, in the body alone."""

    write: Callable[[], str]
    is_empty: bool = False

    def __bool__(self) -> bool:
        return not self.is_empty


@dataclass(frozen=True, slots=True)
class Runs:
    """A piece inside a paragraph, such as a page number: `{{r … }}`."""

    write: Callable[[], str]
    is_empty: bool = False

    def __bool__(self) -> bool:
        return not self.is_empty


PlainValue = str | int | bool | None | Blocks | Runs
ContextValue = PlainValue | Sequence["ContextValue"] | Mapping[str, "ContextValue"]
Context = dict[str, ContextValue]
"""What the tags of a template can name: text, numbers, pieces, and lists and groups of them."""
