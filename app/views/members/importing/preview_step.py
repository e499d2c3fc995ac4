"""The last step: what every row would do, sifted by outcome, before anything is stored."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.domain.collation import alphabetical
from app.domain.imports.entries import Outcome
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.imports.preview import Preview, PreviewRow
from app.views.members.rows import RowsSource, Shown
from app.views.theme.metrics import SMALL
from app.views.theme.tokens import Tone
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.naming import named
from app.views.widgets.notices import NoticeBar
from app.views.widgets.table import DataTable
from app.views.widgets.table_model import Cell, Column, WindowedModel
from app.views.widgets.tabs import TabStrip
from app.views.widgets.text import Text

ALL = "all"
FILTER, ROWS = _("Vis radene som er"), _("Radene i listen")
TABS = {
    ALL: _("Alle"),
    Outcome.NEW: _("Nye"),
    Outcome.CHANGED: _("Endret"),
    Outcome.UNCHANGED: _("Uendret"),
    Outcome.WRONG: _("Feil"),
}
TONES: dict[Outcome, Tone] = {
    Outcome.NEW: "ok",
    Outcome.CHANGED: "accent",
    Outcome.UNCHANGED: "neutral",
    Outcome.WRONG: "bad",
}
WRONG_SOME = _(
    "{wrong:rad|rader} av {total:tall} er feil. Rett dem i filen og les den på nytt, eller la dem "
    "stå utenfor."
)
WRONG_ALL = _("Alle radene er feil. Rett dem i filen, og les den på nytt.")
NOTHING_NEW = _("Alt i listen står i rådsfilen fra før. Det er ingenting å lagre.")
READ_AGAIN = _("Les filen på nytt")
LEAVE_OUT = _("La {wrong:rad|rader} med feil stå utenfor")
BEGINS = _("Rader uten første dag begynner {on:dato}.")
EMPTY = _("Ingen rader er slik.")
OF_ROW = _("Rad {row:tall}: {why}")
NOTHING_TO_SAY = _("Rad {row:tall} sier det samme som rådsfilen.")
NEW_ROW = _("Rad {row:tall} legges til.")
MISSING = _("Rett radene som er feil, eller la dem stå utenfor.")


class PreviewStep(QWidget):
    """`changed` comes when the wrong rows are left out or not, `again` to read the file anew."""

    changed = Signal()
    again = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.preview: Preview | None = None
        self.strip = TabStrip("import-outcomes", voice.word(FILTER))
        for key, title in TABS.items():
            self.strip.add(key, voice.word(title))
        self.strip.currentChanged.connect(lambda _place: self._sift())
        self._source: RowsSource[PreviewRow] = RowsSource(_columns(voice), lambda row: row.row)
        self._model = WindowedModel(self._source.columns, self._source)
        self.table = DataTable("import-rows", voice.word(ROWS), self._model)
        self.table.setProperty("kind", "framed")
        self.table.chosen.connect(lambda _key: self._tell_row())
        empty = EmptyState("import-none", voice.word(EMPTY), icon="list-checks")
        self.table.show_when_empty(empty)
        self._notice = NoticeBar(
            voice,
            " ",
            "warn",
            verb=voice.word(READ_AGAIN),
            on_act=self.again.emit,
            may_close=False,
            name="import-wrong",
        )
        self._nothing = NoticeBar(voice, voice.word(NOTHING_NEW), "ok", may_close=False)
        self._nothing.setObjectName("import-nothing")
        self._row = named(Text("", ink="muted", wraps=True), "import-row-words")
        self._row.setMinimumHeight(2 * self._row.fontMetrics().lineSpacing() + 2)
        self._begins = named(Text("", "small", "muted", wraps=True), "import-begins")
        self.leave_out = named(QCheckBox(), "import-leave-out")
        self.leave_out.toggled.connect(lambda _on: self.changed.emit())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        for part in (self._notice, self._nothing, self.strip):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        for below in (self._row, self._begins, self.leave_out):
            box.addWidget(below)

    def missing(self) -> str | None:
        """Why nothing can be stored yet, in a sentence."""
        found, voice = self.preview, self._voice
        if found is None or not found.to_store:
            return voice.word(WRONG_ALL if found is not None and found.wrong else NOTHING_NEW)
        if found.wrong and not self.leave_out.isChecked():
            return voice.word(MISSING)
        return None

    def show_preview(self, preview: Preview) -> None:
        """Show what a list would do; the wrong rows first in sight where there are any."""
        self.preview = preview
        voice, wrong = self._voice, len(preview.wrong)
        self.strip.tell(ALL, voice.formats.number(len(preview.rows)))
        for outcome, count in preview.counts.items():
            self.strip.tell(outcome, voice.formats.number(count))
        all_wrong = wrong == len(preview.rows)
        words = voice.word(WRONG_ALL)
        if not all_wrong:
            words = voice.fill(WRONG_SOME, wrong=wrong, total=len(preview.rows))
        self._notice.tell(words, "warn")
        self._notice.setVisible(bool(wrong))
        self._nothing.setVisible(not wrong and not preview.to_store)
        self.leave_out.setChecked(False)
        self.leave_out.setText(voice.fill(LEAVE_OUT, wrong=wrong))
        self.leave_out.setAccessibleName(self.leave_out.text())
        self.leave_out.setVisible(bool(wrong and preview.to_store))
        self._begins.setText(
            "" if preview.begins_on is None else voice.fill(BEGINS, on=preview.begins_on)
        )
        self._begins.setVisible(preview.begins_on is not None)
        self.strip.choose(Outcome.WRONG if wrong else ALL)
        self._sift()
        self.changed.emit()

    def _sift(self) -> None:
        """Only the rows of one outcome, or all."""
        found, key = self.preview, self.strip.key()
        rows = [] if found is None else [r for r in found.rows if key in (ALL, r.outcome)]
        self._source.take(rows)
        self._model.refresh()
        if rows:
            self.table.choose(rows[0].row)
        self._tell_row()

    def _tell_row(self) -> None:
        """The chosen row's words in full, since a cell shows only as many as fit."""
        key = self.table.key
        found = self._source.row(key) if key is not None else None
        if found is None:
            self._row.setText("")
            return
        why = found.why(self._voice)
        plain = NEW_ROW if found.outcome is Outcome.NEW else NOTHING_TO_SAY
        words = OF_ROW if why else plain
        self._row.setText(self._voice.fill(words, row=found.row, why=why))


def _columns(voice: Voice) -> tuple[Shown[PreviewRow], ...]:
    word = voice.word
    order = list(Outcome)
    return (
        Shown(
            Column("row", word(_("Rad")), 56, "right"),
            lambda row: Cell(voice.formats.number(row.row), ink="muted"),
            lambda row: row.row,
        ),
        Shown(
            Column("outcome", word(_("Utfall")), 92),
            lambda row: Cell(voice.label("import_outcome", row.outcome), tone=TONES[row.outcome]),
            lambda row: (order.index(row.outcome), row.row),
        ),
        Shown(
            Column("who", word(_("Hvem")), 150),
            lambda row: Cell(row.who, strong=True),
            lambda row: (*alphabetical(row.who), row.row),
        ),
        Shown(Column("where", word(_("Hvor")), 230, grows=True), lambda row: Cell(row.where)),
        Shown(
            Column("why", word(_("Hvorfor")), grows=True),
            lambda row: Cell(
                row.why(voice), ink="text" if row.outcome is Outcome.WRONG else "muted"
            ),
        ),
    )
