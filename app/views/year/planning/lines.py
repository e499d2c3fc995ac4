"""The lines of a year's plan: proposals and the meetings that are there, by day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from app.domain.vocabulary import DeadlineKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.planning import words
from app.services.planning.facts import ExistingRow, PlannedRow, YearPlan

THERE, LEFT_OUT, CHANGED = _("ligger inne"), _("tas ikke med"), _("endret av deg")
HOST, NO_HOST = _("vertskommune"), _("ingen vert")
FIRST_DEADLINE = _("{what} {on}")
_TOLD = (DeadlineKind.NOTICE, DeadlineKind.PAPERS)


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence under a line, with its icon and ink."""

    icon: str
    ink: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One line; `key` is a proposal's, or empty for a meeting that is there (`meeting_id`)."""

    key: str
    meeting_id: int | None
    on: date
    day: str
    weekday: str
    title: str
    below: str
    host: str
    host_below: str
    deadlines: tuple[str, ...]
    mark: str
    remarks: tuple[Remark, ...]
    is_taken: bool

    @property
    def is_there(self) -> bool:
        """Whether the meeting is there already."""
        return self.meeting_id is not None

    def spoken(self) -> str:
        """All of it, for a screen reader."""
        host = f"{self.host_below} {self.host}" if self.host else self.host_below
        parts = (
            f"{self.weekday} {self.day}",
            self.title,
            self.below,
            host,
            *self.deadlines,
            self.mark,
            *(remark.text for remark in self.remarks),
        )
        return ", ".join(part for part in parts if part)


def lines_of(plan: YearPlan, left_out: Collection[str], voice: Voice) -> list[PlanLine]:
    """Everything that the year holds or may hold, by day."""
    lines = [_planned(row, row.key in left_out, voice) for row in plan.rows]
    lines += [_existing(row, voice) for row in plan.existing]
    return sorted(lines, key=lambda line: (line.on, line.below, line.title))


def _planned(row: PlannedRow, is_out: bool, voice: Voice) -> PlanLine:
    day, weekday = _day(row.on, voice)
    mark = LEFT_OUT if is_out else CHANGED if row.is_changed else ""
    return PlanLine(
        key=row.key,
        meeting_id=None,
        on=row.on,
        day=day,
        weekday=weekday,
        title=row.body_name,
        below=_when(row.start, row.end, row.place, voice),
        host=row.host or "",
        host_below=voice.word(HOST if row.host else NO_HOST),
        deadlines=tuple(
            voice.fill(
                FIRST_DEADLINE,
                what=voice.title_label("deadline_kind", one.kind),
                on=voice.formats.day_month(one.on),
            )
            for one in row.deadlines
            if one.kind in _TOLD
        ),
        mark=voice.word(mark) if mark else "",
        remarks=tuple(_remarks(row, voice)),
        is_taken=not is_out,
    )


def _remarks(row: PlannedRow, voice: Voice) -> list[Remark]:
    found = [Remark("star", "accent", entry) for entry in row.entries]
    moved, warnings = words.moved(row, voice), words.warnings(row.warnings, voice)
    if moved:
        found.append(Remark("calendar-days", "warn", moved))
    if warnings:
        found.append(Remark("triangle-alert", "bad", warnings))
    return found


def _existing(row: ExistingRow, voice: Voice) -> PlanLine:
    day, weekday = _day(row.on, voice)
    return PlanLine(
        key="",
        meeting_id=row.meeting_id,
        on=row.on,
        day=day,
        weekday=weekday,
        title=row.name,
        below=_when(row.start, row.end, "", voice),
        host=row.host or "",
        host_below=voice.word(HOST if row.host else NO_HOST),
        deadlines=(),
        mark=voice.word(THERE),
        remarks=tuple(Remark("star", "muted", entry) for entry in row.entries),
        is_taken=False,
    )


def _when(start: str, end: str, place: str, voice: Voice) -> str:
    times = voice.clock_range(start, end)
    return f"{times} · {place}" if place else times


def _day(on: date, voice: Voice) -> tuple[str, str]:
    """`18. juni` and `fredag`."""
    return voice.formats.day_month(on), voice.formats.weekday(on)
