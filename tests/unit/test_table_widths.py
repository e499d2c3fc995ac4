"""How the columns that grow share the room that is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.views.widgets.table_widths import share_room


@pytest.mark.parametrize(
    ("room", "wanted", "given_widths"),
    [
        (400, [100, 100], [200, 200]),
        (400, [300, 100], [300, 100]),
        (800, [300, 100], [600, 200]),
        (300, [300, 100], [200, 100]),
        (450, [330, 130, 110, 120], [113, 112, 110, 112]),
        (10, [100, 100], [48, 48]),
        (-5, [100], [48]),
        (100, [], []),
    ],
)
def test_narrow_columns_are_spared_and_spare_room_is_shared(
    room: int, wanted: list[int], given_widths: list[int]
) -> None:
    found = share_room(room, wanted, 48)
    assert found == pytest.approx(given_widths, abs=3)


@given(st.integers(0, 3_000), st.lists(st.integers(1, 900), min_size=1, max_size=8))
def test_the_room_is_filled_and_nobody_gets_less_than_least(room: int, wanted: list[int]) -> None:
    found = share_room(room, wanted, 48)
    assert all(width >= 48 for width in found)
    if room >= 48 * len(wanted) and min(wanted) >= 48:
        assert sum(found) == room
    if sum(wanted) <= room:
        assert all(width >= want for width, want in zip(found, wanted, strict=True))
