"""What the page of members does beside its lists: letters, addresses, and a person's rights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.deputies import DeputySeat
from app.services.exports.addresses import AddressGroup, AddressList
from app.services.house import House
from app.services.letters.drafts import LetterDesk
from app.services.papers.made import JobResult
from app.services.privacy.erasing import ErasurePlan, PersonErased
from app.services.privacy.life import PersonLife
from app.tasks.long_work import Work
from app.views.editing.actions import action
from app.views.letters.dialog import Letters, LettersDialog
from app.views.letters.making import FileMaking
from app.views.members.addresses import AddressDialog
from app.views.members.erase_dialog import EraseDialog
from app.views.members.life_dialog import LifeDialog
from app.views.members.lists import Members
from app.views.members.use_dialog import UseDialog
from app.views.papers.places import RealSystem, System
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import icon_button

LETTERS, ADDRESSES = _("Lag brev …"), _("Adresseliste …")
LIFE, APPOINT = _("Vis alt om personen"), _("Lag oppnevningsbrev …")
USE = _("Vis bruk av vara")
MORE = _("Mer")
MAKING_LETTERS, LETTERS_MADE = _("Lager brev"), _("{n:brev|brev} er laget i {folder}.")
MAKING_LIST, LIST_MADE = _("Lager adresselisten"), _("{file} er laget i {folder}.")
MAKING_RECORD = _("Samler opplysningene")
RECORD_MADE = _("Opplysningene om {name} er lagret i {folder}, som PDF og JSON.")
WHICH_FOLDER = _("Velg mappe til opplysningene")
ERASED = _("Personen er slettet for godt.")
NOT_SWEPT = _(
    "Personen er slettet for godt. De siste sporene i filen forsvinner når du lukker den."
)
PURPOSE = "person-record"
LETTERS_PLACE = "letters"
"""What `members/letters` opens."""


def more_button(voice: Voice) -> QToolButton:
    """The button that `Extras.hang_on` gives its menu."""
    return icon_button("ellipsis", voice.word(MORE), "members-more")


class Extras(QObject):
    """Opens dialogs over the page; `making` has the panel that shows what is being made."""

    def __init__(
        self,
        bench: Workbench,
        house: House,
        page: QWidget,
        shown: Callable[[], Members | None],
        system: System | None = None,
    ) -> None:
        super().__init__(page)
        self._bench, self._house, self._page, self._shown = bench, house, page, shown
        self._system = system or RealSystem()
        self.making = FileMaking(bench, self)
        word = bench.voice.word
        self.actions: Sequence[QAction] = (
            action(self, word(LETTERS), "letters", self.open_letters, "Ctrl+Shift+B"),
            action(self, word(ADDRESSES), "addresses", self.open_addresses, "Ctrl+Shift+H"),
        )

    def hang_on(self, more: QToolButton) -> None:
        """Let `more` open the menu of what has no button of its own."""
        menu = QMenu(more)
        menu.setObjectName("members-menu")
        menu.addActions(list(self.actions))
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def open_letters(self, seat_id: int | None = None) -> None:
        """Choose letters to make; with a seat, the one to its holder is ticked."""
        letters = self._house.letters
        self._bench.read(
            lambda: letters.desk(seat_id=seat_id), partial(self._show_letters, seat_id)
        )

    def open_addresses(self) -> None:
        """The addresses of the body and day that are shown."""
        found = self._shown()
        if found is None:
            return
        on, body = found.roster.on, found.roster.body_code
        addresses = self._house.addresses

        def read(group: AddressGroup) -> AddressList:
            return addresses.list(group, on, body)

        def show(first: AddressList) -> None:
            AddressDialog(self._page, self._bench, first, read, self._write_addresses).open()

        self._bench.read(lambda: read(AddressGroup.ALL), show)

    def open_life(self, person_id: int) -> None:
        """Everything about one person."""
        self._bench.read(lambda: self._house.privacy.life(person_id), self._show_life)

    def open_use(self, row: DeputySeat) -> None:
        """Every time that a seat used a deputy."""
        found = self._shown()
        if found is not None:
            UseDialog(self._page, self._bench, row, found.roster.on).open()

    def _show_letters(self, seat_id: int | None, desk: LetterDesk) -> None:
        dialog = LettersDialog(
            self._page,
            self._bench,
            desk,
            self._house.letters.standard_words,
            self._system,
            self._make_letters,
        )
        wanted = [one.key for one in desk.appointments if one.seat_id == seat_id]
        if seat_id is None:
            wanted = [one.key for one in desk.requests]
        dialog.look_at(wanted)
        dialog.open()

    def _make_letters(self, letters: Letters) -> None:
        voice, service = self._bench.voice, self._house.letters

        def make(overwrite: bool) -> Work[JobResult]:
            return service.make(
                letters.wishes, letters.folder, letters.formats, overwrite=overwrite
            )

        said = voice.fill(LETTERS_MADE, n=len(letters.wishes), folder=letters.folder.name)
        self.making.begin(voice.word(MAKING_LETTERS), make, said)

    def _write_addresses(self, found: AddressList, out: Path) -> None:
        """The file dialog has asked already whether an old file may go."""
        voice, service = self._bench.voice, self._house.addresses

        def make(_overwrite: bool) -> Work[JobResult]:
            return service.make(found.group, out, on=found.on, body=found.body_code, overwrite=True)

        file = out.with_suffix(".xlsx").name
        said = voice.fill(LIST_MADE, file=file, folder=out.parent.name)
        self.making.begin(voice.word(MAKING_LIST), make, said)

    def _show_life(self, life: PersonLife) -> None:
        LifeDialog(
            self._page,
            self._bench,
            life,
            export=lambda: self._ask_where(life),
            erase=lambda: self._plan(life.id),
        ).open()

    def _ask_where(self, life: PersonLife) -> None:
        folders = self._bench.folders

        def take(folder: Path) -> None:
            folders.keep(PURPOSE, folder)
            self._hand_over(life, folder)

        title = self._bench.voice.word(WHICH_FOLDER)
        self._system.ask_for_folder(self._page, title, folders.start(PURPOSE), take)

    def _hand_over(self, life: PersonLife, folder: Path) -> None:
        voice, service = self._bench.voice, self._house.privacy

        def make(overwrite: bool) -> Work[JobResult]:
            return service.make(life.id, folder, overwrite=overwrite)

        said = voice.fill(RECORD_MADE, name=life.name, folder=folder.name)
        self.making.begin(voice.word(MAKING_RECORD), make, said)

    def _plan(self, person_id: int) -> None:
        """It is tried without keeping anything, so it waits for its turn to write."""
        privacy = self._house.privacy
        self._bench.threads.write(
            lambda: privacy.plan(person_id), self._show_plan, self._bench.teller.fail
        )

    def _show_plan(self, plan: ErasurePlan) -> None:
        if not self._bench.life.is_over:
            EraseDialog(self._page, self._bench, plan, self._erase).open()

    def _erase(self, plan: ErasurePlan) -> None:
        privacy = self._house.privacy
        self._bench.change(lambda: privacy.erase(plan.person_id, plan.version), self._erased)

    def _erased(self, result: PersonErased) -> None:
        said = ERASED if result.is_swept else NOT_SWEPT
        self._bench.teller.say(self._bench.voice.word(said))
