"""The combined package: our pages and every attachment in one file (R30, R31)."""

from __future__ import annotations

import io
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from pikepdf import Pdf

from app.documents.attachments.prepare import Prepared, prepare
from app.documents.content import AttachmentContent, Papers
from app.documents.jobs import BlobSource
from app.documents.pdf.joining import find_harmful, join, saved
from app.documents.pdf.merged import Merged
from app.documents.pdf.notices import notice_pages
from app.documents.pdf.papers import PapersSetter, Placement
from app.documents.steps import JOINING, SAVING
from app.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An original that goes beside the package, under a name of its own."""

    attachment: AttachmentContent
    file_name: str


@dataclass(frozen=True, slots=True)
class Package:
    """Our pages alone, all pages, what goes beside them, and what to tell the secretary."""

    papers: bytes
    data: bytes
    pages: int
    enclosures: tuple[Enclosure, ...]
    problems: tuple[Reason, ...]


Packing = Generator[Reason, None, Package]
"""Yields what is being done."""


def make_package(
    papers: Papers,
    blobs: BlobSource,
    enclosure_name: Mapping[int, str],
    refused: Mapping[int, str],
    *,
    careful: bool = False,
) -> Packing:
    """Our pages with contents, then each attachment's, stamped.

    An attachment without pages of its own has one that says why; `enclosure_name` gives the name
    under which its original is enclosed. Those in `refused` are not opened. With `careful`, each
    is first tried alone.
    """
    setter = PapersSetter(papers, blobs)
    known = dict(refused)
    prepared = yield from prepare(papers.attachments, blobs, known)
    if not careful:
        try:
            return (yield from _together(papers, setter, prepared, enclosure_name))
        except MemoryError:
            raise
        except Exception:  # a damaged file may first show when it is joined or saved
            known |= yield from find_harmful(prepared, papers)
            if known == refused:
                raise
    else:
        known |= yield from find_harmful(prepared, papers)
    if known != refused:
        prepared = yield from prepare(papers.attachments, blobs, known)
    return (yield from _together(papers, setter, prepared, enclosure_name))


def _together(
    papers: Papers,
    setter: PapersSetter,
    prepared: Sequence[Prepared],
    enclosure_name: Mapping[int, str],
) -> Packing:
    yield Reason(JOINING)
    enclosed = tuple(
        Enclosure(each.attachment, enclosure_name[each.attachment.number])
        for each in prepared
        if each.is_enclosed
    )
    merged = _placed(papers, prepared, {e.attachment.number: e.file_name for e in enclosed})
    extra = sum(len(each.pages) for each in merged)
    starts = {each.attachment.number: each.first for each in merged}
    ours = setter.typeset(Placement(starts, extra))
    # Typst sets the papers alone on another core while these pages are joined and saved.
    with ThreadPoolExecutor(max_workers=1) as beside:
        alone = beside.submit(setter.typeset)
        with Pdf.open(io.BytesIO(ours.data)) as package:
            join(package, merged, papers)
            yield Reason(SAVING)
            pages = len(package.pages)
            data = saved(package, ours.data, merged)
        problems = (*ours.problems, *(reason for each in prepared for reason in each.reasons))
        return Package(alone.result().data, data, pages, enclosed, problems)


def _placed(
    papers: Papers, prepared: Sequence[Prepared], enclosed_as: Mapping[int, str]
) -> list[Merged]:
    """Every attachment in order of number, one after the other, or the page in its place."""
    missing = [each for each in prepared if each.pdf is None]
    notices = notice_pages(papers, missing, enclosed_as) if missing else Pdf.new()
    stand_ins = {
        each.attachment.number: page for each, page in zip(missing, notices.pages, strict=True)
    }
    merged: list[Merged] = []
    first = 1
    for each in prepared:
        source = each.pdf or notices
        pages = tuple(each.pdf.pages) if each.pdf else (stand_ins[each.attachment.number],)
        merged.append(Merged(each.attachment, source, pages, first))
        first += len(pages)
    return merged
