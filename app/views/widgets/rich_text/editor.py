"""The editor for rich text: a label's row with tools, the sheet, and a line for what it has to say.

It tells at once that it was `edited`, and what it holds when the writer pauses (`settled`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPalette, QShowEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QToolButton, QVBoxLayout, QWidget

from app.domain.reasons import Reason
from app.domain.rich_text import EMPTY, Block, RichText
from app.domain.rich_text_form import normalised
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import MEDIUM, SMALL, TINY
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.notices import NoticeBar
from app.views.widgets.rich_text.commands import Commands, picture_at
from app.views.widgets.rich_text.document import Writer, read, read_blocks, show, wipe
from app.views.widgets.rich_text.formats import OBJECT
from app.views.widgets.rich_text.insertion import AT_A_TIME, AT_ONCE, Insertion
from app.views.widgets.rich_text.look import Look
from app.views.widgets.rich_text.paste import Clip
from app.views.widgets.rich_text.pasting import AddPicture, LoadPicture, Paster
from app.views.widgets.rich_text.picture_view import PictureView
from app.views.widgets.rich_text.surface import Surface
from app.views.widgets.rich_text.tools import Actions, ToolBar
from app.views.widgets.text import Text

PAUSE = 400
"""Milliseconds without a key after which the text has settled."""
NO_DESCRIPTION = _("Beskrivelse mangler. Dobbeltklikk på bildet for å skrive den.")
HOW_TO_LEAVE = _("I lister og tabeller: Esc og så Tab går ut av feltet.")

_READING = 0.008
"""Seconds of reading between two looks at the keyboard."""


class RichTextEditor(QWidget):
    """Edits one `RichText`; pictures are kept and fetched by the functions it is given.

    Inside a `Field` its tools stand in the label's row, otherwise in a row of its own; they show
    while the keyboard is in the editor. Nothing here is stored: the owner listens to `settled`.
    """

    edited = Signal()
    """The user changed something."""
    settled = Signal(object)
    """The `RichText`, normalised, when it differs from what was shown or told last."""
    left = Signal()
    """The keyboard went elsewhere; what was written is told at once."""
    noticed = Signal(object)
    """`Reason`s about a paste, which are also shown under the text."""

    def __init__(
        self,
        name: str,
        voice: Voice,
        add_picture: AddPicture,
        load_picture: LoadPicture,
        *,
        label: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, label)
        self._voice = voice
        self._known = EMPTY
        self._is_showing = False
        self._is_touched = False
        self._loading: Insertion | None = None
        self._reading: Iterator[Block] | None = None
        self._read: list[Block] = []
        # Before the sheet, so that Shift+Tab leads to the tools.
        self.actions_of_text = Actions(self, voice)
        self.tools = ToolBar(self, self.actions_of_text, voice)
        self.surface = named(Surface(self), f"{name}-text", label, voice.word(HOW_TO_LEAVE))
        self.surface.setPlaceholderText(placeholder)
        self._begin_anew()
        self._look = Look(self.surface.document(), self.palette().color(QPalette.ColorRole.Link))
        self._pictures = PictureView(
            self.surface.document(), load_picture, voice.word(NO_DESCRIPTION)
        )
        self._paster = Paster(self.surface, add_picture, load_picture)
        self.commands = Commands(self.surface, self.actions_of_text, self._paster, voice, self)
        self._label = Text(label, "small", "muted", parent=self)
        self._notice = self._make_notice()
        self._arrange(label)
        self._pause = self._timer(PAUSE, self._begin_to_settle)
        self._steps = self._timer(0, self._go_on)
        self._connect()
        self.setFocusProxy(self.surface)
        self._show_tools(False)

    # The text

    def text(self) -> RichText:
        """What stands here now, normalised; whatever is being pasted is finished first."""
        self._finish()
        return read(self.surface.document())

    def open_text(self, text: RichText) -> None:
        """Show another text altogether; undo begins anew. What was written is told before."""
        self.settle_now()
        self._notice.hide()
        self._is_showing = True
        self.surface.hold(True)
        cursor = self._begin_anew()
        self.surface.document().setUndoRedoEnabled(False)
        self._read = []
        self._loading = Insertion(cursor, Writer(cursor).write(self._normalising(text)))
        self._load()

    def set_text(self, text: RichText) -> bool:
        """Show what is stored now; False, and nothing happens, while there is unsettled writing.

        An equal text leaves cursor and undo alone; another is one step of undo.
        """
        self._finish()
        if not self.is_settled:
            return False
        if text == self._known or (ready := normalised(text)) == self._known:
            return True
        cursor = self.surface.textCursor()
        place, scrolled = cursor.position(), self.surface.verticalScrollBar().value()
        self._is_showing = True
        show(self.surface.document(), ready)
        self._is_showing = False
        self._known = ready
        cursor.setPosition(min(place, self.surface.document().characterCount() - 1))
        self.surface.setTextCursor(cursor)
        self.surface.verticalScrollBar().setValue(scrolled)
        return True

    @property
    def is_settled(self) -> bool:
        """Whether everything that was written has been told."""
        return not (self._pause.isActive() or self._reading is not None or self._paster.is_busy)

    @property
    def is_loading(self) -> bool:
        """Whether a text that was opened is still being put in."""
        return self._loading is not None

    @property
    def is_pasting(self) -> bool:
        """Whether something is still being put in."""
        return self._paster.is_busy

    def settle_now(self) -> None:
        """Tell what was written without waiting for a pause, before a window closes."""
        self._finish()
        if self._pause.isActive() or self._reading is not None:
            self._pause.stop()
            self._reading = None
            self._tell(read(self.surface.document()))

    def _begin_anew(self) -> QTextCursor:
        """An empty paragraph, and nothing to undo."""
        document = self.surface.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        wipe(cursor)
        document.setUndoRedoEnabled(True)
        return cursor

    # How it behaves

    def lock(self, is_locked: bool) -> None:
        """Let the text only be read."""
        self.surface.setReadOnly(is_locked)
        self.commands.refresh()
        self._show_tools(self._has_keyboard())

    def set_least_lines(self, lines: int) -> None:
        """Never be lower than so many lines."""
        self.surface.set_least_lines(lines)

    def grow_on(self) -> None:
        """Be as high as the whole text, in a form that scrolls."""
        self.surface.grow_on()

    def say(self, reasons: Sequence[Reason]) -> None:
        """Show under the text what did not come along; nothing hides it."""
        if not reasons:
            self._notice.hide()
            return
        words = " ".join(self._voice.say(reason) for reason in reasons)
        self._notice.tell(words, "warn")
        self._notice.show()
        self.noticed.emit(tuple(reasons))

    # Building

    def _arrange(self, label: str) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(SMALL)
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        self._head.addWidget(self.tools)
        self._label.setVisible(bool(label))
        self._label.setBuddy(self.surface)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        box.addLayout(self._head)
        box.addWidget(self.surface)
        box.addWidget(self._notice)
        self.setSizePolicy(self.surface.sizePolicy())

    def _make_notice(self) -> NoticeBar:
        made = NoticeBar(self._voice, "", "warn", name=f"{self.objectName()}-notice", parent=self)
        inside: QLayout | None = made.layout()
        if inside is not None:
            inside.setContentsMargins(MEDIUM, TINY, TINY, TINY)
        made.hide()
        return made

    def _timer(self, interval: int, on_time: object) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(interval)
        made.timeout.connect(on_time)
        return made

    def _connect(self) -> None:
        document = self.surface.document()
        document.contentsChange.connect(self._touch)
        document.contentsChanged.connect(self._tell_touch)
        self.surface.pasted.connect(self._paste)
        self.surface.left.connect(self._leave)
        self._paster.done.connect(self._pasted)
        self.commands.told.connect(self.say)
        self.actions_of_text["tools"].triggered.connect(self.tools.enter)
        self._pictures.arrived.connect(self.surface.viewport().update)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)
        for key, menu in (
            ("heading", self.commands.heading_menu),
            ("table", self.commands.table_menu),
        ):
            self.tools.buttons[key].setMenu(menu)
            self.tools.buttons[key].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    # Following what happens

    def _touch(self, _position: int, _removed: int, _added: int) -> None:
        self._is_touched = self._is_touched or not self._is_showing

    def _tell_touch(self) -> None:
        """The look of the text changes too, without anybody having edited it."""
        if self._is_touched:
            self._is_touched = False
            self._reading = None
            self._pause.start()
            self.edited.emit()

    def _paste(self, clip: Clip) -> None:
        if not self.surface.isReadOnly():
            self._paster.paste(clip)

    def _pasted(self, reasons: tuple[Reason, ...]) -> None:
        missing = sum(1 for _ in self._undescribed())
        if missing:
            reasons = (*reasons, Reason("pictures_lack_description", pictures=missing))
        self.say(reasons)

    def _undescribed(self) -> Iterator[QTextCursor]:
        """A cursor at each picture without a description."""
        block = self.surface.document().begin()
        while block.isValid():
            if OBJECT in block.text():
                found = picture_at(QTextCursor(block))
                if found is not None and not found[1].description:
                    yield found[0]
            block = block.next()

    def _leave(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._begin_to_settle()
        self.left.emit()

    def _follow_keyboard(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._show_tools(self._has_keyboard())

    def _has_keyboard(self) -> bool:
        now: QWidget | None = QApplication.focusWidget()
        return now is not None and (
            self.isAncestorOf(now) or self.tools.isAncestorOf(now) or self._is_asking(now)
        )

    def _is_asking(self, now: QWidget) -> bool:
        """Whether the keyboard is in a dialog or menu that the editor opened."""
        window = now.window()
        return window.parent() is self

    def _show_tools(self, shown: bool) -> None:
        self.tools.setVisible(shown and not self.surface.isReadOnly())

    # Settling and loading in short steps

    def _begin_to_settle(self) -> None:
        if self._paster.is_busy:
            self._pause.start()
            return
        self._reading, self._read = read_blocks(self.surface.document()), []
        self._go_on()

    def _go_on(self) -> None:
        if self._loading is not None:
            self._load()
            return
        until = perf_counter() + _READING
        while self._reading is not None and perf_counter() < until:
            block = next(self._reading, None)
            if block is None:
                self._reading = None
                self._tell(RichText(tuple(self._read)))
                return
            self._read.append(block)
        if self._reading is not None:
            self._steps.start()

    def _tell(self, text: RichText) -> None:
        if text != self._known:
            self._known = text
            self.settled.emit(text)

    def _load(self, most: int = AT_A_TIME) -> None:
        if self._loading is None:
            return
        if self._loading.step(most):
            self._steps.start()
            return
        self._loading = None
        self._known = RichText(tuple(self._read))
        document = self.surface.document()
        document.setUndoRedoEnabled(True)
        self._is_showing = False
        self.surface.setTextCursor(QTextCursor(document))
        self.surface.hold(False)

    def _normalising(self, text: RichText) -> Iterator[Block]:
        """The blocks as they will be read again, made so one at a time."""
        for block in text.blocks:
            for ready in normalised(RichText((block,))).blocks:
                self._read.append(ready)
                yield ready

    def _finish(self) -> None:
        while self._loading is not None:
            self._load(AT_ONCE)
        self._paster.finish()

    # The frame around it

    def event(self, event: QEvent) -> bool:
        """A field around the editor lends the tools its label's row."""
        if event.type() == QEvent.Type.ParentChange:
            self._move_tools()
        return super().event(event)

    def _move_tools(self) -> None:
        holder = self.parentWidget()
        outer = holder.layout() if isinstance(holder, Field) else None
        first = outer.itemAt(0) if outer is not None else None
        head = first.layout() if first is not None else None
        if isinstance(head, QHBoxLayout):
            head.addWidget(self.tools)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.surface.setAccessibleName(self.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._look.paint_links(self.palette().color(QPalette.ColorRole.Link))
