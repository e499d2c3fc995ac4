"""Terms as the secretary edits them: one holder per seat at a time (R2–R7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.vocabulary import AttendanceRole, TermEnd
from app.models import Reopening
from app.services.changes import Kind
from app.services.editing.terms import FollowFields
from app.services.house import House
from tests.helpers.council import NOW, a_case, a_council, a_meeting, writing
from tests.helpers.store import refused
from tests.helpers.terms import (
    a_term,
    approved_meeting,
    person_id,
    seat_id,
    terms,
)

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


@pytest.fixture
def six(house: House) -> int:
    return seat_id(house, 6)


def add_kari(house: House, seat: int, **changes: object) -> tuple[int, int]:
    """Kari from Melhus for two years; the term's id and version."""
    fields = replace(a_term(house, "Melhus", "Kari Berg", FIRST, LAST), **changes)  # type: ignore[arg-type]
    done = house.edit.terms.add_term(seat, fields)
    return done.id, done.version


def codes(reasons: object) -> list[str]:
    return [one.code for one in reasons]  # type: ignore[attr-defined]


def past_the_service(house: House, statement: str) -> None:
    with house.desk.writing() as work:
        work.describe("try", "test")
        work.session.execute(text(statement))
        work.commit()


def test_a_term_has_holder_days_and_ranked_deputies(house: House, six: int) -> None:
    fields = a_term(house, "Melhus", "Kari Berg", FIRST, LAST, ("Ola Lie", "Eva Dahl"))
    done = house.edit.terms.add_term(six, fields)
    (line,) = house.seat_terms.seat(six).terms
    assert (line.id, line.institution, line.from_on, line.to_on) == (
        done.id,
        "Melhus kommune",
        FIRST,
        LAST,
    )
    assert [one.name for one in line.deputies] == ["Ola Lie", "Eva Dahl"]
    assert done.warnings == ()


@pytest.mark.parametrize(
    ("from_on", "to_on"),
    [
        (date(2026, 12, 31), None),
        (date(2024, 1, 1), FIRST),
        (date(2025, 6, 1), date(2025, 6, 1)),
        (date(2024, 1, 1), None),
    ],
)
def test_two_holders_at_a_time_are_refused_with_the_first_ones_name(
    house: House, six: int, from_on: date, to_on: date | None
) -> None:
    add_kari(house, six)
    with refused("seat_is_taken") as told:
        house.edit.terms.add_term(six, a_term(house, "Skaun", "Per Vik", from_on, to_on))
    assert told.error is not None
    assert told.error.params["holder"] == "Kari Berg"
    assert len(terms(house, six)) == 1


def test_the_file_refuses_too_when_the_service_is_passed_by(house: House, six: int) -> None:
    add_kari(house, six)
    for statement, why in (
        (
            "INSERT INTO term (seat_id, institution_id, start_on, override_reason, version)"
            f" SELECT {six}, institution_id, '2026-06-01', '', 1 FROM term",
            "term_overlap",
        ),
        ("UPDATE term SET end_on = start_on", "CHECK constraint failed"),
    ):
        with pytest.raises(Exception, match=why):
            past_the_service(house, statement)


def test_a_term_ends_after_it_begins_and_within_its_seats_life(house: House, six: int) -> None:
    with refused("period_ends_before_start"):
        house.edit.terms.add_term(six, a_term(house, "Melhus", None, LAST, FIRST))
    with refused("term_outside_seat"):
        house.edit.terms.add_term(six, a_term(house, "Melhus", None, date(1999, 12, 31)))
    assert terms(house, six) == []


def test_holder_is_no_deputy_and_nobody_is_one_twice(house: House, six: int) -> None:
    with refused("deputy_is_holder"):
        house.edit.terms.add_term(
            six, a_term(house, "Melhus", "Kari Berg", FIRST, LAST, ("Kari Berg",))
        )
    with refused("deputy_twice"):
        house.edit.terms.add_term(
            six, a_term(house, "Melhus", "Kari Berg", FIRST, LAST, ("Ola Lie", "Ola Lie"))
        )
    term, version = add_kari(house, six)
    with refused("deputy_is_holder"):
        house.edit.terms.set_deputies(term, [person_id(house, "Kari Berg")], version)


def test_what_is_unusual_is_told_and_stored(house: House, six: int) -> None:
    add_kari(house, six)
    seven = seat_id(house, 7)
    fields = a_term(house, "Melhus", "Kari Berg", FIRST, date(2027, 12, 31))
    odd = ["institution_sits_already", "holder_sits_already", "term_longer_than_seat"]
    assert codes(house.edit.terms.oddities(seven, fields)) == odd
    assert codes(house.edit.terms.add_term(seven, fields).warnings) == odd
    klaebu = a_term(house, "Klæbu", "Per Vik", FIRST, LAST, ("Kari Berg",))
    assert codes(house.edit.terms.oddities(seat_id(house, 8), klaebu)) == [
        "institution_not_there",
        "deputy_sits_already",
    ]
    ntnu = a_term(house, "NTNU", "Per Vik", FIRST, LAST)
    assert codes(house.edit.terms.oddities(seat_id(house, 8), ntnu)) == [
        "institution_of_other_kind"
    ]
    backwards = a_term(house, "NTNU", "Kari Berg", LAST, FIRST)
    assert house.edit.terms.oddities(six, backwards) == ()
    nowhere = replace(ntnu, institution_id=0)
    assert house.edit.terms.oddities(seat_id(house, 8), nowhere) == ()


def test_a_term_is_edited_and_a_stale_screen_is_refused(house: House, six: int) -> None:
    term, version = add_kari(house, six)
    fields = a_term(house, "Skaun", "Per Vik", FIRST, date(2025, 12, 31))
    done = house.edit.terms.edit_term(term, fields, version, because=TermEnd.LEFT)
    assert terms(house, six) == [("Per Vik", FIRST, date(2025, 12, 31), TermEnd.LEFT)]
    with refused("stale_version"):
        house.edit.terms.edit_term(term, fields, version)
    house.edit.terms.edit_term(
        term, replace(fields, to_on=None), done.version, because=TermEnd.LEFT
    )
    assert terms(house, six) == [("Per Vik", FIRST, None, None)]
    house.history.undo_last()
    assert terms(house, six) == [("Per Vik", FIRST, date(2025, 12, 31), TermEnd.LEFT)]


def test_a_term_ends_early_with_its_reason(house: House, six: int) -> None:
    term, version = add_kari(house, six)
    with refused("day_outside_term"):
        house.edit.terms.end_term(term, date(2027, 1, 1), TermEnd.LEFT, version)
    house.edit.terms.end_term(term, date(2026, 3, 31), TermEnd.LEFT, version)
    assert terms(house, six) == [("Kari Berg", FIRST, date(2026, 3, 31), TermEnd.LEFT)]
    assert house.roster.members(date(2026, 4, 1))[5].person is None


def test_another_follows_for_the_rest_of_the_term_and_one_undo_takes_it_back(
    house: House, six: int
) -> None:
    term, version = add_kari(house, six)
    before = terms(house, six)
    follow = FollowFields(
        from_on=date(2026, 4, 1),
        person_id=person_id(house, "Per Vik"),
        deputies=(person_id(house, "Ola Lie"),),
    )
    house.edit.terms.follow(term, follow, version)
    assert terms(house, six) == [
        ("Per Vik", date(2026, 4, 1), LAST, None),
        ("Kari Berg", FIRST, date(2026, 3, 31), TermEnd.LEFT),
    ]
    (now, _then) = house.seat_terms.seat(six).terms
    assert (now.institution, [one.name for one in now.deputies]) == ("Melhus kommune", ["Ola Lie"])
    house.history.undo_last()
    assert terms(house, six) == before


def test_a_follower_is_another_and_begins_in_the_term(house: House, six: int) -> None:
    term, version = add_kari(house, six)
    follow = FollowFields(from_on=date(2026, 4, 1), person_id=person_id(house, "Per Vik"))
    for fields, code in (
        (replace(follow, from_on=date(2027, 1, 1)), "day_outside_term"),
        (replace(follow, from_on=FIRST), "follows_from_the_start"),
        (replace(follow, person_id=person_id(house, "Kari Berg")), "follower_is_the_same"),
        (replace(follow, institution_id=99_999), "institution_unknown"),
    ):
        with refused(code):
            house.edit.terms.follow(term, fields, version)


def test_deputies_are_ranked_anew(house: House, six: int) -> None:
    term, version = add_kari(house, six)
    ola, eva = person_id(house, "Ola Lie"), person_id(house, "Eva Dahl")
    done = house.edit.terms.set_deputies(term, [ola, eva], version)
    again = house.edit.terms.set_deputies(term, [eva, ola], done.version)
    assert [one.name for one in house.seat_terms.seat(six).terms[0].deputies] == [
        "Eva Dahl",
        "Ola Lie",
    ]
    assert house.edit.terms.set_deputies(term, [eva, ola], again.version).entry is None
    with refused("stale_version"):
        house.edit.terms.set_deputies(term, [], version)
    house.history.undo_last()
    assert [one.name for one in house.seat_terms.seat(six).terms[0].deputies] == [
        "Ola Lie",
        "Eva Dahl",
    ]


def test_a_mistake_is_removed_with_its_deputies_and_comes_back(house: House, six: int) -> None:
    term, _version = add_kari(house, six, deputies=(person_id(house, "Ola Lie"),))
    house.edit.terms.remove_term(term)
    assert terms(house, six) == []
    with refused("term_gone"):
        house.edit.terms.remove_term(term)
    house.history.undo_last()
    (line,) = house.seat_terms.seat(six).terms
    assert [one.name for one in line.deputies] == ["Ola Lie"]


def test_a_term_that_stands_in_a_roll_call_is_not_removed(house: House, six: int) -> None:
    term, _version = add_kari(house, six)
    approved_meeting(house, date(2026, 2, 6), seat=six, attended="Kari Berg", is_approved=False)
    with refused("term_in_minutes"):
        house.edit.terms.remove_term(term)


def test_a_term_that_was_called_is_not_removed(house: House, six: int) -> None:
    term, _version = add_kari(house, six)
    open_seat, _version = add_kari(house, seat_id(house, 7), person_id=None)
    with writing(house.desk) as work:
        meeting = a_meeting(work.session)
        a_case(work.session, meeting)
        key = meeting.id
    house.meetings.publish(key, reason="Klar.")
    with refused("term_was_called"):
        house.edit.terms.remove_term(term)
    house.edit.terms.remove_term(open_seat)


def test_who_sat_under_approved_minutes_stays(house: House, six: int) -> None:
    term, version = add_kari(house, six)
    approved_meeting(house, date(2026, 2, 6))
    edit = house.edit.terms
    with refused("seat_under_approved"):
        edit.end_term(term, date(2026, 2, 5), TermEnd.LEFT, version)
    with refused("seat_under_approved"):
        edit.edit_term(term, a_term(house, "Melhus", "Per Vik", FIRST, LAST), version)
    with refused("seat_under_approved"):
        edit.follow(
            term,
            FollowFields(from_on=date(2026, 2, 1), person_id=person_id(house, "Per Vik")),
            version,
        )
    with refused("seat_under_approved"):
        edit.remove_term(term)
    with refused("seat_under_approved"):
        edit.add_term(seat_id(house, 7), a_term(house, "Skaun", "Per Vik", FIRST, LAST))
    edit.end_term(term, date(2026, 2, 6), TermEnd.LEFT, version)


def test_minutes_that_were_opened_again_are_not_in_the_way(house: House, six: int) -> None:
    term, version = add_kari(house, six)
    approved_meeting(house, date(2026, 2, 6))
    with writing(house.desk) as work:
        work.session.add(
            Reopening(approval_sequence=1, opened_at=NOW, opened_by="Kari", reason="Feil.")
        )
    house.edit.terms.end_term(term, date(2026, 2, 5), TermEnd.LEFT, version)


def test_a_deputy_who_met_in_approved_minutes_stays(house: House, six: int) -> None:
    ola, eva = person_id(house, "Ola Lie"), person_id(house, "Eva Dahl")
    term, version = add_kari(house, six, deputies=(ola, eva))
    approved_meeting(
        house, date(2026, 2, 6), seat=six, attended="Ola Lie", role=AttendanceRole.DEPUTY
    )
    with refused("deputy_under_approved"):
        house.edit.terms.set_deputies(term, [eva], version)
    house.edit.terms.set_deputies(term, [eva, ola], version)


def test_every_bodys_roster_is_kept_the_same_way(house: House) -> None:
    for body, number in (("RR", 2), ("AU", 3), ("KDF", 1), ("NA", 1), ("FS", 1)):
        seat = seat_id(house, number, body)
        view = house.seat_terms.seat(seat)
        start = max(view.from_on, date(2015, 1, 1))
        fields = a_term(house, "Trondheim", f"Person {body}", start, date(2016, 12, 31))
        house.edit.terms.add_term(seat, fields)
        assert house.roster.members(date(2016, 1, 1), body) != ()
        assert terms(house, seat)[0][0] == f"Person {body}"


def test_days_that_a_new_term_would_have(house: House, six: int) -> None:
    today = date(2026, 11, 23)
    assert house.seat_terms.seat(six).next_term(today) == (today, date(2028, 11, 22))
    add_kari(house, six)
    assert house.seat_terms.seat(six).next_term(today) == (
        date(2027, 1, 1),
        date(2028, 12, 31),
    )
    two = seat_id(house, 2)
    house.edit.terms.add_term(two, a_term(house, "NTNU", "Eva Dahl", FIRST))
    assert house.seat_terms.seat(two).next_term(today) == (today, None)


def test_history_tells_what_was_done(house: House, six: int) -> None:
    term, version = add_kari(house, six)
    house.edit.terms.end_term(term, date(2026, 3, 31), TermEnd.LEFT, version)
    assert [line.verb for line in house.history.of(Kind.TERM, six)] == ["end_term", "add_term"]
