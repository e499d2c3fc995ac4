"""What runs inside the worker: job after job, until it is told to end or nobody listens."""

from __future__ import annotations

import gc
import signal
import traceback
from multiprocessing.connection import Connection

from app.documents.attachments.office import sweep
from app.documents.make import make_documents
from app.domain.errors import UserError
from app.tasks.limits import limit_memory
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


def serve(connection: Connection, memory: int) -> None:
    """Do what comes through `connection` with at most `memory` bytes of data."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(memory)
    sweep()
    try:
        while True:
            message = connection.recv()
            if isinstance(message, Close) or not _answer(connection, message):
                return
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(connection: Connection, message: object) -> bool:
    """Do one job and say how it went; whether this process is fit for another."""
    if isinstance(message, Cancel):  # came after the job was done
        connection.send(Stopped())
        return True
    assert isinstance(message, Run)
    try:
        connection.send(_do(connection, message))
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


def _do(connection: Connection, message: Run) -> Done:
    work = make_documents(message.job, BlobsByPipe(connection), message.distrusted)
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
