"""Which letters, with which words, until when, in which formats, and where to (R9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.i18n.catalogue import _
from app.services.letters.drafts import (
    AppointmentDraft,
    LetterDesk,
    LetterKind,
    LetterWish,
    RequestDraft,
)
from app.services.papers.made import Format
from app.tasks.store_threads import Ticket
from app.views.editing.form_dialog import FormDialog
from app.views.letters.choice import LetterChoice
from app.views.letters.words import appointment_facts, request_facts
from app.views.papers.places import System
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.date_field import DateField
from app.views.widgets.field import Field
from app.views.widgets.layout import column, row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

TITLE = _("Lag brev")
ABOUT = _("Kryss av for brevene du vil lage. Teksten til hvert brev kan du skrive om.")
NOTHING = _("Ingen plasser går ut eller er ledige, og det er ingen nye medlemmer å skrive til.")
MAKE = _("Lag brev")
SEATS = _("Plassene brevet gjelder")
WORDS, STANDARD = _("Teksten i brevet"), _("Hent standardteksten")
DUE, REPLY_TO, REFERENCE = _("Svarfrist"), _("Svar sendes til"), _("Vår referanse")
PDF, WORD = _("PDF"), _("Word")
FOLDER, CHOOSE = _("Mappe: {folder}"), _("Velg mappe …")
NO_FOLDER = _("Ingen mappe er valgt")
WHICH_FOLDER = _("Velg mappe til brevene")
PURPOSE = "letters"
NONE_TICKED = _("Kryss av for minst ett brev.")
NO_FORMAT = _("Velg PDF, Word eller begge.")
FOLDER_MISSING = _("Velg en mappe å lagre brevene i.")
NO_WORDS = _("Et av brevene har ingen tekst.")
_WIDTH, _LIST_WIDTH, _WORDS_HEIGHT, _FACTS_HEIGHT = 800, 270, 190, 84


@dataclass(frozen=True, slots=True)
class Letters:
    """What the dialog was asked to have made."""

    wishes: tuple[LetterWish, ...]
    folder: Path
    formats: tuple[Format, ...]


class LettersDialog(FormDialog):
    """`give` is told what to make; what the user wrote stays with its letter meanwhile."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        desk: LetterDesk,
        standard_words: Callable[[LetterWish], str],
        system: System,
        make: Callable[[Letters], object],
    ) -> None:
        self._bench, self._desk, self._system, self._give = bench, desk, system, make
        word = bench.voice.word
        has_any = bool(desk.requests or desk.appointments)
        super().__init__(
            parent,
            bench.voice,
            "letters-dialog",
            word(TITLE),
            text=word(ABOUT if has_any else NOTHING),
            verb=word(MAKE) if has_any else "",
            on_verb=self._make,
            width=_WIDTH,
        )
        self._standard = standard_words
        self._ticket: Ticket | None = None
        self._own: dict[str, str] = {}
        self._dues: dict[str, date] = {}
        self._shown: str | None = None
        self._folder = bench.folders.kept(PURPOSE)
        if has_any:
            self._build()

    def look_at(self, keys: Sequence[str]) -> None:
        """Tick these letters and show the first of them."""
        if self._desk.requests or self._desk.appointments:
            self._list.tick(keys)

    def done(self, result: int) -> None:
        """Closed: what was asked for is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
        super().done(result)

    def _build(self) -> None:
        bench = self._bench
        voice, word = bench.voice, bench.voice.word
        self._list = LetterChoice(voice, self._desk)
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.looked_at.connect(self._show)
        self._list.ticked.connect(self._weigh)
        self._facts = named(Text("", "small", "muted", wraps=True), "letter-facts")
        self._words = named(QPlainTextEdit(), "letter-words")
        self._words.setTabChangesFocus(True)
        self._words.setMinimumHeight(_WORDS_HEIGHT)
        self._words.textChanged.connect(self._typed)
        self._reset = button(word(STANDARD), "letter-standard", "link", on_click=self._to_standard)
        self._due = named(DateField(voice, bench.today), "letter-due")
        self._due.value_changed.connect(self._set_due)
        self._reply = named(QLineEdit(self._desk.reply_to), "letter-reply-to")
        self._reply.setCursorPosition(0)
        self._reply.editingFinished.connect(self._changed)
        self._reference = named(QLineEdit(), "letter-reference")
        told = scrolled(self._told(), "letter-facts-scroll")
        told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        named(told, "letter-facts-scroll", word(SEATS))
        told.setFixedHeight(_FACTS_HEIGHT)
        right = column(told, Field(voice, word(WORDS), self._words), gap=SMALL)
        right.addLayout(row(self._reset, None))
        line = QHBoxLayout()
        line.setSpacing(LARGE)
        line.addWidget(self._list)
        line.addLayout(right, 1)
        self.body.addLayout(line, 1)
        due = Field(voice, word(DUE), self._due)
        reply = Field(voice, word(REPLY_TO), self._reply)
        facts = row(due, reply, Field(voice, word(REFERENCE), self._reference), gap=MEDIUM)
        for place, share in enumerate((6, 10, 6)):
            facts.setStretch(place, share)
        self.body.addLayout(facts)
        self._add_files()
        self.look_at([])
        self._weigh()

    def _told(self) -> QWidget:
        """What is told of the letter's seats; there may be many."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, MEDIUM, 0)
        box.addWidget(self._facts)
        box.addStretch(1)
        return holder

    def _add_files(self) -> None:
        word = self._bench.voice.word
        self._pdf = named(QCheckBox(word(PDF)), "letter-pdf", word(PDF))
        self._docx = named(QCheckBox(word(WORD)), "letter-docx", word(WORD))
        for box in (self._pdf, self._docx):
            box.setChecked(True)
            box.toggled.connect(lambda _is_on: self._weigh())
        self._where = named(ShortText("", "small", "muted"), "letter-folder")
        choose = button(word(CHOOSE), "letter-choose-folder", on_click=self._ask_for_folder)
        line = row(self._pdf, self._docx, self._where, choose, gap=LARGE)
        line.setStretch(2, 1)
        self.body.addLayout(line)
        self._tell_folder()

    def _ask_for_folder(self) -> None:
        title = self._bench.voice.word(WHICH_FOLDER)
        start = self._bench.folders.start(PURPOSE)
        self._system.ask_for_folder(self, title, start, self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self._folder = folder
        self._bench.folders.keep(PURPOSE, folder)
        self._tell_folder()
        self._weigh()

    def _tell_folder(self) -> None:
        voice = self._bench.voice
        if self._folder is None:
            self._where.setText(voice.word(NO_FOLDER))
        else:
            self._where.setText(voice.fill(FOLDER, folder=str(self._folder)))

    def _show(self, key: str) -> None:
        """The letter that the user went to."""
        self._shown = key
        draft, voice = self._draft(key), self._bench.voice
        is_request = isinstance(draft, RequestDraft)
        self._due.setEnabled(is_request)
        self._reply.setEnabled(is_request)
        if isinstance(draft, RequestDraft):
            self._facts.setText(request_facts(draft, voice))
            self._due.show_value(self._dues.get(key, draft.answer_by))
        else:
            self._facts.setText(appointment_facts(draft, voice))
            self._due.show_value(None)
        if key in self._own:
            self._put(self._own[key])
        else:
            self._read_standard(key)

    def _read_standard(self, key: str) -> None:
        """The standard words, unless the user goes on before they come."""
        wish = self._wish(key, with_words=False)
        if self._ticket is not None:
            self._ticket.drop()
        self._put("")
        self._ticket = self._bench.read(
            lambda: self._standard(wish),
            lambda words: self._put(words) if self._shown == key else None,
        )

    def _put(self, words: str) -> None:
        self._words.blockSignals(True)
        self._words.setPlainText(words)
        self._words.blockSignals(False)
        self._reset.setEnabled(self._shown in self._own)
        self._weigh()

    def _typed(self) -> None:
        if self._shown is not None:
            self._own[self._shown] = self._words.toPlainText()
            self._reset.setEnabled(True)
            self._weigh()

    def _to_standard(self) -> None:
        if self._shown is not None:
            self._own.pop(self._shown, None)
            self._read_standard(self._shown)
            self._words.setFocus()

    def _set_due(self, on: date | None) -> None:
        """Each authority has its own day to answer by; an empty field means the usual one."""
        if self._shown is None:
            return
        if on is None:
            self._dues.pop(self._shown, None)
        else:
            self._dues[self._shown] = on
        self._changed()

    def _changed(self) -> None:
        """The day or the address is another: standard words name them."""
        if self._shown is not None and self._shown not in self._own:
            self._read_standard(self._shown)

    def _draft(self, key: str) -> RequestDraft | AppointmentDraft:
        every: list[RequestDraft | AppointmentDraft] = [
            *self._desk.requests,
            *self._desk.appointments,
        ]
        return next(one for one in every if one.key == key)

    def _wish(self, key: str, *, with_words: bool = True) -> LetterWish:
        kind = self._list.kind(key)
        is_request = kind is LetterKind.REQUEST
        return LetterWish(
            kind=kind,
            key=key,
            answer_by=self._dues.get(key),
            reply_to=self._reply.text().strip() if is_request else "",
            reference=self._reference.text().strip(),
            words=self._own.get(key) if with_words else None,
        )

    def _weigh(self) -> None:
        self.say_why(self._what_is_missing())

    def _what_is_missing(self) -> str | None:
        word, keys = self._bench.voice.word, self._list.keys()
        if not keys:
            return word(NONE_TICKED)
        if any(not self._own.get(key, " x").strip() for key in keys):
            return word(NO_WORDS)
        if not self._formats():
            return word(NO_FORMAT)
        return word(FOLDER_MISSING) if self._folder is None else None

    def _formats(self) -> tuple[Format, ...]:
        boxes = ((Format.PDF, self._pdf), (Format.DOCX, self._docx))
        return tuple(wanted for wanted, box in boxes if box.isChecked())

    def _make(self) -> None:
        if self._folder is None:
            return
        if not self._due.is_valid:
            self._due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        # A widget with keys, not a mapping.
        wishes = tuple(self._wish(key) for key in self._list.keys())  # noqa: SIM118
        self.accept()
        self._give(Letters(wishes, self._folder, self._formats()))
