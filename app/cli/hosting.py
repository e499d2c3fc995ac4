"""`hosts`: who hosts next, and why."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.cli.common import (
    VOICE,
    BodyCode,
    File,
    Json,
    On,
    Today,
    in_words,
    print_json,
    print_table,
    wiring,
)
from app.services.hosting import words
from app.services.hosting.facts import HostTurnRow
from app.services.hosting.service import AHEAD

Next = Annotated[int, typer.Option("--next", metavar="ANTALL", help="Hvor mange turer som vises.")]


@in_words
def hosts(
    context: typer.Context,
    file: File,
    ahead: Next = AHEAD,
    on: On = None,
    body: BodyCode = None,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Si hvem som er vert de neste gangene, og hvorfor."""
    with wiring(context).open(file, today=today) as house:
        turns = house.hosting.view(on, ahead=ahead, body=body).coming[:ahead]
    if as_json:
        print_json([_record(number, turn) for number, turn in enumerate(turns, start=1)])
        return
    print_table(
        ("Tur", "Dato", "Vert", "Status", "Hvorfor"),
        [
            (
                words.season(turn.season, VOICE),
                turn.on,
                turn.host,
                words.state(turn, VOICE),
                words.why(turn, VOICE),
            )
            for turn in turns
        ],
    )


def _record(number: int, turn: HostTurnRow) -> dict[str, Any]:
    return {
        "turn": number,
        "season": words.season(turn.season, VOICE),
        "date": turn.on,
        "host": turn.host,
        "state": turn.state,
        "meeting": turn.meeting_id,
        "reasons": [VOICE.say(reason) for reason in turn.reasons],
        "host_reason": turn.host_reason or None,
        "passes": [{"institution": one.name, "reason": one.reason} for one in turn.passes],
        "candidates": [
            {
                "institution": one.name,
                "times": one.times,
                "last_hosted": one.last_on,
                "passes": one.passes,
            }
            for one in turn.choices
        ],
    }
