"""The brief as a secretary writes it: stored while typing, exempted, with files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.rich_text import ListBlock, to_plain
from app.domain.vocabulary import CaseKind, Level
from app.services.changes import Kind
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.meeting_pages import ARENA, GRUNDER, PAGES, Office, arrange

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Office:
    desk = CouncilDesk(PAGES, arrange)
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    made = Office(window, qtbot, desk)
    made.open_case(ARENA)
    return made


def test_a_title_is_stored_a_moment_after_the_last_key(office: Office) -> None:
    title = office.part("case-title")
    title.setFocus()
    office.press(Qt.Key.Key_End, CTRL, on=title)
    office.type(" (ny)", on=title)
    assert office.corner() == "Lagrer …"
    office.wait_for(office.is_stored)
    assert f"{ARENA} (ny)" in office.all_titles()
    assert title.toPlainText() == f"{ARENA} (ny)"


def test_a_title_that_is_emptied_stays_as_a_draft_and_the_old_one_in_the_file(
    office: Office,
) -> None:
    title = office.part("case-title")
    title.setFocus()
    title.selectAll()
    office.press(Qt.Key.Key_Delete, on=title)
    office.wait_for(lambda: "mangler tittel" in office.corner())
    assert ARENA in office.all_titles()
    office.type("Ny tittel", on=title)
    office.wait_for(lambda: "Ny tittel" in office.all_titles())
    assert office.house.drafts.all() == ()
    assert office.is_stored()


def test_an_amount_that_cannot_be_read_is_kept_as_it_was_typed(office: Office) -> None:
    amount = office.part("case-amount")
    assert isinstance(amount, QLineEdit)
    amount.setFocus()
    amount.selectAll()
    office.type("en halv million", on=amount)
    office.wait_for(lambda: "mangler beløp" in office.corner())
    assert office.brief(ARENA).amount == 480_000
    case = office.case_id(ARENA)
    assert [draft.text for draft in office.house.drafts.of(Kind.CASE, case)] == ["en halv million"]
    office.open_case(GRUNDER)
    office.open_case(ARENA)
    assert amount.text() == "en halv million"
    assert "mangler beløp" in office.corner()


def test_the_level_follows_the_amount(office: Office) -> None:
    amount = office.part("case-amount")
    amount.setFocus()
    amount.selectAll()
    office.type("600000", on=amount)
    office.wait_for(lambda: office.brief(ARENA).ruling.level is Level.REGIONAL)
    office.wait_for(lambda: "600\N{NO-BREAK SPACE}000" in office.part("level-why").text())
    assert office.part("case-level").text() == "Vedtak i Regionrådet"


def test_a_list_and_bold_words_are_written_and_stored(office: Office) -> None:
    text = office.part("section-summary").surface
    text.setFocus()
    office.type("- Eierskap er avklart", on=text)
    office.press(Qt.Key.Key_Return, on=text)
    office.type("Midler er søkt", on=text)
    office.wait_for(lambda: bool(office.text_of(ARENA, "summary")))
    (block,) = office.text_of(ARENA, "summary").blocks
    assert isinstance(block, ListBlock)
    assert [item.runs[0].text for item in block.items] == ["Eierskap er avklart", "Midler er søkt"]


def test_what_is_typed_is_stored_when_another_case_is_opened_at_once(office: Office) -> None:
    text = office.part("section-summary").surface
    text.setFocus()
    office.type("Kort sagt", on=text)
    office.open_case(GRUNDER)
    assert to_plain(office.text_of(ARENA, "summary")) == "Kort sagt"
    assert to_plain(office.text_of(GRUNDER, "summary")) == ""


def test_an_editor_that_is_typed_in_is_not_reloaded(office: Office) -> None:
    text = office.part("section-background").surface
    text.setFocus()
    office.type("Først. ", on=text)
    cases, brief = office.house.edit.cases, office.brief(ARENA)
    office.tell(cases.set_officer(brief.id, "Eva Dahl", brief.version))
    assert text.toPlainText().startswith("Først. ")
    assert office.part("case-officer").text() == "Eva Dahl"
    office.wait_for(lambda: to_plain(office.text_of(ARENA, "background")).startswith("Først."))


def test_a_field_that_was_changed_elsewhere_is_told_with_a_choice(office: Office) -> None:
    officer = office.part("case-officer")
    officer.setFocus()
    officer.selectAll()
    QTest.keyClicks(officer, "Min")
    cases, brief = office.house.edit.cases, office.brief(ARENA)
    office.tell(cases.set_officer(brief.id, "En annen", brief.version))
    clash = office.part("clash-text")
    assert "«Saksbehandler» er endret et annet sted" in clash.text()
    office.click("clash-mine")
    office.wait_for(lambda: office.brief(ARENA).officer == "Min")


def test_of_two_that_clash_the_stored_one_can_be_shown(office: Office) -> None:
    officer = office.part("case-officer")
    officer.setFocus()
    officer.selectAll()
    QTest.keyClicks(officer, "Min")
    cases, brief = office.house.edit.cases, office.brief(ARENA)
    office.tell(cases.set_officer(brief.id, "En annen", brief.version))
    office.click("clash-theirs")
    assert officer.text() == "En annen"
    assert office.brief(ARENA).officer == "En annen"


def test_another_field_changed_elsewhere_is_no_clash(office: Office) -> None:
    officer = office.part("case-officer")
    officer.setFocus()
    officer.selectAll()
    QTest.keyClicks(officer, "Min")
    cases, brief = office.house.edit.cases, office.brief(ARENA)
    office.tell(cases.set_total(brief.id, 900_000, brief.version))
    office.wait_for(lambda: office.brief(ARENA).officer == "Min")
    assert office.brief(ARENA).total == 900_000


def test_undo_takes_back_what_was_stored_and_the_field_follows(office: Office) -> None:
    kind = office.part("case-kind")
    assert isinstance(kind, QComboBox)
    kind.setFocus()
    office.press(Qt.Key.Key_Down, on=kind)
    office.wait_for(lambda: office.brief(ARENA).kind is CaseKind.RECOMMENDATION)
    office.window.window.menus.actions.undo.trigger()
    office.wait_for(lambda: kind.currentText() == "gjøre vedtak")
    assert office.brief(ARENA).kind is CaseKind.DECISION


def undo_by_menu(office: Office) -> None:
    office.window.window.menus.actions.undo.trigger()
    office.settle()


def test_what_is_typed_after_the_first_text_was_undone_is_stored(office: Office) -> None:
    text = office.part("section-summary").surface
    text.setFocus()
    office.type("En setning.", on=text)
    office.wait_for(lambda: to_plain(office.text_of(ARENA, "summary")) == "En setning.")
    undo_by_menu(office)
    office.wait_for(lambda: text.toPlainText() == "")
    office.type("Ny setning.", on=text)
    office.wait_for(lambda: to_plain(office.text_of(ARENA, "summary")) == "Ny setning.")
    assert office.house.drafts.all() == ()
    assert office.is_stored()


def test_what_is_typed_right_now_is_stored_before_it_is_undone(office: Office) -> None:
    text = office.part("section-summary").surface
    text.setFocus()
    office.type("En setning.", on=text)
    office.wait_for(lambda: to_plain(office.text_of(ARENA, "summary")) == "En setning.")
    office.type(" En til.", on=text)
    undo_by_menu(office)
    assert text.toPlainText() == to_plain(office.text_of(ARENA, "summary")) == "En setning."
    clashes = office.window.window.findChildren(QWidget, "clash")
    assert clashes
    assert not any(clash.isVisible() for clash in clashes)
    office.type("Ny.", on=text)
    office.wait_for(lambda: "Ny." in to_plain(office.text_of(ARENA, "summary")))
    assert to_plain(office.text_of(ARENA, "summary")) == text.toPlainText()


def test_what_is_missing_is_marked(office: Office) -> None:
    text = office.part("section-proposal").surface
    text.setFocus()
    text.selectAll()
    office.press(Qt.Key.Key_Delete, on=text)
    office.wait_for(lambda: not office.text_of(ARENA, "proposal"))
    office.wait_for(lambda: office.part("missing", office.part("block-proposal")).isVisible())


def test_exempting_asks_for_basis_and_neutral_title(office: Office) -> None:
    office.tick("case-exempt")
    office.wait_for(lambda: office.brief(ARENA).is_exempt)
    basis = office.part("case-basis")
    basis.setFocus()
    office.press(Qt.Key.Key_Down, on=basis)
    neutral = office.part("case-neutral-title")
    neutral.setFocus()
    office.type("Sak om et prosjekt", on=neutral)
    office.wait_for(lambda: office.brief(ARENA).neutral_title == "Sak om et prosjekt")
    assert office.brief(ARENA).basis_id is not None
    assert office.part("case-public").text() == "Unntatt offentlighet"


def test_others_who_pay_are_added_changed_and_taken_away(office: Office) -> None:
    office.click("add-financing")
    source = office.focused()
    assert isinstance(source, QLineEdit)
    office.type("Innovasjon Norge", on=source)
    amount = source.nextInFocusChain()
    assert isinstance(amount, QLineEdit)
    amount.setFocus()
    office.type("450000", on=amount)
    office.part("case-total").setFocus()
    office.settle()
    office.wait_for(lambda: [share.amount for share in office.brief(ARENA).financing] == [450_000])
    share = office.brief(ARENA).financing[0]
    assert share.source == "Innovasjon Norge"
    office.tick("financing-confirmed-0")
    office.wait_for(lambda: office.brief(ARENA).financing[0].is_confirmed)
    office.click("financing-remove-0")
    assert office.brief(ARENA).financing == ()
    office.click("toast-undo")
    assert len(office.brief(ARENA).financing) == 1


def test_files_are_dropped_moved_renamed_and_put_away(office: Office, tmp_path: Path) -> None:
    for name in ("prosjektplan.pdf", "budsjett_2027.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7\n" + name.encode())
    brief = office.part("brief-editor")
    office.drop(brief, str(tmp_path / "prosjektplan.pdf"), str(tmp_path / "budsjett_2027.pdf"))
    office.wait_for(lambda: len(office.brief(ARENA).attachments) == 2)
    assert [one.title for one in office.brief(ARENA).attachments] == [
        "Prosjektplan",
        "Budsjett 2027",
    ]
    files = office.part("attachments")
    files.setFocus()
    files.choose(office.brief(ARENA).attachments[0].id)
    office.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, on=files)
    assert [one.title for one in office.brief(ARENA).attachments][1] == "Prosjektplan"
    office.press(Qt.Key.Key_F2, on=files)
    line = office.part("attachment-title")
    line.selectAll()
    office.type("Planen", on=line)
    office.press(Qt.Key.Key_Return, on=line)
    assert [one.title for one in office.brief(ARENA).attachments][1] == "Planen"
    office.press(Qt.Key.Key_Delete, on=files)
    assert len(office.brief(ARENA).attachments) == 1
    office.click("toast-undo")
    assert len(office.brief(ARENA).attachments) == 2


def test_a_folder_is_asked_about_and_its_files_are_added(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "vedlegg"
    (folder / "under").mkdir(parents=True)
    for number in range(3):
        (folder / f"fil {number}.txt").write_text("innhold")
    office.drop(office.part("brief-editor"), str(folder))
    question = office.dialog("question")
    assert question.windowTitle() == "Legge ved 3 filer?"
    assert "«vedlegg»" in question.accessibleDescription()
    office.click("answer-add-files", question)
    office.wait_for(lambda: len(office.brief(ARENA).attachments) == 3)
    office.click("toast-undo")
    assert office.brief(ARENA).attachments == ()


def test_three_hundred_files_show_progress_and_can_be_stopped(
    office: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "mange"
    folder.mkdir()
    for number in range(300):
        (folder / f"fil {number:03}.txt").write_text(f"innhold {number}")
    office.drop(office.part("brief-editor"), *(str(path) for path in sorted(folder.iterdir())))
    question = office.dialog("question")
    assert question.windowTitle() == "Legge ved 300 filer?"
    QTest.mouseClick(office.part("answer-add-files", question), Qt.MouseButton.LeftButton)
    office.qtbot.waitUntil(lambda: len(office.brief(ARENA).attachments) > 2, timeout=10_000)
    QTest.mouseClick(office.part("progress-cancel"), Qt.MouseButton.LeftButton)
    office.settle()
    assert 2 < len(office.brief(ARENA).attachments) < 300


def test_an_empty_file_and_one_that_is_too_large_are_told(office: Office, tmp_path: Path) -> None:
    empty, huge = tmp_path / "tom.pdf", tmp_path / "film.mov"
    empty.touch()
    with huge.open("wb") as file:
        file.truncate(2_000_000_000)
    office.drop(office.part("brief-editor"), str(empty), str(huge), str(tmp_path / "borte.pdf"))
    told = office.dialog("intake-told").accessibleDescription()
    assert "«tom.pdf» er tom" in told
    assert "film.mov" in told
    assert "«borte.pdf» kan ikke leses" in told
    assert office.brief(ARENA).attachments == ()


def test_a_title_of_two_hundred_letters_takes_the_rows_that_it_needs(office: Office) -> None:
    title = office.part("case-title")
    before = title.height()
    title.setFocus()
    title.selectAll()
    QApplication.clipboard().setText("Et langt navn på en sak " * 9 + "\nslutt")
    office.press(Qt.Key.Key_V, CTRL, on=title)
    office.wait_for(lambda: title.height() > before)
    office.wait_for(lambda: any(len(each) > 200 for each in office.all_titles()))
    assert "\n" not in title.toPlainText()
    check_screen(office.window.window)


def test_the_brief_of_a_case_says_where_it_is_treated_and_leads_there(office: Office) -> None:
    office.go_to(f"cases/{office.case_id(ARENA)}")
    office.wait_for(lambda: office.part("case-place").isVisible())
    assert office.part("case-place").text() == "Næringsrådet 1/2026 · 4. des. 2026"
    office.click("case-place")
    assert office.view.stack.key == "meetings"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_brief_is_clean_from_top_to_end(
    office: Office, size: tuple[int, int], scheme: Scheme
) -> None:
    office.tick("case-exempt")
    office.window.window.resize(*size)
    office.window.theme.choose(scheme)
    office.settle()
    bar = office.part("brief-area").verticalScrollBar()
    for part in range(4):
        bar.setValue(bar.maximum() * part // 3)
        office.settle()
        check_screen(office.window.window)


def test_closing_asks_while_what_was_typed_cannot_be_stored(office: Office, tmp_path: Path) -> None:
    path = office.house.desk.file.path
    away = tmp_path / "borte.rundgang"
    path.rename(away)
    text = office.part("section-summary").surface
    text.setFocus()
    office.type("Skrevet uten fil.", on=text)
    office.wait_for(lambda: office.corner().startswith("Ikke lagret"))
    office.window.window.close()
    office.wait_for(lambda: bool(office.window.window.findChildren(QDialog, "question")))
    assert office.window.window.isVisible()
    question = office.dialog("question")
    assert "går teksten tapt" in " ".join(label.text() for label in question.findChildren(QLabel))
    question.reject()
    away.rename(path)
    office.wait_for(office.is_stored)
    assert to_plain(office.text_of(ARENA, "summary")) == "Skrevet uten fil."
    office.window.window.close()
    office.qtbot.waitUntil(lambda: office.window.is_closed, timeout=10_000)


def test_closing_anyway_closes_without_what_could_not_be_stored(
    office: Office, tmp_path: Path
) -> None:
    office.house.desk.file.path.rename(tmp_path / "borte.rundgang")
    text = office.part("section-summary").surface
    text.setFocus()
    office.type("Skrevet uten fil.", on=text)
    office.window.window.close()
    office.wait_for(lambda: bool(office.window.window.findChildren(QDialog, "question")))
    QTest.mouseClick(office.part("answer-lose"), Qt.MouseButton.LeftButton)
    office.qtbot.waitUntil(lambda: office.window.is_closed, timeout=10_000)
