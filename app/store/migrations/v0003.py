"""Version 3: which persons were erased, so that an older copy that comes back loses them too."""

from __future__ import annotations

from alembic.operations import Operations

_ERASURE = """
CREATE TABLE erasure (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    erased_at TEXT NOT NULL,
    salt TEXT NOT NULL,
    marks TEXT NOT NULL,
    is_here INTEGER NOT NULL,
    CONSTRAINT pk_erasure PRIMARY KEY (id)
) STRICT
"""


def upgrade(operations: Operations) -> None:
    """Make the table of erasures."""
    operations.execute(_ERASURE)
