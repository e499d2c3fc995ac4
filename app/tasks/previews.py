"""Documents on screen, as the window has them: asked for here, drawn in another process.

What takes long and is no longer wanted is ended with its process; the document is then shown again.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from app.documents.content import AttachmentContent, Minutes, Papers
from app.documents.jobs import BlobSource
from app.documents.preview import Chapter, Hit, PagePicture, PageSize
from app.documents.preview_room import ShowAttachment, ShowContent, Showing, Shown, ShowPdf
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.tasks.preview_orders import Order, Search, WantedPart
from app.tasks.preview_thread import (
    Drawn,
    Found,
    Lost,
    News,
    NotDrawn,
    PageText,
    PreviewThread,
    Restarted,
)
from app.tasks.preview_worker import PreviewWorker

Post = Callable[[Callable[[], object]], object]
"""Has a closure run on the window's thread; may be called from any."""


class Listener(Protocol):
    """Hears of an open document, on the window's thread."""

    def drawn(self, part: WantedPart, picture: PagePicture) -> None:
        """A strip that was wanted."""

    def not_drawn(self, page: int, why: UserError) -> None:
        """The page cannot be drawn; it is not tried again before `retry`."""

    def found(self, words: str, hits: Sequence[Hit], is_done: bool) -> None:
        """More places where the words stand, in the order of reading."""

    def text_read(self, page: int, text: str) -> None:
        """The words of a page; empty when they cannot be read."""

    def restarted(self, why: Reason) -> None:
        """The process was lost, and the document is being shown again."""

    def lost(self, why: Exception) -> None:
        """The document cannot be shown any more."""


@dataclass(slots=True)
class _Viewer:
    """Who waits for a document; lives and dies on the window's thread, as widgets must."""

    document: PreviewDocument
    shown: Callable[[PreviewDocument, tuple[Reason, ...]], object]
    failed: Callable[[Exception], object]
    is_shown: bool = False


class Previews:
    """One for each open file; `blobs` are its attachments. All is for the window's thread."""

    def __init__(self, post: Post, blobs: BlobSource, worker: PreviewWorker | None = None) -> None:
        self._post = post
        self._numbers = itertools.count(1)
        self._viewers: dict[str, _Viewer] = {}
        self._thread = PreviewThread(worker or PreviewWorker(), blobs, self._tell)

    def show_content(
        self,
        content: Papers | Minutes,
        shown: Callable[[PreviewDocument, tuple[Reason, ...]], object],
        failed: Callable[[Exception], object],
    ) -> PreviewDocument:
        """Make the PDF of `content`; then comes `shown` with what there is to say, or `failed`."""
        return self._begin(ShowContent(self._key(), content), shown, failed)

    def show_attachment(
        self,
        attachment: AttachmentContent,
        shown: Callable[[PreviewDocument, tuple[Reason, ...]], object],
        failed: Callable[[Exception], object],
    ) -> PreviewDocument:
        """Open an attachment as it stands in the package."""
        return self._begin(ShowAttachment(self._key(), attachment), shown, failed)

    def show_pdf(
        self,
        data: bytes,
        shown: Callable[[PreviewDocument, tuple[Reason, ...]], object],
        failed: Callable[[Exception], object],
    ) -> PreviewDocument:
        """Open a PDF file."""
        return self._begin(ShowPdf(self._key(), data), shown, failed)

    def close(self) -> None:
        """End the process and the thread; nothing is told any more."""
        self._viewers.clear()
        self._thread.close()

    def _key(self) -> str:
        return f"document-{next(self._numbers)}"

    def _begin(
        self,
        showing: Showing,
        shown: Callable[[PreviewDocument, tuple[Reason, ...]], object],
        failed: Callable[[Exception], object],
    ) -> PreviewDocument:
        order = Order(showing.key, showing)
        document = PreviewDocument(self._thread, order, self._forget)
        self._viewers[order.key] = _Viewer(document, shown, failed)
        with self._thread.changing() as orders:
            orders.append(order)
        return document

    def _forget(self, key: str) -> None:
        self._viewers.pop(key, None)

    def _tell(self, key: str, news: News) -> None:
        """From the thread; only data goes along, and the viewer is looked up where it lives."""
        self._post(partial(self._hear, key, news))

    def _hear(self, key: str, news: News) -> None:
        viewer = self._viewers.get(key)
        if viewer is None:
            return
        if isinstance(news, Shown):
            if not viewer.is_shown:
                viewer.is_shown = True
                viewer.document.sizes, viewer.document.chapters = news.sizes, news.chapters
                viewer.shown(viewer.document, news.problems)
        elif isinstance(news, Lost) and not viewer.is_shown:
            viewer.document.close()
            viewer.failed(news.why)
        elif viewer.document.listener is not None:
            _pass_on(viewer.document.listener, news)


class PreviewDocument:
    """One document as the window has it."""

    def __init__(
        self, thread: PreviewThread, order: Order, forget: Callable[[str], object]
    ) -> None:
        self._thread, self._order, self._forget = thread, order, forget
        self.sizes: tuple[PageSize, ...] = ()
        """Every page's size in points, once it is shown."""
        self.chapters: tuple[Chapter, ...] = ()
        self.listener: Listener | None = None

    def listen(self, listener: Listener) -> None:
        """Tell `listener` from now on."""
        self.listener = listener

    def want(self, parts: Sequence[WantedPart]) -> None:
        """Draw these, the first ones first; what was wanted before and is not here, is not."""
        with self._thread.changing():
            self._order.wishes = [part for part in parts if self._order.may_draw(part.page)]

    def search(self, words: str) -> None:
        """Look for `words` from the first page on, instead of what was looked for before."""
        with self._thread.changing():
            self._order.search = Search(words) if words.strip() else None

    def read(self, page: int) -> None:
        """Read the words of a page."""
        with self._thread.changing():
            if page not in self._order.reads:
                self._order.reads.append(page)

    def retry(self, page: int) -> None:
        """Let a page be drawn again that could not be."""
        with self._thread.changing():
            self._order.falls.pop(page, None)

    def close(self) -> None:
        """Let the document go; nothing more is heard of it."""
        self.listener = None
        self._forget(self._order.key)
        with self._thread.changing() as orders:
            if self._order in orders:
                orders.remove(self._order)


def _pass_on(listener: Listener, news: News) -> None:
    match news:
        case Drawn(part, picture):
            listener.drawn(part, picture)
        case NotDrawn(page, why):
            listener.not_drawn(page, why)
        case Found(words, hits, is_done):
            listener.found(words, hits, is_done)
        case PageText(page, text):
            listener.text_read(page, text)
        case Restarted():
            listener.restarted(Reason("preview_restarted"))
        case Lost(why):
            listener.lost(why)
