"""The second step: what each column is, with some of what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.imports.fields import FIELDS, Field, Subject, missing
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.imports.listing import Columns, ColumnView
from app.views.editing.plain_widgets import Choice
from app.views.theme.metrics import LARGE, MEDIUM, SMALL
from app.views.widgets.layout import row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

SHEET = _("Ark")
IN_FILE, SAMPLES, IS = _("Kolonne i filen"), _("Eksempler"), _("Er")
LEFT_OUT = _("Ikke med")
NO_HEADING = _("Uten overskrift ({letter})")
SPOKEN = _("Hva kolonnen «{column}» er")
BETWEEN = " · "
NEEDED = _("Velg hvilken kolonne som er {field:import_field}.")
_CHOICE_WIDTH = 190


class ColumnsStep(QWidget):
    """`changed` comes when another match was chosen, `sheet_wanted` with the name of a sheet."""

    changed = Signal()
    sheet_wanted = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._subject = Subject.MEMBERS
        self._choices: dict[int, Choice] = {}
        self._sheet = Choice("import-sheet")
        self._sheet.setAccessibleName(voice.word(SHEET))
        self._sheet.picked.connect(lambda name: self.sheet_wanted.emit(str(name)))
        label = Text(voice.word(SHEET), "small", "muted")
        label.setBuddy(self._sheet)
        self._sheets = QWidget()
        self._sheets.setLayout(row(label, self._sheet, None, gap=SMALL))
        self._frame = named(QFrame(), "import-columns")
        self._frame.setProperty("kind", "framed")
        self._inside = QVBoxLayout(self._frame)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._grid: QWidget | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        box.addWidget(self._sheets)
        box.addWidget(self._frame, 1)

    @property
    def match(self) -> dict[Field, int]:
        """The column of each field, as the user has it."""
        return {
            Field(str(choice.code())): place
            for place, choice in self._choices.items()
            if choice.code() is not None
        }

    def missing(self) -> str | None:
        """Which column is still to be told, in a sentence."""
        lacking = missing(self._subject, frozenset(self.match))
        return self._voice.fill(NEEDED, field=lacking[0].value) if lacking else None

    def first(self) -> QWidget | None:
        """Where the keyboard starts."""
        return next(iter(self._choices.values()), None)

    def show_columns(
        self, columns: Columns, subject: Subject, sheets: Sequence[str], sheet: str
    ) -> None:
        """Show what each column is taken to be."""
        self._subject = subject
        self._sheet.offer([(name, name) for name in sheets])
        self._sheet.show_code(sheet)
        self._sheet.fit()
        self._sheets.setVisible(len(sheets) > 1)
        if self._grid is not None:
            self._inside.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._choices = {}
        self._grid = scrolled(self._filled(columns), "import-columns-area")
        self._inside.addWidget(self._grid)
        self._order_keys()
        self.changed.emit()

    def _filled(self, columns: Columns) -> QWidget:
        voice = self._voice
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 5)
        for place, words in enumerate((IN_FILE, SAMPLES, IS)):
            grid.addWidget(Text(voice.word(words), "caption", "muted"), 0, place)
        fields: Mapping[int, Field] = {place: field for field, place in columns.match.items()}
        for line, view in enumerate(columns.views, 1):
            heading = view.heading or voice.fill(NO_HEADING, letter=_letter(view))
            samples = BETWEEN.join(view.samples)
            choice = self._choice(view, heading, fields.get(view.place))
            name = ShortText(heading, "strong")
            grid.addWidget(named(name, f"column-{view.place}"), line, 0)
            grid.addWidget(named(ShortText(samples, ink="muted"), f"samples-{view.place}"), line, 1)
            grid.addWidget(choice, line, 2)
        grid.setRowStretch(len(columns.views) + 1, 1)
        return made

    def _choice(self, view: ColumnView, heading: str, field: Field | None) -> Choice:
        voice = self._voice
        choice = named(
            Choice(f"match-{view.place}"),
            f"match-{view.place}",
            voice.fill(SPOKEN, column=heading),
            BETWEEN.join(view.samples),
        )
        offered: list[tuple[object, str]] = [
            (one, voice.title_label("import_field", one)) for one in FIELDS[self._subject]
        ]
        choice.offer([(None, voice.word(LEFT_OUT)), *offered])
        choice.show_code(field)
        choice.setFixedWidth(_CHOICE_WIDTH)
        choice.picked.connect(lambda code: self._take(view.place, code))
        self._choices[view.place] = choice
        return choice

    def _take(self, place: int, code: object) -> None:
        """A field stands in one column: the one that had it is left out."""
        for other, choice in self._choices.items():
            if other != place and code is not None and choice.code() == code:
                choice.show_code(None)
        self.changed.emit()

    def _order_keys(self) -> None:
        before: QWidget = self._sheet
        for choice in self._choices.values():
            self.setTabOrder(before, choice)
            before = choice


def _letter(view: ColumnView) -> str:
    """The column's letter in Excel."""
    letters, rest = "", view.place + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
