"""Noting that those who had been called have heard of a change, and when (R23)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.house import House
from app.services.meeting_changes import MeetingChangeView
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.meetings.called_list import CalledList
from app.views.meetings.notify import DATE_FIRST, STORE
from app.views.shell.workbench import Workbench
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.naming import named

TITLE = _("Noter at de har fått beskjed")
ABOUT = _("Beskjeden sendes fra e-posten eller gis på telefon. Her noteres dagen.")
ON = _("Fikk beskjed den")
WHO = _("Disse skulle ha beskjed")
DONE = _("Det er notert at de har fått beskjed.")


class ToldDialog(FormDialog):
    """Asks for the day; shows who it is about."""

    def __init__(
        self, parent: QWidget, bench: Workbench, house: House, change: MeetingChangeView
    ) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "told-dialog",
            voice.word(TITLE),
            text=voice.word(ABOUT),
            verb=voice.word(STORE),
            on_verb=self._store,
        )
        self._bench, self._house, self._change = bench, house, change
        self._on = named(DateField(voice, bench.today), "told-on")
        self._on.show_value(bench.today())
        self._on.textChanged.connect(lambda _text: self._judge())
        self.body.addWidget(Field(voice, voice.word(ON), self._on))
        self.body.addWidget(CalledList(bench, change.called, voice.word(WHO)))

    def _judge(self) -> None:
        is_ready = self._on.is_valid and self._on.value is not None
        self.say_why(None if is_ready else self._bench.voice.word(DATE_FIRST))

    def _store(self) -> None:
        on, change = self._on.value, self._change
        assert on is not None
        do(
            self._bench,
            lambda: self._house.edit.meeting_changes.note_told(change.id, on),
            lambda _done: self.accept(),
            said=self._bench.voice.word(DONE),
        )
