"""What every test of the window may ask for; the offscreen platform's own complaints are let be."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from _pytest.faulthandler import fault_handler_stderr_fd_key
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.i18n.voice import Voice
from app.views.shell.protocols import FileDesk
from app.views.theme.theme import Theme
from tests.helpers.gui import Heartbeat, OpenWindow
from tools.gallery.council import GalleryDesk

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Offscreen says that it cannot raise windows; nothing else is let pass."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _traces(request: pytest.FixtureRequest) -> Iterator[None]:
    """A guard against crashes takes Python's traces to a file of its own: have them back after."""
    yield
    if not faulthandler.is_enabled():
        faulthandler.enable(request.config.stash[fault_handler_stderr_fd_key])


@pytest.fixture
def voice() -> Voice:
    """Bokmål."""
    return Voice()


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def theme(_theme: Theme) -> Theme:
    """The light theme, over the whole application."""
    _theme.choose("light")
    return _theme


@pytest.fixture
def heartbeat(qapp: QApplication) -> Heartbeat:
    """Measures the event loop's longest gap: `with heartbeat.listening(): …`."""
    return Heartbeat()


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., OpenWindow]]:
    """Makes windows over a desk, the gallery's by default, and closes them afterwards."""
    windows: list[OpenWindow] = []

    def make(desk: FileDesk | None = None, folder: Path = tmp_path) -> OpenWindow:
        windows.append(OpenWindow(qtbot, desk or GalleryDesk(), folder))
        return windows[-1]

    yield make
    for window in windows:
        window.end()
