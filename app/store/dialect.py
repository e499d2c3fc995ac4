"""How the mapped classes become STRICT SQLite tables; the only place that speaks this dialect."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Boolean, Date, DateTime, Double, Enum, Float, String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex, CreateTable

from app.models import Base

_STORED_AS: dict[type[Any], str] = {
    Date: "TEXT",
    DateTime: "TEXT",
    Enum: "TEXT",
    String: "TEXT",
    JSON: "TEXT",
    Boolean: "INTEGER",
    Float: "REAL",
    Double: "REAL",
}
"""STRICT tables know five types; everything else is told which of them it is."""


def _teach(kind: type[Any], stored_as: str) -> None:
    compiles(kind, "sqlite")(lambda element, compiler, **options: stored_as)


for _kind, _stored_as in _STORED_AS.items():
    _teach(_kind, _stored_as)


def table_statements() -> list[str]:
    """CREATE TABLE and CREATE INDEX for all mapped classes, in an order that references allow."""
    from sqlalchemy.dialects import sqlite

    dialect = sqlite.dialect()
    statements = []
    for table in Base.metadata.sorted_tables:
        table.dialect_options["sqlite"]["strict"] = True
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return statements
