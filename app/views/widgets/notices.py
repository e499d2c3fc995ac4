"""What the window has to say without stopping anyone: a bar that stays, a note that passes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import HUGE, MEDIUM, SMALL, STATUS_HEIGHT, TINY
from app.views.theme.tokens import Tone
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.naming import named, restyle
from app.views.widgets.text import IconLabel, ShortText, Text

CLOSE = _("Lukk meldingen")
UNDO = _("Angre")

_ICONS: dict[str, str] = {
    "neutral": "info",
    "accent": "info",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "bad": "circle-alert",
}
_SHOWN_FOR = 8_000
"""Milliseconds that a passing note stays, unless the mouse rests on it."""


class NoticeBar(QFrame):
    """A sentence across the page with at most one action; it stays until it is closed."""

    closed = Signal()

    def __init__(
        self,
        voice: Voice,
        text: str,
        tone: Tone = "neutral",
        *,
        verb: str = "",
        on_act: Callable[[], object] | None = None,
        may_close: bool = True,
        name: str = "notice",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, text)
        self.setProperty("tone", tone)
        line = QHBoxLayout(self)
        line.setContentsMargins(HUGE, SMALL - 1, MEDIUM, SMALL - 1)
        line.setSpacing(SMALL + 2)
        self._icon = IconLabel(_ICONS[tone], _ink(tone))
        self._words = named(Text(text, "medium", wraps=True), "notice-text")
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        if verb and on_act is not None:
            line.addWidget(button(verb, f"{name}-act", on_click=on_act))
        if may_close:
            line.addWidget(icon_button("x", voice.word(CLOSE), f"{name}-close", on_click=self._end))

    def tell(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._icon.show_icon(_ICONS[tone], _ink(tone))
        self.setProperty("tone", tone)
        restyle(self)

    def _end(self) -> None:
        self.hide()
        self.closed.emit()


class Toast(QFrame):
    """A note at the foot of the window about what was just done, with its way back."""

    def __init__(self, voice: Voice, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._on_act: Callable[[], object] | None = None
        named(self, "toast")
        self._words = named(ShortText(""), "toast-text")
        self._usual = voice.word(UNDO)
        self._button = button(self._usual, "toast-undo", "link", on_click=self._act)
        close = icon_button("x", voice.word(CLOSE), "toast-close", on_click=self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(MEDIUM + TINY, TINY + 2, TINY + 2, TINY + 2)
        line.setSpacing(MEDIUM)
        line.addWidget(self._words, 1)
        line.addWidget(self._button)
        line.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None, *, verb: str = "") -> None:
        """Show `text`, with a button that takes it back where `undo` is given.

        With `verb` the button does something else, such as opening the folder of a file.
        """
        self._on_act = undo
        self._words.setText(text)
        self.setAccessibleName(text)
        self._button.setText(verb or self._usual)
        self._button.setAccessibleName(verb or self._usual)
        self._button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def _act(self) -> None:
        act, self._on_act = self._on_act, None
        self.hide()
        if act is not None:
            act()

    def _place(self) -> None:
        """In the middle of the foot, over the status line, never wider than the window."""
        room = self._window.rect()
        width = min(self.sizeHint().width(), room.width() - 2 * HUGE)
        height = self.sizeHint().height()
        left = (room.width() - width) // 2
        self.setGeometry(left, room.height() - height - STATUS_HEIGHT - MEDIUM, width, height)


def _ink(tone: Tone) -> str:
    return "muted" if tone == "neutral" else tone
