"""The round of hosts when municipalities merge, and when the body itself ends (R18)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.services.editing.mergers import MergerFields, NewSuccessor
from app.services.house import House
from tests.helpers.council import a_council, the_body, writing
from tests.helpers.hosting import AUTUMN, SPRING, arrange_round, hosts, key_of, seen, turn_on
from tests.helpers.store import refused

SUMMER = date(2027, 7, 1)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        house = House(desk)
        arrange_round(house)
        yield house


def merge(house: House, *ended: str) -> int:
    fields = MergerFields(
        ended=tuple(key_of(house, one) for one in ended),
        on=SUMMER,
        new=NewSuccessor(name="Nye Orkland kommune", short_name="Nye Orkland"),
    )
    return house.edit.mergers.merge(fields).id


def test_the_heir_stands_over_what_its_predecessors_did(house: House) -> None:
    for name in ("Orkland", "Skaun"):
        house.edit.hosting.pass_turn(seen(house, SPRING), key_of(house, name), "Valg")
        house.edit.hosting.pass_turn(seen(house, AUTUMN), key_of(house, name), "Bygger om")
    heir = merge(house, "Orkland", "Skaun")
    turn = turn_on(house, AUTUMN)
    assert [(one.short, one.reason) for one in turn.passes] == [("Nye Orkland", "Bygger om")]
    assert [one.id for one in turn.choices if one.passes] == [heir]
    assert len(turn_on(house, SPRING).passes) == 2
    assert turn.meeting_id is not None
    house.edit.hosting.take_back_pass(turn.meeting_id, heir)
    assert turn_on(house, AUTUMN).passes == ()


def test_an_heir_that_hosts_does_not_stand_over(house: House) -> None:
    house.edit.hosting.choose(seen(house, AUTUMN), key_of(house, "Skaun"), "Vil gjerne")
    house.edit.hosting.pass_turn(seen(house, AUTUMN), key_of(house, "Orkland"), "Bygger om")
    merge(house, "Orkland", "Skaun")
    turn = turn_on(house, AUTUMN)
    assert (turn.host_short, turn.passes) == ("Nye Orkland", ())


def test_a_body_that_ends_has_no_turns_after_that(house: House) -> None:
    assert len(hosts(house.hosting.view(ahead=6))) == 6
    with writing(house.desk) as work:
        the_body(work.session, "NA").valid_to = date(2028, 6, 1)
    assert hosts(house.hosting.view(ahead=6)) == ["Orkland", "Trondheim", "Midtre Gauldal"]


def test_a_body_that_ended_without_meetings_has_an_empty_round(tmp_path: Path) -> None:
    with a_council(tmp_path / "tomt.rundgang") as desk:
        with writing(desk) as work:
            the_body(work.session, "NA").valid_to = date(2026, 6, 1)
        house = House(desk)
        assert house.hosting.view().turns == ()
        assert house.hosting.book().whole.said == "Rundgangen: Næringsapparatet"


def test_a_round_in_a_year_that_nobody_means_is_refused(house: House) -> None:
    with refused("meeting_year_unlikely"):
        house.hosting.view(date(1, 1, 1))
