"""A council whose gatherings have gone round, for tests of hosts; everything is fictitious."""

from __future__ import annotations

from datetime import date

from app.domain.vocabulary import MeetingStatus
from app.i18n.voice import Voice
from app.models import Meeting
from app.services.hosting.facts import HostTurnRow, RoundView, SeenHost
from app.services.house import House
from tests.helpers.council import a_meeting, the_body, the_institution, writing

PAST: tuple[tuple[date, str], ...] = (
    (date(2023, 4, 24), "Orkland"),
    (date(2023, 10, 23), "Trondheim"),
    (date(2024, 4, 22), "Midtre Gauldal"),
    (date(2024, 10, 28), "Melhus"),
    (date(2025, 4, 28), "Stjørdal"),
    (date(2025, 10, 27), "Indre Fosen"),
    (date(2026, 4, 27), "Malvik"),
    (date(2026, 10, 26), "Skaun"),
)
SPRING, AUTUMN = date(2027, 4, 26), date(2027, 10, 25)


def arrange_round(house: House) -> None:
    """Eight gatherings that were held, one host each, and two that are planned without a host."""
    with writing(house.desk) as work:
        body = the_body(work.session, "NA").id
        numbers: dict[int, int] = {}
        for on, host in (*PAST, (SPRING, ""), (AUTUMN, "")):
            numbers[on.year] = numbers.get(on.year, 0) + 1
            place = the_institution(work.session, host) if host else None
            a_meeting(
                work.session,
                body_id=body,
                year=on.year,
                number=numbers[on.year],
                held_on=on,
                host_id=place.id if place is not None else None,
                place=place.meeting_place if place is not None else "",
                status=MeetingStatus.HELD if host else MeetingStatus.PLANNED,
            )


def hosts(view: RoundView) -> list[str | None]:
    """Who hosts the turns to come, in short."""
    return [turn.host_short for turn in view.coming]


def turn_on(house: House, on: date) -> HostTurnRow:
    """The turn of a day."""
    return next(turn for turn in house.hosting.view(ahead=12).turns if turn.on == on)


def seen(house: House, on: date) -> SeenHost:
    """The coming turn of a day, as the screen shows it."""
    found = turn_on(house, on).seen
    assert found is not None
    return found


def told(turn: HostTurnRow) -> list[str]:
    """Why, in words."""
    return [Voice().say(reason) for reason in turn.reasons]


def key_of(house: House, short: str) -> int:
    """An institution's key, by its short name."""
    with house.desk.reading() as session:
        return the_institution(session, short).id


def meeting_of(house: House, on: date) -> Meeting:
    """The gathering of a day."""
    from sqlalchemy import select

    with house.desk.reading() as session:
        query = select(Meeting).where(
            Meeting.body_id == the_body(session, "NA").id, Meeting.held_on == on
        )
        return session.scalars(query).one()
