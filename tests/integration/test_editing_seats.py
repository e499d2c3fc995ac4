"""Seats and observers as the secretary edits them (R2, R3, R5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import AttendanceRole, InstitutionKind, SeatKind, SeatRole, Sector
from app.services.editing.observers import ObserverFields
from app.services.editing.seats import SeatFields
from app.services.house import House
from tests.helpers.council import a_council
from tests.helpers.store import refused
from tests.helpers.terms import a_term, approved_meeting, institution_id, person_id, seat_id

FIRST = date(2025, 1, 1)
ELEVEN = SeatFields(
    number=11,
    title="Representant for reiselivet",
    kind=SeatKind.ROTATING,
    sector=Sector.BUSINESS,
    appointed_by="NAT",
    term_years=2,
    rotates_among=InstitutionKind.ORGANISATION,
    from_on=FIRST,
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def test_a_seat_is_added_with_its_rights(house: House) -> None:
    assert house.seat_terms.next_number("NR") == 11
    done = house.edit.seats.add_seat("NR", ELEVEN)
    view = house.seat_terms.seat(done.id)
    assert (view.number, view.title, view.kind, view.term_years, view.rotates_among) == (
        11,
        "Representant for reiselivet",
        SeatKind.ROTATING,
        2,
        InstitutionKind.ORGANISATION,
    )
    assert house.seat_terms.next_number("NR") == 12
    house.history.undo_last()
    with refused("seat_gone"):
        house.seat_terms.seat(done.id)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "seat_title_missing"),
        ({"number": 6}, "seat_number_taken"),
        ({"number": 0}, "seat_number_unusable"),
        ({"term_years": 0}, "seat_years_unusable"),
        ({"term_years": None}, "seat_years_needed"),
        ({"to_on": date(2024, 1, 1)}, "period_ends_before_start"),
        ({"institution_id": 9999}, "institution_unknown"),
    ],
)
def test_what_a_seat_cannot_be_is_told(house: House, changes: dict[str, object], code: str) -> None:
    with refused(code):
        house.edit.seats.add_seat("NR", replace(ELEVEN, **changes))  # type: ignore[arg-type]


def test_a_title_holds_from_a_day_and_the_one_before_is_kept(house: House) -> None:
    seat = house.edit.seats.add_seat("NR", ELEVEN).id
    later = replace(ELEVEN, title="Representant for opplevelser", title_from=date(2026, 1, 1))
    house.edit.seats.edit_seat(seat, later)
    assert house.roster.members(date(2025, 6, 1))[10].title == "Representant for reiselivet"
    assert house.roster.members(date(2026, 6, 1))[10].title == "Representant for opplevelser"
    mended = replace(later, title="Representant for opplevelsesnæringen")
    house.edit.seats.edit_seat(seat, mended)
    assert house.edit.seats.edit_seat(seat, mended).entry is None
    assert house.roster.members(date(2026, 6, 1))[10].title.endswith("opplevelsesnæringen")


def test_a_permanent_seat_has_an_owner_and_a_rotating_one_has_none(house: House) -> None:
    ntnu = institution_id(house, "NTNU")
    fields = replace(ELEVEN, kind=SeatKind.PERMANENT, term_years=None, institution_id=ntnu)
    seat = house.edit.seats.add_seat("NR", fields).id
    view = house.seat_terms.seat(seat)
    assert (view.institution_id, view.rotates_among) == (ntnu, None)
    house.edit.seats.edit_seat(seat, replace(ELEVEN, institution_id=ntnu))
    assert house.seat_terms.seat(seat).institution_id is None


def test_a_seat_covers_its_terms_and_is_not_removed_while_in_use(house: House) -> None:
    seat = house.edit.seats.add_seat("NR", ELEVEN).id
    term = house.edit.terms.add_term(seat, a_term(house, "Virke", "Siri Aune", FIRST)).id
    with refused("seat_has_term_outside"):
        house.edit.seats.edit_seat(seat, replace(ELEVEN, to_on=date(2026, 1, 1)))
    with refused("seat_in_use"):
        house.edit.seats.remove_seat(seat)
    house.edit.terms.remove_term(term)
    house.edit.seats.remove_seat(seat)
    assert len(house.roster.members()) == 10
    house.history.undo_last()
    assert house.roster.members()[10].title == "Representant for reiselivet"


def test_role_and_vote_under_approved_minutes_stay(house: House) -> None:
    seat = house.edit.seats.add_seat("NR", ELEVEN).id
    approved_meeting(house, date(2026, 2, 6))
    for change in ({"role": SeatRole.CHAIR}, {"votes": False}, {"from_on": date(2026, 3, 1)}):
        with refused("seat_under_approved"):
            house.edit.seats.edit_seat(seat, replace(ELEVEN, **change))
    with refused("seat_under_approved"):
        house.edit.seats.remove_seat(seat)
    with refused("seat_under_approved"):
        house.edit.seats.add_seat("NR", replace(ELEVEN, number=12))
    house.edit.seats.add_seat("NR", replace(ELEVEN, number=12, from_on=date(2026, 2, 7)))
    house.edit.seats.edit_seat(seat, replace(ELEVEN, appointed_by="Visit Trondheim"))


def nils(house: House, to_on: date | None = None) -> ObserverFields:
    return ObserverFields(
        person_id=person_id(house, "Nils Moe"),
        institution_id=institution_id(house, "Skaun"),
        from_on=FIRST,
        to_on=to_on,
    )


def test_an_observer_comes_and_goes(house: House) -> None:
    done = house.edit.observers.add_observer("NR", nils(house))
    assert [row.person.name for row in house.roster.observers()] == ["Nils Moe"]
    with refused("observer_there_already"):
        house.edit.observers.add_observer("NR", nils(house))
    with refused("day_outside_observing"):
        house.edit.observers.end_observer(done.id, date(2024, 12, 31))
    house.edit.observers.end_observer(done.id, date(2026, 6, 30))
    assert house.seat_terms.observer(done.id).to_on == date(2026, 6, 30)
    assert house.roster.observers() == ()
    house.edit.observers.edit_observer(done.id, nils(house))
    assert len(house.roster.observers()) == 1
    house.edit.observers.remove_observer(done.id)
    with refused("observer_gone"):
        house.seat_terms.observer(done.id)
    house.history.undo_last()
    assert len(house.roster.observers()) == 1


def test_an_observer_of_one_body_may_observe_another(house: House) -> None:
    house.edit.observers.add_observer("NR", nils(house))
    house.edit.observers.add_observer("RR", nils(house))
    assert len(house.roster.observers(body="RR")) == 1


def test_what_is_unusual_about_an_observer_is_told(house: House) -> None:
    house.edit.terms.add_term(seat_id(house, 6), a_term(house, "Skaun", "Nils Moe", FIRST))
    klaebu = replace(nils(house), institution_id=institution_id(house, "Klæbu"))
    done = house.edit.observers.add_observer("NR", klaebu)
    assert [one.code for one in done.warnings] == ["observer_is_member", "institution_not_there"]


def test_an_observer_whom_approved_minutes_name_stays_for_that_day(house: House) -> None:
    done = house.edit.observers.add_observer("NR", nils(house))
    approved_meeting(house, date(2026, 2, 6), attended="Nils Moe", role=AttendanceRole.OBSERVER)
    edit = house.edit.observers
    with refused("observer_under_approved"):
        edit.remove_observer(done.id)
    with refused("observer_under_approved"):
        edit.end_observer(done.id, date(2026, 2, 5))
    other = replace(nils(house), person_id=person_id(house, "Per Vik"))
    with refused("observer_under_approved"):
        edit.edit_observer(done.id, other)
    edit.end_observer(done.id, date(2026, 2, 6))
