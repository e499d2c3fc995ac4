"""What a verb changed, so that whoever shows it can refresh."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of things that a screen may show."""

    COUNCIL = "council"
    BODY = "body"
    INSTITUTION = "institution"
    PERSON = "person"
    TERM = "term"
    MEETING = "meeting"
    CASE = "case"
    WHEEL = "wheel"
    """What a year is planned by: fixed points, usual days, and days kept free."""
    PLAN = "plan"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds and ids that a verb touched; `origin` is who asked, so an editor knows its own."""

    kinds: frozenset[Kind]
    ids: frozenset[int] = field(default_factory=frozenset)
    origin: str = ""


def changed(kind: Kind, *ids: int, also: tuple[Kind, ...] = (), origin: str = "") -> Changes:
    """One kind's ids, and other kinds whose lists may look different now."""
    return Changes(frozenset((kind, *also)), frozenset(ids), origin)
