"""Where pages lie: sharp at every size of pixel, and found again after every change."""

from __future__ import annotations

import pytest

from app.views.widgets.pdf_view.page_layout import (
    LARGEST,
    SMALLEST,
    STEPS,
    STRIP_PIXELS,
    Place,
    Zoom,
    lay_out,
    step_from,
)
from tests.helpers.pages import A4, ASize

PAGE = ASize(*A4)
LANDSCAPE = ASize(1_190.0, 842.0)
VIEW = (1_000, 700)


def test_hundred_percent_is_the_size_of_paper() -> None:
    scale = Zoom("percent", 100).scale([PAGE], VIEW, 1.0)
    assert lay_out([PAGE], scale, 1_000, 1.0).widths == (793,)


def test_twice_as_many_pixels_for_twice_as_fine_a_screen() -> None:
    scale = Zoom("percent", 100).scale([PAGE], VIEW, 2.0)
    assert lay_out([PAGE], scale, 2_000, 2.0).widths == (1_587,)


def test_width_is_that_of_most_pages() -> None:
    sizes = [PAGE, PAGE, LANDSCAPE]
    scale = Zoom("width").scale(sizes, VIEW, 1.0)
    widths = lay_out(sizes, scale, 1_000, 1.0).widths
    assert widths[0] == 960
    assert widths[2] > 1_000


def test_whole_page_fits_both_ways() -> None:
    for view in ((1_000, 700), (300, 700)):
        scale = Zoom("page").scale([PAGE], view, 1.0)
        layout = lay_out([PAGE], scale, view[0], 1.0)
        assert layout.widths[0] <= view[0] - 40
        assert layout.heights[0] <= view[1] - 40 + 1


def test_pages_are_centred_and_do_not_overlap() -> None:
    layout = lay_out([PAGE, LANDSCAPE, PAGE], 1.0, 2_000, 1.0)
    for page in range(layout.count):
        rect = layout.rect(page)
        assert abs(rect.center().x() - 1_000) <= 1
    assert layout.rect(0).bottom() < layout.rect(1).top()
    assert layout.rect(2).bottom() < layout.height


@pytest.mark.parametrize("height", [0, 30, 861, 870, 1_000, 5_000])
def test_page_at_a_height_is_the_one_that_begins_last_before_it(height: int) -> None:
    layout = lay_out([PAGE] * 3, 1.0, 700, 1.0)
    page = layout.page_at(height)
    assert layout.tops[page] <= max(height, layout.tops[0])
    assert page == layout.count - 1 or layout.tops[page + 1] > height


def test_pages_in_a_window_are_those_that_have_a_part_of_it() -> None:
    layout = lay_out([PAGE] * 50, 1.0, 700, 1.0)
    for top in range(0, layout.height, 97):
        seen = layout.pages_in(top, top + 500)
        cut = [
            page
            for page in range(layout.count)
            if layout.tops[page] < top + 500 and layout.tops[page] + layout.heights[page] > top
        ]
        assert list(seen) == cut


def test_place_is_the_same_point_in_every_size() -> None:
    small, large = lay_out([PAGE] * 9, 0.7, 900, 1.0), lay_out([PAGE] * 9, 3.1, 900, 1.0)
    place = Place(4, 0.3, 0.8)
    assert small.place_at(*small.point_of(place)).page == 4
    assert large.place_at(*large.point_of(place)).down == pytest.approx(0.8, abs=1e-6)


def test_place_on_a_page_that_is_gone_is_on_the_last() -> None:
    layout = lay_out([PAGE] * 2, 1.0, 900, 1.0)
    assert layout.place_at(*layout.point_of(Place(7, 0.5, 0.5))).page == 1


@pytest.mark.parametrize("scale", [0.5, 1.7, 4.0, 9.3])
def test_strips_cover_the_window_without_a_gap_and_stay_small(scale: float) -> None:
    layout = lay_out([PAGE], scale, 900, 1.0)
    top, bottom = layout.tops[0] + 100, layout.tops[0] + 900
    strips = layout.strips_in(0, top, bottom)
    rows = [row for strip in strips for row in range(strip.top, strip.top + strip.height)]
    assert rows == list(range(rows[0], rows[-1] + 1))
    assert rows[0] <= 100
    assert rows[-1] >= min(899, layout.heights[0] - 1)
    assert all(strip.width * strip.height <= STRIP_PIXELS for strip in strips)


def test_whole_page_is_one_strip_at_common_sizes() -> None:
    layout = lay_out([PAGE], 1.5, 1_000, 1.0)
    [strip] = layout.strips_in(0, 0, 5_000)
    assert (strip.top, strip.height) == (0, layout.heights[0])


def test_steps_go_up_and_down_and_stay_within_the_limits() -> None:
    assert step_from(107, 1) == 110
    assert step_from(107, -1) == 100
    assert step_from(LARGEST, 1) == LARGEST
    assert step_from(SMALLEST, -1) == SMALLEST
    assert (STEPS[0], STEPS[-1]) == (SMALLEST, LARGEST)
