"""The sheet that is written on: keys, clipboard, and a height that grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QScrollBar, QSizePolicy, QWidget

from app.views.widgets.rich_text import formats, keys, lists, marks
from app.views.widgets.rich_text.document import read
from app.views.widgets.rich_text.formats import OBJECT
from app.views.widgets.rich_text.paste import can_take, clip_of, mime_of
from app.views.widgets.rich_text.sheet import Sheet

LEAST_LINES = 3
MOST_PIXELS = 560
"""Beyond this the text scrolls inside the field, unless it grows without end."""
_SETTLING = 120
"""Milliseconds in which Qt may say that a text is lower, while it still sets the rest of it."""
_ROOM = 40
"""Pixels that stay in sight above and below the cursor."""
_PASSED_ON = (QKeySequence("Ctrl+K"),)
"""Keys that belong to the window, though Qt would have them cut the rest of the line."""


class Surface(Sheet):
    """Where the text is written.

    Tab leaves it, but moves to the next cell in a table and to the next level in a list; after
    Escape it leaves from there too. What is pasted or dropped is only told of.
    """

    pasted = Signal(object)
    opened = Signal()
    """A picture or link was double-clicked."""

    left = Signal()
    entered = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(_QuietScrollBar(Qt.Orientation.Vertical, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        formats.prepare(self.document())
        self._least_lines = LEAST_LINES
        self._tab_leaves = False
        self._grows_on = False
        self._height = 0.0
        self._form: QScrollArea | None = None
        self._lowering, self._settling = QTimer(self), QTimer(self)
        for timer in (self._lowering, self._settling):
            timer.setSingleShot(True)
            timer.setInterval(_SETTLING)
        self._lowering.timeout.connect(self._lower)
        self._held: list[QKeyEvent] | None = None
        self.document().documentLayout().documentSizeChanged.connect(self._follow_height)
        self.cursorPositionChanged.connect(self._stay_in_sight)

    # Size

    def set_least_lines(self, lines: int) -> None:
        """Never be lower than so many lines."""
        self._least_lines = lines
        self.updateGeometry()

    def grow_on(self) -> None:
        """Grow with the whole text: the form around scrolls, and nothing scrolls within it."""
        self._grows_on = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the text, between a few lines and most of a screen."""
        least = self._least_lines * self.fontMetrics().lineSpacing() * 1.2
        wanted = max(self._height, least)
        if not self._grows_on:
            wanted = min(wanted, MOST_PIXELS)
        around = self.height() - self.viewport().height()
        return QSize(320, round(wanted) + max(around, 2 * self.frameWidth()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _follow_height(self, size: QSizeF) -> None:
        """Qt sets long texts a little at a time, and tells how far it has come.

        What grows is followed at once; what shrinks may only be on its way, and a form that
        shrank with it would jump.
        """
        height = round(size.height())
        if self._grows_on and height < round(self._height):
            self._lowering.start()
        elif height != round(self._height):
            self._lowering.stop()
            self._take_height(height)

    def _lower(self) -> None:
        self._take_height(self.document().size().height())

    def _take_height(self, height: float) -> None:
        was = self.sizeHint().height()
        self._height = height
        if self.sizeHint().height() != was:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Only another width sets the text anew; Qt would do so for every line that is added."""
        if self._grows_on and event.size().width() == event.oldSize().width():
            bar = self.verticalScrollBar()
            bar.setPageStep(event.size().height())
            bar.setRange(0, max(0, round(self._height) - event.size().height()))
        else:
            super().resizeEvent(event)
        self._settling.start()
        QTimer.singleShot(0, self, self._stay_in_sight)

    def showEvent(self, event: QShowEvent) -> None:
        """The form around takes its new size after the sheet, and may jump only then."""
        super().showEvent(event)
        around = self._form_around()
        if around is not None and around is not self._form:
            self._form = around
            around.verticalScrollBar().rangeChanged.connect(self._follow_form)

    def _follow_form(self) -> None:
        if self._settling.isActive():
            QTimer.singleShot(0, self, self._stay_in_sight)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns the form around where nothing scrolls in here."""
        if self._grows_on:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _stay_in_sight(self) -> None:
        """Let the form around scroll along with the cursor while somebody writes.

        A cursor that is outside the sheet waits for the sheet to grow, which leads here again.
        """
        if not self.viewport().rect().contains(self.cursorRect().center()):
            return
        around = self._form_around() if self.hasFocus() else None
        content = around.widget() if around is not None else None
        if around is not None and content is not None and content.isAncestorOf(self):
            place = self.viewport().mapTo(content, self.cursorRect().center())
            around.ensureVisible(place.x(), place.y(), 0, _ROOM)

    def _form_around(self) -> QScrollArea | None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    # Keys

    def event(self, event: QEvent) -> bool:
        """The window's own keys stay the window's, and so does undo when nothing is left here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_done = event.matches(QKeySequence.StandardKey.Undo) and not self._can_undo()
            if is_done or _is_passed_on(event):
                event.ignore()
                return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # Qt would move the focus before the key arrives.
            is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if is_tab and not self.isReadOnly() and self._commanded(event):
                return True
        return super().event(event)

    def _can_undo(self) -> bool:
        return self.document().isUndoAvailable() and not self.isReadOnly()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._held is not None:
            self._held.append(event.clone())
            return
        if self.isReadOnly() or _is_passed_on(event):
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self._tab_leaves = True
            event.ignore()
            return
        if not self._commanded(event):
            self._type(event)
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self._tab_leaves = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._make_ready()
        super().inputMethodEvent(event)

    def hold(self, held: bool) -> None:
        """Keep keys back while something is put in, and type them after."""
        if held:
            self._held = self._held or []
            return
        waiting, self._held = self._held or [], None
        for event in waiting:
            self.keyPressEvent(event)

    def _commanded(self, event: QKeyEvent) -> bool:
        """Whether the key has a meaning of its own where the cursor stands."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        command = keys.COMMANDS.get((event.key(), shift))
        is_plain = modifiers in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if command is None or not is_plain or (is_tab and self._tab_leaves):
            return False
        cursor = self.textCursor()
        if not command(cursor):
            return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _type(self, event: QKeyEvent) -> None:
        """Qt's own way, with lists kept in order after it."""
        if _is_letter(event):
            self._make_ready()
        is_undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
            QKeySequence.StandardKey.Redo
        )
        blocks = self.document().blockCount()
        super().keyPressEvent(event)
        if is_undo:
            return
        if self.document().blockCount() != blocks:
            self.tidy()
        if event.key() == Qt.Key.Key_Space:
            keys.begin_list(self.textCursor())

    def tidy(self) -> None:
        """Keep lists as they will be stored; a part of the step of undo before."""
        cursor = self.textCursor()
        if lists.is_tidy(self.document()):
            return
        cursor.joinPreviousEditBlock()
        lists.tidy(self.document())
        cursor.endEditBlock()

    def _make_ready(self) -> None:
        """Before a letter: out of a picture's place, and in the format that it should have."""
        cursor = self.textCursor()
        if OBJECT in cursor.block().text() and not cursor.hasSelection():
            keys.leave_picture(cursor)
            self.setTextCursor(cursor)
        now = self.currentCharFormat()
        right = marks.writing_format(cursor, now)
        if right != now and not cursor.hasSelection():
            self.setCurrentCharFormat(right)

    # Mouse and focus

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        cursor = self.textCursor()
        if OBJECT in cursor.selectedText() or OBJECT in cursor.block().text():
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
            return
        clicked = self.cursorForPosition(event.pos())
        here = self.textCursor()
        if not here.selectionStart() <= clicked.position() <= here.selectionEnd():
            self.setTextCursor(clicked)
        self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tab_leaves = False
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    # Clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_take(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasted.emit(clip_of(source))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Our own HTML and our own form instead of Qt's, which tells of colours and fonts."""
        copy = QTextDocument()
        QTextCursor(copy).insertFragment(self.textCursor().selection())
        return mime_of(read(copy))


class _QuietScrollBar(QScrollBar):
    """Keeps its room and shows only when there is something to scroll.

    A bar that comes and goes changes the width, and with it every line of a long text.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def _is_letter(event: QKeyEvent) -> bool:
    """Whether the key writes something; AltGr, which is Ctrl and Alt to some systems, may."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    is_command = held == Qt.KeyboardModifier.ControlModifier
    return bool(event.text()) and event.text().isprintable() and not is_command


def _is_passed_on(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(
        QKeySequence(event.keyCombination()) == each for each in _PASSED_ON
    )
