"""Every step from one version of the schema to the next, in order; steps never change once out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alembic.operations import Operations

from app.store.migrations import v0002, v0003, v0004
from app.store.migrations.v0001 import step as v0001
from app.store.migrations.v0002_triggers import TRIGGERS as V0002_TRIGGERS
from app.store.migrations.v0003_triggers import TRIGGERS as V0003_TRIGGERS

Upgrade = Callable[[Operations], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: the version it leads to, what it does, and the triggers of that version."""

    version: int
    upgrade: Upgrade
    triggers: tuple[str, ...] = ()
    """Empty for the present version, whose triggers are those of a new file."""


STEPS = (
    Step(1, v0001.upgrade, v0001.TRIGGERS),
    Step(2, v0002.upgrade, V0002_TRIGGERS),
    Step(3, v0003.upgrade, V0003_TRIGGERS),
    Step(4, v0004.upgrade),
)
