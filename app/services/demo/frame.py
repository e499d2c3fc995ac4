"""The span of time that a demo covers, and its meetings' days, found by rule (R17–R24)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.deadlines import is_working_day
from app.domain.vocabulary import AttendanceMode, MeetingKind
from app.services.demo.dice import Dice
from app.services.holidays import is_holiday

MONDAY, TUESDAY, THURSDAY, FRIDAY = 0, 1, 3, 4
PATTERNS = {
    "NR": (
        (1, FRIDAY, 4),
        (4, THURSDAY, 3),
        (6, THURSDAY, 2),
        (9, FRIDAY, 2),
        (10, FRIDAY, 1),
        (12, FRIDAY, 1),
    ),
    "RR": ((2, FRIDAY, 2), (6, FRIDAY, 3), (9, FRIDAY, 4), (12, FRIDAY, 3)),
    "NA": ((4, MONDAY, 4), (10, MONDAY, 4)),
    "FS": ((11, THURSDAY, 3),),
}
"""Month, weekday and which of them in the month: the same pattern every year (R22)."""

NOTICE_DAYS = 11
"""From the demo's today to the coming meeting."""
HORIZON_DAYS = 90
"""How far ahead meetings are planned."""
SETTLED_DAYS = 14
"""How long ago a meeting was held, at least."""
BETWEEN_DAYS = 12
"""Minutes and papers fit between a body that recommends and the body that decides (R22)."""

PANDEMIC = (date(2020, 3, 12), date(2021, 9, 20))
_JULY = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """What span of years the demo covers."""

    dice: Dice

    @property
    def today(self) -> date:
        """The demo's own today."""
        return self.dice.today

    @property
    def first_year(self) -> int:
        """The first year; one that has hardly begun is not counted among the years."""
        return self.today.year - self.dice.years + (1 if self.today.month >= _JULY else 0)

    @property
    def start_on(self) -> date:
        """The first day."""
        return date(self.first_year, 1, 1)

    @property
    def coming_on(self) -> date:
        """The day of the coming meeting."""
        return _next_free(self.today + timedelta(days=NOTICE_DAYS))

    @property
    def has_pandemic(self) -> bool:
        """Whether the years hold the pandemic from before it until after its first spring."""
        return self.start_on < PANDEMIC[0] and self.today > date(2020, 12, 31)


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A meeting's day and kind; `number` runs within the body's year."""

    body: str
    on: date
    number: int = 0
    kind: MeetingKind = MeetingKind.ORDINARY
    mode: AttendanceMode = AttendanceMode.IN_PERSON
    is_coming: bool = False
    is_cancelled: bool = False
    moved_from: date | None = None

    @property
    def year(self) -> int:
        """The year that its number belongs to."""
        return self.on.year


def meeting_days(frame: Frame) -> tuple[MeetingDay, ...]:
    """Every meeting from the first year until the horizon, in the order they are held."""
    days = [*_ordinary(frame), *_specials(frame)]
    return tuple(sorted(_numbered(_by_video(days, frame)), key=lambda day: (day.on, day.body)))


def is_free(on: date) -> bool:
    """Whether a meeting may be held: no weekend, holiday, Easter week, July or Christmas."""
    if on.month == _JULY or (on.month, on.day) >= (12, 22) or (on.month, on.day) <= (1, 4):
        return False
    return is_working_day(on, is_holiday) and not _is_easter_week(on)


def _is_easter_week(on: date) -> bool:
    """Maundy Thursday and Good Friday are the only holidays that fall so."""
    thursday = on + timedelta(days=THURSDAY - on.weekday())
    return is_holiday(thursday) and is_holiday(thursday + timedelta(days=1))


def _next_free(on: date) -> date:
    while not is_free(on):
        on += timedelta(days=1)
    return on


def _pattern_day(year: int, month: int, weekday: int, which: int) -> date:
    """The day by the pattern, a week later where no meeting can be held."""
    first = date(year, month, 1)
    on = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    while not is_free(on):
        on += timedelta(days=7)
    return on


def _ordinary(frame: Frame) -> Iterator[MeetingDay]:
    last_on = frame.today + timedelta(days=HORIZON_DAYS)
    coming = MeetingDay("NR", frame.coming_on, is_coming=True)
    yield coming
    for body, pattern in PATTERNS.items():
        for year in range(frame.first_year, last_on.year + 1):
            if body == "FS" and year % 2 == 0:
                continue
            for month, weekday, which in pattern:
                found = _placed(body, _pattern_day(year, month, weekday, which), frame)
                if found is not None and found <= last_on:
                    yield MeetingDay(body, found)


def _placed(body: str, on: date, frame: Frame) -> date | None:
    """Where a pattern's day ends up beside today and the coming meeting; None for nowhere."""
    coming_on = frame.coming_on
    if body == "NR":
        is_apart = on < coming_on - timedelta(days=20) or on > coming_on + timedelta(days=27)
        return on if is_apart else None
    if on <= frame.today - timedelta(days=SETTLED_DAYS):
        return on
    if body == "RR" and on <= coming_on + timedelta(days=BETWEEN_DAYS):
        return _next_free(coming_on + timedelta(days=SETTLED_DAYS))
    return on if on > coming_on else None


def _specials(frame: Frame) -> Iterator[MeetingDay]:
    """One extraordinary meeting and one written procedure, where there are years enough."""
    if frame.dice.years < 3:
        return
    year = special_year(frame)
    extra, written = (
        (date(2020, 3, 26), date(2020, 4, 28))
        if frame.has_pandemic
        else (_pattern_day(year, 3, TUESDAY, 2), _pattern_day(year, 11, TUESDAY, 2))
    )
    remote = AttendanceMode.REMOTE
    mode = remote if frame.has_pandemic else AttendanceMode.IN_PERSON
    yield MeetingDay("NR", extra, kind=MeetingKind.EXTRAORDINARY, mode=mode)
    yield MeetingDay("NR", written, kind=MeetingKind.WRITTEN, mode=remote)


def special_year(frame: Frame) -> int:
    """The year that has the extraordinary meeting, the written procedure and the cancelled one."""
    return (
        PANDEMIC[0].year if frame.has_pandemic else frame.first_year + (frame.dice.years - 1) // 2
    )


def _by_video(days: Iterable[MeetingDay], frame: Frame) -> Iterator[MeetingDay]:
    """What happened to single meetings: held by video, cancelled, moved."""
    for day in days:
        if day.kind is not MeetingKind.ORDINARY or day.is_coming:
            yield day
            continue
        yield replace(_moved(day, frame), mode=_mode(day), is_cancelled=_is_cancelled(day, frame))


def _mode(day: MeetingDay) -> AttendanceMode:
    if PANDEMIC[0] <= day.on <= PANDEMIC[1]:
        is_between_waves = date(2020, 8, 15) <= day.on <= date(2020, 10, 15)
        return AttendanceMode.MIXED if is_between_waves else AttendanceMode.REMOTE
    if day.body == "NR" and day.on > PANDEMIC[1] and day.on.month == 4:
        return AttendanceMode.MIXED
    return AttendanceMode.IN_PERSON


def _is_cancelled(day: MeetingDay, frame: Frame) -> bool:
    return (
        frame.dice.years >= 3
        and day.body == "NR"
        and day.on.month == 4
        and day.on.year == special_year(frame)
        and day.on < frame.today
    )


def _moved(day: MeetingDay, frame: Frame) -> MeetingDay:
    """One meeting in September was moved a week, three years before the last."""
    is_the_one = day.body == "NR" and day.on.month == 9 and day.on.year == frame.today.year - 3
    if not is_the_one or frame.dice.years < 5 or not is_free(day.on + timedelta(days=6)):
        return day
    return replace(day, on=day.on + timedelta(days=6), moved_from=day.on)


def _numbered(days: Iterable[MeetingDay]) -> Iterator[MeetingDay]:
    counts: dict[tuple[str, int], int] = {}
    for day in sorted(days, key=lambda day: (day.on, day.body)):
        place = (day.body, day.year)
        counts[place] = counts.get(place, 0) + 1
        yield replace(day, number=counts[place])
