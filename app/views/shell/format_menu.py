"""The menu "Format": the tools of the text that has the keyboard, each with its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QTextEdit, QWidget
from shiboken6 import isValid

from app.i18n.catalogue import _
from app.i18n.voice import Voice

FORMAT = _("Format")
NO_TEXT = _("Sett markøren i en tekst som kan endres, først.")


class FormatMenu(QMenu):
    """Filled when it is opened, so that the window does not wait for the editor's code.

    The last text counts until the keyboard goes to another part of the window: a menu that is
    opened takes the keyboard itself.
    """

    def __init__(self, voice: Voice, parent: QWidget) -> None:
        super().__init__(voice.word(FORMAT), parent)
        self.setObjectName("menu-format")
        self.setToolTipsVisible(True)
        self._voice = voice
        self._text: QWidget | None = None
        self.aboutToShow.connect(self.fill)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def fill(self) -> None:
        """The tools of the text with the keyboard; without one, what there would be."""
        self.clear()
        text = self._text if self._text is not None and isValid(self._text) else None
        tools = _tools_of(text) if text is not None else None
        for act in tools() if tools is not None else self._without_text():
            if act is not None:
                self.addAction(act)
            elif not self.isEmpty():
                self.addSeparator()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not isinstance(now, QMenu | QMenuBar):
            self._text = now

    def _without_text(self) -> Sequence[QAction | None]:
        """The same words and keys, to be read."""
        from app.views.widgets.rich_text.tools import FORMAT as GROUPS

        why, made = self._voice.word(NO_TEXT), list[QAction | None]()
        for group in GROUPS:
            for tool in group:
                act = QAction(self._voice.word(tool.words), self)
                act.setObjectName(f"action-format-{tool.key}")
                act.setEnabled(False)
                act.setShortcut(QKeySequence(tool.keys))
                act.setToolTip(why)
                act.setStatusTip(why)
                made.append(act)
            made.append(None)
        return made


def _tools_of(widget: QWidget) -> Callable[[], Sequence[QAction | None]] | None:
    """The tools of the text that `widget` is a part of, unless it can only be read."""
    if isinstance(widget, QTextEdit) and widget.isReadOnly():
        return None
    around: QWidget | None = widget
    while around is not None:
        tools = getattr(around, "actions_of_text", None)
        if tools is not None:
            found: Callable[[], Sequence[QAction | None]] = tools.formatting
            return found
        around = around.parentWidget()
    return None
