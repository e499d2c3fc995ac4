"""Cancelling a meeting: why, what becomes of its cases, and whom to tell (R23)."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.house import House
from app.services.meeting_changes import BeforeChange
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.meetings.called_list import CalledList
from app.views.meetings.move_dialog import REASON, REASON_HELP
from app.views.meetings.words import called_label
from app.views.shell.workbench import Workbench
from app.views.widgets.field import Field
from app.views.widgets.naming import named

TITLE = _("Avlys {meeting}")
STAYS = _("Møtet blir stående med sakslisten det hadde, og kan ikke tas opp igjen uten å angre.")
TO_QUEUE = _("{n:sak|saker} går tilbake til køen.")
KEEP_NUMBERS = _("Saksnumrene følger med.")
ONWARD = _("Sett sakene på sakslisten til {meeting}, {on:dato}")
CANCEL = _("Avlys møtet")
REASON_FIRST = _("Skriv hvorfor møtet avlyses.")
CANCELLED = _("{meeting} er avlyst.")


class CancelDialog(FormDialog):
    """Asks why, and whether the cases go on to the next meeting."""

    def __init__(self, parent: QWidget, bench: Workbench, house: House, read: BeforeChange) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "cancel-meeting-dialog",
            voice.fill(TITLE, meeting=read.meeting.name),
            text=" ".join(_about(read, voice)),
            verb=voice.word(CANCEL),
            on_verb=self._cancel_meeting,
            width=560,
        )
        self._bench, self._house, self._read = bench, house, read
        self._reason = named(QLineEdit(), "cancel-reason")
        self._reason.textChanged.connect(lambda _text: self._judge())
        self._why = Field(
            voice, voice.word(REASON), self._reason, help_text=voice.word(REASON_HELP)
        )
        self.body.addWidget(self._why)
        self._onward = named(QCheckBox(), "cancel-onward")
        if read.cases and read.later is not None:
            words = voice.fill(ONWARD, meeting=read.later.name, on=read.later.held_on)
            self._onward.setText(words.replace("&", "&&"))
            named(self._onward, "cancel-onward", words)
            self.body.addWidget(self._onward)
        if read.called:
            label = called_label(read.meeting.status, voice)
            self.body.addWidget(CalledList(bench, read.called, label))
        self._judge()

    def _judge(self) -> None:
        is_lacking = self._read.needs_reason and not self._reason.text().strip()
        self._why.mark_missing(is_lacking)
        self.say_why(self._bench.voice.word(REASON_FIRST) if is_lacking else None)

    def _cancel_meeting(self) -> None:
        meeting, reason, later = self._read.meeting, self._reason.text(), self._read.later
        onto = later.id if later is not None and self._onward.isChecked() else None
        changes = self._house.edit.meeting_changes
        do(
            self._bench,
            lambda: changes.cancel(meeting.id, reason, meeting.version, cases_to=onto),
            lambda _done: self.accept(),
            said=self._bench.voice.fill(CANCELLED, meeting=meeting.name),
        )


def open_cancel(parent: QWidget, bench: Workbench, house: House, meeting_id: int) -> None:
    """Read the meeting and ask why."""

    def show(read: BeforeChange) -> None:
        CancelDialog(parent, bench, house, read).open()

    bench.read(lambda: house.meeting_changes.before(meeting_id), show)


def _about(read: BeforeChange, voice: Voice) -> Iterator[str]:
    yield voice.word(STAYS)
    if read.cases:
        yield voice.fill(TO_QUEUE, n=read.cases)
    if read.numbered:
        yield voice.word(KEEP_NUMBERS)
