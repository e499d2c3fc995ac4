"""What every field of an editor answers, so that it can be stored while it is typed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from app.views.editing.plain_widgets import Choice, GrowingText, Minutes
from app.views.widgets.field import Field
from app.views.widgets.typed_field import TypedField


class EditedField(QObject):
    """One field: what stands in it, whether that is a value, and showing what is stored."""

    edited = Signal()
    """The user changed it; a value that is shown from the file is not told."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, widget: QWidget, frame: Field | None = None) -> None:
        super().__init__(widget)
        self.widget = widget
        self.frame = frame
        widget.installEventFilter(self)

    def is_ready(self) -> bool:
        """Whether what stands there can be read as a value."""
        return True

    def is_settled(self) -> bool:
        """Whether the value can be told at once; a long text takes a moment to read."""
        return True

    def settle(self) -> None:
        """Be settled, whatever it takes."""

    def value(self) -> Any:
        """The value, when it is ready."""
        raise LookupError(f"{self.widget.objectName()} has no value")

    def text(self) -> str:
        """What stands there, as a draft keeps it."""
        return str(self.value())

    def open(self, value: Any) -> None:
        """Show the value of another subject."""
        self.show(value)

    def show(self, value: Any) -> None:
        """Show a stored value."""

    def show_draft(self, text: str) -> None:
        """Show what was typed before and could not be stored."""
        self.show(text)

    def lock(self, is_locked: bool) -> None:
        """Let it only be read."""
        self.widget.setEnabled(not is_locked)

    def is_busy(self) -> bool:
        """Whether the keyboard is in it."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self.widget or self.widget.isAncestorOf(focused))

    def tell(self, sentence: str) -> None:
        """Say under the field why it could not be stored; nothing when it was."""
        if self.frame is not None:
            self.frame.tell_problem(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        return False


class LineValue(EditedField):
    """A line of words."""

    def __init__(self, widget: QLineEdit, frame: Field | None = None) -> None:
        super().__init__(widget, frame)
        self._line = widget
        widget.textEdited.connect(lambda: self.edited.emit())

    def value(self) -> str:
        return self._line.text()

    def show(self, value: Any) -> None:
        if value != self._line.text():
            self._line.setText(value)
            self._line.setCursorPosition(0)

    def lock(self, is_locked: bool) -> None:
        self._line.setReadOnly(is_locked)


class TypedValue(EditedField):
    """A date, a clock time or an amount; `as_stored` turns it into what the verb takes."""

    def __init__(
        self,
        widget: TypedField[Any],
        frame: Field | None = None,
        *,
        needed: bool = False,
        as_stored: Callable[[Any], Any] = lambda value: value,
        as_shown: Callable[[Any], Any] = lambda value: value,
    ) -> None:
        super().__init__(widget, frame)
        self._typed, self._needed = widget, needed
        self._as_stored, self._as_shown = as_stored, as_shown
        widget.textEdited.connect(lambda: self.edited.emit())

    def is_ready(self) -> bool:
        return self._typed.is_valid and not (self._needed and not self._typed.text().strip())

    def value(self) -> Any:
        return self._as_stored(self._typed.value)

    def text(self) -> str:
        return self._typed.text()

    def show(self, value: Any) -> None:
        self._typed.show_value(self._as_shown(value))

    def show_draft(self, text: str) -> None:
        self._typed.show_draft(text)

    def lock(self, is_locked: bool) -> None:
        self._typed.setReadOnly(is_locked)

    def tell(self, sentence: str) -> None:
        """What cannot be read is told by the field itself."""
        if self._typed.is_valid:
            super().tell(sentence)


class TextValue(EditedField):
    """Plain text on one line or several."""

    def __init__(self, widget: GrowingText, frame: Field | None = None) -> None:
        super().__init__(widget, frame)
        self._plain = widget
        widget.typed.connect(lambda: self.edited.emit())

    def value(self) -> str:
        return self._plain.toPlainText()

    def show(self, value: Any) -> None:
        self._plain.show_text(value)

    def lock(self, is_locked: bool) -> None:
        self._plain.setReadOnly(is_locked)


class ChoiceValue(EditedField):
    """A choice among codes."""

    def __init__(self, widget: Choice, frame: Field | None = None) -> None:
        super().__init__(widget, frame)
        self._choice = widget
        widget.picked.connect(lambda _code: self.edited.emit())

    def value(self) -> Any:
        return self._choice.code()

    def show(self, value: Any) -> None:
        self._choice.show_code(value)


class TickValue(EditedField):
    """Yes or no."""

    def __init__(self, widget: QCheckBox, frame: Field | None = None) -> None:
        super().__init__(widget, frame)
        self._tick = widget
        widget.clicked.connect(lambda: self.edited.emit())

    def value(self) -> bool:
        return self._tick.isChecked()

    def show(self, value: Any) -> None:
        self._tick.setChecked(bool(value))

    def show_draft(self, text: str) -> None:
        self._tick.setChecked(text == str(True))


class MinutesValue(EditedField):
    """Whole minutes."""

    def __init__(self, widget: Minutes, frame: Field | None = None) -> None:
        super().__init__(widget, frame)
        self._minutes = widget
        self._is_showing = False
        widget.valueChanged.connect(self._changed)

    def value(self) -> int:
        return self._minutes.value()

    def show(self, value: Any) -> None:
        self._is_showing = True
        self._minutes.setValue(int(value))
        self._is_showing = False

    def lock(self, is_locked: bool) -> None:
        self._minutes.setReadOnly(is_locked)

    def _changed(self) -> None:
        if not self._is_showing:
            self.edited.emit()
