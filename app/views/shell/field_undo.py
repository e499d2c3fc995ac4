"""Ctrl+Z and Ctrl+Y in a field: its own typing first, and the window's verbs when none is left.

Qt's fields keep both keys for themselves, also when they have nothing to take back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

UNDO_KEYS = ("Ctrl+Z",)
REDO_KEYS = ("Ctrl+Y", "Ctrl+Shift+Z")
"""Word's own, and the one that other systems know; both are shown and both work."""


@dataclass(frozen=True, slots=True)
class Way:
    """One direction in a field: whether there is something left there, and going it."""

    is_open: Callable[[], bool]
    go: Callable[[], object]


class FieldUndo(QObject):
    """Listens to the one field that has the keyboard, whichever that is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if now is not None and _field_of(now) is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A way that is open is the field's; the other is left for the menu's action."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        way = _way(watched, event)
        if way is None:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(way.is_open())
            return True
        if event.type() is QEvent.Type.KeyPress and way.is_open():
            way.go()
            return True
        return False


def _way(widget: QWidget, event: QKeyEvent) -> Way | None:
    """Which way the key goes in this field; `None` for any other key."""
    pressed = QKeySequence(event.keyCombination())
    field = _field_of(widget)
    if field is None:
        return None
    if any(pressed == QKeySequence(keys) for keys in UNDO_KEYS):
        return _back(field)
    if any(pressed == QKeySequence(keys) for keys in REDO_KEYS):
        return _again(field)
    return None


def _field_of(widget: QWidget) -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """What is typed in: the widget itself, or the line inside a spin box or a list."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) else None


def _back(field: QLineEdit | QPlainTextEdit | QTextEdit) -> Way:
    if isinstance(field, QLineEdit):
        return Way(lambda: field.isUndoAvailable() and not field.isReadOnly(), field.undo)
    document = field.document()
    return Way(lambda: document.isUndoAvailable() and not field.isReadOnly(), field.undo)


def _again(field: QLineEdit | QPlainTextEdit | QTextEdit) -> Way:
    if isinstance(field, QLineEdit):
        return Way(lambda: field.isRedoAvailable() and not field.isReadOnly(), field.redo)
    document = field.document()
    return Way(lambda: document.isRedoAvailable() and not field.isReadOnly(), field.redo)
