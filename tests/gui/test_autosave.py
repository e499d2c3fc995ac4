"""Storing while typing, when the file cannot: a full disk, two batches on their way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.i18n.voice import Voice
from app.services.changes import Changes, Kind, changed
from app.services.drafts import DraftRow, DraftService
from app.services.editing.done import Done
from app.views.editing.autosave import AutoSave, Seen, Slot
from app.views.editing.fields import LineValue
from app.views.shell.workbench import Workbench
from app.views.widgets.corner import Saved
from app.views.widgets.field import Field

NOW = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)


class SlowThreads:
    """Does what is handed in when the test says so, in order."""

    def __init__(self) -> None:
        self.waiting: list[
            tuple[Callable[[], Any], Callable[[Any], Any], Callable[[Any], Any]]
        ] = []

    def write(
        self,
        action: Callable[[], Any],
        done: Callable[[Any], Any],
        failed: Callable[[Exception], Any],
    ) -> None:
        self.waiting.append((action, done, failed))

    def work(self) -> None:
        """Do everything that waits."""
        while self.waiting:
            action, done, failed = self.waiting.pop(0)
            try:
                result = action()
            except Exception as error:  # the real threads tell it so, too
                failed(error)
            else:
                done(result)


class FakeDrafts:
    """Keeps drafts in memory; `is_full` refuses as a full disk does."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, str], tuple[str, int]] = {}
        self.is_full = False

    def save(self, kind: Kind, key: int, field: str, text: str, base_version: int) -> None:
        if self.is_full:
            raise UserError("disk_full", file="råd")
        self.kept[key, field] = (text, base_version)

    def clear(self, kind: Kind, key: int, field: str) -> None:
        self.kept.pop((key, field), None)


class Desk:
    """A row with a title, and an editor of it."""

    def __init__(self) -> None:
        self.title, self.version = "Gammel", 1
        self.is_full = False
        self.threads, self.drafts = SlowThreads(), FakeDrafts()
        self.corner: list[Saved] = []
        self.told: list[Changes] = []
        self.failures: list[Exception] = []
        self.said: list[str] = []
        self.owner = QWidget()
        self.line = QLineEdit(self.owner)
        self.frame = Field(Voice(), "Tittel", self.line, parent=self.owner)
        bench = SimpleNamespace(
            voice=Voice(),
            threads=self.threads,
            hub=SimpleNamespace(publish=self.told.append),
            teller=SimpleNamespace(fail=self.failures.append, say=self.said.append),
            clock=lambda: NOW,
            life=SimpleNamespace(is_over=False),
            show_saved=self.corner.append,
        )
        self.save = AutoSave(
            cast(Workbench, bench), cast(DraftService, self.drafts), Kind.CASE, "test", self.owner
        )
        self.save.add(Slot("title", LineValue(self.line, self.frame), self.store))
        self.save.open(7, self.seen())

    def seen(self) -> Seen:
        return Seen({"title": self.title}, {"row": self.version})

    def store(self, key: int, title: str, version: int) -> Done:
        if self.is_full:
            raise UserError("disk_full", file="råd")
        if version != self.version:
            raise UserError("stale_version")
        if not title:
            raise UserError("case_title_missing")
        self.title, self.version = title, self.version + 1
        return Done(changed(Kind.CASE, key), key, self.version, 1)

    def type(self, words: str) -> None:
        self.line.end(False)
        QTest.keyClicks(self.line, words)

    @property
    def state(self) -> str:
        """What the corner says last."""
        return self.corner[-1].state


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made.owner)
    return made


def test_two_batches_that_are_on_their_way_at_once_are_both_stored(desk: Desk) -> None:
    desk.type("a")
    desk.save.flush()
    desk.type("b")
    desk.save.flush()
    assert len(desk.threads.waiting) == 2
    desk.threads.work()
    assert (desk.title, desk.version) == ("Gammelab", 3)
    assert desk.failures == []
    assert desk.corner[-1] == Saved("stored", NOW)


def test_the_corner_says_stored_only_when_all_is(desk: Desk) -> None:
    desk.type("a")
    assert desk.state == "storing"
    desk.save.flush()
    desk.type("b")
    action, done, _failed = desk.threads.waiting.pop(0)
    done(action())
    assert desk.state == "storing"


def test_a_full_disk_is_told_and_what_was_typed_is_stored_once_there_is_room(
    desk: Desk,
) -> None:
    desk.is_full = desk.drafts.is_full = True
    desk.type("!")
    desk.save.flush()
    desk.threads.work()
    assert desk.state == "failed"
    assert desk.line.text() == "Gammel!"
    assert "Disken er full" in desk.frame.problem
    desk.is_full = desk.drafts.is_full = False
    desk.save.flush()
    desk.threads.work()
    assert desk.title == "Gammel!"
    assert desk.state == "stored"
    assert desk.frame.problem == ""


def test_what_is_refused_is_a_draft_with_the_sentence_under_the_field(desk: Desk) -> None:
    desk.line.clear()
    desk.line.textEdited.emit("")
    desk.save.flush()
    desk.threads.work()
    assert desk.title == "Gammel"
    assert desk.drafts.kept == {(7, "title"): ("", 1)}
    assert desk.frame.problem.startswith("Saken mangler tittel.")
    assert desk.corner[-1] == Saved("stored", NOW, ("tittel",))


def test_a_draft_of_an_older_sight_is_a_clash(desk: Desk, qtbot: QtBot) -> None:
    draft = DraftRow(Kind.CASE, 7, "title", Reason("field_title"), "Utkast", 0, NOW)
    with qtbot.waitSignal(desk.save.clashed) as told:
        desk.save.open(7, desk.seen(), [draft])
    assert told.args == ["title"]
    assert desk.line.text() == "Utkast"
    desk.save.keep_mine("title")
    desk.threads.work()
    assert desk.title == "Utkast"


def test_a_stale_sight_asks_to_read_again_and_then_stores(desk: Desk, qtbot: QtBot) -> None:
    desk.version = 5
    desk.type("!")
    desk.save.flush()
    with qtbot.waitSignal(desk.save.stale):
        desk.threads.work()
    desk.save.absorb(desk.seen(), own=False)
    desk.threads.work()
    assert (desk.title, desk.version) == ("Gammel!", 6)


def test_what_is_refused_after_the_user_went_on_is_said_in_passing(desk: Desk) -> None:
    desk.line.clear()
    desk.line.textEdited.emit("")
    desk.save.open(8, desk.seen())
    desk.threads.work()
    assert desk.drafts.kept == {(7, "title"): ("", 1)}
    assert desk.said[0].startswith("Saken mangler tittel.")


def test_a_mistake_of_ours_loses_nothing(desk: Desk) -> None:
    def break_down(_key: int, _title: str, _version: int) -> Done:
        raise ZeroDivisionError

    desk.save.add(Slot("title", LineValue(desk.line, desk.frame), break_down))
    desk.save.open(7, desk.seen())
    desk.type("!")
    desk.save.flush()
    desk.threads.work()
    assert desk.state == "failed"
    assert isinstance(desk.failures[0], ZeroDivisionError)
    assert desk.line.text() == "Gammel!"


def test_own_news_do_not_disturb_the_field_with_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.owner.show()
    qtbot.waitExposed(desk.owner)
    desk.line.setFocus()
    qtbot.waitUntil(desk.line.hasFocus)
    desk.type(" ")
    desk.save.flush()
    desk.threads.work()
    desk.title = "Gammel"
    desk.save.absorb(desk.seen(), own=True)
    assert desk.line.text() == "Gammel "
    desk.save.absorb(desk.seen(), own=False)
    assert desk.line.text() == "Gammel"


def test_another_subject_stores_the_one_before(desk: Desk) -> None:
    desk.type("!")
    desk.save.open(8, Seen({"title": "En annen"}, {"row": 1}))
    desk.threads.work()
    assert desk.title == "Gammel!"
    assert desk.line.text() == "En annen"
