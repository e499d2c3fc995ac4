"""Takes files in with a case, one after the other: asked about when many, told when refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.i18n.catalogue import _
from app.i18n.voice import Said
from app.services.changes import Changes, Kind
from app.services.editing.done import Done
from app.services.incoming import IncomingFile, Survey, read_incoming, survey
from app.views.brief.form import Form
from app.views.editing.doing import do
from app.views.widgets.dialogs import Answer, WordsDialog
from app.views.widgets.progress_panel import ProgressPanel

MANY = 20
"""More files than this are asked about first."""
MOST_TOLD = 6

ADDING = _("Legger ved filer")
ADDED = _("{n:fil er lagt ved|filer er lagt ved}.")
ASK_TITLE = _("Legge ved {n:fil|filer}?")
ASK_FOLDERS = _("Filene ligger i {folders:liste}. Mapper inne i dem blir ikke med.")
ASK_MANY = _("Hver fil blir et vedlegg til saken. Til sammen er de på {size:størrelse}.")
EMPTY_FOLDER = _("Det er ingen filer å legge ved i {folders:liste}. Saken er som før.")
YES, CLOSE = _("Legg ved {n:fil|filer}"), _("Lukk")
NOT_ADDED = _("Noe ble ikke lagt ved")
ADD_TITLE = _("Legge ved filer")
AND_MORE = _("… og {n:fil til|filer til}.")


@dataclass(slots=True)
class _Round:
    """One drop: what is left, and what came of the rest."""

    case_id: int
    left: list[IncomingFile]
    total: int
    refused: list[UserError]
    odd: list[Reason] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)
    is_stopped: bool = False


class Intake(QObject):
    """One round at a time; a second drop waits for the first."""

    added = Signal(int, int)
    """The case, and how many files it got; before they are shown."""

    def __init__(self, form: Form, panel: ProgressPanel, window: QWidget) -> None:
        super().__init__(window)
        self._form, self._panel, self._window = form, panel, window
        self._waiting: list[_Round] = []
        self._round: _Round | None = None
        panel.cancelled.connect(self._stop)

    def take(self, case_id: int, paths: Sequence[Path]) -> None:
        """Look at what is offered, and ask where it is much."""
        council = self._form.house.desk.file.path
        self._form.bench.read(
            lambda: survey(paths, council), lambda found: self._consider(case_id, found)
        )

    def _consider(self, case_id: int, found: Survey) -> None:
        wanted = _Round(case_id, list(found.files), len(found.files), list(found.refused))
        if not found.files and found.folders and not found.refused:
            self._tell(ADD_TITLE, self._say(EMPTY_FOLDER, folders=_names(found)))
        elif found.folders or len(found.files) > MANY:
            self._ask(wanted, found)
        else:
            self._begin(wanted)

    def _ask(self, wanted: _Round, found: Survey) -> None:
        said = [self._say(ASK_MANY, size=found.size)]
        if found.folders:
            said.insert(0, self._say(ASK_FOLDERS, folders=_names(found)))
        self._form.bench.teller.ask(
            self._say(ASK_TITLE, n=len(found.files)),
            " ".join(said),
            Answer("add-files", self._say(YES, n=len(found.files)), "primary"),
            lambda: self._begin(wanted),
        )

    def _begin(self, wanted: _Round) -> None:
        if self._round is not None:
            self._waiting.append(wanted)
            return
        self._round = wanted
        if wanted.total > 1:
            self._panel.begin(self._form.voice.word(ADDING))
        self._next()

    def _next(self) -> None:
        now = self._round
        if now is None:
            return
        if now.is_stopped or not now.left:
            self._end(now)
            return
        file = now.left.pop(0)
        done = now.total - len(now.left) - 1
        self._panel.show_progress(
            Progress(done, now.total, Reason("adding_attachment", file=file.name))
        )
        attachments = self._form.edit.attachments
        self._form.bench.threads.write(
            lambda: attachments.add(now.case_id, file.name, read_incoming(file)),
            self._added,
            self._refused,
        )

    def _added(self, done: Done) -> None:
        now = self._round
        if now is not None:
            now.odd.extend(done.warnings)
            if done.entry is not None:
                now.entries.append(done.entry)
        self._next()

    def _refused(self, error: Exception) -> None:
        now = self._round
        if isinstance(error, UserError) and now is not None:
            now.refused.append(error)
        else:
            self._form.bench.teller.fail(error)
        self._next()

    def _stop(self) -> None:
        if self._round is not None:
            self._round.is_stopped = True

    def _end(self, now: _Round) -> None:
        self._panel.end()
        self._round = None
        self.added.emit(now.case_id, len(now.entries))
        self._form.bench.hub.publish(Changes(frozenset({Kind.CASE, Kind.MEETING})))
        if now.entries:
            self._form.bench.teller.say(
                self._say(ADDED, n=len(now.entries)), lambda: self._take_back(now)
            )
        if now.refused or now.odd:
            wrong: list[Said] = [*now.refused, *now.odd]
            said = [self._form.voice.say(each) for each in wrong]
            told = said[:MOST_TOLD]
            if len(said) > MOST_TOLD:
                told.append(self._say(AND_MORE, n=len(said) - MOST_TOLD))
            self._tell(NOT_ADDED if now.refused else ADD_TITLE, "\n\n".join(told))
        if self._waiting:
            self._begin(self._waiting.pop(0))

    def _take_back(self, now: _Round) -> None:
        """Take the whole round back, the last one first."""
        history = self._form.house.history
        entries = list(reversed(now.entries))

        def undo_all() -> Changes:
            for entry in entries:
                history.undo(entry)
            return Changes(frozenset({Kind.CASE, Kind.MEETING}))

        do(self._form.bench, undo_all)

    def _say(self, message: str, **facts: object) -> str:
        return self._form.voice.fill(message, **facts)

    def _tell(self, title: str, text: str) -> None:
        voice = self._form.voice
        WordsDialog(
            self._window,
            name="intake-told",
            title=voice.word(title),
            text=text,
            icon="circle-alert",
            ink="warn",
            answers=(Answer("close", voice.word(CLOSE), "primary"),),
        ).open()


def _names(found: Survey) -> list[str]:
    return [f"«{folder.name}»" for folder in found.folders]
