"""Who the council is and who sits at the desk, its languages, and where backups lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.i18n.catalogue import _
from app.services.changes import Kind
from app.services.drafts import DraftRow
from app.services.editing.done import Done
from app.services.settings import CouncilView
from app.tasks.store_threads import Ticket
from app.views.editing.autosave import Seen, Slot
from app.views.editing.batch import Store
from app.views.editing.fields import ChoiceValue, LineValue
from app.views.editing.plain_widgets import Choice
from app.views.settings.desk import Pane, SettingsDesk
from app.views.settings.form import Form, carded
from app.views.settings.values import Joined
from app.views.widgets.buttons import button
from app.views.widgets.field import Field
from app.views.widgets.file_dialog import FileDialog
from app.views.widgets.naming import named

COUNCIL_ROW = 1
OFFICER, COUNCIL = _("Saksbehandler"), _("Rådet")
OFFICER_BELOW = _("Den som sitter ved pulten. Navnet står i historikken og i dokumentene.")
NAME, TITLE, EMAIL, PHONE = _("Navn"), _("Stilling"), _("E-post"), _("Telefon")
COUNCIL_NAME, ORGANISATION = _("Rådets navn"), _("Organisasjon")
CONTACT, PLACE = _("Kontakt"), _("Sted")
CONTACT_HELP = _("Står nederst i innkallinger, for eksempel et postmottak.")
PLACE_HELP = _("Der brev er datert.")
LANGUAGES = _("Språk")
LANGUAGE, DOCUMENT_LANGUAGE = _("Språk i vinduet"), _("Språk i dokumentene")
LANGUAGE_HELP = _("Vinduet skifter språk neste gang rådsfilen åpnes.")
DOCUMENT_HELP = _("Dokumenter som er sendt, endres ikke.")
NB, EN = _("Bokmål"), _("Engelsk")
BACKUP, FOLDER = _("Sikkerhetskopi"), _("Mappe for sikkerhetskopier")
BACKUP_BELOW = _("En kontrollert kopi av rådsfilen tas når den lukkes.")
FOLDER_HELP = _(
    "Velg gjerne en mappe på en annen disk. Når feltet er tomt, brukes programmets egen mappe."
)
BACKUPS = "backups"
"""What the folder is remembered for."""
CHOOSE, CHOOSE_TITLE = _("Velg mappe …"), _("Velg mappe for sikkerhetskopier")

_PERSON = (
    (("officer_name", NAME, ""), ("officer_title", TITLE, "")),
    (("officer_email", EMAIL, ""), ("officer_phone", PHONE, "")),
)
_COUNCIL = (
    (("name", COUNCIL_NAME, ""), ("organisation", ORGANISATION, "")),
    (("contact", CONTACT, CONTACT_HELP), ("place", PLACE, PLACE_HELP)),
)
"""The lines of fields: each by its name in the file, with its label and its help."""


class CouncilForm(QObject):
    """One row of the file on three panes; every field stores itself."""

    def __init__(self, desk: SettingsDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._save = desk.autosave(Kind.COUNCIL, self)
        self._save.stale.connect(lambda: self.refresh(own=False))
        self._shown: set[str] = set()
        self._slots: set[str] = set()
        self._ticket: Ticket | None = None
        self.officer = CouncilPane(self, "officer", self._build_officer)
        self.language = CouncilPane(self, "language", self._build_language)
        self.backup = CouncilPane(self, "backup", self._build_backup)

    def refresh(self, *, own: bool) -> None:
        """Read anew."""
        if self._ticket is not None:
            self._ticket.drop()
        house = self._desk.house
        self._ticket = self._desk.bench.read(
            lambda: (house.settings.council(), house.drafts.of(Kind.COUNCIL, COUNCIL_ROW)),
            lambda found: self._show(*found, own=own),
        )

    def leave(self) -> None:
        """Store what is typed."""
        self._save.flush()

    def _show(self, view: CouncilView, drafts: tuple[DraftRow, ...], *, own: bool) -> None:
        seen = Seen(asdict(view.fields), {"row": view.version})
        if self._shown == self._slots:
            self._save.absorb(seen, own=own)
        else:
            self._shown = set(self._slots)
            self._save.open(COUNCIL_ROW, seen, drafts)

    def _build_officer(self) -> Iterator[None]:
        word = self._desk.voice.word
        person, council = Form(), Form()
        self.officer.cards.add(
            carded(word(OFFICER), "card-officer", person, below=word(OFFICER_BELOW))
        )
        self.officer.cards.add(carded(word(COUNCIL), "card-council", council))
        yield
        for form, pairs in ((person, _PERSON), (council, _COUNCIL)):
            for pair in pairs:
                form.line(
                    *(self._line(name, word(label), word(more)) for name, label, more in pair)
                )
                yield

    def _build_language(self) -> Iterator[None]:
        word = self._desk.voice.word
        form = Form()
        form.line(
            self._choice("language", word(LANGUAGE), word(LANGUAGE_HELP)),
            self._choice("document_language", word(DOCUMENT_LANGUAGE), word(DOCUMENT_HELP)),
        )
        self.language.cards.add(carded(word(LANGUAGES), "card-language", form))
        yield

    def _build_backup(self) -> Iterator[None]:
        word = self._desk.voice.word
        self._folder = named(QLineEdit(), "setting-backup_folder", word(FOLDER))
        choose = button(
            word(CHOOSE), "choose-folder", icon="folder-open", on_click=self._choose_folder
        )
        frame = Field(
            self._desk.voice,
            word(FOLDER),
            Joined("backup-folder", self._folder, choose),
            help_text=word(FOLDER_HELP),
        )
        self._add("backup_folder", LineValue(self._folder, frame))
        form = Form()
        form.line(frame)
        card = carded(word(BACKUP), "card-backup", form, below=word(BACKUP_BELOW))
        self.backup.cards.add(card)
        yield

    def _line(self, name: str, label: str, more: str) -> Field:
        word = self._desk.voice.word
        help_text = word(more) if more else ""
        line = QLineEdit()
        line.setObjectName(f"setting-{name}")
        frame = Field(self._desk.voice, word(label), line, help_text=help_text)
        self._add(name, LineValue(line, frame))
        return frame

    def _choice(self, name: str, label: str, help_text: str) -> Field:
        word = self._desk.voice.word
        choice = Choice(f"setting-{name}")
        choice.offer([("nb", word(NB)), ("en", word(EN))])
        frame = Field(self._desk.voice, label, choice, help_text=help_text)
        self._add(name, ChoiceValue(choice, frame), at_once=True)
        return frame

    def _add(self, name: str, field: LineValue | ChoiceValue, *, at_once: bool = False) -> None:
        self._slots.add(name)
        self._save.add(Slot(name, field, self._store(name), at_once=at_once))

    def _store(self, name: str) -> Store:
        """One field of the row; the others stay as the file has them."""
        settings, edit = self._desk.house.settings, self._desk.edit.settings

        def store(_row: int, value: Any, version: int) -> Done:
            fields = replace(settings.council().fields, **{name: value})
            return edit.set_council(fields, version)

        return store

    def _choose_folder(self) -> None:
        voice = self._desk.voice
        start = self._desk.bench.folders.start(BACKUPS, self._folder.text())
        dialog = FileDialog(self.backup, voice.word(CHOOSE_TITLE), str(start))
        dialog.setObjectName("folder-dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()

    def take_folder(self, folder: str) -> None:
        """As if it had been typed."""
        self._desk.bench.folders.keep(BACKUPS, Path(folder))
        self._folder.setText(folder)
        self._folder.textEdited.emit(folder)
        self._save.flush()


class CouncilPane(Pane):
    """Three of these show the one form."""

    def __init__(self, form: CouncilForm, name: str, build: Callable[[], Iterator[None]]) -> None:
        super().__init__(name)
        self._form, self._build = form, build

    def building(self) -> Iterator[None]:
        yield from self._build()

    def refresh(self, *, own: bool) -> None:
        self._form.refresh(own=own)

    def leave(self) -> None:
        self._form.leave()
