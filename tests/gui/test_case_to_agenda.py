"""A case is taken onto an agenda from Saker, and the picker says what its dates are of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import CaseKind, CaseStatus
from app.models import Case, Meeting
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.views.widgets.entries import ENTRY
from tests.helpers.council import writing
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, PAGES, STATUS, WAITING, Office, arrange

POSTPONED = "Regional næringspark"
OF_OTHER_BODY = "Felles mottak av masser"


def with_another_meeting(house: House) -> None:
    """A later meeting, a case that was postponed from an earlier one, and a case of Regionrådet."""
    arrange(house)
    edit = house.edit
    edit.meetings.create(NewMeeting(body="NR", held_on=date(2027, 1, 22), place="Malvik"))
    earlier = edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 9, 11))).id
    case = edit.cases.create("NR", POSTPONED, CaseKind.DECISION).id
    edit.agenda.add_case(earlier, case)
    edit.cases.create("RR", OF_OTHER_BODY, CaseKind.DECISION)
    with writing(house.desk) as work:
        work.session.get_one(Case, case).status = CaseStatus.POSTPONED
        meeting = work.session.get_one(Meeting, earlier)
        meeting.status = type(meeting.status).HELD


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, with_another_meeting)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    return Office(window, qtbot, desk)


def entries(office: Office, name: str) -> list[tuple[str, str]]:
    """Title and subtitle of each line of a list."""
    model = office.part(name).model()
    rows = [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]
    return [(row.title, row.subtitle) for row in rows]


def test_the_picker_says_what_its_dates_are_of(office: Office) -> None:
    office.open_meeting()
    office.action("add-case").trigger()
    office.settle()
    said = dict(entries(office, "queue"))
    assert said[POSTPONED].endswith("Utsatt fra 11. sep. 2026")
    assert "Opprettet " in said[WAITING]
    check_screen(office.dialog("case-picker"))


def test_a_case_is_put_on_the_agenda_of_a_coming_meeting_and_taken_back(office: Office) -> None:
    office.open_case(WAITING)
    office.action("case-to-agenda").trigger()
    office.settle()
    dialog = office.dialog("to-agenda-dialog")
    assert [title for title, _below in entries(office, "coming-meetings")] == [
        "fredag 4. desember 2026 kl. 09.00–11.00",
        "fredag 22. januar 2027 kl. 09.00–11.00",
    ]
    check_screen(dialog)
    office.press(Qt.Key.Key_Return, on=office.part("coming-meetings", dialog))
    assert WAITING in office.titles()
    assert "står på sakslisten til Næringsrådet 1/2026" in office.toast()
    assert not office.action("case-to-agenda").isEnabled()
    assert office.action("case-to-agenda").toolTip() == "Saken står på en saksliste allerede."
    office.click("toast-undo")
    assert WAITING not in office.titles()
    assert office.action("case-to-agenda").isEnabled()


def test_a_row_of_the_table_is_put_on_an_agenda(office: Office) -> None:
    office.go_to("cases")
    table = office.part("cases-table")
    row = office.column("cases-table", 1).index(WAITING)
    table.selectRow(row)
    office.settle()
    office.action("chosen-to-agenda").trigger()
    office.settle()
    office.part("coming-meetings").setFocus()
    office.press(Qt.Key.Key_Down, on=office.part("coming-meetings"))
    office.click("to-agenda-dialog-verb")
    later = next(row.id for row in office.house.meetings.all() if row.held_on.year == 2027)
    assert WAITING in [line.title for line in office.house.agendas.view(later).lines]


def test_a_case_that_stands_on_an_agenda_is_refused_in_words(office: Office) -> None:
    office.go_to("cases")
    office.part("cases-table").selectRow(office.column("cases-table", 1).index(STATUS))
    office.settle()
    office.action("chosen-to-agenda").trigger()
    office.settle()
    office.click("to-agenda-dialog-verb")
    assert "står på en saksliste allerede" in office.dialog("error").accessibleDescription()


def test_a_body_without_coming_meetings_says_what_to_do(office: Office) -> None:
    office.open_case(OF_OTHER_BODY)
    office.action("case-to-agenda").trigger()
    office.settle()
    dialog = office.dialog("to-agenda-dialog")
    assert not office.part("to-agenda-dialog-verb", dialog).isEnabled()
    assert office.part("verb-missing", dialog).text() == "Lag et møte først."
    check_screen(dialog)


def test_a_case_is_decided_in_the_body_that_it_lies_in(office: Office) -> None:
    key = office.case_id(OF_OTHER_BODY)
    office.house.edit.cases.set_amount(key, 300_000, office.house.briefs.view(key).version)
    office.open_case(OF_OTHER_BODY)
    assert office.part("case-level").text() == "Vedtak i Regionrådet"
    assert office.part("level-reason").text() == (
        "Beløpet (300\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr) er innenfor fullmakten til "
        "Næringsrådet. Saken er lagt til Regionrådet, og avgjøres der."
    )
    assert office.house.briefs.view(office.case_id(ARENA)).ruling.reasons[0].code == (
        "within_council_limit"
    )
