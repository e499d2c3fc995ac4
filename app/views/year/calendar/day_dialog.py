"""All that is on one day, where its cell has no room for it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.year.days import Day, Line
from app.services.year.facts import YearMeeting
from app.views.editing.form_dialog import FormDialog
from app.views.meetings.page import NEW_MEETING
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList
from app.views.year.calendar import words
from app.views.year.calendar.desk import CalendarDesk

HINT = _("Enter eller dobbeltklikk åpner en linje.")
LINES = _("Det som skjer denne dagen")
_ROOM, _MOST = 58, 7


class DayDialog(FormDialog):
    """The lines of a day, each to be opened; its verb makes one more meeting."""

    def __init__(self, parent: QWidget, desk: CalendarDesk, day: Day) -> None:
        voice = desk.bench.voice
        title = words.day_title(day, desk.bench.today(), voice)
        super().__init__(
            parent,
            voice,
            "day-dialog",
            capital(title),
            text=voice.word(HINT),
            verb=f"{voice.word(NEW_MEETING)} …",
            on_verb=self._ask_new,
            width=560,
        )
        self._desk, self._day, self._page = desk, day, parent
        model = EntryModel()
        self.list = EntryList("day-lines", voice.word(LINES), model)
        model.setParent(self.list)
        self.list.setProperty("kind", "framed")
        self.list.show_entries(
            [_entry(place, line, day, voice) for place, line in enumerate(day.lines)]
        )
        self.list.choose(0)
        self.list.setMinimumHeight(min(len(day.lines), _MOST) * _ROOM)
        self.list.opened.connect(self._open)
        self.body.addWidget(self.list)
        self.enter_first(self.list)

    def _open(self, place: int) -> None:
        self.accept()
        self._desk.open(self._page, self._day.lines[place])

    def _ask_new(self) -> None:
        self.accept()
        self._desk.ask_new(self._page, self._day.on)


def _entry(place: int, line: Line, day: Day, voice: Voice) -> Entry:
    wrong = words.amiss(day.amiss_with(line), voice)
    under = " · ".join(part for part in (words.clock(line, voice), words.where(line)) if part)
    return Entry(
        place,
        words.title(line, voice),
        f"{under}. {wrong}" if wrong else under,
        lead=words.start(line, voice) if isinstance(line, YearMeeting) else "",
        chip=words.chip(line, voice),
    )
