"""Qt's own words in the window's language: Qt brings bokmål for none of its buttons and menus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.shell.qt_print_words import PRINT_WORDS

WORDS: dict[str, str] = {
    "Cancel": _("Avbryt"),
    "&Cancel": _("Avbryt"),
    "Close": _("Lukk"),
    "&Close": _("Lukk"),
    "Save": _("Lagre"),
    "&Save": _("Lagre"),
    "Open": _("Åpne"),
    "&Open": _("Åpne"),
    "&Yes": _("Ja"),
    "&No": _("Nei"),
    "Undo": _("Angre"),
    "&Undo": _("Angre"),
    "Redo": _("Gjør om"),
    "&Redo": _("Gjør om"),
    "Cu&t": _("Klipp ut"),
    "&Copy": _("Kopier"),
    "&Paste": _("Lim inn"),
    "Delete": _("Slett"),
    "&Delete": _("Slett"),
    "Select All": _("Merk alt"),
    "Copy &Link Location": _("Kopier lenkeadressen"),
    "Clear": _("Tøm"),
    "&Step up": _("Øk"),
    "Step &down": _("Minsk"),
    "&Look in:": _("Mappe:"),
    "File &name:": _("Filnavn:"),
    "Files of &type:": _("Filtype:"),
    "&Choose": _("Velg"),
    "Choose": _("Velg"),
    "Directory:": _("Mappe:"),
    "Back": _("Tilbake"),
    "Forward": _("Fram"),
    "Parent Directory": _("Mappen over"),
    "Create New Folder": _("Ny mappe"),
    "Create a New Folder": _("Lag en ny mappe"),
    "&New Folder": _("Ny mappe"),
    "New Folder": _("Ny mappe"),
    "List View": _("Liste"),
    "Detail View": _("Detaljer"),
    "Change to list view mode": _("Vis som liste"),
    "Change to detail view mode": _("Vis med detaljer"),
    "Go back": _("Gå tilbake"),
    "Go forward": _("Gå fram"),
    "Go to the parent directory": _("Gå til mappen over"),
    "Sidebar": _("Snarveier"),
    "List of places and bookmarks": _("Steder og bokmerker"),
    "Files": _("Filer"),
    "&Rename": _("Gi nytt navn"),
    "Show &hidden files": _("Vis skjulte filer"),
    "Show ": _("Vis "),
    "Recent Places": _("Siste steder"),
    "Computer": _("Datamaskinen"),
    "My Computer": _("Datamaskinen"),
    "All Files (*)": _("Alle filer (*)"),
    "All files (*)": _("Alle filer (*)"),
    "Find Directory": _("Finn mappe"),
    "Save As": _("Lagre som"),
    "Directories": _("Mapper"),
    "Remove": _("Fjern"),
    "File": _("Fil"),
    "Folder": _("Mappe"),
    "File Folder": _("Mappe"),
    "Drive": _("Stasjon"),
    "Name": _("Navn"),
    "Size": _("Størrelse"),
    "Type": _("Type"),
    "Kind": _("Type"),
    "Date Modified": _("Endret"),
    "%1 File": _("%1-fil"),
    "%1 bytes": _("%1 byte"),
    "%1 already exists.\nDo you want to replace it?": _("%1 finnes fra før.\nVil du erstatte den?"),
    "%1\nFile not found.\nPlease verify the correct file name was given.": _(
        "%1\nFinner ikke filen.\nKontroller at navnet er riktig."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": _(
        "%1\nFinner ikke mappen.\nKontroller at navnet er riktig."
    ),
    "Could not delete directory.": _("Mappen kunne ikke slettes."),
    "Are you sure you want to delete '%1'?": _("Vil du slette «%1»?"),
    "'%1' is write protected.\nDo you want to delete it anyway?": _(
        "«%1» er skrivebeskyttet.\nVil du slette den likevel?"
    ),
    "Scroll Left": _("Rull mot venstre"),
    "Scroll Right": _("Rull mot høyre"),
    "Previous Month": _("Forrige måned"),
    "Next Month": _("Neste måned"),
    # Keys, as menus show them.
    "Left": _("Venstre"),
    "Right": _("Høyre"),
    "Up": _("Opp"),
    "Down": _("Ned"),
    "PgDown": _("PgDn"),
    "Return": _("Enter"),
}
"""What Qt says in English → our msgid; `%1` is Qt's own placeholder."""


class QtWords(QTranslator):
    """Installed once; the language may change while it is."""

    def __init__(self, application: QCoreApplication, voice: Voice) -> None:
        super().__init__(application)
        self._voice = voice
        application.installTranslator(self)

    def speak(self, voice: Voice) -> None:
        """Use another language for everything that Qt makes from now on."""
        self._voice = voice

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        """Qt's own text where we have none: an empty answer would be shown as such."""
        message = WORDS.get(source_text) or PRINT_WORDS.get(source_text)
        return self._voice.word(message) if message is not None else source_text
