"""Imports what the pages are made of while nobody waits, so that each opens at once."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QTimer

from app.views.editing.steps import Steps
from app.views.shell.workbench import Workbench

PACKAGES = (
    "app.views.editing",
    "app.views.widgets.rich_text",
    "app.views.brief",
    "app.views.agenda",
    "app.views.history",
    "app.views.meetings",
    "app.views.cases",
    "app.views.widgets.pdf_view",
    "app.views.papers",
)
"""In the order in which they lean on each other, so that each step is a short one."""

BEGIN_AFTER = 1_000
"""Milliseconds after the file is on screen."""


def import_ahead(bench: Workbench) -> None:
    """Begin once the first page stands; it ends with the file."""
    steps = Steps(bench.hub)
    bench.life.when_over(steps.drop)
    QTimer.singleShot(BEGIN_AFTER, steps, lambda: steps.begin(_importing()))


def _importing() -> Iterator[None]:
    for package in PACKAGES:
        for module in pkgutil.iter_modules(import_module(package).__path__):
            import_module(f"{package}.{module.name}")
            yield
