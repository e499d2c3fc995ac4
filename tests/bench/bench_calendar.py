"""The calendar of a council after many years, as a file for other calendars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.documents.calendar.writer import write_ics
from app.services.calendars.service import CalendarService
from app.services.calendars.wish import CalendarWish
from app.services.desk import Desk
from tests.bench.harness import Figure, Limit, at_most, bench, best_seconds
from tests.helpers.council import a_case, a_council, a_meeting, the_body, writing

YEARS, CASES, FIRST_YEAR = 20, 3, 2017
ORDINARY = {"NR": 8, "RR": 4, "AU": 4, "KDF": 3, "NA": 1}
"""Twenty meetings a year in five bodies, which is more than councils of the kind hold."""
BUSY = {"NR": 24, "RR": 12, "AU": 12, "KDF": 10, "NA": 2}
"""Sixty."""
MOST_SECONDS = 1.0


@bench
def calendar_file() -> Iterator[Figure]:
    """Read from the file and written, with agendas; the last line has no limit to keep."""
    yield from _council(ORDINARY, limit_with_deadlines=at_most(MOST_SECONDS))
    yield from _council(BUSY, limit_with_deadlines=None)


def _council(per_year: Mapping[str, int], limit_with_deadlines: Limit | None) -> Iterator[Figure]:
    with TemporaryDirectory() as folder, a_council(Path(folder) / "råd.rundgang") as desk:
        meetings = _fill(desk, per_year)
        service = CalendarService(desk)
        (alone, with_deadlines) = best_seconds(
            lambda: write_ics(service.content(CalendarWish())),
            lambda: write_ics(service.content(CalendarWish(with_deadlines=True))),
            rounds=3,
        )
    what = f"calendar file of {YEARS} years, {meetings} meetings"
    yield Figure(what, alone, "s", limit=at_most(MOST_SECONDS))
    yield Figure(f"{what} and their deadlines", with_deadlines, "s", limit=limit_with_deadlines)


def _fill(desk: Desk, per_year: Mapping[str, int]) -> int:
    """Meetings through the years with published agendas; answers how many."""
    made = 0
    with writing(desk) as work:
        for code, count in per_year.items():
            body = the_body(work.session, code)
            for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
                for number in range(1, count + 1):
                    on = date(year, 1, 5) + timedelta(days=(number - 1) * 350 // count)
                    meeting = a_meeting(
                        work.session,
                        body_id=body.id,
                        year=year,
                        number=number,
                        held_on=on,
                        agenda_version=1,
                    )
                    for _case in range(CASES):
                        a_case(work.session, meeting, texts={})
                    made += 1
    return made
