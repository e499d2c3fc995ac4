"""Innstillinger as a secretary uses them: typed, stored by themselves, refused in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.vocabulary import DayUnit, DeadlineKind, QuorumRule
from app.i18n.voice import Voice
from app.services.settings import BodySettings, RulesFields
from app.views.settings.page import SettingsPage
from app.views.theme.tokens import Scheme
from tests.helpers.council_desk import CouncilDesk
from tests.helpers.gui import Heartbeat, OpenWindow, check_screen

BLOCKED = 2_000
"""Milliseconds: far more than drawing takes, far less than waiting for a disk."""
ALT = Qt.KeyboardModifier.AltModifier
NEW_YEAR = date(2027, 1, 1)


class Settings:
    """The page in the hands of a test."""

    def __init__(self, window: OpenWindow, desk: CouncilDesk) -> None:
        self.window = window
        assert desk.opened is not None
        self.house = desk.opened.house
        view = window.window.view
        assert view is not None
        self.view = view

    def go(self, section: str) -> None:
        self.view.visit(f"settings/{section}")
        self.settle()

    def settle(self) -> None:
        """Wait until the section stands and everything has been read."""
        page = self.view.stack.page
        assert isinstance(page, SettingsPage)
        self.window.settle(lambda: not page.is_building)
        self.window.settle()

    def part(self, name: str, inside: QWidget | None = None) -> Any:
        found = (inside or self.window.window).findChild(QWidget, name)
        assert found is not None, name
        return found

    def dialog(self) -> QWidget:
        found = QApplication.activeModalWidget()
        assert found is not None
        return found

    def write(self, name: str, words: str, inside: QWidget | None = None) -> None:
        """Type over what stands in a field, and leave it."""
        field = self.part(name, inside)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        self.settle()

    def pick(self, name: str, words: str) -> None:
        """Type the first letters of a choice, as the keyboard does it."""
        choice = self.part(name)
        choice.setFocus()
        place = choice.findText(words)
        key = Qt.Key.Key_Down if place > choice.currentIndex() else Qt.Key.Key_Up
        while choice.currentIndex() != place:
            QTest.keyClick(choice, key)
        self.window.settle()

    def click(self, name: str, inside: QWidget | None = None) -> None:
        QTest.mouseClick(self.part(name, inside), Qt.MouseButton.LeftButton)
        self.window.settle()

    def problem(self, name: str) -> str:
        return str(self.part(name).accessibleDescription())

    def corner(self) -> str:
        return str(self.part("saved-words").text())

    def body(self) -> BodySettings:
        return self.house.settings.body("NR")

    def rules(self) -> RulesFields:
        return self.body().rules[0].fields


@pytest.fixture
def settings(open_window: Callable[..., OpenWindow], tmp_path: Path) -> Settings:
    desk = CouncilDesk({"settings": SettingsPage})
    window = open_window(desk)
    window.open(tmp_path / "råd.rundgang")
    found = Settings(window, desk)
    found.settle()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_section_is_clean(settings: Settings, scheme: Scheme) -> None:
    settings.window.theme.choose(scheme)
    for section in ("officer", "language", "backup", "limits", "NR"):
        settings.go(section)
        for size in ((1440, 900), (1100, 700)):
            settings.window.window.resize(*size)
            settings.settle()
            check_screen(settings.window.window)


def test_officer_is_stored_while_typed_and_the_corner_says_so(settings: Settings) -> None:
    settings.write("setting-officer_name", "Kari Berg")
    settings.write("setting-place", "Melhus")
    fields = settings.house.settings.council().fields
    assert (fields.officer_name, fields.place) == ("Kari Berg", "Melhus")
    assert settings.corner().startswith("Lagret")


def test_council_without_a_name_is_told_and_kept_as_typed(settings: Settings) -> None:
    before = settings.house.settings.council().fields.name
    field = settings.part("setting-name")
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settings.settle()
    assert settings.house.settings.council().fields.name == before
    assert "Rådet mangler navn" in settings.problem("setting-name")
    assert "mangler navn" in settings.corner()


def test_language_of_documents_is_chosen(settings: Settings) -> None:
    settings.go("language")
    settings.pick("setting-document_language", "Engelsk")
    assert settings.house.settings.council().fields.document_language == "en"


def test_backup_folder_that_is_missing_is_told_and_a_real_one_stored(
    settings: Settings, tmp_path: Path
) -> None:
    settings.go("backup")
    settings.write("setting-backup_folder", "/finnes/ikke")
    assert settings.house.settings.council().fields.backup_folder == ""
    told = settings.part("backup-folder")
    assert "Mappen /finnes/ikke finnes ikke" in told.accessibleDescription()
    settings.write("setting-backup_folder", str(tmp_path))
    assert settings.house.settings.council().fields.backup_folder == str(tmp_path)
    assert told.accessibleDescription().startswith("Velg gjerne")


def test_numbers_have_a_live_example(settings: Settings) -> None:
    settings.go("NR")
    example = settings.part("number-example")
    assert example.text() == "Slik blir saksnumrene: NR 12/26"
    field = settings.part("rule-number_separator")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-")
    assert example.text() == "Slik blir saksnumrene: NR 12-26"
    settings.pick("rule-number_year_digits", "Fire sifre (2026)")
    assert example.text() == "Slik blir saksnumrene: NR 12-2026"
    assert (settings.rules().number_separator, settings.rules().number_year_digits) == ("-", 4)


def test_number_form_that_cannot_be_is_told_and_stays_as_typed(settings: Settings) -> None:
    settings.go("NR")
    settings.write("rule-number_prefix", "N2")
    assert settings.part("rule-number_prefix").text() == "N2"
    assert "kan ikke stå foran saksnummer" in settings.problem("rule-number_prefix")
    assert settings.part("number-example").text() == "Saksnumrene kan ikke se slik ut."
    assert settings.rules().number_prefix == "NR"
    settings.go("officer")
    settings.go("NR")
    assert settings.part("rule-number_prefix").text() == "N2"


def test_quorum_asks_for_its_number_and_takes_both_at_once(settings: Settings) -> None:
    settings.go("NR")
    settings.pick("rule-quorum-rule", "Et fast antall")
    assert settings.part("rule-quorum-number").isVisible()
    assert "mangler et tall" in settings.problem("rule-quorum")
    settings.write("rule-quorum-number", "6")
    rules = settings.rules()
    assert (rules.quorum_rule, rules.quorum_number) == (QuorumRule.NUMBER, 6)
    assert settings.problem("rule-quorum") == ""


def test_meeting_start_length_and_notice_are_typed_in_any_usual_form(settings: Settings) -> None:
    settings.go("NR")
    settings.write("rule-meeting_start", "830")
    settings.write("rule-meeting_minutes", "90")
    settings.write("rule-term_notice_days", "90 og 30")
    rules = settings.rules()
    assert (rules.meeting_start, rules.meeting_minutes, rules.term_notice_days) == (
        "08:30",
        90,
        (90, 30),
    )
    settings.write("rule-meeting_start", "ni")
    assert "Dette er ikke et klokkeslett" in settings.problem("rule-meeting_start")
    assert settings.rules().meeting_start == "08:30"


def test_observers_and_exempt_is_a_tick(settings: Settings) -> None:
    settings.go("NR")
    tick = settings.part("rule-observers_see_exempt")
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    settings.settle()
    assert settings.rules().observers_see_exempt


def test_new_rules_begin_on_a_day_and_are_shown(settings: Settings) -> None:
    settings.go("NR")
    settings.click("new-rules")
    check_screen(settings.dialog())
    assert settings.part("new-rules-from", settings.dialog()).value == NEW_YEAR
    QTest.keyClick(settings.part("new-rules-from", settings.dialog()), Qt.Key.Key_Return)
    settings.settle()
    assert settings.body().rules[0].from_on == NEW_YEAR
    assert settings.part("rules-from").currentText() == "fra 1. januar 2027"
    settings.pick("rule-record_name", "Referat")
    later, now = settings.body().rules
    assert (later.fields.record_name, now.fields.record_name) == ("referat", "protokoll")
    assert now.to_on == date(2026, 12, 31)


def test_new_rules_on_a_day_that_has_some_are_refused_at_the_field(settings: Settings) -> None:
    settings.go("NR")
    settings.click("new-rules")
    dialog = settings.dialog()
    day = settings.part("new-rules-from", dialog)
    day.selectAll()
    QTest.keyClicks(day, "1.1.2000")
    QTest.keyClick(day, Qt.Key.Key_Return)
    settings.settle()
    assert "har allerede regler som begynner 1. januar 2000" in day.accessibleDescription()
    assert dialog.isVisible()


@pytest.mark.parametrize("kind", DeadlineKind)
def test_every_kind_of_deadline_is_set_in_either_kind_of_days(
    settings: Settings, kind: DeadlineKind
) -> None:
    settings.go("NR")
    side = "etter" if kind.value.startswith("minutes") else "før"
    assert settings.part(f"deadline-{kind}-days").accessibleName().endswith(f"({side} møtet)")
    for days, unit in ((3, DayUnit.WORKING), (9, DayUnit.CALENDAR)):
        settings.write(f"deadline-{kind}-days", str(days))
        settings.pick(f"deadline-{kind}-unit", Voice().title_label("day_unit", unit))
        (row,) = [row for row in settings.body().deadlines if row.kind is kind]
        assert (row.days, row.unit) == (days, unit)


def test_deadline_is_changed_and_taken_away(settings: Settings) -> None:
    settings.go("NR")

    def papers() -> tuple[int | None, DayUnit]:
        row = next(row for row in settings.body().deadlines if row.kind is DeadlineKind.PAPERS)
        return row.days, row.unit

    settings.write("deadline-papers-days", "10")
    settings.pick("deadline-papers-unit", "Virkedager")
    assert papers() == (10, DayUnit.WORKING)
    field = settings.part("deadline-papers-days")
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settings.settle()
    assert papers()[0] is None
    settings.write("deadline-papers-days", "900")
    assert "kan ikke være på 900 dager" in settings.problem("deadline-papers")


def test_sections_are_moved_added_renamed_and_removed(settings: Settings) -> None:
    settings.go("NR")
    sections = settings.part("list-sections")

    def headings() -> list[str]:
        return [row.heading for row in settings.body().sections]

    second = settings.body().sections[1]
    sections.choose(second.id)
    sections.setFocus()
    QTest.keyClick(sections, Qt.Key.Key_Down, ALT)
    settings.settle()
    assert headings()[2] == "Oppsummering"
    QTest.keyClick(sections, Qt.Key.Key_F2)
    settings.write("section-heading", "Kort fortalt", settings.dialog())
    settings.click("section-dialog-verb", settings.dialog())
    assert headings()[2] == "Kort fortalt"
    settings.click("new-section")
    check_screen(settings.dialog())
    settings.write("section-heading", "Klima", settings.dialog())
    settings.click("section-dialog-verb", settings.dialog())
    assert headings()[-1] == "Klima"
    sections.choose(settings.body().sections[-1].id)
    settings.window.window.activateWindow()
    sections.setFocus()
    settings.settle()
    QTest.keyClick(sections, Qt.Key.Key_Delete)
    settings.settle()
    assert "Klima" not in headings()
    settings.click("toast-undo")
    assert headings()[-1] == "Klima"


def test_proposal_is_never_taken_out(settings: Settings) -> None:
    settings.go("NR")
    sections = settings.part("list-sections")
    sections.choose(settings.body().sections[0].id)
    sections.setFocus()
    QTest.keyClick(sections, Qt.Key.Key_Delete)
    settings.settle()
    assert "Forslaget kan ikke tas bort" in settings.dialog().accessibleDescription()
    settings.dialog().close()


def test_standing_item_is_added_with_the_usual_title(settings: Settings) -> None:
    settings.go("NR")
    settings.click("new-standing")
    dialog = settings.dialog()
    check_screen(dialog)
    assert settings.part("standing-title", dialog).text() == "Orienteringer"
    QTest.keyClick(settings.part("standing-numbered", dialog), Qt.Key.Key_Space)
    settings.click("standing-dialog-verb", dialog)
    added = settings.body().standing[-1]
    assert (added.title, added.minutes, added.is_numbered) == ("Orienteringer", 5, True)


def test_limits_are_stored_together_and_out_of_order_is_told(settings: Settings) -> None:
    settings.go("limits")
    (row,) = settings.house.settings.limits()
    lower, upper = f"limit-administrative-{row.id}", f"limit-council-{row.id}"
    settings.write(lower, "900 000")
    assert settings.house.settings.limits() == (row,)
    assert settings.part(lower).text() == "900\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr"
    assert settings.problem(lower)
    settings.write(upper, "1,2 mill.")
    (now,) = settings.house.settings.limits()
    assert (now.administrative, now.council) == (900_000, 1_200_000)
    assert settings.problem(lower) == ""


def test_new_limits_hold_from_a_day_and_can_be_taken_away(settings: Settings) -> None:
    settings.go("limits")
    settings.click("new-limits")
    dialog = settings.dialog()
    assert not settings.part("new-limits-dialog-verb", dialog).isEnabled()
    settings.write("new-limits-from", "1.1.2027", dialog)
    settings.write("new-limit-council", "800 000", dialog)
    check_screen(dialog)
    settings.click("new-limits-dialog-verb", dialog)
    new, old = settings.house.settings.limits()
    assert (new.from_on, new.council, old.council) == (NEW_YEAR, 800_000, 500_000)
    settings.click(f"remove-limits-{new.id}")
    assert settings.house.settings.limits() == (old,)
    settings.click("toast-undo")
    assert len(settings.house.settings.limits()) == 2


def test_sections_of_the_page_are_walked_with_the_arrows(settings: Settings) -> None:
    settings.go("officer")
    settings.part("go-officer").setFocus()
    QTest.keyClick(settings.part("go-officer"), Qt.Key.Key_Down)
    settings.settle()
    page = settings.view.stack.page
    assert page is not None
    assert page.place() == "language"


def test_window_answers_while_settings_are_opened(settings: Settings, heartbeat: Heartbeat) -> None:
    for section in ("limits", "NR"):
        settings.go(section)
    with heartbeat.listening():
        for section in ("officer", "limits", "NR"):
            settings.go(section)
    assert heartbeat.longest < BLOCKED
