"""What runs inside the worker: job after job, until it is told to end or nobody listens."""

from __future__ import annotations

import gc
import os
import signal
import traceback
from collections.abc import Callable, Generator
from multiprocessing.connection import Connection
from typing import Any, Protocol

from app.documents.attachments.office import sweep
from app.documents.jobs import BlobSource, DocumentJob
from app.documents.make import Care, make_documents
from app.documents.tables.content import TableJob
from app.documents.tables.reading import read_table
from app.domain.errors import UserError
from app.domain.progress import Progress
from app.tasks.limits import give_way, limit_memory
from app.tasks.messages import (
    BlobFollows,
    Broken,
    Cancel,
    Close,
    Done,
    NoBlob,
    OutOfMemory,
    Refused,
    Run,
    Stopped,
    Wanted,
)


class Doing(Protocol):
    """Does one job after the other; what it keeps between them lives as long as the process."""

    def __call__(self, job: Any, blobs: BlobSource, care: Care) -> Generator[Progress, None, Any]:
        """Do `job`, with the care that earlier attempts have taught."""


Bench = Callable[[], Doing]
"""Makes what does the jobs, inside the process; named by its module, since it goes by pipe."""


def document_bench() -> Doing:
    """Makes documents and reads tables, which nobody waits for with a finger on the key."""
    give_way()
    return _make_or_read


def _make_or_read(
    job: DocumentJob | TableJob, blobs: BlobSource, care: Care
) -> Generator[Progress, None, Any]:
    return read_table(job) if isinstance(job, TableJob) else make_documents(job, blobs, care)


class Cancelled(BaseException):
    """The job is no longer wanted; nothing on the way may swallow this."""


class BlobsByPipe:
    """Fetches each blob from the window's process, where the file is open: never by disk."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self, sha256: str) -> bytes:
        """The bytes, as `BlobSource` promises."""
        self._connection.send(Wanted(sha256))
        answer = self._connection.recv()
        if isinstance(answer, Cancel):
            raise Cancelled
        if isinstance(answer, NoBlob):
            raise answer.error
        assert isinstance(answer, BlobFollows)
        return self._connection.recv_bytes()


def serve(connection: Connection, memory: int, bench: Bench) -> None:
    """Do what comes through `connection` at `bench`, with at most `memory` bytes of data."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence_libraries()
    limit_memory(memory)
    sweep()
    doing = bench()
    try:
        while True:
            message = connection.recv()
            if isinstance(message, Close) or not _answer(connection, doing, message):
                return
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _silence_libraries() -> None:
    """Libraries in C say of damaged files, past Python, what no reader would understand."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _answer(connection: Connection, doing: Doing, message: object) -> bool:
    """Do one job and say how it went; whether this process is fit for another."""
    if isinstance(message, Cancel):  # came after the job was done
        connection.send(Stopped())
        return True
    assert isinstance(message, Run)
    try:
        connection.send(_do(connection, doing, message))
    except Cancelled:
        connection.send(Stopped())
    except UserError as error:
        connection.send(Refused(error))
    except MemoryError:
        connection.send(OutOfMemory())
        return False
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception:  # ours: it goes to the log and the crash dialog of the window's process
        connection.send(Broken(traceback.format_exc()))
    gc.collect()
    return True


def _do(connection: Connection, doing: Doing, message: Run) -> Done:
    work = doing(message.job, BlobsByPipe(connection), message.care)
    try:
        while True:
            connection.send(next(work))
            if connection.poll():
                assert isinstance(connection.recv(), Cancel)
                raise Cancelled
    except StopIteration as finished:
        return Done(finished.value)
    finally:
        work.close()
