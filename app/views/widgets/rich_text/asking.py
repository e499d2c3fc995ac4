"""What the editor asks for: where a link leads, what a picture shows and how wide it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.domain.rich_text import Picture
from app.domain.rich_text_form import NARROWEST, WIDEST, allowed_link
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.views.theme.metrics import HUGE, LARGE, SMALL
from app.views.widgets.buttons import Kind, button
from app.views.widgets.field import Field
from app.views.widgets.naming import named

LINK, ADDRESS, WORDS = _("Lenke"), _("Adresse"), _("Tekst")
ADDRESS_HELP = _("En nettadresse, eller en e-postadresse.")
ADDRESS_WRONG = _(
    "Dette er ikke en adresse som kan brukes. Skriv for eksempel www.melhus.kommune.no eller "
    "post@melhus.kommune.no."
)
SET_LINK, REMOVE_LINK, CANCEL = _("Sett inn lenken"), _("Fjern lenken"), _("Avbryt")
PICTURE, DESCRIPTION, WIDTH = _("Bilde"), _("Beskrivelse"), _("Bredde")
DESCRIPTION_HELP = _("Si med en setning hva bildet viser, for dem som ikke kan se det.")
WIDTH_HELP = _("I prosent av tekstens bredde.")
SAVE = _("Lagre")

_DIALOG_WIDTH = 440


class _Asking(QDialog):
    """Fields over a row of buttons; it is opened, never waited for."""

    def __init__(self, parent: QWidget, name: str, title: str) -> None:
        super().__init__(parent)
        named(self, name, title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_DIALOG_WIDTH)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(LARGE)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SMALL)
        box = QVBoxLayout(self)
        box.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        box.setSpacing(LARGE)
        box.addLayout(self._fields)
        box.addLayout(self._buttons)

    def _add_button(self, verb: str, name: str, kind: Kind, on_click: Callable[[], object]) -> None:
        made = button(verb, name, kind, on_click=on_click)
        made.setAutoDefault(kind == "primary")
        self._buttons.addWidget(made)


class LinkDialog(_Asking):
    """Asks where a link leads; `on_link` gets the address and the words that carry it."""

    def __init__(
        self,
        parent: QWidget,
        voice: Voice,
        address: str,
        words: str,
        on_link: Callable[[str, str], object],
        on_remove: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent, "link-dialog", voice.word(LINK))
        self._voice, self._on_link, self._on_remove = voice, on_link, on_remove
        self._address = named(QLineEdit(address), "link-address")
        self._words = named(QLineEdit(words), "link-words")
        self._field = Field(
            voice, voice.word(ADDRESS), self._address, help_text=voice.word(ADDRESS_HELP)
        )
        self._fields.addWidget(self._field)
        self._fields.addWidget(Field(voice, voice.word(WORDS), self._words))
        if on_remove is not None:
            self._add_button(voice.word(REMOVE_LINK), "link-remove", "quiet", self._remove)
        self._buttons.addStretch(1)
        self._add_button(voice.word(CANCEL), "link-cancel", "secondary", self.reject)
        self._add_button(voice.word(SET_LINK), "link-set", "primary", self._set)
        self._address.setFocus()

    def _set(self) -> None:
        """Only an address that may be kept closes the dialog."""
        address = address_meant(self._address.text())
        if address is None:
            self._field.tell_problem(self._voice.word(ADDRESS_WRONG))
            self.resize(self.width(), self.heightForWidth(self.width()))
            self._address.setFocus()
            return
        words = self._words.text().strip() or self._address.text().strip()
        self.accept()
        self._on_link(address, words)

    def _remove(self) -> None:
        self.accept()
        if self._on_remove is not None:
            self._on_remove()


class PictureDialog(_Asking):
    """Asks for a picture's description and width; `on_picture` gets the picture as it should be."""

    def __init__(
        self,
        parent: QWidget,
        voice: Voice,
        picture: Picture,
        on_picture: Callable[[Picture], object],
    ) -> None:
        super().__init__(parent, "picture-dialog", voice.word(PICTURE))
        self._picture, self._on_picture = picture, on_picture
        self._description = named(QLineEdit(picture.description), "picture-description")
        self._width = named(QSpinBox(), "picture-width")
        self._width.setRange(NARROWEST, WIDEST)
        self._width.setSingleStep(5)
        self._width.setSuffix("\N{NO-BREAK SPACE}%")
        self._width.setValue(picture.width)
        said = voice.word(DESCRIPTION_HELP)
        self._fields.addWidget(
            Field(voice, voice.word(DESCRIPTION), self._description, help_text=said)
        )
        self._fields.addWidget(
            Field(voice, voice.word(WIDTH), self._width, help_text=voice.word(WIDTH_HELP))
        )
        self._buttons.addStretch(1)
        self._add_button(voice.word(CANCEL), "picture-cancel", "secondary", self.reject)
        self._add_button(voice.word(SAVE), "picture-save", "primary", self._save)
        self._description.setFocus()

    def _save(self) -> None:
        words = " ".join(self._description.text().split())
        self.accept()
        self._on_picture(Picture(self._picture.sha256, words, self._width.value()))


def address_meant(typed: str) -> str | None:
    """The address that somebody means who writes `www.melhus.no` or `post@melhus.no`."""
    text = typed.strip()
    if "://" in text or text.lower().startswith("mailto:"):
        return allowed_link(text)
    if "@" in text and " " not in text:
        return allowed_link(f"mailto:{text}")
    if "." in text.strip(".") and " " not in text and ":" not in text:
        return allowed_link(f"https://{text}")
    return None
