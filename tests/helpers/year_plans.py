"""A small council with a year behind it, for tests of planning the next one."""

from __future__ import annotations

from datetime import date

from app.domain.vocabulary import MeetingStatus
from app.models import Term
from app.services.house import House
from tests.helpers.council import a_meeting, a_member, the_body, the_institution, writing

LAST_YEAR = {
    "NR": (date(2026, 1, 23), date(2026, 4, 16), date(2026, 6, 11), date(2026, 12, 4)),
    "RR": (date(2026, 2, 13), date(2026, 6, 19), date(2026, 12, 18)),
    "NA": (date(2026, 4, 27), date(2026, 10, 26)),
}
HOSTS = ("Malvik", "Skaun")


def arrange_last_year(house: House) -> None:
    """Næringsrådet, Regionrådet and Næringsapparatet met in 2026; Kari sits in the two first."""
    with writing(house.desk) as work:
        session = work.session
        for code, days in LAST_YEAR.items():
            for number, on in enumerate(days, start=1):
                host = the_institution(session, HOSTS[number - 1]) if code == "NA" else None
                a_meeting(
                    session,
                    body_id=the_body(session, code).id,
                    number=number,
                    held_on=on,
                    start_time="10:00" if code == "RR" else "09:00",
                    end_time="13:00" if code == "RR" else "11:30",
                    place=host.meeting_place if host is not None else "Trondheim rådhus",
                    host_id=host.id if host is not None else None,
                    status=MeetingStatus.PLANNED,
                )
        kari = a_member(session, 6, "Kari Berg", "Melhus")
        seat = a_member(session, 1, "Ola Lie", "Trondheim", body="RR")
        term = session.get_one(Term, seat.id)
        term.person_id = kari.person_id
