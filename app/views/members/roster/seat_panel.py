"""One seat through time, with everything that can be done to it and to its terms (R2–R7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.changes import Changes, Kind
from app.services.seat_terms import SeatView, TermLine
from app.tasks.store_threads import Ticket
from app.views.editing.actions import action
from app.views.editing.form_dialog import FormDialog
from app.views.members.roster.room import RosterRoom
from app.views.members.roster.term_verbs import holder
from app.views.members.words import period
from app.views.theme.metrics import SMALL
from app.views.theme.tokens import Tone
from app.views.widgets.buttons import button, say_why
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList
from app.views.widgets.layout import FlowLayout
from app.views.widgets.naming import named
from app.views.widgets.text import Text

TERMS = _("Periodene i plassen, den nyeste først")
NO_TERMS = _("Ingen har hatt denne plassen. Legg inn den første perioden.")
NEW_TERM, EDIT_SEAT = _("Ny periode"), _("Rediger plassen")
EDIT, FOLLOW, END = _("Rediger"), _("Etterfølger …"), _("Avslutt …")
RANK, REMOVE, PERSON = _("Vara …"), _("Ta bort"), _("Vis personen")
UNDO, CLOSE = _("Angre"), _("Lukk")
CHOOSE = _("Velg en periode i listen.")
NOBODY = _("Ingen person er ført opp i perioden.")
VOTES, SPEAKS = _("har stemmerett"), _("har ikke stemmerett")
YEARS = _("{n:tall} år")
NAMED_BY = _("oppnevnes av {who}")
WITH_DEPUTIES = _("{place} · vara: {names:liste}")
OVERRIDDEN = _("annet enn forslaget: {reason}")
NOW, LATER = _("nå"), _("kommer")
_WIDTH, _TALL = 620, 250


class TermVerbs(Protocol):
    """What can be done to a seat and its terms; each opens its own dialog over `parent`."""

    def new_term(self, parent: QWidget, view: SeatView | None) -> None:
        """A new term in the seat."""

    def edit_term(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """Everything about a term."""

    def end_term(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """End it early."""

    def follow(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """Let another have the rest."""

    def rank(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """Its deputies."""

    def remove_term(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """Take it out."""

    def edit_seat(self, parent: QWidget, view: SeatView) -> None:
        """What the chair itself is."""

    def open_person(self, person_id: int) -> None:
        """Whoever sits there."""


class SeatPanel(FormDialog):
    """Stays open beside the page while its terms are changed; Ctrl+Z takes back here too."""

    def __init__(self, parent: QWidget, room: RosterRoom, view: SeatView, verbs: TermVerbs) -> None:
        word = room.word
        super().__init__(
            parent,
            room.bench.voice,
            "seat-panel",
            view.title,
            verb=word(NEW_TERM),
            on_verb=lambda: verbs.new_term(self, self._view),
            width=_WIDTH,
        )
        self.setModal(False)
        self._cancel.setText(word(CLOSE))
        self._room, self._view, self._verbs = room, view, verbs
        self._ticket: Ticket | None = None
        self._model = EntryModel()
        self.list = EntryList("seat-terms", word(TERMS), self._model)
        self.list.setMinimumHeight(_TALL)
        self._facts = named(Text("", ink="muted", wraps=True), "seat-facts")
        self._empty = EmptyState("seat-no-terms", word(NO_TERMS), icon="users")
        self.body.addWidget(self._facts)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._empty, 1)
        self._buttons: list[QWidget] = []
        self._build_verbs()
        self.list.chosen.connect(lambda _key: self._weigh())
        self.list.opened.connect(lambda _key: self._on_term(verbs.edit_term)())
        self.foot.insertWidget(
            0, button(word(EDIT_SEAT), "seat-edit", icon="pencil", on_click=self._edit_seat)
        )
        room.bench.hub.changed.connect(self._refresh_if)
        self.show_seat(view)
        self.enter_first(self.list)

    @property
    def seat_id(self) -> int:
        """The seat that is shown."""
        return self._view.id

    def show_seat(self, view: SeatView) -> None:
        """Show a seat as it is now; what was chosen stays so."""
        self._view = view
        voice = self._room.bench.voice
        self.setWindowTitle(view.title)
        head = self.findChild(Text, "dialog-title")
        if head is not None:
            head.setText(view.title)
        self._facts.setText(seat_facts(view, voice))
        today = self._room.bench.today()
        self.list.show_entries([_entry(one, today, voice) for one in view.terms])
        self.list.setVisible(bool(view.terms))
        self._empty.setVisible(not view.terms)
        if view.terms and self._line() is None:
            now = next((one for one in view.terms if one.holds_on(self._room.on)), view.terms[0])
            self.list.choose(now.id)
        self._weigh()

    def choose_day(self, on: date) -> None:
        """Choose the term that holds on a day; what is chosen stays where none does."""
        term = next((one for one in self._view.terms if one.holds_on(on)), None)
        if term is not None:
            self.list.choose(term.id)

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
        super().done(result)

    def _build_verbs(self) -> None:
        word, verbs = self._room.word, self._verbs
        holder_of = QWidget()
        flow = FlowLayout(holder_of, gap=SMALL)
        menu = named(QMenu(self), "menu-seat-terms", word(TERMS))
        for text, name, keys, act in (
            (EDIT, "edit", "F2", self._on_term(verbs.edit_term)),
            (FOLLOW, "follow", "Ctrl+Shift+F", self._on_term(verbs.follow)),
            (END, "end", "Ctrl+Shift+A", self._on_term(verbs.end_term)),
            (RANK, "rank", "Ctrl+Shift+R", self._on_term(verbs.rank)),
            (REMOVE, "remove", "Del", self._on_term(verbs.remove_term)),
            (PERSON, "person", "Ctrl+Shift+P", self._open_person),
        ):
            made = button(word(text), f"term-{name}", on_click=act)
            flow.addWidget(made)
            self._buttons.append(made)
            deed = action(self.list, word(text), f"term-{name}", act, keys, is_local=True)
            self.list.addAction(deed)
            menu.addAction(deed)
        self._person = self._buttons[-1]
        self.body.addWidget(holder_of)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(lambda at: self._show_menu(menu, at))
        undo = action(self, word(UNDO), "panel-undo", self._room.bench.undo, "Ctrl+Z")
        self.addAction(undo)

    def _show_menu(self, menu: QMenu, at: QPoint) -> None:
        if self.list.indexAt(at).isValid():
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _line(self) -> TermLine | None:
        return next((one for one in self._view.terms if one.id == self.list.key), None)

    def _on_term(
        self, verb: Callable[[QWidget, SeatView, TermLine], object]
    ) -> Callable[[], object]:
        def act() -> None:
            line = self._line()
            if line is not None:
                verb(self, self._view, line)

        return act

    def _open_person(self) -> None:
        line = self._line()
        if line is not None and line.person is not None:
            self._verbs.open_person(line.person.id)

    def _edit_seat(self) -> None:
        self._verbs.edit_seat(self, self._view)

    def _weigh(self) -> None:
        word, line = self._room.word, self._line()
        for made in self._buttons:
            say_why(made, None if line is not None else word(CHOOSE))
        if line is not None and line.person is None:
            say_why(self._person, word(NOBODY))

    def _refresh_if(self, changes: Changes) -> None:
        if changes.kinds & {Kind.TERM, Kind.PERSON, Kind.INSTITUTION, Kind.BODY}:
            room, seat_id = self._room, self._view.id
            self._ticket = room.bench.threads.read(
                lambda: room.house.seat_terms.seat(seat_id, room.on),
                self.show_seat,
                lambda _gone: self.reject(),
            )


def seat_facts(view: SeatView, voice: Voice) -> str:
    """`Næringsrådet, plass 6 · roterende, 2 år · oppnevnes av NAT · har stemmerett`."""
    kind = voice.label("seat_kind", view.kind)
    years = "" if view.term_years is None else voice.fill(YEARS, n=view.term_years)
    parts = [
        voice.fill(_("{body}, plass {n:tall}"), body=view.body_name, n=view.number),
        voice.label("seat_role", view.role),
        voice.label("sector", view.sector),
        ", ".join(part for part in (kind, years) if part),
        voice.fill(NAMED_BY, who=view.appointed_by) if view.appointed_by else "",
        voice.word(VOTES if view.votes else SPEAKS),
    ]
    return " · ".join(part for part in parts if part)


def _entry(line: TermLine, today: date, voice: Voice) -> Entry:
    names = tuple(one.name for one in line.deputies)
    place = line.institution if line.person is not None else ""
    under = voice.fill(WITH_DEPUTIES, place=place, names=names).strip(" ·") if names else place
    if line.override_reason:
        reason = voice.fill(OVERRIDDEN, reason=line.override_reason)
        under = " · ".join(part for part in (under, reason) if part)
    return Entry(
        line.id,
        holder(line),
        subtitle=under,
        lead=str(line.from_on.year),
        side=period(line.from_on, line.to_on, voice),
        mark=_mark(line, today, voice),
    )


def _mark(line: TermLine, today: date, voice: Voice) -> tuple[str, Tone] | None:
    """Whether it is now or to come, else why it ended."""
    if line.holds_on(today):
        return voice.word(NOW), "ok"
    if line.from_on > today:
        return voice.word(LATER), "accent"
    return (voice.label("term_end", line.ended), "neutral") if line.ended else None
