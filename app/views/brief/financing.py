"""Who else pays: one row for each, added and changed where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.briefs import BriefView, FinancingView
from app.services.editing.done import Done
from app.views.brief.form import Form, heading_over
from app.views.editing.doing import do
from app.views.theme.metrics import SMALL, TINY
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.typed_field import AmountField

HEADING = _("Andre som betaler")
SOURCE = _("Hvem som betaler")
AMOUNT = _("Beløp")
CONFIRMED = _("Bekreftet")
REMOVE = _("Ta bort {source}")
REMOVED = _("{source} er tatt bort fra finansieringen.")
ADD = _("Legg til")

_NEW = 0
_NOBODY = FinancingView(_NEW, "", 0, False)


class Financing(QWidget):
    """The rows follow the file; each stores itself when it is left."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._rows: dict[int, FinancingRow] = {}
        self._new: list[FinancingRow] = []
        self._case_id = 0
        self._add = button(
            form.voice.word(ADD), "add-financing", "link", icon="plus", on_click=self._add_row
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(SMALL - 2)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(TINY)
        self._box.addLayout(row(heading_over(form.voice.word(HEADING)), self._add, None))
        self._box.addLayout(self._list)

    def show_brief(self, view: BriefView) -> None:
        """Show who pays; a row that is being typed in stays as it stands."""
        self._add.setVisible(not view.is_closed)
        self._forget_new(view.id)
        kept = {share.id for share in view.financing}
        for key in [key for key in self._rows if key not in kept]:
            self._drop(self._rows.pop(key))
        for share in view.financing:
            if share.id not in self._rows:
                self._rows[share.id] = FinancingRow(self._form, share, self._rows.__setitem__)
                self._list.addWidget(self._rows[share.id])
            self._rows[share.id].show_share(share, is_closed=view.is_closed)

    def leave(self) -> None:
        """Store what is typed."""
        for each in (*self._rows.values(), *self._new):
            each.store()

    def _forget_new(self, case_id: int) -> None:
        """New rows that are stored are rows like others; those of another case go."""
        for each in list(self._new):
            if each.is_stored or case_id != self._case_id:
                self._new.remove(each)
            if not each.is_stored and case_id != self._case_id:
                self._drop(each)
        self._case_id = case_id

    def _drop(self, gone: FinancingRow) -> None:
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _add_row(self) -> None:
        """A row that is stored once it says who pays."""
        made = FinancingRow(self._form, _NOBODY, self._rows.__setitem__)
        self._new.append(made)
        self._list.addWidget(made)
        made.enter()


class FinancingRow(QWidget):
    """A source, its amount, whether it is certain, and the button that takes it away."""

    def __init__(
        self,
        form: Form,
        share: FinancingView,
        on_stored: Callable[[int, FinancingRow], object],
    ) -> None:
        super().__init__()
        self._form, self._share, self._on_stored = form, share, on_stored
        self._is_on_its_way = False
        voice = form.voice
        self._source = named(QLineEdit(), f"financing-source-{share.id}", voice.word(SOURCE))
        self._amount = named(AmountField(voice), f"financing-amount-{share.id}", voice.word(AMOUNT))
        self._confirmed = named(QCheckBox(voice.word(CONFIRMED)), f"financing-confirmed-{share.id}")
        self._remove = icon_button(
            "x",
            voice.fill(REMOVE, source=share.source),
            f"financing-remove-{share.id}",
            on_click=self._take_away,
        )
        self._source.editingFinished.connect(self.store)
        self._amount.editingFinished.connect(self.store)
        self._confirmed.clicked.connect(self.store)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        line.addWidget(self._source, 3)
        line.addWidget(self._amount, 2)
        line.addWidget(self._confirmed)
        line.addWidget(self._remove)
        self._source.setPlaceholderText(voice.word(SOURCE))
        self._amount.setPlaceholderText(voice.word(AMOUNT))
        if share.id != _NEW:
            self._show(share)

    @property
    def is_stored(self) -> bool:
        """Whether the file knows of it."""
        return self._share.id != _NEW

    def show_share(self, share: FinancingView, *, is_closed: bool) -> None:
        """Show what is stored, unless the user is typing here."""
        is_typed_in = self._source.hasFocus() or self._amount.hasFocus()
        is_same_as_before = share == self._share
        self._share = share
        if not is_typed_in or not is_same_as_before:
            self._show(share)
        for line in (self._source, self._amount):
            line.setReadOnly(is_closed)
        self._confirmed.setEnabled(not is_closed)
        self._remove.setVisible(not is_closed)

    def enter(self) -> None:
        """Put the keyboard in the source, all of it chosen."""
        self._source.setFocus()
        self._source.selectAll()

    def store(self) -> None:
        """Store the row when it differs from what is stored."""
        typed = FinancingView(
            self._share.id,
            self._source.text(),
            self._amount.value or 0,
            self._confirmed.isChecked(),
        )
        if not self._amount.is_valid or typed == self._share or self._is_on_its_way:
            return
        if typed.id == _NEW:
            self._store_new(typed)
            return
        self._share = typed
        texts = self._form.edit.texts
        do(
            self._form.bench,
            lambda: texts.set_financing(
                typed.id, typed.source, typed.amount, is_confirmed=typed.is_confirmed
            ),
        )

    def _store_new(self, typed: FinancingView) -> None:
        view = self._form.shown()
        if view is None or not typed.source.strip():
            return
        self._is_on_its_way = True
        case_id, texts = view.id, self._form.edit.texts

        def stored(done: Done) -> None:
            self._is_on_its_way = False
            self._share = replace(typed, id=done.id, is_confirmed=False)
            self._on_stored(done.id, self)
            self.store()

        do(
            self._form.bench,
            lambda: texts.add_financing(case_id, typed.source, typed.amount),
            stored,
        )

    def _show(self, share: FinancingView) -> None:
        if share.source != self._source.text():
            self._source.setText(share.source)
        self._amount.show_value(share.amount)
        self._confirmed.setChecked(share.is_confirmed)

    def _take_away(self) -> None:
        if not self.is_stored:
            self.hide()
            self._source.clear()
            return
        key, source = self._share.id, self._share.source
        texts = self._form.edit.texts
        do(
            self._form.bench,
            lambda: texts.remove_financing(key),
            said=self._form.voice.fill(REMOVED, source=source),
        )
