"""Where a template's tags run: they may read values, repeat and choose, and nothing else.

A template comes from outside. Its tags are checked as they are parsed, against a short list of
what the language may hold; what passes runs in Jinja's own sandbox, which here knows no globals,
calls nothing and reads nothing but the values it was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context as JinjaContext
from jinja2.runtime import LoopContext, StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from app.documents.word.filters import FILTERS, known, members, plain_text
from app.documents.word.grammar import Reading
from app.documents.word.mistakes import TagMistake
from app.documents.word.names import attribute, in_text
from app.documents.word.places import Place
from app.documents.word.values import Blocks, Runs

MAX_ROUNDS = 100_000
MAX_CHARACTERS = 80_000_000
LOOP_NAMES = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})

_OPERATORS = frozenset({"+", "-", "*", "/", "//", "%", "**"})


class UnknownName(StrictUndefined):
    """A name without a value: using it raises `UndefinedError` with the name alone."""

    def __init__(
        self, hint: str | None = None, obj: Any = None, name: str | None = None, *rest: Any
    ) -> None:
        super().__init__(name or hint, None, name, *rest)


class Sandbox(ImmutableSandboxedEnvironment):
    """The strict environment for one rendering of one document."""

    intercepted_binops = _OPERATORS
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=UnknownName, optimized=False, cache_size=0)
        self._rounds = 0
        self.in_body = True
        self.globals.clear()
        self.filters = dict(FILTERS)
        self.filters |= {"_each": self._each, **{f"_{p}": self._printer(p) for p in Place}}
        self.tests = {"defined": self.tests["defined"]}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        Reading().statements(tree.body, 0)
        return tree

    def concat(self, pieces: Iterable[str]) -> str:
        """The rendered text; `TagMistake` when it grows past all reason."""
        return "".join(_bounded(pieces))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No attribute is safe: values are read by `getattr` and `getitem` below alone."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is called."""
        return False

    def getattr(self, obj: Any, name: str) -> Any:
        """The part of a group by its name; never an attribute of an object."""
        if isinstance(obj, LoopContext) and name in LOOP_NAMES:
            return getattr(obj, name)
        if isinstance(obj, Undefined):
            return obj
        if type(obj) is dict and name in obj:
            return obj[name]
        return self.undefined(name=name)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The part of a group by its name, or the member of a list by its place."""
        if type(argument) is int and type(obj) is tuple and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.getattr(obj, str(argument))

    # The names are those of Jinja, which calls it so.
    def call(__self, __context: JinjaContext, __obj: Any, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: N805
        """Nothing is called."""
        raise SecurityError("calls are not allowed")

    def call_binop(self, context: JinjaContext, operator: str, left: Any, right: Any) -> NoReturn:
        """Nothing is computed."""
        raise SecurityError("arithmetic is not allowed")

    def call_unop(self, context: JinjaContext, operator: str, arg: Any) -> NoReturn:
        """Nothing is computed."""
        raise SecurityError("arithmetic is not allowed")

    def _each(self, value: Any, number: int) -> Iterator[Any]:
        """The members of a list, counted over the whole document."""
        try:
            listed = members(value)
        except TagMistake as mistake:
            mistake.loop = number
            raise
        for member in listed:
            self._rounds += 1
            if self._rounds > MAX_ROUNDS:
                raise TagMistake("word_template_endless")
            yield member

    def _printer(self, place: Place) -> Any:
        def printed(value: Any, number: int) -> Markup:
            try:
                return self._printed(known(value), place)
            except TagMistake as mistake:
                mistake.printed = number
                raise

        return printed

    def _printed(self, value: Any, place: Place) -> Markup:
        wanted = {Blocks: Place.BLOCK, Runs: Place.RUN}.get(type(value), Place.TEXT)
        if wanted is Place.TEXT and place is Place.ATTRIBUTE:
            return Markup(attribute(plain_text(value)))
        if wanted is not place:
            raise TagMistake(f"word_template_tag_needs_{wanted}")
        if isinstance(value, Blocks | Runs):
            if isinstance(value, Blocks) and not self.in_body:
                raise TagMistake("word_template_tag_outside_body")
            return Markup(value.write())
        return Markup(in_text(plain_text(value)))


def _bounded(pieces: Iterable[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > MAX_CHARACTERS:
            raise TagMistake("word_template_endless")
        yield piece
