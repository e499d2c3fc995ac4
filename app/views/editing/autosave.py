"""Stores an editor's fields while they are typed in: nothing to save, nothing to lose.

A field goes through its verb within half a second of a pause and every three seconds while one
goes on typing; what is no value yet, or is refused, is kept as a draft (reliability, promise 3).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.i18n.sentences import sentences
from app.i18n.wall_clock import on_the_wall
from app.services.changes import Changes, Kind
from app.services.drafts import DraftRow, DraftService
from app.services.editing.done import Done
from app.views.editing.batch import Batch, Job, Outcome, Store, Subject
from app.views.editing.fields import EditedField
from app.views.shell.workbench import Workbench
from app.views.widgets.corner import Saved

PAUSE = 400
LONGEST = 3_000
RETRY = 2_000
"""Milliseconds: after the last key, while typing goes on, and while a file is away or full."""


@dataclass(slots=True)
class Slot:
    """One field with its verb; `group` names the row whose version goes with it."""

    key: str
    field: EditedField
    store: Store
    group: str = "row"
    at_once: bool = False
    stored: Any = None
    edits: int = 0
    handed_in: int = 0
    kept: int = 0
    is_draft: bool = False
    is_clashing: bool = False

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that has not come back as stored."""
        return self.edits != self.kept

    def settle(self) -> None:
        """What stands there is what the file holds."""
        self.kept = self.handed_in = self.edits
        self.is_draft = self.is_clashing = False


@dataclass(frozen=True, slots=True)
class Seen:
    """An editor's fields as read from the file: values by key, versions by group."""

    values: Mapping[str, Any]
    versions: dict[str, int]


class AutoSave(QObject):
    """One for each editor; it is told what was read, and tells when to read again."""

    stale = Signal()
    """The file holds something newer: read again, and call `absorb`."""
    clashed = Signal(str)
    """The key of a field that was changed elsewhere while it was typed in."""
    stored = Signal(object)
    """The `Done` of a verb; what it changed has been told to everyone."""

    def __init__(
        self,
        bench: Workbench,
        drafts: DraftService,
        kind: Kind,
        origin: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bench, self._drafts, self._kind = bench, drafts, kind
        self._origin = origin
        self._slots: dict[str, Slot] = {}
        self._subject: Subject | None = None
        self._has_failed = False
        self._on_their_way = 0
        self._last_stored: datetime.datetime | None = None
        self._lacking: tuple[str, ...] = ()
        self._pause = self._timer(PAUSE, self._hand_in)
        self._longest = self._timer(LONGEST, self.flush)
        self._retry = self._timer(RETRY, self._hand_in)

    @property
    def subject_id(self) -> int | None:
        """What is being edited."""
        return None if self._subject is None else self._subject.id

    def add(self, slot: Slot) -> None:
        """Store one more field."""
        self._slots[slot.key] = slot
        slot.field.edited.connect(lambda: self._edited(slot))
        slot.field.left.connect(lambda: self._left(slot))

    def remove(self, key: str) -> None:
        """Forget a field whose widget goes; what was typed in it is handed in first."""
        self.flush()
        self._slots.pop(key, None)

    def open(
        self,
        subject_id: int,
        seen: Seen,
        drafts: Iterable[DraftRow] = (),
        *,
        draft_id: int | None = None,
        suffix: str = "",
    ) -> None:
        """Show another subject; what was typed in the one before is handed in.

        Where the subject is a part of something, drafts are that one's: `draft_id`, with `suffix`
        after each field's name.
        """
        for _ in self.opening(subject_id, seen, drafts, draft_id=draft_id, suffix=suffix):
            pass

    def opening(
        self,
        subject_id: int,
        seen: Seen,
        drafts: Iterable[DraftRow] = (),
        *,
        draft_id: int | None = None,
        suffix: str = "",
    ) -> Iterator[None]:
        """The same one field at a time; nothing is stored before all fields are shown."""
        self.close()
        for slot in self._slots.values():
            slot.settle()
            slot.field.tell("")
            slot.stored = seen.values.get(slot.key)
            slot.field.open(slot.stored)
            yield
        for slot in self._slots.values():
            slot.settle()
        self._subject = Subject(
            self._kind,
            subject_id,
            dict(seen.versions),
            subject_id if draft_id is None else draft_id,
            suffix,
        )
        for draft in drafts:
            self._take_up(draft)
        self._tell_corner()

    def close(self) -> None:
        """Hand in what was typed, and have nothing open."""
        self.flush()
        self._subject, self._has_failed, self._lacking = None, False, ()
        self._tell_corner()

    def lack(self, names: tuple[str, ...]) -> None:
        """What the stored subject itself lacks before it can be used, by the fields' names."""
        if names != self._lacking:
            self._lacking = names
            self._tell_corner()

    def absorb(self, seen: Seen, *, own: bool) -> None:
        """Show what was read again, but never in a field that is being typed in.

        After an `own` change the field with the keyboard stays as it stands, too.
        """
        if self._subject is None:
            return
        self._subject.raise_versions(seen.versions, is_writing=self._on_their_way > 0)
        for slot in self._slots.values():
            latest = seen.values.get(slot.key)
            is_new, slot.stored = latest != slot.stored, latest
            if not slot.is_dirty:
                if not (own and slot.field.is_busy()):
                    slot.field.show(latest)
            elif not own and is_new and latest != _would_be(slot):
                slot.is_clashing = True
                self.clashed.emit(slot.key)
            elif not own:
                slot.handed_in = slot.kept
        self._hand_in()
        self._tell_corner()

    def keep_mine(self, key: str) -> None:
        """Of two that clash, store what was typed here."""
        slot = self._slots[key]
        slot.is_clashing = False
        slot.edits += 1
        self.flush()

    def take_theirs(self, key: str) -> None:
        """Of two that clash, show what the file holds."""
        slot, subject = self._slots[key], self._subject
        slot.settle()
        slot.field.tell("")
        slot.field.show(slot.stored)
        if subject is not None:
            subject.drafted.discard(key)
            name = key + subject.suffix
            self._bench.threads.write(
                lambda: self._drafts.clear(subject.kind, subject.draft_id, name),
                lambda _nothing: self._tell_corner(),
                self._bench.teller.fail,
            )

    def name_of(self, key: str) -> str:
        """What a field is called on screen."""
        return self._slots[key].field.widget.accessibleName()

    def lock(self, is_locked: bool) -> None:
        """Let all fields only be read."""
        for slot in self._slots.values():
            slot.field.lock(is_locked)

    def flush(self) -> None:
        """Hand in at once what was typed, however long it takes to read it."""
        self._pause.stop()
        self._longest.stop()
        for slot in self._slots.values():
            if slot.edits != slot.handed_in:
                slot.field.settle()
        self._hand_in()

    def _timer(self, interval: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(act)
        return timer

    def _edited(self, slot: Slot) -> None:
        if self._subject is None:
            return
        slot.edits += 1
        self._tell_corner()
        if slot.at_once:
            self.flush()
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _left(self, slot: Slot) -> None:
        """Store at once; what is stored already is shown as the file has it."""
        self._hand_in()
        if self._subject is not None and not slot.is_dirty and not slot.is_draft:
            slot.field.show(slot.stored)

    def _hand_in(self) -> None:
        """Hand in what is settled; the rest a moment later."""
        subject = self._subject
        if subject is None:
            return
        jobs = []
        for slot in self._slots.values():
            if slot.edits == slot.handed_in or slot.is_clashing:
                continue
            if slot.field.is_settled():
                slot.handed_in = slot.edits
                jobs.append(_job(slot))
            else:
                self._pause.start()
        if jobs:
            batch = Batch(subject, jobs, self._drafts)
            self._on_their_way += 1
            self._bench.threads.write(
                batch.run,
                lambda outcomes: self._came_back(subject, outcomes),
                lambda error: self._broke(subject, jobs, error),
            )

    def _came_back(self, subject: Subject, outcomes: list[Outcome]) -> None:
        self._on_their_way -= 1
        if self._bench.life.is_over:
            return
        done = [outcome.done for outcome in outcomes if outcome.done is not None]
        if not all(outcome.is_lost for outcome in outcomes):
            self._last_stored = on_the_wall(self._bench.clock())
        if subject is not self._subject:
            self._tell_late(outcomes)
        else:
            self._has_failed = any(outcome.is_lost for outcome in outcomes)
            for outcome in outcomes:
                self._settle(outcome)
        self._tell_corner()
        self._publish(done)
        if subject is self._subject and any(outcome.is_stale for outcome in outcomes):
            self.stale.emit()
        if self._has_failed:
            self._retry.start()

    def _settle(self, outcome: Outcome) -> None:
        slot = self._slots.get(outcome.job.key)
        if slot is None:
            return
        if outcome.is_lost:
            slot.handed_in = slot.kept
        elif not outcome.is_stale:
            slot.kept = outcome.job.edits
        slot.is_draft = outcome.done is None
        said = "" if outcome.error is None or outcome.is_stale else self._said(outcome)
        slot.field.tell(said)

    def _broke(self, subject: Subject, jobs: list[Job], error: Exception) -> None:
        """A mistake of ours: it is told, what was typed stays, and the next key tries again."""
        self._on_their_way -= 1
        if not self._bench.life.is_over and subject is self._subject:
            self._has_failed = True
            for job in jobs:
                slot = self._slots.get(job.key)
                if slot is not None:
                    slot.handed_in = slot.kept
            self._tell_corner()
        self._bench.teller.fail(error)

    def _publish(self, done: list[Done]) -> None:
        kinds = frozenset[Kind]().union(*(each.changes.kinds for each in done))
        ids = frozenset[int]().union(*(each.changes.ids for each in done))
        if kinds:
            self._bench.hub.publish(Changes(kinds, ids, self._origin))
        for each in done:
            self.stored.emit(each)

    def _tell_late(self, outcomes: list[Outcome]) -> None:
        """The user has gone on to something else: what was refused is said in passing."""
        for outcome in outcomes:
            if outcome.error is not None:
                self._bench.teller.say(self._said(outcome))

    def _said(self, outcome: Outcome) -> str:
        assert outcome.error is not None
        return self._bench.voice.say(outcome.error)

    def _take_up(self, draft: DraftRow) -> None:
        """Go on with what was typed before and could not be stored."""
        subject = self._subject
        if subject is None or not draft.field.endswith(subject.suffix):
            return
        slot = self._slots.get(draft.field.removesuffix(subject.suffix))
        if slot is None:
            return
        subject.drafted.add(slot.key)
        slot.field.show_draft(draft.text)
        slot.is_draft = True
        slot.edits += 1
        if draft.base_version == subject.versions.get(slot.group, 0):
            self._hand_in()
        else:
            slot.is_clashing = True
            self.clashed.emit(slot.key)

    def _tell_corner(self) -> None:
        self._bench.show_saved(self._saved())

    def _saved(self) -> Saved:
        source = f"{self._origin} {id(self)}"
        slots = self._slots.values() if self._subject is not None else ()
        if self._has_failed:
            return Saved("failed", source=source)
        is_open = any(slot.is_dirty and not slot.is_clashing for slot in slots)
        if is_open or (self._subject is None and self._on_their_way):
            return Saved("storing", source=source)
        missing = [self._called(slot) for slot in slots if slot.is_draft or slot.is_clashing]
        names = tuple(dict.fromkeys((*missing, *self._lacking)))
        return Saved("stored", self._last_stored, names, source=source)

    def _called(self, slot: Slot) -> str:
        """What a field is called in running text."""
        message = sentences().get(f"field_{slot.key}")
        if message is not None:
            return self._bench.voice.word(message)
        name = self.name_of(slot.key)
        return name[:1].lower() + name[1:]


def _would_be(slot: Slot) -> Any:
    return slot.field.value() if slot.field.is_ready() else None


def _job(slot: Slot) -> Job:
    is_ready = slot.field.is_ready()
    return Job(
        key=slot.key,
        group=slot.group,
        edits=slot.edits,
        text=slot.field.text(),
        value=slot.field.value() if is_ready else None,
        store=slot.store if is_ready else None,
    )
