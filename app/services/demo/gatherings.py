"""What the municipalities reported at the demo's gatherings, and what was to be done (R17, R43)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app import models
from app.domain.vocabulary import ActionStatus
from app.services.demo.docket import MeetingPlan
from app.services.demo.filling import capital
from app.services.demo.library import phrases
from app.services.demo.people_rows import Places
from app.services.demo.shelf import Shelf
from app.services.demo.story import Story

GATHERINGS = ("NA", "FS")
_SILENT = 0.1
"""How often a municipality had nothing to report."""

_HOST = "Vertskommunen"
_SECRETARIAT = "Sekretariatet"
_MOST_POINTS = 3


@dataclass(frozen=True, slots=True)
class PointPlan:
    """An action point of a gathering, all of them done or dropped by the demo's own day."""

    task: str
    responsible: str
    institution: int
    due_on: date
    status: ActionStatus
    closed_on: date


def reports(story: Story, meeting: MeetingPlan) -> dict[int, str]:
    """A sentence from each municipality of the day; the host always has something to say."""
    chance = story.frame.dice.of("status", meeting.day.on)
    towns = story.setting.municipalities(meeting.day.on)
    told = chance.sample(phrases()["na_status"], len(towns))
    silent = story.frame.dice.of("silent", meeting.day.body, meeting.day.on)
    return {
        town: f"{capital(line)}."
        for town, line in zip(towns, told, strict=True)
        if silent.random() >= _SILENT or town == meeting.host
    }


def points(story: Story, meeting: MeetingPlan) -> Iterator[PointPlan]:
    """Two or three tasks that the gathering agreed on."""
    body, on = meeting.day.body, meeting.day.on
    chance = story.frame.dice.of("points", body, on)
    lines = chance.sample(phrases()[f"{body.lower()}_points"], chance.randint(2, _MOST_POINTS))
    for line in lines:
        task, who, days = (part.strip() for part in line.split("|"))
        place = _responsible(story, meeting, who)
        latest = story.frame.today - timedelta(days=chance.randint(2, 8))
        due_on = min(on + timedelta(days=int(days)), latest)
        closed_on = min(due_on + timedelta(days=chance.randint(-6, 20)), latest)
        is_dropped = chance.random() < 0.08
        yield PointPlan(
            task=task,
            responsible=story.setting.short(place),
            institution=place,
            due_on=max(due_on, on + timedelta(days=1)),
            status=ActionStatus.DROPPED if is_dropped else ActionStatus.DONE,
            closed_on=max(closed_on, on + timedelta(days=1)),
        )


def write_gatherings(shelf: Shelf, story: Story, where: Places) -> None:
    """Write what was reported and agreed; tasks are numbered after those of the cases."""
    number = len(story.tasks)
    for body in GATHERINGS:
        for meeting in story.docket.of(body):
            if not meeting.is_past:
                continue
            for town, text in reports(story, meeting).items():
                shelf.put(
                    models.GatheringStatus,
                    meeting_id=meeting.number,
                    institution_id=where.institutions[town],
                    text=text,
                )
            for plan in points(story, meeting):
                number += 1
                _write_point(shelf, number, meeting, plan, where)


def _write_point(
    shelf: Shelf, number: int, meeting: MeetingPlan, plan: PointPlan, where: Places
) -> None:
    shelf.put(
        models.ActionItem,
        id=number,
        meeting_id=meeting.number,
        task=plan.task,
        responsible=plan.responsible,
        responsible_institution_id=where.institutions[plan.institution],
        due_on=plan.due_on,
        status=plan.status,
        closed_on=plan.closed_on,
    )


def _responsible(story: Story, meeting: MeetingPlan, who: str) -> int:
    if who == _HOST and meeting.host is not None:
        return meeting.host
    if who == _SECRETARIAT or meeting.host is None:
        return story.setting.called(_SECRETARIAT)
    towns = story.setting.municipalities(meeting.day.on)
    return story.frame.dice.of("town", meeting.day.on, who).choice(towns)
