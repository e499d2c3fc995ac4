"""Titles at institutions over time: a new title begins on its day, and the one before ends (R4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.imports.entries import Notes
from app.domain.imports.fields import Field
from app.domain.imports.known import KnownPosition
from app.domain.imports.places import folded
from app.domain.imports.writes import PositionWrite, Writes
from app.domain.intervals import Interval


class Positions:
    """The positions of the file, and those that the list brings."""

    def __init__(self, known: tuple[KnownPosition, ...], writes: Writes) -> None:
        self._writes = writes
        self._by_place: dict[tuple[int, int], list[PositionWrite]] = {}
        self._places: dict[int, set[int]] = {}
        for one in known:
            self._keep(
                PositionWrite(
                    one.id, one.person, one.institution, one.title, one.is_acting, one.interval
                )
            )

    def only_place(self, person: int, on: date) -> int | None:
        """Where a person works on `on`, when it is one place."""
        places = [
            place
            for place in sorted(self._places.get(person, ()))
            if any(one.interval.contains(on) for one in self._by_place[person, place])
        ]
        return places[0] if len(places) == 1 else None

    def take(
        self,
        person: int,
        institution: int,
        title: str,
        is_acting: bool,
        period: Interval,
        notes: Notes,
    ) -> None:
        """The title that a row gives someone from a day on; one they have already is left alone."""
        own = self._by_place.get((person, institution), [])
        for one in own:
            if _is_same(one, title, is_acting) and one.interval.overlaps(period):
                return
        holding = next((one for one in own if one.interval.contains(period.from_on)), None)
        notes.change(Field.TITLE, holding.title if holding is not None else "", title)
        if holding is not None and holding.interval.from_on == period.from_on:
            holding.title, holding.is_acting = title, is_acting
            self._touch(holding)
            return
        end = period.to_on
        if holding is not None:
            end = holding.interval.to_on
            holding.interval = replace(holding.interval, to_on=period.from_on)
            self._touch(holding)
        else:
            later = [one.interval.from_on for one in own if one.interval.from_on > period.from_on]
            end = min([*later, *([end] if end is not None else [])], default=None)
        made = PositionWrite(
            None, person, institution, title, is_acting, Interval(period.from_on, end)
        )
        self._keep(made)
        self._writes.positions.append(made)

    def _keep(self, one: PositionWrite) -> None:
        self._by_place.setdefault((one.person, one.institution), []).append(one)
        self._places.setdefault(one.person, set()).add(one.institution)

    def _touch(self, one: PositionWrite) -> None:
        if one.id is not None and all(one is not other for other in self._writes.positions):
            self._writes.positions.append(one)


def _is_same(one: PositionWrite, title: str, is_acting: bool) -> bool:
    return folded(one.title) == folded(title) and one.is_acting == is_acting
