"""Python's garbage is collected where widgets live."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.tasks.collector import Collector


class Cycle:
    """Holds itself, and tells on which thread it went."""

    def __init__(self, told: Callable[[int], object]) -> None:
        self.me, self.told = self, told

    def __del__(self) -> None:
        self.told(threading.get_ident())


def test_a_cycle_left_on_another_thread_goes_on_the_window_s(
    qapp: QApplication, qtbot: QtBot
) -> None:
    gone: list[int] = []
    collector = Collector()
    try:

        def litter() -> None:
            Cycle(gone.append)
            rubbish = [[number] for number in range(20_000)]
            assert len(rubbish) == 20_000

        thread = threading.Thread(target=litter)
        thread.start()
        thread.join()
        assert gone == []
        kept = [[number] for number in range(20_000)]
        qtbot.waitUntil(lambda: bool(gone))
        assert gone == [threading.get_ident()]
        assert kept
        assert QThread.currentThread() is qapp.thread()
    finally:
        collector.stop()


def test_the_turns_are_given_back() -> None:
    before = gc.isenabled()
    gc.enable()
    try:
        collector = Collector()
        assert not gc.isenabled()
        collector.stop()
        assert gc.isenabled()
    finally:
        if not before:
            gc.disable()
