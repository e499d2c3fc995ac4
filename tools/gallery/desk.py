"""A desk as the window opens in the morning: cards, rows, and a table of open tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n.voice import Voice
from app.views.theme.metrics import LARGE
from app.views.widgets.buttons import button
from app.views.widgets.card import Card, LinkRow, Row, date_lead
from app.views.widgets.chip import Chip
from app.views.widgets.layout import page_margins
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.widgets.table import DataTable
from app.views.widgets.table_model import Cell, Column, Order, WindowedModel

TASKS = (
    (
        "18/26",
        "Søke regionalt utviklingsprogram om delfinansiering",
        "Prosjektleder SNP",
        "18. nov.",
    ),
    ("16/26", "Avklare eierskap til testarena for havteknologi", "SINTEF", "20. nov."),
    ("15/26", "Legge fram sak for Regionrådet (over 500 000 kr)", "Sekretariatet", "7. des."),
    ("12/26", "Innhente status på handlingsplan fra kommunene", "Næringsapparatet", "15. jan."),
    ("11/26", "Fellesarena næringsliv og politikk i Midtre Gauldal", "Kommunen", "1. feb."),
)
LATE = ("18. nov.", "20. nov.")

COLUMNS = (
    Column("case", "Sak", 76),
    Column("task", "Oppgave", 300, grows=True),
    Column("who", "Ansvarlig", 168),
    Column("due", "Frist", 104),
)


class Tasks:
    """The tasks as a table's source, sorted as text."""

    def keys(self, order: Order | None, search: str) -> Sequence[int]:
        """Places in `TASKS`."""
        found = [
            place
            for place, task in enumerate(TASKS)
            if search.casefold() in " ".join(task).casefold()
        ]
        if order is None:
            return found
        column = [each.key for each in COLUMNS].index(order.column)
        return sorted(found, key=lambda place: TASKS[place][column], reverse=order.descending)

    def rows(self, keys: Sequence[int]) -> Mapping[int, Sequence[Cell]]:
        """The cells; a date that has passed is a chip."""
        return {key: [*map(Cell, TASKS[key][:3]), _due(TASKS[key][3])] for key in keys}


def _due(text: str) -> Cell:
    return Cell(text, tone="bad") if text in LATE else Cell(text)


class DeskPage(Page):
    """Four cards, as in the first mockup."""

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        header = PageHeader(
            "Oversikt",
            side="mandag 23. november 2026",
            actions=(button("Nytt møte", "new-meeting", "primary"),),
        )
        super().__init__("desk", header, parent)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(*page_margins())
        grid.setSpacing(LARGE)
        grid.addWidget(_next_meeting(), 0, 0)
        grid.addWidget(_ending_terms(), 0, 1)
        grid.addWidget(_tasks(), 1, 0)
        grid.addWidget(_coming(), 1, 1)
        grid.setColumnStretch(0, 31)
        grid.setColumnStretch(1, 20)
        grid.setRowStretch(1, 1)
        self.fill(body)


def _next_meeting() -> Card:
    card = Card(
        "Neste møte: Næringsrådet 4. desember",
        "next-meeting",
        below="fredag kl. 09.00–11.30 · Skaun rådhus · 8 saker · om 11 dager",
        action=button("Åpne møtet", "open-meeting"),
    )
    card.show_rows(
        [
            LinkRow("step-1", "Møtevarsel sendt", lead=Chip("ferdig", "ok"), side="frist 13. nov."),
            LinkRow(
                "step-2",
                "Sakspapirer til 9 medlemmer, 1 vara og 14 observatører",
                lead=Chip("4 dager", "warn"),
                side="frist 27. nov. · 3 av 5 saksframlegg klare",
            ),
            LinkRow(
                "step-3",
                "Svar på møtevarselet",
                lead=Chip("neste"),
                side="6 kommer · 1 forfall (vara innkalt) · 2 har ikke svart",
            ),
            LinkRow(
                "step-4", "Protokoll til godkjenning", lead=Chip("neste"), side="frist 11. des."
            ),
        ]
    )
    return card


def _ending_terms() -> Card:
    card = Card("Perioder som går ut", "ending-terms")
    card.show_rows(
        [
            LinkRow(
                "term-1",
                "Kommunedirektør 1",
                side="Melhus",
                trailing=Chip("31. des. 2026", "warn"),
            ),
            LinkRow(
                "term-2", "Kommunedirektør 2", side="Skaun", trailing=Chip("31. des. 2026", "warn")
            ),
            LinkRow(
                "term-3",
                "Øvrige næringsorganisasjoner",
                side="NAT oppnevner",
                trailing=Chip("utløpt", "bad"),
            ),
            Row(
                "rotation",
                "Forslag: Malvik, Trondheim",
                trailing=button("Se rotasjon", "see-rotation", "link"),
            ),
        ]
    )
    return card


def _tasks() -> Card:
    card = Card("Oppfølging av vedtak", "tasks", side="7 åpne · 2 over fristen")
    model = WindowedModel(COLUMNS, Tasks())
    model.refresh()
    card.add(DataTable("task-table", "Oppfølging av vedtak", model), stretch=1)
    return card


def _coming() -> Card:
    card = Card("De neste 90 dagene", "coming", side="Årshjul 2026–2027")
    lines = (
        ("4. des.", "Næringsrådet", "Skaun", None),
        ("18. des.", "Regionrådet: utviklingsplan og budsjett 2027", "", Chip("årshjul", "accent")),
        ("22. jan.", "Næringsrådet", "Trondheim", None),
        ("4. feb.", "Frist: sak om årsrapport til Regionrådet", "", Chip("frist")),
        ("12. feb.", "Regionrådet: årsrapport 2026", "", Chip("årshjul", "accent")),
    )
    card.show_rows(
        [
            LinkRow(f"day-{place}", text, lead=date_lead(on), side=side, trailing=chip)
            for place, (on, text, side, chip) in enumerate(lines)
        ]
    )
    return card
