"""Work beside the window comes back to it whole, in order, and ends when the window does."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.tasks.bridge import Bridge
from app.tasks.long_work import LongWork, Work
from app.tasks.store_threads import StoreThreads

STEP = Reason("setting_pages")


@pytest.fixture
def bridge(qtbot: QtBot) -> Bridge:
    return Bridge()


@pytest.fixture
def threads(bridge: Bridge) -> Iterator[StoreThreads]:
    made = StoreThreads(bridge)
    yield made
    made.close()
    bridge.close()


@pytest.fixture
def long_work(bridge: Bridge) -> Iterator[LongWork]:
    made = LongWork(bridge)
    yield made
    made.close()
    bridge.close()


def fail(error: object) -> None:
    """Nothing should come here; an error that does is raised where the test sees it."""
    raise error if isinstance(error, Exception) else AssertionError(error)


def test_two_thousand_closures_from_another_thread_arrive_in_order(
    bridge: Bridge, qtbot: QtBot
) -> None:
    heard: list[int] = []

    def ring() -> None:
        for number in range(2_000):
            bridge.post(lambda number=number: heard.append(number))  # type: ignore[misc]

    thread = threading.Thread(target=ring)
    thread.start()
    qtbot.waitUntil(lambda: len(heard) == 2_000)
    thread.join()
    assert heard == list(range(2_000))


def test_closures_run_where_widgets_live(bridge: Bridge, qtbot: QtBot) -> None:
    where: list[QThread] = []
    thread = threading.Thread(target=lambda: bridge.post(lambda: where.append(_here())))
    thread.start()
    qtbot.waitUntil(lambda: bool(where))
    thread.join()
    assert where == [_here()]


def test_closure_that_raises_takes_no_other_with_it(bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[str] = []
    with qtbot.captureExceptions() as raised:
        bridge.post(lambda: fail(ValueError("our bug")))
        bridge.post(lambda: heard.append("next"))
        qtbot.waitUntil(lambda: heard == ["next"])
    assert [kind for kind, _error, _trace in raised] == [ValueError]


def test_closed_bridge_runs_nothing(bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[str] = []
    bridge.post(lambda: heard.append("before"))
    bridge.close()
    bridge.post(lambda: heard.append("after"))
    qtbot.wait(1)
    assert heard == []


def test_writes_come_back_in_the_order_they_were_handed_in(
    threads: StoreThreads, qtbot: QtBot
) -> None:
    heard: list[int] = []
    for number in range(50):
        threads.write(lambda number=number: number, heard.append, fail)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(heard) == 50)
    assert heard == list(range(50))
    assert not threads.is_writing


def test_a_read_does_not_wait_for_a_write(threads: StoreThreads, qtbot: QtBot) -> None:
    gate, heard = threading.Event(), []
    threads.write(gate.wait, lambda _done: heard.append("written"), fail)
    threads.read(lambda: "read", heard.append, fail)
    qtbot.waitUntil(lambda: heard == ["read"])
    assert threads.is_writing
    gate.set()
    qtbot.waitUntil(lambda: heard == ["read", "written"])


def test_error_comes_to_whoever_asked(threads: StoreThreads, qtbot: QtBot) -> None:
    told: list[Exception] = []
    threads.read(lambda: fail(UserError("file_missing", file="x")), lambda _none: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], UserError)


def test_dropped_read_is_left_out_and_dropped_write_is_done(
    threads: StoreThreads, qtbot: QtBot
) -> None:
    gate, done, heard = threading.Event(), [], []
    threads.read(gate.wait, lambda _done: None, fail)
    threads.write(gate.wait, lambda _done: None, fail)
    threads.read(lambda: done.append("read"), lambda _none: heard.append("read"), fail).drop()
    threads.write(lambda: done.append("write"), lambda _none: heard.append("write"), fail).drop()
    gate.set()
    qtbot.waitUntil(lambda: not threads.is_busy)
    assert (done, heard) == (["write"], [])


def test_closing_writes_all_that_was_handed_in(bridge: Bridge) -> None:
    threads = StoreThreads(bridge)
    written: list[int] = []
    for number in range(20):
        threads.write(partial(written.append, number), fail, fail)
    threads.close()
    assert written == list(range(20))
    assert not [each for each in threading.enumerate() if each.name.startswith("rundgang-")]


def test_nothing_can_be_handed_in_after_closing(bridge: Bridge) -> None:
    threads = StoreThreads(bridge)
    threads.close()
    with pytest.raises(RuntimeError):
        threads.write(lambda: None, fail, fail)


def test_what_an_action_holds_dies_on_the_windows_thread(
    threads: StoreThreads, qtbot: QtBot
) -> None:
    buried: list[QThread] = []
    for _ in range(20):
        _ask_and_forget(threads, buried)
    qtbot.waitUntil(lambda: len(buried) == 20)
    assert set(buried) == {_here()}


def test_long_work_tells_how_far_it_is_and_then_its_result(
    long_work: LongWork, qtbot: QtBot
) -> None:
    heard: list[object] = []

    def work() -> Work[str]:
        for step in range(3):
            yield Progress(step, 3, STEP)
        return "papers"

    long_work.begin(work, progressed=heard.append, done=heard.append, failed=fail)
    qtbot.waitUntil(lambda: "papers" in heard)
    assert heard[0] == Progress(0, 3, STEP)
    assert heard[-1] == "papers"


def test_cancelled_work_is_closed_and_told_once(long_work: LongWork, qtbot: QtBot) -> None:
    heard: list[str] = []
    closed = threading.Event()

    def work() -> Work[None]:
        try:
            while True:
                yield Progress(0, 1, STEP)
        finally:
            closed.set()

    handle = long_work.begin(
        work,
        progressed=lambda _progress: handle.cancel(),
        done=lambda _none: heard.append("done"),
        failed=fail,
        cancelled=lambda: heard.append("cancelled"),
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["cancelled"]
    assert closed.is_set()


def test_work_that_waits_can_be_cancelled_before_it_begins(
    long_work: LongWork, qtbot: QtBot
) -> None:
    gate = threading.Event()
    heard: list[str] = []

    def first() -> Work[None]:
        gate.wait()
        yield Progress(1, 1, STEP)

    def second() -> Work[None]:
        heard.append("begun")
        yield Progress(1, 1, STEP)

    long_work.begin(first, done=lambda _none: heard.append("first"), failed=fail)
    handle = long_work.begin(
        second,
        done=lambda _none: heard.append("second"),
        failed=fail,
        cancelled=lambda: heard.append("cancelled"),
    )
    handle.cancel()
    gate.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["first", "cancelled"]


def test_work_that_fails_is_told(long_work: LongWork, qtbot: QtBot) -> None:
    told: list[Exception] = []

    def work() -> Work[None]:
        yield Progress(0, 1, STEP)
        raise UserError("documents_too_slow")

    long_work.begin(work, done=fail, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], UserError)


def test_quitting_cancels_work_and_waits_for_its_end(bridge: Bridge, qtbot: QtBot) -> None:
    long_work, closed = LongWork(bridge), threading.Event()
    heard: list[Progress] = []

    def work() -> Work[None]:
        try:
            while True:
                yield Progress(0, 1, STEP)
        finally:
            closed.set()

    long_work.begin(work, progressed=heard.append, done=fail, failed=fail)
    qtbot.waitUntil(lambda: bool(heard))
    long_work.close()
    assert closed.is_set()


class Witness(QObject):
    """Tells on which thread the last reference to it was let go."""


def _ask_and_forget(threads: StoreThreads, buried: list[QThread]) -> None:
    witness = Witness()
    weakref.finalize(witness, lambda: buried.append(_here()))
    threads.read(lambda: witness.objectName(), lambda _name: None, fail)


def _here() -> QThread:
    return QThread.currentThread()
