"""The dialog that reads a list in, from the file to the toast with its way back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.errors import UserError
from app.domain.imports.fields import Field, Subject
from app.i18n.catalogue import _
from app.services.house import House
from app.services.imports.listing import Listing
from app.services.imports.preview import Preview
from app.services.imports.service import Stored
from app.views.editing.form_dialog import FormDialog
from app.views.members.importing.choose_step import ChooseStep
from app.views.members.importing.columns_step import ColumnsStep
from app.views.members.importing.preview_step import PreviewStep
from app.views.members.importing.steps import CHOOSE, COLUMNS, LOOK, STEPS, Working
from app.views.members.importing.template import TemplateMaker
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button
from app.views.widgets.naming import named
from app.views.widgets.stepper import Stepper
from app.views.widgets.text import Text

TITLE = _("Les inn fra Excel")
NOT_YET = _("Ingenting lagres før du har sett over radene.")
READ_ON, LOOK_OVER, BACK = _("Videre"), _("Se over radene"), _("Tilbake")
NO_FILE = _("Velg en fil.")
READING, WEIGHING, STORING = _("Leser filen"), _("Sammenligner radene"), _("Lagrer radene")
BUSY = _("Vent til dette er ferdig, eller avbryt det.")
STORE, STORE_NOTHING = _("Lagre {n:rad|rader}"), _("Lagre")
STORED_NEW = _("{new:ny rad|nye rader} er lagret.")
STORED_CHANGED = _("{changed:endret rad|endrede rader} er lagret.")
STORED_BOTH = _("{new:ny rad|nye rader} og {changed:endret rad|endrede rader} er lagret.")

Match = Mapping[Field, int]
_SIZE = QSize(940, 600)


class ImportDialog(FormDialog):
    """Nothing is stored before the last button is pressed; Escape stops ongoing work first."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        subject: Subject,
        body: str,
        body_name: str,
    ) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "import-dialog",
            voice.word(TITLE),
            text=voice.word(NOT_YET),
            verb=voice.word(READ_ON),
            on_verb=self._go_on,
            width=min(_SIZE.width(), parent.window().width() - 48),
        )
        self._bench, self._house, self._body = bench, house, body
        self._path: Path | None = None
        self._listing: Listing | None = None
        self.work = Working(bench, self)
        self.choose = ChooseStep(voice, subject, body_name)
        self.columns = ColumnsStep(voice)
        self.preview = PreviewStep(voice)
        self._stepper = Stepper(voice)
        self._problem = named(Text("", ink="bad", wraps=True), "import-problem")
        self._stack = QStackedWidget()
        self._back = button(voice.word(BACK), "import-back", on_click=self._go_back)
        self._templates = TemplateMaker(bench, house, self)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.resize(_SIZE.boundedTo(parent.window().size() - QSize(48, 72)))
        self._show_step(CHOOSE)

    @property
    def step(self) -> int:
        """Which of the steps is on screen."""
        return self._stack.currentIndex()

    def take(self, path: Path, sheet: str | None = None) -> None:
        """Read a file, and go on to its columns."""
        if self.work.is_working:
            return
        self._path = path
        imports = self._house.imports
        self._tell("")
        self.work.begin(
            self._word(READING), lambda: imports.read(path, sheet), self._read, self._fail
        )

    def reject(self) -> None:
        """The first Escape stops what is being done, the next closes."""
        if self.work.is_working:
            self.work.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Closed: nothing that comes is wanted any more."""
        self.work.leave()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped anywhere on the dialog."""
        if event.mimeData().hasUrls() and not self.work.is_working:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls() and not self.work.is_working:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    def _build(self) -> None:
        for page in (self.choose, self.columns, self.preview):
            self._stack.addWidget(page)
        self.body.addWidget(self._stepper)
        self.body.addWidget(self._problem)
        self.body.addWidget(self.work.panel)
        self.body.addWidget(self._stack, 1)
        self.foot.insertWidget(0, self._back)
        self._problem.hide()

    def _connect(self) -> None:
        self.choose.file_chosen.connect(self.take)
        self.choose.subject_chosen.connect(self._weigh_verb)
        self.choose.template_wanted.connect(lambda: self._templates.ask(self.choose.subject))
        self.columns.changed.connect(self._weigh_verb)
        self.columns.sheet_wanted.connect(self._take_sheet)
        self.preview.changed.connect(self._weigh_verb)
        self.preview.again.connect(self._read_again)
        self.work.changed.connect(self._weigh_verb)

    def _go_on(self) -> None:
        """The one main button: to the columns, to the rows, into the file."""
        if self.step == CHOOSE and self._listing is not None:
            self._show_columns(self._listing)
        elif self.step == COLUMNS:
            self._weigh()
        elif self.step == LOOK:
            self._store()

    def _go_back(self) -> None:
        self._tell("")
        self._show_step(max(self.step - 1, CHOOSE))

    def _take_sheet(self, sheet: str) -> None:
        if self._path is not None:
            self.take(self._path, sheet)

    def _read(self, listing: Listing) -> None:
        self._listing = listing
        self._show_columns(listing)

    def _read_again(self) -> None:
        """The same file with the same columns, once the user has mended it."""
        if self._path is None or self._listing is None or self.work.is_working:
            return
        path, sheet, imports = self._path, self._listing.sheet or None, self._house.imports
        match = self.columns.match

        def again(listing: Listing) -> None:
            before = self._listing
            self._listing = listing
            self._show_columns(listing, match if _is_alike(before, listing) else None)
            self._weigh()

        self.work.begin(self._word(READING), lambda: imports.read(path, sheet), again, self._fail)

    def _show_columns(self, listing: Listing, match: Match | None = None) -> None:
        subject = self.choose.subject
        try:
            columns = self._house.imports.columns(listing, subject)
        except UserError as error:
            self._fail(error)
            return
        if match is not None:
            columns = columns.matched(match)
        self.columns.show_columns(columns, subject, listing.sheets, listing.sheet)
        self._tell("")
        self._show_step(COLUMNS)

    def _weigh(self) -> None:
        listing, subject, match = self._listing, self.choose.subject, self.columns.match
        if listing is None or self.columns.missing() is not None:
            return
        imports, body = self._house.imports, self._body
        self._tell("")
        self.work.begin(
            self._word(WEIGHING),
            lambda: imports.weigh(listing, subject, match, body),
            self._weighed,
            self._fail,
        )

    def _weighed(self, preview: Preview) -> None:
        self.preview.show_preview(preview)
        self._show_step(LOOK)

    def _store(self) -> None:
        preview = self.preview.preview
        if preview is None:
            return
        imports, leave_out = self._house.imports, self.preview.leave_out.isChecked()
        self._tell("")
        self.work.begin(
            self._word(STORING),
            lambda: imports.store(preview, leave_out_wrong=leave_out),
            self._stored,
            self._fail,
        )

    def _stored(self, stored: Stored) -> None:
        bench = self._bench
        words = STORED_BOTH
        if not stored.new or not stored.changed:
            words = STORED_NEW if stored.new else STORED_CHANGED
        said = bench.voice.fill(words, new=stored.new, changed=stored.changed)
        self.accept()
        bench.hub.publish(stored.changes)
        bench.teller.say(said, bench.undo)

    def _fail(self, error: Exception) -> None:
        """What the user can mend is told here, where they can choose another file."""
        if not isinstance(error, UserError):
            self._bench.teller.fail(error)
            return
        self._tell(self._bench.voice.say(error))

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._stepper.show_steps([self._word(one) for one in STEPS], step)
        self._back.setVisible(step != CHOOSE)
        self._weigh_verb()
        starts = {
            CHOOSE: self.choose.choose,
            COLUMNS: self.columns.first(),
            LOOK: self.preview.table,
        }
        start = starts[step]
        if start is not None and self.isVisible():
            start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.enter_first(self.choose.choose)

    def _weigh_verb(self) -> None:
        """What the main button says, and whether it can be pressed."""
        if self.verb is None:
            return
        found = self.preview.preview
        count = found.to_store if found is not None else 0
        words = {
            CHOOSE: self._word(READ_ON),
            COLUMNS: self._word(LOOK_OVER),
            LOOK: self._bench.voice.fill(STORE, n=count) if count else self._word(STORE_NOTHING),
        }[self.step]
        self.verb.setText(words)
        self.verb.setAccessibleName(words)
        missing = {
            CHOOSE: None if self._listing is not None else self._word(NO_FILE),
            COLUMNS: self.columns.missing(),
            LOOK: self.preview.missing(),
        }[self.step]
        self.say_why(self._word(BUSY) if self.work.is_working else missing)
        self._stack.setEnabled(not self.work.is_working)
        self._back.setEnabled(not self.work.is_working)

    def _word(self, message: str) -> str:
        return self._bench.voice.word(message)


def _is_alike(before: Listing | None, after: Listing) -> bool:
    """Whether the file still has the headings that the user has said what are."""
    return before is not None and before.headings == after.headings
