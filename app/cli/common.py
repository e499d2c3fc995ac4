"""What every command shares: its options, its errors in words, and how results are printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, ParamSpec, Protocol, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table

from app.documents.jobs import JobResult, Work
from app.domain.errors import UserError
from app.domain.progress import Progress
from app.i18n.voice import Voice
from app.services.house import House
from app.services.upkeep import Upkeep

P = ParamSpec("P")
R = TypeVar("R")

VOICE = Voice("nb")
"""The command line speaks bokmål."""


class Opener(Protocol):
    """Opens a council file for a command."""

    def __call__(
        self, path: Path, *, today: date | None, writing: bool = False
    ) -> AbstractContextManager[House]:
        """The file's use cases; closed when the command is done."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the bootstrap hands to the commands."""

    open: Opener
    upkeep: Upkeep
    window: Callable[[Path | None], int]
    has_onlooker: Callable[[], bool]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            VOICE.say(UserError("date_not_understood", text=text).reason)
        ) from error


File = Annotated[Path, typer.Argument(metavar="FIL", help="Rådsfilen (.rundgang).", readable=False)]
"""Never judged by the parser: the store says in bokmål why a file cannot be read."""
Meeting = Annotated[
    str, typer.Argument(metavar="MØTE", help="«next», en betegnelse som NR-6-2026, eller et tall.")
]
OutFolder = Annotated[Path, typer.Option("--out", metavar="MAPPE", help="Mappen det skrives til.")]
OutFile = Annotated[Path, typer.Option("--out", metavar="FIL", help="Filen som skrives.")]
Json = Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")]
Force = Annotated[bool, typer.Option("--force", help="Skriv over filer som finnes.")]
BodyCode = Annotated[
    str | None, typer.Option("--body", metavar="ORGAN", help="Koden for et organ, som NR.")
]
Year = Annotated[
    int | None, typer.Option("--year", metavar="ÅR", help="Året det gjelder; uten det alle år.")
]
On = Annotated[
    date | None, typer.Option("--on", metavar="DATO", parser=_day, help="Datoen det gjelder.")
]
Today = Annotated[
    date | None,
    typer.Option(
        "--today",
        metavar="DATO",
        parser=_day,
        envvar="RUNDGANG_TODAY",
        help="Dagen det regnes fra, i stedet for dagens dato.",
    ),
]


def wiring(context: typer.Context) -> Wiring:
    """What the bootstrap handed over."""
    found = context.find_root().obj
    assert isinstance(found, Wiring)
    return found


def in_words(command: Callable[P, R]) -> Callable[P, R]:
    """`command` with a `UserError` said in one sentence on standard error, and exit status 1."""

    @wraps(command)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except UserError as error:
            print(VOICE.say(error.reason), file=sys.stderr)
            raise typer.Exit(1) from error

    return spoken


def make_folder(folder: Path) -> None:
    """The folder that files are written to, made when it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("folder_not_made", folder=str(folder)) from error


def print_json(value: object) -> None:
    """One JSON value on standard output; dates as ISO, paths as text."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table as wide as the terminal, or as its text where there is none."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("–" if cell is None else _shown(cell) for cell in row))
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(table) if console.is_terminal else _print_wide(table)


def finish(work: Work, *, as_json: bool) -> JobResult:
    """Run long work to its end with a progress bar on standard error, and print what was made."""
    result = follow(work, quiet=as_json)
    problems = [VOICE.say(problem) for problem in result.problems]
    if as_json:
        print_json({"files": [_file(made) for made in result.files], "problems": problems})
        return result
    for made in result.files:
        pages = "" if made.pages is None else f"  ({made.pages} sider)"
        print(f"{made.path}{pages}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return result


def follow(work: Generator[Progress, None, R], *, quiet: bool = False) -> R:
    """Run long work to its end; a bar on standard error where that is a terminal."""
    with _bar(quiet=quiet) as show:
        while True:
            try:
                show(next(work))
            except StopIteration as done:
                result: R = done.value
                return result


@contextmanager
def _bar(*, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda _progress: None
        return
    columns = (TextColumn("{task.description}"), BarColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("")
        yield lambda progress: bar.update(
            task,
            completed=progress.done,
            total=progress.total,
            description=VOICE.say(progress.label),
        )


def _file(made: Any) -> dict[str, object]:
    return {
        "path": str(made.path),
        "kind": str(made.kind),
        "audience": str(made.audience),
        "format": str(made.format),
        "pages": made.pages,
        "sha256": made.sha256,
    }


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _shown(cell: object) -> str:
    return VOICE.formats.short_date(cell) if isinstance(cell, date) else str(cell)


def _print_wide(table: Table) -> None:
    console = Console(width=400, highlight=False, markup=False, emoji=False)
    with console.capture() as text:
        console.print(table)
    print("\n".join(line.rstrip() for line in text.get().splitlines()))
