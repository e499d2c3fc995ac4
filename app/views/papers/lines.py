"""The lines beside the papers: what should be mended and how, and the files that were made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.publishing import Finding
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.papers.made import FileKind
from app.views.papers.remembered import FoundFile
from app.views.theme.metrics import LARGE, MEDIUM, SMALL, TINY
from app.views.widgets.buttons import button, icon_button
from app.views.widgets.layout import Panel, row
from app.views.widgets.naming import named
from app.views.widgets.text import IconLabel, ShortText, Text, plain_tooltip

OPEN_FILE = _("Åpne «{file}»")
PAGES = _("{n:side|sider}")
KINDS = {
    FileKind.PAPERS: _("Sakspapirer"),
    FileKind.PACKAGE: _("Sakspapirer med vedlegg"),
}
"""What a file is; an original that lies beside the package is called by its own name."""
ORIGINAL = _("originalen av et vedlegg")
EDITED = _("endret etterpå")
FORMATS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}
_LINK_AIR = 5
_ICONS = {"pdf": "file-text", "docx": "file-type", "xlsx": "file-spreadsheet"}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to mend, in words that say how; `verb` leads to where `finding` is mended."""

    sentence: str
    blocks: bool = False
    verb: str = ""
    finding: Finding | None = None


class Lines(QWidget):
    """A heading over lines, or over a sentence that says why there are none."""

    def __init__(self, name: str, heading: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, heading)
        self._heading = named(Text(heading, "section"), f"{name}-heading")
        self._side = named(ShortText("", "small", "muted"), f"{name}-side")
        self._empty = named(Text(empty, "small", "muted", wraps=True), f"{name}-empty")
        self._empty.setContentsMargins(LARGE, 0, LARGE, SMALL)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = row(self._heading, self._side, margins=(LARGE, LARGE - 2, LARGE, SMALL - 2))
        head.setStretch(1, 1)
        box.addLayout(head)
        box.addWidget(self._empty)
        box.addLayout(self._lines)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self._lines.count()

    def tell(self, side: str) -> None:
        """Say something beside the heading."""
        self._side.setText(side)

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """These instead of the ones before."""
        while (old := self._lines.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(line)
        self._empty.setVisible(not lines)


def remark_line(remark: Remark, place: int, on_cure: Callable[[Finding], object]) -> QWidget:
    """What is wrong and how it is mended, with the way there where there is one."""
    name = f"remark-{place}"
    line = named(Panel("bottom"), name, remark.sentence)
    sign = IconLabel(
        "circle-alert" if remark.blocks else "triangle-alert", "bad" if remark.blocks else "warn"
    )
    words = named(Text(remark.sentence, wraps=True), f"{name}-words")
    right = QVBoxLayout()
    right.setSpacing(TINY)
    right.addWidget(words)
    finding = remark.finding
    if finding is not None and remark.verb:
        cure = button(remark.verb, f"{name}-cure", "link", on_click=lambda: on_cure(finding))
        # The link's own air is outside the column of the words.
        under = row(cure, None)
        under.insertSpacing(0, -_LINK_AIR)
        right.addLayout(under)
    box = QHBoxLayout(line)
    box.setContentsMargins(LARGE, SMALL + 2, LARGE, SMALL + 2)
    box.setSpacing(SMALL + 2)
    box.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    box.addLayout(right, 1)
    return line


def file_line(
    found: FoundFile, place: int, voice: Voice, on_open: Callable[[Path], object]
) -> QWidget:
    """A file that was made, with the button that opens it."""
    file = found.file
    name, ending = f"file-{place}", str(file.format)
    line = named(Panel("bottom"), name, file.path.name)
    is_original = file.kind not in KINDS
    called = file.path.name if is_original else voice.word(KINDS[file.kind])
    title = named(ShortText(called, "medium"), f"{name}-name")
    parts = [FORMATS.get(ending, ending.upper())]
    if file.pages is not None:
        parts.append(voice.fill(PAGES, n=file.pages))
    if is_original:
        parts.append(voice.word(ORIGINAL))
    if found.is_edited:
        parts.append(voice.word(EDITED))
    below = named(ShortText(" · ".join(parts), "small", "muted"), f"{name}-facts")
    line.setToolTip(plain_tooltip(str(file.path)))
    words = QVBoxLayout()
    words.setSpacing(TINY - 2)
    words.addWidget(title)
    words.addWidget(below)
    opener = icon_button(
        "external-link",
        voice.fill(OPEN_FILE, file=file.path.name),
        f"{name}-open",
        on_click=lambda: on_open(file.path),
    )
    box = QHBoxLayout(line)
    box.setContentsMargins(LARGE, SMALL, MEDIUM, SMALL)
    box.setSpacing(SMALL + 2)
    box.addWidget(IconLabel(_ICONS.get(ending, "file"), "accent"), 0, Qt.AlignmentFlag.AlignTop)
    box.addLayout(words, 1)
    box.addWidget(opener)
    return line
