"""Shapes of pictures: parts of rings as lines and curves, and where shapes lie."""

from __future__ import annotations

from math import hypot

import pytest

from app.domain.drawing import (
    A4_LANDSCAPE,
    Box,
    Loop,
    Paper,
    Point,
    RingPart,
    Stroke,
    Words,
    across,
    hatched,
    moved,
    outline,
    ring_point,
)


def curve_middle(start: Point, step: tuple[Point, ...]) -> Point:
    """Half-way along a curve."""
    points = (start, *step)
    return tuple(  # type: ignore[return-value]
        sum(share * point[axis] for share, point in zip((1, 3, 3, 1), points, strict=True)) / 8
        for axis in (0, 1)
    )


def on_the_way(loop: Loop) -> list[Point]:
    """The ends of every step, and the middles of the curves."""
    found, at = [loop.start], loop.start
    for step in loop.steps:
        if len(step) == 3:
            found.append(curve_middle(at, step))
        at = step[-1]
        found.append(at)
    return found


def test_angles_go_clockwise_from_the_top() -> None:
    assert ring_point(10, 20, 5, 0) == pytest.approx((10, 15))
    assert ring_point(10, 20, 5, 90) == pytest.approx((15, 20))
    assert ring_point(10, 20, 5, 180) == pytest.approx((10, 25))


def test_a_part_of_a_ring_lies_between_its_two_circles() -> None:
    part = RingPart(100, 100, 50, 80, start=30, sweep=140)
    (loop,) = outline(part)
    away = [hypot(x - 100, y - 100) for x, y in on_the_way(loop)]
    assert all(any(abs(one - radius) < 0.01 for radius in (50, 80)) for one in away)
    assert loop.start == pytest.approx(ring_point(100, 100, 80, 30))
    assert sum(len(step) == 1 for step in loop.steps) == 1


def test_a_whole_ring_has_an_outer_and_an_inner_edge() -> None:
    outer, inner = outline(RingPart(0, 0, 5, 9))
    assert all(hypot(*point) == pytest.approx(9, abs=0.001) for point in on_the_way(outer))
    assert all(hypot(*point) == pytest.approx(5, abs=0.001) for point in on_the_way(inner))


def test_a_disc_has_one_edge_and_its_slice_a_point() -> None:
    (disc,) = outline(RingPart(0, 0, 0, 9))
    assert all(hypot(*point) == pytest.approx(9, abs=0.001) for point in on_the_way(disc))
    (part,) = outline(RingPart(3, 4, 0, 9, sweep=60))
    assert part.steps[-1] == ((3, 4),)


def test_shapes_know_how_far_they_go_across() -> None:
    assert across(Box(3, 0, 4, 9)) == (3, 7)
    assert across(Stroke(8, 0, 2, 9, "text")) == (2, 8)
    assert across(Words(3, 0, "ord", width=10)) == (3, 13)
    assert across(Words(3, 0, "ord", width=10, is_centred=True)) == (-2, 8)
    assert across(RingPart(10, 10, 0, 4)) == pytest.approx((6, 14))
    left, right = across(RingPart(10, 10, 2, 4, sweep=90))
    assert (left, right) == pytest.approx((10, 14))


def test_shapes_are_moved_whatever_they_are() -> None:
    shapes = (
        RingPart(1, 2, 3, 4),
        Words(5, 6, "a", turn=30, is_centred=True),
        Box(0, 0, 1, 1),
        Stroke(1, 2, 3, 4, "line"),
    )
    assert tuple(moved(shapes, 10, 20)) == (
        RingPart(11, 22, 3, 4),
        Words(15, 26, "a", turn=30, is_centred=True),
        Box(10, 20, 1, 1),
        Stroke(11, 22, 13, 24, "line"),
    )


def test_paper_is_as_wide_as_the_way_it_lies() -> None:
    assert [paper.width for paper in (A4_LANDSCAPE, Paper(is_upright=True))] == [297, 210]
    assert [Paper(is_large=True, is_upright=up).width for up in (False, True)] == [420, 297]


def test_hatching_slants_and_is_cut_at_the_edges_of_its_box() -> None:
    box = Box(10, 20, 30, 12)
    lines = list(hatched(box, "muted", step=5))
    assert lines
    for line in lines:
        assert line.y1 - line.y2 == pytest.approx(line.x2 - line.x1)
        assert 10 <= line.x1 <= line.x2 <= 40
        assert 20 <= line.y2 <= line.y1 <= 32
