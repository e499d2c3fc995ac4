"""A window's thread without a window, and someone who listens to a document on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue

from app.documents.preview import Hit, PagePicture
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.tasks.preview_orders import WantedPart
from app.tasks.previews import PreviewDocument

PATIENCE = 60.0
"""Seconds before a test gives up; nothing is expected to take them."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page, as the view asks for it."""

    page: int
    width: int = 300
    top: int = 0
    height: int = 500


class Desk:
    """Where closures arrive; `until` runs them on the test's own thread."""

    def __init__(self) -> None:
        self._arrived: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self.document: PreviewDocument | None = None
        self.problems: tuple[Reason, ...] = ()
        self.error: Exception | None = None

    def post(self, closure: Callable[[], object]) -> None:
        self._arrived.put(closure)

    def until(self, is_so: Callable[[], object]) -> None:
        """Run what arrives until `is_so`."""
        while not is_so():
            self._arrived.get(timeout=PATIENCE)()

    def shown(self, document: PreviewDocument, problems: tuple[Reason, ...]) -> None:
        self.document, self.problems = document, problems

    def failed(self, error: Exception) -> None:
        self.error = error

    def opened(self) -> PreviewDocument:
        """The document that was asked for last, once it is shown."""
        self.until(lambda: self.document or self.error)
        assert self.document is not None, self.error
        document, self.document = self.document, None
        return document


@dataclass
class Ears:
    """Keeps all that is heard of a document."""

    pictures: dict[WantedPart, PagePicture] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    restarts: list[str] = field(default_factory=list)
    losses: list[Exception] = field(default_factory=list)

    def drawn(self, part: WantedPart, picture: PagePicture) -> None:
        self.pictures[part] = picture

    def not_drawn(self, page: int, why: UserError) -> None:
        self.refused[page] = why.code

    def found(self, words: str, hits: Sequence[Hit], is_done: bool) -> None:
        self.hits.extend(hits)
        if is_done:
            self.searched.append(words)

    def text_read(self, page: int, text: str) -> None:
        self.texts[page] = text

    def restarted(self, why: Reason) -> None:
        self.restarts.append(why.code)

    def lost(self, why: Exception) -> None:
        self.losses.append(why)
