"""Recording that the advance notice was sent, and when (R24)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.agendas import MeetingFactsView
from app.services.house import House
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.shell.workbench import Workbench
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.naming import named

TITLE = _("Møtevarselet er sendt")
ABOUT = _("Varselet sendes fra e-posten. Her noteres dagen, så møtets gang er riktig.")
ON, STORE = _("Sendt den"), _("Noter")
DATE_FIRST = _("Skriv en dato først.")
DONE = _("Det er notert at møtevarselet er sendt.")


class NotifyDialog(FormDialog):
    """Asks for the day."""

    def __init__(
        self, parent: QWidget, bench: Workbench, house: House, meeting: MeetingFactsView
    ) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "notify-dialog",
            voice.word(TITLE),
            text=voice.word(ABOUT),
            verb=voice.word(STORE),
            on_verb=self._store,
        )
        self._bench, self._house, self._meeting = bench, house, meeting
        self._on = named(DateField(voice, bench.today), "notified-on")
        self._on.show_value(bench.today())
        self._on.textChanged.connect(lambda _text: self._judge())
        self.body.addWidget(Field(voice, voice.word(ON), self._on))

    def _judge(self) -> None:
        is_ready = self._on.is_valid and bool(self._on.text().strip())
        self.say_why(None if is_ready else self._bench.voice.word(DATE_FIRST))

    def _store(self) -> None:
        on, meeting = self._on.value, self._meeting
        assert on is not None
        do(
            self._bench,
            lambda: self._house.edit.meetings.mark_notified(meeting.id, on, meeting.version),
            lambda _done: self.accept(),
            said=self._bench.voice.word(DONE),
        )
