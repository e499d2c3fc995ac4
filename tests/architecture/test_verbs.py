"""Every verb that the services write into the log can be read as a line of history."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from app.i18n.sentences import sentences

ROOT = Path(__file__).resolve().parents[2]
ENDING = re.compile(r"_end(_[a-z]+)?")
VERB = re.compile(r"[a-z]+(_[a-z]+)*")
EARLIER = {"set_meeting_date"}
"""Verbs that only earlier versions spoke: their lines stand in the history of older files."""


def verbs_of(tree: ast.AST) -> set[str]:
    """The texts given where a unit of work is described, or an editing verb ends."""
    return {
        part.value
        for node in ast.walk(tree)
        for place in _places(node)
        for part in ast.walk(place)
        if isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and VERB.fullmatch(part.value)
    }


def _places(node: ast.AST) -> list[ast.expr]:
    """Where a verb stands: first in `describe`, second in `_end…`, or kept as `verb`."""
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "verb":
        return [node.value]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "describe":
            return node.args[:1]
        if ENDING.fullmatch(node.func.attr):
            return node.args[1:2]
    return []


def every_verb() -> dict[str, str]:
    return {
        verb: path.relative_to(ROOT).as_posix()
        for room in ("services", "store")
        for path in sorted((ROOT / "app" / room).rglob("*.py"))
        for verb in verbs_of(ast.parse(path.read_text(encoding="utf-8")))
    }


def test_every_verb_can_be_read_as_history() -> None:
    verbs = every_verb()
    assert {"move_item", "write_section", "undo", "create_meeting"} <= verbs.keys()
    silent = {verb: file for verb, file in verbs.items() if f"verb_{verb}" not in sentences()}
    assert silent == {}


def test_no_line_of_history_is_for_a_verb_that_nobody_speaks() -> None:
    verbs = every_verb().keys()
    assert not EARLIER & verbs
    spoken = {f"verb_{verb}" for verb in verbs | EARLIER} | {"verb_other"}
    assert {code for code in sentences() if code.startswith("verb_")} - spoken == set()
