"""The papers on screen: how soon an edit is seen, and whether the window answers meanwhile."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from app.i18n.voice import Voice
from app.models import Case
from app.services.changes import Kind, changed
from app.services.desk import Desk
from app.services.papers.service import PapersService
from app.tasks.bridge import Bridge
from app.tasks.long_work import LongWork
from app.tasks.previews import Previews
from app.tasks.store_threads import StoreThreads
from app.tasks.worker import Worker
from app.views.papers.making import PURPOSE
from app.views.papers.tab import PapersTab
from app.views.shell.council_memory import CouncilMemory
from app.views.shell.folders import CouncilFolders
from app.views.shell.hub import ChangeHub
from app.views.shell.memory import WindowMemory
from app.views.shell.teller import Teller
from app.views.shell.workbench import Life, Workbench
from app.views.theme.theme import Theme
from app.views.widgets.pdf_view.canvas import PageCanvas
from app.views.widgets.pdf_view.view import PdfView
from tests.bench.bench_papers import _report
from tests.bench.harness import Figure, at_most, bench
from tests.helpers.council import (
    TODAY,
    a_case,
    a_council,
    a_meeting,
    an_attachment,
    clock,
    writing,
)
from tests.helpers.gui import Heartbeat

CASES, ATTACHMENTS, PAGES_EACH = 8, 20, 100
EDITS = 8
MOST_GAP, MOST_DELAY = 50.0, 2_000.0
"""Milliseconds."""
_PATIENCE = 180.0


@bench
def papers_on_screen() -> Iterator[Figure]:
    """Papers with 2 000 pages of attachments: shown, edited, and made, in one window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name, _open_tab(Path(name)) as tab:
        yield Figure("the papers of a meeting, first shown", tab.first * 1_000, "ms")
        delays = [tab.edit(number) for number in range(EDITS)]
        yield Figure(
            "an edit is seen in the preview", max(delays) * 1_000, "ms", limit=at_most(MOST_DELAY)
        )
        yield _longest_gap("longest gap while leafing through", tab.heart, tab.scroll_through)
        yield _longest_gap("longest gap while 2 000 pages are made", tab.heart, tab.make_and_leaf)


def _longest_gap(what: str, heart: Heartbeat, act: Callable[[], object]) -> Figure:
    """The window's longest gap; the floor is that of a process with nothing to do meanwhile.

    The limit is what may be added to the floor, since a machine that is busy with other things
    lets everyone wait.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    idle = context.Process(target=_idle, args=(theirs,))
    idle.start()
    ours.recv()
    with heart.listening():
        act()
    ours.send(None)
    floor = float(ours.recv())
    idle.join()
    return Figure(what, heart.longest, "ms", floor, at_most(MOST_GAP + floor))


def _idle(connection: Connection) -> None:
    """Wake up every millisecond, and tell the longest time between."""
    connection.send(None)
    longest, last = 0.0, time.perf_counter()
    while not connection.poll(0.001):
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    connection.send(longest * 1_000)


@dataclass
class _OpenTab:
    """The tab in a window."""

    tab: PapersTab
    canvas: PageCanvas
    desk: Desk
    hub: ChangeHub
    threads: StoreThreads
    case_id: int
    heart: Heartbeat
    first: float = 0.0
    documents: int = 0

    def edit(self, number: int) -> float:
        """Change a title as a page does, and the seconds until its page is drawn."""

        def write() -> None:
            with writing(self.desk) as work:
                work.session.get_one(Case, self.case_id).title = f"Testarena, utgave {number}"

        def tell(_result: None) -> None:
            self.hub.publish(changed(Kind.CASE, self.case_id))

        return self._until_drawn(lambda: self.threads.write(write, tell, _raise))

    def scroll_through(self) -> None:
        """Page by page to the end."""
        for page in range(self.canvas.page_count):
            self.canvas.go_to_page(page)
            _until(lambda: self.canvas.is_drawn)

    def make_and_leaf(self) -> None:
        """Make everything, and go on reading and editing meanwhile."""
        self.tab.make_papers()
        number = 0
        while self.tab.is_making:
            self.canvas.go_to_page(number % self.canvas.page_count)
            if number % 10 == 0:
                self.edit(EDITS + number)
            _until(lambda: self.canvas.is_drawn)
            number += 1

    def count(self) -> None:
        """One more document has come."""
        self.documents += 1

    def show(self, meeting_id: int) -> None:
        """Show the papers, and keep how long it took."""
        self.first = self._until_drawn(lambda: self.tab.show_meeting(meeting_id))

    def _until_drawn(self, act: Callable[[], object]) -> float:
        before = self.documents
        began = time.perf_counter()
        act()
        _until(lambda: self.documents > before and self.canvas.is_drawn)
        return time.perf_counter() - began


@contextmanager
def _open_tab(folder: Path) -> Iterator[_OpenTab]:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    Theme(application, "light")
    bridge = Bridge()
    with Worker() as worker, a_council(folder / "råd.rundgang", renderer=worker) as desk:
        threads, long_work = StoreThreads(bridge), LongWork(bridge)
        previews = Previews(bridge.post, desk.file.blobs)
        window = QMainWindow()
        bench_ = _workbench(window, threads, long_work, bridge, folder)
        tab = PapersTab(bench_, PapersService(desk), previews)
        bench_.hub.changed.connect(tab.refresh_if)
        window.setCentralWidget(tab)
        window.resize(1_232, 740)
        window.show()
        canvas = tab.findChild(PageCanvas)
        assert canvas is not None
        meeting_id, case_id = _arrange(desk)
        opened = _OpenTab(tab, canvas, desk, bench_.hub, threads, case_id, Heartbeat())
        view = tab.findChild(PdfView)
        assert view is not None
        view.document_shown.connect(opened.count)
        opened.show(meeting_id)
        yield opened
        window.close()
        previews.close()
        long_work.close()
        threads.close()
        bridge.close()


def _workbench(
    window: QMainWindow, threads: StoreThreads, long_work: LongWork, bridge: Bridge, folder: Path
) -> Workbench:
    memory = WindowMemory(folder / "window.json")
    own = CouncilMemory(memory, folder / "bench.rundgang")
    CouncilFolders(own).keep(PURPOSE, folder)
    voice = Voice()
    return Workbench(
        voice=voice,
        hub=ChangeHub(),
        threads=threads,
        long_work=long_work,
        memory=memory,
        council_memory=own,
        teller=Teller(window, voice, _raise),
        today=lambda: TODAY,
        clock=clock,
        life=Life(),
        post=bridge.post,
        show_saved=lambda _saved: None,
        go_to=lambda _place: None,
        undo=lambda: None,
    )


def _arrange(desk: Desk) -> tuple[int, int]:
    """A meeting with eight cases and twenty attachments of a hundred pages each."""
    with writing(desk) as work:
        meeting = a_meeting(work.session)
        cases = [
            a_case(work.session, meeting, title=f"Testarena {number}") for number in range(CASES)
        ]
        for number in range(ATTACHMENTS):
            data = _report(number % 5 + 1, PAGES_EACH)
            case = cases[number % CASES]
            an_attachment(work, case, data, title=f"Rapport {number}", sort=number + 1)
        return meeting.id, cases[0].id


def _until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError("nothing happens any more")
        QApplication.processEvents()
        time.sleep(0.001)


def _raise(error: BaseException) -> None:
    raise error
