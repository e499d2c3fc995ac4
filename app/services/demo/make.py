"""Makes the demo's council file from its story, whole or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models
from app.domain.vocabulary import ApprovalForm, MeetingStatus, StandingKind
from app.i18n.voice import Voice
from app.services.demo.case_rows import WHEEL_TITLES, CaseWriter
from app.services.demo.docket import MeetingPlan
from app.services.demo.gatherings import write_gatherings
from app.services.demo.meeting_rows import MeetingWriter
from app.services.demo.people_rows import places, write_people
from app.services.demo.shelf import Shelf
from app.services.demo.story import Story, tell
from app.services.demo.talk import correction
from app.services.minutes.approval import issue_minutes, record_approval
from app.services.new_council import made_whole
from app.services.profiles import fill
from app.services.profiles.filling import Filled
from app.store.queries.roster import seats_of
from app.store.unit_of_work import UnitOfWork

TODAY = date(2026, 11, 23)
YEARS = 10
CONTACT = "post@trondheimsregionen.example"


def make_demo(path: Path, *, years: int = YEARS, today: date = TODAY) -> None:
    """A fictitious council with `years` years behind it at `path`; same arguments, same content.

    `UserError` when a file is there; years below 1 are our bug (`ValueError`).
    """
    if years < 1:
        raise ValueError(f"a demo of {years} years")
    story = tell(years, today)
    moment = at_noon(today)
    with made_whole(path, clock=lambda: moment) as file, file.unit_of_work() as work:
        work.describe("make_demo", "council", 1, capture=False)
        filled = fill(work.session, story.setting.profile)
        _settle_council(work.session, story)
        _write(work, story, filled)
        _issue(work.session, story)
        work.commit()


def at_noon(on: date) -> datetime:
    """A day as an instant."""
    return datetime.combine(on, time(12), UTC)


def _write(work: UnitOfWork, story: Story, filled: Filled) -> None:
    shelf = Shelf()
    where = places(work.session, story, filled)
    write_people(shelf, story, where)
    strategies = {row.number: row.id for row in work.session.scalars(select(models.Strategy)).all()}
    cases = CaseWriter(
        shelf, story, where, work, filled.legal_bases, strategies, _wheel(work.session)
    )
    cases.write()
    MeetingWriter(shelf, story, where, cases).write()
    shelf.write(work.session)
    write_gatherings(shelf, story, where)
    shelf.write(work.session)


def _wheel(session: Session) -> dict[str, models.WheelEntry]:
    entries = session.scalars(select(models.WheelEntry)).all()
    return {
        word: next(row for row in entries if row.title.startswith(begins))
        for word, begins in WHEEL_TITLES.items()
    }


def _settle_council(session: Session, story: Story) -> None:
    """Mark the council as fictitious, with its own today and the officer at the desk."""
    council = session.get_one(models.Council, 1)
    secretariat = story.setting.called("Sekretariatet")
    officer = story.everyone.holder(secretariat, "project", story.frame.today)
    council.is_fictitious = True
    council.fixed_today = story.frame.today
    council.contact = CONTACT
    if officer is not None:
        council.officer_name = officer.person.name
        council.officer_title = "prosjektleder SNP"
        council.officer_email = officer.person.email
    session.flush()


def _issue(session: Session, story: Story) -> None:
    """Send out minutes and approve them, in the order of the years (R41)."""
    voice = Voice("nb")
    rows = {row.id: row for row in session.scalars(select(models.Meeting))}
    # Held on to, so that the same rosters are not read anew for every meeting.
    held = [*session.scalars(select(models.Person)), *session.scalars(select(models.Institution))]
    seats = [seats_of(session, row.id) for row in session.scalars(select(models.Body))]
    for meeting in story.docket.meetings:
        if not meeting.is_past:
            continue
        for item in meeting.items:
            if item.standing is StandingKind.APPROVE_MINUTES and item.approves is not None:
                _approve(session, story, rows, item.approves, meeting, voice)
        if meeting.status is MeetingStatus.MINUTES_OUT:
            row = rows[meeting.number]
            issue_minutes(session, row, voice, at_noon(row.held_on))
    del held, seats


def _approve(
    session: Session,
    story: Story,
    rows: dict[int, models.Meeting],
    approved: MeetingPlan,
    meeting: MeetingPlan,
    voice: Voice,
) -> None:
    row = rows[approved.number]
    row.status = MeetingStatus.MINUTES_OUT
    session.flush()
    changes = correction(story, approved)
    record_approval(
        session,
        row,
        voice,
        approved_on=meeting.day.on,
        at=at_noon(meeting.day.on),
        approved_in=rows[meeting.number],
        form=ApprovalForm.WITH_CHANGES if changes else ApprovalForm.AS_PRESENTED,
        changes=changes,
    )
