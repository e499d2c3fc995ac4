"""What can be settled about a fixed point: another month, not this year, or a last year (R19)."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import capital
from app.services.editing.wheel import FIRST_YEAR, LAST_YEAR, WheelEditor
from app.services.year.entries import PointEntry
from app.services.year.facts import YearPoint
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.number_field import NumberField

MOVE_TITLE, DROP_TITLE = _("Flytt punktet"), _("Sløyf punktet i år")
END_TITLE = _("Avslutt det faste punktet")
MOVE_TEXT = _("{title} skulle opp i {on:måned}. Det neste året følger regelen som før.")
DROP_TEXT = _("{title} tas ikke opp i {on:måned}. Det neste året følger regelen som før.")
END_TEXT = _("{title} kommer ikke etter det siste året. Saker som er laget, blir stående.")
MOVE, DROP, END = _("Flytt"), _("Sløyf"), _("Avslutt punktet")
MONTH, YEAR, REASON, LAST = _("Måned"), _("År"), _("Begrunnelse"), _("Siste år")
REASON_FIRST = _("Skriv hvorfor.")
MOVED, DROPPED = _("{title} er flyttet til {on:måned}."), _("{title} er sløyfet.")
ENDED = _("{title} slutter etter {year}.")


class MoveDialog(VerbDialog):
    """Another month for one of its years, with the reason."""

    def __init__(
        self, parent: QWidget, bench: Workbench, edit: WheelEditor, point: YearPoint
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent,
            bench,
            "move-point-dialog",
            word(MOVE_TITLE),
            word(MOVE),
            self._store,
            text=bench.voice.fill(MOVE_TEXT, title=point.title, on=point.month_on),
        )
        self._edit, self._point = edit, point
        self._month = Choice("point-to-month")
        self._month.offer(
            [(month, capital(bench.voice.formats.name_of_month(month))) for month in range(1, 13)]
        )
        self._month.show_code(point.month_on.month)
        self._year = named(NumberField(), "point-to-year")
        self._year.setRange(FIRST_YEAR, LAST_YEAR)
        self._year.setValue(point.month_on.year)
        self._why = named(QLineEdit(), "point-reason")
        month = self.field(word(MONTH), self._month, "point_month_unknown", "point_on_agenda")
        year = self.field(word(YEAR), self._year, "point_year_unusable")
        why = self.field(word(REASON), self._why, "point_reason_missing", "line_too_long")
        self.body.addLayout(row(month, year, gap=MEDIUM))
        self.body.addWidget(why)
        self.require(why, self._why, word(REASON_FIRST))
        self.finish()

    def _store(self) -> None:
        month, year = self._month.code(), self._year.value()
        why, point = self._why.text(), self._point
        assert isinstance(month, int)
        self.run(
            lambda: self._edit.move_turn(point.entry_id, point.year, year, month, why),
            said=self.voice.fill(
                MOVED, title=point.title, on=point.month_on.replace(year=year, month=month)
            ),
        )


class DropDialog(VerbDialog):
    """Let it go by for one of its years, with the reason."""

    def __init__(
        self, parent: QWidget, bench: Workbench, edit: WheelEditor, point: YearPoint
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent,
            bench,
            "drop-point-dialog",
            word(DROP_TITLE),
            word(DROP),
            self._store,
            text=bench.voice.fill(DROP_TEXT, title=point.title, on=point.month_on),
        )
        self._edit, self._point = edit, point
        self._why = named(QLineEdit(), "point-reason")
        why = self.field(word(REASON), self._why, "point_reason_missing", "line_too_long")
        self.body.addWidget(why)
        self.require(why, self._why, word(REASON_FIRST))
        self.finish()

    def _store(self) -> None:
        why, point = self._why.text(), self._point
        self.run(
            lambda: self._edit.drop_turn(point.entry_id, point.year, why),
            said=self.voice.fill(DROPPED, title=point.title),
        )


class EndDialog(VerbDialog):
    """The last year in which it may fall."""

    def __init__(
        self, parent: QWidget, bench: Workbench, edit: WheelEditor, entry: PointEntry
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent,
            bench,
            "end-point-dialog",
            word(END_TITLE),
            word(END),
            self._store,
            text=bench.voice.fill(END_TEXT, title=entry.title),
        )
        self._edit, self._entry = edit, entry
        self._last = named(NumberField(), "point-last-year")
        self._last.setRange(FIRST_YEAR, LAST_YEAR)
        self._last.setValue(entry.last_year or max(entry.first_year, bench.today().year))
        self.body.addWidget(
            self.field(word(LAST), self._last, "point_ends_before_start", "point_year_unusable")
        )
        self.finish()

    def _store(self) -> None:
        year, entry = self._last.value(), self._entry
        self.run(
            lambda: self._edit.end_point(entry.id, year),
            said=self.voice.fill(ENDED, title=entry.title, year=year),
        )
