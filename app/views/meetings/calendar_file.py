"""One meeting for the calendars of others: an invitation, or that it is cancelled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.agendas import MeetingFactsView
from app.services.house import House
from app.views.shell.file_export import FileExport, FilePlan
from app.views.shell.workbench import Workbench

INVITATION, CANCELLATION = _("Lag kalenderinvitasjon"), _("Lag kalenderavlysning")
KIND = _("Kalenderfiler (*.ics)")
INVITATION_NAME, CANCELLATION_NAME = _("Invitasjon {label}"), _("Avlysning {label}")
WORKING = _("Lager kalenderfilen")


class MeetingCalendar(QObject):
    """Asks for the file at once: there is nothing to choose about it."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._house = bench, house
        self.files = FileExport(bench, parent)

    def ask_invitation(self, meeting: MeetingFactsView) -> None:
        """Those who are called, and observers."""
        self.files.ask(self.invitation(meeting))

    def ask_cancellation(self, meeting: MeetingFactsView) -> None:
        """Those who had been called."""
        self.files.ask(self.cancellation(meeting))

    def invitation(self, meeting: MeetingFactsView) -> FilePlan:
        """The file that asks people to come."""
        make = partial(self._house.calendars.make_invitation, meeting.id, overwrite=True)
        word, name = self._bench.voice.word, self._name(INVITATION_NAME, meeting)
        return FilePlan(word(INVITATION), word(KIND), "ics", name, word(WORKING), make)

    def cancellation(self, meeting: MeetingFactsView) -> FilePlan:
        """The file that takes the meeting out of their calendars."""
        make = partial(self._house.calendars.make_cancellation, meeting.id, overwrite=True)
        word, name = self._bench.voice.word, self._name(CANCELLATION_NAME, meeting)
        return FilePlan(word(CANCELLATION), word(KIND), "ics", name, word(WORKING), make)

    def _name(self, pattern: str, meeting: MeetingFactsView) -> str:
        return self._bench.voice.fill(pattern, label=meeting.label)
