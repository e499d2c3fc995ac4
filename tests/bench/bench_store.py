"""What the council file costs: saving while one types, opening, copying and looking it through."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.models import Blob, Meeting, Person
from app.store.backup import back_up
from app.store.check import check
from app.store.connection import connect
from app.store.council_file import CouncilFile
from app.store.drafts import save_draft
from tests.bench.harness import Figure, bench, best_seconds, times_the_floor
from tests.helpers.store import KEY, SlowClock, a_council_on_disk, edit_name

SAVES = 150
BIG_MEGABYTES = 200
MILLISECOND = 1_000.0
_NUMBERS = count()


@bench
def store_autosave() -> Iterator[Figure]:
    """The median of one save, against the same rows written through the bare driver."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for key, how in ((None, ""), (KEY, ", encrypted")):
            path = a_council_on_disk(folder / f"råd{len(how)}.rundgang", key=key)
            with CouncilFile.open(path, clock=SlowClock(), key=key) as file:
                _save_first(file)
                with closing(connect(path, key=key)) as bare:
                    draft, floor = _medians(lambda: _type(file), lambda: _bare_draft(bare))
                    yield Figure(
                        f"autosave of what is typed{how}",
                        draft * MILLISECOND,
                        "ms",
                        floor * MILLISECOND,
                        times_the_floor(2),
                    )
                    whole, commit, floor = _medians(
                        lambda: _edit(file), lambda: _commit(file), lambda: _bare_edit(bare)
                    )
                    for what, seconds in (
                        (f"commit of an edited field with its log line{how}", commit),
                        (f"… and reading the row before it{how}", whole),
                    ):
                        yield Figure(what, seconds * MILLISECOND, "ms", floor * MILLISECOND)


def _save_first(file: CouncilFile) -> None:
    """What is made once for a file, at its first save, is not part of every later one."""
    _type(file)
    _edit(file)


def _type(file: CouncilFile) -> None:
    save_draft(file, "case", 1, "background", f"Skrevet så langt {next(_NUMBERS)}", 1)


def _edit(file: CouncilFile) -> None:
    edit_name(file, f"Åse Lund {next(_NUMBERS)}", goes_on=True)


def _commit(file: CouncilFile) -> float:
    """The seconds of `commit()` alone: flush, log and the file's own commit."""
    with file.unit_of_work("Kari Bakken") as work:
        person = work.session.get(Person, 1)
        assert person is not None
        person.name = f"Åse Lund {next(_NUMBERS)}"
        work.describe("rename", "person", 1, goes_on=True)
        started = time.perf_counter()
        work.commit()
        return time.perf_counter() - started


def _bare_draft(bare: Any) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(
        "INSERT INTO draft (subject, subject_id, field, text, base_version, saved_at)"
        " VALUES ('case', 1, 'title', ?, 1, '2026-11-23T09:00:00.000000+00:00')"
        " ON CONFLICT DO UPDATE SET text = excluded.text",
        (f"Skrevet så langt {next(_NUMBERS)}",),
    )
    bare.execute("COMMIT")


def _bare_edit(bare: Any) -> None:
    bare.execute("BEGIN IMMEDIATE")
    name = f"Bjørn Moe {next(_NUMBERS)}"
    bare.execute("UPDATE person SET name = ?, version = version + 1 WHERE id = 2", (name,))
    bare.execute(
        "INSERT INTO log_entry (at, who, verb, subject, subject_id, before, after, is_final)"
        " VALUES ('2026-11-23', 'Kari', 'rename', 'person', 2, '[]', ?, 0)",
        (name,),
    )
    bare.execute("COMMIT")


def _medians(*actions: Callable[[], float | None]) -> tuple[float, ...]:
    """The median seconds of each, or of what it says itself; they take turns on a busy disk."""
    taken: list[list[float]] = [[] for _ in actions]
    for _ in range(SAVES):
        for seconds, action in zip(taken, actions, strict=True):
            started = time.perf_counter()
            own = action()
            seconds.append(time.perf_counter() - started if own is None else own)
    return tuple(statistics.median(seconds) for seconds in taken)


@bench
def store_opening() -> Iterator[Figure]:
    """Opening, reading a meeting and closing: a file of 200 MB against the smallest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for key, how in ((None, ""), (KEY, ", encrypted")):
            small = a_council_on_disk(folder / f"liten{len(how)}.rundgang", key=key)
            big = _a_big_one(folder / f"stor{len(how)}.rundgang", key)
            large, little = best_seconds(
                partial(_open_and_read, big, key), partial(_open_and_read, small, key), rounds=30
            )
            yield Figure(
                f"open, read a meeting, close{how}: {BIG_MEGABYTES} MB against the smallest",
                large * MILLISECOND,
                "ms",
                little * MILLISECOND,
                times_the_floor(1.5),
            )
            yield from _of_the_whole(big, key, how)
            big.unlink()


def _a_big_one(path: Path, key: bytes | None) -> Path:
    a_council_on_disk(path, key=key)
    with CouncilFile.open(path, clock=SlowClock(), key=key) as file, file.unit_of_work() as work:
        for _ in range(BIG_MEGABYTES):
            work.add_blob(os.urandom(1_000_000))
        work.session.add_all(Person(name=f"Person {number}") for number in range(2_000))
        work.describe("fill", "test", capture=False)
        work.commit()
    return path


def _open_and_read(path: Path, key: bytes | None) -> None:
    with (
        CouncilFile.open(path, clock=SlowClock(), key=key) as file,
        file.reading() as session,
    ):
        session.scalars(select(Meeting)).one()


def _of_the_whole(path: Path, key: bytes | None, how: str) -> Iterator[Figure]:
    """Work on every page, against reading every attachment once."""
    copy = path.with_name("kopi.rundgang")
    with CouncilFile.open(path, clock=SlowClock(), key=key) as file:
        quick, full, copied, read = best_seconds(
            lambda: check(file),
            lambda: check(file, full=True),
            lambda: back_up(file, copy, replace=True),
            lambda: _read_all(file),
            rounds=2,
        )
    copy.unlink()
    for what, seconds in (
        ("quick check", quick),
        ("full check", full),
        ("verified copy", copied),
    ):
        yield Figure(f"{what} of {BIG_MEGABYTES} MB{how}, against reading it", seconds, "s", read)


def _read_all(file: CouncilFile) -> None:
    with file.reading() as session:
        for digest in session.scalars(select(Blob.sha256)).all():
            session.scalar(select(Blob.data).where(Blob.sha256 == digest))
