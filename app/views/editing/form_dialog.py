"""A dialog with fields in it: a title, a sentence, the fields, and buttons with verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import HUGE, LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button, say_why
from app.views.widgets.naming import named
from app.views.widgets.text import Text

CANCEL = _("Avbryt")
CLOSE = _("Lukk")


class FormDialog(QDialog):
    """Opened, not executed; Escape and "Avbryt" do nothing, the verb calls back.

    It grows with what is said in it, such as what is wrong with a field, and never shrinks.
    """

    def __init__(
        self,
        parent: QWidget,
        voice: Voice,
        name: str,
        title: str,
        *,
        text: str = "",
        verb: str = "",
        on_verb: Callable[[], object] | None = None,
        width: int = 480,
    ) -> None:
        super().__init__(parent)
        named(self, name, title, text)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self._voice, self._on_verb = voice, on_verb
        self._first: QWidget | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(MEDIUM)
        head = named(Text(title, "heading", wraps=True), "dialog-title")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(HUGE, HUGE - 4, HUGE, LARGE)
        outer.setSpacing(LARGE)
        top = QVBoxLayout()
        top.setSpacing(SMALL - 2)
        top.addWidget(head)
        if text:
            top.addWidget(named(Text(text, ink="muted", wraps=True), "dialog-text"))
        outer.addLayout(top)
        outer.addLayout(self.body, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SMALL)
        self._missing = named(Text("", "small", "muted", wraps=True), "verb-missing")
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self._missing, 1)
        outer.addLayout(self.foot)
        word = CANCEL if verb else CLOSE
        self._cancel = button(voice.word(word), f"{name}-cancel", on_click=self.reject)
        self.foot.addWidget(self._cancel)
        self.verb: QPushButton | None = None
        if verb:
            self.verb = button(verb, f"{name}-verb", "primary", on_click=self.give)
            self.verb.setDefault(True)
            self.foot.addWidget(self.verb)

    def give(self) -> None:
        """Do what the verb says, when it can be done."""
        if self._on_verb is not None and self.verb is not None and self.verb.isEnabled():
            self._on_verb()

    def say_why(self, missing: str | None) -> None:
        """Let the verb be done, or say what is missing: beside it, and when it is pointed at."""
        if self.verb is not None:
            say_why(self.verb, missing)
            self._missing.setText(missing or "")

    def say_close(self) -> None:
        """Something was stored that leaving does not take back: "Lukk" instead of "Avbryt"."""
        self._cancel.setText(self._voice.word(CLOSE))
        self._cancel.setAccessibleName(self._cancel.text())

    def enter_first(self, widget: QWidget | None) -> None:
        """Where the keyboard is from the start; the first field when nothing is said."""
        self._first = widget

    def give_room(self) -> None:
        """A sentence that appears gets its room: Qt never asks how high wrapped words are."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            wrapped, least = layout.totalHeightForWidth(self.width()), layout.totalMinimumSize()
            self.resize(self.width(), max(self.height(), wrapped, least.height()))

    def event(self, event: QEvent) -> bool:
        """Something inside asks for another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.give_room()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.give_room()
        fields = [
            widget
            for widget in self.findChildren(QWidget)
            if _takes_keys(widget) and widget not in (self._cancel, self.verb)
        ]
        if fields:
            (self._first or fields[0]).setFocus(Qt.FocusReason.TabFocusReason)
            self.setTabOrder(fields[-1], self._cancel)
        if self.verb is not None:
            self.setTabOrder(self._cancel, self.verb)


def _takes_keys(widget: QWidget) -> bool:
    can_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return can_tab and widget.isVisible() and widget.isEnabled()
