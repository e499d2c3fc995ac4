"""The small widgets: each says what it shows, to eyes and to screen readers, and hears keys."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.i18n.voice import Voice
from app.views.widgets.buttons import button, icon_button, say_why
from app.views.widgets.card import Card, LinkRow
from app.views.widgets.chip import Chip
from app.views.widgets.corner import Saved, SavedCorner
from app.views.widgets.dialogs import Answer, ask, tell_error
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import FlowLayout, side_by_side
from app.views.widgets.navigation import Destination, SideNavigation
from app.views.widgets.notices import NoticeBar, Toast
from app.views.widgets.page_header import PageHeader, StatusLine
from app.views.widgets.progress_panel import ProgressPanel
from app.views.widgets.stepper import Stepper
from app.views.widgets.tabs import TabStack, TabStrip
from app.views.widgets.text import ShortText, Text, plain_tooltip
from tests.helpers.gui import put_on_screen
from tests.helpers.screen_check import spoken_name

pytestmark = pytest.mark.usefixtures("theme")

AT = datetime.datetime(2026, 11, 23, 9, 41)
HTML = "<b>Hav</b> & <img src=x onerror=alert(1)>"


@pytest.mark.parametrize("make", [Text, ShortText, Chip])
def test_words_are_never_read_as_html(make: type[Text], qtbot: QtBot) -> None:
    label = make(HTML)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HTML


def test_tooltip_shows_every_character_as_it_is() -> None:
    assert plain_tooltip("Hav & Land") == "Hav & Land"
    assert "<img" not in plain_tooltip(HTML)
    assert "&lt;b&gt;Hav" in plain_tooltip(HTML)


def test_short_text_tells_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    label = ShortText("Delegert vedtak: messedeltakelse")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == "Delegert vedtak: messedeltakelse"
    label.resize(400, 20)
    assert label.toolTip() == ""


def test_chip_without_a_word_is_our_bug(qtbot: QtBot) -> None:
    chip = Chip("ferdig", "ok")
    qtbot.addWidget(chip)
    with pytest.raises(ValueError, match="a chip needs a word"):
        chip.say("", "bad")
    chip.say("utløpt", "bad")
    assert (chip.text(), chip.tone) == ("utløpt", "bad")


def test_button_shows_an_ampersand_as_it_is(qtbot: QtBot) -> None:
    made = button("Hav & Land", "sea")
    qtbot.addWidget(made)
    assert made.text() == "Hav && Land"
    assert spoken_name(made) == "Hav & Land"


def test_disabled_button_says_what_is_missing(qtbot: QtBot) -> None:
    made = button("Send", "send")
    qtbot.addWidget(made)
    say_why(made, "Sakslisten er ikke publisert.")
    assert not made.isEnabled()
    assert made.toolTip() == made.accessibleDescription() == "Sakslisten er ikke publisert."
    say_why(made, None)
    assert made.isEnabled()
    assert made.toolTip() == ""


def test_icon_button_has_words_for_those_who_do_not_see_it(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = icon_button("undo-2", "Angre", "undo", on_click=lambda: pressed.append("undo"))
    put_on_screen(made, qtbot)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert (spoken_name(made), made.toolTip(), pressed) == ("Angre", "Angre", ["undo"])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_row_that_leads_somewhere_answers_to_keys(key: Qt.Key, qtbot: QtBot) -> None:
    row = LinkRow("step", "Møtevarsel sendt", lead=Chip("ferdig", "ok"), side="frist 13. nov.")
    put_on_screen(row, qtbot)
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, key)
    assert spoken_name(row) == "Møtevarsel sendt, frist 13. nov., ferdig"


def test_row_can_be_clicked_on_any_of_its_words(qtbot: QtBot) -> None:
    row = LinkRow("step", "Møtevarsel sendt", trailing=Chip("ferdig", "ok"))
    row.resize(300, 40)
    put_on_screen(row, qtbot)
    with qtbot.waitSignal(row.clicked):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())


def test_card_shows_new_rows_instead_of_the_old(qtbot: QtBot) -> None:
    card = Card("Perioder", "terms")
    put_on_screen(card, qtbot)
    card.show_rows([LinkRow("one", "Melhus"), LinkRow("two", "Skaun")])
    card.show_rows([LinkRow("three", "Malvik")])
    qtbot.waitUntil(lambda: [row.objectName() for row in visible_rows(card)] == ["three"])
    card.tell(title="Plasser", side="9 av 10", below="per i dag")
    assert card.accessibleName() == "Plasser"


def test_header_takes_one_primary_button(qtbot: QtBot) -> None:
    both = (button("Send", "send", "primary"), button("Lag", "make", "primary"))
    with pytest.raises(ValueError, match="one primary button"):
        PageHeader("Møte", actions=both)


def test_status_line_says_what_it_is_told(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("10 plasser")
    assert line.text() == "10 plasser"


def visible_rows(card: Card) -> list[LinkRow]:
    return [row for row in card.findChildren(LinkRow) if row.isVisible()]


def a_navigation(qtbot: QtBot) -> SideNavigation:
    navigation = SideNavigation("Næringsrådet", "rad.rundgang", "Sider", QLabel("Lagret"))
    navigation.show_destinations(
        [
            Destination("desk", "Oversikt", "house"),
            Destination("meetings", "Møter", "calendar"),
            Destination("cases", "Saker", "file-text"),
        ]
    )
    put_on_screen(navigation, qtbot)
    return navigation


def test_arrows_walk_the_navigation_around(qtbot: QtBot) -> None:
    navigation = a_navigation(qtbot)
    chosen: list[str] = []
    navigation.chosen.connect(chosen.append)
    navigation.mark("desk")
    navigation.entry("desk").setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        focused = next(
            entry
            for entry in map(navigation.entry, ("desk", "meetings", "cases"))
            if entry.hasFocus()
        )
        QTest.keyClick(focused, key)
    assert chosen == ["meetings", "cases", "desk", "cases"]


def test_navigation_speaks_its_counts(qtbot: QtBot) -> None:
    navigation = a_navigation(qtbot)
    navigation.show_count("meetings", "4")
    navigation.show_count("gone", "4")
    assert spoken_name(navigation.entry("meetings")) == "Møter, 4"
    navigation.show_count("meetings", "")
    assert spoken_name(navigation.entry("meetings")) == "Møter"


def test_tabs_are_walked_with_arrows_and_built_when_chosen(qtbot: QtBot) -> None:
    strip, built = TabStrip("tabs", "Faner"), []

    def make(name: str) -> QWidget:
        built.append(name)
        return QLabel(name)

    stack = TabStack(strip)
    qtbot.addWidget(stack)
    stack.add("agenda", "Saksliste", lambda: make("agenda"), "8")
    stack.add("papers", "Sakspapirer", lambda: make("papers"), "2 mangler")
    put_on_screen(strip, qtbot)
    assert (built, strip.key()) == (["agenda"], "agenda")
    QTest.keyClick(strip, Qt.Key.Key_Right)
    strip.choose("agenda")
    strip.choose("papers")
    assert built == ["agenda", "papers"]
    assert strip.accessibleTabName(1) == "Sakspapirer 2 mangler"
    strip.tell("papers", "")
    assert strip.accessibleTabName(1) == "Sakspapirer"


def test_steps_say_where_the_meeting_stands(voice: Voice, qtbot: QtBot) -> None:
    steps = Stepper(voice)
    qtbot.addWidget(steps)
    steps.show_steps(("Planlagt", "Varslet", "Godkjent"), 1)
    assert spoken_name(steps) == "Steg 2 av 3: Varslet"
    steps.show_steps(("Planlagt", "Varslet", "Godkjent"), 3)
    assert spoken_name(steps) == "Steg 3 av 3: Godkjent"
    with pytest.raises(ValueError, match="no step 4"):
        steps.show_steps(("Planlagt", "Varslet", "Godkjent"), 4)


def test_empty_place_starts_what_it_teaches(qtbot: QtBot) -> None:
    started: list[str] = []
    empty = EmptyState(
        "none",
        "Ingen saker ennå.",
        icon="file-text",
        verb="Ny sak",
        on_start=lambda: started.append("case"),
    )
    put_on_screen(empty, qtbot)
    verb = empty.findChild(QPushButton, "none-start")
    assert isinstance(verb, QPushButton)
    verb.click()
    assert started == ["case"]


def test_notice_stays_until_it_is_closed(voice: Voice, qtbot: QtBot) -> None:
    notice = NoticeBar(voice, "Disken er full.", "bad")
    put_on_screen(notice, qtbot)
    notice.tell("Alt er lagret igjen.", "ok")
    assert spoken_name(notice) == "Alt er lagret igjen."
    close = notice.findChild(QToolButton, "notice-close")
    assert isinstance(close, QToolButton)
    with qtbot.waitSignal(notice.closed):
        close.click()
    assert not notice.isVisible()


def test_notice_that_must_stay_has_nothing_to_close_it(voice: Voice, qtbot: QtBot) -> None:
    notice = NoticeBar(voice, "Bare lesing.", may_close=False)
    qtbot.addWidget(notice)
    assert notice.findChild(QToolButton) is None


def test_note_takes_back_once(voice: Voice, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(600, 300)
    put_on_screen(window, qtbot)
    toast, undone = Toast(voice, window), []
    toast.say("Sak 21/26 er flyttet.", undo=lambda: undone.append("moved"))
    assert toast.isVisible()
    undo = toast.findChild(QPushButton, "toast-undo")
    assert isinstance(undo, QPushButton)
    undo.click()
    undo.click()
    assert undone == ["moved"]
    assert not toast.isVisible()


def test_note_without_a_way_back_offers_none_and_stays_inside(voice: Voice, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(300, 200)
    put_on_screen(window, qtbot)
    toast = Toast(voice, window)
    toast.say("Sakspapirene er laget og ligger i mappen som du valgte sist.")
    undo = toast.findChild(QPushButton, "toast-undo")
    assert isinstance(undo, QPushButton)
    assert not undo.isVisible()
    window.resize(260, 200)
    assert window.rect().contains(toast.geometry())


def test_progress_tells_and_stops_once(voice: Voice, qtbot: QtBot) -> None:
    panel, stopped = ProgressPanel(voice), []
    qtbot.addWidget(panel)
    panel.cancelled.connect(lambda: stopped.append("stop"))
    assert panel.isHidden()
    panel.begin("Lager sakspapirer")
    panel.show_progress(Progress(3, 12, Reason("setting_pages")))
    label, steps = (panel.findChild(QLabel, f"progress-{part}") for part in ("label", "steps"))
    assert isinstance(label, QLabel)
    assert isinstance(steps, QLabel)
    assert steps.text() == "3 av 12"
    cancel = panel.findChild(QPushButton, "progress-cancel")
    assert isinstance(cancel, QPushButton)
    cancel.click()
    cancel.click()
    panel.show_progress(Progress(4, 12, Reason("joining_pages")))
    assert label.text() == "Avbryter …"
    assert stopped == ["stop"]
    panel.end()
    assert panel.isHidden()


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (Saved("nothing"), ""),
        (Saved("storing"), "Lagrer …"),
        (Saved("stored"), "Alt er lagret"),
        (Saved("stored", AT), "Lagret 09.41"),
        (Saved("stored", missing=("beløp",)), "Lagret · mangler beløp"),
        (Saved("stored", AT, ("hjemmel",)), "Lagret 09.41 · mangler hjemmel"),
        (
            Saved("stored", AT, ("hjemmel", "nøytral tittel")),
            "Lagret 09.41 · mangler hjemmel og nøytral tittel",
        ),
        (
            Saved("stored", AT, note="Sikkerhetskopi i dag"),
            "Lagret 09.41 · Sikkerhetskopi i dag",
        ),
        (Saved("failed"), "Ikke lagret. Det du skrev, står fortsatt her."),
        (Saved("reading"), "Bare lesing"),
    ],
)
def test_corner_says_how_it_stands(saved: Saved, words: str, voice: Voice, qtbot: QtBot) -> None:
    corner = SavedCorner(voice)
    qtbot.addWidget(corner)
    corner.tell(saved)
    assert corner.text() == words
    assert spoken_name(corner) == words


def test_many_missing_fields_are_counted_and_named_for_who_asks(voice: Voice, qtbot: QtBot) -> None:
    corner = SavedCorner(voice)
    qtbot.addWidget(corner)
    corner.tell(Saved("stored", AT, ("tittel", "beløp", "hjemmel")))
    assert corner.text() == "Lagret – 3 felt mangler"
    whole = "Lagret 09.41 · mangler tittel, beløp og hjemmel"
    assert spoken_name(corner) == whole
    words = corner.findChild(QLabel, "saved-words")
    assert isinstance(words, QLabel)
    assert whole in words.toolTip()


def test_question_does_it_only_when_told_to(voice: Voice, qtbot: QtBot) -> None:
    window, done = put_on_screen(QWidget(), qtbot), []
    for key in ("answer-cancel", "answer-delete"):
        asked = ask(
            window,
            voice,
            "Slette utkastet?",
            "Saken flyttes til papirkurven.",
            Answer("delete", "Slett", "danger"),
            lambda: done.append("deleted"),
        )
        pressed = asked.findChild(QPushButton, key)
        assert isinstance(pressed, QPushButton)
        pressed.click()
    assert done == ["deleted"]


def test_enter_never_destroys_and_escape_answers_nothing(voice: Voice, qtbot: QtBot) -> None:
    window, done = put_on_screen(QWidget(), qtbot), []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        asked = ask(
            window,
            voice,
            "Slette?",
            "…",
            Answer("delete", "Slett", "danger"),
            lambda: done.append(1),
        )
        with qtbot.waitActive(asked):
            asked.activateWindow()
        QTest.keyClick(asked, key)
        assert not asked.isVisible()
    assert done == []


def test_error_is_told_in_words_with_its_facts(voice: Voice, qtbot: QtBot) -> None:
    window = put_on_screen(QWidget(), qtbot)
    told = tell_error(window, voice, UserError("file_missing", file="<b>rad</b>.rundgang"))
    words = told.findChild(QLabel, "dialog-text")
    assert isinstance(words, QLabel)
    assert "<b>rad</b>.rundgang" in words.text()
    assert words.textFormat() is Qt.TextFormat.PlainText
    told.close()


def test_flow_breaks_lines_and_counts_their_height(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=8)
    for _ in range(3):
        box = QWidget()
        box.setFixedSize(QSize(100, 20))
        flow.addWidget(box)
    assert [flow.heightForWidth(width) for width in (316, 315, 100)] == [20, 48, 76]


def test_parts_side_by_side_share_the_room(qtbot: QtBot) -> None:
    owner, left, right = QWidget(), QWidget(), QWidget()
    owner.resize(1_001, 100)
    side_by_side(owner, left, right, share=(3, 7))
    put_on_screen(owner, qtbot)
    assert (left.width(), right.width()) == (300, 700)
