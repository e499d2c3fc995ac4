"""Imports what the pages are made of while nobody waits, so that each opens at once.

What has to do with Qt is imported on the window's thread, a module at a time; the use cases, and
what they read, on the reading thread, where it holds nobody up.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QTimer

from app.services.house import ROOMS, House
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
    "app.views.members",
    "app.views.pictures",
    "app.views.year",
    "app.views.settings",
    "app.views.bin",
    "app.views.widgets.pdf_view",
    "app.views.papers",
)
"""In the order in which they lean on each other, so that each step is a short one."""

BEGIN_AFTER = 1_000
"""Milliseconds after the file is on screen."""


def import_ahead(bench: Workbench, house: House) -> None:
    """Begin once the first page stands; it ends with the file."""
    steps = Steps(bench.hub)
    bench.life.when_over(steps.drop)

    def begin() -> None:
        steps.begin(_importing())
        _read_next(bench, iter(_reading(house)))

    QTimer.singleShot(BEGIN_AFTER, steps, begin)


def _reading(house: House) -> list[Callable[[], object]]:
    """What the pages ask first, so that the question is known when it counts."""
    return [
        *(partial(getattr, house, room) for room in ROOMS),
        lambda: (house.meetings.all(), house.bodies.all()),
        lambda: house.case_list.rows(house.case_list.keys()[:1]),
        house.case_list.years,
        lambda: house.roster.view(),
        house.people.institutions,
        lambda: house.people.all(),
        lambda: house.wheel.facts(house.year.view()),
        house.hosting.card,
        house.settings.council,
        lambda: _look_at_next_case(house),
    ]


def _look_at_next_case(house: House) -> None:
    """The workspace of the next meeting and its first brief."""
    coming = house.overview.view().next_meeting
    if coming is not None:
        lines = house.agendas.view(coming.meeting.id).lines
        house.briefs.basis_choices()
        case = next((line.case_id for line in lines if line.case_id is not None), None)
        if case is not None:
            house.briefs.view(case)


def _read_next(bench: Workbench, reads: Iterator[Callable[[], object]]) -> None:
    """One at a time, so that a question of the user's waits for one at most.

    What goes wrong here goes wrong again where somebody asks for it, and is told there.
    """
    read = next(reads, None)
    if read is not None and not bench.life.is_over:
        go_on = partial(_read_next, bench, reads)
        bench.threads.read(read, lambda _read: go_on(), lambda _error: go_on())


def _importing() -> Iterator[None]:
    for package in PACKAGES:
        for module in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
            import_module(module.name)
            yield
