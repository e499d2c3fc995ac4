"""A case stands on one agenda, whatever is cancelled, deleted and taken back (R19, R23)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.year.facts import YearPoint
from tests.helpers.called import WHY, version_of
from tests.helpers.council import a_council
from tests.helpers.moving import BECAUSE, move_day
from tests.helpers.store import refused

FIRST, SECOND = date(2027, 12, 3), date(2027, 12, 17)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        house = House(desk)
        house.history.latest()
        yield house


def meet(house: House, on: date) -> int:
    return house.edit.meetings.create(NewMeeting(body="RR", held_on=on)).id


def cases_of(house: House, meeting: int) -> list[int]:
    lines = house.agendas.view(meeting).lines
    return [line.case_id for line in lines if line.case_id is not None]


def the_point(house: House, year: int) -> YearPoint:
    return next(one for one in house.year.view(year).points if one.case_id is not None)


@pytest.mark.parametrize("way", ["cancelled", "deleted"])
def test_a_meeting_does_not_come_back_with_a_case_that_stands_elsewhere_by_now(
    house: House, way: str
) -> None:
    first = meet(house, FIRST)
    version = version_of(house, first)
    if way == "cancelled":
        done = house.edit.meeting_changes.cancel(first, WHY, version)
    else:
        done = house.edit.meetings.delete(first, version)
    second = meet(house, SECOND)
    cases = cases_of(house, second)
    assert cases
    assert done.entry is not None
    with refused("case_on_agenda_already"):
        house.history.undo(done.entry)
    assert the_point(house, 2027).meeting_id == second
    house.history.undo_last()
    house.history.undo(done.entry)
    assert cases_of(house, first) == cases
    assert the_point(house, 2027).meeting_id == first


def test_a_point_is_found_where_its_case_went_from_a_cancelled_meeting(house: House) -> None:
    first, second = meet(house, FIRST), meet(house, SECOND)
    move_day(house, first, date(2028, 1, 7), version_of(house, first))
    house.edit.meeting_changes.cancel(first, WHY, version_of(house, first), cases_to=second)
    point = the_point(house, 2028)
    assert (point.meeting_id, point.on, point.lacks_meeting) == (second, SECOND, False)


def test_a_point_that_goes_along_with_its_meeting_says_why(house: House) -> None:
    first = meet(house, FIRST)
    move_day(house, first, date(2028, 1, 7), version_of(house, first))
    assert the_point(house, 2028).reason == BECAUSE
    version = version_of(house, first)
    house.edit.meeting_changes.move(first, date(2028, 2, 4), None, None, None, "", version)
    point = the_point(house, 2028)
    assert (point.month_on, point.reason) == (date(2028, 2, 1), BECAUSE)
    move_day(house, first, SECOND, version_of(house, first))
    point = the_point(house, 2027)
    assert (point.is_moved, point.reason) == (False, "")
