"""Gathers rows and writes them class by class, many at a time."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.models import Base


class Shelf:
    """Rows that wait to be written; each class numbers its own from 1."""

    def __init__(self) -> None:
        self._rows: dict[type[Base], list[dict[str, Any]]] = {}

    def put(self, table: type[Base], /, **values: Any) -> int:
        """Keep a row, and return its number: the one given, else the next."""
        rows = self._rows.setdefault(table, [])
        number = int(values.get("id", len(rows) + 1))
        rows.append({**values, "id": number} if "id" in table.__table__.columns else values)
        return number

    def write(self, session: Session) -> None:
        """Write everything in the order in which the classes were first met."""
        for kind, rows in self._rows.items():
            session.execute(insert(kind), rows)
        self._rows.clear()
