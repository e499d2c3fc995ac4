"""Our own pages of the papers: notice, agenda and briefs (R29, R30)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.documents.content import Papers
from app.documents.jobs import BlobSource
from app.documents.pdf.typeset import Typeset, typeset
from app.documents.pdf.values import Values


@dataclass(frozen=True, slots=True)
class Placement:
    """Where merged attachments stand: `starts` gives each number's first page after ours."""

    starts: Mapping[int, int]
    pages: int


class PapersSetter:
    """Sets the same papers alone and as part of a package, preparing text and pictures once."""

    def __init__(self, papers: Papers, blobs: BlobSource) -> None:
        values = Values(blobs)
        self._papers = _with_known_anchors(values.of(papers))
        self._files = values.files
        self._dated_on = papers.meta.dated_on
        self._problems = values.problems

    def typeset(self, placement: Placement | None = None) -> Typeset:
        """The pages; with `placement`, page numbers and contents of the whole package."""
        package = None
        if placement is not None:
            starts = {str(number): start for number, start in placement.starts.items()}
            package = {"starts": starts, "pages": placement.pages}
        data = {"papers": self._papers, "package": package}
        made = typeset("papers", data, self._dated_on, self._files)
        return Typeset(made.data, (*self._problems, *made.problems))


def _with_known_anchors(papers: dict[str, Any]) -> dict[str, Any]:
    """Agenda lines that name a brief which this audience does not have lose their link."""
    known = {case["anchor"] for case in papers["cases"]}
    for row in papers["agenda"]["rows"]:
        if row["anchor"] not in known:
            row["anchor"] = ""
    return papers
