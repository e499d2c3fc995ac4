"""Over the pages: the contents, which page it is, how large it is, and find."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import MEDIUM, SMALL, TINY
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.layout import Panel, row
from app.views.widgets.naming import named
from app.views.widgets.pdf_view.source import Chapter
from app.views.widgets.text import ShortText, Text, plain_tooltip

CONTENTS = _("Innhold")
PAGE_NUMBER = _("Sidenummer")
OF_PAGES = _("av {n:tall}")
NEXT_PAGE = _("Neste side")
PREVIOUS_PAGE = _("Forrige side")
SIZE = _("Størrelse: {percent}")
BUSY = _("Oppdaterer …")

_LONGEST = 60
_LARGEST = 99_999


class PageField(QLineEdit):
    """The page's number; another one, typed and entered, leads there."""

    chosen = Signal(int)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "page-number", voice.word(PAGE_NUMBER))
        self.setToolTip(voice.word(PAGE_NUMBER))
        self.setFixedWidth(52)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._page = 0
        self.setValidator(QIntValidator(0, _LARGEST, self))
        self.returnPressed.connect(self._choose)

    def show_page(self, page: int, count: int) -> None:
        """Show a page, counted from 0."""
        self._page = page
        if not self.isModified() or not self.hasFocus():
            self.setText(str(page + 1) if count else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._restore()
            self.selectAll()
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        typed = self.text().strip()
        self.setModified(False)
        if typed:
            self.chosen.emit(int(typed) - 1)
        self._restore()

    def _restore(self) -> None:
        self.setModified(False)
        self.setText(str(self._page + 1))


class ReaderBar(Panel):
    """Tells by signals what is wanted; the menu of sizes is handed in as actions."""

    page_chosen = Signal(int)
    page_stepped = Signal(int)
    chapter_chosen = Signal(int)

    def __init__(
        self,
        voice: Voice,
        zoom_in: QAction,
        zoom_out: QAction,
        sizes: Sequence[QAction | None],
        find: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("bottom", parent)
        named(self, "reader-bar")
        self._voice = voice
        self._contents_menu = QMenu(self)
        self._sizes_menu = _menu(sizes, self)
        self._contents = _opener(voice.word(CONTENTS), "pdf-contents", self._contents_menu)
        self._field = PageField(voice)
        self._field.chosen.connect(self.page_chosen)
        self._of = named(Text("", ink="muted"), "page-count")
        self._back = _stepper("chevron-up", voice.word(PREVIOUS_PAGE), "previous-page", -1, self)
        self._on = _stepper("chevron-down", voice.word(NEXT_PAGE), "next-page", 1, self)
        self._size = _opener("", "pdf-size", self._sizes_menu)
        self._size.setMinimumWidth(76)
        self._busy = named(ShortText("", "small", "muted"), "pdf-busy")
        self._busy.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line = row(
            self._contents,
            self._back,
            self._on,
            self._field,
            self._of,
            None,
            self._busy,
            _of_action(zoom_out, "zoom-out", "zoom-out"),
            self._size,
            _of_action(zoom_in, "zoom-in", "zoom-in"),
            _of_action(find, "search", "open-find"),
            gap=TINY,
            margins=(SMALL, SMALL - 2, SMALL, SMALL - 2),
        )
        line.insertSpacing(1, MEDIUM)
        line.insertSpacing(line.count() - 1, SMALL)
        self.setLayout(line)
        self.show_chapters(())
        self.show_page(0, 0)

    def show_page(self, page: int, count: int) -> None:
        """Show which page it is, from 0, of how many."""
        self._field.show_page(page, count)
        self._field.setEnabled(count > 0)
        self._of.setText(self._voice.fill(OF_PAGES, n=count) if count else "")
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page + 1 < count)
        self._size.setEnabled(count > 0)

    def show_size(self, percent: float) -> None:
        """Show how large it is."""
        words = self._voice.formats.percent(round(percent) / 100)
        self._size.setText(words)
        self._size.setAccessibleName(self._voice.fill(SIZE, percent=words))

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """Fill the menu of contents; a document without any has no such button."""
        self._contents_menu.clear()
        for place, chapter in enumerate(chapters):
            title = chapter.title.strip()
            short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
            indent = "\N{EM SPACE}" * (2 * chapter.level)
            action = self._contents_menu.addAction(indent + short.replace("&", "&&"))
            action.setToolTip(plain_tooltip(title))
            action.triggered.connect(lambda _=False, place=place: self.chapter_chosen.emit(place))
        self._contents.setVisible(bool(chapters))

    def show_busy(self, is_busy: bool) -> None:
        """Say that a newer version is on its way."""
        self._busy.setText(self._voice.word(BUSY) if is_busy else "")

    def choose_page(self) -> None:
        """Go to the field of the page's number."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _menu(actions: Sequence[QAction | None], owner: QWidget) -> QMenu:
    menu = QMenu(owner)
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
    return menu


def _opener(text: str, name: str, menu: QMenu) -> QPushButton:
    """A button that opens a menu under itself."""

    def pop() -> None:
        menu.popup(made.mapToGlobal(made.rect().bottomLeft()))

    made = button(text, name, "quiet", icon="chevron-down", on_click=pop)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
    return made


def _stepper(icon: str, spoken: str, name: str, direction: int, owner: ReaderBar) -> QWidget:
    return icon_button(icon, spoken, name, on_click=lambda: owner.page_stepped.emit(direction))


def _of_action(action: QAction, icon: str, name: str) -> QWidget:
    """A small button for an action that also has a shortcut, which its tooltip names."""
    trigger: Callable[[], object] = action.trigger
    made = icon_button(icon, action.text(), name, on_click=trigger)
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    made.setToolTip(plain_tooltip(f"{action.text()} ({keys})"))
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made
