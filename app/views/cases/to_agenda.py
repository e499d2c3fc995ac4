"""Taking a case onto an agenda from the case itself: which of the body's coming meetings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.house import House
from app.services.meetings import MeetingRow
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.shell.workbench import Workbench
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList

TO_AGENDA = _("Sett på saksliste")
WHICH = _("Velg møtet der «{title}» skal behandles.")
MEETINGS = _("Kommende møter i organet")
WHEN = _("{on:langdato} kl. {times}")
ITEMS = _("{n:post|poster}")
NO_MEETINGS = _("Organet har ingen kommende møter. Lag et møte under Møter, og kom tilbake hit.")
MAKE_FIRST = _("Lag et møte først.")
PUT = _("«{title}» står på sakslisten til {label}.")
STANDS = _("Saken står på en saksliste allerede.")

_TALL = 220
_LONGEST = 60


def ask_for_meeting(
    parent: QWidget, bench: Workbench, house: House, case_id: int, title: str
) -> None:
    """Ask in which meeting the case shall be taken up, and put it there."""
    bench.read(
        lambda: house.meetings.coming_for(case_id),
        lambda rows: ToAgendaDialog(parent, bench, house, case_id, title, rows).open(),
    )


class ToAgendaDialog(FormDialog):
    """Enter or a double click takes the chosen meeting; the next one is chosen from the start."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        case_id: int,
        title: str,
        rows: Sequence[MeetingRow],
    ) -> None:
        voice = bench.voice
        self._title = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
        super().__init__(
            parent,
            voice,
            "to-agenda-dialog",
            voice.word(TO_AGENDA),
            text=voice.fill(WHICH, title=self._title),
            verb=voice.word(TO_AGENDA),
            on_verb=self._put,
            width=520,
        )
        self._bench, self._house, self._case_id = bench, house, case_id
        self._names = {row.id: row.name for row in rows}
        self._list = EntryList("coming-meetings", voice.word(MEETINGS), EntryModel())
        if not rows:
            self.body.addWidget(
                EmptyState("no-coming-meetings", voice.word(NO_MEETINGS), icon="calendar"), 1
            )
            self._list.hide()
            self.say_why(voice.word(MAKE_FIRST))
            return
        self._list.setMinimumHeight(_TALL)
        self._list.show_entries([_entry(voice, row) for row in rows])
        self._list.choose(rows[0].id)
        self._list.opened.connect(lambda _key: self._put())
        self.body.addWidget(self._list, 1)

    def _put(self) -> None:
        meeting = self._list.key
        if meeting is None:
            return
        agenda, case_id = self._house.edit.agenda, self._case_id
        said = self._bench.voice.fill(PUT, title=self._title, label=self._names[meeting])
        self.accept()
        do(self._bench, lambda: agenda.add_case(meeting, case_id), said=said)


def _entry(voice: Voice, row: MeetingRow) -> Entry:
    times = voice.clock_range(row.start, row.end)
    parts = (row.name, row.place, voice.fill(ITEMS, n=row.items))
    return Entry(
        key=row.id,
        title=voice.fill(WHEN, on=row.held_on, times=times),
        subtitle=" · ".join(part for part in parts if part),
        lead="",
        chip=(voice.label("meeting_status", row.status.value), "neutral"),
    )
