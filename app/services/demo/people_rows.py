"""Writes the people of the story: institutions, persons, positions, terms, observers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app import models
from app.domain.intervals import Interval
from app.services.demo.people import RENAMED_ON, Tenure, office_title
from app.services.demo.setting import ALLIANCE, SECRETARIAT
from app.services.demo.shelf import Shelf
from app.services.demo.story import Story
from app.services.profiles.filling import Filled

RENAMED_OFFICES = ("chief", "head")
"""Offices whose title changed when rådmann became kommunedirektør."""


@dataclass(frozen=True, slots=True)
class Places:
    """The ids of institutions, bodies and seats by the story's own numbers."""

    institutions: dict[int, int]
    bodies: dict[str, int]
    seats: dict[tuple[str, int], int]


def places(session: Session, story: Story, filled: Filled) -> Places:
    """Add the demo's own institutions, and tell the ids of all."""
    known = dict(filled.institutions)
    for name in (ALLIANCE, SECRETARIAT):
        spec = story.setting.spec(story.setting.number(name))
        row = models.Institution(
            name=spec.name,
            short_name=spec.short_name,
            kind=spec.kind,
            sector=spec.sector,
            meeting_place=spec.meeting_place,
            valid_from=spec.valid_from,
        )
        session.add(row)
        session.flush()
        known[name] = row.id
    ids = {
        number: known[spec.name] for number, spec in enumerate(story.setting.institutions, start=1)
    }
    return Places(ids, filled.bodies, filled.seats)


def write_people(shelf: Shelf, story: Story, where: Places) -> None:
    """Everyone with their positions, then who sat where, then who observes."""
    for person in story.everyone.people:
        shelf.put(models.Person, id=person.number, name=person.name, email=person.email)
    for tenure in story.everyone.tenures:
        _write_tenure(shelf, story, where, tenure)
    _write_terms(shelf, story, where)
    council = where.bodies["NR"]
    for observer in story.roster.observers:
        shelf.put(
            models.Observer,
            body_id=council,
            institution_id=where.institutions[observer.institution],
            person_id=observer.person.number,
            valid_from=observer.interval.from_on,
            valid_to=observer.interval.to_on,
        )


def _write_tenure(shelf: Shelf, story: Story, where: Places, tenure: Tenure) -> None:
    for interval in _by_title(tenure):
        shelf.put(
            models.Position,
            person_id=tenure.person.number,
            institution_id=where.institutions[tenure.institution],
            title=office_title(story.setting, tenure.institution, tenure.office, interval.from_on),
            is_acting=tenure.is_acting,
            valid_from=interval.from_on,
            valid_to=interval.to_on,
        )


def _by_title(tenure: Tenure) -> list[Interval]:
    """The tenure, parted at the day when its title changed."""
    whole = tenure.interval
    if tenure.office not in RENAMED_OFFICES or not _is_inside(whole, RENAMED_ON):
        return [whole]
    return [Interval(whole.from_on, RENAMED_ON), Interval(RENAMED_ON, whole.to_on)]


def _is_inside(interval: Interval, on: date) -> bool:
    return interval.from_on < on and interval.contains(on)


def _write_terms(shelf: Shelf, story: Story, where: Places) -> None:
    for term in story.roster.terms:
        shelf.put(
            models.Term,
            id=term.number,
            seat_id=where.seats[term.body, term.seat],
            institution_id=where.institutions[term.institution],
            person_id=term.person.number,
            start_on=term.interval.from_on,
            end_on=term.interval.to_on,
            ended_because=term.ended,
            override_reason=term.override_reason,
        )
    for term in story.roster.terms:
        for rank, person in enumerate(term.deputies, start=1):
            shelf.put(models.TermDeputy, term_id=term.number, person_id=person.number, rank=rank)
