"""What a view may know of documents that are made: how they are written, and what came of it."""

from __future__ import annotations

from app.documents.jobs import FileKind, Format, JobResult, MadeFile

__all__ = ["FileKind", "Format", "JobResult", "MadeFile"]
