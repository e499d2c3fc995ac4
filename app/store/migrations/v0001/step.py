"""Version 1: the council, who sits where, cases, meetings, minutes, the plan and the blobs."""

from __future__ import annotations

from alembic.operations import Operations

from app.store.migrations.v0001 import cases, council, file, meetings, minutes, plan, roster

TRIGGERS = (
    "CREATE TRIGGER term_alone_insert AFTER INSERT ON term WHEN EXISTS"
    " (SELECT 1 FROM term AS other WHERE other.seat_id = NEW.seat_id AND other.id <> NEW.id"
    " AND (other.end_on IS NULL OR other.end_on > NEW.start_on)"
    " AND (NEW.end_on IS NULL OR NEW.end_on > other.start_on))"
    " BEGIN SELECT RAISE(ABORT, 'term_overlap'); END",
    "CREATE TRIGGER approval_kept_update BEFORE UPDATE ON approval"
    " BEGIN SELECT RAISE(ABORT, 'approval_is_fixed'); END",
    "CREATE TRIGGER approval_kept_delete BEFORE DELETE ON approval"
    " BEGIN SELECT RAISE(ABORT, 'approval_is_fixed'); END",
)
"""What a file of version 1 refused."""


def upgrade(operations: Operations) -> None:
    """Make every table of version 1 in an empty file."""
    for part in (council, plan, roster, cases, meetings, minutes, file):
        for statement in part.STATEMENTS:
            operations.execute(statement)
