"""Whoever listens to the whole window lets go of it when he is gone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONG_LIVED = frozenset({"changed", "focusChanged"})
"""Signals of what outlives every page and dialog: the hub and the application."""


def lambdas_on_long_lived_signals(tree: ast.AST) -> Iterator[int]:
    """The lines where a lambda is connected to one of them."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="connect", value=ast.Attribute(attr=name, value=owner)),
                args=[ast.Lambda(), *_],
            ) if name in LONG_LIVED and _is_shared(owner):
                yield node.lineno


def _is_shared(owner: ast.expr) -> bool:
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return name in {"hub", "_hub", "application"}


def test_no_lambda_outlives_its_widget_at_the_hub() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in sorted((ROOT / "app").rglob("*.py"))
        for line in lambdas_on_long_lived_signals(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_such_a_lambda_is_found() -> None:
    tree = ast.parse("bench.hub.changed.connect(lambda _: 1)\nself._on.changed.connect(lambda: 2)")
    assert list(lambdas_on_long_lived_signals(tree)) == [1]
