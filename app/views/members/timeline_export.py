"""The timeline as a file or on paper: always light, with title, date and legend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QStandardPaths, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.drawing import Drawing
from app.i18n.catalogue import _
from app.services.house import House
from app.services.timeline.facts import TimelineFacts
from app.tasks.long_work import Handle
from app.views.shell.workbench import Workbench
from app.views.theme.tokens import LIGHT
from app.views.widgets.drawing import paint_shapes
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.progress_panel import ProgressPanel

TITLE = _("Eksporter tidslinjen")
KINDS = {
    "pdf": _("PDF på A4-sider (*.pdf)"),
    "svg": _("Tegning som kan redigeres, SVG (*.svg)"),
    "png": _("Bilde, PNG (*.png)"),
}
FILE_NAME = _("Tidslinje for {body} {on}")
WORKING = _("Tegner tidslinjen")
MADE = _("{file} er laget i {folder}.")
CANCELLED = _("Tidslinjen ble ikke eksportert.")
PRINT_TITLE = _("Skriv ut tidslinjen")
PRINTED = _("Tidslinjen er sendt til skriveren.")


class TimelineExport(QObject):
    """One file at a time; `panel` shows it and can stop it."""

    def __init__(self, bench: Workbench, house: House, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._house, self._page = bench, house, parent
        self.panel = ProgressPanel(bench.voice)
        self.panel.cancelled.connect(self._cancel)
        self._handle: Handle | None = None
        self._printer: QPrinter | None = None

    @property
    def is_working(self) -> bool:
        """Whether a file is being made."""
        return self._handle is not None

    def ask(self, facts: TimelineFacts) -> QFileDialog:
        """Let the user choose kind and place, and make it."""
        voice = self._bench.voice
        where = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = FileDialog(self._page, voice.word(TITLE), QStandardPaths.writableLocation(where))
        dialog.setObjectName("export-timeline-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = {voice.word(words): suffix for suffix, words in KINDS.items()}
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds[chosen]))
        name = voice.fill(FILE_NAME, body=facts.body_name, on=facts.today.isoformat())
        dialog.selectFile(name)
        body = facts.body_code
        dialog.fileSelected.connect(lambda chosen: self.make(Path(chosen), body))
        dialog.open()
        return dialog

    def make(self, out: Path, body: str) -> None:
        """Write the picture into `out`, which the user said may be replaced."""
        if self.is_working:
            return
        timeline = self._house.timeline
        self.panel.begin(self._bench.voice.word(WORKING))
        self._handle = self._bench.long_work.begin(
            lambda: timeline.make(out, body=body, overwrite=True),
            done=lambda _result: self._end(self._made_words(out)),
            failed=self._fail,
            progressed=self.panel.show_progress,
            cancelled=lambda: self._end(self._bench.voice.word(CANCELLED)),
        )

    def print_out(self, body: str) -> None:
        """Ask for a printer, and print the pages on it."""
        timeline = self._house.timeline
        self._bench.read(lambda: timeline.book(body).pages, self._ask_printer)

    def _ask_printer(self, pages: Sequence[Drawing]) -> None:
        printer = a4_printer()
        self._printer = printer  # the dialog only points at it
        dialog = QPrintDialog(printer, self._page)
        dialog.setObjectName("print-dialog")
        dialog.setWindowTitle(self._bench.voice.word(PRINT_TITLE))
        dialog.accepted.connect(lambda: self._print(printer, pages))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print(self, printer: QPrinter, pages: Sequence[Drawing]) -> None:
        paint_pages(printer, pages)
        self._bench.teller.say(self._bench.voice.word(PRINTED))

    def _made_words(self, out: Path) -> str:
        return self._bench.voice.fill(MADE, file=out.name, folder=out.parent.name)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _end(self, said: str) -> None:
        self._handle = None
        self.panel.end()
        self._bench.teller.say(said)

    def _fail(self, error: Exception) -> None:
        self._handle = None
        self.panel.end()
        self._bench.teller.fail(error)


def a4_printer() -> QPrinter:
    """A printer set to A4 in landscape; the picture has margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF()))
    return printer


def paint_pages(printer: QPrinter, pages: Sequence[Drawing]) -> None:
    """Each drawing on a page of its own, as large as the paper has room for."""
    painter = QPainter()
    if not painter.begin(printer):
        return
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        area = printer.pageLayout().fullRectPixels(printer.resolution())
        scale = min(area.width() / page.width, area.height() / page.height)
        painter.resetTransform()
        painter.scale(scale, scale)
        paint_shapes(painter, page.shapes, LIGHT)
    painter.end()
