"""Every other widget in each of its states: buttons, chips, fields, notices, progress, empty."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.i18n.voice import Voice
from app.views.theme.metrics import LARGE, MEDIUM, TYPE
from app.views.theme.tokens import Tone
from app.views.widgets.buttons import button, icon_button, say_why
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.corner import Saved, SavedCorner
from app.views.widgets.date_field import DateField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.field import Field
from app.views.widgets.layout import FlowLayout, page_margins, row, scrolled
from app.views.widgets.naming import named
from app.views.widgets.notices import NoticeBar
from app.views.widgets.number_field import NumberField
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.widgets.progress_panel import ProgressPanel
from app.views.widgets.search_field import SearchField
from app.views.widgets.text import ShortText, Text
from app.views.widgets.typed_field import TimeField

_STORED_AT = datetime.datetime(2026, 11, 23, 9, 41)
TODAY = datetime.date(2026, 11, 23)
TONES: tuple[tuple[str, Tone], ...] = (
    ("neste", "neutral"),
    ("årshjul", "accent"),
    ("ferdig", "ok"),
    ("4 dager", "warn"),
    ("utløpt", "bad"),
)


class PiecesPage(Page):
    """Cards of pieces, under each other."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        header = PageHeader(
            "Deler",
            side="alt som skjermbildene er satt sammen av",
            actions=(
                button("Avbryt", "head-cancel"),
                button("Lagre en kopi", "head-save", "primary", icon="download"),
            ),
        )
        super().__init__("pieces", header, parent)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(*page_margins())
        grid.setSpacing(LARGE)
        grid.addWidget(_buttons(), 0, 0)
        grid.addWidget(_words(), 0, 1)
        grid.addWidget(_fields(voice), 1, 0, 2, 1)
        grid.addWidget(_states(voice), 1, 1)
        grid.addWidget(_empty(), 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)
        self.fill(scrolled(content, "pieces-area"))


def _buttons() -> Card:
    card = Card("Knapper", "buttons")
    flow = FlowLayout(gap=MEDIUM)
    waiting = button("Send", "waiting")
    say_why(waiting, "Sakslisten er ikke publisert.")
    checked = button("Navneopprop", "checked")
    checked.setCheckable(True)
    checked.setChecked(True)
    for each in (
        button("Legg til sak", "plain", icon="plus"),
        button("Hav & Land", "ampersand"),
        checked,
        button("Slett", "danger", "danger", icon="trash-2"),
        button("Se rotasjon", "link", "link"),
        button("Vis mer", "quiet", "quiet", icon="chevron-down"),
        waiting,
        icon_button("undo-2", "Angre", "undo"),
        icon_button("settings", "Innstillinger", "settings"),
    ):
        flow.addWidget(each)
    inside = QWidget()
    inside.setLayout(flow)
    card.add(inside, inset=True)
    return card


def _words() -> Card:
    card = Card("Skrift og merkelapper", "words", side="Inter, tall i like brede kolonner")
    inside = QWidget()
    box = QVBoxLayout(inside)
    box.setContentsMargins(0, 0, 0, 0)
    for step in ("title", "heading", "section", "strong", "medium", "body", "small"):
        size = Text(f"{TYPE[step].pixels} px", "small", "muted")
        size.setFixedWidth(40)
        sample = ShortText("Møte 1.11.2026 kl. 11.10 – <b>480 000 kr</b> & æøå ŋđš", step)
        line = row(size, sample, gap=MEDIUM)
        line.setStretch(1, 1)
        box.addLayout(line)
    box.addLayout(row(*(Chip(text, tone) for text, tone in TONES), None))
    box.addLayout(
        row(
            *(Text(ink, ink=ink) for ink in ("muted", "accent", "ok", "warn", "bad")),
            None,
            gap=MEDIUM,
        )
    )
    card.add(inside, inset=True)
    return card


def _fields(voice: Voice) -> Card:
    card = Card("Felt", "fields", below="Det som skrives, blir stående")
    inside = QWidget()
    box = QVBoxLayout(inside)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(MEDIUM)
    on, bad = DateField(voice, lambda: TODAY), DateField(voice, lambda: TODAY)
    on.show_value(datetime.date(2026, 12, 4))
    at = TimeField(voice)
    at.show_value(datetime.time(9, 30))
    choice = QComboBox()
    choice.addItems(["Næringsrådet", "Regionrådet"])
    count = NumberField()
    count.setRange(0, 60)
    count.setValue(25)
    closed = QLineEdit("Bare lesing")
    closed.setReadOnly(True)
    long = QTextEdit()
    long.setPlainText("Testarenaen ble etablert i 2025 med støtte fra Næringsrådet.")
    long.setFixedHeight(64)
    long.setTabChangesFocus(True)
    for name, label, editor in (
        ("on", "Dato", on),
        ("bad-date", "Frist", bad),
        ("at", "Klokkeslett", at),
        ("body", "Organ", choice),
        ("minutes", "Minutter", count),
        ("closed", "Saksnummer", closed),
        ("long", "Oppsummering", long),
    ):
        editor.setObjectName(name)
        field = Field(
            voice, label, editor, help_text="Fylles ut før utsending" if editor is at else ""
        )
        if editor is bad:
            bad.show_draft("engang i desember")
        field.mark_missing(editor is long)
        box.addWidget(field)
    box.addWidget(SearchField("search", "Søk i saker"))
    one, two = (
        named(QCheckBox("Unntatt offentlighet"), "exempt"),
        named(QCheckBox("Haster"), "urgent"),
    )
    one.setChecked(True)
    left, right = (
        named(QRadioButton("Fysisk møte"), "room"),
        named(QRadioButton("Fjernmøte"), "video"),
    )
    left.setChecked(True)
    choices = FlowLayout(gap=LARGE)
    for each in (one, two, left, right):
        choices.addWidget(each)
    box.addLayout(choices)
    card.add(inside, inset=True)
    return card


def _states(voice: Voice) -> Card:
    card = Card("Beskjeder", "states")
    notices: tuple[tuple[str, str, Tone], ...] = (
        ("neutral", "Filen er åpen et annet sted og vises bare for lesing.", "neutral"),
        ("warn", "Sist sikkerhetskopi er ni dager gammel.", "warn"),
        ("bad", "Sakspapirene ble ikke laget: Disken er full. Ingenting er endret.", "bad"),
        ("ok", "Sakspapirene er laget.", "ok"),
    )
    for name, text, tone in notices:
        card.add(
            NoticeBar(
                voice,
                text,
                tone,
                verb="Vis" if tone == "ok" else "",
                on_act=_nothing,
                name=f"notice-{name}",
            )
        )
    inside = QWidget()
    box = QVBoxLayout(inside)
    box.setContentsMargins(0, 0, 0, 0)
    for saved in (
        Saved("stored", _STORED_AT, note="Sikkerhetskopi i dag"),
        Saved("stored", _STORED_AT, missing=("hjemmel", "nøytral tittel")),
        Saved("storing"),
        Saved("failed"),
        Saved("reading"),
    ):
        corner = SavedCorner(voice)
        corner.tell(saved)
        box.addWidget(corner)
    panel = ProgressPanel(voice)
    panel.begin("Lager sakspapirer")
    panel.show_progress(
        Progress(3, 12, Reason("reading_attachment", number=3, file="Prosjektplan.pdf"))
    )
    box.addWidget(panel)
    card.add(inside, inset=True)
    return card


def _empty() -> Card:
    card = Card("Tomt", "empty")
    card.add(
        EmptyState(
            "no-cases",
            "Ingen saker ennå. En sak samler framlegg, vedlegg og vedtak på ett sted.",
            icon="file-text",
            verb="Ny sak",
            on_start=_nothing,
        )
    )
    return card


def _nothing() -> None:
    """Buttons in the gallery lead nowhere."""
