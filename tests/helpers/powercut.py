"""Power cuts: what a deed writes is played again on a disk that forgets what was not synced.

The statements of a deed are recorded from the store itself and played through APSW, whose file
layer can be written in Python; each write, sync and deletion goes into a journal. A power cut is a
moment in that journal: synced bytes are there, of the rest some sectors, none, all, or torn ones.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote

import apsw
import sqlcipher3.dbapi2 as driver

SECTOR = 512


@dataclass(frozen=True)
class Step:
    """What happened on a connection, in order: a statement, its closing, or an acknowledgement."""

    connection: int
    statement: str = ""
    values: tuple[Any, ...] = ()
    path: str = ""
    acknowledged: int = 0


@dataclass
class Recording:
    """Everything the store said to its database while a deed was done."""

    steps: list[Step] = field(default_factory=list)

    def acknowledge(self, number: int) -> None:
        self.steps.append(Step(0, acknowledged=number))


@contextmanager
def recorded() -> Iterator[Recording]:
    """Listen to every connection that the store opens for writing."""
    recording = Recording()

    class Listened(driver.Connection):  # type: ignore[misc]
        def cursor(self) -> Any:
            return super().cursor(Heard)

        def commit(self) -> None:
            self._end("COMMIT")
            super().commit()

        def rollback(self) -> None:
            self._end("ROLLBACK")
            super().rollback()

        def _end(self, statement: str) -> None:
            if self.in_transaction:
                recording.steps.append(Step(id(self), statement))

        def close(self) -> None:
            recording.steps.append(Step(id(self)))
            super().close()

    class Heard(driver.Cursor):  # type: ignore[misc]
        def execute(self, statement: str, values: Any = ()) -> Any:
            recording.steps.append(Step(id(self.connection), statement, tuple(values)))
            return super().execute(statement, values)

        def executemany(self, statement: str, rows: Any) -> Any:
            listed = [tuple(row) for row in rows]
            recording.steps += [Step(id(self.connection), statement, row) for row in listed]
            return super().executemany(statement, listed)

    def connect(address: str, **options: Any) -> Any:
        if "mode=ro" in address or address == ":memory:":
            return real(address, **options)
        connection = real(address, factory=Listened, **options)
        path = unquote(address.removeprefix("file:").partition("?")[0])
        recording.steps.append(Step(id(connection), path=path))
        return connection

    real = driver.connect
    with patch.object(driver, "connect", connect):
        yield recording


@dataclass(frozen=True)
class Operation:
    """One thing that reached the disk's door."""

    kind: str
    name: str
    offset: int = 0
    data: bytes = b""
    number: int = 0
    """Size of a truncation, or what was acknowledged."""


class Journal:
    """All operations of a replay, in order."""

    def __init__(self) -> None:
        self.operations: list[Operation] = []

    def note(self, kind: str, name: str, **facts: Any) -> None:
        self.operations.append(Operation(kind, Path(name).name, **facts))


class _File(apsw.VFSFile):
    def __init__(self, journal: Journal, name: Any, flags: list[int]) -> None:
        self._journal = journal
        self._name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._journal.note("write", self._name, offset=offset, data=bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._journal.note("truncate", self._name, number=size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._journal.note("sync", self._name)
        super().xSync(flags)


class _Disk(apsw.VFS):
    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        super().__init__("rundgang-powercut", "")

    def xOpen(self, name: Any, flags: list[int]) -> Any:  # noqa: N802
        return _File(self._journal, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        self._journal.note("delete", name, number=int(sync))
        super().xDelete(name, sync)


def play(recording: Recording, folder: Path, change: Callable[[str], str] = str) -> Journal:
    """Play a recording on the file in `folder`, and return what reached the disk.

    `change` may alter a statement: a test shows that a weaker `synchronous` is caught.
    """
    journal = Journal()
    disk = _Disk(journal)
    connections: dict[int, apsw.Connection] = {}
    try:
        for step in recording.steps:
            if step.acknowledged:
                journal.note("acknowledge", "", number=step.acknowledged)
            elif step.path:
                connections[step.connection] = _opened(folder / Path(step.path).name)
            elif step.statement:
                list(connections[step.connection].execute(change(step.statement), step.values))
            else:
                connections.pop(step.connection).close()
    finally:
        for connection in connections.values():
            connection.close()
        disk.unregister()
    return journal


def _opened(path: Path) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    connection = apsw.Connection(str(path), flags=flags, vfs="rundgang-powercut")
    # A file layer in Python has no shared memory; alone, the log's index is kept in one's own.
    list(connection.execute("PRAGMA locking_mode = EXCLUSIVE"))
    return connection


@dataclass
class _Bytes:
    """A file on the simulated disk: what is safe, and what was only asked for."""

    safe: bytearray
    pending: list[Operation] = field(default_factory=list)
    is_listed: bool = True

    def settle(self) -> None:
        for operation in self.pending:
            _apply(self.safe, operation)
        self.pending = []

    def after_the_cut(self, chance: random.Random) -> bytes:
        """The safe bytes, and of the pending sectors some: the disk wrote them in its own order."""
        found = bytearray(self.safe)
        share = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        for operation in self.pending:
            if operation.kind == "truncate":
                if chance.random() < share:
                    _apply(found, operation)
                continue
            for piece in _sectors(operation):
                if chance.random() < share:
                    _apply(found, _torn(piece, chance))
        return bytes(found)


def _apply(content: bytearray, operation: Operation) -> None:
    if operation.kind == "truncate":
        del content[operation.number :]
        return
    end = operation.offset + len(operation.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[operation.offset : end] = operation.data


def _sectors(operation: Operation) -> Iterator[Operation]:
    start, end = operation.offset, operation.offset + len(operation.data)
    while start < end:
        stop = min((start // SECTOR + 1) * SECTOR, end)
        data = operation.data[start - operation.offset : stop - operation.offset]
        yield Operation("write", operation.name, start, data)
        start = stop


def _torn(piece: Operation, chance: random.Random) -> Operation:
    """Now and then a sector is cut short in the middle."""
    if chance.random() < 0.9:
        return piece
    return Operation("write", piece.name, piece.offset, piece.data[: len(piece.data) // 2])


def cut(
    journal: Journal, before: dict[str, bytes], chance: random.Random
) -> tuple[dict[str, bytes], int]:
    """The files after a power cut at some moment, and what had been acknowledged by then."""
    moment = chance.randint(0, len(journal.operations))
    current = {name: _Bytes(bytearray(content)) for name, content in before.items()}
    listed = dict(current)
    acknowledged = 0
    for operation in journal.operations[:moment]:
        if operation.kind == "acknowledge":
            acknowledged = operation.number
        elif operation.kind == "delete":
            current.pop(operation.name, None)
            if operation.number:
                listed = dict(current)
        else:
            file = current.setdefault(operation.name, _Bytes(bytearray(), is_listed=False))
            if operation.kind != "sync":
                file.pending.append(operation)
                continue
            file.settle()
            if not file.is_listed:  # SQLite syncs the folder with the first sync of a new file
                file.is_listed = True
                listed = dict(current)
    names = chance.choice((current, listed))
    return {name: file.after_the_cut(chance) for name, file in names.items()}, acknowledged
