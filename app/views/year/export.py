"""Taking the calendar out of the house: as a calendar file, or to Excel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.services.calendars.wish import CalendarWish
from app.services.house import House
from app.services.year.facts import YearView
from app.views.editing.actions import action, separator
from app.views.shell.file_export import FileExport, FilePlan
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button
from app.views.year.export_dialog import ExportDialog

EXPORT = _("Eksporter kalender (.ics) …")
EXPORT_TABLE = _("Eksporter kalenderen til Excel …")
TITLE, TABLE_TITLE = _("Eksporter kalenderen"), _("Eksporter kalenderen til Excel")
KIND, TABLE_KIND = _("Kalenderfiler (*.ics)"), _("Excel-arbeidsbøker (*.xlsx)")
NAME_OF_YEAR, NAME_OF_ALL = _("Møtekalender {year}"), _("Møtekalender")
WORKING, TABLE_WORKING = _("Lager kalenderfilen"), _("Lager arbeidsboken")


class YearExport(QObject):
    """The button and the actions of the page; `files` makes one file at a time."""

    def __init__(self, bench: Workbench, house: House, page: QWidget) -> None:
        super().__init__(page)
        self._bench, self._house, self._page = bench, house, page
        self._view: YearView | None = None
        word = bench.voice.word
        self.files = FileExport(bench, page)
        self.button = button(word(EXPORT), "export-calendar", on_click=self.ask)
        self.actions: Sequence[QAction] = (
            separator(page),
            action(
                page,
                word(EXPORT),
                "export-calendar",
                self.ask,
                "Ctrl+Shift+C",
                icon="calendar-days",
            ),
            action(
                page,
                word(EXPORT_TABLE),
                "export-calendar-table",
                self.ask_table,
                "Ctrl+Shift+E",
                icon="file-spreadsheet",
            ),
        )

    def show_year(self, view: YearView) -> None:
        """The year on screen is the one that is offered."""
        self._view = view

    def ask(self) -> None:
        """Ask what a calendar file is to hold, and where it shall lie."""
        if self._view is not None:
            ExportDialog(self._page, self._bench.voice, self._view, self._ask_for_file).open()

    def ask_table(self) -> None:
        """The same for a workbook, which always has the deadlines."""
        if self._view is not None:
            ExportDialog(
                self._page, self._bench.voice, self._view, self._ask_for_table, is_table=True
            ).open()

    def _ask_for_file(self, wish: CalendarWish) -> None:
        word, calendars = self._bench.voice.word, self._house.calendars
        self.files.ask(
            FilePlan(
                title=word(TITLE),
                kind=word(KIND),
                suffix="ics",
                name=self._name(wish),
                working=word(WORKING),
                make=partial(calendars.make, wish, overwrite=True),
            )
        )

    def _ask_for_table(self, wish: CalendarWish) -> None:
        word, calendars = self._bench.voice.word, self._house.calendars
        self.files.ask(
            FilePlan(
                title=word(TABLE_TITLE),
                kind=word(TABLE_KIND),
                suffix="xlsx",
                name=self._name(wish),
                working=word(TABLE_WORKING),
                make=partial(calendars.make_workbook, wish, overwrite=True),
            )
        )

    def _name(self, wish: CalendarWish) -> str:
        voice = self._bench.voice
        if wish.year is None:
            return voice.word(NAME_OF_ALL)
        return voice.fill(NAME_OF_YEAR, year=wish.year)
