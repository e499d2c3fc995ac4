"""The days that are kept free of meetings, and the dialog that a period is written in (R22)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.house import House
from app.services.planning.facts import YearPlan
from app.services.year.facts import BlockedSpan
from app.views.editing.actions import action
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM, SMALL
from app.views.widgets.buttons import button, say_why
from app.views.widgets.date_field import DateField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.text import Text

ABOUT = _("Møter foreslås ikke på disse dagene. Et møte som ville falt der, flyttes.")
NOTHING = _(
    "Ingen dager holdes fri i {year}. Legg inn vinterferie og høstferie, så foreslås ingen møter "
    "der."
)
LIST, NEW, EDIT, REMOVE = _("Dager som holdes fri"), _("Nye dager"), _("Rediger"), _("Ta bort")
NEW_TITLE, EDIT_TITLE = _("Dager som holdes fri for møter"), _("Endre dagene")
NAME, FROM_ON, LAST_ON = _("Hva det er"), _("Første dag"), _("Siste dag")
ADD, STORE = _("Legg til"), _("Lagre")
NO_NAME, NO_FIRST, NO_LAST = (
    _("Skriv hva det er, for eksempel vinterferie."),
    _("Skriv den første dagen."),
    _("Skriv den siste dagen."),
)
CHOOSE_ONE = _("Velg noen dager i listen.")
ADDED, STORED, REMOVED = (
    _("{name} holdes fri for møter."),
    _("Dagene er endret."),
    _("{name} holdes ikke lenger fri."),
)
DAYS, WEEK = _("{first} til {last}"), _("Uke {week}")


class BlockedList(QWidget):
    """Those that touch the year of the plan."""

    new_wanted = Signal()
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        named(self, "blocked")
        self._voice = voice
        self._spans: list[BlockedSpan] = []
        self.list = EntryList("blocked-list", voice.word(LIST), EntryModel())
        self.list.opened.connect(lambda _key: self._tell(self.edit_wanted))
        self.list.chosen.connect(lambda _key: self._weigh())
        self._empty = EmptyState(
            "empty-blocked",
            " ",
            icon="calendar-days",
            verb=voice.word(NEW),
            on_start=self.new_wanted.emit,
        )
        self._make_tools()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, MEDIUM, 0, 0)
        box.setSpacing(SMALL)
        box.addWidget(Text(voice.word(ABOUT), "small", "muted", wraps=True))
        box.addWidget(self.list, 1)
        box.addWidget(self._empty, 1)
        box.addLayout(row(self._new, self._edit, self._remove, None))

    def _make_tools(self) -> None:
        word = self._voice.word
        self._new = button(word(NEW), "new-blocked", icon="plus", on_click=self.new_wanted.emit)
        self._edit = button(
            word(EDIT), "blocked-edit", "quiet", on_click=lambda: self._tell(self.edit_wanted)
        )
        self._remove = button(
            word(REMOVE), "blocked-remove", "quiet", on_click=lambda: self._tell(self.remove_wanted)
        )
        remove = action(
            self.list,
            word(REMOVE),
            "blocked-remove",
            lambda: self._tell(self.remove_wanted),
            "Del",
            is_local=True,
        )
        self.list.addAction(remove)

    def show_plan(self, plan: YearPlan) -> None:
        """Show the periods of the plan's year."""
        first, last = date(plan.year, 1, 1), date(plan.year, 12, 31)
        self._spans = [one for one in plan.blocked if one.from_on <= last and one.to_on >= first]
        voice = self._voice
        entries = [
            Entry(
                one.id,
                one.name,
                subtitle=_days(one, voice),
                lead=voice.fill(WEEK, week=one.from_on.isocalendar().week),
            )
            for one in self._spans
        ]
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._empty.tell(voice.fill(NOTHING, year=plan.year))
        self._empty.setVisible(not entries)
        for part in (self._new, self._edit, self._remove):
            part.setVisible(bool(entries))
        self._weigh()

    @property
    def spans(self) -> list[BlockedSpan]:
        """What is shown."""
        return self._spans

    def _chosen(self) -> BlockedSpan | None:
        return next((one for one in self._spans if one.id == self.list.key), None)

    def _weigh(self) -> None:
        missing = None if self._chosen() is not None else self._voice.word(CHOOSE_ONE)
        for part in (self._edit, self._remove):
            say_why(part, missing)

    def _tell(self, signal: SignalInstance) -> None:
        chosen = self._chosen()
        if chosen is not None:
            signal.emit(chosen)


class BlockedDialog(VerbDialog):
    """A new period (`span` is None), or one that is there."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        year: int,
        span: BlockedSpan | None,
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent,
            bench,
            "blocked-dialog",
            word(NEW_TITLE if span is None else EDIT_TITLE),
            word(ADD if span is None else STORE),
            self._store,
        )
        self._span, self._editor = span, house.edit.planning
        self._name = named(QLineEdit(), "blocked-name")

        def first_of_year() -> date:
            return date(year, 1, 1)

        self._from = named(DateField(bench.voice, first_of_year), "blocked-from")
        self._to = named(DateField(bench.voice, first_of_year), "blocked-to")
        name = self.field(word(NAME), self._name, "blocked_name_missing", "line_too_long")
        first = self.field(word(FROM_ON), self._from, "year_out_of_range")
        last = self.field(word(LAST_ON), self._to, "period_ends_before_start", "blocked_too_long")
        days = row(first, last, gap=MEDIUM)
        days.setStretch(0, 1)
        days.setStretch(1, 1)
        self.body.addWidget(name)
        self.body.addLayout(days)
        self.require(name, self._name, word(NO_NAME))
        self.require(first, self._from, word(NO_FIRST))
        self.require(last, self._to, word(NO_LAST))
        if span is not None:
            self._name.setText(span.name)
            self._from.show_value(span.from_on)
            self._to.show_value(span.to_on)
        self.finish()

    def _store(self) -> None:
        name, first, last = self._name.text(), self._from.value, self._to.value
        if first is None or last is None:
            return
        editor, span, voice = self._editor, self._span, self.voice
        if span is None:
            self.run(
                lambda: editor.add_blocked(name, first, last),
                said=voice.fill(ADDED, name=name.strip()),
            )
        else:
            self.run(
                lambda: editor.edit_blocked(span.id, name, first, last),
                said=voice.word(STORED),
            )


def _days(span: BlockedSpan, voice: Voice) -> str:
    first = voice.formats.weekday_date(span.from_on)
    if span.from_on == span.to_on:
        return first
    return voice.fill(DAYS, first=first, last=voice.formats.weekday_date(span.to_on))
