"""A person's title at an institution, from day to day (R4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.i18n.catalogue import _
from app.services.editing.people import PeopleEditor, PositionFields
from app.services.people import InstitutionView, PositionView
from app.views.editing.plain_widgets import Choice
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.date_field import DateField
from app.views.widgets.layout import row
from app.views.widgets.naming import named

NEW, EDIT = _("Ny stilling"), _("Endre stillingen")
ADD, STORE, REMOVE = _("Legg til"), _("Lagre"), _("Ta bort stillingen")
INSTITUTION, TITLE = _("Institusjon"), _("Stilling")
FROM_ON, TO_ON = _("Fra"), _("Til og med")
OPEN_END = _("La feltet stå tomt så lenge stillingen varer.")
ACTING = _("Konstituert")
NO_TITLE = _("Skriv hva stillingen heter.")
NO_PLACE = _("Velg en institusjon.")
NO_DAY = _("Skriv den første dagen.")
ADDED, STORED, REMOVED = (
    _("Stillingen er lagt til."),
    _("Stillingen er endret."),
    _("Stillingen er tatt bort."),
)


class PositionDialog(VerbDialog):
    """For a new position (`view` is None) or one that is there; both days are inclusive."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        edit: PeopleEditor,
        person_id: int,
        institutions: Sequence[InstitutionView],
        view: PositionView | None,
        from_on: date,
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent,
            bench,
            "position-dialog",
            word(NEW if view is None else EDIT),
            word(ADD if view is None else STORE),
            self._store,
        )
        self._edit, self._person_id, self._view = edit, person_id, view
        self._place = Choice("position-institution")
        self._place.offer([(one.id, one.name) for one in institutions])
        self._title = named(QLineEdit(), "position-title")
        self._from = named(DateField(bench.voice, bench.today), "position-from")
        self._to = named(DateField(bench.voice, bench.today), "position-to")
        self._acting = named(QCheckBox(word(ACTING)), "position-acting", word(ACTING))
        title = self.field(word(TITLE), self._title, "position_title_missing", "line_too_long")
        first = self.field(word(FROM_ON), self._from)
        self.body.addWidget(
            self.field(word(INSTITUTION), self._place, "institution_unknown", "position_overlap")
        )
        self.body.addWidget(title)
        last = self.field(
            word(TO_ON), self._to, "period_ends_before_start", help_text=word(OPEN_END)
        )
        self.body.addLayout(row(first, last, gap=MEDIUM))
        self.body.addWidget(self._acting)
        self.require(title, self._title, word(NO_TITLE))
        self.require(first, self._from, word(NO_DAY))
        self._place.currentIndexChanged.connect(lambda _place: self.weigh())
        self._from.show_value(from_on)
        self._show(view)
        self.finish()

    def missing(self) -> str | None:
        if self._place.code() is None:
            return self._bench.voice.word(NO_PLACE)
        return super().missing()

    def _show(self, view: PositionView | None) -> None:
        if view is None:
            self._place.setCurrentIndex(-1)
            return
        self._place.show_code(view.institution_id)
        self._title.setText(view.title)
        self._from.show_value(view.from_on)
        self._to.show_value(view.to_on)
        self._acting.setChecked(view.is_acting)
        word = self._bench.voice.word
        self.add_danger(
            word(REMOVE),
            "position-remove",
            lambda: self.run(lambda: self._edit.remove_position(view.id), said=word(REMOVED)),
        )

    def _store(self) -> None:
        place, first, view = self._place.code(), self._from.value, self._view
        if not isinstance(place, int) or first is None:
            return
        fields = PositionFields(
            institution_id=place,
            title=self._title.text(),
            from_on=first,
            to_on=self._to.value,
            is_acting=self._acting.isChecked(),
        )
        word, edit, person_id = self._bench.voice.word, self._edit, self._person_id
        if view is None:
            self.run(lambda: edit.add_position(person_id, fields), said=word(ADDED))
        else:
            self.run(lambda: edit.edit_position(view.id, fields), said=word(STORED))
