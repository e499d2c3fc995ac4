"""`new`, `demo`, `check`, `backup`, `restore`: the council file itself."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from app.cli.common import (
    VOICE,
    File,
    Force,
    Json,
    OutFile,
    OutFolder,
    Today,
    finish,
    in_words,
    make_folder,
    print_json,
    wiring,
)
from app.documents.jobs import Format
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _

DEMO_TODAY = date(2026, 11, 23)
Years = Annotated[int, typer.Option("--years", min=1, max=60, help="Antall år bakover.")]


@in_words
def new(
    context: typer.Context,
    file: File,
    profile: Annotated[
        str, typer.Option("--profile", metavar="PROFIL", help="Profilen rådet lages etter.")
    ] = "trondheimsregionen",
) -> None:
    """Lag en tom rådsfil etter en profil."""
    wiring(context).upkeep.new(file, profile)
    print(VOICE.fill(_("Laget {file}."), file=file))


@in_words
def demo(context: typer.Context, file: File, years: Years = 10, today: Today = None) -> None:
    """Lag et råd med oppdiktede år bak seg."""
    wiring(context).upkeep.demo(file, years, today or DEMO_TODAY)
    print(VOICE.fill(_("Laget {file} med oppdiktede data."), file=file))


@in_words
def check(
    context: typer.Context,
    file: File,
    full: Annotated[bool, typer.Option("--full", help="Les og kontroller alt.")] = False,
    as_json: Json = False,
    today: Today = None,
) -> None:
    """Kontroller filen, protokollkjeden og dokumentene i den."""
    findings = wiring(context).upkeep.check(file, full=full)
    if as_json:
        records = [
            {name: VOICE.say(getattr(one, name)) for name in ("what", "where", "cure")}
            for one in findings
        ]
        print_json({"ok": not findings, "findings": records})
    elif not findings:
        print(VOICE.word(_("Filen er hel.")))
    else:
        for one in findings:
            print(VOICE.say(one.where), VOICE.say(one.what), VOICE.say(one.cure), file=sys.stderr)
    if findings:
        raise typer.Exit(1)


@in_words
def backup(
    context: typer.Context, file: File, out: OutFile, force: Force = False, today: Today = None
) -> None:
    """Lag en kontrollert kopi av rådsfilen."""
    wiring(context).upkeep.backup(file, out, replace=force)
    print(VOICE.fill(_("Laget kopien {file}."), file=out))


@in_words
def restore(
    context: typer.Context,
    copy: Annotated[
        Path, typer.Argument(metavar="KOPI", help="Kopien det hentes fra.", readable=False)
    ],
    out: OutFile,
    force: Force = False,
    today: Today = None,
) -> None:
    """Hent rådsfilen tilbake fra en kopi; med --force blir filen som var der, tatt vare på."""
    kept = wiring(context).upkeep.restore(copy, out, replace=force)
    print(VOICE.fill(_("Hentet tilbake {file}."), file=out))
    if kept is not None:
        print(VOICE.fill(_("Filen som var der, heter nå {file}."), file=kept))


def open_(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FIL", help="Rådsfilen.")] = None,
) -> None:
    """Åpne vinduet."""
    raise typer.Exit(wiring(context).window(file))


@in_words
def run_demo(context: typer.Context, out: OutFolder) -> None:
    """Åpne et eksempelråd; uten skjerm lages sakspapirene til neste møte, for alle mottakere."""
    file = out.parent / "eksempel.rundgang"
    if not file.exists():
        make_folder(out)
        print(VOICE.fill(_("Lager eksempelrådet {file} …"), file=file))
        wiring(context).upkeep.demo(file, 10, DEMO_TODAY)
    if wiring(context).has_onlooker():
        raise typer.Exit(wiring(context).window(file))
    print(VOICE.word(_("Her er det ingen skjerm. Sakspapirene lages uten vindu.")))
    with wiring(context).open(file, today=None, writing=True) as house:
        meeting = house.meetings.find("next")
        if house.meetings.is_unpublished(meeting):
            house.meetings.publish(meeting, reason=VOICE.word(_("Eksempel.")))
        for audience in Audience:
            work = house.papers.make(
                meeting, audience, out, (Format.PDF, Format.DOCX), overwrite=True
            )
            finish(work, as_json=False)
