"""The combined package: our pages and every attachment in one file (R30, R31)."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from pikepdf import Array, ObjectStreamMode, Pdf, StreamDecodeLevel, String

from app.documents.attachments.prepare import Prepared, prepare
from app.documents.content import AttachmentContent, PackageWords, Papers
from app.documents.jobs import BlobSource
from app.documents.pdf.bookmarks import add_bookmarks, add_page_labels
from app.documents.pdf.layers import keep_layers
from app.documents.pdf.links import aim_links
from app.documents.pdf.merged import Merged
from app.documents.pdf.notices import notice_pages
from app.documents.pdf.papers import PapersSetter, Placement
from app.documents.pdf.stamps import Stamp, put_stamps
from app.documents.pdf.tidy import drop_archival_claim, drop_traces
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


def make_package(
    papers: Papers,
    setter: PapersSetter,
    blobs: BlobSource,
    enclosure_name: Mapping[int, str],
    distrusted: frozenset[int] = frozenset(),
) -> Generator[Reason, None, Package]:
    """Our pages with contents, then each attachment's, stamped; yields what is being done.

    An attachment without pages of its own has one that says why; `enclosure_name` gives the name
    under which its original is enclosed.
    """
    prepared = yield from prepare(papers.attachments, blobs, distrusted)
    yield Reason("joining_pages")
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
            own = len(package.pages)
            _join(package, own, merged, papers)
            yield Reason("saving_package")
            data = _saved(package, _content_id(ours.data, merged))
        problems = (*ours.problems, *(reason for each in prepared for reason in each.reasons))
        return Package(alone.result().data, data, own + extra, enclosed, problems)


def _content_id(ours: bytes, merged: Sequence[Merged]) -> bytes:
    """A number for the package that depends on what is in it alone."""
    parts = hashlib.sha256(ours)
    for each in merged:
        parts.update(each.attachment.sha256.encode("ascii"))
    return parts.digest()[:16]


def _join(package: Pdf, own: int, merged: Sequence[Merged], papers: Papers) -> None:
    """Put the attachments after our pages, with all that makes them one document."""
    for each in merged:
        package.pages.extend(each.pages)
    pages = list(package.pages)
    aim_links(pages, own, merged)
    keep_layers(package, [each.source for each in merged])
    put_stamps(package, pages[own:], _stamps(papers.package, merged, own), papers.meta.dated_on)
    add_bookmarks(package, papers.cases, own, merged)
    add_page_labels(package, own, merged)
    drop_traces(package)
    drop_archival_claim(package)


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


def _stamps(words: PackageWords, merged: Sequence[Merged], own: int) -> list[Stamp]:
    stamps = []
    for each in merged:
        count = len(each.pages)
        for page in range(1, count + 1):
            where = words.stamp_page.replace("{pages}", str(count)).replace("{page}", str(page))
            place = str(own + each.first + page - 1)
            stamps.append(Stamp(f"{each.attachment.stamp} · {where}", place))
    return stamps


def _saved(package: Pdf, content_id: bytes) -> bytes:
    """The bytes; packed streams are passed on as they are, so no bomb goes off here.

    With an id of our own, pikepdf need not read all it wrote once more to make a deterministic one.
    """
    number = String(content_id)
    package.trailer["/ID"] = Array([number, number])
    target = io.BytesIO()
    package.save(
        target,
        static_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        stream_decode_level=StreamDecodeLevel.none,
        compress_streams=True,
    )
    return target.getvalue()
