"""The blobs, as version 1 had them; never changed."""

from __future__ import annotations

STATEMENTS = (
    """
CREATE TABLE blob (
sha256 TEXT NOT NULL,
size INTEGER NOT NULL,
data BLOB NOT NULL,
CONSTRAINT pk_blob PRIMARY KEY (sha256)
)
STRICT
""",
)
