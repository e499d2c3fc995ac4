"""Whose turn it is to host, where a meeting's host is chosen (R18)."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.hosting.facts import HostTurnRow

HOST_REASON = _("Hvorfor en annen enn den som står for tur")
STANDS_FIRST = _("{name} – står for tur")
STANDS_OVER = _("{name} – står over")
IN_TURN = _("{name} står for tur.")


def in_line(
    hosts: Sequence[tuple[int, str]], turn: HostTurnRow | None, voice: Voice
) -> list[tuple[object, str]]:
    """Those who could host, in the order of the line: the one whose turn it is comes first."""
    if turn is None:
        return [*hosts]
    place = {one.id: number for number, one in enumerate(turn.choices)}
    over = {one.id for one in turn.choices if one.passes}
    first = _first(turn)

    def called(key: int, name: str) -> str:
        if key == first:
            return voice.fill(STANDS_FIRST, name=name)
        return voice.fill(STANDS_OVER, name=name) if key in over else name

    known = [(key, name) for key, name in hosts if key in place]
    others = [(key, name) for key, name in hosts if key not in place]
    known.sort(key=lambda host: place[host[0]])
    return [(key, called(key, name)) for key, name in (*known, *others)]


def whose_turn(turn: HostTurnRow, voice: Voice) -> str:
    """`Orkland kommune står for tur.`; empty when nobody does."""
    first = _first(turn)
    name = next((one.name for one in turn.choices if one.id == first), None)
    if name is None:
        return ""
    said = [voice.fill(IN_TURN, name=name)]
    if turn.host_id == first:
        said += [voice.say(reason) for reason in turn.reasons]
    return " ".join(said)


def _first(turn: HostTurnRow) -> int | None:
    return next((one.id for one in turn.choices if not one.passes), None)
