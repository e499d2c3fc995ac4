"""A picture as a file: which formats there are, told by the ending of the file's name."""

from __future__ import annotations

from pathlib import Path

from app.documents.content import PictureBook
from app.documents.jobs import DocumentJob, Format
from app.domain.errors import UserError

_FORMATS = {".pdf": Format.PDF, ".svg": Format.SVG, ".png": Format.PNG}


def picture_format(out: Path) -> Format:
    """How a file of this name is written; `UserError` when its ending is none of ours."""
    found = _FORMATS.get(out.suffix.lower())
    if found is None:
        raise UserError("picture_format_unknown", file=out.name)
    return found


def picture_job(book: PictureBook, out: Path, *, overwrite: bool) -> DocumentJob:
    """Write `book` as the file `out`: SVG and PNG in one piece, PDF on pages."""
    return DocumentJob(
        content=book,
        folder=out.parent,
        stem=out.stem,
        formats=(picture_format(out),),
        overwrite=overwrite,
    )
