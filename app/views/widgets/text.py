"""Words on screen: never read as HTML, in a step of the type scale, whole or shortened."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.views.theme.fonts import font
from app.views.theme.icons import set_icon
from app.views.theme.metrics import ICON
from app.views.widgets.naming import restyle


class Text(QLabel):
    """Plain text in a `step` of the type scale and an `ink`: text, muted, accent, ok, warn, bad."""

    def __init__(
        self,
        text: str = "",
        step: str = "body",
        ink: str = "text",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(step))
        self.setProperty("ink", ink)
        self.setWordWrap(wraps)
        self.setText(text)

    def set_ink(self, ink: str) -> None:
        """Write in another colour."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            restyle(self)


class ShortText(Text):
    """One line that gives way: cut with an ellipsis, whole in its tooltip and when read aloud."""

    def setText(self, text: str) -> None:
        super().setText(text.replace("\n", " "))
        self.updateGeometry()
        self._tell_the_rest()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """One pixel more than the letters: fractions of a pixel would cut the last one."""
        hint = super().sizeHint()
        return QSize(hint.width() + 1, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def _tell_the_rest(self) -> None:
        self.setToolTip(plain_tooltip(self.text()) if self._shown() != self.text() else "")


class IconLabel(QLabel):
    """An outline icon beside words that say the same; screen readers pass it by."""

    def __init__(
        self, name: str, colour: str = "muted", size: int = ICON, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_icon(self, name, colour, size)

    def show_icon(self, name: str, colour: str = "muted", size: int = ICON) -> None:
        """Another icon."""
        set_icon(self, name, colour, size)


def plain_tooltip(text: str) -> str:
    """`text` as a tooltip that shows every character as it is (reliability 12).

    Qt reads a tooltip as HTML when it looks like it, so what might look so is given as HTML.
    """
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
