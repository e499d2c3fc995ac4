"""A council that lies nowhere: the gallery's pages in the real window, to look at and to test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import UserError
from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.i18n.voice import Voice
from app.i18n.wall_clock import LOCAL
from app.services.changes import Changes, Kind, changed
from app.tasks.long_work import Work
from app.views.shell.protocols import PageEntry, ProfileChoice, UndoStep
from app.views.shell.workbench import Workbench
from app.views.widgets.corner import Saved
from app.views.widgets.page import Page

TODAY = date(2026, 11, 23)
STORED_AT = datetime(2026, 11, 23, 9, 41, tzinfo=LOCAL)


@dataclass
class GalleryCouncil:
    """Open, with three pages, and a list of what was done to it."""

    path: Path
    name: str = "Næringsrådet"
    voice: Voice = field(default_factory=Voice)
    read_only_because: str = ""
    done: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    is_closed: bool = False

    def today(self) -> date:
        """The mockups' day."""
        return TODAY

    def pages(self, bench: Workbench) -> Sequence[PageEntry]:
        """The gallery."""
        bench.show_saved(Saved("stored", STORED_AT))
        return tuple(
            PageEntry(key, title, icon, make(bench.voice)) for key, title, icon, make in PAGES
        )

    def status(self) -> str:
        """The line at the foot."""
        return "10 plasser · 23 saker i 2026"

    def counts(self) -> Mapping[str, str]:
        """What stands beside the pages' names."""
        return {"meeting": "4", "pieces": "12"}

    def undo_step(self) -> UndoStep | None:
        """The last thing done."""
        return UndoStep(self.done[-1], self._take_back) if self.done else None

    def last_backup(self) -> datetime | None:
        """Taken today, whichever day that is."""
        return datetime.now().astimezone()

    def redo_step(self) -> UndoStep | None:
        """The last thing that was taken back."""
        return UndoStep(self.undone[-1], self._do_again) if self.undone else None

    def close(self) -> None:
        """Nothing to let go of."""
        self.is_closed = True

    def _take_back(self) -> Changes:
        self.undone.append(self.done.pop())
        return changed(Kind.CASE, 1)

    def _do_again(self) -> Changes:
        self.done.append(self.undone.pop())
        return changed(Kind.CASE, 1)


class GalleryDesk:
    """Opens gallery councils; a path with `borte` in it is missing, as the user may see it."""

    def __init__(self, council: Callable[[Path], GalleryCouncil] = GalleryCouncil) -> None:
        self._council = council
        self.opened: list[GalleryCouncil] = []

    def profiles(self) -> Sequence[ProfileChoice]:
        """Two of them."""
        return (
            ProfileChoice(
                "region", "Trondheimsregionen", "Næringsråd med ti plasser, regionråd og årshjul."
            ),
            ProfileChoice("simple", "Enkelt råd", "Ett organ med leder, medlemmer og vara."),
        )

    def open(self, path: Path) -> GalleryCouncil:
        """A council at `path`."""
        if "borte" in path.name:
            raise UserError("file_missing", file=path.name)
        council = self._council(path)
        self.opened.append(council)
        return council

    def create(self, path: Path, profile: str) -> GalleryCouncil:
        """The same."""
        return self.open(path)

    def demo(self) -> Work[Path]:
        """Three steps."""
        for step in range(3):
            yield Progress(step, 3, Reason("setting_pages"))
        return Path("Trondheimsregionen.rundgang")


def _desk(voice: Voice) -> Callable[[], Page]:
    def make() -> Page:
        from tools.gallery.desk import DeskPage

        return DeskPage(voice)

    return make


def _meeting(voice: Voice) -> Callable[[], Page]:
    def make() -> Page:
        from tools.gallery.meeting import MeetingPage

        return MeetingPage(voice)

    return make


def _pieces(voice: Voice) -> Callable[[], Page]:
    def make() -> Page:
        from tools.gallery.pieces import PiecesPage

        return PiecesPage(voice)

    return make


PAGES = (
    ("desk", "Oversikt", "house", _desk),
    ("meeting", "Møter", "calendar", _meeting),
    ("pieces", "Deler", "layout-dashboard", _pieces),
)
