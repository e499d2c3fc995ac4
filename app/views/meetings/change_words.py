"""What a moved or cancelled meeting is said to be: what, when, why, and whether they know."""

from __future__ import annotations

from app.domain.vocabulary import MeetingChangeKind
from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice, sentence_of
from app.services.editing.meeting_changes import Spot
from app.services.meeting_changes import MeetingChangeView

CANCELLED_ON = _("Avlyst {made_on:dato}.")
MOVED_ON = _("Flyttet {made_on:dato} fra {before} til {after}.")
DAY = _("{on:langdato}")
TIMES = _("{on:langdato} kl. {times}")
CLOCK = _("kl. {times}")
NOBODY = _("Ingen hadde fått vite om møtet.")
MUST_HEAR = _("{n:person|personer} hadde fått vite om møtet og må få beskjed.")
WERE_TOLD = _("{n:person|personer} hadde fått vite om møtet og fikk beskjed {on:dato}.")


def change_line(change: MeetingChangeView, voice: Voice) -> str:
    """`Flyttet 23. november 2026 fra fredag 4. desember 2026 til … . Salen er opptatt.`"""
    said = _what(change, voice)
    return f"{said} {sentence_of(change.reason)}" if change.reason else said


def told_line(change: MeetingChangeView, voice: Voice) -> str:
    """Who had been told of the meeting, and whether they know of the change."""
    if not change.called:
        return voice.word(NOBODY)
    if change.told_on is None:
        return voice.fill(MUST_HEAR, n=len(change.called))
    return voice.fill(WERE_TOLD, n=len(change.called), on=change.told_on)


def _what(change: MeetingChangeView, voice: Voice) -> str:
    if change.kind is MeetingChangeKind.CANCELLED or change.after is None:
        return voice.fill(CANCELLED_ON, made_on=change.made_on)
    before, after = change.before, change.after
    return voice.fill(
        MOVED_ON,
        made_on=change.made_on,
        before=_spot(before, after, voice),
        after=_spot(after, before, voice),
    )


def _spot(spot: Spot, other: Spot, voice: Voice) -> str:
    """Only what differs: the day, the clock, the place."""
    times = voice.clock_range(spot.start, spot.end)
    parts = []
    is_other_time = (spot.start, spot.end) != (other.start, other.end)
    if spot.on != other.on:
        parts.append(voice.fill(TIMES if is_other_time else DAY, on=spot.on, times=times))
    elif is_other_time:
        parts.append(voice.fill(CLOCK, times=times))
    if spot.place != other.place and spot.place:
        parts.append(spot.place)
    return ", ".join(parts) or ABSENT
