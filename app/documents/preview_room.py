"""What happens to a preview inside its process: a document is made or opened, drawn and searched.

A drawing cannot be cancelled and may take long, so all this runs in a process that can be ended.
"""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Generator
from dataclasses import dataclass

from app.documents.content import AttachmentContent, Minutes, Papers
from app.documents.jobs import BlobSource
from app.documents.preview import Chapter, Hit, PagePicture, PageSize, Preview
from app.documents.steps import SETTING
from app.domain.errors import UserError
from app.domain.progress import Progress
from app.domain.reasons import Reason

MOST_OPEN = 2
"""Documents that are held open: the one on screen, and the one that takes its place."""
DRAWING = "drawing_page"
SEARCHING = "searching_pages"


@dataclass(frozen=True, slots=True)
class ShowContent:
    """Set `content` and hold it open as `key`."""

    key: str
    content: Papers | Minutes


@dataclass(frozen=True, slots=True)
class ShowAttachment:
    """Open the attachment's pages as they stand in the package, and hold them as `key`."""

    key: str
    attachment: AttachmentContent


@dataclass(frozen=True, slots=True)
class ShowPdf:
    """Hold the PDF file `data` open as `key`."""

    key: str
    data: bytes


@dataclass(frozen=True, slots=True)
class DrawPart:
    """Draw rows `top` to `top + height` of a page that is `width` pixels wide; pages from 0."""

    key: str
    page: int
    width: int
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class FindWords:
    """Find where `words` stand on `count` pages from page `first` on."""

    key: str
    words: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Read the words of one page."""

    key: str
    page: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The document is open: its pages, its contents, and what the secretary should know of it."""

    sizes: tuple[PageSize, ...]
    chapters: tuple[Chapter, ...] = ()
    problems: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class NotOpen:
    """No document is open under that key: it must be shown first, or again."""


Showing = ShowContent | ShowAttachment | ShowPdf
PreviewJob = Showing | DrawPart | FindWords | ReadPage
PreviewAnswer = Shown | PagePicture | tuple[Hit, ...] | str | NotOpen
Previewing = Generator[Progress, None, PreviewAnswer]


class PreviewRoom:
    """Holds at most `MOST_OPEN` documents open and does one job after the other with them."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Preview] = OrderedDict()

    def do(self, job: PreviewJob, blobs: BlobSource) -> Previewing:
        """Do `job`; `UserError` for a document or a page that cannot be shown."""
        match job:
            case ShowContent() | ShowAttachment() | ShowPdf():
                return (yield from self._show(job, blobs))
            case DrawPart(_, page, width, top, height):
                yield _telling(Reason(DRAWING, page=page + 1))
                preview = self._preview(job.key)
                return preview.draw_part(page, width, top, height) if preview else NotOpen()
            case FindWords(_, words, first, count):
                yield _telling(Reason(SEARCHING))
                preview = self._preview(job.key)
                return preview.find(words, first, count) if preview else NotOpen()
            case ReadPage(_, page):
                yield _telling(Reason(SEARCHING))
                preview = self._preview(job.key)
                return preview.text(page) if preview else NotOpen()

    def close(self) -> None:
        """Let every document go."""
        while self._open:
            self._open.popitem()[1].close()

    def _show(self, job: Showing, blobs: BlobSource) -> Generator[Progress, None, Shown]:
        data, problems = yield from _made(job, blobs)
        preview = Preview(data)
        if job.key in self._open:
            self._open.pop(job.key).close()
        while len(self._open) >= MOST_OPEN:
            self._open.popitem(last=False)[1].close()
        self._open[job.key] = preview
        return Shown(preview.sizes(), preview.chapters(), problems)

    def _preview(self, key: str) -> Preview | None:
        """The document, which is now the last one to be let go."""
        if key in self._open:
            self._open.move_to_end(key)
        return self._open.get(key)


Making = Generator[Progress, None, tuple[bytes, tuple[Reason, ...]]]


def _made(job: Showing, blobs: BlobSource) -> Making:
    """The document as PDF, with what there is to say about it."""
    match job:
        case ShowContent(_, Papers() as papers):
            from app.documents.pdf.papers import PapersSetter

            yield _telling(Reason(SETTING))
            made = PapersSetter(papers, blobs).typeset()
            return made.data, made.problems
        case ShowContent(_, Minutes() as minutes):
            from app.documents.pdf.minutes import typeset_minutes

            yield _telling(Reason(SETTING))
            made = typeset_minutes(minutes, blobs)
            return made.data, made.problems
        case ShowAttachment(_, attachment):
            return (yield from _attachment(attachment, blobs))
        case ShowPdf(_, data):
            yield _telling(Reason(SETTING))
            return data, ()
    raise ValueError(f"a {type(job).__name__} cannot be shown")


def _attachment(attachment: AttachmentContent, blobs: BlobSource) -> Making:
    from app.documents.attachments.prepare import prepare

    preparing = prepare([attachment], blobs, {})
    try:
        while True:
            yield _telling(next(preparing))
    except StopIteration as finished:
        [prepared] = finished.value
    finally:
        preparing.close()
    if prepared.pdf is None:
        [why, *_rest] = prepared.reasons
        raise UserError(why.code, **why.params)
    target = io.BytesIO()
    prepared.pdf.save(target)
    return target.getvalue(), tuple(prepared.reasons)


def _telling(label: Reason) -> Progress:
    """A sign of life: from the first one on, the caller hears that the process lives."""
    return Progress(0, 1, label)
