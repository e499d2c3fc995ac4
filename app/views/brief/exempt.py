"""Whether a case is exempt from public access, by which provision, and its neutral title (R31)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.briefs import BasisChoice, BriefView
from app.views.brief.form import CASE, Form
from app.views.editing.autosave import Slot
from app.views.editing.fields import EditedField, LineValue
from app.views.editing.plain_widgets import Choice
from app.views.theme.metrics import MEDIUM, SMALL
from app.views.widgets.field import Field
from app.views.widgets.layout import row
from app.views.widgets.naming import named

EXEMPT = _("Unntatt offentlighet")
BASIS = _("Hjemmel")
NEUTRAL = _("Nøytral tittel i den offentlige utgaven")
ABOUT = _("I den offentlige utgaven står bare saksnummeret, den nøytrale tittelen og hjemmelen.")
CHOOSE_BASIS = _("Velg hjemmel")
MUST = _("skal unntas")


class ExemptValue(EditedField):
    """The tick and the provision together, since one verb stores both."""

    def __init__(self, tick: QCheckBox, basis: Choice, frame: Field) -> None:
        super().__init__(tick, frame)
        self._tick, self._basis = tick, basis
        tick.clicked.connect(lambda: self.edited.emit())
        basis.picked.connect(lambda _code: self.edited.emit())

    def value(self) -> tuple[bool, int | None]:
        code = self._basis.code()
        return self._tick.isChecked(), code if isinstance(code, int) else None

    def show(self, value: Any) -> None:
        is_exempt, basis = value
        self._tick.setChecked(is_exempt)
        self._basis.show_code(basis)

    def show_draft(self, text: str) -> None:
        """What was chosen is stored at once or refused at once."""

    def lock(self, is_locked: bool) -> None:
        self._tick.setEnabled(not is_locked)
        self._basis.setEnabled(not is_locked)


class Exempting(QWidget):
    """A tick; with it come the provision and the neutral title."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        voice, cases = form.voice, form.edit.cases
        self.tick = named(QCheckBox(voice.word(EXEMPT)), "case-exempt", "", voice.word(ABOUT))
        self.basis = Choice("case-basis")
        self.basis.setPlaceholderText(voice.word(CHOOSE_BASIS))
        self.neutral = named(QLineEdit(), "case-neutral-title")
        self.basis_field = Field(voice, voice.word(BASIS), self.basis)
        self.neutral_field = Field(
            voice, voice.word(NEUTRAL), self.neutral, help_text=voice.word(ABOUT)
        )
        form.save.add(
            Slot(
                "exempt",
                ExemptValue(self.tick, self.basis, self.basis_field),
                lambda case_id, value, version: cases.set_exempt(
                    case_id, value[0], value[1], version
                ),
                CASE,
                at_once=True,
            )
        )
        form.save.add(
            Slot(
                "neutral_title",
                LineValue(self.neutral, self.neutral_field),
                cases.set_neutral_title,
                CASE,
            )
        )
        self._more = QWidget()
        fields = QHBoxLayout(self._more)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(MEDIUM)
        fields.addWidget(self.basis_field, 2)
        fields.addWidget(self.neutral_field, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        box.addLayout(row(self.tick, None))
        box.addWidget(self._more)

    def offer(self, voice: Voice, choices: Sequence[BasisChoice]) -> None:
        """The provisions to choose among."""
        self.basis.offer([(choice.id, basis_words(voice, choice)) for choice in choices])

    def show_brief(self, view: BriefView) -> None:
        """Show what follows from the brief as it is stored."""
        self._more.setVisible(view.is_exempt)
        self.basis_field.mark_missing(view.is_exempt and view.basis_id is None)
        self.neutral_field.mark_missing(view.is_exempt and not view.neutral_title.strip())


def basis_words(voice: Voice, choice: BasisChoice) -> str:
    """`offentleglova § 23 første ledd – forhandlingsposisjon`."""
    words = f"{choice.act} {choice.provision}"
    if choice.summary:
        words = f"{words} – {choice.summary}"
    return f"{words} ({voice.word(MUST)})" if choice.must else words
