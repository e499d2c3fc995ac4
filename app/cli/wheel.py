"""`wheel`: a year of the council as a picture."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.common import File, Force, Json, OutFile, Today, finish, in_words, wiring


@in_words
def wheel(
    context: typer.Context,
    file: File,
    out: OutFile,
    year: Annotated[int, typer.Option("--year", metavar="ÅR", help="Året som tegnes.")],
    force: Force = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Tegn årshjulet som .svg, .png eller .pdf."""
    with wiring(context).open(file, today=today) as house:
        finish(house.wheel.make(out, year, overwrite=force), as_json=as_json)
