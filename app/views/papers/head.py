"""Over the papers: for whom, which document, whether it went out, and what makes files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.papers.look import PapersLook
from app.views.papers.segments import Segments
from app.views.theme.metrics import HUGE, MEDIUM, SMALL
from app.views.widgets.buttons import button, icon_button, say_why
from app.views.widgets.chip import Chip
from app.views.widgets.layout import Panel, row
from app.views.widgets.naming import named

FOR_WHOM = _("Utgave for")
PAPERS = _("Sakspapirene")
WHICH = _("Hvilket dokument som vises")
DRAFT = _("Utkast")
PUBLISHED = _("Publisert {on:kortdato}")
EDITED = _("Endret etter publisering")
MAKE = _("Lag sakspapirer")
ONLY = _("Bare PDF eller bare Word")
BUSY = _("Sakspapirer lages nå. Vent til de er ferdige, eller avbryt.")
NO_MEETING = _("Velg et møte først.")
_LONGEST = 60
_FROM_RIGHT = Qt.LayoutDirection.RightToLeft
"""The arrow stands after the words."""
_PAPERS = -1
"""The number of the papers themselves among the documents; attachments begin at 0."""


class PapersHead(Panel):
    """Tells by signals what is wanted."""

    audience_chosen = Signal(str)
    document_chosen = Signal(int)
    """The number of an attachment in the content, or -1 for the papers."""

    def __init__(
        self,
        voice: Voice,
        make: QAction,
        others: Sequence[QAction],
        *,
        primary: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("bottom", parent)
        named(self, "papers-head")
        self._voice = voice
        self._documents: list[tuple[str, str, str]] | None = None
        self.audiences = Segments("audience", voice.word(FOR_WHOM))
        for audience in Audience:
            self.audiences.add(audience.value, voice.title_label("audience", audience.value))
        self.audiences.chosen.connect(self.audience_chosen)
        self._menu = named(QMenu(self), "documents-menu")
        self._document = button(
            voice.word(PAPERS), "which-document", "quiet", icon="chevron-down", on_click=self._pop
        )
        self._document.setLayoutDirection(_FROM_RIGHT)
        self._document.setToolTip(voice.word(WHICH))
        self._state = Chip(voice.word(DRAFT))
        named(self._state, "papers-state")
        self._others_menu = named(QMenu(self), "make-menu")
        for act in others:
            self._others_menu.addAction(act)
        self._others = icon_button(
            "ellipsis", voice.word(ONLY), "make-other", on_click=self._pop_others
        )
        self._make = button(
            voice.word(MAKE),
            "make-papers",
            "primary" if primary else "secondary",
            on_click=make.trigger,
        )
        line = row(
            self.audiences,
            self._document,
            self._state,
            None,
            self._make,
            self._others,
            gap=SMALL + 2,
            margins=(HUGE, SMALL + 1, MEDIUM, SMALL + 1),
        )
        self.setLayout(line)
        self.show_look(None)
        self.allow(voice.word(NO_MEETING))

    def show_look(self, look: PapersLook | None) -> None:
        """Say how the papers stand, and which documents there are."""
        self._state.setVisible(look is not None)
        if look is not None:
            self._tell_state(look)
        attachments = look.content.attachments if look is not None else ()
        documents = [(each.label, each.title, each.withheld) for each in attachments]
        if documents != self._documents:
            self._documents = documents
            self._fill_menu(documents)

    def _fill_menu(self, documents: Sequence[tuple[str, str, str]]) -> None:
        self._menu.clear()
        self._add(self._voice.word(PAPERS), _PAPERS)
        shown = [
            (f"{label}: {title}", place)
            for place, (label, title, withheld) in enumerate(documents)
            if not withheld
        ]
        if shown:
            self._menu.addSeparator()
        for title, place in shown:
            self._add(title, place)
        self._document.setVisible(bool(shown))

    def show_document(self, title: str) -> None:
        """Say which document is shown; nothing for the papers."""
        self._document.setText(_short(title or self._voice.word(PAPERS)).replace("&", "&&"))

    def show_make(self, is_here: bool) -> None:
        """Whether the verb stands here, or is the screen's main button elsewhere."""
        self._make.setVisible(is_here)

    def allow(self, missing: str | None) -> None:
        """Let files be made, or say what is missing."""
        say_why(self._make, missing)
        self._others.setEnabled(missing is None)

    def _tell_state(self, look: PapersLook) -> None:
        if look.published_at is None:
            self._state.say(self._voice.word(DRAFT), "neutral")
        elif look.shows_edits:
            self._state.say(self._voice.word(EDITED), "warn")
        else:
            on = look.published_at.date()
            self._state.say(self._voice.fill(PUBLISHED, on=on), "ok")

    def _add(self, title: str, place: int) -> None:
        act = self._menu.addAction(_short(title).replace("&", "&&"))
        act.setObjectName(f"action-document-{place + 1}")
        act.triggered.connect(lambda: self.document_chosen.emit(place))

    def _pop(self) -> None:
        self._menu.popup(self._document.mapToGlobal(self._document.rect().bottomLeft()))

    def _pop_others(self) -> None:
        self._others_menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
