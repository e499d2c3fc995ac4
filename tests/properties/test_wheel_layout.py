"""What must hold for every wheel, however crowded, in every size."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.drawing import RingPart, Words
from app.domain.vocabulary import MeetingStatus
from app.i18n.voice import Voice
from app.services.wheel.facts import wheel_facts
from app.services.wheel.layout import PlacedMark, WheelLayout, lay_out
from app.services.year.facts import YearView
from tests.helpers.wheels import BODIES, a_year_meeting, a_year_point, a_year_view

VOICE = Voice()
TITLES = ("Årsrapport for 2025", "Utviklingsplan og budsjettrammer 2027", "Ås", "Ø" * 60)
HOSTS = (None, "Skaun", "Midtre Gauldal", "Kommune " * 8)
EDGE = 0.05
"""Rounding, in units and in degrees."""


@st.composite
def years(draw: st.DrawFn) -> YearView:
    year = draw(st.sampled_from([2024, 2026, 2100]))
    first = date(year, 1, 1)
    bodies = [body.code for body in BODIES[: draw(st.integers(1, 7))]]
    same_day = draw(st.integers(0, 364))
    days = st.one_of(st.just(same_day), st.integers(0, 364))
    meetings, points = [], []
    for number in range(1, draw(st.integers(0, 70)) + 1):
        held_on = first + timedelta(days=draw(days))
        status = draw(st.sampled_from([MeetingStatus.PLANNED, MeetingStatus.CANCELLED]))
        body, host = draw(st.sampled_from(bodies)), draw(st.sampled_from(HOSTS))
        meetings.append(a_year_meeting(number, held_on, body, status, host))
    for number in range(1, draw(st.integers(0, 8)) + 1):
        month_on = date(year, draw(st.integers(1, 12)), 1)
        meeting = draw(st.sampled_from([None, *meetings]))
        title, body = draw(st.sampled_from(TITLES)), draw(st.sampled_from(bodies))
        points.append(a_year_point(number, month_on, meeting, title, body))
    return a_year_view(meetings, points, year=year)


sizes = st.floats(280, 1_100)


def laid_out(view: YearView, size: float) -> WheelLayout:
    return lay_out(wheel_facts(view), size, VOICE)


def of_ring(layout: WheelLayout, number: int) -> list[PlacedMark]:
    return [placed for placed in layout.marks if placed.ring == number]


def corners(words: Words) -> list[tuple[float, float]]:
    """The corners of what is written, from its baseline to the top of its capitals."""
    turn, half = radians(words.turn), words.width / 2
    return [
        (
            words.x + across * cos(turn) - down * sin(turn),
            words.y + across * sin(turn) + down * cos(turn),
        )
        for across in (-half, half)
        for down in (-0.73 * words.size, 0.0)
    ]


def holds(part: RingPart, x: float, y: float) -> bool:
    away = hypot(x - part.x, y - part.y)
    angle = (degrees(atan2(x - part.x, part.y - y)) - part.start + EDGE) % 360
    return part.inner - EDGE <= away <= part.outer + EDGE and angle <= part.sweep + 2 * EDGE


@settings(max_examples=25)
@given(years(), sizes)
def test_marks_of_a_ring_never_cover_each_other(view: YearView, size: float) -> None:
    layout = laid_out(view, size)
    for number in range(len(layout.rings)):
        parts = [placed.part for placed in of_ring(layout, number)]
        for before, part in pairwise(parts):
            assert before.start + before.sweep <= part.start + EDGE
        for part in parts:
            assert part.sweep > 0
            assert part.start >= -EDGE
            assert part.start + part.sweep <= 360 + EDGE


@settings(max_examples=25)
@given(years(), sizes)
def test_every_mark_lies_inside_its_ring_and_rings_inside_each_other(
    view: YearView, size: float
) -> None:
    layout = laid_out(view, size)
    for placed in layout.marks:
        ring = layout.rings[placed.ring]
        assert ring.inner < placed.part.inner < placed.part.outer < ring.outer
    edges = [layout.radius, layout.months_inner]
    for ring in layout.rings:
        edges += [ring.outer, ring.inner]
    assert all(one > other for one, other in pairwise([*edges, 0.0]))


@settings(max_examples=25)
@given(years(), sizes)
def test_every_word_lies_inside_its_mark(view: YearView, size: float) -> None:
    for placed in laid_out(view, size).marks:
        for shape in placed.label:
            if isinstance(shape, Words):
                assert all(holds(placed.part, x, y) for x, y in corners(shape)), shape.text


@settings(max_examples=25)
@given(years(), sizes)
def test_what_is_pointed_at_is_found_again(view: YearView, size: float) -> None:
    layout = laid_out(view, size)
    for placed in layout.marks:
        assert layout.mark_at(*placed.middle) == placed
        assert layout.find(placed.mark.key) == placed
    assert layout.mark_at(layout.middle, layout.middle) is None


@given(st.integers(1900, 2199), st.integers(0, 364))
def test_a_day_has_the_same_share_of_a_leap_year_as_of_another(year: int, number: int) -> None:
    layout = laid_out(a_year_view(year=year), 600)
    first = date(year, 1, 1)
    days = (date(year + 1, 1, 1) - first).days
    assert layout.angle(first + timedelta(days=number)) == (number + 0.5) * 360 / days
    assert layout.angle(date(year, 12, 31)) == (days - 0.5) * 360 / days


@given(years())
def test_arrows_come_through_every_mark_by_day(view: YearView) -> None:
    layout = laid_out(view, 600)
    assert len(layout.by_date) == len(layout.marks)
    assert all(one.mark.on <= other.mark.on for one, other in pairwise(layout.by_date))
    for placed in layout.marks:
        for rings in (-1, 1):
            other = layout.nearest(placed, rings)
            assert other == placed or (other.ring - placed.ring) * rings > 0
