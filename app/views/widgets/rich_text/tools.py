"""The tools of the editor: one action each, with its words, its keys and its icon."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.icons import set_icon
from app.views.widgets.buttons import PressedToolButton
from app.views.widgets.naming import named

ICON_PIXELS = 15
BUTTON_WIDTH, BUTTON_HEIGHT = 25, 23


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool; an empty icon is for actions that stand in menus only."""

    key: str
    words: str
    icon: str = ""
    keys: str = ""
    is_checkable: bool = False


BAR: tuple[tuple[Tool, ...], ...] = (
    (
        Tool("bold", _("Fet"), "bold", "Ctrl+B", is_checkable=True),
        Tool("italic", _("Kursiv"), "italic", "Ctrl+I", is_checkable=True),
        Tool("underline", _("Understreket"), "underline", "Ctrl+U", is_checkable=True),
    ),
    (
        Tool("heading", _("Overskrift"), "heading", "Ctrl+Shift+H", is_checkable=True),
        Tool("bullets", _("Punktliste"), "list", "Ctrl+Shift+L", is_checkable=True),
        Tool("numbers", _("Nummerert liste"), "list-ordered", "Ctrl+Shift+R", is_checkable=True),
        Tool("outdent", _("Et nivå ut"), "indent-decrease", "Ctrl+Shift+M"),
        Tool("indent", _("Et nivå inn"), "indent-increase", "Ctrl+M"),
    ),
    (
        Tool("table", _("Tabell"), "table", "Ctrl+Shift+T"),
        Tool("link", _("Lenke"), "link", "Ctrl+Shift+K", is_checkable=True),
        Tool("picture", _("Bilde"), "image", "Ctrl+Shift+B"),
    ),
    (Tool("clear", _("Fjern formatering"), "remove-formatting", "Ctrl+Space"),),
)
"""What stands in the bar, in groups."""

TO_TOOLS = Tool("tools", _("Til knappene for formatering"), keys="Alt+F10")
FORMAT: tuple[tuple[Tool, ...], ...] = (*BAR, (TO_TOOLS,))
"""What the window's menu has, also while no text has the keyboard."""

HEADINGS = (
    Tool("heading-0", _("Vanlig tekst"), is_checkable=True),
    Tool("heading-1", _("Overskrift 1"), is_checkable=True),
    Tool("heading-2", _("Overskrift 2"), is_checkable=True),
    Tool("heading-3", _("Overskrift 3"), is_checkable=True),
)

NEW_TABLES = tuple(
    Tool(f"new-table-{columns}", words)
    for columns, words in (
        (2, _("Ny tabell med 2 kolonner")),
        (3, _("Ny tabell med 3 kolonner")),
        (4, _("Ny tabell med 4 kolonner")),
        (5, _("Ny tabell med 5 kolonner")),
    )
)

TABLE_PARTS: tuple[tuple[Tool, ...], ...] = (
    (
        Tool("row-below", _("Ny rad under")),
        Tool("row-above", _("Ny rad over")),
        Tool("column-after", _("Ny kolonne til høyre")),
        Tool("column-before", _("Ny kolonne til venstre")),
    ),
    (
        Tool("header", _("Første rad er overskrift"), is_checkable=True),
        Tool("numeric", _("Kolonnen har tall"), is_checkable=True),
    ),
    (
        Tool("remove-row", _("Slett raden")),
        Tool("remove-column", _("Slett kolonnen")),
        Tool("remove-table", _("Slett tabellen")),
    ),
)

EDITING: tuple[tuple[Tool, ...], ...] = (
    (Tool("undo", _("Angre"), keys="Ctrl+Z"), Tool("redo", _("Gjør om"), keys="Ctrl+Y")),
    (
        Tool("cut", _("Klipp ut"), keys="Ctrl+X"),
        Tool("copy", _("Kopier"), keys="Ctrl+C"),
        Tool("paste", _("Lim inn"), keys="Ctrl+V"),
        Tool("paste-plain", _("Lim inn som ren tekst"), keys="Ctrl+Shift+V"),
        Tool("select-all", _("Merk alt"), keys="Ctrl+A"),
    ),
)
"""The context menu; what Qt does itself has its keys from Qt and only shows them here."""

OF_QT = frozenset({"undo", "redo", "cut", "copy", "paste", "select-all"})
TOOL_BAR = _("Formatering")


class Actions:
    """Every action by its key; those with keys of ours work wherever the editor has the focus."""

    def __init__(self, owner: QWidget, voice: Voice) -> None:
        self._owner, self._voice = owner, voice
        self._made: dict[str, QAction] = {}
        for group in (*FORMAT, HEADINGS, NEW_TABLES, *TABLE_PARTS, *EDITING):
            for tool in group:
                self._made[tool.key] = self._action(tool)

    def __getitem__(self, key: str) -> QAction:
        return self._made[key]

    def menu(self, groups: tuple[tuple[Tool, ...], ...], name: str) -> QMenu:
        """A menu of these groups."""
        made = named(QMenu(self._owner), name)
        self.fill(made, groups)
        return made

    def formatting(self) -> list[QAction | None]:
        """What the menu "Format" has; `None` stands between two groups."""
        return [each for group in FORMAT for each in (*(self[tool.key] for tool in group), None)]

    def fill(self, menu: QMenu, groups: tuple[tuple[Tool, ...], ...]) -> None:
        """Put the groups at the end of `menu`."""
        for group in groups:
            if menu.actions():
                menu.addSeparator()
            menu.addActions([self._made[tool.key] for tool in group])

    def _action(self, tool: Tool) -> QAction:
        words = self._voice.word(tool.words)
        made = QAction(words, self._owner)
        made.setObjectName(f"{self._owner.objectName()}-{tool.key}")
        made.setCheckable(tool.is_checkable)
        keys = QKeySequence(tool.keys)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{words} ({shown})" if shown else words)
        if tool.icon:
            set_icon(made, tool.icon, "muted", ICON_PIXELS)
        if tool.key in OF_QT:
            made.setText(f"{words}\t{shown}")
        elif not keys.isEmpty():
            made.setShortcut(keys)
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._owner.addAction(made)
        return made


class ToolBar(QWidget):
    """The slim bar; it keeps its room when hidden, so that nothing moves when it comes.

    It is one stop of Tab; arrows lead from tool to tool.
    """

    def __init__(self, owner: QWidget, actions: Actions, voice: Voice) -> None:
        super().__init__(owner)
        named(self, f"{owner.objectName()}-tools", voice.word(TOOL_BAR))
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setStyleSheet("QToolButton { padding: 0; }")
        self.buttons: dict[str, QToolButton] = {}
        self._owner, self.actions_of_text = owner, actions
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(1)
        for at, group in enumerate(BAR):
            if at:
                line.addSpacing(6)
            for tool in group:
                line.addWidget(self._button(actions[tool.key], tool.key, owner.objectName()))

    def _button(self, action: QAction, key: str, owner: str) -> QToolButton:
        made = PressedToolButton(self)
        made.setDefaultAction(action)
        named(made, f"{owner}-{key}-button", action.text())
        made.setAccessibleDescription(action.toolTip())
        made.setAutoRaise(True)
        made.setFixedSize(BUTTON_WIDTH, BUTTON_HEIGHT)
        # A click leaves the keyboard, and the selection, in the text.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus if self.buttons else Qt.FocusPolicy.TabFocus)
        made.installEventFilter(self)
        set_icon(made, action.property("iconName"), "muted", ICON_PIXELS)
        self.buttons[key] = made
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right go to the tool beside, round the ends; Escape goes back to the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._owner.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
            if step is not None and isinstance(watched, QToolButton):
                self._go_from(watched, step)
                return True
        return super().eventFilter(watched, event)

    def enter(self) -> None:
        """Put the keyboard on the tool where it was last."""
        for each in self.buttons.values():
            if each.focusPolicy() is Qt.FocusPolicy.TabFocus:
                each.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_from(self, here: QToolButton, step: int) -> None:
        able = [each for each in self.buttons.values() if each.isEnabled() or each is here]
        there = able[(able.index(here) + step) % len(able)]
        there.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        there.setFocus(Qt.FocusReason.TabFocusReason)
        if there is not here:
            here.setFocusPolicy(Qt.FocusPolicy.NoFocus)
