"""A year with an arrow on either side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import TINY
from app.views.widgets.buttons import icon_button
from app.views.widgets.naming import named
from app.views.widgets.text import Text

EARLIER, LATER = _("Året før"), _("Året etter")
YEAR = _("År {year}")


class YearPicker(QWidget):
    """Leafs through the years that have something, and the present one."""

    chosen = Signal(int)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._years: list[int] = []
        self.year = 0
        named(self, "year-picker")
        self._words = named(Text("", "heading", "muted"), "year")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._earlier = icon_button(
            "chevron-left", voice.word(EARLIER), "year-before", on_click=lambda: self.step(-1)
        )
        self._later = icon_button(
            "chevron-right", voice.word(LATER), "year-after", on_click=lambda: self.step(1)
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(TINY)
        for part in (self._earlier, self._words, self._later):
            line.addWidget(part)

    def offer(self, years: Sequence[int], this_year: int) -> None:
        """The years to leaf through; the one that is shown stays, or is the present one."""
        self._years = sorted({*years, this_year})
        if self.year not in self._years:
            self.year = this_year
        self._show()

    def step(self, step: int) -> None:
        """Leaf by one, where there is a year to leaf to."""
        place = self._years.index(self.year) + step
        if 0 <= place < len(self._years):
            self.choose(self._years[place])

    def choose(self, year: int) -> None:
        """Show a year, and tell of it; one that was not on offer is from now on."""
        self._years = sorted({*self._years, year})
        self.year = year
        self._show()
        self.chosen.emit(year)

    def _show(self) -> None:
        self._words.setText(str(self.year))
        self._words.setAccessibleName(self._voice.fill(YEAR, year=self.year))
        self._earlier.setEnabled(self.year != self._years[0])
        self._later.setEnabled(self.year != self._years[-1])
