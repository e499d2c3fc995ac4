"""What was typed on its way into the file: each field's value through its verb, or as a draft.

Runs on the writing thread, in the order in which batches are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.errors import UserError
from app.services.changes import Kind
from app.services.drafts import DraftService
from app.services.editing.done import Done

Store = Callable[[int, Any, int], Done]
"""Stores a value: the subject's id, the value, and the version of the row that was seen."""

STALE = "stale_version"


@dataclass(slots=True)
class Subject:
    """What is being edited, and the newest known version of each of its rows.

    Its drafts are kept under `draft_id`, each field's name with `suffix`; `drafted` are the fields
    that have one.
    """

    kind: Kind
    id: int
    versions: dict[str, int]
    draft_id: int
    suffix: str = ""
    drafted: set[str] = field(default_factory=set)

    def raise_versions(self, versions: dict[str, int], *, is_writing: bool) -> None:
        """Take over versions that were read: a row's only ever grows, until the row is undone.

        While something of ours `is_writing`, a row that was not there yet may be there by now.
        """
        for group, version in versions.items():
            if version or is_writing:
                version = max(version, self.versions.get(group, version))
            self.versions[group] = version


@dataclass(frozen=True, slots=True)
class Job:
    """One field as it stood; `store` is None where it could not be read as a value."""

    key: str
    group: str
    edits: int
    text: str
    value: Any
    store: Store | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: stored, or kept as a draft, or (`error` of `is_lost`) not kept."""

    job: Job
    done: Done | None = None
    error: UserError | None = None
    is_lost: bool = False

    @property
    def is_stale(self) -> bool:
        """Whether the row has changed since it was seen."""
        return self.error is not None and self.error.code == STALE


@dataclass(frozen=True, slots=True)
class Batch:
    """Fields of one subject that are stored together."""

    subject: Subject
    jobs: Sequence[Job]
    drafts: DraftService

    def run(self) -> list[Outcome]:
        """Store each; what is refused stays as a draft, so that nothing typed is lost."""
        return [self._stored(job) for job in self.jobs]

    def _stored(self, job: Job) -> Outcome:
        if job.store is None:
            return self._kept(job, None)
        try:
            version = self.subject.versions.get(job.group, 0)
            done = job.store(self.subject.id, job.value, version)
            self._forget_draft(job.key)
        except UserError as error:
            return self._kept(job, error)
        self.subject.versions[job.group] = done.version
        return Outcome(job, done)

    def _kept(self, job: Job, why: UserError | None) -> Outcome:
        subject = self.subject
        version = subject.versions.get(job.group, 0)
        name = job.key + subject.suffix
        try:
            self.drafts.save(subject.kind, subject.draft_id, name, job.text, version)
        except UserError as error:
            return Outcome(job, error=why or error, is_lost=True)
        subject.drafted.add(job.key)
        return Outcome(job, error=why)

    def _forget_draft(self, key: str) -> None:
        subject = self.subject
        if key in subject.drafted:
            self.drafts.clear(subject.kind, subject.draft_id, key + subject.suffix)
            subject.drafted.discard(key)
