"""What stands in the window while no file is open: three ways to begin, and the last files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.progress import Progress
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.shell.protocols import ProfileChoice
from app.views.theme.metrics import HUGE, LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.card import Card, LinkRow
from app.views.widgets.layout import scrolled
from app.views.widgets.naming import named
from app.views.widgets.progress_panel import ProgressPanel
from app.views.widgets.text import Text

WELCOME = _("Velkommen til Rundgang")
LEAD = _("Møter, saker og medlemmer i ett råd, i én fil på denne maskinen.")
NEW = _("Nytt råd")
NEW_TEXT = _("Begynn med organer, plasser, frister og regler fra en profil. Alt kan endres siden.")
PROFILE = _("Profil")
NEW_VERB = _("Lag et nytt råd …")
OPEN = _("Rådsfil")
OPEN_TEXT = _("Åpne en fil som slutter på .rundgang. Det du skriver, lagres i den av seg selv.")
OPEN_VERB = _("Åpne rådsfil …")
DEMO = _("Demo")
DEMO_TEXT = _(
    "Se deg om i et oppdiktet råd med ti år bak seg. Du kan prøve alt uten å ødelegge noe."
)
DEMO_VERB = _("Se på demoen")
RECENT = _("Åpnet sist")
MAKING_DEMO = _("Lager demoen")

_WIDTH = 920


class StartPage(QWidget):
    """Tells what the user wants; the window does it."""

    new_wanted = Signal(str)
    """The key of the chosen profile."""
    open_wanted = Signal()
    demo_wanted = Signal()
    file_wanted = Signal(object)
    """The path of one of the last files."""
    cancelled = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        named(self, "start-page", voice.word(WELCOME))
        self._profiles = named(QComboBox(), "profile", voice.word(PROFILE))
        self._profile_text = Text("", "small", "muted", wraps=True)
        self._profiles.currentIndexChanged.connect(self._tell_profile)
        self._descriptions: list[str] = []
        self._new = button(
            voice.word(NEW_VERB), "start-new", icon="file-plus", on_click=self._want_new
        )
        self._new.setEnabled(False)
        self._demo = button(
            voice.word(DEMO_VERB),
            "start-demo",
            "primary",
            icon="eye",
            on_click=self.demo_wanted.emit,
        )
        self.progress = ProgressPanel(voice)
        self.progress.cancelled.connect(self.cancelled)
        self._recent = Card(voice.word(RECENT), "recent-files")
        self._recent.hide()
        ways = QHBoxLayout()
        ways.setSpacing(LARGE)
        open_verb = button(
            voice.word(OPEN_VERB), "start-open", icon="folder-open", on_click=self.open_wanted.emit
        )
        chosen = (self._profiles, self._profile_text)
        for card in (
            self._way(DEMO, DEMO_TEXT, "way-demo", (), self._demo),
            self._way(NEW, NEW_TEXT, "way-new", chosen, self._new),
            self._way(OPEN, OPEN_TEXT, "way-open", (), open_verb),
        ):
            ways.addWidget(card, 1)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        box = QVBoxLayout(content)
        box.setContentsMargins(HUGE, 3 * HUGE, HUGE, HUGE)
        box.setSpacing(LARGE)
        box.addWidget(named(Text(voice.word(WELCOME), "title"), "welcome"))
        box.addWidget(Text(voice.word(LEAD), ink="muted", wraps=True))
        box.addSpacing(SMALL)
        box.addLayout(ways)
        box.addWidget(self.progress)
        box.addWidget(self._recent)
        box.addStretch(1)
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(content, 6)
        line.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(middle, "start-area"))

    def show_profiles(self, profiles: Sequence[ProfileChoice]) -> None:
        """Fill the choice."""
        self._descriptions = [profile.description for profile in profiles]
        self._profiles.clear()
        for profile in profiles:
            self._profiles.addItem(profile.title, profile.key)
        self._new.setEnabled(bool(profiles))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Show the last files; nothing where there are none."""
        rows = []
        for place, path in enumerate(paths):
            line = LinkRow(f"recent-{place}", path.name, side=str(path.parent), strong=True)
            line.clicked.connect(lambda _=False, path=path: self.file_wanted.emit(path))
            rows.append(line)
        self._recent.show_rows(rows)
        self._recent.setVisible(bool(rows))

    def begin_demo(self) -> None:
        """The demo is being made."""
        self._demo.setEnabled(False)
        self.progress.begin(self._voice.word(MAKING_DEMO))

    def show_progress(self, progress: Progress) -> None:
        """How far the demo has come."""
        self.progress.show_progress(progress)

    def end_demo(self) -> None:
        """The demo is there, or was given up."""
        self._demo.setEnabled(True)
        self.progress.end()

    def _way(
        self, title: str, text: str, name: str, fields: Sequence[QWidget], verb: QWidget
    ) -> Card:
        card = Card(self._voice.word(title), name)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        box.addWidget(Text(self._voice.word(text), ink="muted", wraps=True))
        for field in fields:
            box.addWidget(field)
        box.addStretch(1)
        box.addWidget(verb, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(inside, inset=True, stretch=1)
        return card

    def _tell_profile(self, place: int) -> None:
        known = 0 <= place < len(self._descriptions)
        self._profile_text.setText(self._descriptions[place] if known else "")

    def _want_new(self) -> None:
        self.new_wanted.emit(self._profiles.currentData())
