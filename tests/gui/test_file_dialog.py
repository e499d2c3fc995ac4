"""Choosing a file takes nothing from the council file that lies in the same folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from app.services.incoming import survey
from app.views.widgets.file_dialog import FileDialog, NamesAlone
from tests.helpers.council import a_council

ROOT = Path(__file__).resolve().parents[2]
LOCKS = Path("/proc/locks")


def posix_locks() -> set[str]:
    """The locks of this process that a closed file takes along, without their numbers."""
    lines = LOCKS.read_text(encoding="ascii").splitlines()
    rows = [line.split()[1:] for line in lines if f" {os.getpid()} " in line]
    return {" ".join(row) for row in rows if row[0] == "POSIX"}


@pytest.mark.skipif(not LOCKS.exists(), reason="only Linux tells its locks")
def test_the_open_council_file_keeps_its_locks_while_its_folder_is_shown(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_council(tmp_path / "råd.rundgang") as desk, desk.reading() as one:
        one.connection().exec_driver_sql("SELECT count(*) FROM person").scalar()
        before = posix_locks()
        assert before
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = FileDialog(parent, "Velg", str(tmp_path))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.open()
        view = dialog.findChild(QTreeView, "treeView")
        assert view is not None
        qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) > 0)
        for row in range(view.model().rowCount(view.rootIndex())):
            for column in range(view.model().columnCount()):
                view.model().index(row, column, view.rootIndex()).data()
        qtbot.wait(100)
        assert before <= posix_locks()
        dialog.reject()


def test_kinds_are_told_by_name_alone(tmp_path: Path, qtbot: QtBot) -> None:
    plain = tmp_path / "navnet.pdf"
    plain.write_text("ikke en PDF", encoding="utf-8")
    kinds = NamesAlone()
    assert "PDF" in kinds.type(QFileInfo(str(plain)))
    assert kinds.type(QFileInfo(str(tmp_path))) == ""
    assert not kinds.icon(QFileInfo(str(plain))).isNull()
    assert not kinds.icon(QFileInfo(str(tmp_path))).isNull()
    assert not kinds.icon(QFileInfo("/")).isNull()
    assert not kinds.icon(NamesAlone.IconType.Folder).isNull()


def test_a_folder_that_is_gone_is_not_where_it_begins(tmp_path: Path, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = FileDialog(parent, "Velg", str(tmp_path / "borte"))
    assert Path(dialog.directory().absolutePath()).exists()
    dialog.close()


def test_no_other_file_dialog_is_made() -> None:
    """`QFileDialog` is named for its modes and as what ours is built on; nobody makes one."""
    made = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "app").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "QFileDialog(" in line or "QFileDialog.get" in line
    ]
    assert made == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_the_open_council_file_is_no_attachment(tmp_path: Path) -> None:
    council = tmp_path / "råd.rundgang"
    log = tmp_path / "råd.rundgang-wal"
    other = tmp_path / "notat.txt"
    for path in (council, log, other):
        path.write_bytes(b"x")
    link = tmp_path / "lenke"
    link.symlink_to(council)
    found = survey([council, link, log, other], council)
    assert [file.name for file in found.files] == ["notat.txt"]
    assert [error.code for error in found.refused] == ["incoming_is_the_council"] * 3
    assert [file.name for file in survey([tmp_path], council).files] == ["notat.txt"]
