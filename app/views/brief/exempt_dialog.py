"""Exempting one file: by which provision, and what it is called where it may not be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.i18n.catalogue import _
from app.services.briefs import AttachmentView, BasisChoice
from app.services.changes import Changes
from app.views.brief.exempt import BASIS, CHOOSE_BASIS, NEUTRAL, basis_words
from app.views.brief.form import Form
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.editing.plain_widgets import Choice
from app.views.widgets.field import Field
from app.views.widgets.naming import named

TITLE = _("Offentligheten til «{title}»")
EXEMPT = _("Vedlegget er unntatt offentlighet")
ABOUT = _("Et vedlegg som er unntatt, følger bare med til dem som har rett til å se det.")
STORE = _("Bruk")
STORED = _("Offentligheten til vedlegget er endret.")


class ExemptDialog(FormDialog):
    """What is missing is told by the list of what stops publishing; nothing is refused here."""

    def __init__(
        self, parent: QWidget, form: Form, file: AttachmentView, choices: Sequence[BasisChoice]
    ) -> None:
        voice = form.voice
        super().__init__(
            parent,
            voice,
            "exempt-dialog",
            voice.fill(TITLE, title=file.title),
            text=voice.word(ABOUT),
            verb=voice.word(STORE),
            on_verb=self._store,
        )
        self._form, self._file = form, file
        self._tick = named(QCheckBox(voice.word(EXEMPT)), "attachment-exempt")
        self._tick.setChecked(file.is_exempt)
        self._basis = Choice("attachment-basis")
        self._basis.setPlaceholderText(voice.word(CHOOSE_BASIS))
        self._basis.offer([(choice.id, basis_words(voice, choice)) for choice in choices])
        self._basis.show_code(file.basis_id)
        self._neutral = named(QLineEdit(file.neutral_title), "attachment-neutral")
        self._fields = (
            Field(voice, voice.word(BASIS), self._basis),
            Field(voice, voice.word(NEUTRAL), self._neutral),
        )
        self.body.addWidget(self._tick)
        for field in self._fields:
            self.body.addWidget(field)
        self._tick.toggled.connect(self._show_fields)
        self._show_fields(file.is_exempt)

    def _show_fields(self, is_exempt: bool) -> None:
        for field in self._fields:
            field.setEnabled(is_exempt)

    def _store(self) -> None:
        file, attachments = self._file, self._form.edit.attachments
        is_exempt, neutral = self._tick.isChecked(), self._neutral.text()
        code = self._basis.code()
        basis = code if isinstance(code, int) else None

        def store() -> Changes:
            done = attachments.set_exempt(file.id, is_exempt, basis, file.version)
            if neutral != file.neutral_title:
                done = attachments.set_neutral_title(file.id, neutral, done.version)
            return done.changes

        do(
            self._form.bench,
            store,
            lambda _done: self.accept(),
            said=self._form.voice.word(STORED),
        )
