"""The actions of the two tables of fixed points, with why one cannot be done (R19)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.year.entries import PointEntry
from app.services.year.facts import YearPoint
from app.views.editing.actions import action, on_enter, say_why_not
from app.views.year.points.deeds import PointDeeds

NEW_POINT = _("Nytt fast punkt")
OPEN_CASE, OPEN_MEETING = _("Åpne saken"), _("Åpne møtet")
MAKE_CASE, NEW_MEETING = _("Lag saken"), _("Nytt møte")
MOVE, DROP, TAKE_BACK = _("Flytt til …"), _("Sløyf i år …"), _("Ta tilbake")
EDIT, END, DELETE = _("Rediger punktet …"), _("Avslutt punktet …"), _("Slett punktet")

CHOOSE_FIRST = _("Velg et punkt i listen først.")
NO_CASE, NO_MEETING = _("Punktet har ingen sak å åpne."), _("Punktet har ikke noe møte.")
HAS_MEETING = _("Punktet har et møte.")
WAS_MADE = _("Saken er laget, og den lages bare én gang.")
IS_DROPPED, IS_OVER = _("Punktet er sløyfet."), _("Møtet er holdt.")
ON_AGENDA = _("Saken står på en saksliste. Flytt møtet, så går punktet med.")
AS_RULE = _("Punktet er verken flyttet eller sløyfet.")

NEXT_WORDS = {
    "take_back": (TAKE_BACK, "restore-turn"),
    "new_meeting": (NEW_MEETING, "new-turn-meeting"),
    "make_case": (MAKE_CASE, "add-turn-case"),
    "open_case": (OPEN_CASE, "open-turn-case"),
    "open_meeting": (OPEN_MEETING, "open-turn-meeting"),
}
"""What a point may wait for next: the words of its button, and the button's name."""


def next_of(point: YearPoint) -> str | None:
    """The one thing that comes next for a point of the year."""
    if point.is_dropped:
        return "take_back"
    if point.lacks_meeting:
        return "new_meeting"
    if point.lacks_case:
        return "make_case"
    return "open_meeting" if _no_case(point) else "open_case"


class TurnActions:
    """What can be done with the chosen point of the year."""

    def __init__(
        self,
        voice: Voice,
        deeds: PointDeeds,
        owner: QWidget,
        chosen: Callable[[], YearPoint | None],
    ) -> None:
        self._voice, self._owner, self._chosen = voice, owner, chosen
        self.open_case = self._make(OPEN_CASE, "open-case", deeds.open_case, "")
        on_enter(self.open_case)
        self.open_meeting = self._make(OPEN_MEETING, "open-meeting", deeds.open_meeting, "F4")
        self.make_case = self._make(MAKE_CASE, "add-turn-case", deeds.make_case, "Ctrl+Shift+L")
        self.new_meeting = self._make(
            f"{voice.word(NEW_MEETING)} …", "new-turn-meeting", deeds.new_meeting, "Ctrl+Shift+M"
        )
        self.move = self._make(MOVE, "move-point", deeds.move, "Ctrl+Shift+F")
        self.drop = self._make(DROP, "drop-point", deeds.drop, "Delete")
        self.take_back = self._make(TAKE_BACK, "restore-turn", deeds.take_back, "Ctrl+Shift+T")
        self._why = (
            (self.open_case, _no_case),
            (self.open_meeting, lambda point: None if point.meeting_id else NO_MEETING),
            (self.make_case, _no_making),
            (self.new_meeting, lambda point: None if point.lacks_meeting else _has_meeting(point)),
            (self.move, _no_moving),
            (self.drop, _no_making_of),
            (self.take_back, _no_taking_back),
        )

    @property
    def every(self) -> Sequence[QAction]:
        """In the order of a menu."""
        return tuple(act for act, _why in self._why)

    def act(self, name: str | None) -> None:
        """Do the one that `next_of` names, when it can be done."""
        if name is not None:
            by_name: dict[str, QAction] = {
                "take_back": self.take_back,
                "new_meeting": self.new_meeting,
                "make_case": self.make_case,
                "open_case": self.open_case,
                "open_meeting": self.open_meeting,
            }
            by_name[name].trigger()

    def follow(self) -> None:
        """Let each be done with the chosen point, or say why not."""
        point = self._chosen()
        for act, why in self._why:
            missing = CHOOSE_FIRST if point is None else why(point)
            say_why_not(act, None if missing is None else self._voice.word(missing))

    def _make(self, text: str, name: str, act: Callable[[YearPoint], object], keys: str) -> QAction:
        def run() -> None:
            point = self._chosen()
            if point is not None:
                act(point)

        return action(self._owner, self._voice.word(text), name, run, keys, is_local=True)


class EntryActions:
    """What can be done with the chosen rule."""

    def __init__(
        self,
        voice: Voice,
        deeds: PointDeeds,
        owner: QWidget,
        chosen: Callable[[], PointEntry | None],
    ) -> None:
        self._voice, self._deeds, self._owner, self._chosen = voice, deeds, owner, chosen
        self.edit = self._make(EDIT, "edit-point", deeds.edit_point, "F2")
        self.end = self._make(END, "end-point", deeds.end_point, "Ctrl+Shift+A")
        self.delete = self._make(DELETE, "delete-point", deeds.delete_point, "Delete")
        self.every: Sequence[QAction] = (self.edit, self.end, self.delete)

    def new_point(self, owner: QWidget) -> QAction:
        """The one that needs no rule to begin with."""
        text = f"{self._voice.word(NEW_POINT)} …"
        return action(owner, text, "new-point", self._deeds.new_point, "Ctrl+Shift+U", icon="plus")

    def follow(self) -> None:
        """Let each be done with the chosen rule, or say why not."""
        missing = None if self._chosen() is not None else self._voice.word(CHOOSE_FIRST)
        for act in self.every:
            say_why_not(act, missing)

    def _make(
        self, text: str, name: str, act: Callable[[PointEntry], object], keys: str
    ) -> QAction:
        def run() -> None:
            entry = self._chosen()
            if entry is not None:
                act(entry)

        return action(self._owner, self._voice.word(text), name, run, keys, is_local=True)


def _no_case(point: YearPoint) -> str | None:
    return NO_CASE if point.case_id is None or point.is_case_deleted else None


def _no_making(point: YearPoint) -> str | None:
    if point.lacks_case:
        return None
    return _no_making_of(point) or (NO_MEETING if point.meeting_id is None else IS_OVER)


def _no_making_of(point: YearPoint) -> str | None:
    if point.is_case_made:
        return WAS_MADE
    return IS_DROPPED if point.is_dropped else None


def _has_meeting(point: YearPoint) -> str:
    return IS_DROPPED if point.is_dropped else HAS_MEETING


def _no_moving(point: YearPoint) -> str | None:
    if point.is_dropped:
        return IS_DROPPED
    return ON_AGENDA if point.is_on_agenda else None


def _no_taking_back(point: YearPoint) -> str | None:
    if not (point.is_moved or point.is_dropped):
        return AS_RULE
    return ON_AGENDA if point.is_on_agenda else None
