"""Making the files: where to, how far it has come, and what to ask when some are there already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import UserError
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.services.papers.made import Format, JobResult
from app.tasks.long_work import Handle, Work
from app.views.papers.places import System
from app.views.shell.workbench import Workbench
from app.views.widgets.dialogs import Answer
from app.views.widgets.progress_panel import ProgressPanel

TITLES = {
    Audience.MEMBERS: _("Lager sakspapirene til medlemmene"),
    Audience.OBSERVERS: _("Lager sakspapirene til observatørene"),
    Audience.PUBLIC: _("Lager den offentlige utgaven"),
}
MADE = {
    Audience.MEMBERS: _("Sakspapirene til medlemmene er laget."),
    Audience.OBSERVERS: _("Sakspapirene til observatørene er laget."),
    Audience.PUBLIC: _("Den offentlige utgaven er laget."),
}
STOPPED = _("Avbrutt. Ingen filer er skrevet.")
THERE_ALREADY = _("Filene finnes fra før")
REPLACE = _("Erstatt filene")
WHICH_FOLDER = _("Velg mappe til sakspapirene")
PURPOSE = "papers"

MakePapers = Callable[..., Work[JobResult]]
"""`PapersService.make`."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made, of which meeting and for whom."""

    meeting_id: int
    audience: Audience
    formats: tuple[Format, ...]
    folder: Path
    overwrite: bool = False


class Making(QObject):
    """One job at a time; the papers that are made are always what was published, if they were."""

    busy_changed = Signal(bool)
    made = Signal(object, object)
    """Carries the wish and what came of it."""
    folder_changed = Signal(object)

    def __init__(
        self,
        bench: Workbench,
        make: MakePapers,
        system: System,
        panel: ProgressPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bench, self._make, self._system, self._panel = bench, make, system, panel
        self._handle: Handle | None = None
        panel.cancelled.connect(self._cancel)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._handle is not None

    @property
    def folder(self) -> Path | None:
        """Where files were put last."""
        return self._bench.folders.kept(PURPOSE)

    def begin(self, meeting_id: int, audience: Audience, formats: tuple[Format, ...]) -> None:
        """Make the files, in the folder of the last time or one that is asked for."""
        folder = self.folder
        if folder is None:
            self.ask_for_folder(
                lambda chosen: self._run(Wish(meeting_id, audience, formats, chosen))
            )
        else:
            self._run(Wish(meeting_id, audience, formats, folder))

    def ask_for_folder(self, then: Callable[[Path], object] = lambda _folder: None) -> None:
        """Let the user choose where, and remember it."""

        def take(folder: Path) -> None:
            self._bench.folders.keep(PURPOSE, folder)
            self.folder_changed.emit(folder)
            then(folder)

        title = self._bench.voice.word(WHICH_FOLDER)
        self._system.ask_for_folder(self._panel, title, self._bench.folders.start(PURPOSE), take)

    def _run(self, wish: Wish) -> None:
        if self._handle is not None:
            return
        self._panel.begin(self._bench.voice.word(TITLES[wish.audience]))
        self._handle = self._bench.long_work.begin(
            partial(
                self._make,
                wish.meeting_id,
                wish.audience,
                wish.folder,
                wish.formats,
                overwrite=wish.overwrite,
            ),
            progressed=self._panel.show_progress,
            done=partial(self._done, wish),
            failed=partial(self._failed, wish),
            cancelled=self._cancelled,
        )
        self.busy_changed.emit(True)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _end(self) -> None:
        self._handle = None
        self._panel.end()
        self.busy_changed.emit(False)

    def _done(self, wish: Wish, result: JobResult) -> None:
        self._end()
        self._bench.teller.say(self._bench.voice.word(MADE[wish.audience]))
        self.made.emit(wish, result)

    def _cancelled(self) -> None:
        self._end()
        self._bench.teller.say(self._bench.voice.word(STOPPED))

    def _failed(self, wish: Wish, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError) and error.code == "output_exists":
            voice = self._bench.voice
            self._bench.teller.ask(
                voice.word(THERE_ALREADY),
                voice.say(error),
                Answer("replace", voice.word(REPLACE), "danger"),
                lambda: self._run(replace(wish, overwrite=True)),
            )
            return
        self._bench.teller.fail(error)
