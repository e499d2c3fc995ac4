"""The menu entries and keys for seats, terms and observers: of the page, and of a chosen row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.i18n.catalogue import _
from app.views.editing.actions import action
from app.views.members.list_tab import ListTab
from app.views.members.lists import NEW_OBSERVER, NEW_SEAT, OBSERVERS, SEATS
from app.views.members.roster.deeds import RosterDeeds
from app.views.shell.workbench import Workbench

NEW_TERM = _("Ny periode")
RENEW, MERGE = _("Ny sammensetning etter valg …"), _("Slå sammen kommuner …")
OPEN, EDIT_SEAT = _("Åpne plassen"), _("Rediger plassen")
TERM_HERE = _("Ny periode i plassen")
FOLLOW, END, RANK = _("Etterfølger i perioden …"), _("Avslutt perioden …"), _("Vara …")
PERSON = _("Vis personen")
EDIT, END_OBSERVER, REMOVE = _("Rediger"), _("Avslutt …"), _("Ta bort")


def page_deeds(
    page: QWidget, bench: Workbench, deeds: RosterDeeds, chosen_seat: Callable[[], int | None]
) -> Sequence[QAction]:
    """What can be done anywhere on the page."""
    word = bench.voice.word
    return (
        action(
            page,
            word(NEW_TERM),
            "new-term",
            lambda: deeds.new_term_in(chosen_seat()),
            "Ctrl+Shift+N",
        ),
        action(page, word(RENEW), "renew-body", deeds.renew, "Ctrl+Shift+V"),
        action(page, word(NEW_SEAT), "new-seat", deeds.new_seat, "Ctrl+Shift+L"),
        action(page, word(NEW_OBSERVER), "new-observer", deeds.new_observer, "Ctrl+Shift+O"),
        action(page, word(MERGE), "merge-institutions", deeds.merge, "Ctrl+Shift+M"),
    )


def row_deeds(key: str, tab: ListTab, bench: Workbench, deeds: RosterDeeds) -> list[QAction]:
    """What can be done with the chosen row of a list; none but for seats and observers."""
    if key == SEATS:
        return _seat_deeds(tab, bench, deeds)
    return _observer_deeds(tab, bench, deeds) if key == OBSERVERS else []


def _seat_deeds(tab: ListTab, bench: Workbench, deeds: RosterDeeds) -> list[QAction]:
    def on_seat(act: Callable[[int], object]) -> Callable[[], object]:
        return lambda: None if tab.table.key is None else act(tab.table.key)

    def person() -> None:
        row = tab.chosen()
        if row is not None and row.person is not None:
            deeds.open_person(row.person.id)

    table: tuple[tuple[str, str, Callable[[], object], str], ...] = (
        (OPEN, "open-seat", on_seat(deeds.open_seat), "F2"),
        (TERM_HERE, "term-here", on_seat(deeds.new_term_in), ""),
        (
            FOLLOW,
            "follow-holder",
            on_seat(lambda key: deeds.on_holder(key, deeds.follow)),
            "Ctrl+Shift+F",
        ),
        (
            END,
            "end-holder",
            on_seat(lambda key: deeds.on_holder(key, deeds.end_term)),
            "Ctrl+Shift+A",
        ),
        (
            RANK,
            "rank-deputies",
            on_seat(lambda key: deeds.on_holder(key, deeds.rank)),
            "Ctrl+Shift+R",
        ),
        (PERSON, "open-holder", person, "F4"),
        (EDIT_SEAT, "edit-seat", on_seat(deeds.edit_seat_of), "Ctrl+Shift+D"),
    )
    return _made(tab, bench, table)


def _observer_deeds(tab: ListTab, bench: Workbench, deeds: RosterDeeds) -> list[QAction]:
    def on_row(act: Callable[[int], object]) -> Callable[[], object]:
        return lambda: None if tab.table.key is None else act(tab.table.key)

    def person() -> None:
        row = tab.chosen()
        if row is not None:
            deeds.open_person(row.person.id)

    def remove() -> None:
        row = tab.chosen()
        if row is not None:
            deeds.remove_observer(row.id, row.person.name)

    table: tuple[tuple[str, str, Callable[[], object], str], ...] = (
        (EDIT, "edit-observer", on_row(deeds.edit_observer), "F2"),
        (END_OBSERVER, "end-observer", on_row(deeds.end_observer), "Ctrl+Shift+A"),
        (PERSON, "open-observer", person, "F4"),
        (REMOVE, "remove-observer", remove, "Del"),
    )
    return _made(tab, bench, table)


def _made(
    tab: ListTab,
    bench: Workbench,
    table: Sequence[tuple[str, str, Callable[[], object], str]],
) -> list[QAction]:
    word = bench.voice.word
    return [
        action(tab, word(text), name, act, keys, is_local=True) for text, name, act, keys in table
    ]
