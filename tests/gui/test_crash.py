"""Our own bugs are told and logged without anyone's words, and the window lives on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.tasks.worker import WorkerMistake
from app.views.shell.crash import CrashGuard, without_data
from app.views.widgets.dialogs import WordsDialog
from tests.helpers.gui import OpenWindow

Opener = Callable[..., OpenWindow]


def noon() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


SECRET = "Kari Nordmann, unntatt offentlighet"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def guard(
    tmp_path: Path, told: list[str], capsys: pytest.CaptureFixture[str]
) -> Iterator[CrashGuard]:
    """Hooks that write to a folder of their own, and are given back."""
    before = sys.excepthook, threading.excepthook
    made = CrashGuard(tmp_path / "logs", noon, lambda: told.append("crash"))
    made.install()
    yield made
    made.uninstall()
    sys.excepthook, threading.excepthook = before


def log_of(guard: CrashGuard) -> str:
    return (guard.folder / "rundgang.log").read_text(encoding="utf-8")


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_error_is_logged_by_its_places_without_its_words(
    guard: CrashGuard, told: list[str]
) -> None:
    guard.record(raised(ValueError(SECRET)))
    log = log_of(guard)
    assert "ValueError" in log
    assert "test_crash.py" in log
    assert "Kari" not in log
    assert told == ["crash"]


def test_what_led_to_an_error_is_logged_too() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as cause:
            raise RuntimeError(SECRET) from cause
    except RuntimeError as error:
        text = without_data(error)
    assert "RuntimeError" in text
    assert "caused by KeyError" in text
    assert "Kari" not in text


def test_message_that_names_only_our_code_is_kept() -> None:
    text = without_data(raised(AttributeError("'NoneType' object has no attribute 'page'")))
    assert "has no attribute 'page'" in text


def test_mistake_in_the_worker_keeps_its_frames_and_loses_its_words() -> None:
    written = f'Traceback\n  File "app/documents/make.py", line 9, in make\nValueError: {SECRET}\n'
    text = without_data(raised(WorkerMistake(written)))
    assert 'File "app/documents/make.py", line 9, in make' in text
    assert "Kari" not in text


def test_home_folder_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path(__file__).parent)
    text = without_data(raised(ValueError()))
    assert "~/test_crash.py" in text.replace("\\", "/")


def test_error_that_nobody_caught_is_recorded(guard: CrashGuard, told: list[str]) -> None:
    error = raised(ValueError(SECRET))
    sys.excepthook(type(error), error, error.__traceback__)
    assert told == ["crash"]


def test_interrupt_is_not_a_crash(guard: CrashGuard, told: list[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


def test_error_on_another_thread_is_recorded(guard: CrashGuard, told: list[str]) -> None:
    thread = threading.Thread(target=lambda: raised_here())
    thread.start()
    thread.join()
    assert told == ["crash"]
    assert "raised_here" in log_of(guard)


def raised_here() -> None:
    raise ValueError(SECRET)


def test_log_begins_anew_when_it_is_large(guard: CrashGuard) -> None:
    (guard.folder / "rundgang.log").write_text("x" * 600_000, encoding="utf-8")
    guard.record(raised(ValueError(SECRET)))
    assert log_of(guard).startswith("2026-11-23T12:00:00+00:00 ValueError")
    assert (guard.folder / "rundgang.old.log").stat().st_size == 600_000


def test_warning_of_qt_is_logged(guard: CrashGuard) -> None:
    qWarning("something of Qt's own")
    assert "Qt: something of Qt's own" in log_of(guard)


def test_folder_that_cannot_be_written_leaves_the_telling(
    tmp_path: Path, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"")
    before = sys.excepthook, threading.excepthook
    guard = CrashGuard(blocked / "logs", noon, lambda: told.append("crash"))
    guard.install()
    guard.record(ValueError())
    guard.uninstall()
    sys.excepthook, threading.excepthook = before
    assert told == ["crash"]


def test_crash_is_told_once_at_a_time_and_the_window_lives_on(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window()
    opened.open(tmp_path / "rad.rundgang")
    opened.window.tell_crash()
    opened.window.tell_crash()
    dialogs = [each for each in opened.window.findChildren(WordsDialog) if each.isVisible()]
    assert len(dialogs) == 1
    words = dialogs[0].findChild(QLabel, "dialog-text")
    assert isinstance(words, QLabel)
    assert "lagret" in words.text()
    dialogs[0].close()
    view = opened.window.view
    assert view is not None
    view.visit("pieces")
    assert view.stack.key == "pieces"
