"""That papers were made is noted with the meeting, and is nothing to take back (R24, R27)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.vocabulary import Audience
from app.services.changes import Kind
from app.services.desk import Desk
from app.services.house import House
from app.services.meeting_steps import NextStep
from app.store.council_file import CouncilFile
from tests.helpers.council import NoRenderer, a_case, a_council, a_meeting, clock, writing


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


@pytest.fixture
def meeting(house: House) -> int:
    """Called, with one case."""
    with writing(house.desk) as work:
        made = a_meeting(work.session)
        a_case(work.session, made)
        key = made.id
    house.meetings.publish(key)
    return key


def next_step(house: House, meeting: int) -> NextStep:
    return house.agendas.view(meeting).next_step


def test_the_members_papers_are_the_next_step_until_they_are_made(
    house: House, meeting: int
) -> None:
    assert next_step(house, meeting) is NextStep.MAKE_PAPERS
    house.papers.note_made(meeting, Audience.OBSERVERS)
    assert next_step(house, meeting) is NextStep.MAKE_PAPERS
    changes = house.papers.note_made(meeting, Audience.MEMBERS)
    assert Kind.MEETING in changes.kinds
    assert next_step(house, meeting) is NextStep.SEND_PAPERS


def test_a_new_version_of_the_agenda_wants_papers_of_its_own(house: House, meeting: int) -> None:
    house.papers.note_made(meeting, Audience.MEMBERS)
    facts = house.agendas.view(meeting).meeting
    house.edit.meetings.set_place(meeting, "Melhus", facts.version)
    house.edit.revision.publish(meeting)
    assert next_step(house, meeting) is NextStep.MAKE_PAPERS


def test_the_note_stands_in_the_history_and_ctrl_z_passes_it_by(house: House, meeting: int) -> None:
    facts = house.agendas.view(meeting).meeting
    house.edit.meetings.set_place(meeting, "Melhus", facts.version)
    house.papers.note_made(meeting, Audience.MEMBERS)
    newest, before = house.history.of(Kind.MEETING, meeting)[:2]
    assert (newest.verb, newest.can_undo) == ("make_papers", False)
    following = house.history.next_undo()
    assert following is not None
    assert following.entry == before.entry
    house.history.undo_last()
    house.papers.note_made(meeting, Audience.MEMBERS)
    assert house.history.next_redo() is not None


def test_the_note_is_no_change_of_the_agenda(house: House, meeting: int) -> None:
    house.papers.note_made(meeting, Audience.MEMBERS)
    assert not house.agendas.view(meeting).difference


def test_a_file_that_is_only_read_takes_no_note(house: House, meeting: int) -> None:
    path = house.desk.file.path
    with CouncilFile.open(path, clock=clock, read_only=True) as file:
        reading = House(Desk(file, clock, NoRenderer(), None))
        assert reading.papers.note_made(meeting, Audience.MEMBERS).kinds == frozenset()
