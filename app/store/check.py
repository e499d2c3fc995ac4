"""Looks through a council file for damage and for changes that went round the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.domain.approval_chain import verify, verify_content
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.models import (
    AgendaVersion,
    Approval,
    Attachment,
    Base,
    Body,
    Case,
    Meeting,
    MinutesVersion,
)
from app.store.council_file import CouncilFile
from app.store.faults import told_in_words
from app.store.queries.approvals import chain
from app.store.schema import expected_schema, schema_of

MOST_TOLD = 20
"""Findings of one kind; more of the same help nobody."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what to do about it."""

    what: Reason
    where: Reason
    cure: Reason


WHOLE_FILE = Reason("where_whole_file")
RESTORE = Reason("cure_restore_backup")


def check(file: CouncilFile, *, full: bool = False, anchor: str | None = None) -> list[Finding]:
    """Everything that is wrong with an open file; nothing when it is sound.

    Quick: the pages, the references, the schema and the chain of approvals. Full: every index
    entry, every value, and the bytes of every attachment against their hash. `anchor` is the hash
    of an approval kept outside the file: an older file in its place is found by it.
    """
    parts: list[Callable[[], Iterator[Finding]]] = [
        lambda: _pages(file, full),
        lambda: _references(file),
        lambda: _schema(file),
        lambda: _approvals(file, anchor),
        lambda: _issued(file),
    ]
    if full:
        parts += [lambda: _values(file), lambda: _blobs(file)]
    findings: list[Finding] = []
    for part in parts:
        try:
            findings += part()
        except (UserError, driver.Error, SQLAlchemyError, ValueError, LookupError, TypeError):
            # What cannot even be read is damage; that is what we are here to tell.
            findings.append(_damaged(WHOLE_FILE))
    return list(dict.fromkeys(findings))


def _damaged(where: Reason) -> Finding:
    return Finding(Reason("found_damage"), where, RESTORE)


def _pages(file: CouncilFile, full: bool) -> Iterator[Finding]:
    with file.raw() as connection:
        pragma = "integrity_check" if full else "quick_check"
        if connection.execute(f"PRAGMA {pragma}({MOST_TOLD})").fetchall() != [("ok",)]:
            yield _damaged(WHOLE_FILE)
        if full and file.key and connection.execute("PRAGMA cipher_integrity_check").fetchall():
            yield _damaged(WHOLE_FILE)


def _references(file: CouncilFile) -> Iterator[Finding]:
    with file.raw() as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    for table in sorted({str(row[0]) for row in broken}):
        yield Finding(Reason("found_broken_reference"), Reason("where_table", table=table), RESTORE)


def _schema(file: CouncilFile) -> Iterator[Finding]:
    with file.raw() as connection:
        found = schema_of(connection)
    expected = expected_schema()
    differing = sorted(
        name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)
    )
    for name in differing[:MOST_TOLD]:
        yield Finding(Reason("found_other_schema"), Reason("where_part", part=name), RESTORE)


def _approvals(file: CouncilFile, anchor: str | None) -> Iterator[Finding]:
    with file.examining() as session:
        links = chain(session)
        contents = [
            sha256(content.encode()).hexdigest()
            for content in session.scalars(
                select(MinutesVersion.content)
                .join(Approval, Approval.minutes_version_id == MinutesVersion.id)
                .order_by(Approval.sequence)
            )
        ]
    for reason in [*verify(links, anchor), *verify_content(links, contents)]:
        yield Finding(reason, Reason("where_approvals"), Reason("cure_compare_approved"))


def _issued(file: CouncilFile) -> Iterator[Finding]:
    """What was published or sent out, approved or not, still has the hash it was given."""
    with file.examining() as session:
        for issued in (AgendaVersion, MinutesVersion):
            query = select(issued.meeting_id, issued.content, issued.content_sha256)
            for meeting_id, content, digest in session.execute(query):
                if sha256(content.encode()).hexdigest() != digest:
                    where = _which_meeting(session, meeting_id)
                    yield Finding(
                        Reason("found_changed_issue"), where, Reason("cure_compare_approved")
                    )


def _which_meeting(session: Session, meeting_id: int) -> Reason:
    query = (
        select(Body.short_name, Meeting.held_on)
        .join(Body, Body.id == Meeting.body_id)
        .where(Meeting.id == meeting_id)
    )
    body, held_on = session.execute(query).one()
    return Reason("where_meeting", body=body, on=held_on)


def _values(file: CouncilFile) -> Iterator[Finding]:
    """Reads every row as the program would: a value that cannot be read is damage."""
    for table in Base.metadata.sorted_tables:
        columns = [column for column in table.columns if column.name != "data"]
        try:
            with file.examining() as session:
                for _ in session.execute(select(*columns)):
                    pass
        except (UserError, SQLAlchemyError, ValueError, LookupError, TypeError):
            yield _damaged(Reason("where_table", table=table.name))


def _blobs(file: CouncilFile) -> Iterator[Finding]:
    with file.raw() as connection:
        names = [row[0] for row in connection.execute("SELECT sha256 FROM blob").fetchall()]
        for name in names:
            if _is_blob_sound(connection, name):
                continue
            with file.examining() as session:
                where = _where_used(session, name)
            yield Finding(Reason("found_damaged_attachment"), where, RESTORE)


def _is_blob_sound(connection: Any, name: str) -> bool:
    try:
        size, data = connection.execute(
            "SELECT size, data FROM blob WHERE sha256 = ?", (name,)
        ).fetchone()
    except (driver.Error, TypeError):
        return False
    return len(data) == size and sha256(data).hexdigest() == name


def _where_used(session: Session, name: str) -> Reason:
    query = (
        select(Attachment.title, Case.title)
        .join(Case, Case.id == Attachment.case_id)
        .where(Attachment.sha256 == name)
        .limit(1)
    )
    row = session.execute(query).first()
    if row is None:
        return Reason("where_blob", sha256=name[:12])
    return Reason("where_attachment", attachment=row[0], case=row[1])


def is_damaged(file: CouncilFile) -> bool:
    """Whether something in a file cannot be read as it should, for an error nobody expected."""
    with told_in_words(file.path):
        return bool([*_pages(file, False), *_values(file)])
