"""The worker process: it makes what this process would, and can be lost without losing the job."""

from __future__ import annotations

import io
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.documents.attachments import office
from app.documents.attachments.office import find_office
from app.documents.content import Papers
from app.documents.jobs import BlobSource, FileKind, Format
from app.documents.steps import CONVERTING, JOINING, READING
from app.domain.errors import UserError
from app.tasks.in_process import InProcess
from app.tasks.worker import Worker, WorkerMistake
from tests.helpers.content import BlobShelf, a_case, attached, minutes, papers
from tests.helpers.jobs import a_job, bytes_of, followed
from tests.helpers.pdfs import a_pdf, texts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


@pytest.fixture
def shelf() -> BlobShelf:
    return BlobShelf()


class Watched:
    """A blob source that does something the first time that a certain blob is asked for."""

    def __init__(self, shelf: BlobSource, sha256: str, action: Callable[[], object]) -> None:
        self._shelf = shelf
        self._sha256 = sha256
        self._action = action
        self.times = 0

    def read(self, sha256: str) -> bytes:
        if sha256 == self._sha256:
            self.times += 1
            if self.times == 1:
                self._action()
        return self._shelf.read(sha256)


def three_attachments(shelf: BlobShelf) -> Papers:
    attachments = tuple(
        attached(shelf, a_pdf(f"Innhold {number}"), f"{number}.pdf", number) for number in (1, 2, 3)
    )
    return papers([a_case(21, attachments=attachments)])


def second(content: Papers) -> str:
    return content.attachments[1].sha256


def test_worker_makes_the_same_bytes_as_this_process(
    worker: Worker, shelf: BlobShelf, tmp_path: Path
) -> None:
    content = three_attachments(shelf)
    sums = []
    for renderer in (worker, InProcess()):
        folder = tmp_path / type(renderer).__name__
        folder.mkdir()
        result, told = followed(renderer.run(a_job(content, folder), shelf))
        sums.append([(file.path.name, file.sha256, file.pages) for file in result.files])
        assert [step.done for step in told] == sorted(step.done for step in told)
        assert all(0 <= step.done < step.total for step in told)
    assert sums[0] == sums[1]


def test_worker_stays_warm_between_jobs(worker: Worker, shelf: BlobShelf, tmp_path: Path) -> None:
    followed(worker.run(a_job(minutes(), tmp_path), shelf))
    first = worker.process_id
    followed(worker.run(a_job(minutes(), tmp_path, overwrite=True), shelf))
    assert worker.process_id == first


def test_users_errors_come_through(worker: Worker, shelf: BlobShelf, tmp_path: Path) -> None:
    job = a_job(minutes(), tmp_path / "borte")
    with pytest.raises(UserError) as error:
        followed(worker.run(job, shelf))
    assert error.value.code == "output_folder_missing"


def test_our_own_mistakes_come_through_with_their_traceback(
    worker: Worker, shelf: BlobShelf, tmp_path: Path
) -> None:
    with pytest.raises(WorkerMistake, match="cannot be written as xlsx"):
        followed(worker.run(a_job(minutes(), tmp_path, (Format.XLSX,)), shelf))


def test_blob_that_is_missing_becomes_a_problem(
    worker: Worker, shelf: BlobShelf, tmp_path: Path
) -> None:
    content = three_attachments(shelf)
    del shelf.blobs[second(content)]
    result, _ = followed(worker.run(a_job(content, tmp_path), shelf))
    assert [problem.code for problem in result.problems] == ["attachment_missing"]


def test_cancelled_job_writes_nothing_and_keeps_the_worker(
    worker: Worker, shelf: BlobShelf, tmp_path: Path
) -> None:
    followed(worker.run(a_job(minutes(), tmp_path), shelf))
    first, before = worker.process_id, set(tmp_path.iterdir())
    content = three_attachments(shelf)
    work = worker.run(a_job(content, tmp_path, overwrite=True), shelf)
    next(work)
    work.close()
    assert set(tmp_path.iterdir()) == before
    assert worker.process_id == first
    followed(worker.run(a_job(minutes(), tmp_path, overwrite=True), shelf))


def test_error_while_reading_a_blob_leaves_the_worker_usable(
    worker: Worker, shelf: BlobShelf, tmp_path: Path
) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    content = three_attachments(shelf)
    with pytest.raises(ZeroDivisionError):
        followed(worker.run(a_job(content, tmp_path), Watched(shelf, second(content), fail)))
    followed(worker.run(a_job(content, tmp_path), shelf))


def test_killed_worker_goes_on_without_the_attachment_it_was_reading(
    worker: Worker, shelf: BlobShelf, tmp_path: Path
) -> None:
    content = three_attachments(shelf)
    killing = Watched(shelf, second(content), lambda: end(worker, signal.SIGKILL))
    result, _ = followed(worker.run(a_job(content, tmp_path), killing))
    pages = texts(bytes_of(result, FileKind.PACKAGE))
    assert [problem.code for problem in result.problems] == ["attachment_crashed"]
    assert "Filen lot seg ikke lese." in pages[-2]
    assert "Innhold 3" in pages[-1]
    # Once to be merged, which killed the worker, and once to be enclosed as it is.
    assert killing.times == 2


def test_worker_that_hangs_is_ended_and_goes_on_without_the_attachment(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    content = three_attachments(shelf)
    with Worker(step_seconds=1.0) as worker:
        followed(worker.run(a_job(minutes(), tmp_path), shelf))
        stopping = Watched(shelf, second(content), lambda: end(worker, signal.SIGSTOP))
        result, _ = followed(worker.run(a_job(content, tmp_path, overwrite=True), stopping))
    assert [problem.code for problem in result.problems] == ["attachment_crashed"]


def test_attachment_that_needs_too_much_memory_is_left_out(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    image = io.BytesIO()
    Image.new("RGBA", (9_000, 9_000)).save(image, "PNG")
    greedy = attached(shelf, image.getvalue(), "stor.png", 1)
    good = attached(shelf, a_pdf("God"), "god.pdf", 2)
    content = papers([a_case(21, attachments=(greedy, good))])
    with Worker(memory=400_000_000) as worker:
        result, _ = followed(worker.run(a_job(content, tmp_path), shelf))
    assert [problem.code for problem in result.problems] == ["attachment_crashed"]
    assert "God" in texts(bytes_of(result, FileKind.PACKAGE))[-1]


def test_worker_that_dies_without_an_attachment_to_blame_is_told_and_replaced(
    shelf: BlobShelf, tmp_path: Path
) -> None:
    with Worker() as worker:
        work = worker.run(a_job(minutes(), tmp_path), shelf)
        next(work)
        end(worker, signal.SIGSTOP)
        end(worker, signal.SIGKILL)
        with pytest.raises(UserError) as error:
            followed(work)
        assert error.value.code == "documents_worker_died"
        assert list(tmp_path.iterdir()) == []
        followed(worker.run(a_job(minutes(), tmp_path), shelf))


def test_worker_that_dies_while_joining_tries_again_with_care(
    worker: Worker, shelf: BlobShelf, tmp_path: Path
) -> None:
    work = worker.run(a_job(three_attachments(shelf), tmp_path), shelf)
    while next(work).label.code != JOINING:
        pass
    end(worker, signal.SIGKILL)
    result, told = followed(work)
    assert result.problems == ()
    assert [step.label.code for step in told].count(READING) >= 6


@pytest.mark.skipif(
    find_office() is None or sys.platform != "linux",
    reason="LibreOffice is not here, or no /proc to see its processes in",
)
def test_worker_killed_during_a_conversion_leaves_neither_file_nor_program(
    worker: Worker, shelf: BlobShelf, tmp_path: Path
) -> None:
    letter = attached(shelf, b"{\\rtf1 KANARI}", "brev.rtf", 1)
    work = worker.run(a_job(papers([a_case(21, attachments=(letter,))]), tmp_path), shelf)
    while next(work).label.code != CONVERTING:
        pass
    (folder,) = workshops(worker)
    group = int((folder / "group").read_text(encoding="ascii"))
    assert at_work(group)
    end(worker, signal.SIGKILL)
    result, _ = followed(work)
    assert result.problems == ()
    assert not folder.exists()
    until = time.monotonic() + 10
    while at_work(group) and time.monotonic() < until:
        time.sleep(0.02)
    assert at_work(group) == []


def at_work(group: int) -> list[int]:
    """The processes of a group that run; a killed one that nobody has collected does not."""
    running = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            line = stat.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        state, _, its_group = line.rpartition(")")[2].split()[:3]
        if int(its_group) == group and state not in "ZX":
            running.append(int(stat.parent.name))
    return running


def workshops(worker: Worker) -> list[Path]:
    """Where the worker's LibreOffice has its files, once it is running."""
    mine = f"{office.PREFIX}{worker.process_id}-*"
    return [
        path for root in office._roots() for path in root.glob(mine) if (path / "group").exists()
    ]


def test_worker_ends_when_it_is_closed(shelf: BlobShelf, tmp_path: Path) -> None:
    worker = Worker()
    followed(worker.run(a_job(minutes(), tmp_path), shelf))
    process = worker.process_id
    assert process is not None
    worker.close()
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_two_jobs_at_once_are_our_mistake(worker: Worker, shelf: BlobShelf, tmp_path: Path) -> None:
    work = worker.run(a_job(minutes(), tmp_path), shelf)
    next(work)
    with pytest.raises(RuntimeError, match="one job at a time"):
        next(worker.run(a_job(minutes(), tmp_path), shelf))
    work.close()


def end(worker: Worker, how: signal.Signals) -> None:
    assert worker.process_id is not None
    os.kill(worker.process_id, how)
