"""A calendar file says the same to whoever reads it, whatever people typed (promise 12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from app.documents.calendar.content import Event, EventStatus, Invited, Method, Party
from app.documents.calendar.values import one_line, plain
from app.documents.calendar.writer import write_ics
from tests.helpers.calendar_files import READERS, ReadCalendar, a_calendar, an_event, lines_of

OSLO = ZoneInfo("Europe/Oslo")
Test = Callable[..., None]
TEXT = st.text(max_size=200)
HOSTILE = (
    "Hav, land; og \\ fjell",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x",
    "linje\vto\x0cog\x1ctre\x85fire\u2028fem\u2029seks\rsju",
    "\\n er ikke et linjeskift",
    "👩‍👩‍👧‍👦" * 20,
    "æøå" * 60,
    "\x00\x07\ud800\ufeff",
    '"sitat" ^ ^n ^\' : ; ,',
    "\\\\NTNU\\Norge\\nord, \\\\N\\",
    "C:\\\x00Nord",
    "^" * 74 + "\\" * 75,
)
FIRST, LAST = date(2017, 1, 1), date(2036, 12, 31)


def read_by_all(
    *events: Event, method: Method = Method.PUBLISH, name: str = "Møter"
) -> list[ReadCalendar]:
    data = write_ics(a_calendar(*events, method=method, name=name))
    assert lines_of(data)
    return [read(data) for read in READERS]


def hostile(test: Test) -> Test:
    """Every hostile text in every place, beside what is made up."""
    for text in HOSTILE:
        test = example(text, text, text, text)(test)
    return test


@hostile
@given(TEXT, TEXT, TEXT, TEXT)
def test_text_is_read_as_it_was_typed(title: str, place: str, words: str, name: str) -> None:
    event = an_event(title=title, place=place, description=words, category=f"x {title}")
    for found in read_by_all(event, name=name):
        assert found.name == plain(name)
        (read,) = found.events
        assert read.title == plain(title)
        assert read.place == plain(place)
        assert read.description == plain(words)
        assert read.categories == (one_line(f"x {title}".replace(",", " ")),)


@hostile
@given(TEXT, TEXT, TEXT, TEXT)
def test_names_are_read_as_they_were_typed(
    first: str, second: str, third: str, fourth: str
) -> None:
    names = [first, second, third, fourth]
    people = [Party(name, f"p{number}@melhus.example") for number, name in enumerate(names)]
    event = an_event(
        organizer=people[0],
        invited=tuple(Invited(one, is_optional=one is people[2]) for one in people[1:]),
    )
    for found in read_by_all(event, method=Method.REQUEST):
        (read,) = found.events
        assert read.organizer is not None
        assert [read.organizer.name, *(one.name for one in read.invited)] == [
            one_line(name) for name in names
        ]
        assert [one.role for one in read.invited] == [
            "REQ-PARTICIPANT",
            "OPT-PARTICIPANT",
            "REQ-PARTICIPANT",
        ]


@given(
    st.dates(FIRST, LAST),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.integers(1, 600),
)
def test_every_time_is_the_one_on_the_wall(on: date, at: time, minutes: int) -> None:
    starts = datetime.combine(on, at)
    ends = min(starts + timedelta(minutes=minutes), datetime.combine(on, time(23, 59)))
    for found in read_by_all(an_event(starts=starts, ends=ends)):
        (read,) = found.events
        for was, is_read in ((starts, read.starts), (ends, read.ends)):
            assert isinstance(is_read, datetime)
            assert is_read.replace(tzinfo=None) == was
            assert is_read.utcoffset() == was.replace(tzinfo=OSLO).utcoffset()


def test_nights_when_the_clock_is_changed_are_told_by_the_file_itself() -> None:
    """The zone that is written down agrees with the world's table, hour by hour, for 20 years."""
    data = write_ics(a_calendar(an_event()))
    written = vobject.readOne(data.decode()).vtimezone.tzinfo
    for year in range(FIRST.year, LAST.year + 1):
        for month in (1, 3, 7, 10, 12):
            for day in range(1, 29 if month == 2 else 32):
                for hour in (0, 1, 4, 9, 23):
                    at = datetime(year, month, day, hour)
                    expected = at.replace(tzinfo=OSLO).utcoffset()
                    assert at.replace(tzinfo=written).utcoffset() == expected, at


@given(st.dates(FIRST, LAST))
def test_a_day_is_a_whole_day_that_takes_no_time(on: date) -> None:
    for found in read_by_all(an_event(starts=on, ends=None)):
        (read,) = found.events
        assert (read.starts, read.ends, read.is_free) == (on, on + timedelta(days=1), True)
        assert not isinstance(read.starts, datetime)


@given(
    st.sampled_from(EventStatus),
    st.sampled_from(Method),
    st.integers(0, 10_000),
    st.text("abcæ/?&=%,;#[] ", max_size=40).map(lambda path: f"https://møte.example/{path}"),
)
def test_all_else_is_read_too(status: EventStatus, method: Method, version: int, link: str) -> None:
    event = an_event(status=status, sequence=version, link=link)
    for found in read_by_all(event, method=method):
        assert (found.method, found.version, found.scale) == (method, "2.0", "GREGORIAN")
        assert found.product == "-//Rundgang//Rundgang//NO"
        assert found.zones == ("Europe/Oslo",)
        (read,) = found.events
        assert (read.uid, read.sequence, read.status) == (event.uid, version, status)
        assert read.stamp == datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
        assert not read.is_free


def test_same_calendar_same_bytes() -> None:
    events = (an_event(), an_event(uid="x", starts=date(2026, 12, 1), ends=None))
    assert write_ics(a_calendar(*events)) == write_ics(a_calendar(*events))


def test_addresses_keep_to_their_line() -> None:
    """A domain with Norwegian letters is written as the net's own names have it."""
    typed = Party("Åse Bø", "åse@bø.example\r\nATTENDEE:mailto:x@y.example")
    event = an_event(organizer=typed, invited=(Invited(Party("Bo", "bo@bø.example")),))
    for found in read_by_all(event, method=Method.REQUEST):
        (read,) = found.events
        assert len(read.invited) == 1
        assert read.invited[0].email == "bo@xn--b-5ga.example"
