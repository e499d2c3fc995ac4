"""One more participant: somebody the file knows, or a new guest (R52)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.vocabulary import AttendanceState
from app.i18n.catalogue import _
from app.services.editing.gatherings import GuestFields
from app.services.gatherings.facts import GatheringView, PersonChoice
from app.services.house import House
from app.services.people import InstitutionView, TakingPart
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.layout import row
from app.views.widgets.naming import named

TITLE, ADD = _("Legg til deltaker"), _("Legg til")
TEXT = _("Velg en som står i rådsfilen, eller skriv en ny gjest. Bare opplysninger fra jobb.")
PLACE, WHO = _("Institusjon"), _("Hvem")
NEW_GUEST = _("Ny gjest")
NAME, WHAT, EMAIL, PHONE = _("Navn"), _("Stilling"), _("E-post"), _("Telefon")
NO_NAME, NO_PLACE = _("Skriv navnet på gjesten."), _("Velg institusjonen.")
ADDED = _("{name} er lagt til.")

Known = tuple[Sequence[PersonChoice], Sequence[InstitutionView]]


class GuestDialog(VerbDialog):
    """Those from the chosen institution are offered; the fields are for a new guest alone."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        view: GatheringView,
        known: Known,
        institution_id: int | None = None,
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent, bench, "guest-dialog", word(TITLE), word(ADD), self._store, text=word(TEXT)
        )
        self._house, self._view = house, view
        self._people, places = known
        self._place = Choice("guest-institution")
        self._place.offer(
            [(one.id, one.name) for one in places if one.part_on(view.held_on) is TakingPart.NOW]
        )
        self._place.show_code(institution_id)
        self._place.setPlaceholderText(word(NO_PLACE))
        self._who = Choice("guest-person")
        self._name = named(QLineEdit(), "guest-name")
        self._what = named(QLineEdit(), "guest-title")
        self._email = named(QLineEdit(), "guest-email")
        self._phone = named(QLineEdit(), "guest-phone")
        self._build()
        self._place.picked.connect(lambda _code: self._offer())
        self._who.picked.connect(lambda _code: self._weigh_guest())
        self._name.textChanged.connect(lambda _text: self.weigh())
        self._offer()
        self.finish()

    def missing(self) -> str | None:
        if self._place.code() is None:
            return self.voice.word(NO_PLACE)
        if self._who.code() is None and not self._name.text().strip():
            return self.voice.word(NO_NAME)
        return super().missing()

    def _build(self) -> None:
        word = self.voice.word
        place = self.field(word(PLACE), self._place, "institution_unknown")
        who = self.field(word(WHO), self._who, "person_gone", "guest_there_already")
        self.body.addWidget(place)
        self.body.addWidget(who)
        name = self.field(word(NAME), self._name, "person_name_missing", "line_too_long")
        first = row(name, self.field(word(WHAT), self._what), gap=MEDIUM)
        email = self.field(word(EMAIL), self._email, "email_not_understood")
        second = row(email, self.field(word(PHONE), self._phone), gap=MEDIUM)
        for line in (first, second):
            line.setStretch(0, 3)
            line.setStretch(1, 2)
            self.body.addLayout(line)

    def _offer(self) -> None:
        listed = {one.person_id for one in self._view.participants if one.is_listed}
        here = [
            (one.person_id, ", ".join(part for part in (one.name, one.function) if part))
            for one in self._people
            if one.institution_id == self._place.code() and one.person_id not in listed
        ]
        self._who.offer([(None, self.voice.word(NEW_GUEST)), *here])
        self._who.show_code(None)
        self._weigh_guest()

    def _weigh_guest(self) -> None:
        is_new = self._who.code() is None
        for line in (self._name, self._what, self._email, self._phone):
            line.setEnabled(is_new)
        self.weigh()

    def _store(self) -> None:
        place, person = self._place.code(), self._who.code()
        if not isinstance(place, int):
            return
        edit, meeting_id = self._house.edit.gatherings, self._view.meeting_id
        if isinstance(person, int):
            name = next(one.name for one in self._people if one.person_id == person)
            key = person
            self.run(
                lambda: edit.mark(meeting_id, key, place, AttendanceState.PRESENT),
                said=self.voice.fill(ADDED, name=name),
            )
            return
        fields = GuestFields(
            name=self._name.text(),
            institution_id=place,
            title=self._what.text(),
            email=self._email.text(),
            phone=self._phone.text(),
        )
        self.run(
            lambda: edit.add_guest(meeting_id, fields),
            said=self.voice.fill(ADDED, name=fields.name.strip()),
        )
