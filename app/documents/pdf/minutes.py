"""The minutes as PDF (R40)."""

from __future__ import annotations

from app.documents.content import Minutes
from app.documents.jobs import BlobSource
from app.documents.pdf.typeset import Typeset, typeset
from app.documents.pdf.values import Values


def typeset_minutes(minutes: Minutes, blobs: BlobSource) -> Typeset:
    """The minutes, PDF/A where the text allows it."""
    values = Values(blobs)
    data = {"minutes": values.of(minutes)}
    made = typeset("minutes", data, minutes.meta.dated_on, values.files)
    return Typeset(made.data, (*values.problems, *made.problems))
