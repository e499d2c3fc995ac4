"""The dialogs of the help menu: about the program, the keys, and what to say of our own bugs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.shell.menus import KeyGroup
from app.views.theme.metrics import HUGE, SMALL
from app.views.widgets.dialogs import CLOSE, Answer, WordsDialog
from app.views.widgets.layout import scrolled
from app.views.widgets.text import ShortText, Text

TITLE = _("Om Rundgang")
ABOUT = _(
    "Rundgang {version}\n\nMøter, saker og medlemmer i ett råd, i én fil. Alt ligger på denne "
    "maskinen; programmet sender ingenting av seg selv."
)
LICENCES = _(
    "Skriften Inter (SIL Open Font License), ikonene Lucide (ISC) og Qt (LGPL 3) følger med på "
    "sine egne vilkår."
)
KEYS = _("Hurtigtaster")
KEYS_TEXT = _("Alt+piler flytter det som er valgt i en liste. Tab går til neste felt.")
CRASH_TITLE = _("Noe gikk galt i programmet")
CRASH_TEXT = _(
    "Det du holdt på med, ble ikke fullført. Alt som er merket som lagret, ligger trygt i "
    "rådsfilen, og du kan arbeide videre. Hender det igjen, start programmet på nytt og send oss "
    "loggen; den inneholder ingenting fra rådsfilen."
)
LOGS = _("Åpne loggmappen")
CONTINUE = _("Arbeid videre")


@dataclass(frozen=True, slots=True)
class Program:
    """What the program says of itself."""

    version: str


def show_about(parent: QWidget, voice: Voice, program: Program) -> WordsDialog:
    """Name, version, where the data is, licences."""
    dialog = WordsDialog(
        parent,
        name="about",
        title=voice.word(TITLE),
        text=voice.fill(ABOUT, version=program.version),
        icon="info",
        ink="accent",
        answers=(Answer("close", voice.word(CLOSE), "primary"),),
    )
    dialog.add(Text(voice.word(LICENCES), "small", "muted", wraps=True))
    dialog.open()
    return dialog


def show_keys(parent: QWidget, voice: Voice, groups: Sequence[KeyGroup]) -> WordsDialog:
    """Every action with its keys, under the name of its menu."""
    dialog = WordsDialog(
        parent,
        name="shortcuts",
        title=voice.word(KEYS),
        text=voice.word(KEYS_TEXT),
        icon="info",
        ink="accent",
        answers=(Answer("close", voice.word(CLOSE), "primary"),),
    )
    content = QWidget()
    grid = QGridLayout(content)
    grid.setContentsMargins(0, SMALL, SMALL, 0)
    grid.setHorizontalSpacing(HUGE)
    for group in groups:
        head = Text(group.title, "strong")
        head.setContentsMargins(0, SMALL if grid.rowCount() > 1 else 0, 0, 0)
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)
        for words, keys in group.keyed:
            line = grid.rowCount()
            grid.addWidget(ShortText(words), line, 0)
            grid.addWidget(Text(keys, "medium", "muted"), line, 1)
    grid.setColumnStretch(0, 1)
    area = scrolled(content, "keys")
    area.setMinimumHeight(360)
    dialog.add(area)
    dialog.open()
    return dialog


def show_crash(
    parent: QWidget, voice: Voice, folder: Path, on_close: Callable[[], object]
) -> WordsDialog:
    """What happened, what it means for the data, what to do."""
    dialog = WordsDialog(
        parent,
        name="crash",
        title=voice.word(CRASH_TITLE),
        text=voice.word(CRASH_TEXT),
        icon="triangle-alert",
        ink="bad",
        answers=(
            Answer("logs", voice.word(LOGS)),
            Answer("continue", voice.word(CONTINUE), "primary"),
        ),
        on_answer=lambda key: open_folder(folder) if key == "logs" else None,
    )
    dialog.finished.connect(lambda: on_close())
    dialog.open()
    return dialog


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own program for that."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
