"""Files that were made are listed again after a start, as far as they still lie where they were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import Audience
from app.services.papers.made import FileKind, Format, MadeFile
from app.views.papers.remembered import PART, key_of, recorded, still_there
from tests.helpers.gui import OpenWindow
from tests.helpers.pages import FakePreviews
from tests.helpers.papers_page import Papers

AT = datetime(2026, 11, 27, 1, 57, tzinfo=UTC)


@pytest.fixture
def papers(open_window: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path) -> Papers:
    return Papers(open_window, qtbot, tmp_path, FakePreviews())


def a_made_file(path: Path) -> MadeFile:
    path.write_bytes(b"%PDF")
    return MadeFile(path, FileKind.PAPERS, "members", Format.PDF, 4, "abc")


def test_what_was_made_is_listed_again_after_a_start(papers: Papers) -> None:
    papers.show()
    remember(papers, Audience.MEMBERS, a_made_file(papers.out / "Sakspapirer.pdf"))
    papers.tab.show_meeting(None)
    papers.tab.show_meeting(papers.meeting_id)
    papers.window.settle()
    assert papers.words("papers-files-side").startswith("Laget 27. nov.")
    assert papers.words("papers-files-side").endswith("kl. 02.57")
    assert papers.words("file-0-facts") == "PDF · 4 sider"


def test_what_was_made_for_others_is_listed_with_their_version(papers: Papers) -> None:
    papers.show()
    remember(papers, Audience.PUBLIC, a_made_file(papers.out / "Offentlig.pdf"))
    papers.tab.show_meeting(None)
    papers.tab.show_meeting(papers.meeting_id)
    papers.window.settle()
    assert papers.has("papers-files-empty")
    papers.click("audience-public")
    papers.window.settle()
    assert papers.words("file-0-name") == "Sakspapirer"


def test_a_file_is_made_told_and_remembered(papers: Papers) -> None:
    papers.show()
    papers.click("audience-public")
    papers.tab._make_word.trigger()
    papers.wait_until_made()
    assert papers.words("toast-text") == "Den offentlige utgaven er laget."
    assert papers.words("papers-files-side").startswith("Laget ")
    papers.window.settle()
    memory = papers.page.bench.council_memory
    record = memory.of(PART)[key_of(papers.meeting_id, Audience.PUBLIC)]
    found = still_there(record)
    assert found is not None
    assert [one.file.path.parent for one in found.files] == [papers.out]


def test_a_file_that_was_edited_is_told_as_such_and_one_that_is_gone_is_not_told(
    tmp_path: Path,
) -> None:
    kept, gone = a_made_file(tmp_path / "a.pdf"), a_made_file(tmp_path / "b.pdf")
    record = recorded((kept, gone), AT)
    kept.path.write_bytes(b"%PDF and more")
    gone.path.unlink()
    made = still_there(record)
    assert made is not None
    assert made.at == AT
    assert [(one.file, one.is_edited) for one in made.files] == [(kept, True)]
    kept.path.unlink()
    assert still_there(record) is None


@pytest.mark.parametrize(
    "record", [{}, {"at": "i går", "files": []}, {"at": AT.isoformat(), "files": [{}]}]
)
def test_a_record_that_cannot_be_read_is_no_record(record: dict[str, object]) -> None:
    assert still_there(record) is None


def remember(papers: Papers, audience: Audience, file: MadeFile) -> None:
    """As an earlier start would have."""
    memory = papers.page.bench.council_memory
    memory.keep(PART, key_of(papers.meeting_id, audience), recorded((file,), AT))
