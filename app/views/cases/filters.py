"""Over the table of cases: words to search for, and what to leave out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.vocabulary import CaseStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.bodies import BodyRow
from app.services.case_list import CaseFilter
from app.views.editing.plain_widgets import Choice
from app.views.theme.metrics import SMALL
from app.views.widgets.layout import row
from app.views.widgets.naming import named, reading
from app.views.widgets.search_field import SearchField

SEARCH = _("Søk på tittel, nummer eller saksbehandler")
ALL_BODIES, ALL_YEARS, ALL_STATUSES = _("Alle organer"), _("Alle år"), _("Alle statuser")
WAITING = _("Venter på saksliste")
BODY, YEAR, STATUS = _("Vis organ"), _("Vis år"), _("Vis status")

_WAITING = "waiting"


class CaseFilters(QWidget):
    """Tells a `CaseFilter` without words when a choice is made, and the words as they are typed."""

    changed = Signal(object)
    searched = Signal(str)

    def __init__(self, voice: Voice, results: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reading(self)
        self._voice = voice
        self.search = SearchField("case-search", voice.word(SEARCH), results)
        self.search.setMinimumWidth(200)
        self._body = named(Choice("filter-body"), "filter-body", voice.word(BODY))
        self._year = named(Choice("filter-year"), "filter-year", voice.word(YEAR))
        self._status = named(Choice("filter-status"), "filter-status", voice.word(STATUS))
        self.setLayout(row(self.search, self._body, self._year, self._status, None, gap=SMALL))
        self.search.setMaximumWidth(380)
        self._status.offer(
            [
                (None, voice.word(ALL_STATUSES)),
                (_WAITING, voice.word(WAITING)),
                *((one, voice.title_label("case_status", one.value)) for one in CaseStatus),
            ]
        )
        self._status.setCurrentIndex(0)
        self._status.fit()
        self.search.searched.connect(self.searched)
        for choice in (self._body, self._year, self._status):
            choice.picked.connect(lambda _code: self.changed.emit(self.which()))

    def offer(self, bodies: Sequence[BodyRow], years: Sequence[int]) -> None:
        """The bodies and years to choose among; what was chosen stays."""
        word = self._voice.word
        every = [(None, word(ALL_BODIES)), *((body.code, body.short_name) for body in bodies)]
        # A list of pairs is not taken for one of wider pairs.
        self._body.offer(every)  # type: ignore[arg-type]
        self._year.offer([(None, word(ALL_YEARS)), *((year, str(year)) for year in years)])
        for choice in (self._body, self._year):
            choice.setCurrentIndex(max(choice.currentIndex(), 0))
            choice.fit()

    def which(self) -> CaseFilter:
        """What is chosen."""
        body, year, status = self._body.code(), self._year.code(), self._status.code()
        return CaseFilter(
            body=str(body) if body is not None else None,
            year=year if isinstance(year, int) else None,
            statuses=(status,) if isinstance(status, CaseStatus) else (),
            only_waiting=status == _WAITING,
        )
