"""Another body than the rules say: upward freely, downward only with a reason (R16)."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.vocabulary import Level
from app.i18n.catalogue import _
from app.services.briefs import BriefView
from app.views.brief.form import Form
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.editing.plain_widgets import Choice
from app.views.widgets.field import Field
from app.views.widgets.naming import named

CHANGE_LEVEL = _("Endre hvem som avgjør")
ABOUT = _(
    "Nivået kan alltid heves. Det kan bare senkes når saken er løftet fordi den er omstridt, og da "
    "med en begrunnelse."
)
LEVEL, REASON = _("Hvem som avgjør"), _("Begrunnelse")
BY_THE_RULES = _("Følg reglene ({level:level})")
CHANGED = _("Beslutningsnivået er endret.")
STORE = _("Endre nivået")


class LevelDialog(FormDialog):
    """Asks for a level and a reason; what the rules do not allow is said in words."""

    def __init__(self, parent: QWidget, form: Form, view: BriefView) -> None:
        voice = form.voice
        super().__init__(
            parent,
            voice,
            "level-dialog",
            voice.word(CHANGE_LEVEL),
            text=voice.word(ABOUT),
            verb=voice.word(STORE),
            on_verb=self._store,
        )
        self._form, self._view = form, view
        self._level = Choice("level-choice")
        levels: list[tuple[object, str]] = [
            (level, voice.title_label("level", level.value)) for level in Level
        ]
        own = voice.fill(BY_THE_RULES, level=view.ruling.floor.value)
        self._level.offer([(None, own), *levels])
        self._level.show_code(view.level_override)
        self._reason = named(QLineEdit(view.level_override_reason), "level-reason-field")
        self.body.addWidget(Field(voice, voice.word(LEVEL), self._level))
        self.body.addWidget(Field(voice, voice.word(REASON), self._reason))

    def _store(self) -> None:
        level, reason, view = self._level.code(), self._reason.text(), self._view
        cases = self._form.edit.cases
        wanted = level if isinstance(level, Level) else None
        do(
            self._form.bench,
            lambda: cases.set_level(view.id, wanted, view.version, reason),
            lambda _done: self.accept(),
            said=self._form.voice.word(CHANGED),
        )
