"""A person by their work contact details only, with positions and what they sit in (R4, R52)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.editing.done import Done
from app.services.editing.people import PersonFields, PositionFields
from app.services.house import House
from app.services.people import InstitutionView, PersonView, PositionView, TermView
from app.tasks.store_threads import Ticket
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.members.position_dialog import (
    INSTITUTION,
    NO_TITLE,
    TITLE,
    PositionDialog,
)
from app.views.members.words import period
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.buttons import button
from app.views.widgets.card import Card, LinkRow, Row
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import row
from app.views.widgets.naming import named

NEW = _("Ny person")
NEW_TEXT = _("Bare kontaktopplysninger på jobb. Stillingen kan legges til nå eller siden.")
ADD, STORE, DELETE = _("Legg til"), _("Lagre"), _("Slett")
NAME, EMAIL, PHONE = _("Navn"), _("E-post på jobb"), _("Telefon på jobb")
NO_NAME = _("Skriv hele navnet.")
ADDED, STORED = _("{name} er lagt til."), _("Opplysningene om {name} er endret.")
NO_POSITION = _("Ingen stilling nå")
SINCE = _("Fra")
POSITIONS, NEW_POSITION = _("Stillinger"), _("Ny stilling")
SEATS = _("Plasser i rådet")
LIFE = _("Vis alt om personen")
NO_POSITIONS = _("Ingen stillinger er ført opp.")
NO_SEATS = _("Har ikke hatt noen plass.")
ACTING_TITLE = _("{title} (konstituert)")


@dataclass(frozen=True, slots=True)
class PeopleRoom:
    """What the dialogs about people share."""

    bench: Workbench
    house: House
    institutions: Sequence[InstitutionView]
    on: date
    delete: Callable[[int, str], object]
    """Asks for the end of a person, by id and name."""
    added: Callable[[Done], object]
    show_life: Callable[[int], object]
    """Shows everything about a person, by id."""


class NewPersonDialog(VerbDialog):
    """Name and contact details, and the position where it is known."""

    def __init__(self, parent: QWidget, room: PeopleRoom) -> None:
        voice = room.bench.voice
        word = voice.word
        super().__init__(
            parent,
            room.bench,
            "person-dialog",
            word(NEW),
            word(ADD),
            self._store,
            text=word(NEW_TEXT),
        )
        self._room = room
        self._contact = Contact(self)
        self._place = Choice("person-institution")
        places: list[tuple[object, str]] = [(one.id, one.name) for one in room.institutions]
        self._place.offer([(None, word(NO_POSITION)), *places])
        self._place.show_code(None)
        self._title = named(QLineEdit(), "person-title")
        self._from = named(DateField(voice, room.bench.today), "person-from")
        self._from.show_value(room.on)
        title = self.field(word(TITLE), self._title, "position_title_missing")
        self._since = self.field(word(SINCE), self._from, "period_ends_before_start")
        self.body.addWidget(self.field(word(INSTITUTION), self._place, "institution_unknown"))
        line = row(title, self._since, gap=MEDIUM)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self._place.currentIndexChanged.connect(lambda _place: self._choose())
        self._title.textChanged.connect(lambda _text: self.weigh())
        self._choose()
        self.finish()

    @property
    def name(self) -> str:
        """The name as it was typed."""
        return self._contact.fields().name.strip()

    def missing(self) -> str | None:
        has_place = self._place.code() is not None
        if has_place and not self._title.text().strip():
            return super().missing() or self._bench.voice.word(NO_TITLE)
        return super().missing()

    def _choose(self) -> None:
        """Title and day are asked for once there is an institution."""
        has_place = self._place.code() is not None
        self._title.setEnabled(has_place)
        self._from.setEnabled(has_place)
        self.weigh()

    def _store(self) -> None:
        place, fields = self._place.code(), self._contact.fields()
        position = None
        if isinstance(place, int):
            position = PositionFields(
                institution_id=place,
                title=self._title.text(),
                from_on=self._from.value or self._room.on,
            )
        people = self._room.house.edit.people
        self.run(
            lambda: people.add_person(fields, position),
            said=self._bench.voice.fill(ADDED, name=fields.name.strip()),
            after=self._room.added,
        )


class PersonDialog(VerbDialog):
    """One person: contact details to change, positions to open, and the seats through the years."""

    def __init__(self, parent: QWidget, room: PeopleRoom, view: PersonView) -> None:
        word = room.bench.voice.word
        super().__init__(parent, room.bench, "person-dialog", view.name, word(STORE), self._store)
        self._room, self._view = room, view
        self._ticket: Ticket | None = None
        self._contact = Contact(self)
        self._contact.show_person(view)
        self._positions = Card(
            word(POSITIONS),
            "person-positions",
            action=button(
                word(NEW_POSITION),
                "new-position",
                "link",
                icon="plus",
                on_click=lambda: self._open_position(None),
            ),
        )
        self._seats = Card(word(SEATS), "person-seats")
        self.body.addWidget(self._positions)
        self.body.addWidget(self._seats)
        self.add_danger(word(DELETE), "person-delete", self._delete)
        self.foot.insertWidget(1, button(word(LIFE), "person-life", on_click=self._show_life))
        self._show_rest(view)
        room.bench.hub.changed.connect(self._refresh_if)
        self.finish()

    def _show_rest(self, view: PersonView) -> None:
        voice = self._bench.voice
        self._view = view
        self._positions.show_rows(
            [self._position_row(one) for one in view.positions]
            or [Row("no-positions", voice.word(NO_POSITIONS))]
        )
        self._seats.show_rows(
            [self._seat_row(place, one) for place, one in enumerate(view.terms)]
            or [Row("no-seats", voice.word(NO_SEATS))]
        )
        self.order_keys()

    def _position_row(self, one: PositionView) -> LinkRow:
        voice = self._bench.voice
        title = voice.fill(ACTING_TITLE, title=one.title) if one.is_acting else one.title
        made = LinkRow(
            f"position-{one.id}",
            f"{title}, {one.institution}",
            side=period(one.from_on, one.to_on, voice),
        )
        made.clicked.connect(lambda: self._open_position(one))
        return made

    def _seat_row(self, place: int, one: TermView) -> LinkRow:
        voice = self._bench.voice
        made = LinkRow(
            f"person-seat-{place}",
            f"{one.title} ({one.body_name})",
            side=period(one.from_on, one.to_on, voice),
        )
        made.clicked.connect(lambda: self._go_to_seat(one))
        return made

    def _open_position(self, one: PositionView | None) -> None:
        room = self._room
        PositionDialog(
            self,
            room.bench,
            room.house.edit.people,
            self._view.id,
            room.institutions,
            one,
            room.on,
        ).open()

    def _go_to_seat(self, one: TermView) -> None:
        self.reject()
        self._bench.go_to(f"members/{one.seat_id}")

    def _refresh_if(self, changes: Changes) -> None:
        if Kind.PERSON in changes.kinds and self._view.id in changes.ids:
            person_id = self._view.id
            self._ticket = self._bench.read(
                lambda: self._room.house.people.person(person_id), self._show_rest
            )

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
        super().done(result)

    def _store(self) -> None:
        view, fields = self._view, self._contact.fields()
        people = self._room.house.edit.people
        self.run(
            lambda: people.edit_person(view.id, fields, view.version),
            said=self._bench.voice.fill(STORED, name=fields.name.strip()),
        )

    def _show_life(self) -> None:
        self.reject()
        self._room.show_life(self._view.id)

    def _delete(self) -> None:
        self.reject()
        self._room.delete(self._view.id, self._view.name)


class Contact:
    """The three fields of a person, in `dialog`."""

    def __init__(self, dialog: VerbDialog) -> None:
        voice = dialog.voice
        self._name = named(QLineEdit(), "person-name")
        self._email = named(QLineEdit(), "person-email")
        self._email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._phone = named(QLineEdit(), "person-phone")
        name = dialog.field(voice.word(NAME), self._name, "person_name_missing", "line_too_long")
        dialog.body.addWidget(name)
        line = row(
            dialog.field(voice.word(EMAIL), self._email, "email_not_understood"),
            dialog.field(voice.word(PHONE), self._phone),
            gap=MEDIUM,
        )
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        dialog.body.addLayout(line)
        dialog.require(name, self._name, voice.word(NO_NAME))

    def show_person(self, view: PersonView) -> None:
        """Show what is stored."""
        self._name.setText(view.name)
        self._email.setText(view.email)
        self._phone.setText(view.phone)

    def fields(self) -> PersonFields:
        """What stands there."""
        return PersonFields(
            name=self._name.text(), email=self._email.text(), phone=self._phone.text()
        )
