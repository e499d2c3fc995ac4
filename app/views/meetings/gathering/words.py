"""The words of the tab "Samling"."""

from __future__ import annotations

from app.domain.vocabulary import ActionStatus, AttendanceState
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.gatherings.documents import answers
from app.services.gatherings.facts import GatheringView, Point
from app.services.gatherings.service import Paper
from app.views.theme.tokens import Tone
from app.views.widgets.entries import Entry

NOT_GIVEN = _("Ikke fordelt")
NO_DAY = _("Ingen frist")
REPORTED = _("{reported:tall} av {all:tall} kommuner har meldt status")
DUE = _("frist {on:dato}")

VERBS = {
    Paper.PROGRAMME: _("Lag program"),
    Paper.REPORT: _("Lag rapport"),
    Paper.HOST_LETTER: _("Brev til vertskommunen"),
    Paper.ATTENDEES: _("Deltakerliste"),
}
WORKING = {
    Paper.PROGRAMME: _("Lager programmet"),
    Paper.REPORT: _("Lager rapporten"),
    Paper.HOST_LETTER: _("Lager brevet"),
    Paper.ATTENDEES: _("Lager deltakerlisten"),
}
MADE = {
    Paper.PROGRAMME: _("Programmet er lagret i {folder}."),
    Paper.REPORT: _("Rapporten er lagret i {folder}."),
    Paper.HOST_LETTER: _("Brevet er lagret i {folder}."),
    Paper.ATTENDEES: _("Deltakerlisten er lagret i {folder}."),
}

_TONES: dict[ActionStatus, Tone] = {
    ActionStatus.OPEN: "accent",
    ActionStatus.DONE: "ok",
    ActionStatus.DROPPED: "neutral",
}


def answer_choices(
    voice: Voice, is_over: bool, now: AttendanceState | None
) -> list[tuple[object, str]]:
    """What can be noted of somebody; nobody stays away from what has not been."""
    return [
        (state, voice.word(word))
        for state, word in answers(is_over)
        if is_over or state is not AttendanceState.ABSENT or state is now
    ]


def answer_line(view: GatheringView, voice: Voice) -> str:
    """`Kommer: 9 · Kommer ikke: 1 · Har ikke svart: 2`."""
    counts = [(voice.word(word), view.count(state)) for state, word in answers(view.is_over)]
    number = voice.formats.number
    return " · ".join(f"{word}: {number(count)}" for word, count in counts if count)


def point_entry(point: Point, meeting_id: int, voice: Voice) -> Entry:
    """A task with who does it and by when; one from before says where it comes from."""
    due = voice.word(NO_DAY) if point.due_on is None else voice.fill(DUE, on=point.due_on)
    who = point.responsible or voice.word(NOT_GIVEN)
    is_older = point.meeting_id != meeting_id
    tone: Tone = "bad" if point.is_late else _TONES[point.status]
    word = voice.word(_("forsinket")) if point.is_late else _status(point, voice)
    return Entry(
        point.id,
        point.task,
        subtitle=f"{who} · {due}",
        chip=(word, tone),
        mark=(point.given_in, "neutral") if is_older else None,
        is_heading=True,
    )


def _status(point: Point, voice: Voice) -> str:
    return voice.label("action_status", point.status)
