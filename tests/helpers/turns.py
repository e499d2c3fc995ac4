"""A council whose rotating seats have a history, for tests of turns; the people are fictitious."""

from __future__ import annotations

from datetime import date

from app.models import Term
from app.services.house import House
from app.services.rotation import SeatProposal
from tests.helpers.council import a_meeting, a_member, a_person, the_institution, writing

HISTORY: tuple[tuple[int, str, int, int], ...] = (
    (6, "Melhus", 2021, 2023),
    (6, "Malvik", 2023, 2025),
    (6, "Skaun", 2025, 2027),
    (7, "Trondheim", 2021, 2023),
    (7, "Stjørdal", 2023, 2025),
    (7, "Melhus", 2025, 2027),
    (8, "Klæbu", 2018, 2020),
    (8, "Orkland", 2022, 2024),
    (8, "Malvik", 2024, 2026),
    (8, "Indre Fosen", 2026, 2028),
    (9, "Midtre Gauldal", 2022, 2024),
    (9, "Stjørdal", 2026, 2028),
)
"""Seat, institution, first year, and the year that the term ended."""


def arrange_turns(house: House) -> None:
    """Terms of ten years, somebody at Trondheim who could be named, and a meeting at Malvik."""
    with writing(house.desk) as work:
        for seat, place, first, end in HISTORY:
            name = f"Leder {place} {first}"
            start_on, end_on = date(first, 1, 1), date(end, 1, 1)
            a_member(work.session, seat, name, place, start_on=start_on, end_on=end_on)
        a_member(work.session, 1, "Marit Moe", "NiT", start_on=date(2020, 1, 1))
        trondheim = the_institution(work.session, "Trondheim")
        a_person(work.session, "Tora Tangen", trondheim, "Kommunedirektør")
        malvik = the_institution(work.session, "Malvik")
        a_meeting(work.session, number=1, held_on=date(2026, 3, 6), host_id=malvik.id)


def proposal(house: House, number: int, body: str | None = None) -> SeatProposal:
    """The proposal for a seat, today."""
    return next(one for one in house.rotation.view(body=body).proposals if one.number == number)


def terms_of(house: House, seat_id: int) -> list[Term]:
    """The terms of a seat, the oldest first."""
    from sqlalchemy import select

    with house.desk.reading() as session:
        query = select(Term).where(Term.seat_id == seat_id).order_by(Term.start_on)
        return list(session.scalars(query))
