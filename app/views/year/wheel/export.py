"""The wheel as a file or on paper, of the size and the way up that the user wants."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.drawing import A4_LANDSCAPE, Drawing, Paper
from app.i18n.catalogue import _
from app.services.house import House
from app.views.pictures.export import DRAWN, PictureExport, PictureKind, PictureWords
from app.views.shell.workbench import Workbench

TITLE = _("Eksporter årshjulet")
PRINT_TITLE = _("Skriv ut årshjulet")
FILE_NAME = _("Årshjul {year}")
KINDS = (
    PictureKind("pdf", _("PDF på A4, liggende (*.pdf)")),
    PictureKind("pdf", _("PDF på A4, stående (*.pdf)"), Paper(is_upright=True)),
    PictureKind("pdf", _("PDF på A3, liggende (*.pdf)"), Paper(is_large=True)),
    PictureKind("pdf", _("PDF på A3, stående (*.pdf)"), Paper(is_large=True, is_upright=True)),
    *DRAWN,
)
WORDS = PictureWords(
    name="wheel",
    title=TITLE,
    working=_("Tegner årshjulet"),
    cancelled=_("Årshjulet ble ikke eksportert."),
    print_title=PRINT_TITLE,
    printed=_("Årshjulet er sendt til skriveren."),
)

Pages = dict[bool, tuple[Drawing, ...]]
"""The pages for paper that lies, and for paper that stands."""


class WheelExport(PictureExport):
    """The picture of one year, without the rings that are hidden on screen."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(bench, WORDS, parent)
        self._house = house

    def ask(self, year: int, without: Collection[str]) -> QFileDialog:
        """Let the user choose kind and place, and make it."""
        name = self._bench.voice.fill(FILE_NAME, year=str(year))
        return self.ask_file(name, KINDS, lambda out, paper: self.make(out, year, paper, without))

    def make(
        self,
        out: Path,
        year: int,
        paper: Paper = A4_LANDSCAPE,
        without: Collection[str] = (),
    ) -> None:
        """Write the picture into `out`, which the user said may be replaced."""
        wheel = self._house.wheel
        self.make_file(out, lambda: wheel.make(out, year, paper, without=without, overwrite=True))

    def print_out(self, year: int, without: Collection[str]) -> None:
        """Ask for a printer; how its paper lies decides how the picture is laid out."""
        wheel = self._house.wheel

        def both() -> Pages:
            return {
                upright: wheel.book(year, Paper(is_upright=upright), without=without).pages
                for upright in (False, True)
            }

        self._bench.read(both, self._ask)

    def _ask(self, pages: Pages) -> None:
        self.ask_printer(lambda paper: pages[paper.is_upright])
