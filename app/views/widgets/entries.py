"""Two-line entries as a list keeps them: number, title, a line under it, what is at the right.

The model holds plain values; a wanted move is told, and the new order shown once it is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.views.theme.tokens import Tone

ENTRY = Qt.ItemDataRole.UserRole + 1
_MIME = "application/x-rundgang-entry"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `chip` stands at the right instead of `side` where it is given.

    `mark` is a chip under them, beside the subtitle.
    """

    key: int
    title: str
    subtitle: str = ""
    lead: str = ""
    side: str = ""
    chip: tuple[str, Tone] | None = None
    is_heading: bool = False
    mark: tuple[str, Tone] | None = None

    def spoken(self) -> str:
        """All of it, for a screen reader."""
        chip = self.chip[0] if self.chip else ""
        mark = self.mark[0] if self.mark else ""
        parts = (self.lead, self.title, self.subtitle, self.side, chip, mark)
        return ", ".join(part for part in parts if part)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether every one of `words` (in lower case) stands in it."""
        text = self.spoken().casefold()
        return all(word in text for word in words)


class EntryModel(QAbstractListModel):
    """Entries in order, some of them hidden by a search."""

    move_wanted = Signal(int, int)
    """The key of an entry, and the place among all that it is to take."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Entry] = []
        self._shown: list[Entry] = []
        self._words: list[str] = []
        self._may_move = False
        self.is_still = False
        """Whether the file can only be read: nothing is moved or written in the list."""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the ones that are there already keep their places without a flicker."""
        if list(entries) == self._all:
            return
        same_places = [entry.key for entry in entries] == [entry.key for entry in self._all]
        self._all = list(entries)
        if same_places and not self._words:
            self._shown = list(entries)
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self._sift()

    def search(self, text: str) -> None:
        """Show only entries that hold every word of `text`."""
        self._words = text.casefold().split()
        self._sift()

    def allow_moves(self, may_move: bool) -> None:
        """Whether entries can be dragged; never while a search hides some of them."""
        self._may_move = may_move

    @property
    def can_move(self) -> bool:
        """Whether an entry may be moved now."""
        return self._may_move and not self._words and not self.is_still

    def entry(self, index: Index) -> Entry:
        """The entry at `index`."""
        return self._shown[index.row()]

    def place_of(self, key: int) -> int | None:
        """The row of an entry; `None` when it is not shown."""
        return next((row for row, entry in enumerate(self._shown) if entry.key == key), None)

    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    def want_move(self, key: int, place: int) -> None:
        """Tell that an entry is to stand at `place`, when that is another than now."""
        here = self.place_of(key)
        if self.can_move and here is not None and place != here and 0 <= place < len(self._all):
            self.move_wanted.emit(key, place)

    # The default is the one of Qt, and never changed.
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken()
        return entry if role == ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.can_move:
            return flags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, QByteArray(str(self.entry(indexes[0]).key).encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """A drop between rows: tells the wanted place; nothing moves before it is stored."""
        if not data.hasFormat(_MIME):
            return False
        key = int(bytes(data.data(_MIME).data()))
        here = self.place_of(key)
        if here is None:
            return False
        target = len(self._shown) if row < 0 else row
        self.want_move(key, target - 1 if target > here else target)
        return False

    def _sift(self) -> None:
        self.beginResetModel()
        self._shown = [entry for entry in self._all if entry.holds(self._words)]
        self.endResetModel()
