"""The files of a case: added by drop or dialog, named, ordered, exempted, opened, put away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.briefs import AttachmentView, BasisChoice, BriefView
from app.services.incoming import write_copy
from app.views.brief.attachment_list import AttachmentList
from app.views.brief.exempt_dialog import ExemptDialog
from app.views.brief.form import Form, heading_over
from app.views.brief.intake import Intake
from app.views.editing.actions import action, submenu
from app.views.editing.doing import do
from app.views.theme.metrics import SMALL, TINY
from app.views.widgets.buttons import button
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.progress_panel import ProgressPanel
from app.views.widgets.text import Text

HEADING, CHOSEN = _("Vedlegg"), _("Vedlegget som er valgt")
ADD = _("Legg ved filer")
DROP_HERE = _("Slipp filer her for å legge dem ved saken.")
NONE_YET = _("Ingen vedlegg. Dra filer hit, eller velg dem.")
OPEN, SAVE_COPY, RENAME = _("Åpne vedlegget"), _("Lagre en kopi"), _("Gi vedlegget nytt navn")
EXEMPT = _("Unntatt offentlighet …")
UP, DOWN, REMOVE = _("Flytt vedlegget opp"), _("Flytt vedlegget ned"), _("Slett vedlegget")
REMOVED = _("Vedlegget «{title}» ligger i papirkurven.")
FETCHED, PUT = "attachments", "copies"
"""What the folders are remembered for."""


class Attachments(QWidget):
    """Tells what is wanted to the services, and shows what the file holds."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        voice = form.voice
        self._folder: TemporaryDirectory[str] | None = None
        self._basis: Sequence[BasisChoice] = ()
        self.panel = ProgressPanel(voice)
        self._intake = Intake(form, self.panel, self)
        self.list = AttachmentList(voice)
        self._hint = named(Text("", ink="muted", wraps=True), "attachments-hint")
        self._hint.setProperty("kind", "drop")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add = button(
            voice.word(ADD), "add-attachment", "link", icon="paperclip", on_click=self.ask_for_files
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        box.addLayout(row(heading_over(voice.word(HEADING)), self._add, None, gap=SMALL))
        box.addWidget(self.panel)
        box.addWidget(self.list)
        box.addWidget(self._hint)
        self._make_actions()
        self._fresh = 0
        self._intake.added.connect(self._note_fresh)
        self.list.renamed.connect(self._rename)
        self.list.model_of_entries.move_wanted.connect(self._move)
        self.list.opened.connect(lambda _key: self._open())
        self.list.chosen.connect(lambda _key: self._settle_actions())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def offer(self, choices: Sequence[BasisChoice]) -> None:
        """The provisions that a file can be exempted by."""
        self._basis = choices

    def showing(self, view: BriefView) -> Iterator[None]:
        """Show the files of this case, a few at a time."""
        yield from self.list.showing(view.attachments, self._basis, is_closed=view.is_closed)
        self._add.setVisible(not view.is_closed)
        self._hint.setText(self._form.voice.word(NONE_YET))
        self.list.setVisible(bool(view.attachments))
        self._hint.setVisible(not view.attachments)
        self._settle_actions()

    def take_fresh(self) -> QRect | None:
        """Where the first of the files that just came stands in the list; told once."""
        view, fresh = self._form.shown(), self._fresh
        self._fresh = 0
        if view is None or not 0 < fresh <= len(view.attachments):
            return None
        self.list.choose(view.attachments[-fresh].id)
        return self.list.visualRect(self.list.currentIndex())

    def _note_fresh(self, case_id: int, count: int) -> None:
        view = self._form.shown()
        if view is not None and view.id == case_id:
            self._fresh = count

    def invite(self, is_over: bool) -> None:
        """Files are held over the form: say where they will go."""
        self._hint.setText(self._form.voice.word(DROP_HERE if is_over else NONE_YET))
        self._hint.setVisible(is_over or self.list.is_empty())

    def take(self, paths: Sequence[Path]) -> None:
        """Take these files in with the case on screen."""
        view = self._form.shown()
        if view is not None and paths and not view.is_closed:
            self._intake.take(view.id, paths)

    def ask_for_files(self) -> None:
        """Choose files to take in."""
        start = str(self._form.bench.folders.start(FETCHED))
        dialog = FileDialog(self, self._form.voice.word(ADD), start)
        dialog.setObjectName("choose-files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._take_chosen)
        dialog.open()

    def _take_chosen(self, names: Sequence[str]) -> None:
        paths = [Path(name) for name in names]
        self._form.bench.folders.keep(FETCHED, paths[0].parent)
        self.take(paths)

    def page_actions(self) -> Sequence[QAction]:
        """What can be done here."""
        return (self._adding, self._file_menu.menuAction())

    def _make_actions(self) -> None:
        word = self._form.voice.word
        self._adding = action(
            self,
            f"{word(ADD)} …",
            "add-attachment",
            self.ask_for_files,
            "Ctrl+Shift+A",
            icon="paperclip",
        )
        self._on_file = (
            self._local(OPEN, "open-attachment", self._open, "Ctrl+Return", "external-link"),
            self._local(SAVE_COPY, "save-attachment", self._save_copy, "", "download"),
            self._local(RENAME, "rename-attachment", self.list.edit_chosen, "F2", "pencil"),
            self._local(EXEMPT, "exempt-attachment", self._ask_exempt, "", "eye-off"),
            self._local(UP, "attachment-up", lambda: self._step(-1), "Alt+Up", "arrow-up"),
            self._local(DOWN, "attachment-down", lambda: self._step(1), "Alt+Down", "arrow-down"),
            self._local(REMOVE, "remove-attachment", self._remove, "Delete", "trash-2"),
        )
        self.list.addActions(list(self._on_file))
        self._file_menu = submenu(self, word(CHOSEN), "file", self._on_file)

    def _local(
        self, text: str, name: str, act: Callable[[], object], keys: str, icon: str
    ) -> QAction:
        words = self._form.voice.word(text)
        return action(self, words, name, act, keys, icon=icon, is_local=True)

    def _settle_actions(self) -> None:
        view, file = self._form.shown(), self._chosen()
        can_edit = view is not None and not view.is_closed
        self._adding.setEnabled(can_edit)
        self._file_menu.menuAction().setEnabled(file is not None)
        opening, saving, *changing = self._on_file
        opening.setEnabled(file is not None and bool(file.kind))
        saving.setEnabled(file is not None)
        for act in changing:
            act.setEnabled(can_edit and file is not None)

    def _show_menu(self, where: QPoint) -> None:
        index: QModelIndex = self.list.indexAt(where)
        if not index.isValid():
            return
        self.list.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setObjectName("attachment-menu")
        menu.addActions(list(self._on_file))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _chosen(self) -> AttachmentView | None:
        view = self._form.shown()
        files = view.attachments if view is not None else ()
        return next((file for file in files if file.id == self.list.key), None)

    def _rename(self, key: int, title: str) -> None:
        file = self._chosen()
        if file is not None and file.id == key and title != file.title:
            attachments, version = self._form.edit.attachments, file.version
            do(self._form.bench, lambda: attachments.rename(key, title, version))

    def _move(self, key: int, place: int) -> None:
        attachments = self._form.edit.attachments
        do(self._form.bench, lambda: attachments.move(key, place))

    def _step(self, step: int) -> None:
        if self.list.key is not None:
            here = self.list.currentIndex().row()
            self.list.model_of_entries.want_move(self.list.key, here + step)

    def _remove(self) -> None:
        file = self._chosen()
        if file is not None:
            attachments = self._form.edit.attachments
            do(
                self._form.bench,
                lambda: attachments.remove(file.id, file.version),
                said=self._form.voice.fill(REMOVED, title=file.title),
            )

    def _ask_exempt(self) -> None:
        file = self._chosen()
        if file is not None:
            ExemptDialog(self, self._form, file, self._basis).open()

    def _open(self) -> None:
        """Look at a copy; what is changed in it does not come back."""
        file = self._chosen()
        if file is None or not file.kind:
            self._save_copy()
            return
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="rundgang-")
        folder = Path(self._folder.name)
        self._write(file, folder, lambda path: QDesktopServices.openUrl(_url(path)))

    def _save_copy(self) -> None:
        file = self._chosen()
        if file is None:
            return
        start = str(self._form.bench.folders.start(PUT))
        dialog = FileDialog(self, self._form.voice.word(SAVE_COPY), start)
        dialog.setObjectName("save-attachment")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(file.file_name)
        dialog.fileSelected.connect(lambda name: self._save_as(file, Path(name)))
        dialog.open()

    def _save_as(self, file: AttachmentView, path: Path) -> None:
        self._form.bench.folders.keep(PUT, path.parent)
        self._write(file, path.parent, lambda _path: None, path.name)

    def _write(
        self,
        file: AttachmentView,
        folder: Path,
        then: Callable[[Path], object],
        name: str = "",
    ) -> None:
        read = self._form.house.edit.attachments.read

        def copy() -> Path:
            own_name, data = read(file.id)
            return write_copy(folder, name or own_name, data)

        self._form.bench.read(copy, then)


def _url(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path))
