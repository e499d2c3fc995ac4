"""What the file keeps about itself: blobs, drafts, and the log of every verb."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Key, to


class Blob(Base):
    """The bytes of an attachment or picture under their own SHA-256; never changed."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Draft(Base):
    """Text as it was typed, valid or not, until its value has been stored."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("subject", "subject_id", "field"),)

    id: Mapped[Key]
    subject: Mapped[str]
    subject_id: Mapped[int]
    field: Mapped[str]
    text: Mapped[str]
    base_version: Mapped[int]
    saved_at: Mapped[datetime]


class Erasure(Base):
    """That a person was erased for good; no word of who it was is kept (R52).

    `marks` are salted hashes of the names the person had, one a word, so that the same person is
    known again in an older copy of the file, and another who has the same key there is not.
    """

    __tablename__ = "erasure"

    id: Mapped[Key]
    person_id: Mapped[int]
    erased_at: Mapped[datetime]
    salt: Mapped[str]
    marks: Mapped[str]
    is_here: Mapped[bool]
    """Whether it was this file's own row; else it was told by another copy of the file."""


class LogEntry(Base):
    """One verb: when, who, what, and every row before and after it.

    `before` and `after` are JSON: a list of `{table, key, values}` in the order of writing.
    History, undo, bin and audit are all read from here.
    """

    __tablename__ = "log_entry"
    __table_args__ = (Index("ix_log_entry_subject", "subject", "subject_id"),)

    id: Mapped[Key]
    at: Mapped[datetime]
    who: Mapped[str]
    verb: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[int | None]
    before: Mapped[str]
    after: Mapped[str]
    undoes_id: Mapped[int | None] = mapped_column(to("log_entry.id"))
    is_final: Mapped[bool] = mapped_column(default=False)
    """What is sent or approved has no inverse."""
