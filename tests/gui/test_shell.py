"""The window around the pages: ways around, changes, undo, and the end of a day's work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.i18n.voice import Voice
from app.services.changes import Changes, Kind, changed
from app.views.shell.memory import WindowMemory
from app.views.shell.protocols import PageEntry
from app.views.shell.workbench import Workbench
from app.views.widgets.dialogs import WordsDialog
from app.views.widgets.layout import column
from app.views.widgets.naming import named
from app.views.widgets.notices import NoticeBar
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from tests.helpers.gui import OpenWindow, check_screen
from tests.helpers.screen_check import MarkingVoice, untranslated
from tools.gallery.council import GalleryCouncil, GalleryDesk

Opener = Callable[..., OpenWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


class Notebook(Page):
    """A page that remembers what it was told."""

    def __init__(self, key: str, bench: Workbench) -> None:
        super().__init__(key, PageHeader(key))
        self.bench = bench
        self.heard: list[Changes] = []
        self.places: list[str] = []
        self.left = 0
        self.field = named(QLineEdit(), f"{key}-field", "Felt")
        body = QLabel()
        body.setLayout(column(self.field, None))
        self.fill(body)
        self.action = QAction("Flytt saken opp", self)
        self.action.setShortcut("Alt+Up")

    def refresh_if(self, changes: Changes) -> None:
        self.heard.append(changes)

    def page_actions(self) -> Sequence[QAction]:
        return (self.action,) if self.objectName() == "page-cases" else ()

    def go_to(self, place: str) -> None:
        self.places.append(place)

    def place(self) -> str:
        return self.places[-1] if self.places else ""

    def leave(self) -> None:
        self.left += 1


class NotebookCouncil(GalleryCouncil):
    """A council of notebooks; the page `broken` cannot be made."""

    def pages(self, bench: Workbench) -> Sequence[PageEntry]:
        self.bench = bench
        self.built: list[str] = []

        def build(key: str) -> Page:
            self.built.append(key)
            if key == "broken":
                raise ValueError("our bug")
            return Notebook(key, bench)

        return tuple(
            PageEntry(key, key.capitalize(), "house", lambda key=key: build(key))  # type: ignore[misc]
            for key in ("desk", "meetings", "cases", "broken")
        )


@pytest.fixture
def opened(open_window: Opener, tmp_path: Path) -> OpenWindow:
    """A window with a council of notebooks."""
    made = open_window(GalleryDesk(NotebookCouncil))
    made.open(tmp_path / "rad.rundgang")
    return made


def council(opened: OpenWindow) -> NotebookCouncil:
    view = opened.window.view
    assert view is not None
    assert isinstance(view._council, NotebookCouncil)
    return view._council


def page(opened: OpenWindow, key: str) -> Notebook:
    view = opened.window.view
    assert view is not None
    view.visit(key)
    assert isinstance(view.stack.page, Notebook)
    return view.stack.page


def key_in(opened: OpenWindow) -> str:
    view = opened.window.view
    assert view is not None
    return view.stack.key


def dialog(opened: OpenWindow) -> WordsDialog:
    dialogs = [each for each in opened.window.findChildren(WordsDialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def words(shown: QDialog) -> str:
    label = shown.findChild(QLabel, "dialog-text")
    assert isinstance(label, QLabel)
    return label.text()


def test_pages_are_made_when_they_are_first_opened(opened: OpenWindow) -> None:
    assert council(opened).built == ["desk"]
    page(opened, "cases")
    page(opened, "desk")
    page(opened, "cases")
    assert council(opened).built == ["desk", "cases"]


def test_keys_open_pages_and_put_the_keyboard_there(opened: OpenWindow) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_3, CTRL)
    assert key_in(opened) == "cases"
    assert page(opened, "cases").field.hasFocus()


def test_f6_goes_between_navigation_and_page(opened: OpenWindow) -> None:
    desk = page(opened, "desk")
    desk.field.setFocus()
    QTest.keyClick(opened.window, Qt.Key.Key_F6)
    view = opened.window.view
    assert view is not None
    assert view.navigation.entry("desk").hasFocus()
    QTest.keyClick(view.navigation.entry("desk"), Qt.Key.Key_Down)
    assert key_in(opened) == "meetings"
    QTest.keyClick(opened.window, Qt.Key.Key_F6)
    assert page(opened, "meetings").field.hasFocus()


def test_back_leads_to_the_place_before(opened: OpenWindow) -> None:
    bench = council(opened).bench
    bench.go_to("meetings/12")
    bench.go_to("cases/7")
    opened.window.go_back()
    view = opened.window.view
    assert view is not None
    assert view.stack.place() == "meetings/12"
    opened.window.go_forward()
    assert key_in(opened) == "cases"
    assert opened.window.menus.actions.back.isEnabled()
    assert not opened.window.menus.actions.forward.isEnabled()


def test_page_comes_back_as_it_was_left_and_shows_its_beginning_when_asked_again(
    opened: OpenWindow,
) -> None:
    bench = council(opened).bench
    bench.go_to("meetings/12")
    bench.go_to("cases")
    meetings = page(opened, "meetings")
    assert meetings.place() == "12"
    bench.go_to("meetings")
    assert meetings.place() == ""


def test_place_outlives_a_kill(opened: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    def kept() -> str:
        return WindowMemory(tmp_path / "window.json").place(tmp_path / "rad.rundgang")

    council(opened).bench.go_to("meetings/12")
    qtbot.waitUntil(lambda: kept() == "meetings/12")
    meetings = page(opened, "meetings")
    meetings.places.append("12/agenda/34")
    meetings.wandered.emit()
    qtbot.waitUntil(lambda: kept() == "meetings/12/agenda/34")
    council(opened).bench.go_to("cases/7")
    meetings.wandered.emit()
    qtbot.waitUntil(lambda: kept() == "cases/7")


def test_keyboard_stays_with_a_page_that_has_nothing_yet(opened: OpenWindow) -> None:
    cases = page(opened, "cases")
    cases.field.hide()
    opened.window.go_to("desk")
    QTest.keyClick(opened.window, Qt.Key.Key_3, CTRL)
    assert cases.hasFocus()


def test_place_that_does_not_exist_changes_nothing(opened: OpenWindow) -> None:
    council(opened).bench.go_to("nowhere/1")
    assert key_in(opened) == "desk"
    assert not opened.window.menus.actions.back.isEnabled()


def test_page_that_is_left_stores_what_is_typed(opened: OpenWindow) -> None:
    desk = page(opened, "desk")
    page(opened, "cases")
    assert desk.left == 1


def test_change_reaches_the_page_on_screen_at_once_and_others_when_they_come_back(
    opened: OpenWindow,
) -> None:
    desk, cases = page(opened, "desk"), page(opened, "cases")
    bench = council(opened).bench
    bench.hub.publish(changed(Kind.CASE, 7, origin="editor"))
    bench.hub.publish(changed(Kind.MEETING, 2))
    assert cases.heard == [changed(Kind.CASE, 7, origin="editor"), changed(Kind.MEETING, 2)]
    assert desk.heard == []
    page(opened, "desk")
    assert desk.heard == [Changes(frozenset({Kind.CASE, Kind.MEETING}), frozenset({7, 2}))]
    page(opened, "cases")
    page(opened, "desk")
    assert len(desk.heard) == 1


def test_verb_runs_beside_the_window_and_tells_everyone(opened: OpenWindow) -> None:
    desk = page(opened, "desk")
    bench = council(opened).bench
    bench.change(lambda: changed(Kind.CASE, 7), said="Sak 21/26 er flyttet.")
    opened.settle(lambda: bool(desk.heard))
    assert opened.window.teller.toast.text() == "Sak 21/26 er flyttet."
    assert opened.window.teller.toast.isVisible()


def test_verb_that_is_refused_is_told_in_words_and_changes_nothing(opened: OpenWindow) -> None:
    def refuse() -> Changes:
        raise UserError("file_missing", file="rad.rundgang")

    desk = page(opened, "desk")
    council(opened).bench.change(refuse)
    opened.settle()
    assert "rad.rundgang" in words(dialog(opened))
    assert desk.heard == []


def test_undo_says_what_and_takes_it_back_once(opened: OpenWindow, qtbot: QtBot) -> None:
    here = council(opened)
    undo = opened.window.menus.actions.undo
    assert not undo.isEnabled()
    here.done.append("flyttet sak 21/26")
    here.bench.hub.publish(changed(Kind.CASE, 7))
    opened.settle(undo.isEnabled)
    assert undo.text() == "Angre: flyttet sak 21/26"
    page(opened, "desk").field.clearFocus()
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    opened.settle(lambda: not here.done)
    opened.settle()
    assert not undo.isEnabled()
    assert opened.window.teller.toast.text() == "Angret: flyttet sak 21/26"


def test_field_undoes_its_own_typing_first(opened: OpenWindow) -> None:
    here = council(opened)
    here.done.append("flyttet sak 21/26")
    here.bench.hub.publish(changed(Kind.CASE, 7))
    opened.settle(opened.window.menus.actions.undo.isEnabled)
    field = page(opened, "desk").field
    field.setFocus()
    QTest.keyClicks(field, "hav")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    opened.settle()
    assert field.text() == ""
    assert here.done == ["flyttet sak 21/26"]


def test_actions_of_a_page_have_a_menu_of_its_name(opened: OpenWindow) -> None:
    menus = opened.window.menus
    assert not menus.actions.page.menuAction().isVisible()
    cases = page(opened, "cases")
    assert menus.actions.page.menuAction().isVisible()
    assert menus.actions.page.title() == "Cases"
    assert ("Flytt saken opp", cases.action.shortcut().toString()) == ("Flytt saken opp", "Alt+Up")
    assert "Flytt saken opp" in [words for group in menus.keyed() for words, _keys in group.keyed]
    page(opened, "desk")
    assert not menus.actions.page.menuAction().isVisible()


def test_every_key_has_one_meaning(opened: OpenWindow) -> None:
    page(opened, "cases")
    keys = [keys for group in opened.window.menus.keyed() for _words, keys in group.keyed]
    assert len(keys) == len(set(keys))


def test_page_that_cannot_be_made_leaves_the_others_alone(opened: OpenWindow, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        council(opened).bench.go_to("broken")
    assert [kind for kind, _error, _trace in raised] == [ValueError]
    assert key_in(opened) == "broken"
    assert page(opened, "desk").isVisible()


def test_counts_and_status_are_read_beside_the_window(open_window: Opener, tmp_path: Path) -> None:
    opened = open_window()
    opened.open(tmp_path / "Trondheimsregionen.rundgang")
    view = opened.window.view
    assert view is not None
    assert view.status.text() == "Trondheimsregionen.rundgang · 10 plasser · 23 saker i 2026"
    assert view.navigation.entry("meeting").count == "4"


def test_closing_lets_go_of_the_file_without_a_question(opened: OpenWindow) -> None:
    here, desk = council(opened), page(opened, "desk")
    opened.close()
    assert here.is_closed
    assert desk.left >= 1


def test_what_is_typed_last_is_written_before_the_file_is_closed(opened: OpenWindow) -> None:
    here, desk = council(opened), page(opened, "desk")
    written_while_open: list[bool] = []

    def write() -> Changes:
        written_while_open.append(not here.is_closed)
        return changed(Kind.CASE, 1)

    desk.leave = lambda: here.bench.change(write)  # type: ignore[method-assign,assignment]
    opened.close()
    assert written_while_open
    assert all(written_while_open)
    assert here.is_closed


def test_window_stays_when_the_last_words_could_not_be_stored(
    opened: OpenWindow, qtbot: QtBot
) -> None:
    def full_disk() -> Changes:
        raise UserError("file_missing", file="rad.rundgang")

    here, desk = council(opened), page(opened, "desk")
    desk.leave = lambda: here.bench.change(full_disk)  # type: ignore[method-assign,assignment]
    opened.window.close()
    opened.settle()
    assert opened.window.isVisible()
    assert not here.is_closed
    shown = dialog(opened)
    shown.close()
    desk.leave = lambda: None  # type: ignore[method-assign]
    opened.close()
    assert here.is_closed


def test_answer_that_comes_after_closing_the_file_is_not_shown(opened: OpenWindow) -> None:
    bench = council(opened).bench
    heard: list[str] = []
    bench.read(lambda: "late", heard.append)
    opened.window.close_council()
    opened.settle()
    assert heard == []


def test_file_that_is_open_for_reading_says_so(open_window: Opener, tmp_path: Path) -> None:
    why = "Filen er åpen et annet sted og vises bare for lesing."
    opened = open_window(GalleryDesk(lambda path: GalleryCouncil(path, read_only_because=why)))
    opened.open(tmp_path / "rad.rundgang")
    notice = opened.window.findChild(NoticeBar, "read-only")
    assert isinstance(notice, NoticeBar)
    assert notice.accessibleName() == why


def test_file_that_is_gone_is_told_and_the_start_is_shown(
    open_window: Opener, tmp_path: Path
) -> None:
    opened = open_window()
    opened.window.open_file(tmp_path / "borte.rundgang")
    opened.settle()
    assert "borte.rundgang" in words(dialog(opened))
    assert isinstance(opened.window.findChild(QPushButton, "start-open"), QPushButton)


def test_another_file_takes_the_place_of_the_first(opened: OpenWindow, tmp_path: Path) -> None:
    first = council(opened)
    opened.open(tmp_path / "nabo.rundgang")
    opened.settle()
    assert first.is_closed
    assert council(opened).path.name == "nabo.rundgang"
    assert "nabo.rundgang" in opened.window.windowTitle()


def test_whole_window_speaks_through_its_voice(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = open_window(GalleryDesk(lambda path: GalleryCouncil(path, voice=MarkingVoice())))
    opened.open(tmp_path / "rad.rundgang")
    view = opened.window.view
    assert view is not None
    council_words = (
        "Næringsrådet",
        "rad.rundgang",
        "Rundgang",
        "10 plasser",
        "Oversikt",
        "Møter",
        "Deler",
        "Sikkerhetskopi",
    )
    for shown in (view.navigation, opened.window.menus.bar):
        found = untranslated(shown, lambda text: any(word in text for word in council_words))
        assert found == []


def test_window_speaks_the_language_of_its_file(open_window: Opener, tmp_path: Path) -> None:
    opened = open_window(GalleryDesk(lambda path: GalleryCouncil(path, voice=Voice("en"))))
    opened.open(tmp_path / "rad.rundgang")
    titles = [action.text() for action in opened.window.menus.bar.actions() if action.isVisible()]
    assert titles == ["File", "Edit", "Format", "Go to", "View", "Help"]
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_qt_speaks_norwegian(opened: OpenWindow) -> None:
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert QApplication.translate("QLineEdit", "Cu&t") == "Klipp ut"
    assert QApplication.translate("QSomething", "Never heard of") == "Never heard of"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_start_is_clean(scheme: str, open_window: Opener) -> None:
    opened = open_window()
    opened.theme.choose(scheme)  # type: ignore[arg-type]
    opened.settle()
    check_screen(opened.window)


def test_help_lists_every_key_and_tells_the_version(opened: OpenWindow) -> None:
    opened.window.show_shortcuts()
    shown = dialog(opened)
    labels = [label.text() for label in shown.findChildren(QLabel)]
    assert "Ctrl+Z" in labels
    check_screen(shown)
    shown.close()
    opened.settle()
    opened.window.show_about()
    assert "Rundgang 0" in words(dialog(opened))
