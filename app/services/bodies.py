"""The bodies of the council (organ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import Level
from app.services.desk import Desk
from app.services.roster import last_day
from app.store.queries.council import bodies


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body and the level it decides at; None for one that decides nothing."""

    code: str
    name: str
    level: Level | None
    from_on: date
    to_on: date | None
    short_name: str


class BodyService:
    """Reads the bodies."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[BodyRow, ...]:
        """Every body in the profile's order."""
        with self._desk.reading() as session:
            return tuple(
                BodyRow(
                    body.code,
                    body.name,
                    body.level,
                    body.valid_from,
                    last_day(body.valid_to),
                    body.short_name,
                )
                for body in bodies(session)
            )
