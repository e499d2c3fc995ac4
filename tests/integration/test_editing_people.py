"""People, institutions and positions as the secretary edits them (R4, R18, R52)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import InstitutionKind, Sector
from app.services.bin import BinKind
from app.services.editing.people import InstitutionFields, PersonFields, PositionFields
from app.services.house import House
from app.services.people import InstitutionView
from tests.helpers.council import a_council, a_member, the_institution, writing
from tests.helpers.store import refused

COMPANY = InstitutionFields(
    name="Havbruk AS",
    kind=InstitutionKind.COMPANY,
    sector=Sector.BUSINESS,
    from_on=date(2020, 1, 1),
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


@pytest.fixture
def melhus(house: House) -> int:
    with house.desk.reading() as session:
        return the_institution(session, "Melhus").id


def add_kari(house: House) -> int:
    return house.edit.people.add_person(PersonFields(name="Kari Berg")).id


def company(house: House) -> InstitutionView:
    return next(one for one in house.people.institutions() if one.name == "Havbruk AS")


def test_person_is_added_and_edited(house: House) -> None:
    kari = house.edit.people.add_person(
        PersonFields(name=" Kari  Berg ", email="kari@melhus.example", phone="72 85 80 00")
    )
    house.edit.people.edit_person(kari.id, PersonFields(name="Kari Berg Lie"), kari.version)
    person = house.people.person(kari.id)
    assert (person.name, person.email, person.phone) == ("Kari Berg Lie", "", "")
    with refused("stale_version"):
        house.edit.people.edit_person(kari.id, PersonFields(name="Kari"), kari.version)


@pytest.mark.parametrize("email", ["kari", "kari@", "@melhus.no", "ka ri@melhus.no", "a@b@c.no"])
def test_what_is_no_address_is_refused(house: House, email: str) -> None:
    with refused("email_not_understood"):
        house.edit.people.add_person(PersonFields(name="Kari Berg", email=email))


def test_person_needs_a_name(house: House) -> None:
    with refused("person_name_missing"):
        house.edit.people.add_person(PersonFields(name="  "))


def test_position_holds_from_day_to_day(house: House, melhus: int) -> None:
    kari = add_kari(house)
    fields = PositionFields(
        institution_id=melhus,
        title="Økonomisjef",
        from_on=date(2020, 1, 1),
        to_on=date(2024, 12, 31),
    )
    house.edit.people.add_position(kari, fields)
    acting = replace(
        fields,
        title="Kommunedirektør",
        from_on=date(2025, 1, 1),
        to_on=None,
        is_acting=True,
    )
    house.edit.people.add_position(kari, acting)
    (row,) = [row for row in house.people.all() if row.id == kari]
    assert (row.title, row.institution) == ("Kommunedirektør", "Melhus kommune")
    positions = house.people.person(kari).positions
    assert [(one.title, one.to_on, one.is_acting) for one in positions] == [
        ("Kommunedirektør", None, True),
        ("Økonomisjef", date(2024, 12, 31), False),
    ]


def test_two_positions_at_one_place_at_once_are_refused(house: House, melhus: int) -> None:
    kari = add_kari(house)
    fields = PositionFields(institution_id=melhus, title="Sjef", from_on=date(2020, 1, 1))
    first = house.edit.people.add_position(kari, fields)
    with refused("position_overlap"):
        house.edit.people.add_position(kari, replace(fields, from_on=date(2022, 1, 1)))
    house.edit.people.edit_position(first.id, replace(fields, title="Direktør"))
    assert [one.title for one in house.people.person(kari).positions] == ["Direktør"]
    house.edit.people.remove_position(first.id)
    assert house.people.person(kari).positions == ()


def test_period_ends_when_it_has_begun(house: House, melhus: int) -> None:
    kari = add_kari(house)
    with refused("period_ends_before_start"):
        house.edit.people.add_position(
            kari,
            PositionFields(
                institution_id=melhus,
                title="Sjef",
                from_on=date(2020, 1, 2),
                to_on=date(2020, 1, 1),
            ),
        )


def test_person_with_a_seat_is_never_deleted(house: House) -> None:
    with writing(house.desk) as work:
        kari = a_member(work.session, 6, "Kari Berg", "Melhus").person_id
    assert kari is not None
    assert [one.institution for one in house.people.person(kari).terms] == ["Melhus kommune"]
    with refused("person_in_use"):
        house.edit.people.delete_person(kari)


def test_unused_person_goes_to_the_bin_and_comes_back(house: House) -> None:
    kari = add_kari(house)
    house.edit.people.delete_person(kari)
    assert house.people.all() == ()
    with refused("person_gone"):
        house.people.person(kari)
    house.bin.restore(BinKind.PERSON, kari)
    assert [row.name for row in house.people.all()] == ["Kari Berg"]


def test_institution_is_added_and_edited(house: House) -> None:
    house.edit.people.add_institution(COMPANY)
    added = company(house)
    assert (added.short_name, added.from_on, added.to_on) == (
        "Havbruk AS",
        date(2020, 1, 1),
        None,
    )
    ended = replace(COMPANY, short_name="Havbruk", to_on=date(2025, 12, 31))
    house.edit.people.edit_institution(added.id, ended)
    assert (company(house).short_name, company(house).to_on) == ("Havbruk", date(2025, 12, 31))


def test_institution_that_is_there_at_the_same_time_is_refused(house: House) -> None:
    house.edit.people.add_institution(replace(COMPANY, to_on=date(2022, 12, 31)))
    with refused("institution_there_already"):
        house.edit.people.add_institution(replace(COMPANY, name="HAVBRUK AS"))
    house.edit.people.add_institution(replace(COMPANY, from_on=date(2023, 1, 1)))


def test_successor_follows_an_institution_that_ended(house: House, melhus: int) -> None:
    with refused("successor_needs_end"):
        house.edit.people.add_institution(replace(COMPANY, successor_id=melhus))
    ended = replace(COMPANY, to_on=date(2025, 12, 31), successor_id=melhus)
    house.edit.people.add_institution(ended)
    assert company(house).successor == "Melhus kommune"
    with refused("successor_is_itself"):
        house.edit.people.edit_institution(
            company(house).id, replace(ended, successor_id=company(house).id)
        )


def test_institution_in_use_is_never_deleted(house: House) -> None:
    with writing(house.desk) as work:
        a_member(work.session, 6, "Kari Berg", "Melhus")
        melhus = the_institution(work.session, "Melhus").id
    with refused("institution_in_use"):
        house.edit.people.delete_institution(melhus)
    house.edit.people.add_institution(COMPANY)
    house.edit.people.delete_institution(company(house).id)
    house.history.undo_last()
    assert company(house).name == "Havbruk AS"
