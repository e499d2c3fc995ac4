"""The roster in a large council: whose turn it is, and the timeline while it is scrolled."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QApplication

from app.domain.institutions import InstitutionFacts
from app.domain.intervals import Interval
from app.domain.roster import SeatFacts, TermFacts
from app.domain.rotation import propose_rotation
from app.domain.vocabulary import InstitutionKind, SeatKind
from app.i18n.voice import Voice
from app.services.timeline.paper import pages
from app.views.members.timeline_canvas import TimelineCanvas
from app.views.theme.theme import Theme
from tests.bench.bench_preview import _longest_gap
from tests.bench.harness import Figure, at_most, bench, best_seconds
from tests.helpers.gui import Heartbeat
from tests.helpers.timelines import many_seats

SEATS, INSTITUTIONS, YEARS = 12, 400, 50
ROWS, ROW_YEARS = 60, 40
MOST_SECONDS = 0.2
_KIND = InstitutionKind.MUNICIPALITY


@bench
def rotation() -> Iterator[Figure]:
    """Twelve seats among four hundred institutions, after fifty years of terms and mergers."""
    seats, terms, institutions = _long_history()
    on = date(2026, 11, 23)

    def propose() -> None:
        assert len(propose_rotation(seats, terms, institutions, on, notice_days=None)) == SEATS

    (seconds, floor) = best_seconds(propose, lambda: sorted(institutions, key=lambda one: one.name))
    yield Figure(
        "rotation of 12 seats among 400 institutions", seconds, "s", floor, at_most(MOST_SECONDS)
    )


@bench
def timeline() -> Iterator[Figure]:
    """Sixty seats through forty years: laid out, scrolled, zoomed and put on paper."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    Theme(application, "light")
    facts, voice = many_seats(ROWS, ROW_YEARS), Voice()
    (seconds,) = best_seconds(lambda: pages(facts, voice))
    yield Figure("timeline on A4 pages", seconds * 1_000, "ms")
    canvas = TimelineCanvas(voice)
    canvas.resize(1_180, 700)
    canvas.show()
    canvas.show_facts(facts)
    QApplication.processEvents()
    heart = Heartbeat()
    yield _longest_gap("timeline scrolled down and back", heart, lambda: _scroll(canvas))
    yield _longest_gap("timeline zoomed in and out", heart, lambda: _zoom(canvas))
    canvas.close()


def _scroll(canvas: TimelineCanvas) -> None:
    down, across = canvas.verticalScrollBar(), canvas.horizontalScrollBar()
    for place in (*range(0, 100, 2), *range(100, -1, -2)):
        down.setValue(down.maximum() * place // 100)
        across.setValue(across.maximum() * place // 100)
        QApplication.processEvents()


def _zoom(canvas: TimelineCanvas) -> None:
    for factor in (1.25, 1.25, 1.25, 1.25, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8):
        canvas.zoom(factor)
        QApplication.processEvents()


def _long_history() -> tuple[list[SeatFacts], list[TermFacts], list[InstitutionFacts]]:
    """A fifth of the institutions have merged into another, some of those once more."""
    institutions = []
    for number in range(1, INSTITUTIONS + 1):
        is_gone = number % 5 == 0
        end = date(1990 + number % 30, 1, 1) if is_gone else None
        heir = number % INSTITUTIONS + 1 if is_gone else None
        name = f"Kommune {number * 7919 % 1000:03}"
        institutions.append(
            InstitutionFacts(number, name, _KIND, Interval(date(1900, 1, 1), end), heir)
        )
    seats = [
        SeatFacts(
            number,
            number,
            f"Plass {number}",
            kind=SeatKind.ROTATING,
            term_years=2,
            rotates_among=_KIND,
        )
        for number in range(1, SEATS + 1)
    ]
    terms = [
        TermFacts(
            seat.id * 1_000 + year,
            seat.id,
            (seat.id * 37 + year * 11) % INSTITUTIONS + 1,
            Interval(date(year, 1, 1), date(year + 2, 1, 1)),
        )
        for seat in seats
        for year in range(2027 - YEARS, 2027, 2)
    ]
    return seats, terms, institutions
