"""What each tool does to the text, and which of them can be used where the cursor stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from app.domain.reasons import Reason
from app.domain.rich_text import Picture
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.naming import named
from app.views.widgets.rich_text import formats, lists, marks, tables
from app.views.widgets.rich_text.asking import LinkDialog, PictureDialog
from app.views.widgets.rich_text.formats import OBJECT, table_of
from app.views.widgets.rich_text.limits import MAX_PICTURE_BYTES
from app.views.widgets.rich_text.paste import clip_of
from app.views.widgets.rich_text.pasting import Paster
from app.views.widgets.rich_text.surface import Surface
from app.views.widgets.rich_text.tools import (
    BAR,
    EDITING,
    HEADINGS,
    NEW_TABLES,
    TABLE_PARTS,
    Actions,
)

NO_LIST_HERE = _("I en tabell kan det ikke være lister.")
NO_HEADING_HERE = _("En overskrift kan ikke stå i en liste eller en tabell.")
NO_POINT_ABOVE = _("Bare et punkt som står under et annet, kan rykkes inn.")
NO_LIST = _("Sett markøren i en liste først.")
TABLE_IS_FULL = _("Tabellen er så stor som den kan være her. Legg store tabeller ved som vedlegg.")
FORMATTING = _("Format")
CHOOSE_PICTURE, PICTURE_FILES = _("Velg et bilde"), _("Bilder")

_MARKS = ("bold", "italic", "underline")


class Commands(QObject):
    """Ties the actions to one surface."""

    told = Signal(object)
    """Reasons that something could not be done."""

    def __init__(
        self, surface: Surface, actions: Actions, paster: Paster, voice: Voice, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._surface, self._actions, self._paster = surface, actions, paster
        self._voice, self._owner = voice, owner
        self.heading_menu = actions.menu((HEADINGS,), f"{owner.objectName()}-heading-menu")
        self.table_menu = actions.menu((), f"{owner.objectName()}-table-menu")
        self.table_menu.setTitle(actions["table"].text())
        self.table_menu.aboutToShow.connect(self._fill_table_menu)
        self._tips = {tool.key: actions[tool.key].toolTip() for group in BAR for tool in group}
        self.pictures_lie_in: Callable[[], Path] = Path.home
        """Where the dialog for a picture begins; its owner may know better."""
        self.picture_chosen: Callable[[Path], object] = lambda _path: None
        self._connect()
        surface.cursorPositionChanged.connect(self.refresh)
        surface.currentCharFormatChanged.connect(lambda _form: self.refresh())
        surface.menu_wanted.connect(self.show_menu)
        surface.opened.connect(self.edit_picture)
        self.refresh()

    # What can be done here

    def refresh(self) -> None:
        """Let the tools follow the cursor."""
        cursor, form = self._surface.textCursor(), self._surface.currentCharFormat()
        style = formats.style_of(form)
        for name in _MARKS:
            self._actions[name].setChecked(bool(getattr(style, name)))
        level = marks.heading_of(cursor)
        self._actions["heading"].setChecked(level > 0)
        for each in range(len(HEADINGS)):
            self._actions[f"heading-{each}"].setChecked(each == level)
        for name, ordered in (("bullets", False), ("numbers", True)):
            self._actions[name].setChecked(lists.is_in(cursor, ordered=ordered))
        self._actions["link"].setChecked(marks.link_at(cursor) is not None)
        in_table = table_of(cursor) is not None
        in_list = lists.can_outdent(cursor)
        self._allow("bullets", None if not in_table else NO_LIST_HERE)
        self._allow("numbers", None if not in_table else NO_LIST_HERE)
        self._allow("heading", None if marks.can_be_heading(cursor) else NO_HEADING_HERE)
        self._allow("indent", None if lists.can_indent(cursor) else NO_POINT_ABOVE)
        self._allow("outdent", None if in_list else NO_LIST)
        self._refresh_table(cursor)

    def _refresh_table(self, cursor: QTextCursor) -> None:
        self._actions["header"].setChecked(tables.has_header(cursor))
        self._actions["numeric"].setChecked(tables.is_of_numbers(cursor))
        for names, grown in (
            (("row-below", "row-above"), tables.can_grow(cursor, rows=1)),
            (("column-after", "column-before"), tables.can_grow(cursor, columns=1)),
        ):
            for name in names:
                self._actions[name].setEnabled(grown)
                self._actions[name].setToolTip("" if grown else self._voice.word(TABLE_IS_FULL))

    def _allow(self, key: str, missing: str | None) -> None:
        """Enable a tool, or say in its tooltip what it lacks."""
        action = self._actions[key]
        action.setEnabled(missing is None and not self._surface.isReadOnly())
        why = "" if missing is None else f"\n{self._voice.word(missing)}"
        action.setToolTip(self._tips[key] + why)

    # What is done

    def _connect(self) -> None:
        """One function for each action."""
        for name in _MARKS:
            self._on(name, partial(self._mark, name))
        for level in range(len(HEADINGS)):
            self._on(f"heading-{level}", partial(self._at, partial(_set_heading, level)))
        self._on("heading", partial(self._at, _next_heading))
        self._on("bullets", partial(self._at, partial(lists.toggle, ordered=False)))
        self._on("numbers", partial(self._at, partial(lists.toggle, ordered=True)))
        self._on("indent", partial(self._at, lists.indent))
        self._on("outdent", partial(self._at, lists.outdent))
        self._on("clear", partial(self._at, marks.clear))
        self._on("table", self._show_table_menu)
        self._on("link", self.edit_link)
        self._on("picture", self.choose_picture)
        for columns in (2, 3, 4, 5):
            self._on(f"new-table-{columns}", partial(self._at, partial(_new_table, columns)))
        self._connect_table()
        for name, do in (
            ("undo", self._surface.undo),
            ("redo", self._surface.redo),
            ("cut", self._cut),
            ("copy", self._surface.copy),
            ("paste", self._surface.paste),
            ("paste-plain", self.paste_plain),
            ("select-all", self._surface.selectAll),
        ):
            self._on(name, do)

    def _connect_table(self) -> None:
        for name, do in (
            ("row-below", partial(tables.add_row, below=True)),
            ("row-above", partial(tables.add_row, below=False)),
            ("column-after", partial(tables.add_column, after=True)),
            ("column-before", partial(tables.add_column, after=False)),
            ("header", tables.toggle_header),
            ("numeric", tables.toggle_numbers),
            ("remove-row", tables.remove_row),
            ("remove-column", tables.remove_column),
            ("remove-table", tables.remove),
        ):
            self._on(name, partial(self._at, do))

    def _on(self, key: str, do: Callable[[], object]) -> None:
        self._actions[key].triggered.connect(lambda _checked=False: do())

    def _at(self, do: Callable[[QTextCursor], object]) -> None:
        """Do something at the cursor, unless the text is only to be read."""
        if self._surface.isReadOnly():
            return
        self._paster.finish()
        cursor = self._surface.textCursor()
        do(cursor)
        self._surface.setTextCursor(cursor)
        self._surface.setFocus()
        self.refresh()

    def _mark(self, name: str) -> None:
        if not self._surface.isReadOnly():
            self._surface.mergeCurrentCharFormat(
                marks.mark(name, on=self._actions[name].isChecked())
            )
            self._surface.setFocus()

    def _cut(self) -> None:
        self._surface.cut()
        self._surface.tidy()

    def paste_plain(self) -> None:
        """The words alone."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if mime is not None and not self._surface.isReadOnly():
            self._paster.paste(clip_of(mime, plain=True), literal=True)

    # Links and pictures

    def edit_link(self) -> None:
        """Ask where the selection, or the link at the cursor, should lead."""
        cursor = self._surface.textCursor()
        self.refresh()
        link = None if cursor.hasSelection() else marks.link_at(cursor)
        chosen = link or cursor
        asking = LinkDialog(
            self._owner,
            self._voice,
            marks.address_of(link) if link else "",
            " ".join(chosen.selectedText().replace(OBJECT, "").split()),
            lambda address, words: self._set_link(chosen, address, words),
            None if link is None else lambda: self._set_plain(link),
        )
        self._ask(asking)

    def _set_link(self, chosen: QTextCursor, address: str, words: str) -> None:
        marks.set_link(chosen, address, words)
        self._surface.setTextCursor(chosen)
        self._surface.setFocus()

    def _set_plain(self, link: QTextCursor) -> None:
        marks.remove_link(link)
        self._surface.setFocus()
        self.refresh()

    def choose_picture(self) -> None:
        """Edit the picture at the cursor, or choose a file with another."""
        if self.edit_picture():
            return
        title, start = self._voice.word(CHOOSE_PICTURE), str(self.pictures_lie_in())
        chooser = FileDialog(self._owner, title, start)
        chooser.setObjectName("choose-picture")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        pictures = self._voice.word(PICTURE_FILES)
        chooser.setNameFilter(f"{pictures} (*.png *.jpg *.jpeg *.gif *.bmp *.webp)")
        chooser.fileSelected.connect(self.add_file)
        chooser.open()

    def add_file(self, name: str) -> None:
        """Put in the picture that was chosen on the disk."""
        path = Path(name)
        self.picture_chosen(path)
        try:
            size = path.stat().st_size
            if size > MAX_PICTURE_BYTES:
                reason = Reason("text_picture_too_large", size=size, limit=MAX_PICTURE_BYTES)
                self.told.emit((reason,))
                return
            data = path.read_bytes()
        except OSError:
            self.told.emit((Reason("text_picture_unreadable"),))
            return
        self.add_picture(data)

    def add_picture(self, data: bytes) -> None:
        """Put a picture in where the cursor stands."""
        self._paster.add_picture(data)

    def edit_picture(self) -> bool:
        """Ask for the description and width of the picture at the cursor; False without one."""
        found = picture_at(self._surface.textCursor())
        if found is None or self._surface.isReadOnly():
            return False
        place, picture = found
        self._ask(
            PictureDialog(
                self._owner, self._voice, picture, lambda changed: _change_picture(place, changed)
            )
        )
        return True

    def _ask(self, asking: QDialog) -> None:
        """Ask, and go on writing when it is answered."""
        asking.finished.connect(lambda _answer: self._surface.setFocus())
        asking.open()

    # Menus

    def show_menu(self, place: QPoint) -> None:
        """The context menu; the table's own part where there is one."""
        menu = self._actions.menu(EDITING, f"{self._owner.objectName()}-menu")
        cursor = self._surface.textCursor()
        can_write = not self._surface.isReadOnly()
        for key, is_on in (
            ("undo", can_write and self._surface.document().isUndoAvailable()),
            ("redo", can_write and self._surface.document().isRedoAvailable()),
            ("cut", can_write and cursor.hasSelection()),
            ("copy", cursor.hasSelection()),
            ("paste", self._surface.canPaste()),
            ("paste-plain", self._surface.canPaste()),
        ):
            self._actions[key].setEnabled(is_on)
        menu.addSeparator()
        menu.addMenu(self._format_menu(menu))
        menu.addAction(self._actions["link"])
        if table_of(cursor) is not None:
            menu.addMenu(self.table_menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _format_menu(self, menu: QMenu) -> QMenu:
        """The tools by their words and keys."""
        made = named(QMenu(self._voice.word(FORMATTING), menu), f"{menu.objectName()}-format")
        self._actions.fill(made, BAR)
        made.setEnabled(not self._surface.isReadOnly())
        return made

    def _fill_table_menu(self) -> None:
        """A new table, or the parts of the one that the cursor stands in."""
        self.table_menu.clear()
        in_table = table_of(self._surface.textCursor()) is not None
        self._actions.fill(self.table_menu, TABLE_PARTS if in_table else (NEW_TABLES,))

    def _show_table_menu(self) -> None:
        rect = self._surface.cursorRect()
        self.table_menu.popup(self._surface.viewport().mapToGlobal(rect.bottomLeft()))


def picture_at(cursor: QTextCursor) -> tuple[QTextCursor, Picture] | None:
    """The picture in the cursor's block, with a cursor over it."""
    block = cursor.block()
    place = block.text().find(OBJECT)
    if place < 0:
        return None
    over = QTextCursor(block)
    over.setPosition(block.position() + place)
    over.setPosition(block.position() + place + 1, QTextCursor.MoveMode.KeepAnchor)
    form = over.charFormat()
    return (over, formats.picture_of(form)) if formats.is_picture(form) else None


def _change_picture(place: QTextCursor, picture: Picture) -> None:
    place.setCharFormat(formats.picture_format(picture))


def _set_heading(level: int, cursor: QTextCursor) -> None:
    marks.set_heading(cursor, level)


def _next_heading(cursor: QTextCursor) -> None:
    """From text to heading 1, 2, 3 and back to text."""
    marks.set_heading(cursor, (marks.heading_of(cursor) + 1) % len(HEADINGS))


def _new_table(columns: int, cursor: QTextCursor) -> None:
    tables.make(cursor, columns)
