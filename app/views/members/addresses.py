"""The addresses of a group: to copy into a message, or as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from app.i18n.catalogue import _
from app.services.exports.addresses import AddressGroup, AddressList
from app.tasks.store_threads import Ticket
from app.views.editing.form_dialog import FormDialog
from app.views.editing.plain_widgets import Choice
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button, say_why
from app.views.widgets.field import Field
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.naming import named
from app.views.widgets.text import Text

TITLE = _("Adresseliste for {body}")
ABOUT = _("Slik det er ført opp for {on:langdato}.")
GROUPS = {
    AddressGroup.ALL: _("Alle"),
    AddressGroup.MEMBERS: _("Medlemmer"),
    AddressGroup.DEPUTIES: _("Vara"),
    AddressGroup.OBSERVERS: _("Observatører"),
}
WHO, LINE = _("Hvem"), _("Adresser")
COPY, EXCEL = _("Kopier adressene"), _("Lagre som Excel …")
COPIED = _("{n:adresse|adresser} er kopiert. Lim dem inn i adressefeltet.")
LACKING = _("Uten e-postadresse: {names:liste}.")
ALL_HAVE = _("{n:adresse|adresser}.")
NOBODY = _("Ingen har en e-postadresse.")
SAVE, KIND = _("Lagre adresselisten"), _("Excel-arbeidsbøker (*.xlsx)")
FILE_NAME = _("Adresser {group} {body} {on}.xlsx")
_WIDTH, _TALL = 560, 150

Read = Callable[[AddressGroup], AddressList]


class AddressDialog(FormDialog):
    """Reads the group anew when another is chosen; `write` is told group and file."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        first: AddressList,
        read: Read,
        write: Callable[[AddressList, Path], object],
    ) -> None:
        voice = bench.voice
        word = voice.word
        super().__init__(
            parent,
            voice,
            "address-dialog",
            voice.fill(TITLE, body=first.body_name),
            text=voice.fill(ABOUT, on=first.on),
            verb=word(COPY),
            on_verb=self._copy,
            width=_WIDTH,
        )
        self._bench, self._read, self._write = bench, read, write
        self._ticket: Ticket | None = None
        self._found = first
        self._group = Choice("address-group")
        self._group.offer([(group, word(text)) for group, text in GROUPS.items()])
        self._group.show_code(first.group)
        self._group.picked.connect(lambda group: self._choose(AddressGroup(str(group))))
        self._line = named(QPlainTextEdit(), "address-line")
        self._line.setReadOnly(True)
        self._line.setTabChangesFocus(True)
        self._line.setMinimumHeight(_TALL)
        self._note = named(Text("", "small", "muted", wraps=True), "address-note")
        self._excel = button(word(EXCEL), "address-excel", on_click=self._ask_for_file)
        self.body.addWidget(Field(voice, word(WHO), self._group))
        self.body.addWidget(Field(voice, word(LINE), self._line), 1)
        self.body.addWidget(self._note)
        self.foot.insertWidget(0, self._excel)
        self._show(first)

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
        super().done(result)

    def _choose(self, group: AddressGroup) -> None:
        if self._ticket is not None:
            self._ticket.drop()
        self._ticket = self._bench.read(lambda: self._read(group), self._show)

    def _show(self, found: AddressList) -> None:
        self._found = found
        voice = self._bench.voice
        self._line.setPlainText(found.line)
        lacking = found.without_email
        parts = [voice.fill(ALL_HAVE, n=len(found.rows) - len(lacking))]
        if lacking:
            parts.append(voice.fill(LACKING, names=lacking))
        self._note.setText(" ".join(parts))
        self.say_why(None if found.line else voice.word(NOBODY))
        say_why(self._excel, None if found.rows else voice.word(NOBODY))

    def _copy(self) -> None:
        found, voice = self._found, self._bench.voice
        QGuiApplication.clipboard().setText(found.line)
        self.accept()
        count = len(found.rows) - len(found.without_email)
        self._bench.teller.say(voice.fill(COPIED, n=count))

    def _ask_for_file(self) -> None:
        found, voice = self._found, self._bench.voice
        where = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = FileDialog(
            self, voice.word(SAVE), QStandardPaths.writableLocation(where), voice.word(KIND)
        )
        dialog.setObjectName("address-file-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        group = voice.word(GROUPS[found.group]).lower()
        dialog.selectFile(
            voice.fill(FILE_NAME, group=group, body=found.body_name, on=found.on.isoformat())
        )
        dialog.fileSelected.connect(lambda name: self._save(Path(name)))
        dialog.open()

    def _save(self, out: Path) -> None:
        self.accept()
        self._write(self._found, out)
