"""Those who had been called to a meeting and must hear of a change, with addresses to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.people_called import PeopleCalled, PersonCalled
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import SMALL
from app.views.widgets.buttons import button, say_why
from app.views.widgets.field import Field
from app.views.widgets.naming import READS, named
from app.views.widgets.text import Text

PERSON, PERSON_THERE = _("{name} ({group:group})"), _("{name}, {place} ({group:group})")
COPY = _("Kopier adressene")
COPIED = _("{n:adresse|adresser} er kopiert. Lim dem inn i adressefeltet.")
LACKING = _("Uten e-postadresse: {names:liste}.")
NO_ADDRESSES = _("Ingen av dem har en e-postadresse.")
_LINES, _AROUND = 5, 28
"""Lines that are seen at once, and pixels of frame and air around them."""


class CalledList(QWidget):
    """One line for each; the addresses are copied as an address field takes them."""

    def __init__(self, bench: Workbench, called: PeopleCalled, label: str) -> None:
        super().__init__()
        self.setObjectName("called-list")
        voice = bench.voice
        people = named(QPlainTextEdit(), "called-people")
        people.setProperty(READS, True)
        people.setReadOnly(True)
        people.setTabChangesFocus(True)
        people.setPlainText("\n".join(person_line(one, voice) for one in called.people))
        lines = min(max(len(called), 2), _LINES)
        people.setFixedHeight(people.fontMetrics().lineSpacing() * lines + _AROUND)
        lacking = called.without_email
        note = voice.fill(LACKING, names=lacking) if lacking else ""
        copy = copy_button(bench, called, "called-copy")
        foot = QHBoxLayout()
        foot.addWidget(named(Text(note, "small", "muted", wraps=True), "called-lacking"), 1)
        foot.addWidget(copy)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        box.addWidget(Field(voice, label, people))
        box.addLayout(foot)


def person_line(one: PersonCalled, voice: Voice) -> str:
    """`Kari Berg, Melhus kommune (medlem)`."""
    message = PERSON_THERE if one.institution else PERSON
    return voice.fill(message, name=one.name, place=one.institution, group=one.group)


def copy_button(bench: Workbench, called: PeopleCalled, name: str) -> QWidget:
    """Copies the addresses, and says how many."""
    made = button(
        bench.voice.word(COPY), name, icon="copy", on_click=lambda: copy_addresses(bench, called)
    )
    say_why(made, None if called.line else bench.voice.word(NO_ADDRESSES))
    return made


def copy_addresses(bench: Workbench, called: PeopleCalled) -> None:
    """Onto the clipboard."""
    QGuiApplication.clipboard().setText(called.line)
    count = len(called) - len(called.without_email)
    bench.teller.say(bench.voice.fill(COPIED, n=count))
