"""The list of how seats use their deputies: shown, never blocked (R4, R33)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.deputies import DeputySeat, UseRow
from app.views.members.rows import Shown
from app.views.widgets.table_model import Cell, Column

USE = _("{vara:liste} for {member}")
USE_OF_VACANT = _("{vara:liste}")
WHERE = _("{meeting} · {why}")
IN_ALL = _("Vara er brukt {n:gang|ganger} i alt, {recent:tall} av dem de siste tolv månedene.")
NEVER = _("Plassen har aldri brukt vara.")


def deputy_columns(voice: Voice, on: Callable[[], date]) -> tuple[Shown[DeputySeat], ...]:
    """Seat, member, deputies, and how often one was used, this year, last year and in all."""
    word = voice.word
    return (
        Shown(
            Column("title", word(_("Plass")), grows=True),
            lambda row: Cell(row.title, strong=True),
            lambda row: row.number,
        ),
        Shown(Column("member", word(_("Medlem")), grows=True), lambda row: Cell(row.member or "")),
        Shown(
            Column("deputies", word(_("Vara nå")), grows=True),
            lambda row: Cell(
                voice.formats.names(one.name for one in row.deputies) if row.deputies else "",
                ink="muted",
            ),
        ),
        Shown(
            Column("this", word(_("Dette året")), 92),
            lambda row: _count(row.by_year.get(on().year, 0), voice),
            lambda row: row.by_year.get(on().year, 0),
        ),
        Shown(
            Column("last", word(_("Året før")), 92),
            lambda row: _count(row.by_year.get(on().year - 1, 0), voice),
            lambda row: row.by_year.get(on().year - 1, 0),
        ),
        Shown(
            Column("total", word(_("I alt")), 72),
            lambda row: _count(row.total, voice),
            lambda row: row.total,
        ),
        Shown(
            Column("latest", word(_("Sist brukt")), 110),
            lambda row: Cell(
                voice.formats.numeric_date(row.uses[0].held_on) if row.uses else "", ink="muted"
            ),
            lambda row: row.uses[0].held_on if row.uses else date.min,
        ),
    )


def use_line(use: UseRow, voice: Voice) -> str:
    """`Ola Lie for Kari Berg`."""
    return voice.fill(USE if use.member else USE_OF_VACANT, vara=use.deputies, member=use.member)


def use_side(use: UseRow, voice: Voice) -> str:
    """`NR-3-2025 · Forfall: sykdom`, or the plain word where no reason was written."""
    why = use.reason or use.apology or capital(voice.label("why_deputy", use.why))
    return voice.fill(WHERE, meeting=use.meeting, why=why)


def use_summary(row: DeputySeat, on: date, voice: Voice) -> str:
    """How often in all, and lately."""
    if not row.uses:
        return voice.word(NEVER)
    recent = sum((on - use.held_on).days <= 365 for use in row.uses)
    return voice.fill(IN_ALL, n=row.total, recent=recent)


def _count(n: int, voice: Voice) -> Cell:
    return Cell(voice.formats.number(n) if n else "–", ink="text" if n else "muted")
