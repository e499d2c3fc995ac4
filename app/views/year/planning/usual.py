"""The days that each body usually meets, as the plan takes them, and changing them (R22)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.day_patterns import DayPattern
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.services.house import House
from app.services.planning import words
from app.services.planning.facts import BodyDays
from app.views.editing.actions import action
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, MEDIUM, SMALL, TINY
from app.views.widgets.buttons import button, say_why
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList
from app.views.widgets.layout import column, row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import Text

ABOUT = _("Forslaget følger disse dagene. Velg faste dager der fjorårets møter ikke passer.")
CHANGE, CHANGE_OF = _("Endre"), _("Endre møtedagene til {body}")
TITLE, TEXT = (
    _("Faste møtedager for {body}"),
    _("De samme dagene gjelder hvert år, til du endrer dem."),
)
DAYS, NTH, WEEKDAY, MONTH = _("Møtedager"), _("Hvilken"), _("Ukedag"), _("Måned")
ADD, REMOVE, STORE = _("Legg til dagen"), _("Ta bort"), _("Lagre dagene")
FOLLOW = _("Følg fjorårets møter")
NO_DAYS = _("Ingen dager er valgt. Legg til den første under.")
NONE_CHOSEN = _("Legg til minst én dag.")
THERE_ALREADY = _("Dagen står i listen.")
CHOOSE_ONE = _("Velg en dag i listen.")
STORED = _("Møtedagene til {body} er lagret.")
FOLLOWED = _("{body} planlegges etter møtene året før.")
_FRIDAY, _WORKING_DAYS, _LIST_HEIGHT = 4, 5, 190


class UsualDays(QWidget):
    """One part for each body, with its days in words."""

    edit_wanted = Signal(object)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        named(self, "usual-days")
        self._voice = voice
        self._bodies: Sequence[BodyDays] = ()
        self._inner = QWidget()
        self._box = column(gap=LARGE, margins=(0, MEDIUM, SMALL, MEDIUM))
        self._inner.setLayout(self._box)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._inner, "usual-scroll"))

    def show_bodies(self, bodies: Sequence[BodyDays]) -> None:
        """Show the days of each body."""
        if tuple(bodies) == tuple(self._bodies) and self._box.count():
            return
        self._bodies = bodies
        while (item := self._box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._box.addWidget(Text(self._voice.word(ABOUT), "small", "muted", wraps=True))
        for body in bodies:
            self._box.addWidget(self._part(body))
        self._box.addStretch(1)

    def _part(self, body: BodyDays) -> QWidget:
        voice = self._voice
        made = named(QWidget(), f"usual-{body.body}")
        title = Text(body.name, "medium")
        where = Text(words.where_from(body, voice), "small", "muted")
        change = button(
            voice.word(CHANGE),
            f"usual-{body.body}-edit",
            "link",
            on_click=lambda: self.edit_wanted.emit(body),
        )
        change.setAccessibleName(voice.fill(CHANGE_OF, body=body.name))
        box = column(gap=TINY)
        box.addLayout(row(title, None, change))
        if body.days:
            days = Text(words.usual_days(body, voice), "small", wraps=True)
            box.addWidget(named(days, f"usual-{body.body}-days"))
        box.addWidget(where)
        made.setLayout(box)
        return made


class UsualDialog(VerbDialog):
    """Starts from the days that the plan follows now."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        body: BodyDays,
    ) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            bench,
            "usual-dialog",
            voice.fill(TITLE, body=body.name),
            voice.word(STORE),
            self._store,
            text=voice.word(TEXT),
        )
        self._body, self._editor = body, house.edit.planning
        self.days = sorted(set(body.days))
        self._model = EntryModel()
        self.list = EntryList("usual-list", voice.word(DAYS), self._model)
        self.list.setFixedHeight(_LIST_HEIGHT)
        self._empty = EmptyState("no-usual-days", voice.word(NO_DAYS), icon="calendar-days")
        self._empty.setFixedHeight(_LIST_HEIGHT)
        self._nth, self._weekday, self._month = (
            Choice("usual-nth"),
            Choice("usual-weekday"),
            Choice("usual-month"),
        )
        self._build()
        self._show()
        self.finish()

    def missing(self) -> str | None:
        """At least one day."""
        return None if self.days else self.voice.word(NONE_CHOSEN)

    def _build(self) -> None:
        word = self.voice.word
        self._nth.offer([(nth, word(text)) for nth, text in words.NTH.items()])
        formats = self.voice.formats
        self._weekday.offer([(day, formats.name_of_weekday(day)) for day in range(_WORKING_DAYS)])
        self._month.offer([(month, formats.name_of_month(month)) for month in range(1, 13)])
        self._nth.show_code(1)
        self._weekday.show_code(_FRIDAY)
        self._month.show_code(1)
        self._add = button(word(ADD), "add-usual-day", icon="plus", on_click=self._take)
        self._remove = button(word(REMOVE), "usual-remove", "quiet", on_click=self._drop)
        drop = action(self.list, word(REMOVE), "usual-remove", self._drop, "Del", is_local=True)
        self.list.addAction(drop)
        self.list.chosen.connect(lambda _key: self._weigh_tools())
        for choice in (self._nth, self._weekday, self._month):
            choice.currentIndexChanged.connect(lambda _place: self._weigh_tools())
        self.body.addWidget(self.list)
        self.body.addWidget(self._empty)
        fields = row(
            self.field(word(NTH), self._nth, "day_pattern_unknown"),
            self.field(word(WEEKDAY), self._weekday),
            self.field(word(MONTH), self._month, "month_unknown"),
            gap=MEDIUM,
        )
        for place in range(3):
            fields.setStretch(place, 1)
        self.body.addLayout(fields)
        self.body.addLayout(row(self._add, self._remove, None))
        if self._body.is_own:
            self.foot.insertWidget(
                0, button(word(FOLLOW), "take-another", "quiet", on_click=self._follow)
            )

    def _show(self) -> None:
        entries = [
            Entry(place, capital(words.usual_day(day, self.voice)), is_heading=True)
            for place, day in enumerate(self.days)
        ]
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        self._weigh_tools()
        self.weigh()

    def _typed(self) -> DayPattern:
        nth, weekday, month = (
            int(str(choice.code())) for choice in (self._nth, self._weekday, self._month)
        )
        return DayPattern(month, weekday, nth)

    def _weigh_tools(self) -> None:
        word = self.voice.word
        say_why(self._add, word(THERE_ALREADY) if self._typed() in self.days else None)
        say_why(self._remove, None if self.list.key is not None else word(CHOOSE_ONE))

    def _take(self) -> None:
        day = self._typed()
        self.days = sorted({*self.days, day})
        self._show()
        self.list.choose(self.days.index(day))
        self._month.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        key = self.list.key
        if key is not None and key < len(self.days):
            self.days.pop(key)
            self._show()

    def _store(self) -> None:
        editor, code, days = self._editor, self._body.body, list(self.days)
        said = self.voice.fill(STORED, body=self._body.name)
        self.run(lambda: editor.set_usual_days(code, days), said=said)

    def _follow(self) -> None:
        editor, code = self._editor, self._body.body
        said = self.voice.fill(FOLLOWED, body=self._body.name)
        self.run(lambda: editor.set_usual_days(code, []), said=said)
