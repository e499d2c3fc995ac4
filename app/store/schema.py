"""The schema of a new council file, made straight from the models, and its version number."""

from __future__ import annotations

from typing import Any

from app.store.connection import APPLICATION_ID
from app.store.dialect import table_statements
from app.store.triggers import trigger_statements

VERSION = 2
"""The version that this program writes; a file's own is its `user_version`."""


def make_schema(connection: Any) -> None:
    """Make all tables, indexes and triggers in the open transaction, and mark the file as ours.

    A test holds this equal to running every migration from nothing.
    """
    for statement in (*table_statements(), *trigger_statements()):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
