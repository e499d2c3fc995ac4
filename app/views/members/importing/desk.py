"""The way in to reading lists, from the page's head and its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.imports.fields import Subject
from app.i18n.catalogue import _
from app.services.house import House
from app.views.editing.actions import action
from app.views.members.importing.dialog import ImportDialog
from app.views.members.importing.template import TemplateMaker
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button
from app.views.widgets.naming import named

READ_IN = _("Les inn")
FROM_EXCEL = _("Les inn fra Excel …")
MAKE_TEMPLATE = _("Lag en mal for Excel …")

Place = tuple[Subject, str, str]
"""What is listed on the page, and the code and name of its body."""


class ImportDesk(QObject):
    """`where` tells what is on the page; None while nothing has been read."""

    def __init__(
        self, bench: Workbench, house: House, page: QWidget, where: Callable[[], Place | None]
    ) -> None:
        super().__init__(page)
        self._bench, self._house, self._page, self._where = bench, house, page, where
        self._templates = TemplateMaker(bench, house, page)
        word = bench.voice.word
        self.actions: Sequence[QAction] = (
            action(page, word(FROM_EXCEL), "import-list", self.open, "Ctrl+Shift+X"),
            action(
                page, word(MAKE_TEMPLATE), "import-template", self.make_template, "Ctrl+Shift+T"
            ),
        )

    def make_button(self) -> QWidget:
        """The button with its menu, for the page's head."""
        word = self._bench.voice.word
        made = button(word(READ_IN), "import-menu-button")
        menu = named(QMenu(made), "import-menu", word(READ_IN))
        menu.addActions(list(self.actions))
        made.setMenu(menu)
        return made

    def open(self) -> None:
        """Open the dialog for what is listed."""
        where = self._where()
        if where is not None:
            ImportDialog(self._page, self._bench, self._house, *where).open()

    def make_template(self) -> None:
        """Make an empty workbook for what is listed."""
        where = self._where()
        if where is not None:
            self._templates.ask(where[0])
