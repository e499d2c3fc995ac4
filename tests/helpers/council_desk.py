"""A desk for the window in tests: a real council file behind the pages that a test names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.errors import UserError
from app.i18n.voice import Voice
from app.services.house import House
from app.tasks.in_process import InProcess
from app.tasks.long_work import Work
from app.views.shell.protocols import PageEntry, ProfileChoice, UndoStep
from app.views.shell.workbench import Workbench
from app.views.widgets.page import Page
from tests.helpers.council import TODAY, a_council

SOME_PAGE = "Siden"

MakePage = Callable[[Workbench, House], Page]
Arrange = Callable[[House], object]


@cache
def _arranged(arrange: Arrange) -> bytes:
    """A council as a module's function arranges it: the same for every test of a process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.rundgang"
        with a_council(path, renderer=InProcess()) as desk:
            arrange(House(desk))
        return path.read_bytes()


class CouncilOnDesk:
    """Open, with the pages of the test; documents are made in this process."""

    def __init__(
        self, path: Path, pages: Mapping[str, MakePage], arrange: Arrange, read_only: str = ""
    ) -> None:
        self.path = path
        self.voice = Voice()
        self.name = "Næringsrådet"
        self.read_only_because = read_only
        self._pages = pages
        is_same = "<locals>" not in getattr(arrange, "__qualname__", "<locals>")
        data = _arranged(arrange) if is_same else None
        self._open = a_council(path, renderer=InProcess(), data=data)
        self.house = House(self._open.__enter__())
        if not is_same:
            arrange(self.house)

    def today(self) -> date:
        """The tests' day."""
        return TODAY

    def pages(self, bench: Workbench) -> Sequence[PageEntry]:
        """Each by its key."""
        return tuple(
            PageEntry(key, SOME_PAGE, "users", partial(make, bench, self.house))
            for key, make in self._pages.items()
        )

    def status(self) -> str:
        """Nothing to say."""
        return ""

    def counts(self) -> Mapping[str, str]:
        """Nothing waits."""
        return {}

    def undo_step(self) -> UndoStep | None:
        """What the file's own history says."""
        line = self.house.history.next_undo()
        if line is None:
            return None
        return UndoStep(self.voice.say(line.what), lambda: self.house.history.undo_last().changes)

    def last_backup(self) -> datetime | None:
        """None was taken."""
        return None

    def redo_step(self) -> UndoStep | None:
        """What the file's own history says can be done again."""
        line = self.house.history.next_redo()
        if line is None:
            return None
        return UndoStep(self.voice.say(line.what), lambda: self.house.history.redo_last().changes)

    def close(self) -> None:
        """Let go of the file."""
        self._open.__exit__(None, None, None)


class CouncilDesk:
    """Opens a new council wherever it is asked to; `opened` is the last one."""

    def __init__(
        self,
        pages: Mapping[str, MakePage],
        arrange: Arrange = lambda _house: None,
        read_only: str = "",
    ) -> None:
        """`read_only` is why files open for reading only; what a page does would be stored here."""
        self._pages, self._arrange, self._read_only = pages, arrange, read_only
        self.opened: CouncilOnDesk | None = None

    def profiles(self) -> Sequence[ProfileChoice]:
        """None: tests open files."""
        return ()

    def open(self, path: Path) -> CouncilOnDesk:
        """A new council at `path`."""
        self.opened = CouncilOnDesk(path, self._pages, self._arrange, self._read_only)
        return self.opened

    def create(self, path: Path, profile: str) -> CouncilOnDesk:
        """The same."""
        return self.open(path)

    def demo(self) -> Work[Path]:
        """There is none."""
        yield from ()
        raise UserError("file_missing", file="demo")
