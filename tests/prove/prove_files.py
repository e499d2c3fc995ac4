"""Promise 8: a document on disk is whole or absent, whenever the process that writes it dies."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.tasks.worker import Worker
from tests.helpers.content import BlobShelf, a_case, attached, papers
from tests.helpers.jobs import a_job
from tests.helpers.pdfs import a_pdf
from tests.prove.harness import Outcome, proves

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 0.06
"""Seconds until the blow: several writes fit in it."""

_WRITER = """
import hashlib, itertools, os, sys
from pathlib import Path
from app.documents.files import write_whole
print("ready", flush=True)
for number in itertools.count():
    body = number.to_bytes(4, "big") * 500_000
    write_whole(Path(sys.argv[1]), hashlib.sha256(body).digest() + body, overwrite=True)
"""


@proves(8, "kill -9 while writing, over and over", count=60)
def kills_while_writing(count: int, seed: int) -> Outcome:
    """The file is always one of those that were written, never a piece of one."""
    seeds = random.Random(seed)
    breaches: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "Sakspapirer.pdf"
        for number in range(count):
            after = seeds.uniform(0.0, LONGEST)
            _kill_a_writer(path, after)
            if path.exists() and not _is_whole(path.read_bytes()):
                breaches.append(f"kill {number} after {after * 1000:.0f} ms left a broken file")
    return Outcome(count, tuple(breaches))


@proves(8, "kill -9 of the worker in the middle of a job", count=20)
def kills_of_the_worker(count: int, seed: int) -> Outcome:
    """Whatever it was doing: the files are all there and whole, or none of that name is."""
    seeds = random.Random(seed)
    breaches: list[str] = []
    shelf = BlobShelf()
    attachments = tuple(attached(shelf, a_pdf("x"), f"{n}.pdf", n) for n in range(1, 6))
    content = papers([a_case(21, attachments=attachments)])
    with Worker() as worker, tempfile.TemporaryDirectory() as name:
        for number in range(count):
            folder = Path(name) / str(number)
            folder.mkdir()
            work = worker.run(a_job(content, folder), shelf)
            for _ in range(seeds.randint(1, 9)):
                next(work)
            time.sleep(seeds.uniform(0.0, 0.02))
            if worker.process_id is not None:
                os.kill(worker.process_id, signal.SIGKILL)
            work.close()
            broken = [path for path in folder.glob("*.pdf") if b"%%EOF" not in _end(path)]
            breaches += [f"kill {number} left {path.name} broken" for path in broken]
    return Outcome(count, tuple(breaches))


def _kill_a_writer(path: Path, after: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(after)
        writer.kill()


def _is_whole(data: bytes) -> bool:
    return hashlib.sha256(data[32:]).digest() == data[:32]


def _end(path: Path) -> bytes:
    return path.read_bytes()[-64:]
