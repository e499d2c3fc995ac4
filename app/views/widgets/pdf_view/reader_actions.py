"""Everything that can be done in the reader, each with its shortcut, for menus and for keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.widgets.pdf_view.find_bar import NEXT, PREVIOUS, PROMPT
from app.views.widgets.pdf_view.page_layout import Zoom
from app.views.widgets.pdf_view.steering import SteeredCanvas

LARGER = _("Større")
SMALLER = _("Mindre")
FIT_WIDTH = _("Tilpass bredden")
FIT_PAGE = _("Vis hele siden")
GO_TO_PAGE = _("Gå til side …")
COPY_TEXT = _("Kopier teksten på siden")

_IN_MENU = (50, 75, 100, 125, 150, 200, 300, 400)


class ReaderActions:
    """The actions of one reader; their keys work in the whole window while `owner` is seen."""

    def __init__(
        self,
        voice: Voice,
        owner: QWidget,
        canvas: SteeredCanvas,
        *,
        on_find: Callable[[], object],
        on_step: Callable[[int], object],
        on_go_to_page: Callable[[], object],
        on_copy: Callable[[], object],
    ) -> None:
        self._voice, self._owner, self._canvas = voice, owner, canvas
        self.find = self._make(PROMPT, "reader-find", on_find, "Ctrl+F")
        self.find_next = self._make(NEXT, "reader-find-next", lambda: on_step(1), "F3")
        self.find_previous = self._make(
            PREVIOUS, "reader-find-previous", lambda: on_step(-1), "Shift+F3"
        )
        self.larger = self._make(
            LARGER, "reader-larger", lambda: canvas.zoom_step(1), "Ctrl++", "Ctrl+="
        )
        self.smaller = self._make(SMALLER, "reader-smaller", lambda: canvas.zoom_step(-1), "Ctrl+-")
        self.fit_width = self._make(
            FIT_WIDTH, "reader-fit-width", lambda: canvas.set_zoom(Zoom("width")), "Ctrl+0"
        )
        self.fit_page = self._make(
            FIT_PAGE, "reader-fit-page", lambda: canvas.set_zoom(Zoom("page")), "Ctrl+Shift+0"
        )
        self.go_to_page = self._make(GO_TO_PAGE, "reader-go-to-page", on_go_to_page, "Ctrl+G")
        self.copy_text = self._make(COPY_TEXT, "reader-copy-text", on_copy, "Ctrl+Shift+C")
        self._percents = {percent: self._percent(percent) for percent in _IN_MENU}
        for each in (self.fit_width, self.fit_page):
            each.setCheckable(True)
        self.show_zoom()

    @property
    def sizes(self) -> Sequence[QAction | None]:
        """The menu of sizes; None is a line."""
        return (self.fit_width, self.fit_page, None, *self._percents.values())

    @property
    def all(self) -> Sequence[QAction]:
        """For the page's menu."""
        return (
            self.find,
            self.find_next,
            self.find_previous,
            self.go_to_page,
            self.larger,
            self.smaller,
            self.fit_width,
            self.fit_page,
            self.copy_text,
        )

    def enable(self, has_pages: bool) -> None:
        """Without pages none of it can be done."""
        for each in (*self.all, *self._percents.values()):
            each.setEnabled(has_pages)

    def show_zoom(self) -> None:
        """Tick the size that is shown."""
        zoom = self._canvas.zoom
        self.fit_width.setChecked(zoom.fit in ("auto", "width"))
        self.fit_page.setChecked(zoom.fit == "page")
        for percent, action in self._percents.items():
            action.setChecked(zoom.fit == "percent" and round(zoom.percent) == percent)

    def _percent(self, percent: int) -> QAction:
        words = self._voice.formats.percent(percent / 100)
        zoom = Zoom("percent", percent)
        action = QAction(words, self._owner)
        action.setObjectName(f"reader-size-{percent}")
        action.setCheckable(True)
        action.triggered.connect(lambda: self._canvas.set_zoom(zoom))
        return action

    def _make(self, text: str, name: str, do: Callable[[], object], *keys: str) -> QAction:
        action = QAction(self._voice.word(text), self._owner)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: do())
        self._owner.addAction(action)
        return action
