"""The process that shows documents: a second one, so that it can be ended while others are made."""

from __future__ import annotations

from collections.abc import Generator

from app.documents.jobs import BlobSource
from app.documents.make import Care
from app.documents.preview_room import PreviewAnswer, PreviewJob, PreviewRoom
from app.domain.progress import Progress
from app.tasks.inside import Doing
from app.tasks.worker import WarmProcess

MEMORY = 1_500_000_000
SILENT_SECONDS = 60.0
"""So long nothing may be heard from it, before there is any sign of life."""
GRACE_SECONDS = 0.2
"""So long an unwanted drawing may still take, before its process is ended."""


def preview_bench() -> Doing:
    """Shows documents, and holds the last ones open between the jobs."""
    room = PreviewRoom()

    def do(
        job: PreviewJob, blobs: BlobSource, care: Care
    ) -> Generator[Progress, None, PreviewAnswer]:
        return room.do(job, blobs)

    return do


class PreviewWorker(WarmProcess[PreviewJob, PreviewAnswer]):
    """Started when the first document is shown."""

    def __init__(self, memory: int = MEMORY) -> None:
        super().__init__(
            preview_bench,
            memory=memory,
            step_seconds=SILENT_SECONDS,
            grace_seconds=GRACE_SECONDS,
        )
