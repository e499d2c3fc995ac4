"""A file that is open for reading only: whatever would change it is off, and says why.

One place for the whole window. Controls are known by their names, which begin with what they do;
looking, searching, copying, exporting and making papers stay as they are. A test walks through
every page and finds a control that is not known.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QActionEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from app.views.editing.form_dialog import FormDialog
from app.views.widgets.naming import READS
from app.views.widgets.text import plain_tooltip

_CHANGING = re.compile(
    "(?:action-)?(?:"
    + "|".join(
        (
            r"(?:new|add|delete|remove|restore|reinstate|rename|exempt|mark|undo)-.+",
            r"(?:edit|move|cancel)-meeting|edit-line",
            r"(?:edit|end|move|drop)-point",
            r"change-level|choose-(?:strategies|folder)",
            r"move-(?:up|down|(?:day|week)-(?:on|back))",
            r"(?:accept|take)-(?:proposal|another)|(?:case|chosen)-to-agenda",
            r"(?:accept|swap|pass|choose)-hosts?|take-back-pass",
            r"import-list|merge-institutions|renew-body",
            r"next-step",
            r".+-(?:up|down|remove|delete)",
            r"financing-remove-.+",
            r"(?:no-meetings|no-cases|empty-.+)-start",
        )
    )
    + ")"
)
_LINES = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_CHOICES = (QComboBox, QCheckBox, QRadioButton)
_SEEN = frozenset(
    {
        QEvent.Type.Polish,
        QEvent.Type.Show,
        QEvent.Type.EnabledChange,
        QEvent.Type.ReadOnlyChange,
        QEvent.Type.ToolTipChange,
    }
)
_MENUS = frozenset({QEvent.Type.ActionAdded, QEvent.Type.ActionChanged})


class ReadingOnly(QObject):
    """Watches the window while the file is open, and takes back what a page lets be done."""

    def __init__(self, why: str, parent: QObject) -> None:
        super().__init__(parent)
        self._why, self._tip = why, plain_tooltip(why)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def end(self) -> None:
        """The file is closed."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MENUS and isinstance(event, QActionEvent):
            self._hold_action(event.action())
        elif kind in _SEEN and isinstance(watched, QWidget):
            self._hold(watched)
        elif kind is QEvent.Type.DragEnter and isinstance(watched, QWidget):
            event.ignore()
            return True
        return False

    def _hold_action(self, act: QAction) -> None:
        if _CHANGING.fullmatch(act.objectName()) is None or act.property(READS):
            return
        if act.isEnabled():
            act.setEnabled(False)
        if act.toolTip() != self._why:
            act.setToolTip(self._why)
            act.setStatusTip(self._why)

    def _hold(self, widget: QWidget) -> None:
        if not isinstance(widget.window(), QMainWindow | FormDialog) or _only_reads(widget):
            return
        if _is_changing(widget) or isinstance(widget, _CHOICES):
            if widget.isEnabled():
                widget.setEnabled(False)
            self._say_why(widget)
        elif isinstance(widget, _LINES):
            if not widget.isReadOnly():
                widget.setReadOnly(True)
            self._say_why(widget)
        elif callable(still := getattr(widget, "hold_still", None)):
            still()

    def _say_why(self, widget: QWidget) -> None:
        if widget.toolTip() != self._tip:
            widget.setAccessibleDescription(self._why)
            widget.setToolTip(self._tip)


def _is_changing(widget: QWidget) -> bool:
    """By its name, by its colour, or as the verb of a dialog."""
    window = widget.window()
    is_verb = isinstance(window, FormDialog) and widget is window.verb
    is_known = _CHANGING.fullmatch(widget.objectName()) is not None
    return is_verb or widget.property("kind") == "danger" or (is_known and _is_button(widget))


def _is_button(widget: QWidget) -> bool:
    return callable(getattr(widget, "click", None))


def _only_reads(widget: QWidget) -> bool:
    """Whether it, or something around it, only chooses what is shown; or is a field's inside."""
    if isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
        return True
    around: QWidget | None = widget
    while around is not None:
        if around.property(READS):
            return True
        around = around.parentWidget()
    return False
