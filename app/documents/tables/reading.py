"""One way in to tables from outside: told apart by their content, whatever they are called."""

from __future__ import annotations

from app.documents.limits import check_size
from app.documents.tables.content import TableJob, TableWork
from app.documents.tables.text import read_text_table
from app.domain.errors import UserError

_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_table(job: TableJob) -> TableWork:
    """Read a workbook or a text file; `UserError` says in words why it cannot be read."""
    check_size(len(job.data), job.file)
    if job.data.startswith(_OLD):  # Excel before 2007, and every workbook with a password
        raise UserError("table_old_or_locked", file=job.file)
    if job.data.startswith(_ZIP):
        from app.documents.tables.workbook import read_workbook

        return read_workbook(job)
    return read_text_table(job)
