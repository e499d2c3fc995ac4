"""What the window needs from whoever opens council files, wired to the real ones."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from app.bootstrap.pages import page_entries
from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.i18n.wall_clock import on_the_wall
from app.services.changes import Changes
from app.services.desk import Desk
from app.services.house import House
from app.services.overview.service import StatusFacts
from app.store.backup import BackupFolder, folder_for
from app.store.council_file import CouncilFile
from app.store.queries.council import the_council
from app.tasks.worker import Worker
from app.views.shell.protocols import PageEntry, ProfileChoice, UndoStep
from app.views.shell.workbench import Workbench

DEMO = "eksempel.rundgang"
DEMO_YEARS = 10
DEMO_TODAY = date(2026, 11, 23)


class OneCouncil:
    """One open council file with its use cases and its workers."""

    def __init__(self, file: CouncilFile, clock: Callable[[], datetime], backups: Path) -> None:
        self._file = file
        self._backups = backups
        self._clock = clock
        self._worker = Worker()
        self.house = House(Desk(file, clock, self._worker))
        self.name = self.house.overview.status().body_name
        with file.reading() as session:
            self.voice = self.house.desk.window_voice(session)
            self._fixed_today = the_council(session).fixed_today
        why = file.why_read_only
        self.read_only_because = "" if why is None else self.voice.say(why)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    def today(self) -> date:
        """The day that the file is worked on: a demo has its own, else the clock's."""
        return self._fixed_today or on_the_wall(self._clock()).date()

    def pages(self, bench: Workbench) -> Sequence[PageEntry]:
        """The pages that exist, in the order of the navigation."""
        return page_entries(self.house, bench)

    def status(self) -> str:
        """`10 plasser · 23 saker i 2026`."""
        return status_line(self.house.overview.status(), self.voice)

    def counts(self) -> Mapping[str, str]:
        """What waits behind each page."""
        found = self.house.overview.counts()
        return {"meetings": str(found.meetings), "cases": str(found.cases)}

    def undo_step(self) -> UndoStep | None:
        """What Ctrl+Z would take back."""
        line = self.house.history.next_undo()
        if line is None:
            return None
        return UndoStep(self.voice.say(line.what), self._undo)

    def last_backup(self) -> datetime | None:
        """When the newest copy of the file was taken."""
        return BackupFolder(self._backup_place(), self._clock).last_backup_at

    def redo_step(self) -> UndoStep | None:
        """What Ctrl+Y would do again."""
        line = self.house.history.next_redo()
        if line is None:
            return None
        return UndoStep(self.voice.say(line.what), self._redo)

    def close(self) -> None:
        """Let go of the file, backed up and whole."""
        self._worker.close()
        if not self._file.is_read_only:
            BackupFolder(self._backup_place(), self._clock).take(self._file, at_exit=True)
        self._file.close()

    def _backup_place(self) -> Path:
        """The folder in the settings while it can be reached, else the program's own."""
        chosen = Path(self.house.settings.council().fields.backup_folder or self._backups)
        is_there = chosen != self._backups and chosen.is_dir()
        return folder_for(chosen, self.path) if is_there else self._backups

    def _undo(self) -> Changes:
        return self.house.history.undo_last().changes

    def _redo(self) -> Changes:
        return self.house.history.redo_last().changes


class Desks:
    """Opens and makes council files for the window."""

    def __init__(self, clock: Callable[[], datetime], folder: Path) -> None:
        self._clock = clock
        self._folder = folder

    def profiles(self) -> Sequence[ProfileChoice]:
        """The profiles to choose among."""
        from app.services.profiles import list_profiles

        return [ProfileChoice(one.name, one.title, one.description) for one in list_profiles()]

    def open(self, path: Path) -> OneCouncil:
        """Open the file, for reading only when another holds it."""
        backups = folder_for(self._folder / "sikkerhetskopier", path)
        return OneCouncil(
            CouncilFile.open(path, clock=self._clock, backups=backups), self._clock, backups
        )

    def create(self, path: Path, profile: str) -> OneCouncil:
        """Make a new council there and open it."""
        from app.services.upkeep import Upkeep

        Upkeep(self._clock).new(path, profile)
        return self.open(path)

    def demo(self) -> Generator[Progress, None, Path]:
        """The demo file's place, after making it where there is none."""
        from app.services.upkeep import Upkeep

        path = self._folder / DEMO
        if not path.exists():
            yield Progress(0, 1, Reason("making_demo", years=DEMO_YEARS))
            path.parent.mkdir(parents=True, exist_ok=True)
            Upkeep(self._clock).demo(path, DEMO_YEARS, DEMO_TODAY)
        return path


def status_line(facts: StatusFacts, voice: Voice) -> str:
    """The line at the foot of the window, after the file's name."""
    seats = voice.formats.plural(facts.seats, "{n} plass", "{n} plasser")
    cases = voice.formats.plural(facts.cases_of_year, "{n} sak", "{n} saker")
    parts = [seats, voice.fill(_("{cases} i {year}"), cases=cases, year=facts.year)]
    if facts.is_fictitious:
        parts.append(voice.word(_("eksempel med oppdiktede data")))
    return " · ".join(parts)
