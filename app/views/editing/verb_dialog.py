"""A dialog whose verb is refused in words beside the field that it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from app.domain.errors import UserError
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.editing.done import Done
from app.views.editing.form_dialog import FormDialog
from app.views.shell.workbench import Workbench
from app.views.widgets.buttons import button
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.text import Text
from app.views.widgets.typed_field import TypedField

WAITING = _("Lagrer …")
WIDTH = 520


class VerbDialog(FormDialog):
    """Nothing typed is lost when the verb is refused: the dialog stays and says why."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        name: str,
        title: str,
        verb: str,
        store: Callable[[], object],
        *,
        text: str = "",
    ) -> None:
        super().__init__(
            parent, bench.voice, name, title, text=text, verb=verb, on_verb=store, width=WIDTH
        )
        self._bench = bench
        self._needed: list[tuple[Field, QLineEdit, str]] = []
        self._told_at: dict[str, Field] = {}
        self._is_on_its_way = False
        self._refusal = named(Text("", ink="bad", wraps=True), "refusal")
        self._refusal.hide()
        self._after: Callable[[Done], object] = lambda _done: None
        self._said = ""

    @property
    def voice(self) -> Voice:
        """The window's language."""
        return self._bench.voice

    def field(self, label: str, editor: QWidget, *codes: str, help_text: str = "") -> Field:
        """A field; refusals with one of `codes` are told under it."""
        made = Field(self._bench.voice, label, editor, help_text=help_text)
        self._told_at.update(dict.fromkeys(codes, made))
        return made

    def require(self, field: Field, line: QLineEdit, missing: str) -> None:
        """The verb waits until `line` is filled, and says so."""
        self._needed.append((field, line, missing))
        line.textChanged.connect(lambda _text: self.weigh())

    def finish(self) -> None:
        """All fields stand: the place for what concerns none of them comes last."""
        self.body.addWidget(self._refusal)
        self.weigh()

    def weigh(self) -> None:
        """Let the verb be done, or say what is missing."""
        missing = self.missing()
        for field, line, _sentence in self._needed:
            field.mark_missing(not line.text().strip())
        self.say_why(self._bench.voice.word(WAITING) if self._is_on_its_way else missing)

    def missing(self) -> str | None:
        """What is missing, in a sentence; `None` when the verb can be done."""
        lacking = (sentence for _field, line, sentence in self._needed if not line.text().strip())
        return next(lacking, None)

    def add_danger(self, verb: str, name: str, act: Callable[[], object]) -> None:
        """A verb that takes away, at the left of the foot."""
        self.foot.insertWidget(0, button(verb, name, "danger", icon="trash-2", on_click=act))

    def run(
        self,
        verb: Callable[[], Done],
        *,
        said: str = "",
        after: Callable[[Done], object] = lambda _done: None,
    ) -> None:
        """Do `verb`, tell everyone, close; a refusal is told here."""
        unread = [one for one in self.findChildren(TypedField) if not one.is_valid]
        if unread:
            unread[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._after, self._said = after, said
        self._wait(True)
        self._bench.threads.write(verb, self._stored, self._refused)

    def order_keys(self) -> None:
        """Let Tab walk the dialog as it is read, whatever was made first."""
        stops = list(_stops(self.layout()))
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.order_keys()
        self.give_room()

    def reject(self) -> None:
        """Not while a verb is on its way: its answer comes in a moment."""
        if not self._is_on_its_way:
            super().reject()

    def _stored(self, done: Done) -> None:
        self._wait(False)
        self._bench.hub.publish(done.changes)
        if self._said:
            self._bench.teller.say(self._said, self._bench.undo)
        after = self._after
        self.accept()
        after(done)

    def _refused(self, error: Exception) -> None:
        self._wait(False)
        if not isinstance(error, UserError):
            self._bench.teller.fail(error)
            return
        sentence = self._bench.voice.say(error)
        place = self._told_at.get(error.code)
        for field in set(self._told_at.values()):
            field.tell_problem(sentence if field is place else "")
        self._refusal.setText("" if place else sentence)
        self._refusal.setVisible(place is None)
        if place is not None:
            place.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait(self, is_waiting: bool) -> None:
        self._is_on_its_way = is_waiting
        self.weigh()


def _stops(layout: QLayout | None) -> Iterator[QWidget]:
    """Where Tab stops, in the order in which things were laid out."""
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        if item is not None and widget is None:
            yield from _stops(item.layout())
        elif widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif widget is not None:
            yield from _stops(widget.layout())
