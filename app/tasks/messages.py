"""What the window's process and its worker say to each other, one value at a time."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.make import Care
from app.domain.errors import UserError


@dataclass(frozen=True, slots=True)
class Run:
    """To the worker: do this, with the care that earlier attempts have taught."""

    job: object
    care: Care


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the worker: stop at the next step, and answer `Stopped`."""


@dataclass(frozen=True, slots=True)
class Close:
    """To the worker: end."""


@dataclass(frozen=True, slots=True)
class BlobFollows:
    """To the worker: the bytes it wanted come next, as they are."""


@dataclass(frozen=True, slots=True)
class NoBlob:
    """To the worker: why there are no such bytes."""

    error: UserError


@dataclass(frozen=True, slots=True)
class Wanted:
    """From the worker: the bytes of this SHA-256, please."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Done:
    """From the worker: the job is done."""

    result: object


@dataclass(frozen=True, slots=True)
class Refused:
    """From the worker: the user's world is not as the job needs it."""

    error: UserError


@dataclass(frozen=True, slots=True)
class Broken:
    """From the worker: a mistake of ours, as a traceback."""

    traceback: str


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """From the worker: the limit is reached; it ends itself after saying so."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """From the worker: cancelled, and ready for the next job."""
