"""The pages themselves: scrolled, zoomed, and drawn as far as they can be seen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.views.theme.fonts import font
from app.views.theme.palette import current_tokens
from app.views.widgets.naming import named
from app.views.widgets.pdf_view.page_layout import (
    GAP,
    MARGIN,
    PageLayout,
    Place,
    Zoom,
    lay_out,
    step_from,
)
from app.views.widgets.pdf_view.painting import (
    ground_of,
    paint_marks,
    paint_paper,
    paint_strip,
    paint_words,
)
from app.views.widgets.pdf_view.pictures import Pictures
from app.views.widgets.pdf_view.source import Box, PageSource, Picture, Size, Strip

Marks = Mapping[int, Sequence[tuple[Box, bool]]]
"""Per page the places that were found, and whether each is the current one."""

_NOTHING = PageLayout(1.0, 0, 0)
_SETTLE = 60
"""Milliseconds that zooming must rest before pages are drawn in the new size."""
_LINE = 48
_OVERLAP = 32
_MOST_AHEAD = 40_000_000
"""Bytes of pictures that are asked for before they are seen."""


class PageCanvas(QAbstractScrollArea):
    """Shows a source's pages; everything inside is in physical pixels."""

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, spoken)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._source: PageSource | None = None
        self._sizes: Sequence[Size] = ()
        self._layout = _NOTHING
        self._zoom = Zoom()
        self._pictures = Pictures()
        self._marks: Marks = {}
        self._refused: dict[int, str] = {}
        self._page = 0
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.timeout.connect(self._want)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._moved)

    # What is shown.

    @property
    def page(self) -> int:
        """The page at the top of the view, or most of the way up it; from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._layout.count

    @property
    def is_drawn(self) -> bool:
        """Whether everything in the view has its picture."""
        top = self.verticalScrollBar().value()
        return not self._missing(top, top + self._view_height)

    @property
    def zoom(self) -> Zoom:
        """How it is zoomed, as it was chosen."""
        return self._zoom

    @property
    def percent(self) -> float:
        """The size on screen; 100 is that of paper."""
        return self._layout.scale / (96 / 72 * self.ratio) * 100

    def show_pages(self, source: PageSource | None, *, keep_place: bool = False) -> None:
        """Show other pages; with `keep_place`, where the reader was, and without a flicker."""
        place = self.place()
        sizes = source.sizes if source is not None else ()
        if keep_place:
            self._pictures.make_stale(self._sizes, sizes)
        else:
            self._pictures.clear()
        self._source, self._sizes = source, sizes
        self._marks, self._refused = {}, {}
        self._lay_out()
        if keep_place and sizes:
            self.go_to(place)
        else:
            self.verticalScrollBar().setValue(0)
            self._center()
        self._moved()

    def drawn(self, part: Hashable, picture: Picture) -> None:
        """A strip has come."""
        assert isinstance(part, Strip)
        self._pictures.put(part, picture)
        self.viewport().update()

    def refuse(self, page: int, sentence: str) -> None:
        """Say on the page itself why it cannot be drawn."""
        self._refused[page] = sentence
        self.viewport().update()

    def retry(self, page: int) -> None:
        """Draw the page after all."""
        self._refused.pop(page, None)
        self._ask_soon()

    def mark(self, marks: Marks) -> None:
        """Mark these places, and no others."""
        self._marks = marks
        self.viewport().update()

    # Where the reader is.

    def place(self) -> Place:
        """The point at the top of the view."""
        if not self._layout.count:
            return Place(0)
        return self._layout.place_at(*self._from_view(self._view_width / 2, 0))

    def go_to(self, place: Place, at: QPointF | None = None) -> None:
        """Scroll so that `place` stands at `at` in the view, by default at its top."""
        if not self._layout.count:
            return
        x, y = self._layout.point_of(place)
        here = at or QPointF(self._view_width / 2, 0)
        self.horizontalScrollBar().setValue(round(x - here.x()))
        self.verticalScrollBar().setValue(round(y - here.y()))

    def go_to_page(self, page: int) -> None:
        """Show a page from its top, with the gap before it."""
        if self._layout.count:
            page = min(max(page, 0), self._layout.count - 1)
            before = round(GAP * self.ratio)
            self.verticalScrollBar().setValue(self._layout.tops[page] - before if page else 0)

    def reveal(self, page: int, box: Box) -> None:
        """Bring a place on a page into the view, unless it is there already."""
        rect, scale = self._layout.rect(page), self._layout.scale
        left, right = rect.left() + box.left * scale, rect.left() + box.right * scale
        top, bottom = rect.top() + box.top * scale, rect.top() + box.bottom * scale
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if top < down.value() or bottom > down.value() + self._view_height:
            down.setValue(round((top + bottom - self._view_height) / 2))
        if left < across.value() or right > across.value() + self._view_width:
            across.setValue(round((left + right - self._view_width) / 2))

    # How large.

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Zoom, with the point at `at` (or the top) where it is."""
        here = at or QPointF(self._view_width / 2, 0)
        if not self._layout.count:
            self._zoom = zoom
            return
        place = self._layout.place_at(*self._from_view(here.x(), here.y()))
        self._zoom = zoom
        self._lay_out()
        self.go_to(place, here)
        self._moved()
        self._ask.start(_SETTLE)
        self.zoom_changed.emit()

    def zoom_step(self, direction: int, at: QPointF | None = None) -> None:
        """One step larger (1) or smaller (-1)."""
        self.set_zoom(Zoom("percent", step_from(self.percent, direction)), at)

    # Qt's own.

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio, tokens = self.ratio, current_tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), ground_of(tokens))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(1 / ratio, 1 / ratio)
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-x, -y)
        for page in self._layout.pages_in(y - self._margin, y + self._view_height):
            paint_paper(painter, self._layout.rect(page), tokens, ratio)
            self._paint_page(painter, page, y, y + self._view_height)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, top: int, bottom: int) -> None:
        place, width = self._layout.rect(page), self._layout.widths[page]
        if page in self._refused:
            paint_words(painter, place, self._refused[page], font(), self.ratio)
            return
        strips = self._layout.strips_in(page, top, bottom)
        images = [(strip, self._pictures.get(strip)) for strip in strips]
        if any(image is None for _strip, image in images):
            for strip, image in self._pictures.stand_in(page, width):
                paint_strip(painter, place, width, strip, image)
        for strip, there in images:
            if there is not None:
                paint_strip(painter, place, width, strip, there)
        marks = self._marks.get(page, ())
        paint_marks(painter, place, self._layout.scale, marks, self.ratio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.place()
        self._lay_out()
        self.go_to(place)
        self._moved()
        if self._zoom.fit != "percent":
            self.zoom_changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            place = self.place()
            self._lay_out()
            self.go_to(place)
        return super().event(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    # Inside, and for those who steer.

    @property
    def ratio(self) -> float:
        """Physical pixels for one of Qt's."""
        return self.devicePixelRatioF()

    @property
    def screenful(self) -> int:
        """How far a page key scrolls."""
        return max(self._view_height - round(_OVERLAP * self.ratio), 1)

    @property
    def _margin(self) -> int:
        return round(MARGIN * self.ratio)

    @property
    def _view_width(self) -> int:
        return round(self.viewport().width() * self.ratio)

    @property
    def _view_height(self) -> int:
        return round(self.viewport().height() * self.ratio)

    def _from_view(self, x: float, y: float) -> tuple[float, float]:
        return x + self.horizontalScrollBar().value(), y + self.verticalScrollBar().value()

    def _lay_out(self) -> None:
        """Place the pages anew in the view as it is."""
        view, ratio = (self._view_width, self._view_height), self.ratio
        if not self._sizes:
            self._layout = _NOTHING
        else:
            scale = self._zoom.scale(self._sizes, view, ratio)
            self._layout = lay_out(self._sizes, scale, view[0], ratio)
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._layout.width, view[0]),
            (self.verticalScrollBar(), self._layout.height, view[1]),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(max(seen - round(_OVERLAP * ratio), 1))
            bar.setSingleStep(round(_LINE * ratio))
        self.viewport().update()

    def _center(self) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum() // 2)

    def _moved(self) -> None:
        """Something else is in the view: ask for its pictures, and tell which page it is."""
        self._ask_soon()
        if not self._layout.count:
            return
        upper_third = self.verticalScrollBar().value() + self._view_height // 3
        page = self._layout.page_at(upper_third)
        if self.verticalScrollBar().value() == self.verticalScrollBar().maximum() > 0:
            bottom = self.verticalScrollBar().maximum() + self._view_height
            page = max(page, self._layout.page_at(bottom - self._margin - 1))
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _ask_soon(self) -> None:
        if not self._ask.isActive():
            self._ask.start(0)

    def _want(self) -> None:
        """Ask for what is seen, and then for a screenful before and after."""
        if self._source is None or not self.isVisible():
            return
        top = self.verticalScrollBar().value()
        bottom = top + self._view_height
        seen = self._missing(top, bottom)
        near = self._missing(top - self._view_height, bottom + self._view_height)
        self._source.want([*seen, *_within([strip for strip in near if strip not in seen])])

    def _missing(self, top: int, bottom: int) -> list[Strip]:
        return [
            strip
            for page in self._layout.pages_in(top, bottom)
            if page not in self._refused
            for strip in self._layout.strips_in(page, top, bottom)
            if self._pictures.get(strip) is None
        ]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_soon()


def _within(strips: Sequence[Strip]) -> list[Strip]:
    """As many of them as there is room for."""
    room, some = _MOST_AHEAD, []
    for strip in strips:
        room -= 4 * strip.width * strip.height
        if room < 0:
            break
        some.append(strip)
    return some
