"""The year's wheel with sixty marks: laid out and painted, and put on paper."""

from __future__ import annotations

import os
from collections.abc import Iterator

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.domain.drawing import A4_LANDSCAPE
from app.i18n.voice import Voice
from app.services.wheel.facts import wheel_facts
from app.services.wheel.layout import lay_out
from app.services.wheel.paper import pages
from app.views.theme.theme import Theme
from app.views.theme.tokens import LIGHT
from app.views.widgets.drawing import paint_shapes
from tests.bench.harness import Figure, at_most, bench, best_seconds
from tests.helpers.wheels import TODAY, a_full_year

MARKS, BODIES, SIZE = 60, 5, 900
MOST_MILLISECONDS = 50.0


@bench
def wheel() -> Iterator[Figure]:
    """Sixty marks on five rings, at 900 × 900; each round in a size that was not met before."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    Theme(application, "light")
    view, voice = a_full_year(MARKS, BODIES), Voice()
    picture = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    sizes = iter(range(SIZE, SIZE - 100, -1))

    def draw() -> None:
        layout = lay_out(wheel_facts(view), next(sizes), voice)
        painter = QPainter(picture)
        paint_shapes(painter, layout.shapes, LIGHT)
        painter.end()

    (seconds,) = best_seconds(draw)
    most = at_most(MOST_MILLISECONDS)
    yield Figure("wheel with 60 marks laid out and painted", seconds * 1_000, "ms", None, most)
    facts = wheel_facts(view)
    (seconds,) = best_seconds(lambda: pages(facts, TODAY, voice, A4_LANDSCAPE))
    yield Figure("wheel on A4 pages", seconds * 1_000, "ms")
