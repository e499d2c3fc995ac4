"""From a meeting to its papers on screen: read, made anew when something changed, never unseen."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.services.papers.look import PapersLook
from app.tasks.store_threads import Ticket
from app.views.papers.ports import Pending, Previewing
from app.views.shell.workbench import Workbench
from app.views.widgets.pdf_view.source import PageSource
from app.views.widgets.pdf_view.view import PdfView

LOADING = _("Lager forhåndsvisningen …")
NOTHING = _("Velg et møte for å se sakspapirene.")

PAPERS = -1
"""The number of the papers themselves; attachments are counted from 0."""
_PAUSE = 250
"""Milliseconds after a change; the sum with reading, making and drawing stays far below 2 s."""


class Looking(Protocol):
    """What is asked of `PapersService`, on the reading thread."""

    def look(self, meeting_id: int, audience: Audience, *, as_edited: bool = False) -> PapersLook:
        """The papers to be looked at."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at."""

    meeting_id: int
    audience: Audience = Audience.MEMBERS
    as_edited: bool = False
    document: int = PAPERS


class Showing(QObject):
    """Keeps one reader at what it should show."""

    looked = Signal(object)
    """Carries the `PapersLook` that was read."""
    problems_found = Signal(object)
    """Carries what there is to say about the document that is shown now."""

    def __init__(
        self, bench: Workbench, papers: Looking, previews: Previewing, view: PdfView
    ) -> None:
        super().__init__(view)
        self._bench, self._papers, self._previews, self._view = bench, papers, previews, view
        self._subject: Subject | None = None
        self._is_seen = False
        self._is_stale = False
        self._ticket: Ticket | None = None
        self._pending: Pending | None = None
        self._asked: tuple[Subject, Hashable] | None = None
        """What the document on screen, or on its way there, was made of."""
        self._on_screen: Subject | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._read)
        view.document_lost.connect(self._lost)
        view.show_empty(bench.voice.word(NOTHING))

    @property
    def subject(self) -> Subject | None:
        """What is looked at."""
        return self._subject

    def show(self, subject: Subject | None) -> None:
        """Look at something else, at once."""
        if subject == self._subject:
            return
        self._subject = subject
        if subject is None:
            self._forget()
            self._view.show_empty(self._bench.voice.word(NOTHING))
        else:
            self._read()

    def touch(self) -> None:
        """Something was changed: look again in a moment."""
        if self._subject is not None and not self._pause.isActive():
            self._pause.start()

    def set_seen(self, is_seen: bool) -> None:
        """Whether anyone can see it; what changed meanwhile is shown when someone can."""
        self._is_seen = is_seen
        if is_seen and self._is_stale:
            self._read()

    def _read(self) -> None:
        subject = self._subject
        self._is_stale = not self._is_seen
        if subject is None or not self._is_seen:
            return
        self._pause.stop()
        if self._ticket is not None:
            self._ticket.drop()
        look = partial(
            self._papers.look, subject.meeting_id, subject.audience, as_edited=subject.as_edited
        )
        self._ticket = self._bench.threads.read(look, partial(self._take, subject), self._failed)

    def _take(self, subject: Subject, look: PapersLook) -> None:
        self._ticket = None
        if self._bench.life.is_over:
            return
        self.looked.emit(look)
        attachments = look.content.attachments
        is_there = subject.document < len(attachments)
        if not is_there or (subject.document >= 0 and attachments[subject.document].withheld):
            self.show(Subject(subject.meeting_id, subject.audience, subject.as_edited))
            return
        is_papers = subject.document == PAPERS
        wanted = look.content if is_papers else attachments[subject.document]
        if self._asked == (subject, wanted):
            return
        self._drop_pending()
        self._asked = (subject, wanted)
        if _is_like(subject, self._on_screen) and self._view.has_document:
            self._view.show_busy()
        else:
            self._view.show_loading(self._bench.voice.word(LOADING))
        ask = self._previews.show_content if is_papers else self._previews.show_attachment
        self._pending = ask(wanted, partial(self._shown, subject), self._failed)

    def _shown(self, subject: Subject, source: PageSource, problems: tuple[Reason, ...]) -> None:
        before, self._on_screen = self._on_screen, subject
        self._pending = None
        if self._bench.life.is_over:
            return
        self._view.show_document(source, keep_place=_has_same_pages(subject, before))
        self.problems_found.emit(problems)

    def _failed(self, error: Exception) -> None:
        """Said where the pages would be; a bug of ours is also for the log."""
        self._ticket = None
        if self._bench.life.is_over:
            return
        self._forget()
        told = error
        if not isinstance(error, UserError):
            self._bench.teller.fail(error)
            told = UserError("preview_fell")
        assert isinstance(told, UserError)
        self._view.show_problem(self._bench.voice.say(told), self._read)

    def _lost(self, error: Exception) -> None:
        self._failed(error)

    def _forget(self) -> None:
        self._drop_pending()
        self._asked = self._on_screen = None
        self.problems_found.emit(())

    def _drop_pending(self) -> None:
        pending, self._pending = self._pending, None
        if pending is not None:
            pending.close()


def _is_like(one: Subject, other: Subject | None) -> bool:
    """Whether the pages on screen may stay until the new ones come: the same eyes see them."""
    return _has_same_pages(one, other) and other is not None and one.audience == other.audience


def _has_same_pages(one: Subject, other: Subject | None) -> bool:
    """Whether one place in the one is about the same place in the other."""
    if other is None:
        return False
    return (one.meeting_id, one.document) == (other.meeting_id, other.document)
