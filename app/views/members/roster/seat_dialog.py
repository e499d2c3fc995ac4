"""A chair at a body's table: its name from a day on, who names, how long, and its rights (R3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from app.domain.vocabulary import InstitutionKind, SeatKind, SeatRole, Sector
from app.i18n.catalogue import _
from app.services.editing.done import Done
from app.services.editing.seats import LONGEST_TERM, SeatFields
from app.services.seat_terms import SeatView
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.members.roster.room import InstitutionChoice, RosterRoom, chosen
from app.views.theme.metrics import MEDIUM
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.number_field import NumberField

NEW, EDIT = _("Ny plass i {body}"), _("Rediger plassen")
ADD, STORE, REMOVE = _("Legg til"), _("Lagre"), _("Ta bort plassen")
NUMBER, TITLE, TITLE_FROM = _("Nummer"), _("Plassen heter"), _("Heter det fra")
TITLE_HELP = _("Velg en ny dag når plassen skifter navn. Det gamle navnet står for tiden før.")
ROLE, SECTOR, KIND = _("Rolle"), _("Sektor"), _("Type")
YEARS, NO_YEARS = _("Periodens lengde i år"), _("ikke bestemt")
BY, AMONG, OWNER = _("Oppnevnes av"), _("Går på tur mellom"), _("Alltid samme institusjon")
VOTES = _("Har stemmerett")
FROM_ON, TO_ON = _("Finnes fra"), _("Til og med")
OPEN_END = _("La feltet stå tomt så lenge plassen finnes.")
APPOINTER_CHOOSES = _("Den som oppnevner, velger fritt")
CHANGING = _("Nei, den veksler")
NO_TITLE, NO_DAY = _("Skriv hva plassen heter."), _("Skriv den første dagen.")
ADDED, STORED, REMOVED = (
    _("Plassen er lagt til."),
    _("Plassen er endret."),
    _("Plassen er tatt bort."),
)
_HIGHEST = 999


class SeatDialog(VerbDialog):
    """For a new chair (`view` is None) or one that is there."""

    def __init__(
        self,
        parent: QWidget,
        room: RosterRoom,
        view: SeatView | None,
        number: int,
        added: Callable[[Done], object] = lambda _done: None,
    ) -> None:
        voice = room.bench.voice
        super().__init__(
            parent,
            room.bench,
            "seat-dialog",
            voice.fill(NEW, body=room.body_name) if view is None else voice.word(EDIT),
            voice.word(ADD if view is None else STORE),
            self._store,
        )
        self._room, self._view, self._added = room, view, added
        self._make_fields()
        self._build()
        if view is None:
            self._number.setValue(number)
            self._from.show_value(room.on)
            self._title_from.show_value(room.on)
        else:
            self._show(view)
        self._choose_kind()
        self._kind.currentIndexChanged.connect(lambda _place: self._choose_kind())
        self.finish()
        self.enter_first(self._title)

    def _make_fields(self) -> None:
        room, voice = self._room, self._bench.voice
        self._number = named(NumberField(), "seat-number")
        self._number.setRange(1, _HIGHEST)
        self._title = named(QLineEdit(), "seat-title")
        self._title_from = named(DateField(voice, self._bench.today), "seat-title-from")
        self._role, self._sector = Choice("seat-role"), Choice("seat-sector")
        self._kind, self._among = Choice("seat-kind"), Choice("seat-among")
        self._role.offer([(one, voice.title_label("seat_role", one)) for one in SeatRole])
        self._sector.offer([(one, voice.title_label("sector", one)) for one in Sector])
        self._kind.offer([(one, voice.title_label("seat_kind", one)) for one in SeatKind])
        kinds: list[tuple[object, str]] = [
            (one, voice.title_label("institution_kind", one)) for one in InstitutionKind
        ]
        self._among.offer([(None, room.word(APPOINTER_CHOOSES)), *kinds])
        self._years = named(NumberField(), "seat-years")
        self._years.setRange(0, LONGEST_TERM)
        self._years.setSpecialValueText(room.word(NO_YEARS))
        self._by = named(QLineEdit(), "seat-by")
        self._owner = InstitutionChoice("seat-owner", room, room.word(CHANGING))
        self._votes = named(QCheckBox(room.word(VOTES)), "seat-votes", room.word(VOTES))
        self._votes.setChecked(True)
        self._from = named(DateField(voice, self._bench.today), "seat-from")
        self._to = named(DateField(voice, self._bench.today), "seat-to")
        self._role.show_code(SeatRole.MEMBER)
        self._sector.show_code(Sector.PUBLIC)
        self._kind.show_code(SeatKind.PERMANENT)
        self._among.show_code(None)
        self._owner.show_code(None)

    def _build(self) -> None:
        word = self._room.word
        title = self.field(word(TITLE), self._title, "seat_title_missing", "line_too_long")
        number = self.field(word(NUMBER), self._number, "seat_number_taken")
        first = self.field(word(FROM_ON), self._from, "seat_has_term_outside")
        last = self.field(
            word(TO_ON), self._to, "period_ends_before_start", help_text=word(OPEN_END)
        )
        years = self.field(word(YEARS), self._years, "seat_years_needed", "seat_years_unusable")
        self._among_field = self.field(word(AMONG), self._among)
        self._owner_field = self.field(word(OWNER), self._owner, "institution_unknown")
        self.body.addLayout(_line(number, title, share=(1, 4)))
        if self._view is not None:
            since = self.field(word(TITLE_FROM), self._title_from, help_text=word(TITLE_HELP))
            self.body.addWidget(since)
        self.body.addLayout(
            _line(
                self.field(word(ROLE), self._role, "seat_under_approved"),
                self.field(word(SECTOR), self._sector),
            )
        )
        self.body.addWidget(self._votes)
        self.body.addLayout(_line(self.field(word(KIND), self._kind), years))
        self.body.addWidget(self._among_field)
        self.body.addWidget(self._owner_field)
        self.body.addWidget(self.field(word(BY), self._by))
        self.body.addLayout(_line(first, last))
        self.require(title, self._title, word(NO_TITLE))
        self.require(first, self._from, word(NO_DAY))

    def _choose_kind(self) -> None:
        """A chair that rotates goes among institutions; one that does not may have an owner."""
        is_rotating = self._kind.code() is SeatKind.ROTATING
        self._among_field.setVisible(is_rotating)
        self._owner_field.setVisible(not is_rotating)

    def _show(self, view: SeatView) -> None:
        self._number.setValue(view.number)
        self._title.setText(view.title)
        self._title_from.show_value(view.title_from)
        self._role.show_code(view.role)
        self._sector.show_code(view.sector)
        self._kind.show_code(view.kind)
        self._among.show_code(view.rotates_among)
        self._years.setValue(view.term_years or 0)
        self._by.setText(view.appointed_by)
        self._owner.show_code(view.institution_id)
        self._votes.setChecked(view.votes)
        self._from.show_value(view.from_on)
        self._to.show_value(view.to_on)
        word, seats = self._room.word, self._room.house.edit.seats
        self.add_danger(
            word(REMOVE),
            "seat-remove",
            lambda: self.run(lambda: seats.remove_seat(view.id), said=word(REMOVED)),
        )

    def _store(self) -> None:
        first, view, among = self._from.value, self._view, self._among.code()
        if first is None:
            return
        fields = SeatFields(
            number=self._number.value(),
            title=self._title.text(),
            title_from=self._title_from.value,
            kind=SeatKind(str(self._kind.code())),
            role=SeatRole(str(self._role.code())),
            sector=Sector(str(self._sector.code())),
            appointed_by=self._by.text(),
            term_years=self._years.value() or None,
            votes=self._votes.isChecked(),
            rotates_among=None if among is None else InstitutionKind(str(among)),
            institution_id=chosen(self._owner),
            from_on=first,
            to_on=self._to.value,
        )
        room, word = self._room, self._room.word
        if view is None:
            self.run(
                lambda: room.house.edit.seats.add_seat(room.body, fields),
                said=word(ADDED),
                after=self._added,
            )
        else:
            self.run(lambda: room.house.edit.seats.edit_seat(view.id, fields), said=word(STORED))


def _line(left: QWidget, right: QWidget, share: tuple[int, int] = (1, 1)) -> QHBoxLayout:
    made = row(left, right, gap=MEDIUM)
    made.setStretch(0, share[0])
    made.setStretch(1, share[1])
    return made
