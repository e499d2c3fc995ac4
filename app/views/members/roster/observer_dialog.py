"""Somebody who gets a body's papers and may attend (R5)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.editing.done import Done
from app.services.editing.observers import ObserverFields
from app.services.seat_terms import ObserverView
from app.views.editing.verb_dialog import VerbDialog
from app.views.members.roster.room import (
    NEW_PERSON,
    InstitutionChoice,
    PersonChoice,
    RosterRoom,
    chosen,
    say_with_odd,
)
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import row
from app.views.widgets.naming import named

NEW, EDIT = _("Ny observatør i {body}"), _("Endre observatøren")
NEW_TEXT = _("Får sakspapirene uten det som er unntatt, og kan møte uten tale- og stemmerett.")
ADD, STORE, REMOVE = _("Legg til"), _("Lagre"), _("Ta bort")
CHOOSE_PERSON, CHOOSE_PLACE = _("Velg en person"), _("Velg en institusjon")
WHO, INSTITUTION = _("Hvem"), _("Institusjon")
FROM_ON, TO_ON = _("Fra"), _("Til og med")
OPEN_END = _("La feltet stå tomt til det er bestemt.")
NO_PERSON, NO_PLACE, NO_DAY = (
    _("Velg en person."),
    _("Velg en institusjon."),
    _("Skriv den første dagen."),
)
ADDED, STORED, REMOVED = (
    _("{name} er lagt til som observatør."),
    _("Observatøren er endret."),
    _("{name} er ikke lenger observatør."),
)
END, END_VERB, LAST_ON = _("Avslutt observatøren"), _("Avslutt"), _("Siste dag")
END_TEXT = _("{name} får ikke papirene fra dagen etter.")
ENDED = _("{name} er observatør til og med {on:dato}.")


class ObserverDialog(VerbDialog):
    """For a new observer of the body that is shown (`view` is None), or one that is there."""

    def __init__(
        self,
        parent: QWidget,
        room: RosterRoom,
        view: ObserverView | None,
        added: Callable[[Done], object] = lambda _done: None,
    ) -> None:
        voice = room.bench.voice
        super().__init__(
            parent,
            room.bench,
            "observer-dialog",
            voice.fill(NEW, body=room.body_name) if view is None else voice.word(EDIT),
            voice.word(ADD if view is None else STORE),
            self._store,
            text=voice.word(NEW_TEXT) if view is None else "",
        )
        self._room, self._view, self._added = room, view, added
        self._place = InstitutionChoice("observer-institution", room)
        self._person = PersonChoice("observer-person", room)
        self._from = named(DateField(voice, room.bench.today), "observer-from")
        self._to = named(DateField(voice, room.bench.today), "observer-to")
        self._build()
        self._show()
        self._person.currentIndexChanged.connect(lambda _place: self._choose_person())
        self._place.currentIndexChanged.connect(lambda _place: self.weigh())
        self.finish()

    def _build(self) -> None:
        word = self._room.word
        who = self.field(
            word(WHO), self._person, "observer_there_already", "observer_under_approved"
        )
        new = button(
            word(NEW_PERSON),
            "observer-new-person",
            "link",
            icon="plus",
            on_click=lambda: self._room.new_person(self, self._take_person),
        )
        person = row(who, new, gap=MEDIUM)
        person.setStretch(0, 1)
        self.body.addLayout(person)
        self.body.addWidget(self.field(word(INSTITUTION), self._place, "institution_unknown"))
        first = self.field(word(FROM_ON), self._from)
        last = self.field(
            word(TO_ON), self._to, "period_ends_before_start", help_text=word(OPEN_END)
        )
        days = row(first, last, gap=MEDIUM)
        days.setStretch(0, 1)
        days.setStretch(1, 1)
        self.body.addLayout(days)
        self.require(first, self._from, word(NO_DAY))

    def _show(self) -> None:
        view, room = self._view, self._room
        if view is None:
            self._person.setCurrentIndex(-1)
            self._person.setPlaceholderText(room.word(CHOOSE_PERSON))
            self._place.setPlaceholderText(room.word(CHOOSE_PLACE))
            self._place.show_code(None)
            self._from.show_value(room.on)
            return
        self._person.show_code(view.person_id)
        self._place.show_code(view.institution_id)
        self._from.show_value(view.from_on)
        self._to.show_value(view.to_on)
        remove = room.house.edit.observers.remove_observer
        said = room.bench.voice.fill(REMOVED, name=view.name)
        self.add_danger(
            room.word(REMOVE),
            "observer-remove",
            lambda: self.run(lambda: remove(view.id), said=said),
        )

    def missing(self) -> str | None:
        if self._person.code() is None:
            return self._room.word(NO_PERSON)
        if self._place.code() is None:
            return self._room.word(NO_PLACE)
        return super().missing()

    def _choose_person(self) -> None:
        """The institution is where the person works, until another is chosen."""
        key, room = chosen(self._person), self._room
        found = next((one.institution for one in room.people if one.id == key), "")
        place = next((one.id for one in room.institutions if one.name == found), None)
        if place is not None and self._view is None:
            self._place.show_code(place)
        self.weigh()

    def _take_person(self, done: Done, name: str) -> None:
        self._person.add(done.id, name)

    def _store(self) -> None:
        person, place, first = chosen(self._person), chosen(self._place), self._from.value
        if person is None or place is None or first is None:
            return
        fields = ObserverFields(
            person_id=person, institution_id=place, from_on=first, to_on=self._to.value
        )
        room, view = self._room, self._view
        observers, voice = room.house.edit.observers, room.bench.voice
        if view is None:
            tell = say_with_odd(room, voice.fill(ADDED, name=self._person.name_of(person)))

            def after(done: Done) -> None:
                self._added(done)
                tell(done)

            self.run(lambda: observers.add_observer(room.body, fields), after=after)
        else:
            self.run(
                lambda: observers.edit_observer(view.id, fields),
                after=say_with_odd(room, voice.word(STORED)),
            )


class EndObserverDialog(VerbDialog):
    """The last day on which somebody observes."""

    def __init__(self, parent: QWidget, room: RosterRoom, view: ObserverView) -> None:
        voice = room.bench.voice
        super().__init__(
            parent,
            room.bench,
            "end-observer-dialog",
            voice.word(END),
            voice.word(END_VERB),
            self._store,
            text=voice.fill(END_TEXT, name=view.name),
        )
        self._room, self._view = room, view
        self._last = named(DateField(voice, room.bench.today), "observer-last")
        self._last.show_value(max(room.on, view.from_on))
        last = self.field(
            voice.word(LAST_ON), self._last, "day_outside_observing", "observer_under_approved"
        )
        self.body.addWidget(last)
        self.require(last, self._last, voice.word(NO_DAY))
        self.finish()

    def _store(self) -> None:
        last, view, room = self._last.value, self._view, self._room
        if last is not None:
            self.run(
                lambda: room.house.edit.observers.end_observer(view.id, last),
                said=room.bench.voice.fill(ENDED, name=view.name, on=last),
            )
