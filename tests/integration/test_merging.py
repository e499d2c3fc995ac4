"""Municipalities merge, and a whole body is renewed: each one deed with one undo (R2, R18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.merger_moves import Move
from app.domain.vocabulary import TermEnd
from app.models import Meeting
from app.services.editing.mergers import MergerFields, NewSuccessor
from app.services.editing.observers import ObserverFields
from app.services.editing.people import PositionFields
from app.services.editing.renewal import Holder, RenewalFields, SeatChoice
from app.services.house import House
from tests.helpers.council import a_council, a_meeting, writing
from tests.helpers.store import refused
from tests.helpers.terms import (
    a_term,
    approved_meeting,
    institution_id,
    person_id,
    seat_id,
    terms,
)

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
ON = date(2027, 1, 1)
EVE = date(2026, 12, 31)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def into(house: House, *ended: str, successor: str) -> MergerFields:
    return MergerFields(
        ended=tuple(institution_id(house, one) for one in ended),
        on=ON,
        successor_id=institution_id(house, successor),
    )


def snapshot(house: House) -> Any:
    """Everything that a merger may touch, as it is read."""
    return (
        house.people.institutions(),
        house.people.all(),
        [house.roster.view(day, body) for day in (EVE, ON) for body in ("NR", "RR", "KDF")],
    )


def test_the_seat_and_what_else_it_had_go_to_the_successor(house: House) -> None:
    six = seat_id(house, 6)
    term = house.edit.terms.add_term(six, a_term(house, "Skaun", "Per Vik", FIRST, LAST)).id
    nils, skaun = person_id(house, "Nils Moe"), institution_id(house, "Skaun")
    house.edit.observers.add_observer(
        "NR", ObserverFields(person_id=nils, institution_id=skaun, from_on=FIRST)
    )
    house.edit.people.add_position(
        nils, PositionFields(institution_id=skaun, title="Næringssjef", from_on=FIRST)
    )
    with writing(house.desk) as work:
        meeting = a_meeting(work.session, held_on=date(2027, 3, 5), year=2027, host_id=skaun).id
    fields = into(house, "Skaun", successor="Melhus")
    before = snapshot(house)
    shown = house.edit.mergers.preview(fields)
    assert (shown.ended, shown.successor) == (("Skaun kommune",), "Melhus kommune")
    (handed,) = [one for one in shown.moves if one.body == "Næringsrådet"]
    assert (handed.move, handed.seat, handed.person, handed.to_on) == (
        Move.HANDED,
        "Kommunedirektør",
        "Per Vik",
        LAST,
    )
    assert (shown.observers, shown.positions, shown.hosted) == (
        ("Nils Moe",),
        1,
        (date(2027, 3, 5),),
    )
    assert snapshot(house) == before
    house.edit.mergers.merge(replace(fields, people={term: person_id(house, "Kari Berg")}))
    assert terms(house, six) == [
        ("Kari Berg", ON, LAST, None),
        ("Per Vik", FIRST, EVE, TermEnd.MERGER),
    ]
    (skaun_now,) = [one for one in house.people.institutions() if one.id == skaun]
    assert (skaun_now.to_on, skaun_now.successor) == (EVE, "Melhus kommune")
    (observer,) = house.roster.observers(ON)
    assert (observer.person.name, observer.institution) == ("Nils Moe", "Melhus kommune")
    assert house.people.person(nils).positions[0].to_on == EVE
    with house.desk.reading() as session:
        assert session.get_one(Meeting, meeting).host_id == institution_id(house, "Melhus")
    house.history.undo_last()
    after = snapshot(house)
    assert after[0] == before[0]
    assert after[2] == before[2]


def test_where_the_successor_sits_the_seat_is_vacant_because_of_the_merger(house: House) -> None:
    six, seven = seat_id(house, 6), seat_id(house, 7)
    house.edit.terms.add_term(six, a_term(house, "Skaun", "Per Vik", FIRST, LAST))
    house.edit.terms.add_term(seven, a_term(house, "Melhus", "Kari Berg", FIRST, LAST))
    house.edit.mergers.merge(into(house, "Skaun", successor="Melhus"))
    assert terms(house, six) == [("Per Vik", FIRST, EVE, TermEnd.MERGER)]
    assert terms(house, seven) == [("Kari Berg", FIRST, LAST, None)]


def test_terms_to_come_go_over_or_fall_away(house: House) -> None:
    six, seven = seat_id(house, 6), seat_id(house, 7)
    later, last = date(2028, 1, 1), date(2029, 12, 31)
    house.edit.terms.add_term(six, a_term(house, "Skaun", "Per Vik", later, last, ("Ola Lie",)))
    house.edit.terms.add_term(seven, a_term(house, "Malvik", "Siri Aune", later, last))
    house.edit.mergers.merge(into(house, "Skaun", "Malvik", successor="Melhus"))
    assert terms(house, six) == [("Melhus kommune", later, last, None)]
    assert terms(house, seven) == []
    house.history.undo_last()
    assert terms(house, seven) == [("Siri Aune", later, last, None)]


def test_regionradets_own_chairs_close_where_the_successor_has_its_own(house: House) -> None:
    count = len(house.roster.members(EVE, "RR"))
    house.edit.mergers.merge(into(house, "Skaun", successor="Melhus"))
    now = house.roster.members(ON, "RR")
    assert len(now) == count - 3
    assert not any("Skaun" in row.title for row in now)
    assert len(house.roster.members(EVE, "RR")) == count


def test_a_new_municipality_inherits_the_chairs_of_one_with_its_name(house: House) -> None:
    count = len(house.roster.members(EVE, "RR"))
    fields = MergerFields(
        ended=(institution_id(house, "Skaun"), institution_id(house, "Melhus")),
        on=ON,
        new=NewSuccessor(name="Gauldal kommune", short_name="Gauldal", meeting_place="Melhus"),
    )
    moves = [one.move for one in house.edit.mergers.preview(fields).moves if "råd" in one.body]
    assert (moves.count(Move.INHERITED), moves.count(Move.CLOSED)) == (3, 3)
    house.edit.mergers.merge(fields)
    now = house.roster.members(ON, "RR")
    assert len(now) == count - 3
    assert sorted(
        row.title for row in now if "Gauldal" in row.title and "Midtre" not in row.title
    ) == [
        "Kommunedirektør i Gauldal",
        "Opposisjonsleder i Gauldal",
        "Ordfører i Gauldal",
    ]
    assert not any(row.title.endswith(("Skaun", "Melhus")) for row in now)
    (made,) = [one for one in house.people.institutions() if one.short_name == "Gauldal"]
    assert (made.from_on, made.meeting_place, made.kind.value) == (ON, "Melhus", "municipality")
    house.history.undo_last()
    assert not any(one.short_name == "Gauldal" for one in house.people.institutions())


def test_a_new_one_may_have_the_name_of_one_that_ends(house: House) -> None:
    fields = MergerFields(
        ended=(institution_id(house, "Skaun"), institution_id(house, "Melhus")),
        on=ON,
        new=NewSuccessor(name="Melhus kommune", short_name="Melhus"),
    )
    house.edit.mergers.merge(fields)
    assert institution_id(house, "Melhus") not in fields.ended


def test_mergers_that_cannot_be_are_told(house: House) -> None:
    good = into(house, "Skaun", successor="Melhus")
    trondheim, orkdal = institution_id(house, "Trondheim"), institution_id(house, "Orkdal")
    for fields, code in (
        (replace(good, ended=()), "merger_of_nobody"),
        (replace(good, ended=(orkdal,)), "merger_of_one_gone"),
        (replace(good, ended=(9999,)), "institution_unknown"),
        (replace(good, successor_id=good.ended[0]), "successor_is_itself"),
        (replace(good, successor_id=orkdal), "successor_not_there"),
        (replace(good, successor_id=None), "merger_without_successor"),
        (
            replace(good, successor_id=None, new=NewSuccessor(name="malvik kommune")),
            "institution_there_already",
        ),
    ):
        with refused(code):
            house.edit.mergers.preview(fields)
        with refused(code):
            house.edit.mergers.merge(fields)
    assert trondheim


def test_a_merger_leaves_approved_minutes_alone(house: House) -> None:
    six = seat_id(house, 6)
    house.edit.terms.add_term(six, a_term(house, "Skaun", "Per Vik", FIRST, LAST))
    approved_meeting(house, date(2026, 2, 6))
    fields = into(house, "Skaun", successor="Melhus")
    with refused("seat_under_approved"):
        house.edit.mergers.merge(replace(fields, on=date(2026, 2, 1)))
    house.edit.mergers.merge(fields)


def choices(house: House, *holders: tuple[int, Holder, str | None]) -> tuple[SeatChoice, ...]:
    return tuple(
        SeatChoice(
            seat_id=seat_id(house, number, "RR"),
            holder=holder,
            person_id=None if name is None else person_id(house, name),
        )
        for number, holder, name in holders
    )


def test_an_election_renews_the_body_in_one_deed(house: House) -> None:
    start, day = date(2023, 10, 1), date(2027, 10, 1)
    one, two, three, seven = (seat_id(house, number, "RR") for number in (1, 2, 3, 7))
    for seat, name in ((one, "Anne Ås"), (two, "Bo Dal"), (three, "Cato Ek")):
        place = "Trondheim"
        house.edit.terms.add_term(seat, a_term(house, place, name, start, None, ("Ola Lie",)))
    rows = {row.seat_id: row for row in house.edit.renewal.table("RR", day)}
    assert (rows[one].institution, rows[one].person) == ("Trondheim", "Anne Ås")
    assert rows[seven].institution != ""
    assert rows[seven].person == ""
    fields = RenewalFields(
        body="RR",
        from_on=day,
        to_on=date(2031, 9, 30),
        seats=choices(
            house,
            (1, Holder.KEPT, None),
            (2, Holder.REPLACED, "Dag Fosse"),
            (3, Holder.OPEN, None),
            (7, Holder.REPLACED, "Eli Gran"),
        ),
    )
    done = house.edit.renewal.renew(fields)
    eve, end = date(2027, 9, 30), date(2031, 9, 30)
    assert terms(house, one) == [
        ("Anne Ås", day, end, None),
        ("Anne Ås", start, eve, TermEnd.ELECTION),
    ]
    assert [one.name for one in house.seat_terms.seat(one).terms[0].deputies] == ["Ola Lie"]
    assert terms(house, two)[0] == ("Dag Fosse", day, end, None)
    assert house.seat_terms.seat(two).terms[0].deputies == ()
    assert terms(house, three)[0] == ("Trondheim kommune", day, end, None)
    assert terms(house, seven) == [("Eli Gran", day, end, None)]
    assert done.warnings == ()
    with refused("renewal_refused"):
        house.edit.renewal.renew(fields)
    house.history.undo_last()
    assert terms(house, one) == [("Anne Ås", start, None, None)]
    assert terms(house, seven) == []


def test_seats_that_cannot_be_renewed_say_why(house: House) -> None:
    six, seven = seat_id(house, 6), seat_id(house, 7)
    house.edit.terms.add_term(six, a_term(house, "Skaun", "Per Vik", date(2027, 6, 1)))
    rows = {row.seat_id: row for row in house.edit.renewal.table("NR", FIRST)}
    taken, ownerless = rows[six].problem, rows[seven].problem
    assert taken is not None
    assert taken.code == "renewal_seat_taken"
    assert ownerless is not None
    assert ownerless.code == "renewal_without_institution"
    with refused("renewal_of_nothing"):
        house.edit.renewal.renew(RenewalFields(body="NR", from_on=FIRST))
    other = SeatChoice(seat_id=seat_id(house, 1, "RR"), holder=Holder.OPEN)
    with refused("seat_gone"):
        house.edit.renewal.renew(RenewalFields(body="NR", from_on=FIRST, seats=(other,)))


def test_a_renewal_reaches_no_further_than_the_seat(house: House) -> None:
    house.edit.mergers.merge(into(house, "Skaun", successor="Melhus"))
    rows = house.edit.renewal.table("RR", FIRST)
    problems = {row.title: row.problem.code for row in rows if row.problem is not None}
    assert set(problems.values()) == {"renewal_outside_seat"}
    assert all("Skaun" in title for title in problems)


def test_one_who_is_put_in_two_seats_is_told(house: House) -> None:
    fields = RenewalFields(
        body="RR",
        from_on=FIRST,
        seats=choices(house, (1, Holder.REPLACED, "Eli Gran"), (7, Holder.REPLACED, "Eli Gran")),
    )
    done = house.edit.renewal.renew(fields)
    assert {one.code for one in done.warnings} == {"holder_sits_already"}


def test_a_merger_that_drops_the_newest_term_is_undone(house: House) -> None:
    """The heir's new term must not get the dropped one's key, or the log takes them for one."""
    eight, seven = seat_id(house, 8), seat_id(house, 7)
    house.edit.terms.add_term(eight, a_term(house, "Stjørdal", "Per Vik", FIRST, LAST))
    coming = date(2028, 12, 31)
    house.edit.terms.add_term(seven, a_term(house, "Malvik", "Nils Moe", ON, coming))
    before = snapshot(house)
    fields = MergerFields(
        ended=tuple(institution_id(house, one) for one in ("Malvik", "Stjørdal")),
        on=ON,
        new=NewSuccessor(name="Stjørvik kommune"),
    )
    house.edit.mergers.merge(fields)
    assert snapshot(house) != before
    house.history.undo_last()
    assert snapshot(house) == before
    house.history.redo_last()
    assert snapshot(house) != before
