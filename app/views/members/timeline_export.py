"""The timeline as a file or on paper: always light, with title, date and legend."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n.catalogue import _
from app.services.house import House
from app.services.timeline.facts import TimelineFacts
from app.views.pictures.export import DRAWN, PictureExport, PictureKind, PictureWords
from app.views.shell.workbench import Workbench

TITLE = _("Eksporter tidslinjen")
PRINT_TITLE = _("Skriv ut tidslinjen")
FILE_NAME = _("Tidslinje for {body} {on}")
KINDS = (PictureKind("pdf", _("PDF på A4-sider (*.pdf)")), *DRAWN)
WORDS = PictureWords(
    name="timeline",
    title=TITLE,
    working=_("Tegner tidslinjen"),
    cancelled=_("Tidslinjen ble ikke eksportert."),
    print_title=PRINT_TITLE,
    printed=_("Tidslinjen er sendt til skriveren."),
)


class TimelineExport(PictureExport):
    """The picture of one body's seats."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(bench, WORDS, parent)
        self._house = house

    def ask(self, facts: TimelineFacts) -> QFileDialog:
        """Let the user choose kind and place, and make it."""
        voice, body = self._bench.voice, facts.body_code
        name = voice.fill(FILE_NAME, body=facts.body_name, on=facts.today.isoformat())
        return self.ask_file(name, KINDS, lambda out, _paper: self.make(out, body))

    def make(self, out: Path, body: str) -> None:
        """Write the picture into `out`, which the user said may be replaced."""
        timeline = self._house.timeline
        self.make_file(out, lambda: timeline.make(out, body=body, overwrite=True))

    def print_out(self, body: str) -> None:
        """Ask for a printer, and print the pages on it."""
        timeline = self._house.timeline
        self._bench.read(
            lambda: timeline.book(body).pages,
            lambda pages: self.ask_printer(lambda _paper: pages),
        )
