"""`calendar`: the council's meetings for other people's calendars."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.common import (
    BodyCode,
    File,
    Force,
    Json,
    OutFile,
    Today,
    Year,
    finish,
    in_words,
    wiring,
)
from app.domain.errors import UserError
from app.services.calendars.wish import CalendarWish


@in_words
def calendar(
    context: typer.Context,
    file: File,
    out: OutFile,
    year: Year = None,
    deadlines: Annotated[
        bool, typer.Option("--deadlines", help="Ta med fristene som heldagshendelser.")
    ] = False,
    body: BodyCode = None,
    force: Force = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Skriv møtene til en kalenderfil (.ics)."""
    if out.suffix.lower() != ".ics":
        raise UserError("out_must_be_ics", file=out.name)
    bodies = None if body is None else (body,)
    wish = CalendarWish(year=year, bodies=bodies, with_deadlines=deadlines)
    with wiring(context).open(file, today=today) as house:
        finish(house.calendars.make(wish, out, overwrite=force), as_json=as_json)
