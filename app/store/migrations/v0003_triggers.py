"""What a file of version 3 refused."""

from __future__ import annotations

from app.store.migrations.v0002_triggers import TRIGGERS as EARLIER

TRIGGERS = (
    *EARLIER,
    "CREATE TRIGGER erasure_kept_update BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, "
    "'erasure_is_fixed'); END",
    "CREATE TRIGGER erasure_kept_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, "
    "'erasure_is_fixed'); END",
)
