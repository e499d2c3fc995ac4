"""Sakspapirer as a secretary uses it: look at each version, make the files, see what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.vocabulary import Audience
from app.models import Meeting
from app.services.changes import Changes, Kind, changed
from tests.helpers.council import texts_of, writing
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.pages import FakePreviews
from tests.helpers.papers_page import SECRET, Papers

MADE = [
    "Sakspapirer NR-6-2026 med vedlegg.pdf",
    "Sakspapirer NR-6-2026.docx",
    "Sakspapirer NR-6-2026.pdf",
]


@pytest.fixture
def previews() -> FakePreviews:
    return FakePreviews()


@pytest.fixture
def papers(
    open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path, previews: FakePreviews
) -> Papers:
    return Papers(open_window, qtbot, tmp_path, previews)


def test_members_version_is_shown_first(papers: Papers) -> None:
    papers.show()
    assert papers.audiences() == [Audience.MEMBERS]
    assert papers.words("papers-state") == "Utkast"
    assert papers.tab._view.has_document


def test_other_version_is_shown_for_another_audience_and_nothing_exempt_is_in_it(
    papers: Papers,
) -> None:
    papers.show()
    papers.click("audience-public")
    papers.wait_for(2)
    assert papers.audiences() == [Audience.MEMBERS, Audience.PUBLIC]
    members, public = papers.previews.asked
    assert any(SECRET in text for text in texts_of(members))
    assert not any(SECRET in text for text in texts_of(public))


def test_edit_is_shown_where_the_reader_is(papers: Papers) -> None:
    papers.show()
    papers.tab._view.go_to_page(2)
    papers.edit(title="Ny tittel")
    papers.wait_for(2)
    assert "Ny tittel" in {case.title for case in papers.previews.asked[-1].cases}
    assert papers.tab._view.page == 2
    assert papers.previews.sources[0].is_closed


def test_many_edits_at_once_are_one_new_document(papers: Papers) -> None:
    papers.show()
    for number in range(20):
        papers.edit(title=f"Tittel {number}")
    papers.wait_for(2)
    assert len(papers.previews.asked) == 2
    assert "Tittel 19" in {case.title for case in papers.previews.asked[-1].cases}


def test_change_that_says_nothing_new_makes_no_new_document(papers: Papers) -> None:
    papers.show()
    papers.page.bench.hub.publish(changed(Kind.CASE, 1))
    papers.qtbot.waitUntil(lambda: not papers.tab._showing._pause.isActive())
    papers.window.settle()
    papers.page.bench.hub.publish(Changes(frozenset({Kind.ACTION})))
    assert not papers.tab._showing._pause.isActive()
    assert len(papers.previews.asked) == 1


def test_nothing_is_made_while_nobody_sees_it(papers: Papers) -> None:
    papers.show()
    papers.tab.hide()
    papers.edit(title="Ny tittel")
    papers.qtbot.waitUntil(lambda: not papers.tab._showing._pause.isActive())
    papers.window.settle()
    assert len(papers.previews.asked) == 1
    papers.tab.show()
    papers.wait_for(2)
    assert "Ny tittel" in {case.title for case in papers.previews.asked[-1].cases}


def test_document_on_its_way_is_dropped_for_a_newer_one(papers: Papers) -> None:
    papers.show()
    papers.previews.holds_back = True
    papers.click("audience-public")
    papers.qtbot.waitUntil(lambda: len(papers.previews.asked) == 2)
    papers.previews.holds_back = False
    papers.click("audience-observers")
    papers.wait_for(2)
    assert papers.previews.closed == 1
    assert papers.audiences()[-1] is Audience.OBSERVERS


def test_published_papers_are_told_from_later_edits(papers: Papers) -> None:
    papers.show()
    papers.publish()
    papers.qtbot.waitUntil(lambda: papers.words("papers-state").startswith("Publisert"))
    assert not papers.has("papers-version")
    papers.edit(title="Ny tittel")
    papers.qtbot.waitUntil(lambda: papers.has("papers-version"))
    assert "Senere endringer er ikke med" in papers.words("notice-text")
    papers.window.settle()
    asked = len(papers.previews.asked)
    papers.click("papers-version-act")
    papers.qtbot.waitUntil(lambda: len(papers.previews.asked) > asked)
    papers.window.settle()
    assert "Ny tittel" in {case.title for case in papers.previews.asked[-1].cases}
    assert papers.words("papers-state") == "Endret etter publisering"
    papers.click("papers-version-act")
    papers.qtbot.waitUntil(lambda: papers.words("papers-state").startswith("Publisert"))


def test_attachment_is_shown_as_it_stands_in_the_package(papers: Papers) -> None:
    papers.show()
    titles = [act.text() for act in papers.tab._head._menu.actions() if act.text()]
    assert titles == ["Sakspapirene", "Vedlegg 1: Prosjektplan"]
    papers.tab._head._menu.actions()[-1].trigger()
    papers.wait_for(2)
    assert papers.previews.asked[-1].title == "Prosjektplan"
    assert papers.words("which-document") == "Vedlegg 1"
    papers.tab._head._menu.actions()[0].trigger()
    papers.wait_for(3)
    assert papers.words("which-document") == "Sakspapirene"


def test_attachment_that_was_taken_away_gives_way_to_the_papers(papers: Papers) -> None:
    papers.show()
    papers.tab._head._menu.actions()[-1].trigger()
    papers.wait_for(2)
    papers.edit(is_exempt=True, neutral_title="Unntatt sak")
    papers.click("audience-public")
    papers.wait_for(3)
    assert papers.previews.asked[-1].meta.audience is Audience.PUBLIC
    assert not papers.has("which-document")


def test_what_is_missing_leads_to_its_cure(papers: Papers) -> None:
    papers.show()
    papers.edit(title="Uten forslag")
    with writing(papers.house.desk) as work:
        meeting = work.session.query(Meeting).one()
        case = meeting.items[0].case
        assert case is not None
        for text in case.texts:
            work.session.delete(text)
    papers.edit(amount=1)
    papers.qtbot.waitUntil(lambda: any("forslag" in each for each in papers.remarks()))
    with papers.qtbot.waitSignal(papers.tab.cure_wanted) as told:
        papers.click("remark-0-cure")
    codes = ("proposal_missing", "brief_missing", "plan_assessment_missing")
    assert told.args[0].reason.code in codes


def test_meeting_without_a_place_leads_to_where_it_is_written(papers: Papers) -> None:
    with writing(papers.house.desk) as work:
        work.session.query(Meeting).one().place = ""
    papers.show()
    place = next(at for at, words in enumerate(papers.remarks()) if "sted" in words)
    assert papers.words(f"remark-{place}-cure") == "Skriv sted"
    with papers.qtbot.waitSignal(papers.tab.cure_wanted) as told:
        papers.click(f"remark-{place}-cure")
    assert told.args[0].reason.code == "place_missing"


def test_what_did_not_come_out_as_written_is_told(papers: Papers) -> None:
    papers.previews.problems = (Reason("characters_replaced", n=2, characters=("😀", "🎉")),)
    papers.show()
    assert any("finnes ikke i skriften" in each for each in papers.remarks())


def test_papers_that_cannot_be_shown_say_why_and_are_tried_again(papers: Papers) -> None:
    papers.previews.error = UserError("preview_too_slow")
    papers.tab.show_meeting(papers.meeting_id)
    papers.qtbot.waitUntil(lambda: papers.has("reader-problem"))
    assert "Det tok for lang tid" in papers.words("sentence")
    papers.previews.error = None
    papers.click("reader-problem-start")
    papers.wait_for(1)
    assert papers.tab._view.has_document


def test_lost_document_is_told_and_can_be_shown_again(papers: Papers) -> None:
    papers.show()
    papers.previews.sources[-1].heard().lost(UserError("preview_fell"))
    assert papers.has("reader-problem")
    papers.click("reader-problem-start")
    papers.wait_for(2)


def test_files_are_made_and_listed_and_opened(papers: Papers) -> None:
    papers.show()
    papers.click("make-papers")
    assert papers.has("progress")
    assert not papers.part("make-papers").isEnabled()
    papers.wait_until_made()
    assert papers.files() == MADE
    assert papers.words("file-0-name") == "Sakspapirer"
    assert papers.words("file-1-facts").startswith("PDF · ")
    assert not papers.has("progress")
    papers.click("file-0-open")
    papers.click("open-folder")
    assert papers.system.opened == [papers.out / "Sakspapirer NR-6-2026.pdf", papers.out]


def test_folder_is_asked_for_once_and_can_be_changed(papers: Papers, tmp_path: Path) -> None:
    papers.show()
    assert papers.words("folder-name") == "Ingen mappe er valgt"
    papers.click("make-papers")
    papers.wait_until_made()
    papers.tab._make_word.trigger()
    papers.wait_until_made()
    assert papers.system.asked == 1
    assert papers.words("folder-name").endswith("ut")
    papers.system.folder = tmp_path
    papers.click("change-folder")
    assert papers.tab._making.folder == tmp_path


def test_no_folder_no_files(papers: Papers) -> None:
    papers.show()
    papers.system.folder = None
    papers.click("make-papers")
    assert not papers.tab.is_making
    assert papers.files() == []


def test_one_kind_alone_is_made_from_the_menu(papers: Papers) -> None:
    papers.show()
    papers.tab._make_word.trigger()
    papers.wait_until_made()
    assert papers.files() == ["Sakspapirer NR-6-2026.docx"]


def test_files_that_are_there_are_replaced_only_when_the_user_says_so(papers: Papers) -> None:
    papers.show()
    papers.tab._make_word.trigger()
    papers.wait_until_made()
    before = (papers.out / "Sakspapirer NR-6-2026.docx").read_bytes()
    papers.edit(title="Ny tittel")
    papers.tab._make_word.trigger()
    papers.wait_until_made()
    assert (papers.out / "Sakspapirer NR-6-2026.docx").read_bytes() == before
    papers.click("answer-replace")
    papers.wait_until_made()
    assert (papers.out / "Sakspapirer NR-6-2026.docx").read_bytes() != before


def test_folder_that_is_gone_is_told_in_words(papers: Papers) -> None:
    papers.show()
    papers.system.folder = papers.out / "borte"
    papers.click("make-papers")
    papers.wait_until_made()
    papers.qtbot.waitUntil(lambda: papers.has("error"))
    assert "finnes ikke" in papers.words("dialog-text")
    papers.click("answer-close")


def test_making_is_cancelled_and_nothing_is_written(papers: Papers) -> None:
    papers.show()
    papers.click("make-papers")
    papers.click("progress-cancel")
    papers.wait_until_made()
    assert papers.files() == []
    assert "Ingen filer er skrevet" in papers.words("toast-text")


def test_file_without_a_program_is_told(papers: Papers) -> None:
    papers.show()
    papers.tab._make_word.trigger()
    papers.wait_until_made()
    papers.system.can_open = False
    papers.click("file-0-open")
    assert "lot seg ikke åpne" in papers.words("toast-text")


def test_attachment_that_went_wrong_is_told_after_making(papers: Papers) -> None:
    papers.show()
    with writing(papers.house.desk) as work:
        meeting = work.session.query(Meeting).one()
        case = meeting.items[0].case
        assert case is not None
        case.attachments[0].sha256 = work.add_blob(b"%PDF-1.7 borte")
    papers.click("make-papers")
    papers.wait_until_made()
    assert any("Vedlegg 1" in each for each in papers.remarks())


def test_every_action_has_keys_or_a_place_in_the_menu(papers: Papers) -> None:
    papers.show()
    actions = papers.tab.page_actions()
    assert all(act.text() and act.objectName() for act in actions)
    keys = [act.shortcut().toString() for act in actions if not act.shortcut().isEmpty()]
    assert len(keys) == len(set(keys)) >= 12


def test_without_a_meeting_nothing_can_be_made(papers: Papers) -> None:
    assert papers.has("reader-empty")
    assert not papers.part("make-papers").isEnabled()
    papers.show()
    assert papers.part("make-papers").isEnabled()
    papers.tab.show_meeting(None)
    assert papers.has("reader-empty")
    assert not papers.part("make-papers").isEnabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_is_readable_and_named(papers: Papers, scheme: str) -> None:
    papers.window.theme.choose(scheme)  # type: ignore[arg-type]
    papers.show()
    papers.publish()
    papers.edit(title="Ny tittel")
    papers.click("make-papers")
    papers.wait_until_made()
    papers.qtbot.waitUntil(lambda: papers.has("papers-version"))
    papers.window.window.resize(1100, 700)
    papers.window.settle()
    check_screen(papers.tab)
