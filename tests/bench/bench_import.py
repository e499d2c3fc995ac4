"""Reading lists in: 5 000 rows from the file to the last commit, against openpyxl alone."""

from __future__ import annotations

import io
import time
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import load_workbook

from app.domain.imports.fields import Subject
from app.services.desk import Desk
from app.services.imports.service import ImportService
from app.store.council_file import CouncilFile
from app.tasks.worker import Worker
from tests.bench.harness import Figure, at_most, bench, times_the_floor
from tests.helpers.council import TODAY, clock, made_council
from tests.helpers.lists import finished, xlsx

ROWS = 5_000
ROUNDS = 3
LINEAR = 1.3
"""So much more may a row among many cost than a row among few."""
PERSON_HEAD = ("Navn", "E-post", "Telefon", "Stilling", "Institusjon", "Fra", "Til og med")
MEMBER_HEAD = (
    "Plass", "Institusjon", "Slag", "Sektor", "Navn", "E-post", "Telefon", "Fra", "Til og med",
    "Merknad",
)  # fmt: skip
PLACES = ("NTNU", "SINTEF", "Melhus kommune", "Skaun kommune", "Malvik kommune")


def people(count: int) -> bytes:
    """A list of people, each with a title somewhere."""
    rows = [
        (
            f"Kari Nordmann {number}",
            f"kari.{number}@eksempel.example",
            f"{90_000_000 + number}",
            "Rådgiver",
            PLACES[number % len(PLACES)],
            date(2020, 1, 1) + timedelta(days=number % 900),
            None,
        )
        for number in range(count)
    ]
    return xlsx([PERSON_HEAD, *rows])


def members(count: int) -> bytes:
    """A list of terms, ten seats through the ages and a new holder for each."""
    rows = []
    for number in range(count):
        first = date(2000, 1, 1) + timedelta(days=number // 10 * 20)
        rows.append(
            (
                number % 10 + 1,
                PLACES[number % len(PLACES)],
                "kommune",
                "offentlig",
                f"Ola Nordmann {number}",
                f"ola.{number}@eksempel.example",
                f"{90_000_000 + number}",
                first,
                first + timedelta(days=19),
                "Oppnevnt",
            )
        )
    return xlsx([MEMBER_HEAD, *rows])


@bench
def import_of_lists() -> Iterable[Figure]:
    """Read, decide and store, in a new council each time; the worker is warm, as in the window."""
    with TemporaryDirectory() as name, Worker() as worker:
        folder = Path(name)
        yield from _against_openpyxl("people", Subject.PERSONS, people(ROWS), folder, worker)
        yield from _against_openpyxl("members", Subject.MEMBERS, members(ROWS), folder, worker)
        few, many = (
            min(_import(Subject.PERSONS, people(count), folder, worker) for _ in range(ROUNDS))
            for count in (ROWS // 4, ROWS)
        )
        yield Figure("import, 4× the rows", many / few / 4, "× a row", limit=at_most(LINEAR))


def _against_openpyxl(
    what: str, subject: Subject, data: bytes, folder: Path, worker: Worker
) -> Iterable[Figure]:
    ours, bare = float("inf"), float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        book: Any = load_workbook(io.BytesIO(data))
        for _row in book.active.iter_rows(values_only=True):
            pass
        bare = min(bare, time.perf_counter() - started)
        ours = min(ours, _import(subject, data, folder, worker))
    yield Figure(f"import, {ROWS} {what}", ours * 1_000, "ms", bare * 1_000, times_the_floor(3))


def _import(subject: Subject, data: bytes, folder: Path, worker: Worker) -> float:
    """The seconds from the file on disk to the last commit."""
    source, path = folder / "liste.xlsx", folder / "råd.rundgang"
    source.write_bytes(data)
    path.write_bytes(made_council())
    with CouncilFile.open(path, clock=clock) as file:
        imports = ImportService(Desk(file, clock, worker, TODAY))
        started = time.perf_counter()
        listing = finished(imports.read(source))
        preview = finished(imports.weigh(listing, subject))
        stored = finished(imports.store(preview))
        taken = time.perf_counter() - started
    if stored.new == 0 or preview.wrong:
        raise AssertionError(f"{len(preview.wrong)} rows are wrong")

    return taken
