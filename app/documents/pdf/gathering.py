"""The documents of a gathering as PDF (R17)."""

from __future__ import annotations

from app.documents.gathering import AttendeeList, GatheringDocument, GatheringReport, Programme
from app.documents.jobs import BlobSource
from app.documents.pdf.typeset import Typeset, typeset
from app.documents.pdf.values import Values

_TEMPLATES: dict[type[GatheringDocument], str] = {
    Programme: "programme",
    GatheringReport: "report",
    AttendeeList: "attendees",
}


def typeset_gathering(content: GatheringDocument, blobs: BlobSource) -> Typeset:
    """The pages, PDF/A where the text allows it."""
    values = Values(blobs)
    data = {"document": values.of(content)}
    made = typeset(_TEMPLATES[type(content)], data, content.meta.dated_on, values.files)
    return Typeset(made.data, (*values.problems, *made.problems))
