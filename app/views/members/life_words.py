"""What a person's own page says of places, meetings and votes."""

from __future__ import annotations

from app.domain.vocabulary import AttendanceState, Group
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.privacy.life import MeetingLine, PersonLife, PlaceLine, VoteLine
from app.views.theme.tokens import Tone

SEAT = _("{title} ({body})")
DEPUTY = _("Vara for {title} ({body})")
OBSERVER = _("Observatør ({body})")
PLACES = {Group.MEMBER: SEAT, Group.DEPUTY: DEPUTY, Group.OBSERVER: OBSERVER}
STATES: dict[AttendanceState, Tone] = {
    AttendanceState.PRESENT: "ok",
    AttendanceState.APOLOGY: "warn",
    AttendanceState.ABSENT: "bad",
}
MEETING = _("{label} · {role:attendance_role}")
PRESIDED = _("{label} · {role:attendance_role}, ledet møtet")
VOTE = _("{number} {title}")
VOTE_ON = _("{number} {title}: {subject}")
SIDE = _("{present:tall} av {all:møte|møter}")


def place_line(one: PlaceLine, voice: Voice) -> str:
    """`Kommunedirektør (Næringsrådet)`, `Vara for …`, `Observatør (…)`."""
    return voice.fill(PLACES[one.group], title=one.title, body=one.body)


def meeting_line(one: MeetingLine, voice: Voice) -> str:
    """`NR-6-2026 · medlem`."""
    return voice.fill(PRESIDED if one.presided else MEETING, label=one.label, role=one.role)


def vote_line(one: VoteLine, voice: Voice) -> str:
    """`NR 12/26 Etablererfond: kommunens forslag`."""
    told = VOTE_ON if one.subject else VOTE
    return voice.fill(told, number=one.number, title=one.title, subject=one.subject).strip()


def meetings_side(life: PersonLife, voice: Voice) -> str:
    """`24 av 30 møter`."""
    if not life.meetings:
        return ""
    return voice.fill(SIDE, present=life.attended, all=len(life.meetings))
