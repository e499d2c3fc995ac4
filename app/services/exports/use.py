"""The use of deputies as two sheets: how often by seat and year, and each time (R4, R33).

Why a deputy was called is told in a word of ours: a reason for an apology is never printed (R34).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.content import Sheet
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.deputies import DeputySeat

MOST_YEARS = 12


def use_sheets(seats: Sequence[DeputySeat], voice: Voice) -> tuple[Sheet, Sheet]:
    """Counted, and one by one."""
    return _counted(seats, voice), _listed(seats, voice)


def _counted(seats: Sequence[DeputySeat], voice: Voice) -> Sheet:
    word = voice.word
    years = sorted({year for seat in seats for year in seat.by_year})[-MOST_YEARS:]
    return Sheet(
        title=word(_("Bruk av vara per år")),
        heading=word(_("Hvor ofte plassene har brukt vara")),
        columns=(
            word(_("Plass")),
            word(_("Medlem")),
            word(_("I alt")),
            *(str(year) for year in years),
        ),
        kinds=("text", "text", "integer", *("integer" for _year in years)),
        widths=(40, 26, 10, *(9 for _year in years)),
        rows=tuple(
            (
                f"{seat.number}. {seat.title}",
                seat.member,
                seat.total,
                *(seat.by_year.get(year, 0) for year in years),
            )
            for seat in seats
        ),
    )


def _listed(seats: Sequence[DeputySeat], voice: Voice) -> Sheet:
    word = voice.word
    return Sheet(
        title=word(_("Bruk av vara")),
        heading=word(_("Hver gang en plass har brukt vara")),
        columns=(
            word(_("Plass")),
            word(_("Møtedato")),
            word(_("Møte")),
            word(_("Vara")),
            word(_("For")),
            word(_("Hvorfor")),
        ),
        kinds=("text", "date", "text", "text", "text", "text"),
        widths=(40, 12, 14, 28, 26, 36),
        rows=tuple(
            (
                f"{seat.number}. {seat.title}",
                use.held_on,
                use.meeting,
                voice.formats.names(use.deputies),
                use.member or None,
                capital(voice.label("why_deputy", use.why)),
            )
            for seat in seats
            for use in seat.uses
        ),
    )
