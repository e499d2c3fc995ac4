"""The page that stands in for an attachment which has no pages of its own."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from pikepdf import Pdf

from app.documents.attachments.prepare import Prepared
from app.documents.content import Papers
from app.documents.pdf.glyphs import ReadyText
from app.documents.pdf.typeset import typeset


def notice_pages(
    papers: Papers, missing: Sequence[Prepared], enclosed_as: Mapping[int, str]
) -> Pdf:
    """One page for each of `missing`, in order: what it is, what is wrong, where it is."""
    text = ReadyText()
    sentences = dict(papers.package.problems)
    notices = []
    for each in missing:
        file_name = enclosed_as.get(each.attachment.number)
        where = papers.package.enclosed.replace("{file}", file_name) if file_name else ""
        notices.append(
            {
                "label": text(each.attachment.stamp),
                "title": text(each.attachment.title),
                "problem": text(sentences.get(each.problem, "")),
                "enclosed": text(where),
            }
        )
    meta = {
        "title": text(papers.meta.title),
        "author": text(papers.meta.author),
        "subject": text(papers.meta.subject),
        "language": papers.meta.language,
        "dated_on": papers.meta.dated_on.isoformat(),
    }
    data = {"notices": notices, "meta": meta}
    made = typeset("notices", data, papers.meta.dated_on, archival=False)
    return Pdf.open(io.BytesIO(made.data))
