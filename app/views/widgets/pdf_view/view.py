"""The reader: pages with their bar, find, and what stands there when there are no pages."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Said, Voice
from app.views.theme.tokens import Tone
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.naming import named, reading
from app.views.widgets.notices import NoticeBar
from app.views.widgets.pdf_view.find_bar import FindBar
from app.views.widgets.pdf_view.finder import Finder
from app.views.widgets.pdf_view.page_layout import Place
from app.views.widgets.pdf_view.reader_actions import ReaderActions
from app.views.widgets.pdf_view.source import Hit, PageSource, Picture
from app.views.widgets.pdf_view.steering import SteeredCanvas
from app.views.widgets.pdf_view.tool_bar import ReaderBar
from app.views.widgets.pdf_view.waiting import Waiting

PAGES = _("Sider i dokumentet")
PAGE_OF = _("Side {page:tall} av {n:tall}")
AGAIN = _("Prøv igjen")
COPIED = _("Teksten på side {page:tall} er kopiert.")
NO_TEXT = _("Side {page:tall} har ingen tekst som kan kopieres.")

_PATIENCE = 300
"""Milliseconds before it is said that something is on its way."""


class PdfView(QWidget):
    """Shows one document at a time, from a `PageSource` that it closes when it is done with it."""

    told = Signal(str)
    """Something to say in passing, such as what was copied."""
    document_shown = Signal()
    """Another document, or the same made anew, has its pages here; their pictures are coming."""
    document_lost = Signal(object)
    """The document cannot be shown any more; carries the error."""

    def __init__(self, voice: Voice, name: str = "reader", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reading(named(self, name))
        self._voice = voice
        self._source: PageSource | None = None
        self._to_copy: set[int] = set()
        self._canvas = SteeredCanvas("pages", voice.word(PAGES))
        find_bar = FindBar(voice)
        self._finder = Finder(find_bar, self._canvas, self)
        self._actions = ReaderActions(
            voice,
            self,
            self._canvas,
            on_find=self._finder.open,
            on_step=self._finder.step,
            on_go_to_page=self._choose_page,
            on_copy=self._copy_text,
        )
        actions = self._actions
        self._bar = ReaderBar(voice, actions.larger, actions.smaller, actions.sizes, actions.find)
        self._notice: NoticeBar | None = None
        self._instead: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._canvas)
        self._coming: Callable[[], object] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PATIENCE)
        self._later.timeout.connect(self._say_what_comes)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for part in (self._bar, find_bar, self._stack):
            self._box.addWidget(part)
        self._box.setStretchFactor(self._stack, 1)
        self.setFocusProxy(self._canvas)
        self._connect()
        self._actions.enable(False)

    def _connect(self) -> None:
        canvas, bar = self._canvas, self._bar
        canvas.page_changed.connect(self._tell_page)
        canvas.zoom_changed.connect(self._tell_size)
        bar.page_chosen.connect(self._go_to_chosen)
        bar.page_stepped.connect(lambda step: canvas.go_to_page(canvas.page + step))
        bar.chapter_chosen.connect(self._go_to_chapter)

    # What is shown.

    @property
    def reader_actions(self) -> Sequence[QAction]:
        """Everything that can be done here, each with its shortcut, for menus."""
        return self._actions.all

    @property
    def page(self) -> int:
        """The page that is read, from 0."""
        return self._canvas.page

    @property
    def has_document(self) -> bool:
        """Whether pages are shown."""
        return self._source is not None

    @property
    def is_drawn(self) -> bool:
        """Whether every page in sight has its picture."""
        return self._canvas.is_drawn

    def show_document(self, source: PageSource, *, keep_place: bool = False) -> None:
        """Show another document, or with `keep_place` the same one made anew."""
        self._let_go()
        self._source = source
        source.listen(self)
        self._canvas.show_pages(source, keep_place=keep_place)
        self._bar.show_chapters(source.chapters)
        self._stand_in(None)
        self._nothing_comes()
        self._clear_notice()
        self._actions.enable(True)
        self._tell_page(self._canvas.page)
        self._tell_size()
        self._finder.attach(source)
        self.document_shown.emit()

    def show_busy(self) -> None:
        """Say, unless it is quick, that a newer version of what is shown is on its way."""
        self._wait_for(lambda: self._bar.show_busy(True))

    def show_loading(self, sentence: str) -> None:
        """Say, unless it is quick, that a document is on its way; until then the old one stays."""
        self._wait_for(lambda: self._stand_in(Waiting(sentence)))

    def show_empty(self, sentence: str, icon: str = "file-text") -> None:
        """There is no document; the sentence says what would bring one."""
        self.clear()
        self._stand_in(EmptyState("reader-empty", sentence, icon=icon))

    def show_problem(self, sentence: str, again: Callable[[], object] | None = None) -> None:
        """The document cannot be shown; `again` is what trying again does."""
        self.clear()
        verb = self._voice.word(AGAIN) if again is not None else ""
        icon = "triangle-alert"
        self._stand_in(EmptyState("reader-problem", sentence, icon=icon, verb=verb, on_start=again))

    def clear(self) -> None:
        """Show nothing."""
        self._let_go()
        self._nothing_comes()
        self._finder.attach(None)
        self._canvas.show_pages(None)
        self._bar.show_chapters(())
        self._bar.show_page(0, 0)
        self._clear_notice()
        self._actions.enable(False)

    # Where the reader is.

    def place(self) -> Place:
        """The point at the top of the view."""
        return self._canvas.place()

    def go_to(self, place: Place) -> None:
        """Come back to a point."""
        self._canvas.go_to(place)

    def go_to_page(self, page: int) -> None:
        """Show a page, from 0."""
        self._canvas.go_to_page(page)

    # What the source tells.

    def drawn(self, part: Hashable, picture: Picture) -> None:
        """A strip has come."""
        self._canvas.drawn(part, picture)

    def not_drawn(self, page: int, why: Said) -> None:
        """A page stays without a picture: said on it and above."""
        sentence = self._voice.say(why)
        self._canvas.refuse(page, sentence)
        self._notify(sentence, "warn", lambda: self._retry(page))

    def found(self, words: str, hits: Sequence[Hit], is_done: bool) -> None:
        """More places where the words stand."""
        self._finder.found(words, hits, is_done)

    def text_read(self, page: int, text: str) -> None:
        """The words of a page: for the clipboard, and for those who cannot see them."""
        if page == self._canvas.page:
            self._canvas.setAccessibleDescription(text)
        if page in self._to_copy:
            self._to_copy.discard(page)
            if text.strip():
                QGuiApplication.clipboard().setText(text)
            self.told.emit(self._voice.fill(COPIED if text.strip() else NO_TEXT, page=page + 1))

    def restarted(self, why: Said) -> None:
        """Drawing was interrupted and goes on."""
        self._notify(self._voice.say(why), "neutral")

    def lost(self, why: Exception) -> None:
        """The document cannot be shown any more."""
        self.document_lost.emit(why)

    # Qt's own.

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._source is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self._actions.all:
            menu.addAction(action)
        menu.popup(event.globalPos())

    # Inside.

    def _let_go(self) -> None:
        source, self._source = self._source, None
        self._to_copy.clear()
        if source is not None:
            source.close()

    def _wait_for(self, say: Callable[[], object]) -> None:
        self._coming = say
        self._later.start()

    def _say_what_comes(self) -> None:
        if self._coming is not None:
            self._coming()

    def _nothing_comes(self) -> None:
        self._coming = None
        self._later.stop()
        self._bar.show_busy(False)

    def _stand_in(self, widget: QWidget | None) -> None:
        """Show `widget` instead of the pages; None shows the pages."""
        old, self._instead = self._instead, widget
        if widget is not None:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget or self._canvas)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _notify(self, text: str, tone: Tone, again: Callable[[], object] | None = None) -> None:
        self._clear_notice()
        verb = self._voice.word(AGAIN) if again is not None else ""
        self._notice = NoticeBar(
            self._voice, text, tone, verb=verb, on_act=again, name="reader-notice"
        )
        self._box.insertWidget(self._box.count() - 1, self._notice)

    def _clear_notice(self) -> None:
        notice, self._notice = self._notice, None
        if notice is not None:
            notice.hide()
            notice.deleteLater()

    def _retry(self, page: int) -> None:
        self._clear_notice()
        if self._source is not None:
            self._source.retry(page)
            self._canvas.retry(page)

    def _tell_page(self, page: int) -> None:
        count = self._canvas.page_count
        self._bar.show_page(page, count)
        spoken = self._voice.fill(PAGE_OF, page=page + 1, n=count)
        self._canvas.setAccessibleName(spoken if count else self._voice.word(PAGES))
        self._canvas.setAccessibleDescription("")
        if self._source is not None and QAccessible.isActive():
            self._source.read(page)

    def _tell_size(self) -> None:
        self._bar.show_size(self._canvas.percent)
        self._actions.show_zoom()

    def _choose_page(self) -> None:
        self._bar.choose_page()

    def _go_to_chosen(self, page: int) -> None:
        self._canvas.go_to_page(page)
        self._tell_page(self._canvas.page)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_chapter(self, number: int) -> None:
        if self._source is None:
            return
        chapter = self._source.chapters[number]
        height = self._source.sizes[chapter.page].height
        self._canvas.go_to(Place(chapter.page, 0.5, max(chapter.top - _AIR, 0) / height))
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_text(self) -> None:
        if self._source is not None:
            self._to_copy.add(self._canvas.page)
            self._source.read(self._canvas.page)


_AIR = 18.0
"""Points over a heading that one has gone to."""
