"""Layers of other people's drawings: one that was hidden stays hidden in the package."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf


def keep_layers(package: Pdf, sources: Iterable[Pdf]) -> None:
    """Carry over which layers are off; without this, all would show."""
    every: list[Any] = []
    hidden: list[Any] = []
    for source in sources:
        properties = source.Root.get("/OCProperties")
        if not isinstance(properties, Dictionary):
            continue
        groups = _groups(properties.get("/OCGs"))
        off = {group.objgen for group in _hidden(properties, groups)}
        for group in groups:
            copy = package.copy_foreign(group)
            every.append(copy)
            if group.objgen in off:
                hidden.append(copy)
    if every:
        package.Root["/OCProperties"] = Dictionary(
            OCGs=Array(every), D=Dictionary(OFF=Array(hidden), Order=Array())
        )


def _hidden(properties: Any, groups: list[Any]) -> list[Any]:
    default = properties.get("/D")
    if not isinstance(default, Dictionary):
        return []
    if default.get("/BaseState") == Name.OFF:
        shown = {group.objgen for group in _groups(default.get("/ON"))}
        return [group for group in groups if group.objgen not in shown]
    return _groups(default.get("/OFF"))


def _groups(value: Any) -> list[Any]:
    if not isinstance(value, Array):
        return []
    return [each for each in value if isinstance(each, Dictionary) and each.is_indirect]
