"""Beside the papers: how far making them has come, what was made, and what should be mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.publishing import Finding
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.papers.lines import Lines, Remark, file_line, remark_line
from app.views.papers.remembered import FoundFile
from app.views.theme.metrics import LARGE, MEDIUM, SMALL, TINY
from app.views.widgets.buttons import button
from app.views.widgets.layout import Panel, row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.progress_panel import ProgressPanel
from app.views.widgets.text import IconLabel, ShortText

FILES = _("Filer")
NO_FILES = _("Ingen filer ennå. «Lag sakspapirer» lager PDF, PDF med vedlegg og Word.")
REMARKS = _("Merknader")
NO_REMARKS = _("Ingenting mangler, og alt lot seg vise.")
OPEN, OPEN_FOLDER = _("Åpne"), _("Åpne mappen")
CHANGE, CHANGE_FOLDER = _("Bytt"), _("Bytt mappe")
CHOOSE_FOLDER = _("Velg mappe")
NO_FOLDER = _("Ingen mappe er valgt")


class FolderLine(QWidget):
    """Where files are put, the way there, and the way to another place."""

    def __init__(
        self,
        voice: Voice,
        on_open: Callable[[Path], object],
        on_change: Callable[[], object],
    ) -> None:
        super().__init__()
        named(self, "papers-folder")
        self._voice, self._on_open = voice, on_open
        self._folder: Path | None = None
        self._where = named(ShortText("", "small", "muted"), "folder-name")
        self._open = button(voice.word(OPEN), "open-folder", "link", on_click=self._show)
        self._open.setAccessibleName(voice.word(OPEN_FOLDER))
        self._change = button("", "change-folder", "link", on_click=on_change)
        line = row(
            IconLabel("folder", "muted", 14),
            self._where,
            self._open,
            self._change,
            gap=SMALL - 2,
            margins=(LARGE, TINY, MEDIUM, TINY),
        )
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_folder(self, folder: Path | None) -> None:
        """Say which it is; none has been chosen yet for None."""
        self._folder = folder
        word = self._voice.word
        self._where.setText(_short(folder) if folder is not None else word(NO_FOLDER))
        self._change.setText(word(CHANGE if folder is not None else CHOOSE_FOLDER))
        self._change.setAccessibleName(word(CHANGE_FOLDER if folder is not None else CHOOSE_FOLDER))
        self._open.setVisible(folder is not None)

    def _show(self) -> None:
        if self._folder is not None:
            self._on_open(self._folder)


class PapersSide(Panel):
    """Scrolls by itself, and keeps the progress in sight."""

    def __init__(
        self,
        voice: Voice,
        on_open: Callable[[Path], object],
        on_change_folder: Callable[[], object],
        on_cure: Callable[[Finding], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        named(self, "papers-side")
        self._voice, self._on_open, self._on_cure = voice, on_open, on_cure
        self._shown: tuple[Remark, ...] | None = None
        self.progress = ProgressPanel(voice)
        self.folder_line = FolderLine(voice, on_open, on_change_folder)
        self._files = Lines("papers-files", voice.word(FILES), voice.word(NO_FILES))
        self._remarks = Lines("papers-remarks", voice.word(REMARKS), voice.word(NO_REMARKS))
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, MEDIUM)
        box.setSpacing(0)
        for part in (self._files, self.folder_line, self._remarks):
            box.addWidget(part)
        box.addStretch(1)
        held = QVBoxLayout()
        held.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, 0)
        held.addWidget(self.progress)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(held)
        outer.addWidget(scrolled(inside, "papers-side-area"), 1)
        self.show_files((), "")
        self.show_remarks(())

    def show_files(self, files: Sequence[FoundFile], side: str) -> None:
        """What was made, and when in the words of `side`."""
        self._files.tell(side)
        self._files.show_lines(
            [file_line(file, place, self._voice, self._on_open) for place, file in enumerate(files)]
        )

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """What should be mended, what blocks first; the same again costs nothing."""
        if tuple(remarks) == self._shown:
            return
        self._shown = tuple(remarks)
        self._remarks.tell(str(len(remarks)) if remarks else "")
        self._remarks.show_lines(
            [remark_line(each, place, self._on_cure) for place, each in enumerate(remarks)]
        )


def _short(folder: Path) -> str:
    """The last two names of a path: enough to know it, short enough to be read."""
    parts = folder.parts[-2:] if len(folder.parts) > 3 else folder.parts
    return str(Path(*parts)) if parts else str(folder)
