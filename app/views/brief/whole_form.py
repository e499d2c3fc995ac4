"""The whole form of a brief, put together and filled a part at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.briefs import BriefView
from app.views.brief.attachments import Attachments
from app.views.brief.exempt import Exempting
from app.views.brief.facts import Facts
from app.views.brief.financing import Financing
from app.views.brief.form import Form
from app.views.brief.head import BriefHead
from app.views.brief.nature import Deciding
from app.views.brief.sections import LEVEL, Sections
from app.views.brief.strategies import Strategies
from app.views.theme.metrics import HUGE, LARGE, TINY

_WIDE, _WIDEST = 620, 900


class Part(Protocol):
    """A part of the form that shows what follows from the brief as it is stored."""

    def show_brief(self, view: BriefView) -> None:
        """Show it."""


class WholeForm(QWidget):
    """Empty until `build` has been walked through; `attachments` are there from the start."""

    def __init__(self, form: Form, *, with_place: bool) -> None:
        super().__init__()
        self._form, self._with_place = form, with_place
        self.attachments = Attachments(form)
        self.is_built = False
        self._building: Iterator[None] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(HUGE + TINY, LARGE, HUGE + TINY, HUGE)
        self._box.setSpacing(LARGE)
        self._box.addStretch(1)
        self.setMaximumWidth(_WIDEST)

    def build(self) -> Iterator[None]:
        """Make the parts that are not made yet; it goes on where it was left."""
        if self._building is None:
            self._building = self._build()
        return self._building

    def _build(self) -> Iterator[None]:
        form = self._form
        self._head = BriefHead(form, with_place=self._with_place)
        yield from self._place(self._head)
        self._facts = Facts(form)
        yield from self._place(self._facts)
        self._exempting = Exempting(form)
        yield from self._place(self._exempting)
        self._strategies = Strategies(form)
        yield from self._place(self._strategies)
        self._financing = Financing(form)
        yield
        self._deciding = Deciding(form)
        self._sections = Sections(
            form,
            {LEVEL: self._deciding, "attachments": self.attachments},
            {"finances": self._financing},
        )
        yield from self._place(self._sections)
        self.is_built = True

    def offer(self, choices: object) -> None:
        """The provisions that something can be exempted by."""
        # Threads hand back any object; what they read here are the provisions.
        self._exempting.offer(self._form.voice, choices)  # type: ignore[arg-type]
        self.attachments.offer(choices)  # type: ignore[arg-type]

    def is_shaped_like(self, view: BriefView) -> bool:
        """Whether it has the sections of this brief's body."""
        return self.is_built and self._sections.is_shaped_like(view)

    def shape_like(self, view: BriefView) -> Iterator[None]:
        """Have the sections of this brief's body."""
        return self._sections.shape_like(view)

    def show_brief(self, view: BriefView) -> Iterator[None]:
        """Show what follows from the brief as it is stored, a part at a time, but its files."""
        parts: tuple[Part, ...] = (
            self._head,
            self._facts,
            self._exempting,
            self._strategies,
            self._financing,
            self._deciding,
            self._sections,
        )
        for part in parts:
            part.show_brief(view)
            yield

    def show_files(self, view: BriefView) -> Iterator[None]:
        """Show the files, of which there may be hundreds."""
        return self.attachments.showing(view)

    def leave(self) -> None:
        """Store what is typed outside the fields that store themselves."""
        if self.is_built:
            self._financing.leave()

    def field(self, name: str) -> QWidget | None:
        """The widget of a field, such as `title`; None where the form has no such field."""
        places: dict[str, Callable[[], QWidget | None]] = {
            "title": lambda: self._head.title,
            "amount": lambda: self._facts.amount,
            "kind": lambda: self._facts.kind,
            "consideration": lambda: self._deciding.consideration.editor,
            "neutral_title": lambda: self._exempting.neutral,
            "basis": lambda: self._exempting.basis,
            "attachments": lambda: self.attachments.list,
        }
        return places[name]() if name in places else self._sections.editor(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air at the sides where the room is short."""
        super().resizeEvent(event)
        side = HUGE + TINY if event.size().width() >= _WIDE else LARGE
        if self._box.contentsMargins().left() != side:
            self._box.setContentsMargins(side, LARGE, side, HUGE)

    def _place(self, part: QWidget) -> Iterator[None]:
        self._box.insertWidget(self._box.count() - 1, part)
        yield
