"""The picture of the round as a file or on paper: always light, with title, date and legend."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n.catalogue import _
from app.services.hosting.facts import RoundView
from app.services.house import House
from app.views.pictures.export import DRAWN, PictureExport, PictureKind, PictureWords
from app.views.shell.workbench import Workbench

EXPORT_TITLE, PRINT_TITLE = _("Eksporter rundgangen"), _("Skriv ut rundgangen")
FILE_NAME = _("Rundgangen {body} {on}")
KINDS = (PictureKind("pdf", _("PDF på A4-sider (*.pdf)")), *DRAWN)
WORDS = PictureWords(
    name="round",
    title=EXPORT_TITLE,
    working=_("Tegner rundgangen"),
    cancelled=_("Rundgangen ble ikke eksportert."),
    print_title=PRINT_TITLE,
    printed=_("Rundgangen er sendt til skriveren."),
)


class RoundExport(PictureExport):
    """The picture of who hosted when."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(bench, WORDS, parent)
        self._house = house

    def ask(self, view: RoundView) -> QFileDialog:
        """Let the user choose kind and place, and make it."""
        name = self._bench.voice.fill(FILE_NAME, body=view.body_name, on=view.on.isoformat())
        return self.ask_file(name, KINDS, lambda out, _paper: self.make(out))

    def make(self, out: Path) -> None:
        """Write the picture into `out`, which the user said may be replaced."""
        hosting = self._house.hosting
        self.make_file(out, lambda: hosting.make(out, overwrite=True))

    def print_out(self) -> None:
        """Ask for a printer, and print the pages on it."""
        hosting = self._house.hosting
        self._bench.read(
            lambda: hosting.book().pages,
            lambda pages: self.ask_printer(lambda _paper: pages),
        )
