"""What the tags of a template may hold: checked as they are parsed, before any of them runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from jinja2 import nodes

from app.documents.word.filters import FILTERS, TAKES_ARGUMENT
from app.documents.word.mistakes import TagMistake
from app.documents.word.places import Position

MAX_DEPTH = 5
MAX_CONSTANT = 200

_RESERVED = frozenset({"self", "super", "caller", "varargs", "kwargs", "loop"})


class Reading:
    """Reads the parsed tags in order, refuses what is not on the list, and marks where each stands.

    Every printed expression is given the printer of its place, every loop the counter of rounds.
    """

    def __init__(self) -> None:
        self._position = Position()
        self._prints = 0
        self._loops = 0

    def statements(self, body: list[nodes.Node], depth: int) -> None:
        """Check the statements of one body, `depth` loops or choices deep."""
        if depth > MAX_DEPTH:
            raise TagMistake("word_template_endless", line=body[0].lineno if body else None)
        for node in body:
            if isinstance(node, nodes.Output):
                node.nodes = [self._printed(child) for child in node.nodes]
            elif isinstance(node, nodes.For):
                self._loop(node, depth)
            elif isinstance(node, nodes.If):
                self._choice(node, depth)
            else:
                _refuse(node)

    def _printed(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            self._position = self._position.after(node.data)
            node.data = _as_written(node.data)
            return node
        _check(node)
        self._prints += 1
        return _filtered(node, f"_{self._position.place}", self._prints - 1)

    def _loop(self, node: nodes.For, depth: int) -> None:
        _check(node.iter)
        if node.test is not None:
            _check(node.test)
        is_name = isinstance(node.target, nodes.Name) and node.target.name not in _RESERVED
        if not is_name or node.recursive:
            _refuse(node.target)
        node.iter = _filtered(node.iter, "_each", self._loops)
        self._loops += 1
        before = self._position
        self.statements(node.body, depth + 1)
        after, self._position = self._position, before
        self.statements(node.else_, depth + 1)
        self._position = after

    def _choice(self, node: nodes.If, depth: int) -> None:
        before = self._position
        _check(node.test)
        self.statements(node.body, depth + 1)
        after = self._position
        for other in (node.elif_, node.else_):
            self._position = before
            self.statements(list(other), depth if other is node.elif_ else depth + 1)
        self._position = after


def _as_written(data: str) -> str:
    """The template's own words without the line feeds put in to count paragraphs by."""
    plain = data.replace("\n<w:p", "<w:p")
    for escaped, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        plain = plain.replace(escaped, meant)
    return plain


def _filtered(node: nodes.Node, name: str, number: int) -> nodes.Filter:
    argument = nodes.Const(number, lineno=node.lineno)
    return nodes.Filter(node, name, [argument], [], None, None, lineno=node.lineno)


_COMPOUND: Mapping[type[nodes.Node], tuple[str, ...]] = {
    nodes.Not: ("node",),
    nodes.And: ("left", "right"),
    nodes.Or: ("left", "right"),
    nodes.CondExpr: ("test", "expr1", "expr2"),
    nodes.Compare: ("expr", "ops"),
    nodes.Operand: ("expr",),
}
"""What joins expressions, and where its parts are."""


def _check(node: nodes.Node) -> None:
    """Refuse an expression with anything in it but names, parts, constants, choices and filters."""
    match node:
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            _check_reading(node)
        case nodes.Const(value=value):
            _check_constant(node, value)
        case nodes.Filter(name=name):
            _check_use(node, -1 if name not in FILTERS else int(name in TAKES_ARGUMENT))
        case nodes.Test(name=name):
            _check_use(node, 0 if name == "defined" else -1)
        case nodes.CondExpr(expr2=None):
            node.expr2 = nodes.Const("", lineno=node.lineno)
            _check(node)
        case _ if type(node) in _COMPOUND:
            for field in _COMPOUND[type(node)]:
                parts = getattr(node, field)
                for part in parts if isinstance(parts, list) else [parts]:
                    _check(part)
        case _:
            _refuse(node)


def _check_reading(node: nodes.Name | nodes.Getattr | nodes.Getitem) -> None:
    """A name, or a part of what another names; nothing that Jinja or Python keeps for itself."""
    match node:
        case nodes.Name(name=name):
            if (name in _RESERVED and name != "loop") or name.startswith("_"):
                _refuse(node)
        case nodes.Getattr(node=inner, attr=name):
            _check(inner)
            if name.startswith("_"):
                _refuse(node)
        case nodes.Getitem(node=inner, arg=nodes.Const(value=int() | str() as key)):
            _check(inner)
            if str(key).startswith("_"):
                _refuse(node)
        case _:
            _refuse(node)


def _check_constant(node: nodes.Node, value: Any) -> None:
    is_small = isinstance(value, bool | None) or len(str(value)) <= MAX_CONSTANT
    if not is_small or not isinstance(value, str | int | bool | None):
        _refuse(node)


def _check_use(node: nodes.Filter | nodes.Test, most: int) -> None:
    """A filter or test with at most `most` arguments, each a constant; -1 for one not known."""
    if len(node.args) > most or node.kwargs or node.dyn_args or node.dyn_kwargs:
        _refuse(node)
    if node.node is None:
        _refuse(node)
    _check(node.node)
    for argument in node.args:
        if not isinstance(argument, nodes.Const):
            _refuse(argument)
        _check(argument)


def _refuse(node: nodes.Node) -> NoReturn:
    raise TagMistake("word_template_tag_forbidden", type(node).__name__, node.lineno)
