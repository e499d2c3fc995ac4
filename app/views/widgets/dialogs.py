"""Dialogs that say what happened and ask with verbs, in the window's language; none of them waits.

They are opened, not executed: the window lives on, and the answer comes to the callback.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Said, Voice
from app.views.theme.metrics import HUGE, LARGE, SMALL
from app.views.widgets.buttons import Kind, button
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, Text

CLOSE = _("Lukk")
CANCEL = _("Avbryt")
NOT_DONE = _("Det gikk ikke")

_WIDTH = 440


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: its key, the verb on it, and its weight."""

    key: str
    verb: str
    kind: Kind = "secondary"


class WordsDialog(QDialog):
    """A sign, a title, a few sentences and buttons; Escape gives no answer."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        name: str,
        title: str,
        text: str,
        icon: str,
        ink: str,
        answers: Sequence[Answer],
        on_answer: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, title, text)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._on_answer = on_answer
        head = named(Text(title, "section", wraps=True), "dialog-title")
        words = named(Text(text, wraps=True), "dialog-text")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setMinimumWidth(_WIDTH - 3 * HUGE)
        self._body = QVBoxLayout()
        self._body.setSpacing(SMALL)
        self._body.addWidget(head)
        self._body.addWidget(words)
        top = QHBoxLayout()
        top.setSpacing(LARGE)
        top.addWidget(IconLabel(icon, ink, HUGE), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self._body, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        made = [self._button(answer) for answer in answers]
        for each in made:
            buttons.addWidget(each)
        box = QVBoxLayout(self)
        box.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        box.setSpacing(LARGE)
        box.addLayout(top)
        box.addLayout(buttons)
        # Enter takes the last answer, but never one that destroys.
        usual = made[0 if answers[-1].kind == "danger" else -1]
        usual.setDefault(True)
        usual.setFocus()

    def add(self, widget: QWidget) -> None:
        """Put a field or a list under the sentences."""
        self._body.addWidget(widget)

    def _button(self, answer: Answer) -> QPushButton:
        made = button(answer.verb, f"answer-{answer.key}", answer.kind)
        made.setAutoDefault(True)
        made.clicked.connect(lambda: self._give(answer.key))
        return made

    def _give(self, key: str) -> None:
        self.accept()
        if self._on_answer is not None:
            self._on_answer(key)


def ask(
    parent: QWidget,
    voice: Voice,
    title: str,
    text: str,
    answer: Answer,
    on_yes: Callable[[], object],
) -> WordsDialog:
    """Ask before something that is not easily taken back; Avbryt and Escape do nothing."""
    asked = WordsDialog(
        parent,
        name="question",
        title=title,
        text=text,
        icon="circle-alert",
        ink="warn",
        answers=(Answer("cancel", voice.word(CANCEL)), answer),
        on_answer=lambda key: on_yes() if key == answer.key else None,
    )
    asked.open()
    return asked


def tell_error(parent: QWidget, voice: Voice, error: Said, title: str = "") -> WordsDialog:
    """Say in words what could not be done, what it means for the data, and what to do."""
    told = WordsDialog(
        parent,
        name="error",
        title=title or voice.word(NOT_DONE),
        text=voice.say(error),
        icon="triangle-alert",
        ink="bad",
        answers=(Answer("close", voice.word(CLOSE), "primary"),),
    )
    told.open()
    return told
