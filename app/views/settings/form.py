"""How a section of settings is laid out: cards in a column, fields side by side."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.views.editing.fields import EditedField
from app.views.theme.metrics import HUGE, LARGE, MEDIUM
from app.views.widgets.card import Card
from app.views.widgets.layout import scrolled

WIDEST = 860
"""Pixels; longer lines are hard to follow from label to field."""


class Form(QWidget):
    """The fields of a card, from the top down."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEDIUM)

    def line(self, *fields: QWidget, share: tuple[int, ...] = ()) -> None:
        """Fields beside each other, with equal room unless `share` says otherwise."""
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        for place, field in enumerate(fields):
            row.addWidget(field, share[place] if share else 1)
        self._box.addLayout(row)


def carded(
    title: str, name: str, form: QWidget, *, below: str = "", action: QWidget | None = None
) -> Card:
    """A card with a form in it."""
    card = Card(title, name, below=below, action=action)
    card.add(form, inset=True)
    return card


class Cards:
    """The cards of a section under each other in `pane`, with air around them."""

    def __init__(self, pane: QWidget) -> None:
        content = QWidget(pane)
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(HUGE, LARGE + 4, HUGE, HUGE)
        self._box.setSpacing(LARGE)
        self._box.addStretch(1)
        outer = QVBoxLayout(pane)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, f"{pane.objectName()}-area"))

    def add(self, card: QWidget) -> None:
        """One more at the end."""
        card.setMaximumWidth(WIDEST)
        self._box.insertWidget(self._box.count() - 1, card)


def watch(field: EditedField, *parts: QObject) -> None:
    """Leaving any of the parts of a field made of several is leaving the field."""
    for part in parts:
        part.installEventFilter(field)
