"""A plan's reasons as sentences, the same in the window and on the command line (R22)."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.day_patterns import DayPattern
from app.domain.reasons import Reason
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.planning.facts import BodyDays, PlannedRow

NTH = {1: _("første"), 2: _("andre"), 3: _("tredje"), 4: _("fjerde"), -1: _("siste")}
USUAL_DAY = _("{nth} {weekday} i {month}")
OWN_DAYS, LIKE_YEAR = _("Faste dager"), _("Som i {year}")
NO_DAYS = _("Ingen dager å gå ut fra")


def moved(row: PlannedRow, voice: Voice) -> str | None:
    """`Flyttet fra torsdag 6. mai: dagen er Kristi himmelfartsdag.`; None where it was not."""
    if not row.moved:
        return None
    why = voice.formats.names(voice.say(reason) for reason in row.moved)
    return voice.say(Reason("day_moved_from", from_on=row.nominal_on, why=why))


def warnings(reasons: Iterable[Reason], voice: Voice) -> str | None:
    """`Dagen er inneklemt og Regionrådet har møte samme dag.`; None for none."""
    said = [voice.say(reason) for reason in reasons]
    return f"{capital(voice.formats.names(said))}." if said else None


def usual_day(pattern: DayPattern, voice: Voice) -> str:
    """`andre fredag i juni`."""
    return voice.fill(
        USUAL_DAY,
        nth=voice.word(NTH[pattern.nth]),
        weekday=voice.formats.name_of_weekday(pattern.weekday),
        month=voice.formats.name_of_month(pattern.month),
    )


def usual_days(body: BodyDays, voice: Voice) -> str:
    """All of a body's days as a list."""
    return capital(voice.formats.names(usual_day(day, voice) for day in body.days))


def where_from(body: BodyDays, voice: Voice) -> str:
    """Whether the user chose the days, or they are those of an earlier year."""
    if not body.days:
        return voice.word(NO_DAYS)
    if body.from_year is None:
        return voice.word(OWN_DAYS)
    return voice.fill(LIKE_YEAR, year=body.from_year)
