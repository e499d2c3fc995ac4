"""Taking what the rotation proposes, or another, in a council file (R8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.vocabulary import SeatState
from app.i18n.voice import Voice
from app.services.changes import Kind
from app.services.house import House
from tests.helpers.council import TODAY, a_council, a_member, the_body, writing
from tests.helpers.store import refused
from tests.helpers.turns import arrange_turns, proposal, terms_of


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        house = House(desk)
        arrange_turns(house)
        yield house


def test_open_seats_are_proposed_for_the_first_to_fill_first(house: House) -> None:
    view = house.rotation.view()
    assert (view.on, view.body_code, view.notice_days) == (TODAY, "NR", 180)
    assert [(one.number, one.institution_short) for one in view.proposals] == [
        (10, None),
        (6, "Trondheim"),
        (7, "Midtre Gauldal"),
    ]


def test_a_proposal_says_who_sits_there_and_why_the_other_follows(house: House) -> None:
    found = proposal(house, 6)
    assert (found.state, found.holder, found.held_to_on) == (
        SeatState.ENDING,
        "Skaun",
        date(2026, 12, 31),
    )
    assert (found.from_on, found.to_on) == (date(2027, 1, 1), date(2028, 12, 31))
    said = [Voice().say(reason) for reason in found.reasons]
    assert said == [
        "Det er lengst siden Trondheim kommune hadde tur (sist 31. desember 2022), av dem som er "
        "ledige.",
        "Trondheim kommune arver turene til Klæbu kommune fra før sammenslåingen.",
    ]


def test_candidates_are_compared(house: House) -> None:
    rows = {one.short: one for one in proposal(house, 6).candidates}
    assert set(rows) == {
        "Trondheim",
        "Malvik",
        "Stjørdal",
        "Melhus",
        "Skaun",
        "Midtre Gauldal",
        "Orkland",
        "Indre Fosen",
    }
    trondheim, malvik, skaun = rows["Trondheim"], rows["Malvik"], rows["Skaun"]
    assert (trondheim.years, trondheim.inherited_short) == (4.0, ("Klæbu",))
    assert trondheim.last_to_on == date(2022, 12, 31)
    assert [one.name for one in trondheim.people] == ["Tora Tangen"]
    assert malvik.last_hosted_on == date(2026, 3, 6)
    assert (skaun.sits_now, skaun.is_free, rows["Stjørdal"].is_free) == (True, True, False)


def test_another_day_is_judged_by_what_was_so_then(house: House) -> None:
    assert house.rotation.view(date(2026, 1, 10)).proposals[0].number == 10
    later = house.rotation.view(date(2027, 2, 1)).proposals
    assert [(one.number, one.from_on) for one in later if one.number in (6, 7)] == [
        (6, date(2027, 2, 1)),
        (7, date(2027, 2, 1)),
    ]


def test_a_body_without_rotating_seats_has_no_proposals(house: House) -> None:
    view = house.rotation.view(body="RR")
    assert (view.body_name, view.proposals) == ("Regionrådet", ())
    with refused("body_unknown"):
        house.rotation.view(body="XX")


def test_accepting_makes_the_term_and_can_be_undone(house: House) -> None:
    found = proposal(house, 6)
    done = house.edit.rotation.accept(found.seen(TODAY), found.candidates[0].people[0].id)
    assert Kind.TERM in done.changes.kinds
    term = terms_of(house, found.seat_id)[-1]
    assert (term.id, term.start_on, term.end_on) == (done.id, date(2027, 1, 1), date(2029, 1, 1))
    assert (term.institution_id, term.override_reason) == (found.institution_id, "")
    assert [one.number for one in house.rotation.view().proposals] == [10, 7]
    following = house.roster.members(date(2027, 6, 1))[5]
    assert following.person is not None
    assert following.person.name == "Tora Tangen"
    assert Voice().say(house.history.next_undo().what) == "Godtok forslaget fra rotasjonen"  # type: ignore[union-attr]
    house.history.undo_last()
    assert proposal(house, 6) == found
    house.history.redo_last()
    assert [one.number for one in house.rotation.view().proposals] == [10, 7]


def test_the_person_can_be_named_later(house: House) -> None:
    found = proposal(house, 7)
    house.edit.rotation.accept(found.seen(TODAY))
    assert terms_of(house, found.seat_id)[-1].person_id is None


def test_accepting_one_does_not_disturb_the_other(house: House) -> None:
    first, second = proposal(house, 6), proposal(house, 7)
    house.edit.rotation.accept(first.seen(TODAY))
    house.edit.rotation.accept(second.seen(TODAY))
    assert [one.number for one in house.rotation.view().proposals] == [10]


def test_a_proposal_that_has_changed_is_not_taken_unseen(house: House) -> None:
    seen = proposal(house, 7).seen(TODAY)
    with writing(house.desk) as work:
        # Somebody gives Midtre Gauldal another seat meanwhile.
        a_member(
            work.session,
            10,
            "Ny Leder",
            "Midtre Gauldal",
            start_on=date(2026, 11, 23),
            end_on=date(2028, 1, 1),
        )
    before = terms_of(house, seen.seat_id)
    with refused("proposal_changed"):
        house.edit.rotation.accept(seen)
    with refused("proposal_changed"):
        house.edit.rotation.take_another(seen, seen.institution_id or 0, "Fordi")
    assert len(terms_of(house, seen.seat_id)) == len(before)
    assert proposal(house, 7).institution_short == "Orkland"


def test_accepting_twice_is_told(house: House) -> None:
    seen = proposal(house, 6).seen(TODAY)
    house.edit.rotation.accept(seen)
    with refused("proposal_changed"):
        house.edit.rotation.accept(seen)


def test_a_seat_that_is_no_more_is_told(house: House) -> None:
    with refused("seat_gone"):
        house.edit.rotation.accept(replace(proposal(house, 6).seen(TODAY), seat_id=9_999))


def test_a_person_that_is_no_more_is_told(house: House) -> None:
    with refused("person_gone"):
        house.edit.rotation.accept(proposal(house, 6).seen(TODAY), 9_999)
    assert proposal(house, 6).institution_short == "Trondheim"


def test_another_is_taken_with_its_reason(house: House) -> None:
    found = proposal(house, 6)
    orkland = next(one for one in found.candidates if one.short == "Orkland")
    why = "Trondheim ba om å vente til høsten."
    house.edit.rotation.take_another(found.seen(TODAY), orkland.institution_id, f"  {why}\n")
    term = terms_of(house, found.seat_id)[-1]
    assert (term.institution_id, term.override_reason) == (orkland.institution_id, why)
    assert proposal(house, 7).institution_short == "Trondheim"


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_another_is_not_taken_without_a_reason(house: House, reason: str) -> None:
    found = proposal(house, 6)
    orkland = next(one for one in found.candidates if one.short == "Orkland")
    with refused("override_reason_missing"):
        house.edit.rotation.take_another(found.seen(TODAY), orkland.institution_id, reason)


def test_one_who_is_not_free_or_no_candidate_is_not_taken(house: House) -> None:
    found = proposal(house, 6)
    stjordal = next(one for one in found.candidates if one.short == "Stjørdal")
    with refused("candidate_not_free"):
        house.edit.rotation.take_another(found.seen(TODAY), stjordal.institution_id, "Fordi")
    with refused("institution_unknown"):
        house.edit.rotation.take_another(found.seen(TODAY), 9_999, "Fordi")


def test_a_seat_that_is_chosen_freely_has_candidates_but_no_proposal(house: House) -> None:
    found = proposal(house, 10)
    assert found.is_free_choice
    assert found.institution is None
    assert [Voice().say(reason) for reason in found.reasons] == ["NAT velger hvem som skal overta."]
    with refused("nobody_proposed"):
        house.edit.rotation.accept(found.seen(TODAY))
    chosen = next(one for one in found.candidates if one.is_free)
    house.edit.rotation.take_another(found.seen(TODAY), chosen.institution_id, "")
    assert terms_of(house, found.seat_id)[-1].institution_id == chosen.institution_id


def test_seats_that_are_carried_over_are_proposed_for(house: House) -> None:
    with writing(house.desk) as work:
        for rules in the_body(work.session).rules:
            rules.seats_carried_over = True
    found = {one.number: one for one in house.rotation.view(date(2027, 2, 1)).proposals}
    assert (found[6].state, found[6].holder) == (SeatState.CARRIED_OVER, "Skaun")


def test_the_overview_names_the_proposed_in_short(house: House) -> None:
    named = [one.proposed for one in house.overview.view().ending_seats if one.proposed]
    assert named == ["Trondheim", "Midtre Gauldal"]
