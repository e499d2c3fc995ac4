"""A line of the agenda in the words of the list."""

from __future__ import annotations

from app.domain.vocabulary import StandingKind
from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice
from app.services.agendas import AgendaLine, AgendaView
from app.views.theme.tokens import Tone
from app.views.widgets.entries import Entry

LACKING = _("{n:mangel|mangler}")
EXEMPT = _("unntatt offentlighet")
APPROVAL = _("Godkjenning")
OF_LENGTH = _("{planned:varighet} av {length:varighet}")
TOO_LONG = _("{over:varighet} for mye")

APPROVALS = (StandingKind.APPROVE_NOTICE, StandingKind.APPROVE_MINUTES)

DIFFERENCES: dict[str, tuple[str, Tone]] = {
    "new": (_("ny"), "accent"),
    "changed": (_("endret"), "accent"),
    "withdrawn": (_("trukket"), "neutral"),
}


def entry_of(voice: Voice, line: AgendaLine) -> Entry:
    """How a line stands in the list."""
    return Entry(
        key=line.id,
        title=line.title,
        subtitle=_subtitle(voice, line),
        lead=_lead(line),
        side=voice.formats.duration(line.minutes) if line.minutes else "",
        mark=_mark(voice, line),
        is_heading=line.kind.value == "heading",
    )


def time_of(voice: Voice, view: AgendaView) -> tuple[str, bool]:
    """What the items take of the meeting's length, and whether that is too much."""
    over = view.planned_minutes - view.length_minutes
    words = voice.fill(OF_LENGTH, planned=view.planned_minutes, length=view.length_minutes)
    if over <= 0:
        return words, False
    return f"{words} · {voice.fill(TOO_LONG, over=over)}", True


def _lead(line: AgendaLine) -> str:
    if line.kind.value == "heading":
        return ""
    return line.number.split()[-1] if line.number else ABSENT


def _subtitle(voice: Voice, line: AgendaLine) -> str:
    parts = [
        voice.title_label("case_kind", line.case_kind.value) if line.case_kind else "",
        voice.formats.amount(line.amount) if line.amount else "",
        line.presenter or line.officer,
        *_standing(voice, line),
        voice.word(EXEMPT) if line.is_exempt else "",
    ]
    return " · ".join(part for part in parts if part)


def _standing(voice: Voice, line: AgendaLine) -> tuple[str, ...]:
    """What a standing item does, where that is more than its title says."""
    if line.standing_kind not in APPROVALS:
        return ()
    return (voice.word(APPROVAL), line.approves or "")


def _mark(voice: Voice, line: AgendaLine) -> tuple[str, Tone] | None:
    if line.difference is not None:
        word, tone = DIFFERENCES[line.difference.value]
        return voice.word(word), tone
    if line.is_withdrawn:
        word, tone = DIFFERENCES["withdrawn"]
        return voice.word(word), tone
    if line.findings:
        return voice.fill(LACKING, n=len(line.findings)), "bad" if line.is_blocked else "warn"
    return None
