"""Medlemmer: who has which seat, who observes, and everyone behind them, as of any day (R7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.house import House
from app.services.roster import SeatRow
from app.tasks.store_threads import Ticket
from app.views.editing.actions import action
from app.views.members import words
from app.views.members.deeds import Deeds
from app.views.members.export import RosterExport
from app.views.members.list_tab import ListTab
from app.views.members.lists import (
    INSTITUTIONS,
    NEW_INSTITUTION,
    NEW_PERSON,
    OBSERVERS,
    PEOPLE,
    SEATS,
    TITLES,
    Members,
    make_list,
    read_members,
)
from app.views.members.travel import YEAR_BACK, YEAR_ON, Travel
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE
from app.views.widgets.buttons import button
from app.views.widgets.layout import row
from app.views.widgets.notices import NoticeBar
from app.views.widgets.page import Page
from app.views.widgets.page_header import PageHeader
from app.views.widgets.tabs import TabStack, TabStrip

MEMBERS, LISTS = _("Medlemmer"), _("Lister")
EXPORT = _("Eksporter til Excel")
EDIT, DELETE, SEARCH, TODAY = _("Rediger"), _("Slett"), _("Søk i listen"), _("Vis i dag")
OTHER_DAY = _("Du ser rådet slik det er ført opp for {on:langdato}.")

_SHOWN = frozenset({Kind.COUNCIL, Kind.BODY, Kind.INSTITUTION, Kind.PERSON, Kind.TERM})


class MembersPage(Page):
    """Four lists behind tabs; body and day stand beside them and count for all of them."""

    def __init__(self, bench: Workbench, house: House) -> None:
        voice = bench.voice
        self._bench, self._house = bench, house
        export = button(voice.word(EXPORT), "export-roster", on_click=lambda: self.export())
        self._new_person = button(
            voice.word(NEW_PERSON),
            "new-person",
            "primary",
            on_click=lambda: self._deeds.new_person(),
        )
        self._new_institution = button(
            voice.word(NEW_INSTITUTION),
            "new-institution",
            on_click=lambda: self._deeds.new_institution(),
        )
        super().__init__(
            "members",
            PageHeader(
                voice.word(MEMBERS), actions=[export, self._new_institution, self._new_person]
            ),
        )
        self._members: Members | None = None
        self._wanted: int | None = None
        self._ticket: Ticket | None = None
        self._lists: dict[str, ListTab] = {}
        self.travel = Travel(bench)
        self.travel.moved.connect(self._refresh)
        self._deeds = Deeds(bench, house, self, lambda: self._members, self._added)
        self.roster_export = RosterExport(bench, house, self)
        self._build()
        self._actions = self._make_actions()
        self._refresh()

    def refresh_if(self, changes: Changes) -> None:
        """People, institutions, terms, bodies: all of them show here."""
        if changes.kinds & _SHOWN:
            self._refresh()

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    def place(self) -> str:
        """The chosen seat, else the list that is open."""
        seat = self.tab(SEATS).table.key if self.strip.key() == SEATS else None
        return self.strip.key() if seat is None else str(seat)

    def go_to(self, place: str) -> None:
        """A seat by its id, as it is today, or one of the lists by its name."""
        if place in TITLES:
            self.strip.choose(place)
            self.take_focus()
        elif place.isdecimal():
            self.strip.choose(SEATS)
            self._go_to_seat(int(place))

    def take_focus(self) -> None:
        """The keyboard starts in the list."""
        self.tab(self.strip.key()).focus_table()

    def tab(self, key: str) -> ListTab:
        """One of the four lists, made when it is first wanted."""
        if key not in self._lists:
            made = make_list(key, self._bench, lambda: self.travel.on, self._deeds.start)
            made.opened.connect(lambda row: self._open(key, row))
            made.offer(self._row_actions(key, made))
            self._lists[key] = made
            self._show_list(key)
        return self._lists[key]

    def export(self) -> None:
        """Ask for a file and write the roster of the day into it."""
        if self._members is not None:
            roster = self._members.roster
            self.roster_export.ask(roster.body_code, roster.body_name, roster.on)

    def _build(self) -> None:
        voice = self._bench.voice
        self.strip = TabStrip("member-lists", voice.word(LISTS))
        self._stack = TabStack(self.strip)
        self.strip.currentChanged.connect(lambda _place: self.wandered.emit())
        self._other_day = NoticeBar(
            voice,
            " ",
            "accent",
            verb=voice.word(TODAY),
            on_act=self._go_today,
            may_close=False,
            name="other-day",
        )
        self._other_day.hide()
        head = QWidget()
        line = row(self.strip, None, self.travel, gap=LARGE)
        head.setLayout(line)
        line.setAlignment(self.strip, Qt.AlignmentFlag.AlignBottom)
        self.header.add_under(head, last=True)
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._other_day)
        box.addWidget(self.roster_export.panel)
        box.addWidget(self._stack, 1)
        self.fill(body)
        for key, title in TITLES.items():
            self._stack.add(key, voice.word(title), lambda key=key: self.tab(key))  # type: ignore[misc]

    def _make_actions(self) -> Sequence[QAction]:
        word, deeds = self._bench.voice.word, self._deeds
        made = (
            action(self, word(NEW_PERSON), "new-person", deeds.new_person, "Ctrl+Shift+P"),
            action(
                self,
                word(NEW_INSTITUTION),
                "new-institution",
                deeds.new_institution,
                "Ctrl+Shift+I",
            ),
            action(self, word(SEARCH), "search-list", self._search, "Ctrl+F"),
            action(self, word(YEAR_BACK), "year-back", lambda: self.travel.step(-1), "Alt+PgUp"),
            action(self, word(YEAR_ON), "year-on", lambda: self.travel.step(1), "Alt+PgDown"),
            action(self, word(TODAY), "show-today", self._go_today, "Alt+Home"),
            action(self, word(EXPORT), "export-roster", self.export, "Ctrl+Shift+E"),
        )
        self.addActions(list(made))
        return made

    def _row_actions(self, key: str, made: ListTab) -> list[QAction]:
        word = self._bench.voice.word

        def act_on(act: str) -> None:
            if made.table.key is not None:
                {"open": self._open, "delete": self._delete}[act](key, made.table.key)

        acts = [action(made, word(EDIT), "edit-row", lambda: act_on("open"), "F2", is_local=True)]
        if key in (PEOPLE, INSTITUTIONS):
            acts.append(
                action(
                    made,
                    word(DELETE),
                    "delete-row",
                    lambda: act_on("delete"),
                    "Del",
                    icon="trash-2",
                    is_local=True,
                )
            )
        return acts

    def _open(self, key: str, row_id: int) -> None:
        found = self.tab(key).row(row_id)
        if key == INSTITUTIONS:
            self._deeds.open_institution(found)
        elif key == PEOPLE:
            self._deeds.open_person(row_id)
        elif key == OBSERVERS:
            self._deeds.open_person(found.person.id)
        else:
            self._open_seat(found)

    def _open_seat(self, seat: SeatRow) -> None:
        """Whoever sits there; an empty seat says who names the next."""
        if seat.person is not None:
            self._deeds.open_person(seat.person.id)
        else:
            self._bench.teller.say(words.nobody_sits(seat, self._bench.voice))

    def _delete(self, key: str, row_id: int) -> None:
        found = self.tab(key).row(row_id)
        delete = self._deeds.delete_person if key == PEOPLE else self._deeds.delete_institution
        delete(row_id, found.name)

    def _added(self, key: str, row_id: int) -> None:
        """What was just added is shown and chosen."""
        self.strip.choose(key)
        self._wanted = row_id
        self._refresh()

    def _search(self) -> None:
        search = self.tab(self.strip.key()).search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def _go_today(self) -> None:
        self.travel.go(self._bench.today())

    def _go_to_seat(self, seat_id: int) -> None:
        self._wanted = seat_id
        self.travel.day.show_value(self._bench.today())

        def show(body: str | None) -> None:
            if body is not None:
                self.travel.show_body(body)
            self._read(body or self.travel.body)

        self._bench.read(lambda: self._house.roster.body_of(seat_id), show)

    def _refresh(self) -> None:
        self._read(self.travel.body)

    def _read(self, body: str | None) -> None:
        """Read anew; what was asked for before is not wanted any more."""
        if self._ticket is not None:
            self._ticket.drop()
        on, house = self.travel.on, self._house
        self._ticket = self._bench.read(lambda: read_members(house, on, body), self._show)

    def _show(self, members: Members) -> None:
        self._members = members
        voice, roster = self._bench.voice, members.roster
        self.header.tell(side=words.counts(roster, voice))
        self.travel.show_bodies(members.bodies, roster.body_code)
        self._other_day.setVisible(not self.travel.is_today)
        self._other_day.tell(voice.fill(OTHER_DAY, on=roster.on), "accent")
        for key in self._lists:
            self._show_list(key)
        if self._wanted is not None:
            self.tab(self.strip.key()).choose(self._wanted)
            self._wanted = None

    def _show_list(self, key: str) -> None:
        """The rows of one list, once they have been read."""
        found, voice = self._members, self._bench.voice
        if found is None:
            return
        made, roster = self._lists[key], found.roster
        if key == SEATS:
            made.show_rows(roster.seats, title=roster.body_name, below=words.balance(roster, voice))
        elif key == OBSERVERS:
            made.show_rows(roster.observers)
        elif key == INSTITUTIONS:
            made.show_rows(words.in_order(found.institutions, roster.on))
        else:
            made.show_rows(found.people)
