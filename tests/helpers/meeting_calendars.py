"""A council whose meetings are taken out to other calendars."""

from __future__ import annotations

from typing import Any

import pytest

from app.documents.calendar.writer import write_ics
from app.domain.errors import UserError
from app.models import Meeting
from app.services.calendars.wish import CalendarWish
from app.services.house import House
from app.store.queries.council import the_council
from tests.helpers.calendar_files import ReadCalendar, Reader, lines_of
from tests.helpers.council import a_meeting, writing

LINK = "https://video.example/rådet?pwd=1,2"


def one_meeting(house: House, **facts: Any) -> int:
    with writing(house.desk) as work:
        return a_meeting(work.session, **facts).id


def set_facts(house: House, meeting_id: int, **facts: Any) -> None:
    with writing(house.desk) as work:
        meeting = work.session.get_one(Meeting, meeting_id)
        for name, value in facts.items():
            setattr(meeting, name, value)


def officer(house: House, email: str = "sekretær@rådet.example") -> None:
    with writing(house.desk) as work:
        council = the_council(work.session)
        council.officer_name, council.officer_email = "Kari Berg", email


def read_all(house: House, read: Reader, **wish: Any) -> ReadCalendar:
    data = write_ics(house.calendars.content(CalendarWish(**wish)))
    assert lines_of(data)
    return read(data)


def invitation(house: House, meeting_id: int) -> bytes:
    return write_ics(house.calendars.invitation(meeting_id).calendar)


def refused(act: Any, *arguments: Any, **more: Any) -> str:
    with pytest.raises(UserError) as told:
        act(*arguments, **more)
    return told.value.code
