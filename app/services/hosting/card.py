"""The round in a few lines, to stand beside the year (R17, R18)."""

from __future__ import annotations

from itertools import groupby

from app.i18n.voice import Voice
from app.services.hosting import words
from app.services.hosting.facts import CardEntry, HostTurnRow, RoundCard, RoundView


def card_of(view: RoundView, year: int, voice: Voice) -> RoundCard:
    """The turns of the year before, of `year` and of the year after."""
    first = next((turn for turn in view.coming if turn.host_short), None)
    near = [turn for turn in view.turns if abs(turn.season.year - year) <= 1]
    return RoundCard(
        next_host=first.host_short or "" if first is not None else "",
        next_words=words.next_words(view, voice),
        rows=tuple(
            tuple(_entry(turn, turn is first, voice) for turn in of_year)
            for _year, of_year in groupby(near, key=lambda turn: turn.season.year)
        ),
    )


def _entry(turn: HostTurnRow, is_next: bool, voice: Voice) -> CardEntry:
    host = turn.host_short or voice.word(words.NOBODY)
    return CardEntry(words.season(turn.season, voice), host, is_next, turn.is_coming)
