"""The list of files: as tall as its rows, each renamed where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QSizePolicy,
    QStyleOptionViewItem,
    QWidget,
)

from app.i18n.catalogue import _
from app.i18n.formats import ABSENT
from app.i18n.voice import Voice
from app.services.briefs import AttachmentView, BasisChoice
from app.views.editing.entries import EditableEntries
from app.views.theme.metrics import LARGE, TINY
from app.views.theme.tokens import Tone
from app.views.widgets.entries import ENTRY, Entry, Index
from app.views.widgets.entry_list import EntryDelegate, EntryList
from app.views.widgets.naming import named

SPOKEN = _("Vedlegg til saken")
TITLE = _("Tittel på vedlegget")
ENCLOSED = _("følger med ved siden av")
BECOMES_PDF = _("blir PDF")
EXEMPT = _("unntatt, {basis}")
LACKING = _("unntatt, mangler opplysninger")

_AT_A_TIME = 20
_BECOMES = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp", "doc", "xls", "ppt", "rtf"})


class _Delegate(EntryDelegate):
    """A line to write the title in, over the title."""

    def __init__(self, voice: Voice, owner: AttachmentList) -> None:
        super().__init__(owner)
        self._voice, self._owner = voice, owner

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return named(QLineEdit(parent), "attachment-title", self._voice.word(TITLE))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        if isinstance(editor, QLineEdit):
            editor.setText(entry.title)

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        if isinstance(editor, QLineEdit):
            self._owner.renamed.emit(entry.key, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        place: QRect = option.rect
        editor.setGeometry(place.adjusted(LARGE + 30, TINY, -LARGE, -TINY))


class AttachmentList(EntryList):
    """Never scrolls by itself: the form around it does."""

    renamed = Signal(int, str)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        self.model_of_entries = EditableEntries()
        super().__init__("attachments", voice.word(SPOKEN), self.model_of_entries, parent)
        self._voice = voice
        self._measured: tuple[int, int] | None = None
        self.setProperty("kind", "framed")
        self.setItemDelegate(_Delegate(voice, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def showing(
        self, files: Sequence[AttachmentView], basis: Sequence[BasisChoice], *, is_closed: bool
    ) -> Iterator[None]:
        """Show these files; of hundreds, the words are made a few at a time."""
        laws = {choice.id: f"{choice.act} {choice.provision}" for choice in basis}
        self.model_of_entries.allow_edits(not is_closed)
        entries = []
        for place, file in enumerate(files, 1):
            entries.append(_entry(self._voice, file, laws))
            if place % _AT_A_TIME == 0:
                yield
        self.show_entries(entries)
        self._measured = None
        self.updateGeometry()

    def is_empty(self) -> bool:
        """Whether there are no files."""
        return self.model_of_entries.total() == 0

    def edit_chosen(self) -> None:
        """Write another title for the chosen file."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def sizeHint(self) -> QSize:
        """As high as its rows, which are measured once for each width: forms ask often."""
        width = self.viewport().width()
        if self._measured is None or self._measured[0] != width:
            rows = range(self.model_of_entries.rowCount())
            self._measured = width, sum(self.sizeHintForRow(place) for place in rows)
        return QSize(240, self._measured[1] + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _entry(voice: Voice, file: AttachmentView, laws: dict[int, str]) -> Entry:
    parts = [file.file_name, voice.formats.size(file.size)]
    if not file.kind:
        parts.append(voice.word(ENCLOSED))
    elif file.kind in _BECOMES:
        parts.append(voice.word(BECOMES_PDF))
    return Entry(
        key=file.id,
        title=file.title,
        subtitle=" · ".join(parts),
        lead=str(file.number) if file.number else ABSENT,
        chip=_chip(voice, file, laws),
    )


def _chip(voice: Voice, file: AttachmentView, laws: dict[int, str]) -> tuple[str, Tone] | None:
    if not file.is_exempt:
        return None
    if file.basis_id is None or not file.neutral_title.strip():
        return voice.word(LACKING), "bad"
    return voice.fill(EXEMPT, basis=laws.get(file.basis_id, "")), "warn"
