"""Plain fields that behave in a long form: nothing changes by scrolling past, text grows."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget

from app.views.theme.fonts import font
from app.views.theme.metrics import SMALL

_FRAME = 2
_WIDEST_CHOICE = 18


class Choice(QComboBox):
    """A choice among words with their codes; the wheel turns it only when it has the keyboard."""

    picked = Signal(object)
    """The code that the user picked, also when it is the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        # Qt would turn an enum's value into a plain string on the way.
        self._codes: list[object] = []
        self.activated.connect(lambda place: self.picked.emit(self._codes[place]))

    def offer(self, choices: list[tuple[object, str]]) -> None:
        """Offer these codes with their words; what was chosen stays when it is among them."""
        here = self.code()
        self.blockSignals(True)
        self.clear()
        self._codes = [code for code, _words in choices]
        self.addItems([words for _code, words in choices])
        self.show_code(here)
        self.blockSignals(False)

    def code(self) -> object:
        """The chosen code; `None` when nothing is."""
        place = self.currentIndex()
        return self._codes[place] if 0 <= place < len(self._codes) else None

    def show_code(self, code: object) -> None:
        """Choose `code`; nothing is chosen when it is not offered."""
        self.setCurrentIndex(self._codes.index(code) if code in self._codes else -1)

    def fit(self) -> None:
        """Be as wide as the longest words, within reason."""
        longest = max((len(self.itemText(place)) for place in range(self.count())), default=8)
        self.setMinimumContentsLength(min(longest, _WIDEST_CHOICE))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Minutes(QSpinBox):
    """Whole minutes, in steps of five; the wheel turns it only when it has the keyboard."""

    def __init__(self, name: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setRange(0, 24 * 60)
        self.setSingleStep(5)
        self.setSuffix(f"\N{NO-BREAK SPACE}{unit}")
        self.setAccelerated(True)
        # The style sheet cannot reach the line inside.
        self.lineEdit().setTextMargins(SMALL, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class GrowingText(QPlainTextEdit):
    """Plain text that is as tall as its lines; Tab leaves it."""

    left = Signal()
    typed = Signal()
    """The user changed the text; showing a stored text is not told."""

    def __init__(
        self, name: str, *, step: str = "body", lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(font(step))
        self.document().setDefaultFont(font(step))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._least_lines = lines
        self._is_showing = False
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_text(self, text: str) -> None:
        """Show a stored text."""
        if text != self.toPlainText():
            self._is_showing = True
            self.setPlainText(text)
            self._is_showing = False

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _changed(self) -> None:
        if not self._is_showing:
            self.typed.emit()

    def _grow(self) -> None:
        layout = self.document().documentLayout()
        lines = max(self._least_lines, round(layout.documentSize().height()))
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        height = lines * self.fontMetrics().lineSpacing() + around + 2 * _FRAME
        if height != self.height():
            self.setFixedHeight(height)


class TitleText(GrowingText):
    """One line of words that may take several rows on screen; Enter goes on to the next field."""

    def __init__(self, name: str, step: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(name, step=step, parent=parent)
        self.setProperty("kind", "title")
        self.document().setDocumentMargin(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(" ".join(source.text().split()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files that are dropped here are for the editor around it."""
        return source.hasText() and not source.hasUrls()
