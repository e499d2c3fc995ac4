"""`rotation`: whose turn it is, and why."""

from __future__ import annotations

from typing import Any

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
from app.services.rotation import SeatProposal


@in_words
def rotation(
    context: typer.Context,
    file: File,
    on: On = None,
    body: BodyCode = None,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Si hvem som står for tur i de roterende plassene, og hvorfor."""
    with wiring(context).open(file, today=today) as house:
        found = house.rotation.view(on, body)
    if as_json:
        print_json([_record(one) for one in found.proposals])
        return
    print_table(
        ("Plass", "Fra", "Til og med", "Forslag", "Hvorfor"),
        [
            (
                f"{one.number} {one.title}",
                one.from_on,
                one.to_on,
                one.institution,
                " ".join(VOICE.say(reason) for reason in one.reasons),
            )
            for one in found.proposals
        ],
    )


def _record(one: SeatProposal) -> dict[str, Any]:
    return {
        "seat": one.title,
        "number": one.number,
        "state": one.state,
        "from": one.from_on,
        "to": one.to_on,
        "proposed": one.institution,
        "reasons": [VOICE.say(reason) for reason in one.reasons],
        "candidates": [
            {
                "institution": each.institution,
                "sits_now": each.sits_now,
                "is_free": each.is_free,
                "last_sat": each.last_to_on,
                "years": each.years,
                "inherited_from": list(each.inherited_from),
                "last_hosted": each.last_hosted_on,
            }
            for each in one.candidates
        ],
    }
