"""The line that finds words: what is looked for, how often it stands there, on and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import MEDIUM, SMALL
from app.views.widgets.buttons import icon_button
from app.views.widgets.layout import Panel, row
from app.views.widgets.naming import named
from app.views.widgets.pdf_view.findings import MOST, Findings
from app.views.widgets.search_field import SearchField
from app.views.widgets.text import ShortText

PROMPT = _("Finn i dokumentet")
NEXT = _("Neste treff")
PREVIOUS = _("Forrige treff")
CLOSE = _("Lukk søket")
NONE = _("Ingen treff")
SOME = _("{place:tall} av {n:tall}")
MANY = _("{place:tall} av over {n:tall}")
LOOKING = _("Søker …")


class FindBar(Panel):
    """Enter goes on, Shift+Enter back, Escape closes."""

    searched = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__("bottom", parent)
        named(self, "find-bar", voice.word(PROMPT))
        self._voice = voice
        self._field = SearchField("find-words", voice.word(PROMPT))
        self._field.setMaximumWidth(320)
        self._field.installEventFilter(self)
        self._field.searched.connect(self.searched)
        self._count = named(ShortText("", "small", "muted"), "find-count")
        self._count.setMinimumWidth(76)
        self._back = icon_button(
            "chevron-up", voice.word(PREVIOUS), "find-previous", on_click=lambda: self._step(-1)
        )
        self._on = icon_button(
            "chevron-down", voice.word(NEXT), "find-next", on_click=lambda: self._step(1)
        )
        close = icon_button("x", voice.word(CLOSE), "find-close", on_click=self.closed.emit)
        line = row(
            self._field,
            self._count,
            self._back,
            self._on,
            None,
            close,
            gap=SMALL - 2,
            margins=(MEDIUM, SMALL - 2, SMALL, SMALL - 2),
        )
        line.setStretch(0, 4)
        line.setStretch(4, 1)
        self.setLayout(line)
        self.tell(None)
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._field.text().strip()

    def open(self) -> None:
        """Show it, with what was looked for before ready to be overwritten."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def look_for(self, words: str) -> None:
        """Fill in the words, as if they had been typed."""
        self._field.setText(words)

    def tell(self, findings: Findings | None) -> None:
        """Say how often the words stand there, and which place is current."""
        words, ink = self._said(findings)
        self._count.setText(words)
        self._count.set_ink(ink)
        self._count.setAccessibleName(words)
        for each in (self._back, self._on):
            each.setEnabled(findings is not None and findings.count > 0)

    def _said(self, findings: Findings | None) -> tuple[str, str]:
        if findings is None:
            return "", "muted"
        if findings.place is None:
            return self._voice.word(NONE if findings.is_done else LOOKING), (
                "warn" if findings.is_done else "muted"
            )
        pattern = MANY if findings.count >= MOST else SOME
        return self._voice.fill(pattern, place=findings.place + 1, n=findings.count), "muted"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                with_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._step(-1 if with_shift else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def _step(self, direction: int) -> None:
        self.stepped.emit(direction)
