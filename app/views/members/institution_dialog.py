"""An institution with the days it takes part, and who comes after it (R18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.vocabulary import InstitutionKind, Sector
from app.i18n.catalogue import _
from app.services.editing.done import Done
from app.services.editing.people import InstitutionFields, PeopleEditor
from app.services.people import InstitutionView
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.layout import row
from app.views.widgets.naming import named

NEW, EDIT = _("Ny institusjon"), _("Endre institusjonen")
ADD, STORE, DELETE = _("Legg til"), _("Lagre"), _("Slett")
NAME, SHORT_NAME = _("Navn"), _("Kortnavn")
KIND, SECTOR, PLACE = _("Slag"), _("Sektor"), _("Møtested")
PLACE_HELP = _("Der den tar imot et møte, for eksempel Skaun rådhus.")
FROM_ON, TO_ON = _("Deltar fra"), _("Til og med")
OPEN_END = _("La feltet stå tomt så lenge den deltar.")
SUCCESSOR = _("Etterfølger")
NOBODY = _("Ingen")
NO_NAME = _("Skriv hva institusjonen heter.")
NO_DAY = _("Skriv den første dagen.")
ADDED, STORED = _("{name} er lagt til."), _("{name} er endret.")


class InstitutionDialog(VerbDialog):
    """For a new institution (`view` is None) or one that is there; `delete` asks for its end."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        edit: PeopleEditor,
        institutions: Sequence[InstitutionView],
        view: InstitutionView | None,
        from_on: date,
        *,
        delete: Callable[[int], object] = lambda _key: None,
        added: Callable[[Done], object] = lambda _done: None,
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent,
            bench,
            "institution-dialog",
            word(NEW if view is None else EDIT),
            word(ADD if view is None else STORE),
            self._store,
        )
        self._edit, self._view, self._added = edit, view, added
        self._name = named(QLineEdit(), "institution-name")
        self._short = named(QLineEdit(), "institution-short")
        self._kind, self._sector = Choice("institution-kind"), Choice("institution-sector")
        self._place = named(QLineEdit(), "institution-place")
        self._from = named(DateField(bench.voice, bench.today), "institution-from")
        self._to = named(DateField(bench.voice, bench.today), "institution-to")
        self._successor = Choice("institution-successor")
        self._offer(institutions)
        self._build()
        self._from.show_value(from_on)
        if view is not None:
            self._show(view)
            self.add_danger(word(DELETE), "institution-delete", lambda: self._leave(delete))
        self.finish()

    def _offer(self, institutions: Sequence[InstitutionView]) -> None:
        voice, own = self._bench.voice, self._view.id if self._view is not None else None
        self._kind.offer(
            [(kind, voice.title_label("institution_kind", kind)) for kind in InstitutionKind]
        )
        self._sector.offer([(sector, voice.title_label("sector", sector)) for sector in Sector])
        others: list[tuple[object, str]] = [
            (one.id, one.name) for one in institutions if one.id != own
        ]
        self._successor.offer([(None, voice.word(NOBODY)), *others])
        self._kind.show_code(InstitutionKind.ORGANISATION)
        self._sector.show_code(Sector.BUSINESS)

    def _build(self) -> None:
        word = self._bench.voice.word
        name = self.field(
            word(NAME), self._name, "institution_name_missing", "institution_there_already"
        )
        first = self.field(word(FROM_ON), self._from)
        last = self.field(
            word(TO_ON), self._to, "period_ends_before_start", help_text=word(OPEN_END)
        )
        self.body.addLayout(_pair(name, self.field(word(SHORT_NAME), self._short), (3, 2)))
        self.body.addLayout(
            _pair(
                self.field(word(KIND), self._kind), self.field(word(SECTOR), self._sector), (1, 1)
            )
        )
        self.body.addWidget(self.field(word(PLACE), self._place, help_text=word(PLACE_HELP)))
        self.body.addLayout(_pair(first, last, (1, 1)))
        self.body.addWidget(
            self.field(
                word(SUCCESSOR), self._successor, "successor_is_itself", "successor_needs_end"
            )
        )
        self.require(name, self._name, word(NO_NAME))
        self.require(first, self._from, word(NO_DAY))

    def _show(self, view: InstitutionView) -> None:
        self._name.setText(view.name)
        self._short.setText(view.short_name)
        self._kind.show_code(view.kind)
        self._sector.show_code(view.sector)
        self._place.setText(view.meeting_place)
        self._from.show_value(view.from_on)
        self._to.show_value(view.to_on)
        self._successor.show_code(view.successor_id)

    def _store(self) -> None:
        first, successor, view = self._from.value, self._successor.code(), self._view
        if first is None:
            return
        fields = InstitutionFields(
            name=self._name.text(),
            short_name=self._short.text(),
            kind=InstitutionKind(str(self._kind.code())),
            sector=Sector(str(self._sector.code())),
            meeting_place=self._place.text(),
            from_on=first,
            to_on=self._to.value,
            successor_id=successor if isinstance(successor, int) else None,
        )
        voice, edit, name = self._bench.voice, self._edit, self._name.text().strip()
        if view is None:
            said = voice.fill(ADDED, name=name)
            self.run(lambda: edit.add_institution(fields), said=said, after=self._added)
        else:
            said = voice.fill(STORED, name=name)
            self.run(lambda: edit.edit_institution(view.id, fields), said=said)

    def _leave(self, delete: Callable[[int], object]) -> None:
        if self._view is not None:
            self.reject()
            delete(self._view.id)


def _pair(left: Field, right: Field, share: tuple[int, int]) -> QHBoxLayout:
    line = row(left, right, gap=MEDIUM)
    line.setStretch(0, share[0])
    line.setStretch(1, share[1])
    return line
