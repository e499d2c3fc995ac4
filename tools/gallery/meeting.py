"""A meeting as the secretary prepares it: steps, tabs, the agenda, and a brief beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.i18n.voice import Voice
from app.views.theme.metrics import HUGE, LARGE, MEDIUM, SMALL
from app.views.widgets.buttons import button
from app.views.widgets.chip import Chip
from app.views.widgets.entries import Entry, EntryModel
from app.views.widgets.entry_list import EntryList
from app.views.widgets.field import Field
from app.views.widgets.layout import FlowLayout, Panel, column, row, scrolled, side_by_side
from app.views.widgets.naming import named
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.widgets.stepper import Stepper
from app.views.widgets.tabs import TabStrip
from app.views.widgets.text import ShortText, Text
from app.views.widgets.typed_field import AmountField

AGENDA = (
    Entry(1, "Godkjenning av innkalling og saksliste", "Godkjenning", "–", "5 min"),
    Entry(2, "Godkjenning av protokoll fra 2. oktober", "Godkjenning", "–", "5 min"),
    Entry(3, "Testarena for havteknologi – fase 2", "Vedtak · 480 000 kr", "21/26", "25 min"),
    Entry(
        4,
        "Felles gründerprogram for regionen",
        "Innstilling til Regionrådet · 1 200 000 kr",
        "22/26",
        "20 min",
    ),
    Entry(
        5, "Utviklingsplan og budsjettrammer 2027", "Innstilling til Regionrådet", "23/26", "30 min"
    ),
    Entry(6, "Status: kommunenes tiltaksplaner", "Orientering", "24/26", "15 min"),
    Entry(
        7,
        "Delegert vedtak: messedeltakelse på Nor-Shipping og Aqua Nor",
        "Referatsak · 180 000 kr",
        "25/26",
        chip=("mangler framlegg", "warn"),
    ),
    Entry(8, "Eventuelt", "", "–", "10 min"),
)


class MeetingPage(Page):
    """Header with stepper and tabs; a list and a form that share the room."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        header = PageHeader(
            "Næringsrådet 6/2026",
            side="fredag 4. desember kl. 09.00–11.30 · Skaun rådhus",
            actions=(
                button("Forhåndsvis", "preview"),
                button("Lag sakspapirer", "make-papers", "primary"),
            ),
        )
        super().__init__("meeting", header, parent)
        steps = Stepper(voice)
        steps.show_steps(
            ("Planlagt", "Varslet", "Sakspapirer", "Avholdt", "Protokoll", "Godkjent"), 2
        )
        header.add_under(steps)
        tabs = TabStrip("meeting-tabs", "Faner i møtet")
        for key, title, side in (
            ("agenda", "Saksliste", "8"),
            ("people", "Deltakere", "10 + 14"),
            ("papers", "Sakspapirer", "2 mangler"),
            ("dispatch", "Utsending", ""),
            ("live", "Møtet", ""),
            ("minutes", "Protokoll", ""),
        ):
            tabs.add(key, title, side)
        header.add_under(tabs, last=True)
        body = QWidget()
        side_by_side(body, _agenda(), _brief(voice), share=(35, 65))
        self.fill(body)


def _agenda() -> Panel:
    panel = Panel()
    tools = Panel("bottom")
    tools.setLayout(
        row(
            button("Legg til sak", "add-case"),
            button("Fast post", "add-standing"),
            None,
            ShortText("1 t 55 min av 2 t 30 min", "small", "muted"),
            margins=(LARGE - 2, SMALL + 1, LARGE - 2, SMALL + 1),
        )
    )
    model = EntryModel()
    entries = EntryList("agenda", "Saksliste", model)
    model.allow_moves(True)
    entries.show_entries(AGENDA)
    entries.choose(3)
    box = column(tools, gap=0)
    box.addWidget(entries, 1)
    panel.setLayout(box)
    return panel


def _brief(voice: Voice) -> QWidget:
    form = QWidget()
    box = QVBoxLayout(form)
    box.setContentsMargins(HUGE + 4, LARGE + 2, HUGE + 4, HUGE)
    box.setSpacing(LARGE)
    head = row(
        Text("Sak 21/26", "strong", "muted"),
        Chip("Vedtak i Næringsrådet", "accent"),
        Chip("Offentlig"),
        gap=MEDIUM - 2,
    )
    reason = ShortText("Beløp innenfor Næringsrådets fullmakt (500 000 kr)", "small", "muted")
    head.addStretch(1)
    head.addWidget(reason)
    top = QVBoxLayout()
    top.setSpacing(SMALL)
    top.addLayout(head)
    top.addWidget(Text("Testarena for havteknologi – fase 2", "heading", wraps=True))
    box.addLayout(top)
    box.addLayout(_facts(voice))
    strategies = FlowLayout(gap=SMALL - 2)
    for text in ("1.1 Beste praksis for kobling", "1.5 Klynger", "4.1 Kommersialisering"):
        strategies.addWidget(Chip(text, "accent"))
    box.addWidget(Text("Strategier i næringsplanen", "small", "muted"))
    box.addLayout(strategies)
    for name, label, text, missing, height in (
        ("facts", "Saksopplysninger", "Testarenaen ble etablert i 2025 …", False, 118),
        ("plan", "Vurdering opp mot næringsplanen", "", True, 70),
        ("proposal", "Forslag til vedtak", "1. Næringsrådet bevilger inntil …", False, 64),
    ):
        editor = named(QPlainTextEdit(text), name)
        editor.setFixedHeight(height)
        editor.setTabChangesFocus(True)
        field = Field(voice, label, editor)
        field.mark_missing(missing)
        box.addWidget(field)
    box.addStretch(1)
    form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return scrolled(form, "brief")


def _facts(voice: Voice) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(MEDIUM)
    own, whole = named(AmountField(voice), "own-amount"), named(AmountField(voice), "whole-amount")
    own.show_value(480_000)
    whole.show_value(1_450_000)
    officer = named(AmountField(voice), "odd-amount")
    officer.show_draft("rundt en halv million")
    for place, (label, editor) in enumerate(
        (
            ("Beløp fra næringsbudsjettet", own),
            ("Samlet ramme", whole),
            ("Delfinansiering", officer),
        )
    ):
        field = Field(voice, label, editor)
        if editor is officer:
            field.tell_problem(officer.problem)
        grid.addWidget(field, 0, place)
    return grid
