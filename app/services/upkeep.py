"""The council file as a file: made, copied, fetched back and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.services.desk import Clock
from app.services.new_council import new_council
from app.store.backup import back_up
from app.store.check import Finding, check
from app.store.council_file import CouncilFile
from app.store.restore import restore


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Verbs on files that need not be open."""

    clock: Clock

    def new(self, path: Path, profile: str) -> None:
        """An empty council from a profile; `UserError` when a file is there."""
        new_council(path, profile, clock=self.clock)

    def demo(self, path: Path, years: int, today: date) -> None:
        """A council with fictitious years behind it; the same arguments give the same content."""
        # Imported late: its texts are needed here alone.
        from app.services.demo import make_demo

        make_demo(path, years=years, today=today)

    def check(self, path: Path, *, full: bool) -> tuple[Finding, ...]:
        """What is wrong with the file, its chain of approvals and its documents (R41)."""
        with CouncilFile.open(path, clock=self.clock, read_only=True) as file:
            return tuple(check(file, full=full))

    def backup(self, path: Path, out: Path, *, replace: bool = False) -> None:
        """A verified copy at `out`; one that is there is only replaced when asked."""
        with CouncilFile.open(path, clock=self.clock, read_only=True) as file:
            back_up(file, out, replace=replace)

    def restore(self, copy: Path, out: Path, *, replace: bool = False) -> Path | None:
        """The file at `out` from a verified copy; with `replace`, where the old one was put.

        Those who were erased from the file that is replaced are erased from the copy too (R52).
        """
        # Imported late: most that is done with files needs none of it.
        from app.services.privacy.erasing import erase_again, known_erasures

        known = known_erasures(out) if replace else ()
        return restore(
            copy,
            out,
            clock=self.clock,
            replace=replace,
            prepare=lambda made: erase_again(made, known, self.clock),
        )
