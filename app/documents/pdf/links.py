"""Links that lead to pages of the package: from our contents, and within an attachment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, String

from app.documents.attachments.foreign import TARGET
from app.documents.pdf.merged import Merged
from app.domain.rich_text import clean

SCHEME = "rundgang:attachment-"
"""What `papers.typ` links to: typst cannot link to pages that it does not make."""


def aim_links(pages: Sequence[Page], own: int, merged: Sequence[Merged]) -> None:
    """Point every link at its page; `own` is how many of `pages` are ours."""
    first = {
        str(each.attachment.number): (
            pages[own + each.first - 1],
            clean(f"{each.attachment.label}: {each.attachment.title}"),
        )
        for each in merged
    }
    for page in pages[:own]:
        for annotation in _annotations(page):
            _aim_ours(annotation, first)
    for each in merged:
        start = own + each.first - 1
        within = pages[start : start + len(each.pages)]
        for page in within:
            for annotation in _annotations(page):
                _aim_theirs(annotation, within)


def _aim_ours(annotation: Any, first: Mapping[str, tuple[Page, str]]) -> None:
    """Where the link leads, and what is read out to those who cannot see it."""
    action = annotation.get("/A")
    if not isinstance(action, Dictionary) or not isinstance(action.get("/URI"), String):
        return
    address = str(action["/URI"])
    if address.startswith(SCHEME):
        del annotation["/A"]
        page, said = first[address.removeprefix(SCHEME)]
        annotation["/Dest"] = Array([page.obj, Name.Fit])
        annotation["/Contents"] = String(said)


def _aim_theirs(annotation: Any, within: Sequence[Page]) -> None:
    target = annotation.get(TARGET)
    if target is None:
        return
    del annotation[TARGET]
    number = int(target[0])
    if number < len(within):
        annotation["/Dest"] = Array([within[number].obj, *list(target)[1:]])


def _annotations(page: Page) -> Iterator[Any]:
    annotations = page.obj.get("/Annots")
    if isinstance(annotations, Array):
        yield from (each for each in annotations if isinstance(each, Dictionary))
