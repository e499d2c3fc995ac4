"""Actions with a name and keys, for menus, context menus and buttons alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.views.theme.icons import set_icon

DELETE_KEYS = "Ctrl+Shift+Delete"
"""Puts the whole that is open in the bin; Delete alone is for what is chosen in a list."""


def action(
    owner: QObject,
    text: str,
    name: str,
    act: Callable[[], object],
    keys: str = "",
    *,
    icon: str = "",
    is_local: bool = False,
) -> QAction:
    """An action of `owner`; the keys of a local one count only while the keyboard is in a widget
    that it was added to."""
    made = QAction(text.replace("&", "&&"), owner)
    made.setObjectName(f"action-{name}")
    if icon:
        set_icon(made, icon)
    if keys:
        made.setShortcut(QKeySequence(keys))
        made.setShortcutVisibleInContextMenu(True)
    if is_local:
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(lambda: act())
    return made


def on_enter(act: QAction) -> None:
    """Enter does it, on the letters and on the numbers."""
    act.setShortcuts([QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter)])
    act.setShortcutVisibleInContextMenu(True)


def separator(owner: QObject) -> QAction:
    """A line between two groups of a menu."""
    made = QAction(owner)
    made.setSeparator(True)
    return made


def submenu(owner: QWidget, text: str, name: str, actions: Sequence[QAction]) -> QMenu:
    """These actions under one line of a menu; its words say where their keys count."""
    menu = QMenu(text.replace("&", "&&"), owner)
    menu.setObjectName(f"menu-{name}")
    menu.setToolTipsVisible(True)
    menu.addActions(list(actions))
    return menu


def say_why_not(act: QAction, missing: str | None) -> None:
    """Let `act` be done, or say in its tip what is missing."""
    act.setEnabled(missing is None)
    act.setToolTip(missing or act.text())
    act.setStatusTip(missing or "")
