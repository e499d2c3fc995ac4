"""A picture as a file or on paper, whatever it shows: asked for, made, and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.drawing import A4_LANDSCAPE, Drawing, Paper
from app.i18n.catalogue import _
from app.tasks.long_work import Work
from app.views.pictures.printing import a4_printer, paint_pages, paper_of
from app.views.shell.file_export import PURPOSE, OneFile
from app.views.shell.workbench import Workbench
from app.views.widgets.file_dialog import FileDialog


@dataclass(frozen=True, slots=True)
class PictureKind:
    """A kind of file to choose: its ending, its words, and the paper that it is drawn for."""

    suffix: str
    words: str
    paper: Paper = A4_LANDSCAPE


DRAWN = (
    PictureKind("svg", _("Tegning som kan redigeres, SVG (*.svg)")),
    PictureKind("png", _("Bilde, PNG (*.png)")),
)
"""The kinds without paper."""


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What is said of one picture; `name` is what its dialogs are called by."""

    name: str
    title: str
    working: str
    cancelled: str
    print_title: str
    printed: str


class PictureExport(OneFile):
    """Writes a picture in the format that the file's ending tells, or prints it."""

    def __init__(self, bench: Workbench, words: PictureWords, parent: QWidget) -> None:
        super().__init__(bench, parent)
        self._words = words
        self._printer: QPrinter | None = None

    def ask_file(
        self,
        file_name: str,
        kinds: Sequence[PictureKind],
        chosen: Callable[[Path, Paper], object],
    ) -> QFileDialog:
        """Let the user choose kind and place; `chosen` is told of them."""
        voice = self._bench.voice
        start = str(self._bench.folders.start(PURPOSE))
        dialog = FileDialog(self._over, voice.word(self._words.title), start)
        dialog.setObjectName(f"export-{self._words.name}-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        by_words = {voice.word(kind.words): kind for kind in kinds}
        dialog.setNameFilters(list(by_words))
        dialog.setDefaultSuffix(kinds[0].suffix)
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(by_words[words].suffix))
        dialog.selectFile(file_name)
        dialog.fileSelected.connect(
            lambda name: chosen(Path(name), by_words[dialog.selectedNameFilter()].paper)
        )
        dialog.open()
        return dialog

    def make_file(self, out: Path, work: Callable[[], Work[object]]) -> None:
        """Do `work`, which writes the picture into `out`."""
        word = self._bench.voice.word
        self.begin(
            out,
            work,
            lambda _result: self._bench.teller.say(self.made_words(out)),
            working=word(self._words.working),
            stopped=word(self._words.cancelled),
        )

    def ask_printer(self, pages: Callable[[Paper], Sequence[Drawing]]) -> None:
        """Ask for a printer, and print what `pages` says belongs on its paper."""
        printer = a4_printer()
        self._printer = printer  # the dialog only points at it
        dialog = QPrintDialog(printer, self._over)
        dialog.setObjectName("print-dialog")
        dialog.setWindowTitle(self._bench.voice.word(self._words.print_title))
        dialog.accepted.connect(lambda: self.print_on(printer, pages))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_on(self, printer: QPrinter, pages: Callable[[Paper], Sequence[Drawing]]) -> None:
        """Print on the paper that was chosen."""
        paint_pages(printer, pages(paper_of(printer)))
        self._bench.teller.say(self._bench.voice.word(self._words.printed))
