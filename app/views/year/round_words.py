"""The columns of the round's table, and the words of what can be done in it."""

from __future__ import annotations

from app.domain.collation import alphabetical
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.hosting import words
from app.services.hosting.facts import HostState, HostTurnRow
from app.views.members.rows import Shown
from app.views.theme.tokens import Tone
from app.views.widgets.table_model import Cell, Column

ROUND = _("Rundgangen")
PICTURE = _("Hvem har vært vert")
ACCEPT, ACCEPT_ALL = _("Godta forslaget"), _("Godta alle forslag")
SWAP, PASS = _("Bytt vert …"), _("Står over …")
ANOTHER, TAKE_BACK = _("Velg en annen …"), _("Ta tilbake «står over»")
OPEN, EXPORT, PRINT = _("Åpne møtet"), _("Eksporter …"), _("Skriv ut …")
ACCEPTED, ACCEPTED_ALL = _("{name} er vert {on:dato}."), _("{n:møte|møter} har fått vert.")
TAKEN_BACK = _("{name} står ikke lenger over {on:dato}.")

CHOOSE_ONE = _("Velg en tur i tabellen først.")
NO_MEETING = _("Det er ikke laget noe møte for denne turen ennå. Lag møtet først.")
CLOSED = _("Møtet er avholdt, så verten kan ikke endres.")
NOTHING_PROPOSED = _("Møtet har vert allerede.")
NOBODY_FREE = _("Ingen er foreslått. Velg hvem som skal være vert.")
NOTHING_OPEN = _("Ingen kommende møter mangler vert.")
NOBODY_PASSES = _("Ingen står over dette møtet.")
ONE_ONLY = _("Det må være to kommende møter med vert før noe kan byttes.")

_TONES: dict[HostState, Tone] = {
    HostState.HOSTED: "ok",
    HostState.AGREED: "accent",
    HostState.PROPOSED: "warn",
    HostState.AHEAD: "neutral",
    HostState.MISSING: "bad",
}


def columns(voice: Voice) -> tuple[Shown[HostTurnRow], ...]:
    """Turn, day, host, state and why."""
    word = voice.word

    def host(row: HostTurnRow) -> Cell:
        name = row.host or word(words.NOBODY)
        is_settled = row.state in (HostState.HOSTED, HostState.AGREED)
        return Cell(name, ink="text" if is_settled else "muted", strong=is_settled)

    return (
        Shown(
            Column("season", word(_("Tur")), 104),
            lambda row: Cell(words.season(row.season, voice)),
            lambda row: (row.season, row.on),
        ),
        Shown(
            Column("on", word(_("Dato")), 122),
            lambda row: Cell(voice.formats.short_date(row.on)),
            lambda row: row.on,
        ),
        Shown(
            Column("host", word(_("Vert")), 188),
            host,
            lambda row: alphabetical(row.host or ""),
        ),
        Shown(
            Column("state", word(_("Status")), 124),
            lambda row: Cell(words.state(row, voice), tone=_TONES[row.state]),
        ),
        Shown(
            Column("why", word(_("Hvorfor")), grows=True),
            lambda row: Cell(words.why(row, voice), ink="muted"),
        ),
    )


def turn_named(row: HostTurnRow, voice: Voice) -> str:
    """`Vår 2027, 26. april 2027: Orkland kommune`."""
    host = row.host or voice.word(words.NOBODY)
    return f"{words.season(row.season, voice)}, {voice.formats.date(row.on)}: {host}"
