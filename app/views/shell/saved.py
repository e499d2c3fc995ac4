"""What the corner says is stored: every verb that was, what is missing, and the last backup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.i18n.wall_clock import LOCAL
from app.services.changes import Changes
from app.views.widgets.corner import Saved, SavedCorner, Storing

BACKUP_TODAY, BACKUP_YESTERDAY = _("Sikkerhetskopi i dag"), _("Sikkerhetskopi i går")
BACKUP_ON = _("Sikkerhetskopi {on:kortdato}")
NO_BACKUP = _("Ingen sikkerhetskopi ennå")

_FIRST: tuple[Storing, ...] = ("failed", "storing", "stored")
"""What is said when those who tell do not agree."""


class SavedKeeper:
    """Puts together what editors and verbs tell; the worst of it is said.

    An editor tells for itself how it stands (`Saved.source`), until it has nothing open. The time
    is always that of the last thing stored, whoever stored it.
    """

    def __init__(self, corner: SavedCorner, voice: Voice, clock: Callable[[], datetime]) -> None:
        self._corner, self._voice, self._clock = corner, voice, clock
        self._told: dict[str, Saved] = {}
        self._at: datetime | None = None
        self._note = ""
        self._is_reading = False
        self._show()

    def tell(self, saved: Saved) -> None:
        """How it stands with one editor."""
        self._is_reading = self._is_reading or saved.state == "reading"
        self._note = saved.note or self._note
        if saved.state == "stored":
            self._keep(saved.at)
        if saved.state != "stored" or saved.missing:
            self._told[saved.source] = saved
        else:
            self._told.pop(saved.source, None)
        self._show()

    def hear(self, changes: Changes) -> None:
        """Something was stored: by a verb, by taking one back, or by an editor."""
        if changes.kinds:
            self._keep(self._clock())
            self._show()

    def note_backup(self, taken_at: datetime | None) -> None:
        """When the last copy of the file was taken; None when there is none."""
        self._note = backup_words(self._voice, taken_at, self._clock())
        self._show()

    def _keep(self, at: datetime | None) -> None:
        if at is not None and (self._at is None or at > self._at):
            self._at = at.astimezone(LOCAL)

    def _show(self) -> None:
        if self._is_reading:
            self._corner.tell(Saved("reading"))
            return
        states = {saved.state for saved in self._told.values()} | {"stored"}
        names = dict.fromkeys(name for saved in self._told.values() for name in saved.missing)
        first = next(state for state in _FIRST if state in states)
        note = self._note if first == "stored" else ""
        self._corner.tell(Saved(first, self._at, tuple(names), note))


def backup_words(voice: Voice, taken_at: datetime | None, now: datetime) -> str:
    """`Sikkerhetskopi i dag`, `i går`, or on which day; or that there is none."""
    if taken_at is None:
        return voice.word(NO_BACKUP)
    on, today = taken_at.astimezone(LOCAL).date(), now.astimezone(LOCAL).date()
    if on >= today:
        return voice.word(BACKUP_TODAY)
    if on == today - timedelta(days=1):
        return voice.word(BACKUP_YESTERDAY)
    return voice.fill(BACKUP_ON, on=on)
