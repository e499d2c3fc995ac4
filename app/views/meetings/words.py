"""Words that the meetings' list and workspace share."""

from __future__ import annotations

from app.domain.vocabulary import AttendanceMode, MeetingKind, MeetingStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.meeting_steps import NextStep, Step
from app.views.theme.tokens import Tone

WHEN = _("{on:langdato} kl. {times}")

STATUS_TONES: dict[MeetingStatus, Tone] = {
    MeetingStatus.PLANNED: "neutral",
    MeetingStatus.NOTIFIED: "neutral",
    MeetingStatus.CALLED: "accent",
    MeetingStatus.ONGOING: "warn",
    MeetingStatus.HELD: "warn",
    MeetingStatus.MINUTES_OUT: "accent",
    MeetingStatus.APPROVED: "ok",
    MeetingStatus.CANCELLED: "bad",
}

STEPS = {
    Step.PLANNED: _("Planlagt"),
    Step.NOTICE: _("Varslet"),
    Step.PAPERS: _("Sakspapirer"),
    Step.HELD: _("Avholdt"),
    Step.MINUTES: _("Protokoll"),
    Step.APPROVED: _("Godkjent"),
}
REPORT = _("Rapport")
"""What a gathering has instead of minutes (R17)."""

NEXT_STEPS = {
    NextStep.PUBLISH: _("Publiser sakslisten"),
    NextStep.REVISE: _("Publiser endringene"),
    NextStep.MAKE_PAPERS: _("Lag sakspapirer"),
}
"""The verb on the main button; a step without a word is not taken in this window yet."""

NEXT_WORDS = {NextStep.SEND_PAPERS: _("Neste: send ut sakspapirene")}
"""What comes next where the window has no button for it."""


THEY_WERE_CALLED = _("Disse er innkalt og må få vite det")
THEY_WERE_NOTIFIED = _("Disse har fått møtevarselet og må få vite det")


def kinds_of_meeting(voice: Voice) -> list[tuple[object, str]]:
    """Ordinary, called out of turn, in writing."""
    return [(kind, voice.title_label("meeting_kind", kind.value)) for kind in MeetingKind]


def modes_of_attendance(voice: Voice) -> list[tuple[object, str]]:
    """In the room, by video, both."""
    return [(mode, voice.title_label("attendance_mode", mode.value)) for mode in AttendanceMode]


def called_label(status: MeetingStatus, voice: Voice) -> str:
    """What a list of those who must hear of a change is called."""
    return voice.word(THEY_WERE_NOTIFIED if status is MeetingStatus.NOTIFIED else THEY_WERE_CALLED)
