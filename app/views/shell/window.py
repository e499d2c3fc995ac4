"""The window: opens a council, shows it, remembers where the user was, and ends unasked.

What is only needed once a file is opened is imported then: the window must stand there first.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.shell.about import open_folder, show_about, show_crash, show_keys
from app.views.shell.council_memory import CouncilMemory
from app.views.shell.council_view import CouncilView
from app.views.shell.hub import ChangeHub
from app.views.shell.menus import Menus
from app.views.shell.protocols import FileDesk, OpenCouncil, ProfileChoice
from app.views.shell.saved import SavedKeeper
from app.views.shell.start_page import StartPage
from app.views.shell.teller import Teller
from app.views.shell.tools import WindowTools
from app.views.shell.undo import Undo
from app.views.shell.workbench import Life, Workbench
from app.views.widgets.corner import SavedCorner
from app.views.widgets.dialogs import Answer
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.naming import named

if TYPE_CHECKING:
    from app.views.shell.single_instance import FileBell

PROGRAM = "Rundgang"
OPENING = _("Åpner {file} …")
UNSTORED = _("Noe du skrev, er ikke lagret")
UNSTORED_TEXT = _(
    "Rådsfilen kan ikke skrives til nå. Lukker du, går teksten tapt. Kopier den, eller bli her til "
    "filen er på plass: da lagres teksten av seg selv."
)
CLOSE_ANYWAY = _("Lukk uten å lagre")
OPEN_ELSEWHERE = _("Filen er åpen i et annet vindu, som nå ligger fremst.")

_SIZE, _SMALLEST = QSize(1440, 900), QSize(960, 600)
_CRASH_PAUSE = 3_000
"""Milliseconds after a crash dialog before another may come."""


class MainWindow(QMainWindow):
    """One window for one council file at a time."""

    closed = Signal()
    """Everything is stored and every thread has ended."""
    council_shown = Signal()
    """A council has come on screen."""

    def __init__(
        self, desk: FileDesk, tools: WindowTools, voice: Voice, opening: Path | None = None
    ) -> None:
        """A window with the start page, or with a word of the file that is about to be opened."""
        super().__init__()
        named(self, "main-window", PROGRAM)
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(_SMALLEST)
        self._desk, self._tools, self._voice = desk, tools, voice
        self._council: OpenCouncil | None = None
        self._view: CouncilView | None = None
        self._bench: Workbench | None = None
        self._profiles: tuple[ProfileChoice, ...] = ()
        self._teller = Teller(self, voice, tools.crashed)
        self._bell: FileBell | None = None
        self._corner: SavedCorner | None = None
        self._may_lose = False
        self._is_closing = self._is_closed = self._tells_crash = False
        self._failures_told = 0
        self._menus = self._new_menus(voice)
        self._restore_size()
        if opening is None:
            self.show_start()
        else:
            self._show_opening(opening)

    @property
    def view(self) -> CouncilView | None:
        """The open council on screen."""
        return self._view

    @property
    def council(self) -> OpenCouncil | None:
        """The open council."""
        return self._council

    @property
    def bench(self) -> Workbench | None:
        """What the pages of the open council were given."""
        return self._bench

    @property
    def menus(self) -> Menus:
        """The menus as they are now."""
        return self._menus

    @property
    def teller(self) -> Teller:
        """Who speaks over this window."""
        return self._teller

    # Files

    def show_start(self) -> None:
        """Show the three ways to begin."""
        start = StartPage(self._voice)
        start.open_wanted.connect(self.ask_for_file)
        start.new_wanted.connect(self._ask_where)
        start.file_wanted.connect(self.open_file)
        start.demo_wanted.connect(lambda: self._make_demo(start))
        start.show_recent(self._tools.memory.recent_files)
        self.setCentralWidget(start)
        self.setWindowTitle(PROGRAM)
        self._menus.actions.close.setEnabled(False)
        self._tools.threads.read(self._desk.profiles, self._take_profiles, self._teller.fail)

    def open_file(self, path: Path) -> None:
        """Open `path`, unless it is open here or in another window, which then comes forward."""
        if self._council is not None and self._council.path == path:
            self.come_forward()
            return
        from app.views.shell.single_instance import bring_forward

        if bring_forward(path):
            self._teller.say(self._voice.word(OPEN_ELSEWHERE))
            return
        if self._council is None:
            self._show_opening(path)
        self._tools.threads.write(
            lambda: self._desk.open(path), self._show_council, self._could_not_open
        )

    def ask_for_file(self) -> None:
        """Choose a council file and open it."""
        from app.views.shell.files import ask_for_file

        recent = self._tools.memory.recent_files
        ask_for_file(self, self._voice, recent[0].parent if recent else None, self.open_file)

    def new_council(self) -> None:
        """Choose a profile and a place, and make a new council."""
        from app.views.shell.files import ask_for_profile

        ask_for_profile(self, self._voice, self._profiles, self._ask_where)

    def close_council(self) -> None:
        """Close the file and show the start."""
        self._end_council()
        self._tools.memory.last_file = None
        self.show_start()

    def quit(self) -> None:
        """Close the window."""
        self.close()

    # Ways around

    def go_to(self, place: str) -> None:
        """Open a place and put the keyboard there."""
        if self._view is not None:
            self._view.visit(place)
            self._view.enter_page()

    def go_back(self) -> None:
        """To the place before."""
        if self._view is not None:
            self._view.go_back()

    def go_forward(self) -> None:
        """To the place that was gone back from."""
        if self._view is not None:
            self._view.go_forward()

    def change_side(self) -> None:
        """From the navigation to the page, or back."""
        if self._view is not None:
            self._view.change_side()

    # The window itself

    def choose_theme(self, choice: str) -> None:
        """`system`, `light` or `dark`."""
        self._tools.memory.theme = choice
        # The menu offers only the choices there are.
        self._tools.theme.choose(choice)  # type: ignore[arg-type]
        self._menus.mark_theme(choice)

    def toggle_full_screen(self) -> None:
        """All of the screen, or a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_shortcuts(self) -> None:
        """List every action that has keys."""
        show_keys(self, self._voice, self._menus.keyed())

    def open_logs(self) -> None:
        """Show the folder of the log."""
        open_folder(self._tools.logs)

    def show_about(self) -> None:
        """Name, version and licences."""
        show_about(self, self._voice, self._tools.program)

    def come_forward(self) -> None:
        """Before all other windows, also when it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def tell_crash(self) -> None:
        """Say that something of ours went wrong; one dialog at a time."""
        if not self._tells_crash and not self._is_closed:
            self._tells_crash = True
            show_crash(self, self._voice, self._tools.logs, self._rest_after_crash)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is typed, beside the window; it goes when all of it is written.

        When something could not be stored, that is told and the window stays: closing never asks
        but then.
        """
        if self._is_closed:
            event.accept()
            return
        event.ignore()
        if self._is_closing:
            return
        self._is_closing = True
        self._failures_told = self._teller.failures
        if self._view is not None:
            self._view.stack.leave()
        self._tools.threads.write(lambda: None, lambda _nothing: self._close_now(), self._fail)

    # Within

    def _close_now(self) -> None:
        """All that was typed has come back from the writing thread."""
        self._is_closing = False
        if self._teller.failures > self._failures_told:
            return
        if self._corner is not None and self._corner.has_unstored and not self._may_lose:
            self._ask_whether_to_lose()
            return
        memory = self._tools.memory
        memory.geometry = self.saveGeometry()
        memory.last_file = self._council.path if self._council is not None else None
        self.hide()
        self._end_council()
        self._tools.end()
        self._is_closed = True
        self.close()
        self.closed.emit()

    def _ask_whether_to_lose(self) -> None:
        def lose() -> None:
            self._may_lose = True
            self.close()

        word = self._voice.word
        answer = Answer("lose", word(CLOSE_ANYWAY), "danger")
        self._teller.ask(word(UNSTORED), word(UNSTORED_TEXT), answer, lose)

    def _show_council(self, council: OpenCouncil) -> None:
        self._end_council()
        self._council, self._voice = council, council.voice
        memory = self._tools.memory
        memory.add_recent(council.path)
        memory.last_file, memory.language = council.path, council.voice.language
        self._tools.qt_words.speak(council.voice)
        self._menus = self._new_menus(council.voice)
        self._teller.end()
        self._teller = Teller(self, council.voice, self._tools.crashed)
        corner = self._corner = SavedCorner(council.voice)
        saved = SavedKeeper(corner, council.voice, self._tools.clock)
        undo = Undo(self._menus.actions.undo, self._menus.actions.redo, council.voice)
        bench = self._bench = self._new_bench(council, saved, undo)
        bench.hub.changed.connect(saved.hear)
        view = self._view = CouncilView(council, bench, corner)
        if not council.read_only_because:
            bench.read(council.last_backup, saved.note_backup)
        self.setCentralWidget(view)
        self._menus.show_pages(view.entries)
        self._menus.actions.close.setEnabled(True)
        view.moved.connect(self._after_move)
        view.stack.wandered.connect(self._after_move)
        undo.attach(council, bench, view.stack.leave)
        view.open_first(memory.place(council.path))
        view.enter_page()
        self.setWindowTitle(f"{council.name} – {council.path.name} – {PROGRAM}")
        if not council.read_only_because:
            self._hang_bell(council.path)
        self.council_shown.emit()

    def _new_bench(self, council: OpenCouncil, saved: SavedKeeper, undo: Undo) -> Workbench:
        return Workbench(
            voice=council.voice,
            hub=ChangeHub(),
            threads=self._tools.threads,
            long_work=self._tools.long_work,
            memory=self._tools.memory,
            council_memory=CouncilMemory(self._tools.memory, council.path),
            teller=self._teller,
            today=council.today,
            clock=self._tools.clock,
            life=Life(),
            post=self._tools.bridge.post,
            show_saved=saved.tell,
            go_to=self.go_to,
            undo=undo.take_back,
        )

    def _end_council(self) -> None:
        """Let go of the open file, after everything that waits to be written."""
        if self._council is None or self._view is None or self._bench is None:
            return
        self._view.stack.leave()
        self._keep_place()
        self._bench.life.end()
        if self._bell is not None:
            self._bell.take_down()
        self._tools.threads.write(self._council.close, lambda _nothing: None, self._fail)
        self._council = self._view = self._bench = self._corner = None

    def _hang_bell(self, path: Path) -> None:
        """From now on a second start on this file brings this window forward."""
        from app.views.shell.single_instance import FileBell

        if self._bell is None:
            self._bell = FileBell(self.come_forward, self)
        self._bell.hang_at(path)

    def _could_not_open(self, error: Exception) -> None:
        self._teller.fail(error)
        if self._council is None:
            self.show_start()

    def _fail(self, error: Exception) -> None:
        self._teller.fail(error)

    def _show_opening(self, path: Path) -> None:
        words = self._voice.fill(OPENING, file=path.name)
        self.setCentralWidget(EmptyState("opening", words, icon="folder-open"))

    def _take_profiles(self, profiles: object) -> None:
        # Threads hand back any object; this one was asked for above.
        self._profiles = tuple(profiles)  # type: ignore[arg-type]
        start = self.centralWidget()
        if isinstance(start, StartPage):
            start.show_profiles(self._profiles)

    def _ask_where(self, profile: str) -> None:
        from app.views.shell.files import ask_for_new_file

        ask_for_new_file(self, self._voice, lambda path: self._create(path, profile))

    def _create(self, path: Path, profile: str) -> None:
        self._tools.threads.write(
            lambda: self._desk.create(path, profile), self._show_council, self._could_not_open
        )

    def _make_demo(self, start: StartPage) -> None:
        def failed(error: Exception) -> None:
            start.end_demo()
            self._teller.fail(error)

        start.begin_demo()
        handle = self._tools.long_work.begin(
            self._desk.demo,
            done=self.open_file,
            failed=failed,
            progressed=start.show_progress,
            cancelled=start.end_demo,
        )
        start.cancelled.connect(lambda: handle.cancel())

    def _new_menus(self, voice: Voice) -> Menus:
        menus = Menus(voice, self)
        self.setMenuBar(menus.bar)
        menus.show_recent(self._tools.memory.recent_files)
        menus.mark_theme(self._tools.memory.theme)
        menus.actions.close.setEnabled(self._council is not None)
        menus.actions.back.setEnabled(False)
        menus.actions.forward.setEnabled(False)
        menus.actions.undo.setEnabled(False)
        menus.actions.redo.setEnabled(False)
        return menus

    def _keep_place(self) -> None:
        """Also a program that is killed starts again where the user was."""
        if self._council is not None and self._view is not None:
            self._tools.memory.keep_place(self._council.path, self._view.stack.place())

    def _after_move(self) -> None:
        """Another page, or another tab of it: the ways back and the page's menu follow."""
        view = self._view
        if view is None:
            return
        self._keep_place()
        self._menus.actions.back.setEnabled(view.can_go_back)
        self._menus.actions.forward.setEnabled(view.can_go_forward)
        page = view.stack.page
        title = next((each.title for each in view.entries if each.key == view.stack.key), "")
        self._menus.show_page_actions(title, page.page_actions() if page is not None else ())

    def _restore_size(self) -> None:
        kept = self._tools.memory.geometry
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = self.screen().availableGeometry().size()
            self.resize(_SIZE.boundedTo(room))

    def _rest_after_crash(self) -> None:
        def listen_again() -> None:
            self._tells_crash = False

        QTimer.singleShot(_CRASH_PAUSE, self, listen_again)

    def setCentralWidget(self, widget: QWidget) -> None:
        """The widget before dies later: it may be the one whose button was just pressed."""
        before = self.takeCentralWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        super().setCentralWidget(widget)
