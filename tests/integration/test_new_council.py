"""A new council file holds everything of its profile, or there is no file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.vocabulary import Level, SeatRole
from app.models import (
    Base,
    Body,
    Council,
    DecisionLimit,
    Goal,
    Institution,
    LegalBasis,
    LogEntry,
    Person,
    Plan,
    Seat,
    Strategy,
    TargetArea,
    WheelEntry,
)
from app.services.new_council import made_whole, new_council
from app.services.profiles import list_profiles
from app.store import failpoints
from app.store.council_file import CouncilFile
from tests.helpers.small_profile import SMALL_PROFILE


def clock() -> datetime:
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@contextmanager
def reading(path: Path) -> Iterator[Session]:
    with CouncilFile.open(path, clock=clock) as file, file.reading() as session:
        yield session


def count(session: Session, kind: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


def body(session: Session, code: str) -> Body:
    return session.scalars(select(Body).where(Body.code == code)).one()


@pytest.fixture
def region(tmp_path: Path) -> Path:
    path = tmp_path / "råd.rundgang"
    new_council(path, "trondheimsregionen", clock=clock)
    return path


def test_the_file_holds_the_whole_profile_and_no_person(region: Path) -> None:
    with reading(region) as session:
        council = session.get_one(Council, 1)
        assert (council.name, council.profile, council.is_fictitious) == (
            "Næringsrådet for Trondheimsregionen",
            "trondheimsregionen",
            False,
        )
        kinds = (Body, Institution, DecisionLimit, Plan, TargetArea, Goal, Strategy, WheelEntry)
        assert [count(session, kind) for kind in kinds] == [7, 21, 1, 1, 4, 5, 24, 3]
        assert count(session, LegalBasis) == 22
        assert count(session, Person) == 0


def test_the_council_s_seats_are_there_with_their_dated_titles(region: Path) -> None:
    with reading(region) as session:
        seats = session.scalars(
            select(Seat).join(Body).where(Body.code == "NR").order_by(Seat.number)
        ).all()
        assert [seat.number for seat in seats] == list(range(1, 11))
        assert seats[0].role is SeatRole.CHAIR
        assert [(title.valid_from, title.title) for title in seats[5].titles] == [
            (date(2000, 1, 1), "Rådmann"),
            (date(2020, 1, 1), "Kommunedirektør"),
        ]


def test_references_between_the_parts_are_kept(region: Path) -> None:
    with reading(region) as session:
        council, regional = body(session, "NR"), body(session, "RR")
        assert council.recommends_to_id == regional.id
        assert regional.level is Level.REGIONAL
        orkdal = session.scalars(
            select(Institution).where(Institution.short_name == "Orkdal")
        ).one()
        assert orkdal.valid_to == date(2020, 1, 1)
        assert orkdal.successor is not None
        assert orkdal.successor.name == "Orkland kommune"
        entries = session.scalars(select(WheelEntry)).all()
        assert {entry.body_id for entry in entries} == {regional.id}


def test_a_body_s_lists_keep_the_order_of_the_profile(region: Path) -> None:
    with reading(region) as session:
        council = body(session, "NR")
        assert [section.key for section in council.sections][:2] == ["proposal", "summary"]
        assert council.standing_items[-1].title == "Eventuelt"
        assert council.rules[0].number_prefix == "NR"
        assert council.rules[0].term_notice_days == [180, 60]


def test_making_it_is_one_line_in_the_log(region: Path) -> None:
    with reading(region) as session:
        entries = session.scalars(select(LogEntry)).all()
        assert [(entry.verb, entry.subject, entry.is_final) for entry in entries] == [
            ("make_council", "council", True)
        ]


def test_nothing_lies_beside_the_file(region: Path) -> None:
    assert list(region.parent.iterdir()) == [region]


@pytest.mark.parametrize("name", [listed.name for listed in list_profiles()])
def test_what_was_made_is_told(tmp_path: Path, name: str) -> None:
    made = new_council(tmp_path / "x.rundgang", name, clock=clock)
    with reading(made.path) as session:
        assert count(session, Body) == len(made.bodies)
        assert count(session, Seat) == made.seats
        assert count(session, Institution) == made.institutions


def test_a_profile_of_one_s_own_is_given_by_its_path(tmp_path: Path) -> None:
    own = tmp_path / "mitt råd.yaml"
    own.write_text(SMALL_PROFILE, encoding="utf-8")
    made = new_council(tmp_path / "x.rundgang", str(own), clock=clock)
    with reading(made.path) as session:
        assert session.get_one(Council, 1).profile == "mitt råd"
        rules = body(session, "A").rules
        assert [
            (row.valid_from, row.number_separator, row.number_year_digits) for row in rules
        ] == [
            (date(2015, 1, 1), "/", 2),
            (date(2020, 1, 1), "-", 4),
        ]


def test_a_mistake_in_the_profile_leaves_nothing_on_disk(tmp_path: Path) -> None:
    own = tmp_path / "feil.yaml"
    own.write_text(SMALL_PROFILE.replace("måned: november", "måned: 13"), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        new_council(tmp_path / "x.rundgang", str(own), clock=clock)
    assert caught.value.code == "profile_mistake"
    assert list(tmp_path.iterdir()) == [own]


def test_a_file_that_is_there_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.rundgang"
    path.write_bytes(b"noe annet")
    with pytest.raises(UserError) as caught:
        new_council(path, clock=clock)
    assert (caught.value.code, caught.value.params["file"]) == ("file_exists", "x.rundgang")
    assert path.read_bytes() == b"noe annet"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        new_council(tmp_path / "borte" / "x.rundgang", clock=clock)
    assert caught.value.code == "folder_missing"
    assert list(tmp_path.iterdir()) == []


def test_an_error_on_the_way_leaves_nothing_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "x.rundgang"
    with pytest.raises(ZeroDivisionError), made_whole(path, clock=clock):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_key_locks_the_new_file(tmp_path: Path) -> None:
    path = tmp_path / "x.rundgang"
    key = bytes(range(32))
    new_council(path, "enkelt-rad", clock=clock, key=key)
    assert not path.read_bytes().startswith(b"SQLite format 3")
    with CouncilFile.open(path, clock=clock, key=key) as file, file.reading() as session:
        assert session.get_one(Council, 1).profile == "enkelt-rad"


def killed_at(place: int, path: Path) -> bool:
    """Whether a process that makes a council is killed at its `place`-th failpoint."""
    child = os.fork()
    if child == 0:
        try:
            failpoints.arm(failpoints.armed(f"*:{place}"))
            new_council(path, "enkelt-rad", clock=clock)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the kill is made in a forked process")
def test_a_kill_anywhere_leaves_the_whole_council_or_none(tmp_path: Path) -> None:
    path = tmp_path / "x.rundgang"
    absent = whole = place = 0
    while True:
        place += 1
        is_killed = killed_at(place, path)
        if path.exists():
            with reading(path) as session:
                assert session.get_one(Council, 1).name == "Næringsrådet"
                assert count(session, Seat) == 7
            path.unlink()
            whole += 1
        else:
            absent += 1
        if not is_killed:
            break
    assert absent >= 5
    assert whole >= 2
    new_council(path, "enkelt-rad", clock=clock)
    assert list(tmp_path.iterdir()) == [path]
