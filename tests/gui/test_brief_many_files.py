"""A brief with very many files, a very long title, and a council file that is away for a while."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.rich_text import to_plain
from app.i18n.voice import Voice
from app.views.brief import waiting
from app.views.brief.waiting import WaitingCover
from app.views.editing import autosave
from app.views.theme.theme import Theme
from app.views.widgets.navigation import Destination, SideNavigation
from app.views.widgets.page_header import PageHeader
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen, put_on_screen
from tests.helpers.meeting_pages import ARENA, GRUNDER, PAGES, Office, arrange

SOON = 50
"""Milliseconds between two tries, so that the test need not wait as a person would."""


@pytest.fixture
def office(
    open_window: Callable[..., OpenWindow],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Office:
    monkeypatch.setattr(autosave, "RETRY", SOON)
    desk = CouncilDesk(PAGES, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Office(window, qtbot, desk)
    made.open_case(ARENA)
    return made


def attach(office: Office, title: str, count: int) -> None:
    for number in range(count):
        data = b"%PDF-1.7\n" + str(number).encode()
        office.house.edit.attachments.add(office.case_id(title), f"fil {number:03}.pdf", data)


def is_seen(office: Office, widget: QWidget) -> bool:
    area = office.part("brief-area").viewport()
    place = widget.rect().translated(widget.mapTo(area, widget.rect().topLeft()))
    return bool(area.rect().intersects(place))


def test_many_files_are_all_listed(office: Office) -> None:
    attach(office, GRUNDER, 130)
    office.open_case(GRUNDER)
    files = office.part("attachments")
    assert files.model().rowCount() == 130
    rows = sum(files.sizeHintForRow(row) for row in range(130))
    assert files.height() >= rows
    office.open_case(ARENA)
    office.open_case(GRUNDER)
    assert office.part("attachments").height() >= rows


def test_files_that_were_attached_come_into_sight(office: Office, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7")
    assert office.part("brief-area").verticalScrollBar().value() == 0
    office.drop(office.part("brief-editor"), str(tmp_path / "plan.pdf"))
    office.wait_for(lambda: len(office.brief(ARENA).attachments) == 1)
    office.wait_for(lambda: is_seen(office, office.part("attachments")))
    assert office.part("attachments").key == office.brief(ARENA).attachments[0].id


def test_a_brief_that_takes_its_time_says_so(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 0)
    over = QWidget()
    over.resize(500, 300)
    put_on_screen(over, qtbot)
    cover = WaitingCover(Voice(), over)
    cover.begin()
    qtbot.waitUntil(cover.isVisible)
    assert cover.geometry() == over.rect()
    (said,) = cover.findChildren(QWidget, "brief-fetching")
    assert said.accessibleName() == "Henter saken …"
    over.resize(600, 400)
    qtbot.waitUntil(lambda: cover.geometry() == over.rect())
    check_screen(over)
    cover.end()
    assert cover.isHidden()


def test_a_brief_that_is_there_is_not_covered(office: Office) -> None:
    cover = office.part("brief-editor").findChild(WaitingCover)
    assert cover.isHidden()


def test_a_very_long_title_leaves_room_for_the_body(office: Office) -> None:
    key = office.case_id(ARENA)
    edit = office.house.edit.cases
    office.tell(edit.set_title(key, "Arena for havteknologi " * 9, office.brief(ARENA).version))
    side = office.part("page-side", office.part("case-header"))
    assert side.text() == "Næringsrådet"
    assert side.width() >= side.fontMetrics().horizontalAdvance(side.text())


def test_a_header_with_two_long_texts_shows_something_of_both(theme: Theme, qtbot: QtBot) -> None:
    header = PageHeader("Arena for havteknologi " * 9, side="Næringsrådet for regionen " * 9)
    header.resize(700, 60)
    put_on_screen(header, qtbot)
    for name in ("page-title", "page-side"):
        words = header.findChild(QWidget, name)
        assert words is not None
        assert words.width() >= 150


def test_a_long_name_at_the_side_is_given_room_and_else_told_whole(
    theme: Theme, qtbot: QtBot
) -> None:
    wide = SideNavigation("Rådet", "gjelder", "Deler", QWidget(), widest=900)
    narrow = SideNavigation("Rådet", "gjelder", "Deler", QWidget())
    for side in (wide, narrow):
        side.show_destinations(
            [Destination("kf", "Kommunedirektørforum for Trondheimsregionen", "users")]
        )
        side.resize(side.width(), 300)
        put_on_screen(side, qtbot)
    assert wide.entry("kf").width() >= wide.entry("kf").asked_width()
    assert wide.entry("kf").toolTip() == ""
    assert narrow.width() < wide.width()
    assert narrow.entry("kf").toolTip() == "Kommunedirektørforum for Trondheimsregionen"


def test_what_was_typed_while_the_file_was_away_is_stored_when_it_is_back(
    office: Office, tmp_path: Path
) -> None:
    file, away = tmp_path / "råd.rundgang", tmp_path / "borte"
    text = office.part("section-summary").surface
    text.setFocus()
    file.rename(away)
    office.type("Kort sagt", on=text)
    office.wait_for(lambda: office.corner().startswith("Ikke lagret"))
    away.rename(file)
    office.wait_for(lambda: to_plain(office.text_of(ARENA, "summary")) == "Kort sagt")
    office.wait_for(office.is_stored)
