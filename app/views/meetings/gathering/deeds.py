"""What can be done with a gathering, for its menu, its buttons and its lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.vocabulary import ActionStatus
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.gatherings.facts import GatheringView, Point
from app.services.gatherings.service import Paper
from app.views.editing.actions import action, say_why_not, separator
from app.views.meetings.gathering.town_card import CANCELLED
from app.views.meetings.gathering.words import VERBS

ADD = _("Legg til deltaker …")
NEW_POINT, EDIT_POINT, REMOVE_POINT = _("Ny oppgave …"), _("Endre oppgaven"), _("Slett oppgaven")
DONE, AGAIN = _("Marker som utført"), _("Åpne oppgaven igjen")
DROP = _("Marker som frafalt")
CHOOSE = _("Velg en oppgave i listen.")
TOO_EARLY = _("Rapporten kan lages på møtedagen eller etter den.")
NO_HOST = _("Møtet har ingen vertskommune. Velg den med «Endre».")
OVER = _("Møtet er holdt, så det er ingenting å be vertskommunen om.")

_KEYS = {
    Paper.PROGRAMME: ("Ctrl+Shift+P", "list-ordered"),
    Paper.REPORT: ("Ctrl+Shift+R", "file-text"),
    Paper.HOST_LETTER: ("Ctrl+Shift+B", "mail"),
    Paper.ATTENDEES: ("Ctrl+Shift+L", "users"),
}


class GatheringActions:
    """Made once; what they do is handed in."""

    def __init__(
        self,
        owner: QWidget,
        voice: Voice,
        make: Callable[[Paper], object],
        *,
        add: Callable[[], object],
        new_point: Callable[[], object],
        edit_point: Callable[[], object],
        close_point: Callable[[ActionStatus], object],
        remove_point: Callable[[], object],
    ) -> None:
        self._voice, word = voice, voice.word
        self._gaps = (separator(owner), separator(owner))
        self.papers = {paper: _paper(owner, voice, paper, make) for paper in Paper}
        self.add = action(owner, word(ADD), "add-participant", add, "Ctrl+Shift+G", icon="plus")
        self.new_point = action(
            owner, word(NEW_POINT), "new-point", new_point, "Ctrl+Shift+K", icon="list-checks"
        )
        self.edit_point = action(
            owner, word(EDIT_POINT), "edit-point", edit_point, "F2", icon="pencil", is_local=True
        )
        self.done = action(
            owner,
            word(DONE),
            "mark-point-done",
            lambda: close_point(self._next_status),
            "Ctrl+Return",
            icon="check",
            is_local=True,
        )
        self.drop = action(
            owner, word(DROP), "mark-point-dropped", lambda: close_point(ActionStatus.DROPPED),
            icon="x", is_local=True,
        )  # fmt: skip
        self.remove = action(
            owner, word(REMOVE_POINT), "remove-point", remove_point, "Del", icon="trash-2",
            is_local=True,
        )  # fmt: skip
        self._next_status = ActionStatus.DONE

    @property
    def on_point(self) -> tuple[QAction, ...]:
        """What can be done with the chosen task."""
        return (self.edit_point, self.done, self.drop, self.remove)

    def all(self) -> Sequence[QAction]:
        """In the order of the menu."""
        first, second = self._gaps
        return (*self.papers.values(), first, self.add, second, self.new_point, *self.on_point)

    def settle(self, view: GatheringView | None, point: Point | None, *, is_day: bool) -> None:
        """Let be done what can be done, and say why not; `is_day` from the day itself on."""
        word = self._voice.word
        if view is None:
            return
        closed = None if view.can_edit else word(CANCELLED)
        for act in (self.add, self.new_point):
            say_why_not(act, closed)
        lacking = None if point is not None else word(CHOOSE)
        for act in self.on_point:
            say_why_not(act, closed or lacking)
        is_open = point is None or point.status is ActionStatus.OPEN
        self._next_status = ActionStatus.DONE if is_open else ActionStatus.OPEN
        self.done.setText(word(DONE if is_open else AGAIN))
        if point is not None and not is_open and not closed:
            say_why_not(self.drop, word(AGAIN))
        say_why_not(self.papers[Paper.REPORT], None if is_day else word(TOO_EARLY))
        no_host = None if view.host_id is not None else word(NO_HOST)
        say_why_not(self.papers[Paper.HOST_LETTER], word(OVER) if view.is_over else no_host)


def _paper(owner: QWidget, voice: Voice, paper: Paper, make: Callable[[Paper], object]) -> QAction:
    keys, icon = _KEYS[paper]
    return action(
        owner, voice.word(VERBS[paper]), f"make-{paper}", lambda: make(paper), keys, icon=icon
    )
