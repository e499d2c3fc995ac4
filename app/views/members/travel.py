"""Which body, and on which day: everything on the page is shown as of then (R7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.intervals import add_years
from app.i18n.catalogue import _
from app.services.bodies import BodyRow
from app.views.editing.plain_widgets import Choice
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import SMALL, TINY
from app.views.widgets.buttons import icon_button
from app.views.widgets.date_field import DateField
from app.views.widgets.naming import named, reading

BODY = _("Organ")
DAY = _("Vis slik det var denne dagen")
_BODY_WIDTH, _NARROW_BODY = 158, 132
_NARROW_DAY, _ANY_WIDTH = 172, 16_777_215

YEAR_BACK, YEAR_ON = _("Ett år tilbake"), _("Ett år fram")


class Travel(QWidget):
    """`moved` comes when the user chose another body or day."""

    moved = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        voice = bench.voice
        reading(named(self, "travel"))
        self._body = named(Choice("body"), "body", voice.word(BODY))
        self._body.setFixedWidth(_BODY_WIDTH)
        self._body.picked.connect(lambda _code: self.moved.emit())
        self.day = named(DateField(voice, bench.today), "day", voice.word(DAY))
        self._least = self.day.minimumWidth()
        self.day.show_value(bench.today())
        self.day.value_changed.connect(lambda _on: self.moved.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, SMALL - 2)
        line.setSpacing(TINY)
        line.addWidget(self._body)
        line.addSpacing(TINY)
        back = icon_button(
            "chevron-left", voice.word(YEAR_BACK), "year-back", on_click=lambda: self.step(-1)
        )
        on = icon_button(
            "chevron-right", voice.word(YEAR_ON), "year-on", on_click=lambda: self.step(1)
        )
        self._arrows = (back, on)
        for part in (back, self.day, on):
            line.addWidget(part)
        for before, after in pairwise((self._body, back, self.day, on)):
            self.setTabOrder(before, after)

    def be_narrow(self, is_narrow: bool) -> None:
        """Give room to the tabs: the years are then travelled by menu and keys alone."""
        for arrow in self._arrows:
            arrow.setVisible(not is_narrow)
        self._body.setFixedWidth(_NARROW_BODY if is_narrow else _BODY_WIDTH)
        if is_narrow:
            self.day.setFixedWidth(_NARROW_DAY)
        else:
            self.day.setMinimumWidth(self._least)
            self.day.setMaximumWidth(_ANY_WIDTH)

    @property
    def on(self) -> date:
        """The day that is shown; an empty field means today."""
        return self.day.value or self._bench.today()

    @property
    def body(self) -> str | None:
        """The code of the chosen body; `None` for the council itself."""
        code = self._body.code()
        return None if code is None else str(code)

    @property
    def is_today(self) -> bool:
        """Whether today is shown."""
        return self.on == self._bench.today()

    def step(self, years: int) -> None:
        """The same day some years before or after, within what dates can be."""
        if date.min.year < self.on.year + years < date.max.year:
            self.go(add_years(self.on, years))

    def go(self, on: date) -> None:
        """Show another day."""
        if on != self.on or self.day.value is None:
            self.day.show_value(on)
            self.moved.emit()

    def show_bodies(self, rows: Sequence[BodyRow], chosen: str) -> None:
        """Offer the bodies, with the one that is shown."""
        with QSignalBlocker(self._body):
            self._body.offer([(row.code, row.short_name) for row in rows])
            self._body.show_code(chosen)

    def show_body(self, code: str) -> None:
        """Choose a body without telling."""
        self._body.show_code(code)
