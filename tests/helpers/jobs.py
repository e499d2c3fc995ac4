"""Running a document job to its end."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

from app.documents.content import Minutes, Papers, Workbook
from app.documents.jobs import BlobSource, DocumentJob, FileKind, Format, JobResult
from app.documents.make import make_documents

Told = TypeVar("Told")
Result = TypeVar("Result")
STEM = "Sakspapirer NR-6-2026"


def followed(work: Generator[Told, None, Result]) -> tuple[Result, list[Told]]:
    """What `work` came to, and all that it told on the way."""
    told: list[Told] = []
    while True:
        try:
            told.append(next(work))
        except StopIteration as finished:
            return finished.value, told


def a_job(
    content: Papers | Minutes | Workbook,
    folder: Path,
    formats: tuple[Format, ...] = (Format.PDF,),
    *,
    overwrite: bool = False,
) -> DocumentJob:
    """A job that writes `content` into `folder`."""
    return DocumentJob(
        content=content, folder=folder, stem=STEM, formats=formats, overwrite=overwrite
    )


def made(content: Papers | Minutes | Workbook, folder: Path, blobs: BlobSource) -> JobResult:
    """`content` as PDF, made in this process."""
    return followed(make_documents(a_job(content, folder), blobs))[0]


def bytes_of(result: JobResult, kind: FileKind) -> bytes:
    """The one file of `kind` among those that were made."""
    (file,) = (file for file in result.files if file.kind is kind)
    return file.path.read_bytes()
