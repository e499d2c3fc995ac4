"""What stands at the right of a gathering: its documents, the tasks, and who hosts next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.gatherings.facts import GatheringView, Point
from app.services.gatherings.service import Paper
from app.services.gatherings.words import next_words
from app.views.meetings.gathering.words import REPORTED, answer_line, point_entry
from app.views.theme.metrics import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button, say_why
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.entries import EntryModel
from app.views.widgets.layout import FlowLayout, column
from app.views.widgets.naming import named
from app.views.widgets.tall_list import TallList
from app.views.widgets.text import Text

DOCUMENTS, POINTS, NEXT = _("Dokumenter"), _("Oppgaver"), _("Neste vertskommune")
NO_POINTS = _("Ingen oppgaver ennå. Det dere blir enige om, følges opp herfra og på Oversikt.")
NEW_POINT = _("Ny oppgave")
EARLIER = _("{n:oppgave|oppgaver} fra før")


class DocumentsCard(Card):
    """The four documents, and how far the answers have come."""

    def __init__(self, voice: Voice, acts: Mapping[Paper, QAction], progress: QWidget) -> None:
        super().__init__(voice.word(DOCUMENTS), "card-documents")
        self._voice = voice
        self._answers = named(Text("", "small", "muted", wraps=True), "answer-line")
        self._reported = named(Text("", "small", "muted", wraps=True), "reported-line")
        holder = QWidget()
        flow = FlowLayout(holder, gap=SMALL)
        self._buttons = {}
        for paper, act in acts.items():
            made = button(act.text().replace("&&", "&"), f"make-{paper}", on_click=act.trigger)
            self._buttons[paper] = made
            flow.addWidget(made)
        self._acts = acts
        inside = column(
            self._answers, self._reported, holder, progress, gap=SMALL,
            margins=(LARGE, MEDIUM, LARGE, LARGE),
        )  # fmt: skip
        self._body.addLayout(inside)
        progress.hide()

    def show_gathering(self, view: GatheringView) -> None:
        """Show how many have answered, and what can be made."""
        voice = self._voice
        self._answers.setText(answer_line(view, voice))
        told = voice.fill(REPORTED, reported=view.reported, all=len(view.municipalities))
        self._reported.setText(told)
        for paper, made in self._buttons.items():
            act = self._acts[paper]
            say_why(made, None if act.isEnabled() else act.toolTip())


class PointsCard(Card):
    """The gathering's tasks, then those that are still open from before."""

    opened = Signal(int)
    chosen = Signal()

    def __init__(self, voice: Voice, new: QAction, acts: tuple[QAction, ...]) -> None:
        self._new = button(
            voice.word(NEW_POINT), "new-point", "link", icon="plus", on_click=new.trigger
        )
        super().__init__(voice.word(POINTS), "card-points", action=self._new)
        self._voice, self._new_act = voice, new
        self._points: dict[int, Point] = {}
        self.list = TallList("points", voice.word(POINTS), EntryModel())
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(lambda _key: self.chosen.emit())
        self._empty = EmptyState("no-points", voice.word(NO_POINTS), icon="list-checks")
        self._menu = named(QMenu(self), "menu-points", voice.word(POINTS))
        self._menu.addActions(list(acts))
        self.list.addActions(list(acts))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._deeds = QWidget()
        flow = FlowLayout(self._deeds, gap=SMALL)
        self._buttons = []
        for act in acts:
            name = act.objectName().removeprefix("action-")
            made = button(act.text().replace("&&", "&"), name, on_click=act.trigger)
            self._buttons.append((made, act))
            flow.addWidget(made)
        self.add(self.list)
        self.add(self._empty)
        box = QVBoxLayout()
        box.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        box.addWidget(self._deeds)
        self._body.addLayout(box)

    @property
    def point(self) -> Point | None:
        """The chosen task."""
        key = self.list.key
        return None if key is None else self._points.get(key)

    def show_gathering(self, view: GatheringView) -> None:
        """Show both lots; what was chosen stays so."""
        voice, every = self._voice, (*view.points, *view.earlier)
        self._points = {point.id: point for point in every}
        entries = [point_entry(point, view.meeting_id, voice) for point in every]
        self.list.show_entries(entries)
        self.list.fit()
        self.list.setVisible(bool(every))
        self._deeds.setVisible(bool(every))
        self._empty.setVisible(not every)
        earlier = len(view.earlier)
        self.tell(below=voice.fill(EARLIER, n=earlier) if earlier else "")

    def settle(self) -> None:
        """The buttons say and may what the actions do."""
        for made, act in self._buttons:
            words = act.text().replace("&&", "&")
            made.setText(words)
            made.setAccessibleName(words)
            say_why(made, None if act.isEnabled() else act.toolTip())
        may = self._new_act.isEnabled()
        say_why(self._new, None if may else self._new_act.toolTip())

    def _show_menu(self, at: QPoint) -> None:
        if self.list.indexAt(at).isValid():
            self._menu.popup(self.list.viewport().mapToGlobal(at))


class NextHostCard(Card):
    """Who hosts the next one, and why."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice.word(NEXT), "card-next-host")
        self._voice = voice
        self._said = named(Text("", wraps=True), "next-host")
        self._why = named(Text("", "small", "muted", wraps=True), "next-host-why")
        self._body.addLayout(
            column(self._said, self._why, gap=SMALL - 2, margins=(LARGE, MEDIUM, LARGE, LARGE))
        )

    def show_gathering(self, view: GatheringView) -> None:
        """Show what is agreed, else whose turn it is with its reasons."""
        following = view.next_host
        self._said.setText(next_words(following, self._voice))
        self._why.setText(" ".join(self._voice.say(one) for one in following.reasons))
        self._why.setVisible(bool(following.reasons))
