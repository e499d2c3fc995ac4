"""Letters, and the record of a person, as PDF (R9, R52)."""

from __future__ import annotations

from dataclasses import replace

from app.documents.jobs import BlobSource
from app.documents.letter import Letter, Record
from app.documents.pdf.typeset import Typeset, typeset
from app.documents.pdf.values import Values


class _NoPictures(BlobSource):
    def read(self, sha256: str) -> bytes:
        raise LookupError(sha256)


def typeset_letter(content: Letter | Record) -> Typeset:
    """The pages, PDF/A where the text allows it."""
    values = Values(_NoPictures())
    if isinstance(content, Letter):
        name, said = "letter", values.of(content)
    else:
        name, said = "record", values.of(replace(content, data=""))
    data = {name: said}
    made = typeset(name, data, content.meta.dated_on, values.files)
    return Typeset(made.data, (*values.problems, *made.problems))
