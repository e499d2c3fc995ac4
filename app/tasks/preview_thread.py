"""The thread that asks the preview's process for what the window wants, one job at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.documents.jobs import BlobSource
from app.documents.preview import Hit, PagePicture
from app.documents.preview_room import NotOpen, PreviewAnswer, Shown
from app.domain.errors import UserError
from app.tasks.preview_orders import Order, Purpose, Search, Task, WantedPart, next_task
from app.tasks.preview_worker import PreviewWorker
from app.tasks.worker import Fallen

DRAW_SECONDS = 15.0
SHOW_SECONDS = 120.0
UNWANTED_SECONDS = 1.0
"""So long something goes on that nobody waits for any more, before its process is ended."""
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A strip that was wanted."""

    part: WantedPart
    picture: PagePicture


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """The page is given up."""

    page: int
    why: UserError


@dataclass(frozen=True, slots=True)
class Found:
    """More places where the words stand."""

    words: str
    hits: tuple[Hit, ...]
    is_done: bool


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Restarted:
    """The process was lost; the document is shown again when something is wanted of it."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The document cannot be shown."""

    why: Exception


News = Shown | Drawn | NotDrawn | Found | PageText | Restarted | Lost


class _Unwanted(Exception):
    """Nobody waits for this any more."""


class PreviewThread:
    """Serves orders until it is closed; `tell` is called from its thread, with an order's key."""

    def __init__(
        self, worker: PreviewWorker, blobs: BlobSource, tell: Callable[[str, News], object]
    ) -> None:
        self._worker, self._blobs, self._tell = worker, blobs, tell
        self._turn = threading.Condition()
        self._orders: list[Order] = []
        self._is_closing = False
        self._searches_first = False
        self._thread = threading.Thread(target=self._serve, name="rundgang-preview", daemon=True)
        self._thread.start()

    @contextmanager
    def changing(self) -> Iterator[list[Order]]:
        """The orders, to be changed by whoever has come in; quick, since both sides wait here."""
        with self._turn:
            yield self._orders
            self._turn.notify()

    def close(self) -> None:
        """End what is being done, the process and the thread."""
        with self._turn:
            self._is_closing = True
            self._turn.notify()
        self._thread.join(_PATIENCE)

    def _serve(self) -> None:
        while (task := self._next()) is not None:
            try:
                answer = self._done(task)
            except _Unwanted:
                continue
            except Fallen as fallen:
                self._after_fall(task, fallen.why)
            except UserError as error:
                self._after_error(task, error)
            except Exception as error:  # ours: for the log and the crash dialog
                self._lose(task.order, error)
            else:
                self._settle(task, answer)
        self._worker.close()

    def _next(self) -> Task | None:
        """The next task, waited for; None when it is time to end."""
        with self._turn:
            while not self._is_closing:
                self._searches_first = not self._searches_first
                task = next_task(self._orders, searches_first=self._searches_first)
                if task is not None:
                    return task
                self._turn.wait()
            return None

    def _done(self, task: Task) -> PreviewAnswer:
        began = time.monotonic()
        limit = SHOW_SECONDS if task.purpose is None else DRAW_SECONDS
        work = self._worker.attempt(task.job, self._blobs)
        try:
            while True:
                next(work)
                spent = time.monotonic() - began
                if self._is_closing or (spent > UNWANTED_SECONDS and not self._is_wanted(task)):
                    raise _Unwanted
                if spent > limit:
                    raise Fallen("time", None)
        except StopIteration as finished:
            answer: PreviewAnswer = finished.value
            return answer
        finally:
            work.close()

    def _is_wanted(self, task: Task) -> bool:
        with self._turn:
            return task.is_wanted(self._orders)

    def _settle(self, task: Task, answer: PreviewAnswer) -> None:
        """Note what came of a task, and tell it."""
        order, purpose = task.order, task.purpose
        with self._turn:
            if isinstance(answer, NotOpen):
                order.is_shown = False
                return
            if isinstance(answer, Shown):
                order.is_shown, order.pages = True, len(answer.sizes)
            news = _news(order, purpose, answer)
        self._tell(order.key, news)

    def _after_fall(self, task: Task, why: str) -> None:
        """The process is gone: a page gets another chance unless it only took too long."""
        order, purpose = task.order, task.purpose
        is_late = why == "time"
        if purpose is None:
            self._lose(order, UserError("preview_too_slow" if is_late else "preview_fell"))
            return
        self._tell(order.key, Restarted())
        with self._turn:
            order.is_shown = False
            if isinstance(purpose, Search):
                news: News | None = Found(purpose.words, (), order.go_on(purpose, 0))
            else:
                news = _fallen_page(order, purpose, is_late=is_late)
        if news is not None:
            self._tell(order.key, news)

    def _after_error(self, task: Task, error: UserError) -> None:
        """The file itself is at fault: one page, or the whole document."""
        order, purpose = task.order, task.purpose
        if purpose is None:
            self._lose(order, error)
            return
        news: News
        with self._turn:
            if isinstance(purpose, Search):
                news = Found(purpose.words, (), order.go_on(purpose, 0))
            else:
                news = _given_up(order, purpose, error)
        self._tell(order.key, news)

    def _lose(self, order: Order, why: Exception) -> None:
        with self._turn:
            order.has_failed = True
        self._tell(order.key, Lost(why))


def _news(order: Order, purpose: Purpose, answer: PreviewAnswer) -> News:
    """The answer as it is told, after taking the wish off the list."""
    if isinstance(answer, Shown):
        return answer
    if isinstance(purpose, Search) and isinstance(answer, tuple):
        return Found(purpose.words, answer, order.go_on(purpose, len(answer)))
    if isinstance(purpose, int) and isinstance(answer, str):
        order.reads.remove(purpose)
        return PageText(purpose, answer)
    if isinstance(answer, PagePicture) and not isinstance(purpose, int | Search | None):
        order.wishes = [wish for wish in order.wishes if wish != purpose]
        return Drawn(purpose, answer)
    raise TypeError(f"{type(answer).__name__} does not answer {type(purpose).__name__}")


def _fallen_page(order: Order, purpose: WantedPart | int, *, is_late: bool) -> News | None:
    page = purpose if isinstance(purpose, int) else purpose.page
    order.falls[page] += 1
    if order.may_draw(page) and not is_late:
        return None
    code = "preview_page_too_slow" if is_late else "preview_page_fell"
    return _given_up(order, purpose, UserError(code, page=page + 1))


def _given_up(order: Order, purpose: WantedPart | int | None, why: UserError) -> News:
    if isinstance(purpose, int):
        order.reads = [page for page in order.reads if page != purpose]
        return PageText(purpose, "")
    assert purpose is not None
    order.give_up(purpose.page)
    return NotDrawn(purpose.page, why)
