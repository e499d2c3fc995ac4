"""A field with its label over it, a mark where it must be filled, and what is wrong under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import SMALL, TINY
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text
from app.views.widgets.typed_field import TypedField

REQUIRED = _("kreves")


class Field(QWidget):
    """Wraps one editor; its label is the editor's accessible name, its problem the description."""

    def __init__(
        self,
        voice: Voice,
        label: str,
        editor: QWidget,
        *,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = Text(label, "small", "muted")
        self._label.setBuddy(editor)
        self._missing = named(Text(voice.word(REQUIRED), "caption", "bad"), "missing")
        self._missing.hide()
        self._help = help_text
        self._sign = IconLabel("circle-alert", "bad", 14)
        self._below = named(Text("", "small", "muted", wraps=True), "message")
        named(editor, editor.objectName() or f"field-{label}", label)
        head = QHBoxLayout()
        head.setSpacing(TINY)
        head.addWidget(self._label)
        head.addWidget(self._missing)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(TINY + 2)
        foot.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._below, 1)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL - 3)
        box.addLayout(head)
        box.addWidget(editor)
        box.addLayout(foot)
        if editor.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
            box.addStretch(1)  # beside a taller field the label stays on top
        self.tell_problem("")
        if isinstance(editor, TypedField):
            editor.problem_changed.connect(self.tell_problem)

    @property
    def is_missing(self) -> bool:
        """Whether the mark stands there."""
        return not self._missing.isHidden()

    @property
    def problem(self) -> str:
        """The sentence under the field, where something is wrong."""
        return self._below.text() if not self._sign.isHidden() else ""

    def set_label(self, label: str) -> None:
        """Call it something else."""
        if label != self._label.text():
            self._label.setText(label)
            self.editor.setAccessibleName(label)

    def add_over_editor(self, widget: QWidget) -> None:
        """Put something between label and editor, such as what stands there already."""
        self._box.insertWidget(1, widget)

    def mark_missing(self, is_missing: bool) -> None:
        """Show or hide that this must be filled."""
        self._missing.setVisible(is_missing)

    def tell_help(self, text: str) -> None:
        """Say something else under the field while nothing is wrong with it."""
        if text != self._help:
            self._help = text
            self.tell_problem(self.problem)

    def tell_problem(self, sentence: str) -> None:
        """Say under the field what is wrong; nothing brings the help back."""
        self._below.set_ink("bad" if sentence else "muted")
        self._below.setText(sentence or self._help)
        self._below.setVisible(bool(sentence or self._help))
        self._sign.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence or self._help)
