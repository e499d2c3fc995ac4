"""What is known of a case in a word or a figure: money, officer, kind, status, archive."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.domain.vocabulary import CaseKind, CaseStatus
from app.i18n.catalogue import _
from app.services.briefs import BriefView
from app.views.brief.form import CASE, Form
from app.views.editing.autosave import Slot
from app.views.editing.fields import ChoiceValue, EditedField, LineValue, TypedValue
from app.views.editing.plain_widgets import Choice
from app.views.theme.metrics import MEDIUM
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.typed_field import AmountField

AMOUNT = _("Beløp fra næringsbudsjettet")
TOTAL = _("Samlet ramme")
OFFICER = _("Saksbehandler")
KIND = _("Møtet skal")
STATUS = _("Status")
ARCHIVE = _("Arkivsaksnummer")
SHARE = _("{share:prosent} fra andre")

KINDS = {
    CaseKind.DECISION: _("gjøre vedtak"),
    CaseKind.RECOMMENDATION: _("gi innstilling"),
    CaseKind.INFORMATION: _("få en orientering"),
    CaseKind.REPORTED: _("ta imot en referatsak"),
    CaseKind.ELECTION: _("holde valg"),
}
_BY_HAND = (CaseStatus.IDEA, CaseStatus.DRAFT, CaseStatus.READY)
_NARROW = 528
_NARROWEST = 240


class Facts(QWidget):
    """Three fields on a row, or two where the room is short."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._columns = 0
        self._fields: list[Field] = []
        edit, voice = form.edit.cases, form.voice
        self.amount = named(AmountField(voice), "case-amount")
        self._total = named(AmountField(voice), "case-total")
        self._officer = named(QLineEdit(), "case-officer")
        self.kind = Choice("case-kind")
        self._status = Choice("case-status")
        self._archive = named(QLineEdit(), "case-archive")
        self.kind.offer([(kind, voice.word(words)) for kind, words in KINDS.items()])
        self._add(AMOUNT, "amount", TypedValue, self.amount, edit.set_amount)
        self._total_field = self._add(TOTAL, "total", TypedValue, self._total, edit.set_total)
        self._add(OFFICER, "officer", LineValue, self._officer, edit.set_officer)
        self._add(KIND, "kind", ChoiceValue, self.kind, edit.set_kind)
        self._add(STATUS, "status", ChoiceValue, self._status, edit.set_status)
        self._add(
            ARCHIVE, "archive_reference", LineValue, self._archive, edit.set_archive_reference
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MEDIUM)
        # The least width is said here: the row of three must not keep the form from being narrow.
        self.setMinimumWidth(_NARROWEST)
        self._place(3)

    def show_brief(self, view: BriefView) -> None:
        """Show what follows from the brief as it is stored."""
        voice = self._form.voice
        offered = _BY_HAND if view.status in _BY_HAND else (view.status,)
        self._status.offer(
            [(status, voice.title_label("case_status", status.value)) for status in offered]
        )
        self._status.show_code(view.status)
        self._status.setEnabled(view.status in _BY_HAND and not view.is_closed)
        self._total_field.tell_help(_share(self._form, view))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(2 if event.size().width() < _NARROW else 3)

    def _add(
        self, label: str, key: str, kind: type[EditedField], widget: QWidget, store: object
    ) -> Field:
        field = Field(self._form.voice, self._form.voice.word(label), widget)
        at_once = kind is ChoiceValue
        value = kind(widget, field)
        # Each kind of value has a verb of its own type.
        self._form.save.add(Slot(key, value, store, CASE, at_once))  # type: ignore[arg-type]
        self._fields.append(field)
        return field

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _share(form: Form, view: BriefView) -> str:
    if not view.total or not view.external_share:
        return ""
    return form.voice.fill(SHARE, share=100 * view.external_share / view.total)
