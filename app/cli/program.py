"""All commands under one name."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from app.cli import calendars, documents, files, hosting, importing, lists, planning, turns, wheel
from app.cli.common import Wiring

HELP = "Rundgang: skrivebordet til sekretariatet for et næringsråd."


def commands() -> typer.Typer:
    """The command line with every command that there is."""
    program = typer.Typer(
        name="rundgang",
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    program.command("open")(files.open_)
    program.command("new")(files.new)
    program.command("demo")(files.demo)
    program.command("list")(lists.list_)
    program.command("rotation")(turns.rotation)
    program.command("wheel")(wheel.wheel)
    program.command("hosts")(hosting.hosts)
    program.command("plan-year")(planning.plan_year)
    program.command("level")(lists.level)
    program.command("import-plan")(documents.import_plan)
    program.command("import")(importing.import_)
    program.command("calendar")(calendars.calendar)
    program.command("publish")(documents.publish)
    program.command("papers")(documents.papers)
    program.command("minutes")(documents.minutes)
    program.command("export")(documents.export)
    program.command("check")(files.check)
    program.command("backup")(files.backup)
    program.command("restore")(files.restore)
    program.command("run-demo", hidden=True)(files.run_demo)
    return program


def run(arguments: Sequence[str], wiring: Wiring) -> int:
    """Run one command; the exit status is 0, 1 (the user's error) or 2 (wrong usage)."""
    try:
        commands()(list(arguments), prog_name="rundgang", obj=wiring)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0
