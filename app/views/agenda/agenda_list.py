"""The lines of the agenda on screen: moved, timed and given presenters where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.agendas import AgendaLine
from app.views.agenda.inline import InlineEditor, LineEdit
from app.views.agenda.lines import entry_of
from app.views.editing.entries import EditableEntries
from app.views.widgets.entries import ENTRY, Entry, Index
from app.views.widgets.entry_list import EntryDelegate, EntryList
from app.views.widgets.text import plain_tooltip

SPOKEN = _("Saksliste")
HOW_TO_EDIT = _("Trykk F2 eller dobbeltklikk for å endre tid og hvem som legger fram.")


class AgendaDelegate(EntryDelegate):
    """Opens the small editor over a line."""

    edited = Signal(int, object)

    def __init__(self, voice: Voice, owner: AgendaList) -> None:
        super().__init__(owner)
        self._voice, self._owner = voice, owner

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        entry: Entry = index.data(ENTRY)
        editor = InlineEditor(self._voice, self._owner.line(entry.key), parent)
        editor.finished.connect(lambda is_kept: self._end(editor, is_kept))
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor itself knows when it is finished."""
        return False

    def _end(self, editor: InlineEditor, is_kept: bool) -> None:
        if is_kept:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor was filled when it was made; news of the line do not disturb it."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, InlineEditor):
            self.edited.emit(editor.item_id, editor.answer())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        place: QRect = option.rect
        height = max(place.height(), editor.sizeHint().height())
        room = self._owner.viewport().height()
        top = max(0, min(place.top(), room - height))
        editor.setGeometry(place.left(), top, place.width(), height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """What the mark means, in sentences."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return False
        entry: Entry = index.data(ENTRY)
        line = self._owner.line(entry.key)
        words = [self._voice.say(finding.reason) for finding in line.findings]
        text = "\n".join(words) or self._voice.word(HOW_TO_EDIT)
        QToolTip.showText(event.globalPos(), plain_tooltip(text), view)
        return True


class AgendaList(EntryList):
    """Tells what is wanted; the lines change when the file has."""

    edited = Signal(int, object)
    """An item's id, and the `LineEdit` that it was given."""
    entered = Signal()
    """Enter: the keyboard is wanted in what stands beside the chosen line."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        self.lines_model = EditableEntries()
        super().__init__("agenda-lines", voice.word(SPOKEN), self.lines_model, parent)
        self._voice = voice
        self._lines: dict[int, AgendaLine] = {}
        delegate = AgendaDelegate(voice, self)
        delegate.edited.connect(self._tell_edit)
        self.setItemDelegate(delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._menu_actions: Sequence[QAction] = ()

    def show_lines(self, lines: Sequence[AgendaLine], *, can_edit: bool) -> None:
        """Show these lines; a line that is being edited is left alone."""
        self._lines = {line.id: line for line in lines}
        self.lines_model.allow_edits(can_edit)
        self.setDragEnabled(can_edit)
        self.show_entries([entry_of(self._voice, line) for line in lines])

    def line(self, key: int) -> AgendaLine:
        """A line by its id."""
        return self._lines[key]

    def chosen_line(self) -> AgendaLine | None:
        """The line that is chosen, if any."""
        return self._lines.get(self.key) if self.key is not None else None

    def edit_chosen(self) -> None:
        """Open the small editor over the chosen line."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(index)

    def use_actions(self, actions: Sequence[QAction]) -> None:
        """What can be done with a line, for its menu and its keys."""
        self._menu_actions = actions
        self.addActions(list(actions))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.key is not None:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _show_menu(self, where: QPoint) -> None:
        index: QModelIndex = self.indexAt(where)
        if index.isValid():
            self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setObjectName("agenda-menu")
        menu.addActions(list(self._menu_actions))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(where))

    def _tell_edit(self, item_id: int, answer: LineEdit) -> None:
        if not answer.is_same_as(self._lines[item_id]):
            self.edited.emit(item_id, answer)
