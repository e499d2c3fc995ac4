"""The menus: every action of the window with its shortcut, and those of the page on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.shell.field_undo import REDO_KEYS
from app.views.shell.format_menu import FormatMenu
from app.views.shell.protocols import PageEntry

FILE, EDIT, GO, VIEW, HELP = _("Fil"), _("Rediger"), _("Gå til"), _("Vis"), _("Hjelp")
NEW, OPEN, RECENT = _("Nytt råd …"), _("Åpne rådsfil …"), _("Åpne nylig")
CLOSE, QUIT = _("Lukk rådsfilen"), _("Avslutt Rundgang")
CUT, COPY, PASTE, SELECT_ALL = _("Klipp ut"), _("Kopier"), _("Lim inn"), _("Merk alt")
BACK, FORWARD, SIDE = _("Tilbake"), _("Fram"), _("Bytt mellom navigasjon og side")
SYSTEM, LIGHT, DARK = _("Følg systemet"), _("Lyst"), _("Mørkt")
FULL_SCREEN = _("Fullskjerm")
SHORTCUTS, LOGS, ABOUT = _("Hurtigtaster"), _("Åpne loggmappen"), _("Om Rundgang")

THEMES = {"system": SYSTEM, "light": LIGHT, "dark": DARK}
_PAGES_WITH_KEYS = 9


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A menu's words, and its actions with their keys as they are written."""

    title: str
    keyed: tuple[tuple[str, str], ...]


class Deeds(Protocol):
    """What the menus can ask the window to do."""

    def new_council(self) -> None:
        """Start a new council from a profile."""

    def ask_for_file(self) -> None:
        """Choose a council file and open it."""

    def open_file(self, path: Path) -> None:
        """Open this council file."""

    def close_council(self) -> None:
        """Close the file and show the start."""

    def quit(self) -> None:
        """Close the window."""

    def go_to(self, place: str) -> None:
        """Open a place and put the keyboard there."""

    def go_back(self) -> None:
        """To the place before."""

    def go_forward(self) -> None:
        """To the place that was gone back from."""

    def change_side(self) -> None:
        """From the navigation to the page, or back."""

    def choose_theme(self, choice: str) -> None:
        """`system`, `light` or `dark`."""

    def toggle_full_screen(self) -> None:
        """All of the screen, or a window again."""

    def show_shortcuts(self) -> None:
        """List every action that has keys."""

    def open_logs(self) -> None:
        """Show the folder of the log."""

    def show_about(self) -> None:
        """Name, version and licences."""


@dataclass(frozen=True, slots=True)
class WindowActions:
    """The actions that others keep up to date."""

    undo: QAction
    redo: QAction
    close: QAction
    back: QAction
    forward: QAction
    recent: QMenu
    page: QMenu


class Menus:
    """A new bar for each file, since its language may be another; the window takes `bar` over."""

    def __init__(self, voice: Voice, deeds: Deeds) -> None:
        self.bar = QMenuBar()
        self._voice, self._deeds = voice, deeds
        file = self._menu(FILE, "file")
        self._add(file, NEW, "new", deeds.new_council, "Ctrl+N")
        self._add(file, OPEN, "open", deeds.ask_for_file, "Ctrl+O")
        recent = file.addMenu(voice.word(RECENT))
        recent.setObjectName("menu-recent")
        file.addSeparator()
        close = self._add(file, CLOSE, "close", deeds.close_council, "Ctrl+W")
        self._add(file, QUIT, "quit", deeds.quit, "Ctrl+Q")
        edit = self._menu(EDIT, "edit")
        undo = self._add(edit, _("Angre"), "undo", None, "Ctrl+Z")
        redo = self._add(edit, _("Gjør om"), "redo", None, "")
        redo.setShortcuts([QKeySequence(keys) for keys in REDO_KEYS])
        edit.addSeparator()
        for text, name, keys in (
            (CUT, "cut", QKeySequence.StandardKey.Cut),
            (COPY, "copy", QKeySequence.StandardKey.Copy),
            (PASTE, "paste", QKeySequence.StandardKey.Paste),
            (SELECT_ALL, "selectAll", QKeySequence.StandardKey.SelectAll),
        ):
            self._add(edit, text, name, _to_focused(name), QKeySequence(keys).toString())
        self._format = FormatMenu(voice, self.bar)
        self.bar.addMenu(self._format)
        self._format.menuAction().setVisible(False)
        page = self._menu(VIEW, "page")
        page.menuAction().setVisible(False)
        self._go = self._menu(GO, "go")
        back = self._add(self._go, BACK, "back", deeds.go_back, "Alt+Left")
        forward = self._add(self._go, FORWARD, "forward", deeds.go_forward, "Alt+Right")
        self._add(self._go, SIDE, "side", deeds.change_side, "F6")
        self._go.addSeparator()
        self._view()
        self._help()
        self.actions = WindowActions(undo, redo, close, back, forward, recent, page)

    def show_pages(self, entries: Sequence[PageEntry]) -> None:
        """The pages in the menu, the first nine with Ctrl and their number."""
        self._format.menuAction().setVisible(True)
        for number, entry in enumerate(entries, start=1):
            keys = f"Ctrl+{number}" if number <= _PAGES_WITH_KEYS else ""
            act = self._add(self._go, entry.title, f"go-{entry.key}", None, keys)
            act.triggered.connect(lambda _=False, key=entry.key: self._deeds.go_to(key))

    def show_page_actions(self, title: str, actions: Sequence[QAction]) -> None:
        """What can be done on the page on screen, in a menu of its name."""
        menu = self.actions.page
        menu.clear()
        menu.setTitle(title.replace("&", "&&"))
        menu.addActions(list(actions))
        menu.menuAction().setVisible(bool(actions))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The files that were opened last."""
        menu = self.actions.recent
        menu.clear()
        for place, path in enumerate(paths):
            act = self._add(menu, path.name, f"recent-{place}", None, "")
            act.setToolTip(str(path))
            act.triggered.connect(lambda _=False, path=path: self._deeds.open_file(path))
        menu.setToolTipsVisible(True)
        menu.menuAction().setEnabled(bool(paths))

    def mark_theme(self, choice: str) -> None:
        """Tick what is shown."""
        self._themes[choice].setChecked(True)

    def keyed(self) -> list[KeyGroup]:
        """Every action that has keys, by its menu; a menu within another comes after it."""
        self._format.fill()
        found: list[KeyGroup] = []
        for top in self.bar.actions():
            menu = top.menu()
            if isinstance(menu, QMenu) and top.isVisible():
                found.extend(_keyed(menu))
        return [group for group in found if group.keyed]

    def _view(self) -> None:
        view = self._menu(VIEW, "view")
        group = QActionGroup(self.bar)
        self._themes: dict[str, QAction] = {}
        for choice, text in THEMES.items():
            act = self._add(view, text, f"theme-{choice}", None, "")
            act.setCheckable(True)
            act.triggered.connect(lambda _=False, key=choice: self._deeds.choose_theme(key))
            group.addAction(act)
            self._themes[choice] = act
        view.addSeparator()
        self._add(view, FULL_SCREEN, "full-screen", self._deeds.toggle_full_screen, "F11")

    def _help(self) -> None:
        menu = self._menu(HELP, "help")
        self._add(menu, SHORTCUTS, "shortcuts", self._deeds.show_shortcuts, "F1")
        self._add(menu, LOGS, "logs", self._deeds.open_logs, "")
        menu.addSeparator()
        self._add(menu, ABOUT, "about", self._deeds.show_about, "")

    def _menu(self, title: str, name: str) -> QMenu:
        menu = self.bar.addMenu(self._voice.word(title))
        menu.setObjectName(f"menu-{name}")
        return menu

    def _add(
        self, menu: QMenu, text: str, name: str, act: Callable[[], object] | None, keys: str
    ) -> QAction:
        made = menu.addAction(self._voice.word(text).replace("&", "&&"))
        made.setObjectName(f"action-{name}")
        if keys:
            made.setShortcut(QKeySequence(keys))
        if act is not None:
            made.triggered.connect(lambda: act())
        return made


def _to_focused(method: str) -> Callable[[], object]:
    """Ask whatever has the keyboard to cut, copy, paste or select, if it can."""

    def act() -> None:
        focused = QApplication.focusWidget()
        if focused is not None and callable(deed := getattr(focused, method, None)):
            deed()

    return act


def _keyed(menu: QMenu) -> list[KeyGroup]:
    form = QKeySequence.SequenceFormat.NativeText
    inside = [each for act in menu.actions() if isinstance(each := act.menu(), QMenu)]
    own = tuple(
        (_plain(act.text()), act.shortcut().toString(form))
        for act in menu.actions()
        if not act.shortcut().isEmpty()
    )
    return [
        KeyGroup(_plain(menu.title()), own),
        *(group for each in inside for group in _keyed(each)),
    ]


def _plain(words: str) -> str:
    return words.replace("&&", "&")
