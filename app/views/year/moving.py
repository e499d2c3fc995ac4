"""Moving a meeting to another day, from wherever in the pictures of a year (R23)."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.services.house import House
from app.views.meetings.meeting_facts import MeetingFactsDialog, Read, read_facts
from app.views.shell.workbench import Workbench


def ask_move(parent: QWidget, bench: Workbench, house: House, meeting_id: int, to_on: date) -> None:
    """Ask for the move to `to_on` in the meeting's facts, with that day filled in."""

    def show(read: Read) -> None:
        if isValid(parent):
            dialog = MeetingFactsDialog(parent, bench, house, read, "date")
            dialog.open()
            dialog.fill_date(to_on)

    bench.read(lambda: read_facts(house, meeting_id), show)
