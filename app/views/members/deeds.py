"""What can be done with people and institutions, from whichever list it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.house import House
from app.services.people import InstitutionView, PersonView
from app.views.members.institution_dialog import InstitutionDialog
from app.views.members.lists import INSTITUTIONS, PEOPLE, Members
from app.views.members.person_dialog import NewPersonDialog, PeopleRoom, PersonDialog
from app.views.shell.workbench import Workbench

PERSON_DELETED = _("{name} er lagt i papirkurven.")
INSTITUTION_DELETED = _("{name} er slettet.")


class Deeds:
    """Opens dialogs over the page; `added` is told the list and the key of what came."""

    def __init__(
        self,
        bench: Workbench,
        house: House,
        page: QWidget,
        shown: Callable[[], Members | None],
        added: Callable[[str, int], object],
        show_life: Callable[[int], object] = lambda _person: None,
    ) -> None:
        self._bench, self._house, self._page = bench, house, page
        self._shown, self._added, self._show_life = shown, added, show_life

    def start(self, key: str) -> None:
        """The button of an empty list."""
        {PEOPLE: self.new_person, INSTITUTIONS: self.new_institution}[key]()

    def new_person(self) -> None:
        """Ask for a new person."""
        room = self._room()
        if room is not None:
            NewPersonDialog(self._page, room).open()

    def open_person(self, person_id: int) -> None:
        """Show a person, read anew."""
        self._bench.read(lambda: self._house.people.person(person_id), self._show_person)

    def delete_person(self, person_id: int, name: str) -> None:
        """Put a person in the bin, with the way back."""
        people = self._house.edit.people
        said = self._bench.voice.fill(PERSON_DELETED, name=name)
        self._bench.change(lambda: people.delete_person(person_id), said=said)

    def new_institution(self) -> None:
        """Ask for a new institution."""
        self._institution(None)

    def open_institution(self, view: InstitutionView) -> None:
        """Show an institution."""
        self._institution(view)

    def delete_institution(self, institution_id: int, name: str) -> None:
        """Take an institution out, with the way back."""
        people = self._house.edit.people
        said = self._bench.voice.fill(INSTITUTION_DELETED, name=name)
        self._bench.change(lambda: people.delete_institution(institution_id), said=said)

    def _institution(self, view: InstitutionView | None) -> None:
        found = self._shown()
        if found is None:
            return
        name = "" if view is None else view.name
        InstitutionDialog(
            self._page,
            self._bench,
            self._house.edit.people,
            found.institutions,
            view,
            found.roster.on,
            delete=lambda key: self.delete_institution(key, name),
            added=lambda done: self._added(INSTITUTIONS, done.id),
        ).open()

    def _show_person(self, view: PersonView) -> None:
        room = self._room()
        if room is not None:
            PersonDialog(self._page, room, view).open()

    def _room(self) -> PeopleRoom | None:
        found = self._shown()
        if found is None:
            return None
        return PeopleRoom(
            self._bench,
            self._house,
            found.institutions,
            found.roster.on,
            delete=self.delete_person,
            added=lambda done: self._added(PEOPLE, done.id),
            show_life=self._show_life,
        )
