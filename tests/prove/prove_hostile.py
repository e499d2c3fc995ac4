"""Promises 9 and 10: what an attachment carries stays with it, and what it is does no harm."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.documents.attachments.office import find_office
from app.documents.attachments.prepare import prepare
from app.documents.content import AttachmentContent
from app.documents.jobs import FileKind, JobResult
from app.tasks.worker import Worker
from tests.helpers.content import BlobShelf, a_case, attached, papers
from tests.helpers.hostile import (
    bombs,
    damaged,
    hostile_pdf,
    samples,
    telling_docx,
    telling_jpeg,
    telling_png,
)
from tests.helpers.jobs import a_job, bytes_of, followed
from tests.helpers.pdfs import every_byte
from tests.prove.harness import Outcome, proves

SLOWEST = 1.0
"""Seconds that a bomb may take until it is refused, or found to be harmless."""
TOGETHER = 50


@proves(9, "canaries beside the words of attachments × package", count=100)
def canaries_beside_the_words(count: int, seed: int) -> Outcome:
    """Only what an attachment shows reaches the package: no author, comment, place or name."""
    makers = [hostile_pdf, telling_jpeg, telling_png]
    if find_office() is not None:
        makers.append(telling_docx)
    shelf = BlobShelf()
    canaries = [f"KANARI{seed}x{number}x" for number in range(count)]
    attachments = [
        attached(shelf, makers[at % len(makers)](canary), f"{canary}.pdf", at + 1, title="Vedlegg")
        for at, canary in enumerate(canaries)
    ]
    with Worker() as worker, tempfile.TemporaryDirectory() as name:
        result = _made(attachments, shelf, worker, Path(name))
        found = every_byte(bytes_of(result, FileKind.PACKAGE))
    breaches = [
        f"{canary} ({makers[at % len(makers)].__name__})"
        for at, canary in enumerate(canaries)
        if canary.encode() in found or canary.encode("utf-16-be") in found
    ]
    enclosed = [file.path.name for file in result.files if file.kind is FileKind.ENCLOSURE]
    breaches += [f"not merged: {name}" for name in enclosed]
    return Outcome(count, tuple(breaches))


@proves(10, "damaged attachments of every kind × package", count=1_500)
def damaged_attachments(count: int, seed: int) -> Outcome:
    """A damaged attachment becomes pages or a page that says so; no reader falls, none hangs."""
    seeds = random.Random(seed)
    sound = samples()
    breaches: list[str] = []
    with Worker(step_seconds=20.0) as worker, tempfile.TemporaryDirectory() as folder:
        for first in range(0, count, TOGETHER):
            shelf = BlobShelf()
            attachments = []
            for number in range(1, min(TOGETHER, count - first) + 1):
                name, data = seeds.choice(sound)
                attachments.append(attached(shelf, damaged(data, seeds), name, number))
            result = _made(attachments, shelf, worker, Path(folder))
            breaches += [
                f"round {first // TOGETHER}: {problem.params['file']} took its reader down"
                for problem in result.problems
                if problem.code == "attachment_crashed"
            ]
    return Outcome(count, tuple(breaches))


@proves(10, "bombs refused, or harmless, within a second", count=30)
def bombs_go_off_in_vain(count: int, seed: int) -> Outcome:
    """Each of the thirty; `seed` only decides their order."""
    every = list(bombs())
    random.Random(seed).shuffle(every)
    breaches: list[str] = []
    for name, data in every[:count]:
        shelf = BlobShelf()
        started = time.process_time()
        preparing = prepare([attached(shelf, data, name)], shelf, {})
        followed(preparing)
        took = time.process_time() - started
        if took > SLOWEST:
            breaches.append(f"{name} took {took:.1f} s")
    return Outcome(min(count, len(every)), tuple(breaches))


def _made(
    attachments: Sequence[AttachmentContent], shelf: BlobShelf, worker: Worker, folder: Path
) -> JobResult:
    content = papers([a_case(21, attachments=tuple(attachments))])
    return followed(worker.run(a_job(content, folder, overwrite=True), shelf))[0]
