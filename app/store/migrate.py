"""Brings an older council file to the present schema: in one transaction, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import UserError
from app.store.connection import connect, engine, raw_of
from app.store.failpoints import reach
from app.store.faults import told_in_words
from app.store.fingerprint import TablePrint, prints
from app.store.migrations.steps import STEPS, Step
from app.store.schema import VERSION, expected_schema, mark, schema_of
from app.store.triggers import trigger_statements


class BrokenUpgrade(Exception):
    """A migration lost rows, broke a reference or made another schema: our bug, undone."""


def migrate(path: Path, key: bytes | None, *, target: int = VERSION) -> None:
    """Take the file from its own version to `target`; killed anywhere, it is as it was before.

    `UserError` "upgrade_failed" when the result is not what it must be; nothing is changed then.
    """
    upgrades = _engine(path, key)
    try:
        with told_in_words(path), upgrades.begin() as connection:
            _upgrade(connection, target)
            reach("migrate.done")
    except (BrokenUpgrade, SQLAlchemyError) as error:
        raise UserError("upgrade_failed", file=path.name) from error
    finally:
        upgrades.dispose()


def _engine(path: Path, key: bytes | None) -> Engine:
    def connector() -> Any:
        connection = connect(path, "rw", key=key)
        # With it on, rebuilding a table empties those that refer to it; it is deaf inside BEGIN.
        connection.execute("PRAGMA foreign_keys = OFF")
        return connection

    made = engine(connector, begin="BEGIN IMMEDIATE", size=1)

    @event.listens_for(made, "after_cursor_execute")
    def _after(*unused: object) -> None:
        reach("migrate.statement")

    return made


def _upgrade(connection: Connection, target: int) -> None:
    raw = raw_of(connection)
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    steps = [step for step in STEPS if version < step.version <= target]
    if not steps:
        return
    before, broken_before = prints(raw), _broken_references(connection)
    _drop_triggers(connection)
    operations = Operations(MigrationContext.configure(connection))
    for step in steps:
        step.upgrade(operations)
    for statement in _triggers_of(steps[-1]):
        connection.exec_driver_sql(statement)
    mark(raw, steps[-1].version)
    _must_keep(before, prints(raw))
    if _broken_references(connection) - broken_before:
        raise BrokenUpgrade("a reference was broken")
    if steps[-1].version == VERSION:
        _must_be_present_schema(raw)


def _triggers_of(step: Step) -> tuple[str, ...]:
    return tuple(trigger_statements()) if step.version == VERSION else step.triggers


def _drop_triggers(connection: Connection) -> None:
    """They would fire while tables are rebuilt; made anew before the same commit."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in names.scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _broken_references(connection: Connection) -> set[tuple[object, ...]]:
    return {tuple(row) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}


def _must_keep(before: dict[str, TablePrint], after: dict[str, TablePrint]) -> None:
    """Every row and every value of what both versions have must be there still."""
    for table, old in before.items():
        new = after.get(table)
        if new is None:
            raise BrokenUpgrade(f"{table} is gone")
        if new.rows != old.rows:
            raise BrokenUpgrade(f"{table} had {old.rows} rows and has {new.rows}")
        for column, digest in old.columns.items():
            if new.columns.get(column) != digest:
                raise BrokenUpgrade(f"{table}.{column} is not what it was")


def _must_be_present_schema(raw: Any) -> None:
    found, expected = schema_of(raw), expected_schema()
    differing = {
        name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)
    }
    if differing:
        raise BrokenUpgrade(f"the schema differs in {sorted(differing)}")
