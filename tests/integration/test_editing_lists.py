"""The list of cases, drafts, and history with undo, redo and bin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.rich_text import from_plain
from app.domain.vocabulary import CaseKind, CaseStatus
from app.i18n.voice import Voice
from app.services.bin import BinKind
from app.services.case_list import CaseFilter, CaseSort
from app.services.changes import Kind
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from tests.helpers.council import a_case, a_council, a_meeting, the_body, writing
from tests.helpers.store import refused


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with a_council(tmp_path / "råd.rundgang") as desk:
        yield House(desk)


def titles(house: House, sort: CaseSort = CaseSort.TITLE, **which: Any) -> list[str]:
    keys = house.case_list.keys(CaseFilter(**which), sort, descending=False)
    return [row.title for row in house.case_list.rows(keys)]


@pytest.fixture
def cases(house: House) -> House:
    with writing(house.desk) as work:
        session = work.session
        a_case(
            session,
            a_meeting(session),
            title="Testarena for havteknologi",
            number=21,
            number_year=2026,
            status=CaseStatus.PUBLISHED,
            officer="Kari Ås",
        )
        a_case(
            session,
            title="Årsrapport",
            body_id=the_body(session, "RR").id,
            kind=CaseKind.INFORMATION,
            amount=None,
            number=21,
            number_year=2025,
            status=CaseStatus.NOTED,
            created_on=date(2025, 2, 1),
        )
        a_case(session, title="Ærlig konkurranse", amount=90_000)
        a_case(session, title="Økt eksport", amount=100_000)
    return house


def test_cases_are_listed_in_norwegian_order(cases: House) -> None:
    assert titles(cases) == [
        "Testarena for havteknologi",
        "Ærlig konkurranse",
        "Økt eksport",
        "Årsrapport",
    ]


@pytest.mark.parametrize(
    ("which", "found"),
    [
        ({"text": "HAVteknologi"}, ["Testarena for havteknologi"]),
        ({"text": "økt"}, ["Økt eksport"]),
        ({"text": "ÅRSRAPPORT"}, ["Årsrapport"]),
        ({"text": "kari ås"}, ["Testarena for havteknologi"]),
        ({"text": "21/26"}, ["Testarena for havteknologi"]),
        ({"text": "NR 21/2026"}, ["Testarena for havteknologi"]),
        ({"text": "21"}, ["Testarena for havteknologi", "Årsrapport"]),
        ({"text": "100%"}, []),
        ({"text": "_"}, []),
        ({"body": "RR"}, ["Årsrapport"]),
        ({"year": 2025}, ["Årsrapport"]),
        ({"kinds": [CaseKind.INFORMATION]}, ["Årsrapport"]),
        ({"statuses": [CaseStatus.PUBLISHED]}, ["Testarena for havteknologi"]),
        ({"only_waiting": True}, ["Ærlig konkurranse", "Økt eksport"]),
    ],
)
def test_list_is_filtered(cases: House, which: dict[str, Any], found: list[str]) -> None:
    assert titles(cases, **which) == found


@pytest.mark.parametrize("sort", list(CaseSort))
@pytest.mark.parametrize("descending", [True, False])
def test_every_sort_keeps_every_case(cases: House, sort: CaseSort, descending: bool) -> None:
    keys = cases.case_list.keys(None, sort, descending=descending)
    assert sorted(keys) == [1, 2, 3, 4]


def test_row_tells_number_level_and_meeting(cases: House) -> None:
    (row,) = cases.case_list.rows(cases.case_list.keys(CaseFilter(text="havteknologi")))
    assert (row.number, row.meeting, row.held_on) == (
        "NR 21/26",
        "Næringsrådet 6/2026",
        date(2026, 12, 4),
    )
    assert cases.case_list.years() == (2026, 2025)
    assert cases.case_list.rows([999]) == ()


def test_draft_is_kept_until_its_value_is_stored(house: House) -> None:
    house.drafts.save(Kind.CASE, 7, "amount", "480 000 eller så", 3)
    house.drafts.save(Kind.CASE, 7, "amount", "480 000 eller", 3)
    house.drafts.save(Kind.MEETING, 1, "start", "kl", 1)
    (draft,) = house.drafts.of(Kind.CASE, 7)
    assert (draft.text, draft.base_version) == ("480 000 eller", 3)
    assert [Voice().say(one.what) for one in house.drafts.all()] == ["beløp", "starttid"]
    house.drafts.clear(Kind.CASE, 7, "amount")
    house.drafts.clear(Kind.CASE, 7, "amount")
    assert [one.field for one in house.drafts.all()] == ["start"]


def test_draft_of_an_unnamed_field_is_still_told(house: House) -> None:
    house.drafts.save(Kind.CASE, 7, "section:background", "{", 0)
    house.drafts.save(Kind.CASE, 7, "strange", "?", 0)
    assert [Voice().say(one.what) for one in house.drafts.all()] == [
        "en del av saksframlegget",
        "et felt",
    ]


def test_undo_takes_back_one_deed_after_the_other(house: House) -> None:
    case = house.edit.cases.create("NR", "Testarena")
    house.edit.cases.set_title(case.id, "Testarena – fase 2", case.version)
    undone = house.history.undo_last()
    assert Voice().say(undone.line.what) == "Endret tittelen på saken"
    assert (undone.line.before, undone.line.after) == ("Testarena", "Testarena – fase 2")
    assert Kind.CASE in undone.changes.kinds
    assert house.briefs.view(case.id).title == "Testarena"
    house.history.undo_last()
    assert house.case_list.keys() == ()
    with refused("nothing_to_undo"):
        house.history.undo_last()


def test_what_was_undone_is_done_again_in_order(house: House) -> None:
    case = house.edit.cases.create("NR", "Testarena")
    house.edit.cases.set_title(case.id, "Testarena – fase 2", case.version)
    house.history.undo_last()
    house.history.undo_last()
    house.history.redo_last()
    assert house.briefs.view(case.id).title == "Testarena"
    house.history.redo_last()
    assert house.briefs.view(case.id).title == "Testarena – fase 2"
    with refused("nothing_to_redo"):
        house.history.redo_last()
    house.history.undo_last()
    assert house.briefs.view(case.id).title == "Testarena"


def test_the_menu_names_the_deed_however_often_it_was_undone(house: House) -> None:
    case = house.edit.cases.create("NR", "Testarena")
    house.edit.cases.set_title(case.id, "Testarena – fase 2", case.version)
    for _times in range(2):
        house.history.undo_last()
        again = house.history.next_redo()
        assert again is not None
        assert Voice().say(again.what) == "Endret tittelen på saken"
        house.history.redo_last()
        back = house.history.next_undo()
        assert back is not None
        assert Voice().say(back.what) == "Endret tittelen på saken"


def test_new_deed_ends_what_could_be_done_again(house: House) -> None:
    case = house.edit.cases.create("NR", "Testarena")
    house.edit.cases.set_title(case.id, "Testarena – fase 2", case.version)
    house.history.undo_last()
    house.edit.cases.create("NR", "Gründerprogram")
    assert house.history.next_redo() is None
    with refused("nothing_to_redo"):
        house.history.redo_last()


def test_undo_stops_at_what_was_published(house: House) -> None:
    meeting = house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4))).id
    with writing(house.desk) as work:
        case = a_case(work.session).id
    house.edit.agenda.add_case(meeting, case)
    house.meetings.publish(meeting, reason="Sted kommer.")
    assert house.history.next_undo() is None
    newer = house.edit.cases.create("NR", "Gründerprogram")
    assert house.history.undo_last().line.subject_id == newer.id
    assert house.history.next_undo() is None


def test_undo_does_not_reach_what_was_done_before_the_file_was_opened(house: House) -> None:
    from datetime import timedelta

    from app.services.desk import Desk

    house.edit.cases.create("NR", "Testarena")
    desk = house.desk
    later = Desk(
        desk.file, lambda: desk.clock() + timedelta(hours=1), desk.renderer, desk.asked_today
    )
    assert House(later).history.next_undo() is None


def test_deed_in_the_history_is_taken_back_alone(house: House) -> None:
    case = house.edit.cases.create("NR", "Testarena")
    house.edit.cases.set_officer(case.id, "Kari Berg", case.version)
    house.edit.texts.write_section(case.id, "summary", from_plain("Kort."), 0)
    lines = house.history.of(Kind.CASE, case.id)
    assert [Voice().say(line.what) for line in lines] == [
        "Skrev i «Oppsummering»",
        "Endret saksbehandler",
        "Opprettet saken",
    ]
    assert all(line.can_undo for line in lines)
    house.history.undo(lines[1].entry)
    assert house.briefs.view(case.id).officer == ""
    newest, *_rest = house.history.of(Kind.CASE, case.id)
    assert newest.is_undoing
    with refused("undo_in_use", "undo_changed_since"):
        house.history.undo(lines[2].entry)


def test_publishing_keeps_its_reason_in_the_history(house: House) -> None:
    meeting = house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4))).id
    house.meetings.publish(meeting, reason="Ingen saker ennå.")
    line = house.history.of(Kind.MEETING, meeting)[0]
    assert Voice().say(line.what) == "Publiserte sakslisten"
    assert (line.reason, line.can_undo) == ("Ingen saker ennå.", False)


def test_bin_holds_what_was_deleted_and_gives_it_back(house: House) -> None:
    case = house.edit.cases.create("NR", "Testarena").id
    attachment = house.edit.attachments.add(case, "plan.pdf", b"%PDF-1.7").id
    meeting = house.edit.meetings.create(NewMeeting(body="NR", held_on=date(2026, 12, 4))).id
    house.edit.attachments.remove(attachment)
    house.edit.meetings.delete(meeting)
    assert {(row.kind, row.title) for row in house.bin.all()} == {
        (BinKind.ATTACHMENT, "Plan"),
        (BinKind.MEETING, "Næringsrådet 1/2026"),
    }
    of_meeting = next(row for row in house.bin.all() if row.kind is BinKind.MEETING)
    assert (of_meeting.belongs_to, of_meeting.held_on) == ("Næringsrådet", date(2026, 12, 4))
    house.edit.cases.delete(case)
    assert {row.kind for row in house.bin.all()} == {BinKind.CASE, BinKind.MEETING}
    for kind, key in (
        (BinKind.CASE, case),
        (BinKind.ATTACHMENT, attachment),
        (BinKind.MEETING, meeting),
    ):
        house.bin.restore(kind, key)
    assert house.bin.all() == ()
    assert [one.title for one in house.briefs.view(case).attachments] == ["Plan"]
    assert house.agendas.view(meeting).counts.lines == 5


def test_bin_tells_who_deleted(house: House) -> None:
    case = house.edit.cases.create("NR", "Testarena").id
    attachment = house.edit.attachments.add(case, "plan.pdf", b"%PDF-1.7").id
    for who in ("Anne Moe", "Per Lund"):
        council = house.settings.council()
        house.edit.settings.set_council(replace(council.fields, officer_name=who), council.version)
        house.edit.attachments.remove(attachment)
        assert [row.deleted_by for row in house.bin.all()] == [who]
        house.bin.restore(BinKind.ATTACHMENT, attachment)
