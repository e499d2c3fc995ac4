"""The corner says when the last thing was stored, what is missing, and when a copy was taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.i18n.voice import Voice
from app.i18n.wall_clock import LOCAL
from app.services.changes import Changes, Kind, changed
from app.views.shell.saved import SavedKeeper, backup_words
from app.views.widgets.corner import Saved, SavedCorner
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow
from tests.helpers.meeting_pages import ARENA, PAGES, Office, arrange

MORNING = datetime(2026, 11, 23, 9, 41, tzinfo=LOCAL)
VOICE = Voice()


class Corner:
    """The keeper over a corner, and a clock that a test moves."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = MORNING
        self.corner = SavedCorner(VOICE)
        qtbot.addWidget(self.corner)
        self.keeper = SavedKeeper(self.corner, VOICE, lambda: self.now)

    def pass_minutes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @property
    def words(self) -> str:
        return self.corner.text()


@pytest.fixture
def corner(qtbot: QtBot) -> Corner:
    return Corner(qtbot)


def test_from_the_start_all_is_stored_and_the_last_copy_is_told(corner: Corner) -> None:
    assert corner.words == "Alt er lagret"
    corner.keeper.note_backup(MORNING)
    assert corner.words == "Alt er lagret · Sikkerhetskopi i dag"


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (0, "Sikkerhetskopi i dag"),
        (1, "Sikkerhetskopi i går"),
        (20, "Sikkerhetskopi 3. nov. 2026"),
        (None, "Ingen sikkerhetskopi ennå"),
    ],
)
def test_the_last_copy_is_told_by_its_day(days_ago: int | None, words: str) -> None:
    taken = None if days_ago is None else MORNING - timedelta(days=days_ago)
    assert backup_words(VOICE, taken, MORNING) == words


def test_every_verb_that_stores_sets_the_time_and_one_that_changed_nothing_does_not(
    corner: Corner,
) -> None:
    corner.keeper.hear(changed(Kind.CASE, 1))
    assert corner.words == "Lagret 09.41"
    corner.pass_minutes(2)
    corner.keeper.hear(Changes(frozenset()))
    assert corner.words == "Lagret 09.41"
    corner.keeper.hear(changed(Kind.MEETING, 1))
    corner.keeper.tell(Saved("stored", MORNING, source="brief"))
    assert corner.words == "Lagret 09.43"


def test_a_verb_does_not_hide_what_an_editor_says_is_missing(corner: Corner) -> None:
    corner.keeper.tell(Saved("stored", MORNING, ("beløp",), source="brief"))
    corner.pass_minutes(1)
    corner.keeper.hear(changed(Kind.MEETING, 1))
    assert corner.words == "Lagret 09.42 · mangler beløp"
    corner.keeper.tell(Saved("stored", source="brief"))
    assert corner.words == "Lagret 09.42"


def test_of_several_editors_the_worst_is_said(corner: Corner) -> None:
    corner.keeper.tell(Saved("failed", source="brief"))
    corner.keeper.tell(Saved("storing", source="facts"))
    assert corner.words.startswith("Ikke lagret.")
    corner.keeper.tell(Saved("stored", MORNING, source="brief"))
    assert corner.words == "Lagrer …"


def test_a_file_that_is_only_read_says_so_whatever_comes(corner: Corner) -> None:
    corner.keeper.tell(Saved("reading"))
    corner.keeper.hear(changed(Kind.CASE, 1))
    assert corner.words == "Bare lesing"


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Office(window, qtbot, desk)


def test_moving_a_case_and_taking_it_back_are_stored_and_the_corner_says_so(
    office: Office,
) -> None:
    office.open_meeting()
    assert office.corner() == "Alt er lagret · Ingen sikkerhetskopi ennå"
    office.choose(ARENA)
    office.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert office.is_stored()


def test_an_exempt_case_on_screen_says_what_keeps_it_from_going_out(office: Office) -> None:
    office.open_meeting()
    office.choose(ARENA)
    office.wait_for(lambda: not office.editor.is_busy)
    case = office.brief(ARENA)
    office.tell(office.house.edit.cases.set_exempt(case.id, True, None, case.version))
    office.wait_for(lambda: "mangler hjemmel og nøytral tittel" in office.corner())
    office.go_to("cases")
    assert "mangler" not in office.corner()
