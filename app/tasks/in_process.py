"""The same work in this process, for tests and where no other process may be started."""

from __future__ import annotations

from app.documents.jobs import BlobSource, DocumentJob, Work
from app.documents.make import make_documents
from app.documents.tables.content import TableJob, TableWork
from app.documents.tables.reading import read_table


class InProcess:
    """Makes documents here, with neither limits nor a way to survive a crash."""

    def run(self, job: DocumentJob, blobs: BlobSource) -> Work:
        """Do `job`; closing the generator cancels it."""
        return make_documents(job, blobs)

    def read_table(self, job: TableJob) -> TableWork:
        """Read a table; closing the generator cancels it."""
        return read_table(job)
