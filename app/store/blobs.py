"""The bytes of attachments and pictures inside the file, under their own SHA-256."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.models import Blob


class BlobReader:
    """Reads bytes and proves them against their name."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Session]]) -> None:
        self._reading = reading

    def read(self, digest: str) -> bytes:
        """The bytes named `digest`; `UserError` when missing, or when they no longer match."""
        with self._reading() as session:
            data = session.scalar(select(Blob.data).where(Blob.sha256 == digest))
        if data is None:
            raise UserError("blob_missing", sha256=digest)
        if sha256(data).hexdigest() != digest:
            raise UserError("blob_damaged", sha256=digest)
        return data


def store_blob(session: Session, data: bytes) -> str:
    """Keep `data` once, and return the SHA-256 that names it."""
    digest = sha256(data).hexdigest()
    session.execute(
        insert(Blob)
        .values(sha256=digest, size=len(data), data=data)
        .on_conflict_do_nothing(index_elements=["sha256"])
    )
    return digest
