"""Choosing a case from the queue, found by typing; or making a new one on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.vocabulary import CaseStatus
from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice
from app.services.agendas import QueueRow
from app.views.editing.form_dialog import FormDialog
from app.views.theme.metrics import SMALL
from app.views.widgets.buttons import button
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList
from app.views.widgets.search_field import SearchField

ADD_CASE = _("Legg til sak")
FROM_QUEUE = _("Saker som venter på å komme på en saksliste. De som er utsatt, står først.")
SEARCH = _("Søk på tittel, nummer eller saksbehandler")
NEW_CASE = _("Ny sak")
NEW_CASE_CALLED = _("Ny sak: «{title}»")
QUEUE = _("Saker i køen")
EMPTY = _("Ingen saker venter. Lag en ny sak, så settes den på sakslisten med en gang.")
CHOOSE_FIRST = _("Velg en sak i listen først.")
CREATED = _("Opprettet {on:kortdato}")
_BACK = {
    CaseStatus.POSTPONED: _("Utsatt fra {on:kortdato}"),
    CaseStatus.SENT_BACK: _("Sendt tilbake {on:kortdato}"),
}

_TALL = 380
_LONGEST_IN_BUTTON = 28


class CasePicker(FormDialog):
    """Enter or a double click takes the chosen case; what was searched for can become a new one."""

    def __init__(
        self,
        parent: QWidget,
        voice: Voice,
        rows: Sequence[QueueRow],
        *,
        on_pick: Callable[[int], object],
        on_new: Callable[[str], object],
    ) -> None:
        super().__init__(
            parent,
            voice,
            "case-picker",
            voice.word(ADD_CASE),
            text=voice.word(FROM_QUEUE),
            verb=voice.word(ADD_CASE),
            on_verb=self._pick,
            width=580,
        )
        self._voice, self._on_pick, self._on_new = voice, on_pick, on_new
        self._model = EntryModel()
        self._list = EntryList("queue", voice.word(QUEUE), self._model)
        self._list.setMinimumHeight(_TALL)
        self._search = SearchField("queue-search", voice.word(SEARCH), self._list)
        self._new = button(voice.word(NEW_CASE), "picker-new", icon="plus", on_click=self._make)
        self._empty = EmptyState("queue-empty", voice.word(EMPTY), icon="list")
        self.body.setSpacing(SMALL)
        self.body.addWidget(self._search)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._empty, 1)
        self.foot.insertWidget(0, self._new)
        self._search.searched.connect(self._sift)
        self._search.textChanged.connect(self._name_new)
        self._list.chosen.connect(lambda _key: self.say_why(None))
        self._list.opened.connect(lambda _key: self._pick())
        self._list.show_entries([_entry(voice, row) for row in rows])
        self._show_first()

    def _sift(self, text: str) -> None:
        self._model.search(text)
        self._show_first()

    def _show_first(self) -> None:
        has_rows = self._model.rowCount() > 0
        self._list.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        self.say_why(None if has_rows else self._voice.word(CHOOSE_FIRST))
        if has_rows:
            self._list.choose(self._model.entry(self._model.index(0)).key)

    def _name_new(self, text: str) -> None:
        title = " ".join(text.split())
        words = self._voice.word(NEW_CASE)
        if title:
            short = title if len(title) <= _LONGEST_IN_BUTTON else f"{title[:_LONGEST_IN_BUTTON]}…"
            words = self._voice.fill(NEW_CASE_CALLED, title=short)
        self._new.setText(words.replace("&", "&&"))

    def _pick(self) -> None:
        index = self._list.currentIndex()
        if index.isValid() and not self._list.isHidden():
            key = self._model.entry(index).key
            self.accept()
            self._on_pick(key)

    def _make(self) -> None:
        title = " ".join(self._search.text().split())
        self.accept()
        self._on_new(title)


def _since(voice: Voice, row: QueueRow) -> str:
    """What the date is the date of."""
    if row.back_from_on is not None:
        return voice.fill(_BACK[row.status], on=row.back_from_on)
    return voice.fill(CREATED, on=row.created_on)


def _entry(voice: Voice, row: QueueRow) -> Entry:
    parts = (
        voice.title_label("case_kind", row.kind.value),
        voice.formats.amount(row.amount) if row.amount else "",
        row.officer,
        _since(voice, row),
    )
    is_back = row.status in _BACK
    return Entry(
        key=row.id,
        title=row.title,
        subtitle=" · ".join(part for part in parts if part),
        lead=row.number.split()[-1] if row.number else ABSENT,
        chip=(voice.label("case_status", row.status.value), "warn" if is_back else "neutral"),
    )
