"""The roster as the window lists it: one body on a day, and what each person sits in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import Group, Sector
from app.models import TermDeputy
from app.services.editing.people import PersonFields, PositionFields
from app.services.house import House
from app.services.people import TakingPart
from tests.helpers.council import (
    a_council,
    a_member,
    a_person,
    an_observer,
    the_institution,
    writing,
)
from tests.helpers.store import refused


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        with writing(desk) as work:
            term = a_member(
                work.session, 6, "Kari Berg", "Melhus", title="Rådmann", end_on=date(2027, 1, 1)
            )
            deputy = a_person(work.session, "Ola Lie", the_institution(work.session, "Melhus"))
            work.session.add(TermDeputy(term_id=term.id, person_id=deputy.id))
            an_observer(work.session, "Eva Dahl", "Skaun")
        yield House(desk)


def test_body_on_a_day_is_counted(house: House) -> None:
    view = house.roster.view()
    assert (view.body_code, view.body_name) == ("NR", "Næringsrådet")
    assert (len(view.seats), view.filled, view.deputies, len(view.observers)) == (10, 1, 1, 1)
    assert view.balance == {Sector.RESEARCH: 2, Sector.PUBLIC: 6, Sector.BUSINESS: 2}


def test_another_day_shows_who_sat_then(house: House) -> None:
    view = house.roster.view(date(2024, 12, 31))
    assert (view.filled, view.deputies, len(view.observers)) == (0, 0, 0)
    assert house.roster.view(date(2026, 12, 31)).filled == 1


def test_people_say_what_they_sit_in_on_the_day(house: House) -> None:
    sat = {row.name: [(seat.group, seat.title) for seat in row.seats] for row in house.people.all()}
    assert sat == {
        "Eva Dahl": [(Group.OBSERVER, "")],
        "Kari Berg": [(Group.MEMBER, "Kommunedirektør")],
        "Ola Lie": [(Group.DEPUTY, "Kommunedirektør")],
    }
    assert {row.seats for row in house.people.all(date(2020, 1, 1))} == {()}


@pytest.mark.parametrize(
    ("on", "old", "new"),
    [
        (date(2019, 12, 31), TakingPart.NOW, TakingPart.LATER),
        (date(2020, 1, 1), TakingPart.BEFORE, TakingPart.NOW),
    ],
)
def test_institution_takes_part_until_its_last_day(
    house: House, on: date, old: TakingPart, new: TakingPart
) -> None:
    part = {one.short_name: one.part_on(on) for one in house.people.institutions()}
    assert (part["Klæbu"], part["Orkland"]) == (old, new)


def test_body_of_a_seat_is_found(house: House) -> None:
    seats = house.roster.view(body="RR").seats
    assert house.roster.body_of(seats[0].seat_id) == "RR"
    assert house.roster.body_of(0) is None


def test_person_comes_with_a_position_or_not_at_all(house: House) -> None:
    with house.desk.reading() as session:
        melhus = the_institution(session, "Melhus").id
    position = PositionFields(institution_id=melhus, title="Sjef", from_on=date(2026, 1, 1))
    added = house.edit.people.add_person(PersonFields(name="Nils Moe"), position)
    assert [one.title for one in house.people.person(added.id).positions] == ["Sjef"]
    with refused("position_title_missing"):
        house.edit.people.add_person(
            PersonFields(name="Ida Aas"),
            PositionFields(institution_id=melhus, title="", from_on=date(2026, 1, 1)),
        )
    assert "Ida Aas" not in {row.name for row in house.people.all()}
    house.history.undo_last()
    assert "Nils Moe" not in {row.name for row in house.people.all()}
