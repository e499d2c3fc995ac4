"""What can be done with seats, terms and observers, from whichever list it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.editing.done import Done
from app.services.house import House
from app.services.seat_terms import ObserverView, SeatView, TermLine
from app.views.members.lists import OBSERVERS, SEATS, Members
from app.views.members.person_dialog import NewPersonDialog, PeopleRoom
from app.views.members.roster.merger_dialog import MergerDialog
from app.views.members.roster.observer_dialog import EndObserverDialog, ObserverDialog
from app.views.members.roster.renewal_dialog import RenewalDialog
from app.views.members.roster.room import RosterRoom
from app.views.members.roster.seat_dialog import SeatDialog
from app.views.members.roster.seat_panel import SeatPanel
from app.views.members.roster.term_dialog import TermDialog
from app.views.members.roster.term_verbs import (
    DeputiesDialog,
    EndTermDialog,
    FollowDialog,
    holder,
)
from app.views.shell.workbench import Workbench

REMOVED = _("Perioden til {name} er tatt bort.")
OBSERVER_REMOVED = _("{name} er ikke lenger observatør.")
NO_TERM = _("Plassen har ingen periode denne dagen. Legg inn en ny periode.")


class RosterDeeds:
    """Opens dialogs over the page; `added` is told the list and the key of what came."""

    def __init__(
        self,
        bench: Workbench,
        house: House,
        page: QWidget,
        shown: Callable[[], Members | None],
        added: Callable[[str, int], object],
        open_person: Callable[[int], object],
    ) -> None:
        self._bench, self._house, self._page = bench, house, page
        self._shown, self._added, self._open_person = shown, added, open_person
        self._panel: SeatPanel | None = None

    @property
    def panel(self) -> SeatPanel | None:
        """The panel of a seat, while it is open."""
        return self._panel

    def open_seat(self, seat_id: int, on: date | None = None) -> None:
        """Show a seat with its terms, that of `on` chosen; there is one panel at a time."""
        self._with_seat(seat_id, lambda view: self._show_panel(view, on))

    def new_term_in(self, seat_id: int | None) -> None:
        """A new term in the seat, or in one that is chosen in the dialog."""
        if seat_id is None:
            self.new_term(self._page, None)
        else:
            self._with_seat(seat_id, lambda view: self.new_term(self._page, view))

    def on_holder(
        self, seat_id: int, verb: Callable[[QWidget, SeatView, TermLine], object]
    ) -> None:
        """Do something with the term that holds on the shown day; told when there is none."""

        def act(view: SeatView) -> None:
            room = self._room()
            line = next((one for one in view.terms if room and one.holds_on(room.on)), None)
            if line is None:
                self._bench.teller.say(self._bench.voice.word(NO_TERM))
            else:
                verb(self._page, view, line)

        self._with_seat(seat_id, act)

    def new_term(self, parent: QWidget, view: SeatView | None) -> None:
        """Ask for a new term."""
        room, found = self._room(), self._shown()
        if room is not None and found is not None:
            seats = found.roster.seats
            TermDialog(parent, room, seats, view, added=self._term_added).open()

    def edit_term(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """Everything about a term."""
        room, found = self._room(), self._shown()
        if room is not None and found is not None:
            TermDialog(parent, room, found.roster.seats, view, line).open()

    def end_term(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """End a term early."""
        self._open(EndTermDialog, parent, view, line)

    def follow(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """Let another have the rest of a term."""
        self._open(FollowDialog, parent, view, line)

    def rank(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """The deputies of a term."""
        self._open(DeputiesDialog, parent, view, line)

    def remove_term(self, parent: QWidget, view: SeatView, line: TermLine) -> None:
        """Take a term out, with the way back."""
        terms = self._house.edit.terms
        said = self._bench.voice.fill(REMOVED, name=holder(line))
        self._bench.change(lambda: terms.remove_term(line.id, line.version), said=said)

    def new_seat(self) -> None:
        """Ask for a new seat in the body that is shown."""
        room = self._room()
        if room is not None:
            code = room.body
            self._bench.read(
                lambda: self._house.seat_terms.next_number(code),
                lambda number: SeatDialog(
                    self._page, room, None, number, lambda done: self._added(SEATS, done.id)
                ).open(),
            )

    def edit_seat(self, parent: QWidget, view: SeatView) -> None:
        """What a seat itself is."""
        room = self._room()
        if room is not None:
            SeatDialog(parent, room, view, view.number).open()

    def edit_seat_of(self, seat_id: int) -> None:
        """The same, for a seat in the list."""
        self._with_seat(seat_id, lambda view: self.edit_seat(self._page, view))

    def open_person(self, person_id: int) -> None:
        """Whoever sits there."""
        self._open_person(person_id)

    def new_observer(self) -> None:
        """Ask for a new observer of the body that is shown."""
        self._observer(None)

    def edit_observer(self, observer_id: int) -> None:
        """Person, institution and days of an observer."""
        self._bench.read(lambda: self._house.seat_terms.observer(observer_id), self._observer)

    def end_observer(self, observer_id: int) -> None:
        """Ask for an observer's last day."""

        def ask(view: ObserverView) -> None:
            room = self._room()
            if room is not None:
                EndObserverDialog(self._page, room, view).open()

        self._bench.read(lambda: self._house.seat_terms.observer(observer_id), ask)

    def remove_observer(self, observer_id: int, name: str) -> None:
        """Take an observer out, with the way back."""
        observers = self._house.edit.observers
        said = self._bench.voice.fill(OBSERVER_REMOVED, name=name)
        self._bench.change(lambda: observers.remove_observer(observer_id), said=said)

    def merge(self) -> None:
        """Ask which municipalities merge."""
        room = self._room()
        if room is not None:
            MergerDialog(self._page, room).open()

    def renew(self) -> None:
        """Ask how the body is composed after an election."""
        room = self._room()
        if room is not None:
            RenewalDialog(self._page, room).open()

    def _observer(self, view: ObserverView | None) -> None:
        room = self._room()
        if room is not None:
            ObserverDialog(
                self._page, room, view, lambda done: self._added(OBSERVERS, done.id)
            ).open()

    def _open(self, dialog: Any, parent: QWidget, view: SeatView, line: TermLine) -> None:
        room = self._room()
        if room is not None:
            dialog(parent, room, view, line).open()

    def _show_panel(self, view: SeatView, on: date | None) -> None:
        room = self._room()
        if room is None:
            return
        if self._panel is not None:
            self._panel.close()
        panel = SeatPanel(self._page, room, view, self)
        panel.finished.connect(lambda _result: self._closed(panel))
        self._panel = panel
        if on is not None:
            panel.choose_day(on)
        panel.show()

    def _closed(self, panel: SeatPanel) -> None:
        if self._panel is panel:
            self._panel = None

    def _term_added(self, done: Done) -> None:
        """The new term is chosen in the panel, where that is open."""
        if self._panel is not None:
            self._panel.list.choose(done.id)

    def _with_seat(self, seat_id: int, act: Callable[[SeatView], object]) -> None:
        found = self._shown()
        on = found.roster.on if found is not None else None
        self._bench.read(lambda: self._house.seat_terms.seat(seat_id, on), act)

    def _room(self) -> RosterRoom | None:
        found = self._shown()
        if found is None:
            return None
        return RosterRoom(
            bench=self._bench,
            house=self._house,
            body=found.roster.body_code,
            body_name=found.roster.body_name,
            on=found.roster.on,
            institutions=found.institutions,
            people=found.people,
            new_person=self._new_person,
        )

    def _new_person(self, parent: QWidget, told: Callable[[Done, str], object]) -> None:
        found = self._shown()
        if found is None:
            return
        dialog: NewPersonDialog

        def added(done: Done) -> None:
            told(done, dialog.name)

        room = PeopleRoom(
            self._bench,
            self._house,
            found.institutions,
            found.roster.on,
            delete=lambda _key, _name: None,
            added=added,
            show_life=lambda _key: None,
        )
        dialog = NewPersonDialog(parent, room)
        dialog.open()
