"""Several documents as one piece of work: none is begun while a file is in the way."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.files import check_target, safe_name
from app.documents.jobs import DocumentJob, JobResult, Work
from app.domain.progress import Progress
from app.services.desk import Desk


def make_all(desk: Desk, jobs: Sequence[DocumentJob]) -> Work:
    """Make the jobs one after another; `UserError` when a file of any of them is in the way."""
    for job in jobs:
        for wanted in job.formats:
            path = job.folder / safe_name(f"{job.stem}.{wanted}")
            check_target(path, overwrite=job.overwrite)
    return _make(desk, jobs)


def _make(desk: Desk, jobs: Sequence[DocumentJob]) -> Work:
    made: list[JobResult] = []
    for number, job in enumerate(jobs):
        work = desk.renderer.run(job, desk.file.blobs)
        try:
            while True:
                step = next(work)
                total = step.total * len(jobs)
                yield Progress(number * step.total + step.done, total, step.label)
        except StopIteration as finished:
            made.append(finished.value)
        finally:
            work.close()
    return JobResult(
        tuple(file for result in made for file in result.files),
        tuple(dict.fromkeys(problem for result in made for problem in result.problems)),
    )
