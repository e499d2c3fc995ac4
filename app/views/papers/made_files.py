"""Keeps the list of files at what was made of the papers on screen, also by an earlier start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.vocabulary import Audience
from app.services.papers.made import MadeFile
from app.tasks.store_threads import Ticket
from app.views.papers.remembered import PART, FoundFile, Made, key_of, recorded, still_there
from app.views.shell.workbench import Workbench


class MadeFiles:
    """Looks at the disk beside the window, since a folder may be far away."""

    def __init__(self, bench: Workbench, show: Callable[[Made | None], object]) -> None:
        self._bench, self._show = bench, show
        self._key = ""
        self._ticket: Ticket | None = None

    def show(self, meeting_id: int, audience: Audience) -> None:
        """Show what was made of these papers last, and is still there."""
        self._key = key_of(meeting_id, audience)
        self._show(None)
        self.look_again()

    def look_again(self) -> None:
        """See whether the files are still there."""
        if self._ticket is not None:
            self._ticket.drop()
            self._ticket = None
        record = self._bench.council_memory.of(PART).get(self._key)
        if isinstance(record, dict):
            self._ticket = self._bench.read(partial(still_there, record), self._show)

    def keep(self, meeting_id: int, audience: Audience, files: Sequence[MadeFile]) -> None:
        """These were made now."""
        key, at = key_of(meeting_id, audience), self._bench.clock()
        if key == self._key:
            self._show(Made(at, tuple(FoundFile(file) for file in files)))
        memory = self._bench.council_memory
        self._bench.read(lambda: recorded(files, at), partial(memory.keep, PART, key))
