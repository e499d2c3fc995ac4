"""What kind of case it is, and what that means for who decides (R10–R16)."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.briefs import BriefView
from app.services.editing.done import Done
from app.views.brief.form import CASE, Form, Remark, heading_over
from app.views.brief.level_dialog import CHANGE_LEVEL, LevelDialog
from app.views.editing.autosave import Slot
from app.views.editing.fields import TextValue, TickValue
from app.views.editing.plain_widgets import GrowingText
from app.views.theme.metrics import LARGE, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.field import Field
from app.views.widgets.layout import FlowLayout, row
from app.views.widgets.naming import named
from app.views.widgets.text import plain_tooltip

HEADING = _("Beslutningsnivå")
MARKS: dict[str, tuple[str, str]] = {
    "is_urgent": (
        _("Haster"),
        _(
            "Kan avgjøres administrativt mellom møtene når beløpet er lavt nok. Ellers tas saken "
            "opp i et ekstraordinært møte."
        ),
    ),
    "is_strategic": (
        _("Strategisk valg"),
        _("Avgjøres på regionalt nivå, uansett beløp."),
    ),
    "opens_new_area": (
        _("Nytt satsingsområde"),
        _("Avgjøres på regionalt nivå, uansett beløp."),
    ),
    "is_controversial": (
        _("Omstridt"),
        _("Det må skrives ned om et høyere nivå bør avgjøre saken, uansett beløp."),
    ),
    "concerns_business": (
        _("Angår næringslivet"),
        _("Saken må si om den er i tråd med næringsplanen."),
    ),
}
CONSIDERATION = _("Vurdering av om et høyere nivå bør avgjøre saken")


class Deciding(QWidget):
    """Who decides, why, what must be written down, and the way to another level."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        voice = form.voice
        self._why = Remark("level-why", "gavel")
        self._record = Remark("level-record", "pencil")
        self._warning = Remark("level-warning", "triangle-alert", "warn")
        self._consideration = GrowingText("case-consideration", lines=2)
        self.consideration = Field(voice, voice.word(CONSIDERATION), self._consideration)
        form.save.add(
            Slot(
                "consideration",
                TextValue(self._consideration, self.consideration),
                form.edit.cases.set_consideration,
                CASE,
            )
        )
        self._change = button(
            voice.word(CHANGE_LEVEL), "change-level", "link", on_click=self._open_dialog
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SMALL - 2)
        self._box.addLayout(row(heading_over(voice.word(HEADING)), self._change, None))
        self._box.addWidget(self._marks())
        for part in (self._why, self._record, self._warning, self.consideration):
            self._box.addWidget(part)

    def _marks(self) -> QWidget:
        """Ticks that are stored at once; the sentences under them follow."""
        made = QWidget()
        flow = FlowLayout(made, gap=LARGE)
        for key, (words, about) in MARKS.items():
            tick = self._tick(key, words, about)
            flow.addWidget(tick)
        return made

    def _tick(self, key: str, words: str, about: str) -> QCheckBox:
        form, word = self._form, self._form.voice.word
        tick = named(QCheckBox(word(words)), f"case-{key}", "", word(about))
        tick.setToolTip(plain_tooltip(word(about)))
        cases = form.edit.cases

        def store(case_id: int, value: bool, version: int) -> Done:
            return cases.set_nature(case_id, version, **{key: value})

        form.save.add(Slot(key, TickValue(tick), store, CASE, at_once=True))
        return tick

    def show_brief(self, view: BriefView) -> None:
        """Show what follows from the brief as it is stored."""
        voice = self._form.voice
        for remark, said in (
            (self._why, view.ruling.reasons),
            (self._record, view.ruling.to_record),
            (self._warning, view.ruling.warnings),
        ):
            remark.say(" ".join(voice.say(reason) for reason in said))
        needed = view.is_controversial or bool(view.consideration)
        self.consideration.setVisible(needed)
        self.consideration.mark_missing(view.is_controversial and not view.consideration.strip())
        self._change.setVisible(not view.is_closed)

    def _open_dialog(self) -> None:
        view = self._form.shown()
        if view is not None:
            LevelDialog(self, self._form, view).open()
