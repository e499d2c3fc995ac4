"""Version 2: the log and the drafts, the real start and end of meetings, and what is locked."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Text

_DRAFT = """
CREATE TABLE draft (
    id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    base_version INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (id),
    CONSTRAINT uq_draft_subject_subject_id_field UNIQUE (subject, subject_id, field)
) STRICT
"""

_LOG_ENTRY = """
CREATE TABLE log_entry (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id INTEGER,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undoes_id INTEGER,
    is_final INTEGER NOT NULL,
    CONSTRAINT pk_log_entry PRIMARY KEY (id),
    CONSTRAINT fk_log_entry_undoes_id_log_entry FOREIGN KEY(undoes_id)
        REFERENCES log_entry (id) ON DELETE RESTRICT
) STRICT
"""

_LOG_INDEX = "CREATE INDEX ix_log_entry_subject ON log_entry (subject, subject_id)"


def upgrade(operations: Operations) -> None:
    """Make the tables of the log and the drafts, and add the real times to the meetings."""
    for statement in (_DRAFT, _LOG_ENTRY, _LOG_INDEX):
        operations.execute(statement)
    with operations.batch_alter_table(
        "meeting", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as meeting:
        meeting.add_column(Column("actual_start", Text), insert_after="end_time")
        meeting.add_column(Column("actual_end", Text), insert_after="actual_start")
        for column in ("actual_start", "actual_end"):
            meeting.create_check_constraint(f"ck_meeting_{column}_is_clock", _is_clock(column))


def _is_clock(column: str) -> str:
    return (
        f"{column} IS NULL OR (length({column}) = 5 AND substr({column}, 3, 1) = ':'"
        f" AND {column} >= '00:00' AND {column} <= '23:59')"
    )
