"""What the lists of members say: their columns, cells and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from app.domain.collation import alphabetical
from app.domain.vocabulary import SeatState, Sector
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.people import InstitutionView, PersonRow, TakingPart
from app.services.person_seats import PersonSeat
from app.services.roster import ObserverRow, RosterView, SeatRow
from app.views.members.rows import Shown
from app.views.theme.tokens import Tone
from app.views.widgets.table_model import Cell, Column

NAMELESS = _("uten navn")
"""An institution has the seat, and has not said who sits there."""
STATES: dict[SeatState, tuple[str, Tone]] = {
    SeatState.FILLED: (_("besatt"), "ok"),
    SeatState.ENDING: (_("løper ut"), "warn"),
    SeatState.CARRIED_OVER: (_("inntil videre"), "warn"),
    SeatState.VACANT: (_("ledig"), "bad"),
}
PARTS: dict[TakingPart, tuple[str, Tone]] = {
    TakingPart.NOW: (_("deltar"), "ok"),
    TakingPart.LATER: (_("kommer"), "accent"),
    TakingPart.BEFORE: (_("tidligere"), "neutral"),
}
_PART_ORDER = tuple(PARTS)
SPARED = {"seats": ("sector",), "institutions": ("sector", "place"), "people": ("phone",)}
"""By list, the columns that give way in a narrow window."""

PERIOD = _("{first}–{last}")
SINCE = _("fra {first}")
LEFT = _("{title} (til {on:kortdato})")
APPOINTS = _("{who} oppnevner")
SEAT_IN = _("{title} ({body})")
DEPUTY_IN = _("Vara for {title} ({body})")
OBSERVES = _("Observatør ({body})")
IN_BODY = {"member": SEAT_IN, "deputy": DEPUTY_IN, "observer": OBSERVES}


def counts(view: RosterView, voice: Voice) -> str:
    """`10 plasser · 9 besatt · 8 vara · 14 observatører`."""
    return " · ".join(
        (
            voice.formats.plural(len(view.seats), "{n} plass", "{n} plasser"),
            voice.fill(_("{n:tall} besatt"), n=view.filled),
            voice.fill(_("{n:tall} vara"), n=view.deputies),
            voice.formats.plural(len(view.observers), "{n} observatør", "{n} observatører"),
        )
    )


def balance(view: RosterView, voice: Voice) -> str:
    """`Næringsliv 2 · FoU 2 · Offentlig 6`: information, never an error (R6)."""
    shares = view.balance
    order = (Sector.BUSINESS, Sector.RESEARCH, Sector.PUBLIC)
    return " · ".join(
        f"{voice.title_label('sector', sector)} {voice.formats.number(shares[sector])}"
        for sector in order
        if shares[sector]
    )


def period(first: date | None, last: date | None, voice: Voice) -> str:
    """`01.01.2025–31.12.2026`, both days inclusive; `fra 01.01.2025` while no end is set."""
    if first is None:
        return ""
    shown = voice.formats.numeric_date
    if last is None:
        return voice.fill(SINCE, first=shown(first))
    return voice.fill(PERIOD, first=shown(first), last=shown(last))


def seat_columns(voice: Voice) -> tuple[Shown[SeatRow], ...]:
    """The body's seats."""
    word = voice.word
    return (
        Shown(Column("title", word(_("Plass")), grows=True), _seat_title, lambda row: row.number),
        Shown(Column("holder", word(_("Navn")), grows=True), lambda row: _holder(row, voice)),
        Shown(
            Column("institution", word(_("Institusjon")), grows=True),
            lambda row: Cell(row.institution_short or "", ink="muted"),
        ),
        Shown(
            Column("deputies", word(_("Vara")), grows=True),
            lambda row: Cell(_names(row, voice), ink="muted"),
        ),
        Shown(Column("sector", word(_("Sektor")), 110), lambda row: sector(row.sector, voice)),
        Shown(
            Column("term", word(_("Periode")), 182),
            lambda row: Cell(period(row.from_on, row.to_on, voice)),
            lambda row: (row.from_on or date.max, row.number),
        ),
        Shown(Column("state", word(_("Status")), 100), lambda row: _state(row, voice)),
    )


def observer_columns(voice: Voice) -> tuple[Shown[ObserverRow], ...]:
    """Who observes the body."""
    word = voice.word
    return (
        Shown(
            Column("name", word(_("Navn")), grows=True),
            lambda row: Cell(row.person.name, strong=True),
        ),
        Shown(
            Column("institution", word(_("Institusjon")), grows=True),
            lambda row: Cell(row.institution),
        ),
        Shown(
            Column("email", word(_("E-post")), grows=True),
            lambda row: Cell(row.person.email, ink="muted"),
        ),
        Shown(
            Column("term", word(_("Periode")), 182),
            lambda row: Cell(period(row.from_on, row.to_on, voice)),
            lambda row: (row.from_on, alphabetical(row.person.name)),
        ),
    )


def institution_columns(voice: Voice, on: Callable[[], date]) -> tuple[Shown[InstitutionView], ...]:
    """Those that take part in the region's work."""
    word = voice.word
    return (
        Shown(Column("name", word(_("Navn")), grows=True), lambda row: Cell(row.name, strong=True)),
        Shown(
            Column("kind", word(_("Slag")), 140),
            lambda row: Cell(voice.title_label("institution_kind", row.kind)),
        ),
        Shown(Column("sector", word(_("Sektor")), 110), lambda row: sector(row.sector, voice)),
        Shown(
            Column("place", word(_("Møtested")), grows=True),
            lambda row: Cell(row.meeting_place, ink="muted"),
        ),
        Shown(
            Column("period", word(_("Deltar")), 182),
            lambda row: Cell(period(row.from_on, row.to_on, voice)),
            lambda row: (row.from_on, alphabetical(row.name)),
        ),
        Shown(
            Column("successor", word(_("Etterfølger")), grows=True),
            lambda row: Cell(row.successor or "", ink="muted"),
        ),
        Shown(
            Column("state", word(_("Status")), 96),
            lambda row: _part(row, on(), voice),
            lambda row: (_PART_ORDER.index(row.part_on(on())), alphabetical(row.name)),
        ),
    )


def in_order(rows: Iterable[InstitutionView], on: date) -> list[InstitutionView]:
    """Those that take part first, then those to come, then those that were."""
    return sorted(
        rows, key=lambda row: (_PART_ORDER.index(row.part_on(on)), alphabetical(row.name))
    )


def person_columns(voice: Voice) -> tuple[Shown[PersonRow], ...]:
    """Everyone, with their work contact details (R52)."""
    word = voice.word
    return (
        Shown(Column("name", word(_("Navn")), 150), lambda row: Cell(row.name, strong=True)),
        Shown(
            Column("position", word(_("Stilling")), grows=True), lambda row: _position(row, voice)
        ),
        Shown(
            Column("institution", word(_("Institusjon")), grows=True),
            lambda row: Cell(row.institution, ink="muted"),
        ),
        Shown(
            Column("seats", word(_("I rådet")), grows=True),
            lambda row: Cell(", ".join(sits_in(seat, voice) for seat in row.seats)),
        ),
        Shown(
            Column("email", word(_("E-post")), grows=True), lambda row: Cell(row.email, ink="muted")
        ),
        Shown(Column("phone", word(_("Telefon")), 100), lambda row: Cell(row.phone, ink="muted")),
    )


def _position(row: PersonRow, voice: Voice) -> Cell:
    """What somebody works as; what they no longer do says until when."""
    if row.left_on is None:
        return Cell(row.title)
    return Cell(voice.fill(LEFT, title=row.title, on=row.left_on), ink="muted")


def sits_in(seat: PersonSeat, voice: Voice) -> str:
    """`Kommunedirektør (Næringsrådet)`, `Vara for …`, `Observatør (…)`."""
    return voice.fill(IN_BODY[seat.group], title=seat.title, body=seat.body_name)


def sector(which: Sector, voice: Voice) -> Cell:
    """A sector's word, in the ink of its colour."""
    return Cell(voice.title_label("sector", which), ink=which.value)


def _seat_title(row: SeatRow) -> Cell:
    return Cell(row.title, strong=True)


def _holder(row: SeatRow, voice: Voice) -> Cell:
    """Who sits there, else who names the next."""
    if row.person is not None:
        return Cell(row.person.name)
    if row.institution is not None or not row.appointed_by:
        return Cell("")
    return Cell(capital(voice.fill(APPOINTS, who=row.appointed_by)), ink="muted")


def _names(row: SeatRow, voice: Voice) -> str:
    return voice.formats.names(one.name for one in row.deputies) if row.deputies else ""


def _part(row: InstitutionView, on: date, voice: Voice) -> Cell:
    word, tone = PARTS[row.part_on(on)]
    return Cell(voice.word(word), tone=tone)


def _state(row: SeatRow, voice: Voice) -> Cell:
    word, tone = STATES[row.state]
    if row.state is SeatState.FILLED and row.person is None:
        word, tone = NAMELESS, "warn"
    return Cell(voice.word(word), tone=tone)
