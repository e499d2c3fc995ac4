"""The package's outline and page labels: every case, and under it every attachment."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Dictionary, Name, NumberTree, OutlineItem, Pdf, String

from app.documents.content import CaseContent
from app.documents.pdf.merged import Merged
from app.domain.rich_text import clean


def add_bookmarks(
    package: Pdf, cases: Sequence[CaseContent], own: int, all_merged: Sequence[Merged]
) -> None:
    """Put each attachment's bookmark under its case's, which typst made last and in order."""
    by_number = {each.attachment.number: each for each in all_merged}
    with package.open_outline() as outline:
        made = outline.root[len(outline.root) - len(cases) :]
        for item, case in zip(made, cases, strict=True):
            for attachment in case.attachments:
                merged = by_number.get(attachment.number)
                if merged is not None:
                    title = clean(f"{attachment.label}: {attachment.title}")
                    item.children.append(OutlineItem(title, own + merged.first - 1, "Fit"))


def add_page_labels(package: Pdf, own: int, all_merged: Sequence[Merged]) -> None:
    """Our pages count from 1; an attachment's are "Vedlegg 3 – 1" and on."""
    root = Dictionary(Nums=[])
    package.Root["/PageLabels"] = package.make_indirect(root)
    labels = NumberTree(root)
    labels[0] = Dictionary(S=Name.D)
    for each in all_merged:
        prefix = String(clean(f"{each.attachment.label} – "))
        labels[own + each.first - 1] = Dictionary(S=Name.D, P=prefix)
