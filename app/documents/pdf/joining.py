"""Our pages and the attachments' made one document and saved; and which attachment prevents it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Generator, Sequence

from pikepdf import Array, ObjectStreamMode, Pdf, StreamDecodeLevel, String

from app.documents.attachments.prepare import Prepared
from app.documents.attachments.problems import BROKEN
from app.documents.content import PackageWords, Papers
from app.documents.pdf.bookmarks import add_bookmarks, add_page_labels
from app.documents.pdf.layers import keep_layers
from app.documents.pdf.links import aim_links
from app.documents.pdf.merged import Merged
from app.documents.pdf.stamps import Stamp, put_stamps
from app.documents.pdf.tidy import drop_archival_claim, drop_traces
from app.documents.steps import READING
from app.domain.reasons import Reason


def join(package: Pdf, merged: Sequence[Merged], papers: Papers) -> None:
    """Put the attachments after our pages, with all that makes them one document."""
    own = len(package.pages)
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


def saved(package: Pdf, ours: bytes, merged: Sequence[Merged]) -> bytes:
    """The bytes; packed streams are passed on as they are, so no bomb goes off here.

    With an id of our own, pikepdf need not read all it wrote once more to make a deterministic one.
    """
    number = String(_content_id(ours, merged))
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


def find_harmful(
    prepared: Sequence[Prepared], papers: Papers
) -> Generator[Reason, None, dict[int, str]]:
    """The numbers of those that cannot be joined even alone, each with the code to give for it.

    Yields `READING` before each: should it bring the process down, it is known which one did.
    """
    harmful: dict[int, str] = {}
    for each in prepared:
        number = each.attachment.number
        yield Reason(READING, number=number, file=each.attachment.file_name)
        if each.pdf is not None and not _can_be_joined(each, each.pdf, papers):
            harmful[number] = BROKEN
    return harmful


def _can_be_joined(prepared: Prepared, source: Pdf, papers: Papers) -> bool:
    merged = Merged(prepared.attachment, source, tuple(source.pages), 1)
    try:
        with Pdf.new() as trial:
            trial.pages.extend(merged.pages)
            pages = list(trial.pages)
            keep_layers(trial, [source])
            put_stamps(trial, pages, _stamps(papers.package, [merged], 0), papers.meta.dated_on)
            drop_traces(trial)
            saved(trial, b"", [merged])
    except MemoryError:
        raise
    except Exception:  # whatever a damaged file makes of the library
        return False
    return True


def _stamps(words: PackageWords, merged: Sequence[Merged], own: int) -> list[Stamp]:
    stamps = []
    for each in merged:
        count = len(each.pages)
        for page in range(1, count + 1):
            where = words.stamp_page.replace("{pages}", str(count)).replace("{page}", str(page))
            place = str(own + each.first + page - 1)
            stamps.append(Stamp(f"{each.attachment.stamp} · {where}", place))
    return stamps


def _content_id(ours: bytes, merged: Sequence[Merged]) -> bytes:
    """A number for the package that depends on what is in it alone."""
    parts = hashlib.sha256(ours)
    for each in merged:
        parts.update(each.attachment.sha256.encode("ascii"))
    return parts.digest()[:16]
