"""What a calendar is to hold when it leaves the house: bodies, years, deadlines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.calendars.wish import CalendarWish
from app.services.year.facts import YearView
from app.views.editing.form_dialog import FormDialog
from app.views.theme.metrics import SMALL
from app.views.widgets.naming import named, reading
from app.views.widgets.text import Text

TITLE, TABLE_TITLE = _("Eksporter kalenderen"), _("Eksporter kalenderen til Excel")
ABOUT = _(
    "En kalenderfil kan åpnes i Outlook og andre kalendere. Saker unntatt offentlighet har nøytral "
    "tittel, og videolenker er ikke med."
)
TABLE_ABOUT = _(
    "Arbeidsboken har ett ark med møter, ett med frister og ett med faste punkter. Saker unntatt "
    "offentlighet har nøytral tittel."
)
BODIES, YEARS = _("Organer"), _("År")
ONE_YEAR, ALL_YEARS = _("Bare {year}"), _("Alle år")
DEADLINES = _("Ta med fristene som heldagshendelser")
CHOOSE_FILE = _("Velg fil …")
NO_BODY = _("Velg minst ett organ.")
_WIDTH = 460


class ExportDialog(FormDialog):
    """Only looks: it is there too for a file that can only be read."""

    def __init__(
        self,
        parent: QWidget,
        voice: Voice,
        view: YearView,
        give: Callable[[CalendarWish], object],
        *,
        is_table: bool = False,
    ) -> None:
        word = voice.word
        super().__init__(
            parent,
            voice,
            "calendar-export",
            word(TABLE_TITLE if is_table else TITLE),
            text=word(TABLE_ABOUT if is_table else ABOUT),
            verb=word(CHOOSE_FILE),
            on_verb=self._give,
            width=_WIDTH,
        )
        reading(self)
        self._voice, self._view, self._on_given = voice, view, give
        self._bodies = {
            body.code: self._tick(f"calendar-body-{body.code}", body.short_name, is_on=True)
            for body in view.bodies
        }
        self._one_year = self._radio("calendar-one-year", voice.fill(ONE_YEAR, year=view.year))
        self._all_years = self._radio("calendar-all-years", word(ALL_YEARS))
        self._one_year.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self._one_year)
        group.addButton(self._all_years)
        self._deadlines = self._tick("calendar-deadlines", word(DEADLINES), is_on=False)
        self._deadlines.setVisible(not is_table)
        self._add(word(BODIES), *self._bodies.values())
        self._add(word(YEARS), self._one_year, self._all_years)
        self.body.addWidget(self._deadlines)
        for tick in self._bodies.values():
            tick.toggled.connect(lambda _is_on: self._weigh())

    def wish(self) -> CalendarWish:
        """What is chosen; every body is no choice among them."""
        codes = [code for code, tick in self._bodies.items() if tick.isChecked()]
        return CalendarWish(
            year=self._view.year if self._one_year.isChecked() else None,
            bodies=None if len(codes) == len(self._bodies) else tuple(codes),
            with_deadlines=self._deadlines.isChecked(),
        )

    def _give(self) -> None:
        wish = self.wish()
        self.accept()
        self._on_given(wish)

    def _weigh(self) -> None:
        is_any = any(tick.isChecked() for tick in self._bodies.values())
        self.say_why(None if is_any else self._voice.word(NO_BODY))

    def _add(self, title: str, *choices: QWidget) -> None:
        box = QVBoxLayout()
        box.setSpacing(SMALL)
        box.addWidget(Text(title, "small", "muted"))
        for choice in choices:
            box.addWidget(choice)
        self.body.addLayout(box)

    def _tick(self, name: str, words: str, *, is_on: bool) -> QCheckBox:
        made = named(QCheckBox(words.replace("&", "&&")), name, words)
        made.setChecked(is_on)
        return made

    def _radio(self, name: str, words: str) -> QRadioButton:
        return named(QRadioButton(words), name, words)
