"""Every code that a rule or an error speaks has its sentence, with the facts that it asks for."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

from app.i18n.sentences import sentences

ROOT = Path(__file__).resolve().parents[2]
SPEAKERS = frozenset({"Reason", "UserError"})


def spoken_codes(speakers: frozenset[str] | set[str] = SPEAKERS) -> dict[str, str]:
    """Every code that is written out where a reason or an error is made, with its file."""
    codes = {}
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in speakers and node.args:
                for code in _literals(node.args[0]):
                    codes[code] = path.relative_to(ROOT).as_posix()
    return codes


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literals(argument: ast.expr) -> list[str]:
    """The text itself, or both texts of a choice between two."""
    if isinstance(argument, ast.IfExp):
        return [*_literals(argument.body), *_literals(argument.orelse)]
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return [argument.value] if is_text else []  # type: ignore[attr-defined]


def test_every_code_that_a_rule_speaks_has_a_sentence() -> None:
    codes = spoken_codes()
    assert "above_council_limit" in codes
    assert "turn_never_drawn" in codes
    silent = {code: file for code, file in codes.items() if code not in sentences()}
    assert silent == {}


def given_facts() -> list[tuple[str, set[str], str]]:
    """Every written-out code with the names of the facts that are given beside it."""
    found = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and _name(node.func) in SPEAKERS and node.args):
                continue
            names = {keyword.arg for keyword in node.keywords}
            if None in names:
                continue
            for code in _literals(node.args[0]):
                found.append((code, {str(name) for name in names}, path.name))
    return found


def placeholders(message: str) -> list[tuple[str, str]]:
    return [
        (field, spec or "")
        for _text, field, spec, _conversion in string.Formatter().parse(message)
        if field is not None
    ]


def test_every_sentence_gets_the_facts_that_it_asks_for() -> None:
    lacking = [
        (code, file, name)
        for code, given, file in given_facts()
        for name, _spec in placeholders(sentences().get(code, ""))
        if name not in given
    ]
    assert lacking == []


def test_an_error_tells_what_happened_and_what_to_do() -> None:
    """At least two sentences: what happened, and what it means for the data or what to do."""
    curt = {
        code: sentences()[code]
        for code in spoken_codes({"UserError"})
        if code in sentences() and len(re.findall(r"[.:?…](?:\s|$)", sentences()[code])) < 2
    }
    assert curt == {}
