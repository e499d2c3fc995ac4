"""What the rotation's cards and their tables say."""

from __future__ import annotations

from datetime import date

from app.domain.collation import alphabetical
from app.domain.vocabulary import SeatState
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.rotation import CandidateRow, RotationView, SeatProposal
from app.views.members.rows import Shown
from app.views.members.words import STATES, period
from app.views.theme.tokens import Tone
from app.views.widgets.table_model import Cell, Column

LATER = _("Navngis senere")
NOBODY_SITS = _("Plassen er ledig.")
SITS_TO = _("{holder} har plassen til og med {last:dato}.")
CARRIED = _("{holder} sitter inntil videre.")
APPOINTED_BY = _("Oppnevnes av {who}.")
PROPOSED = _("Forslag: {name}")
NOBODY = _("Ingen forslag")
NOTHING_TO_FILL = _(
    "Ingen roterende plasser i {body} er ledige eller går ut de neste {days:dag|dager}. Når en "
    "periode nærmer seg slutten, står forslaget til etterfølger her, med begrunnelse."
)
CHOICES: dict[str, tuple[str, Tone]] = {
    "proposed": (_("foreslått"), "accent"),
    "taken": (_("opptatt"), "warn"),
    "sits": (_("sitter nå"), "neutral"),
    "free": (_("kan velges"), "ok"),
}
_CHOICE_ORDER = tuple(CHOICES)


def title(one: SeatProposal, voice: Voice) -> str:
    """`Plass 6: Kommunedirektør`."""
    return voice.fill(_("Plass {number:tall}: {title}"), number=one.number, title=one.title)


def days(one: SeatProposal, voice: Voice) -> str:
    """The proposed term, both days inclusive."""
    return period(one.from_on, one.to_on, voice)


def state(one: SeatProposal, voice: Voice) -> tuple[str, Tone]:
    """How the seat stands today."""
    word, tone = STATES[one.state]
    return voice.word(word), tone


def now(one: SeatProposal, voice: Voice) -> str:
    """Who has the seat today, and who names the next."""
    if one.holder is None or one.state is SeatState.VACANT:
        first = voice.word(NOBODY_SITS)
    elif one.state is SeatState.CARRIED_OVER or one.held_to_on is None:
        first = voice.fill(CARRIED, holder=one.holder)
    else:
        first = voice.fill(SITS_TO, holder=one.holder, last=one.held_to_on)
    who = voice.fill(APPOINTED_BY, who=one.appointed_by) if one.appointed_by else ""
    return f"{first} {who}".strip()


def headline(one: SeatProposal, voice: Voice) -> str:
    """`Forslag: Malvik`."""
    if one.institution_short is None:
        return voice.word(NOBODY)
    return voice.fill(PROPOSED, name=one.institution_short)


def why(one: SeatProposal, voice: Voice) -> str:
    """Every reason, as sentences."""
    return " ".join(voice.say(reason) for reason in one.reasons)


def nothing_to_fill(view: RotationView, voice: Voice) -> str:
    """What an empty tab teaches."""
    return voice.fill(NOTHING_TO_FILL, body=view.body_name, days=view.notice_days)


def candidate_columns(voice: Voice, seat: SeatProposal) -> tuple[Shown[CandidateRow], ...]:
    """What the candidates are compared by."""
    word = voice.word

    def standing(row: CandidateRow) -> str:
        if row.institution_id == seat.institution_id:
            return "proposed"
        if not row.is_free:
            return "taken"
        return "sits" if row.sits_now else "free"

    def chip(row: CandidateRow) -> Cell:
        text, tone = CHOICES[standing(row)]
        return Cell(voice.word(text), tone=tone)

    return (
        Shown(
            Column("institution", word(_("Kandidat")), grows=True),
            lambda row: Cell(row.institution, strong=row.institution_id == seat.institution_id),
        ),
        Shown(
            Column("state", word(_("Nå")), 104),
            chip,
            lambda row: (_CHOICE_ORDER.index(standing(row)), alphabetical(row.institution)),
        ),
        Shown(
            Column("last", word(_("Sist i organet")), 132),
            lambda row: _last(row, voice),
            lambda row: (row.last_to_on or date.min, alphabetical(row.institution)),
        ),
        Shown(
            Column("years", word(_("Til sammen")), 92),
            lambda row: Cell(voice.formats.years(row.days)),
            lambda row: (row.days, alphabetical(row.institution)),
        ),
        Shown(
            Column("inherited", word(_("Arver fra")), 130),
            lambda row: Cell(", ".join(row.inherited_short), ink="muted"),
        ),
        Shown(
            Column("hosted", word(_("Vertskap sist")), 132),
            lambda row: Cell(_month(row.last_hosted_on, voice), ink="muted"),
            lambda row: (row.last_hosted_on or date.min, alphabetical(row.institution)),
        ),
    )


NEVER, WITHOUT_END = _("aldri"), _("uten sluttdato")


def _last(row: CandidateRow, voice: Voice) -> Cell:
    if row.last_from_on is None:
        return Cell(voice.word(NEVER), ink="muted")
    if row.last_to_on is None:
        return Cell(voice.word(WITHOUT_END))
    return Cell(voice.formats.short_date(row.last_to_on))


def _month(on: date | None, voice: Voice) -> str:
    return "" if on is None else voice.formats.month(on)


def people(row: CandidateRow | None, voice: Voice) -> list[tuple[object, str]]:
    """Whom to choose among: nobody yet, then each with the title that they have there."""
    holders = row.people if row is not None else ()
    return [
        (None, voice.word(LATER)),
        *((one.id, f"{one.name}, {one.title}" if one.title else one.name) for one in holders),
    ]


def likely(row: CandidateRow | None) -> int:
    """Which of `people` is chosen at first: the one who leads, or the only one there is."""
    holders = row.people if row is not None else ()
    leaders = [one for one in holders if one.leads]
    return 1 if len(leaders) == 1 or len(holders) == 1 else 0
