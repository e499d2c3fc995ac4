"""Medlemmer: who has which seat, who observes, and everyone behind them, as of any day (R7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.house import House
from app.tasks.store_threads import Ticket
from app.views.editing.actions import action
from app.views.members import words
from app.views.members.deeds import Deeds
from app.views.members.export import RosterExport
from app.views.members.extras import APPOINT, LETTERS_PLACE, LIFE, USE, Extras, more_button
from app.views.members.importing.desk import ImportDesk, Place
from app.views.members.list_tab import ListTab
from app.views.members.lists import (
    DEPUTIES,
    INSTITUTIONS,
    NEW_INSTITUTION,
    NEW_PERSON,
    NEW_SEAT,
    OBSERVERS,
    PEOPLE,
    SEATS,
    SUBJECTS,
    TITLES,
    Members,
    make_list,
    read_members,
)
from app.views.members.primary import PrimaryButtons
from app.views.members.roster.actions import page_deeds, row_deeds
from app.views.members.roster.deeds import RosterDeeds
from app.views.members.travel import YEAR_BACK, YEAR_ON, Travel
from app.views.members.turn_tabs import TURN_TITLES, TurnTabs
from app.views.papers.places import System
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import SMALL
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

_NARROW = 1_000
_MORE = {SEATS: APPOINT, OBSERVERS: LIFE, PEOPLE: LIFE}
"""What can be done with a row beside opening it."""

_SHOWN = frozenset({Kind.COUNCIL, Kind.BODY, Kind.INSTITUTION, Kind.PERSON, Kind.TERM})


class MembersPage(Page):
    """Lists and pictures behind tabs; body and day stand beside them and count for all of them."""

    _roster: RosterDeeds

    def __init__(self, bench: Workbench, house: House, system: System | None = None) -> None:
        voice = bench.voice
        self._bench, self._house = bench, house
        export = button(voice.word(EXPORT), "export-roster", on_click=lambda: self.export())
        self._export = export
        more = more_button(voice)
        self._primary = PrimaryButtons(voice, self._start, lambda: self._roster.merge())
        super().__init__(
            "members", PageHeader(voice.word(MEMBERS), actions=[more, export, self._primary])
        )
        self.imports = ImportDesk(bench, house, self, self._listed)
        self.header.add_action(self.imports.make_button())
        self._members: Members | None = None
        self._wanted: int | None = None
        self._ticket: Ticket | None = None
        self._lists: dict[str, ListTab] = {}
        self.travel = Travel(bench)
        self.travel.moved.connect(self._refresh)
        self.turns = TurnTabs(bench, house, self.travel, self)
        self.turns.wanted.connect(self.go_to)
        self.turns.seat_opened.connect(lambda seat, on: self._roster.open_seat(seat, on))
        self.extras = Extras(bench, house, self, lambda: self._members, system)
        self.extras.hang_on(more)
        self._deeds = Deeds(
            bench, house, self, lambda: self._members, self._added, self.extras.open_life
        )
        self._roster = RosterDeeds(
            bench, house, self, lambda: self._members, self._added, self._deeds.open_person
        )
        self.roster_export = RosterExport(bench, house, self)
        self._build()
        self._actions = self._make_actions()
        self._refresh()

    def refresh_if(self, changes: Changes) -> None:
        """People, institutions, terms, bodies: all of them show here."""
        if changes.kinds & _SHOWN:
            self._refresh()
        elif Kind.MEETING in changes.kinds:
            self.turns.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the tabs and the day have too little room beside each other, the day gives way."""
        super().resizeEvent(event)
        self.travel.be_narrow(self.width() < _NARROW)
        self.strip.be_narrow(self.width() < _NARROW)
        self._share_head()

    def page_actions(self) -> Sequence[QAction]:
        return self._actions

    def _show_buttons(self) -> None:
        self._primary.show_for(self.strip.key())
        self._share_head()

    def _share_head(self) -> None:
        """Where mergers stand in a narrow head, the workbook is left to the menu."""
        is_full = self.width() < _NARROW and self.strip.key() == INSTITUTIONS
        self._export.setVisible(not is_full)

    def place(self) -> str:
        """The chosen seat, else the list that is open."""
        seat = self.tab(SEATS).table.key if self.strip.key() == SEATS else None
        return self.strip.key() if seat is None else str(seat)

    def go_to(self, place: str) -> None:
        """A seat by its id, as it is today, one of the lists by its name, or the letters."""
        if place == LETTERS_PLACE:
            self.extras.open_letters()
            return
        if place in TITLES:
            self.strip.choose(place)
            self.take_focus()
        elif place.isdecimal():
            self._go_to_seat(int(place))

    def take_focus(self) -> None:
        """The keyboard starts in the list."""
        key = self.strip.key()
        if key in TURN_TITLES:
            self.turns.tab(key).take_focus()
        else:
            self.tab(key).focus_table()

    def tab(self, key: str) -> ListTab:
        """One of the lists, made when it is first wanted."""
        if key not in self._lists:
            made = make_list(key, self._bench, lambda: self.travel.on, self._start)
            made.opened.connect(lambda row: self._open(key, row))
            made.offer(self._row_actions(key, made))
            self._lists[key] = made
            self._show_list(key)
            if key == DEPUTIES and self._members is not None:
                self._refresh()  # it is read only where it is looked at
        return self._lists[key]

    @property
    def roster(self) -> RosterDeeds:
        """What can be done with seats, terms and observers."""
        return self._roster

    def export(self) -> None:
        """Ask for a file and write the roster of the day into it."""
        if self._members is not None:
            roster = self._members.roster
            self.roster_export.ask(roster.body_code, roster.body_name, roster.on)

    def _listed(self) -> Place | None:
        """What a list that is read in would most likely be about."""
        if self._members is None:
            return None
        roster = self._members.roster
        return SUBJECTS.get(self.strip.key(), SUBJECTS[SEATS]), roster.body_code, roster.body_name

    def _build(self) -> None:
        voice = self._bench.voice
        self.strip = TabStrip("member-lists", voice.word(LISTS))
        self.strip.currentChanged.connect(lambda _place: self._show_buttons())
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
        line = row(self.strip, None, self.travel, gap=SMALL)
        head.setLayout(line)
        line.setAlignment(self.strip, Qt.AlignmentFlag.AlignBottom)
        self.header.add_under(head, last=True)
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._other_day)
        box.addWidget(self.roster_export.panel)
        box.addWidget(self.extras.making.panel)
        box.addWidget(self._stack, 1)
        self.fill(body)
        for key, title in TITLES.items():
            make = self.turns.tab if key in TURN_TITLES else self.tab
            self._stack.add(key, voice.word(title), partial(make, key))

    def _make_actions(self) -> Sequence[QAction]:
        word, deeds = self._bench.voice.word, self._deeds
        made = (
            *page_deeds(self, self._bench, self._roster, self._chosen_seat),
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
            *self.imports.actions,
            action(self, word(EXPORT), "export-roster", self.export, "Ctrl+Shift+E"),
            *self.turns.actions,
            *self.extras.actions,
        )
        self.addActions(list(made))
        return made

    def _row_actions(self, key: str, made: ListTab) -> list[QAction]:
        word = self._bench.voice.word

        def act_on(act: str) -> None:
            if made.table.key is not None:
                deeds[act](key, made.table.key)

        deeds = {"open": self._open, "delete": self._delete, "more": self._more}
        acts = []
        if key in (PEOPLE, INSTITUTIONS, DEPUTIES):
            edit = word(USE if key == DEPUTIES else EDIT)
            acts.append(action(made, edit, "edit-row", lambda: act_on("open"), "F2", is_local=True))
        else:
            acts += row_deeds(key, made, self._bench, self._roster)
        if key in _MORE:
            more, keys = word(_MORE[key]), "F4" if key == PEOPLE else "Shift+F4"
            acts.append(action(made, more, "more-row", lambda: act_on("more"), keys, is_local=True))
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

    def _chosen_seat(self) -> int | None:
        """The seat that is chosen in the list, where that is the list on screen."""
        return self.tab(SEATS).table.key if self.strip.key() == SEATS else None

    def _start(self, key: str) -> None:
        """The primary button of a list, or that of an empty one."""
        if key == NEW_SEAT:
            self._roster.new_seat()
        elif key == SEATS:
            self._roster.new_term_in(self._chosen_seat())
        elif key == OBSERVERS:
            self._roster.new_observer()
        else:
            self._deeds.start(key)

    def _open(self, key: str, row_id: int) -> None:
        found = self.tab(key).row(row_id)
        if key == INSTITUTIONS:
            self._deeds.open_institution(found)
        elif key == PEOPLE:
            self._deeds.open_person(row_id)
        elif key == OBSERVERS:
            self._roster.edit_observer(row_id)
        elif key == DEPUTIES:
            self.extras.open_use(found)
        else:
            self._roster.open_seat(row_id)

    def _more(self, key: str, row_id: int) -> None:
        """A letter to the seat's holder, or everything about the person."""
        if key == SEATS:
            self.extras.open_letters(row_id)
        else:
            found = self.tab(key).row(row_id)
            self.extras.open_life(found.person.id if key == OBSERVERS else row_id)

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
        if self.strip.key() in TURN_TITLES:
            self.strip.choose(SEATS)
        search = self.tab(self.strip.key()).search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def _go_today(self) -> None:
        self.travel.go(self._bench.today())

    def _go_to_seat(self, seat_id: int, on: date | None = None) -> None:
        """Choose a seat in the list of a day, today where none is said."""
        self.strip.choose(SEATS)
        self._wanted = seat_id
        self.travel.day.show_value(on or self._bench.today())

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
        self.turns.refresh()
        on, house, with_use = self.travel.on, self._house, DEPUTIES in self._lists
        self._ticket = self._bench.read(
            lambda: read_members(house, on, body, with_use=with_use), self._show
        )

    def _show(self, members: Members) -> None:
        self._members = members
        voice, roster = self._bench.voice, members.roster
        self.header.tell(side=words.counts(roster, voice))
        self.travel.show_bodies(members.bodies, roster.body_code)
        self._other_day.setVisible(not self.travel.is_today)
        self._other_day.tell(voice.fill(OTHER_DAY, on=roster.on), "accent")
        for key in self._lists:
            self._show_list(key)
        if self._wanted is not None and self.strip.key() not in TURN_TITLES:
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
        elif key == DEPUTIES:
            made.show_rows(found.deputies)
        elif key == INSTITUTIONS:
            made.show_rows(words.in_order(found.institutions, roster.on))
        else:
            made.show_rows(found.people)
