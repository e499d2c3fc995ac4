"""One warm process that makes documents, within limits, and can be ended and started anew."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Generator
from dataclasses import replace
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from app.documents.attachments.office import sweep
from app.documents.content import Papers
from app.documents.jobs import BlobSource, DocumentJob, JobResult, Work
from app.documents.make import NO_CARE, Care
from app.documents.steps import CONVERTING, JOINING, READING, SAVING
from app.documents.tables.content import TableContent, TableJob, TableWork
from app.domain.errors import UserError
from app.domain.progress import Progress
from app.tasks.inside import Bench, document_bench, serve
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

MEMORY = 2_000_000_000
STEP_SECONDS = 120.0
GRACE_SECONDS = 3.0
HEARTBEAT = 0.2
MAX_FALLS = 12

Job = TypeVar("Job")
Answer = TypeVar("Answer")

_FALLS = {
    "memory": "documents_out_of_memory",
    "time": "documents_too_slow",
    "death": "documents_worker_died",
}


class WorkerMistake(RuntimeError):
    """A mistake of ours inside the worker; the message is its traceback."""


class Fallen(Exception):
    """The process is gone: why (memory, time or death), and while it did what."""

    def __init__(self, why: str, during: Progress | None) -> None:
        super().__init__(why)
        self.why = why
        self.during = during


class WarmProcess(Generic[Job, Answer]):
    """Runs one job at a time in a process of its own, started when first needed.

    The same progress comes again every 0.2 s while nothing new does, so that the caller can
    close the generator, which cancels: at the next step, else by ending the process.
    """

    def __init__(
        self,
        bench: Bench,
        *,
        memory: int = MEMORY,
        step_seconds: float = STEP_SECONDS,
        grace_seconds: float = GRACE_SECONDS,
    ) -> None:
        """`bench` is made anew in every process, and does the jobs there."""
        self._bench = bench
        self._memory = memory
        self._step_seconds = step_seconds
        self._grace_seconds = grace_seconds
        self._process: Any = None
        self._connection: Connection | None = None
        self._is_busy = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The worker's number in the system; None while there is no worker."""
        return self._process.pid if self._process is not None else None

    def attempt(
        self, job: Job, blobs: BlobSource, care: Care = NO_CARE
    ) -> Generator[Progress, None, Answer]:
        """Do `job` once; `Fallen` when it takes too long, takes too much, or ends the process."""
        if self._is_busy:
            raise RuntimeError("the worker does one job at a time")
        self._is_busy = True
        try:
            return (yield from self._attempt(Run(job, care), blobs))
        finally:
            self._is_busy = False

    def close(self) -> None:
        """End the worker; it can be used again, and then starts anew."""
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(Close())
        self._end(self._grace_seconds)

    def _attempt(self, message: Run, blobs: BlobSource) -> Generator[Progress, None, Answer]:
        connection = self._started()
        _say(connection, message)
        is_answered = False
        last: Progress | None = None
        heard = time.monotonic()
        try:
            while True:
                answer = self._heard(connection, last)
                if answer is None:
                    if time.monotonic() - heard > self._step_seconds:
                        raise Fallen("time", last)
                    if last is not None:
                        yield last
                    continue
                if isinstance(answer, Progress):
                    last = answer
                    yield answer
                elif isinstance(answer, Wanted):
                    _hand_over(connection, blobs, answer.sha256)
                else:
                    is_answered = not isinstance(answer, OutOfMemory)
                    result: Answer = _result(answer, last)
                    return result
                heard = time.monotonic()
        finally:
            if not is_answered:
                self._abandon()

    def _heard(self, connection: Connection, last: Progress | None) -> object:
        """What the worker says next; None when it is silent for a moment."""
        try:
            return connection.recv() if connection.poll(HEARTBEAT) else None
        except (EOFError, OSError) as error:
            raise Fallen("death", last) from error

    def _started(self) -> Connection:
        """The way to a worker that lives."""
        if self._process is not None and not self._process.is_alive():
            self._end(0)
        if self._process is None or self._connection is None:
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(
                target=serve,
                args=(theirs, self._memory, self._bench),
                name="rundgang-worker",
                daemon=True,
            )
            self._process.start()
            theirs.close()
        return self._connection

    def _abandon(self) -> None:
        """Stop what the worker does: by asking, else by ending it."""
        connection = self._connection
        if connection is None or not self._process.is_alive():
            self._end(0)
            return
        until = time.monotonic() + self._grace_seconds
        try:
            connection.send(Cancel())
            while (left := until - time.monotonic()) > 0 and connection.poll(left):
                answer = connection.recv()
                if isinstance(answer, Stopped):
                    return
                if isinstance(answer, Done | Refused | Broken | Wanted):
                    # A job that ended first finds the cancel waiting, and answers that next.
                    continue
        except (EOFError, OSError):
            pass
        self._end(0)

    def _end(self, patience: float) -> None:
        """End the process, with all that it left behind."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()
        if process is None:
            return
        process.join(patience)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()
        sweep()


class _NoBlobs:
    """For work that has no attachments."""

    def read(self, sha256: str) -> bytes:
        """There is none."""
        raise UserError("blob_missing", sha256=sha256)


class Worker(WarmProcess[DocumentJob | TableJob, JobResult | TableContent]):
    """The process that makes and reads documents; losing it loses at most an attachment."""

    def __init__(self, memory: int = MEMORY, step_seconds: float = STEP_SECONDS) -> None:
        super().__init__(document_bench, memory=memory, step_seconds=step_seconds)

    def run(self, job: DocumentJob, blobs: BlobSource) -> Work:
        """Do `job`; an attachment that ends the process gets a page saying so, and the job goes on.

        `UserError` when the job itself takes too long, takes too much, or ends the process.
        """
        care = NO_CARE
        for _ in range(MAX_FALLS):
            try:
                made = yield from self.attempt(job, blobs, care)
                assert isinstance(made, JobResult)
                return made
            except Fallen as fallen:
                lesson = _learnt(job, care, fallen.during)
                if lesson == care:
                    raise UserError(_FALLS[fallen.why]) from fallen
                care = lesson
        raise UserError(_FALLS["death"])

    def read_table(self, job: TableJob) -> TableWork:
        """Read a table; `UserError` when it takes too long, takes too much, or ends the process."""
        try:
            read = yield from self.attempt(job, _NoBlobs())
        except Fallen as fallen:
            raise UserError("table_too_heavy", file=job.file) from fallen
        assert isinstance(read, TableContent)
        return read


def _say(connection: Connection, message: object) -> None:
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        connection.send(message)


def _hand_over(connection: Connection, blobs: BlobSource, sha256: str) -> None:
    try:
        data = blobs.read(sha256)
    except UserError as error:
        _say(connection, NoBlob(error))
        return
    _say(connection, BlobFollows())
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        connection.send_bytes(data)


def _result(answer: object, last: Progress | None) -> Any:
    match answer:
        case Done(result):
            return result
        case Refused(error):
            raise error
        case Broken(traceback):
            raise WorkerMistake(traceback)
        case OutOfMemory():
            raise Fallen("memory", last)
    raise WorkerMistake(f"an answer of kind {type(answer).__name__}")


def _learnt(job: DocumentJob, care: Care, during: Progress | None) -> Care:
    """More care for the next attempt, by what was done at the fall; the same when none would help.

    The attachment that was being read is not opened again; when they were joined, each is tried
    alone, so that the next fall shows which one it is.
    """
    if not isinstance(job.content, Papers) or during is None:
        return care
    number = during.label.params.get("number")
    if during.label.code == READING and isinstance(number, int):
        return replace(care, distrusted=care.distrusted | {number})
    if during.label.code in (CONVERTING, JOINING, SAVING):
        return replace(care, careful=True)
    return care
