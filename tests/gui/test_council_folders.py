"""A dialog for files begins where this council's were last, never where there is no folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.views.shell.council_memory import CouncilMemory
from app.views.shell.folders import CouncilFolders, usual_folder
from app.views.shell.memory import WindowMemory

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def memory(tmp_path: Path) -> WindowMemory:
    return WindowMemory(tmp_path / "window.json")


def folders_of(memory: WindowMemory, council: Path) -> CouncilFolders:
    return CouncilFolders(CouncilMemory(memory, council))


def a_folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_the_first_dialog_begins_where_the_council_file_lies(
    memory: WindowMemory, tmp_path: Path
) -> None:
    assert folders_of(memory, tmp_path / "råd.rundgang").start("papers") == tmp_path


def test_a_purpose_has_its_own_folder_and_else_the_last_one_used(
    memory: WindowMemory, tmp_path: Path
) -> None:
    folders = folders_of(memory, tmp_path / "råd.rundgang")
    folders.keep("papers", a_folder(tmp_path / "papirer"))
    folders.keep("attachments", a_folder(tmp_path / "vedlegg"))
    assert folders.start("papers") == tmp_path / "papirer"
    assert folders.start("pictures") == tmp_path / "vedlegg"
    folders.keep("papers", tmp_path / "papirer")
    assert folders.start("pictures") == tmp_path / "papirer"


def test_a_folder_that_is_gone_is_passed_by(memory: WindowMemory, tmp_path: Path) -> None:
    folders = folders_of(memory, tmp_path / "råd.rundgang")
    folders.keep("papers", tmp_path / "borte")
    assert folders.kept("papers") == tmp_path / "borte"
    assert folders.start("papers") == tmp_path
    away = folders_of(memory, tmp_path / "minnepinne" / "råd.rundgang")
    assert away.start("papers") == Path.home()


def test_what_stands_in_the_field_comes_first_where_it_exists(
    memory: WindowMemory, tmp_path: Path
) -> None:
    folders = folders_of(memory, tmp_path / "råd.rundgang")
    copies = a_folder(tmp_path / "kopier")
    assert folders.start("backups", str(copies)) == copies
    assert folders.start("backups", str(tmp_path / "borte")) == tmp_path


def test_the_folder_of_one_council_file_is_not_that_of_another(
    memory: WindowMemory, tmp_path: Path
) -> None:
    folders_of(memory, tmp_path / "nr.rundgang").keep("papers", a_folder(tmp_path / "nr"))
    assert folders_of(memory, tmp_path / "rr.rundgang").kept("papers") is None
    memory.write()
    again = WindowMemory(tmp_path / "window.json")
    assert folders_of(again, tmp_path / "nr.rundgang").kept("papers") == tmp_path / "nr"


def test_folders_that_all_councils_shared_are_forgotten(tmp_path: Path) -> None:
    kept = tmp_path / "window.json"
    kept.write_text('{"folders": {"papers": "/felles"}}', encoding="utf-8")
    folders = folders_of(WindowMemory(kept), tmp_path / "råd.rundgang")
    assert folders.kept("papers") is None
    folders.keep("papers", tmp_path)
    assert folders.kept("papers") == tmp_path


def test_the_usual_folder_is_there() -> None:
    assert usual_folder().is_dir()
