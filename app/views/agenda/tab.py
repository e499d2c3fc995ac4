"""The tab "Saksliste": the lines of the agenda, and beside them what belongs to the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.vocabulary import CaseKind
from app.i18n.catalogue import _
from app.services.agendas import AgendaLine, AgendaView, QueueRow
from app.services.changes import Changes
from app.services.editing.placing import StandingSpec
from app.services.house import House
from app.views.agenda.agenda_list import AgendaList
from app.views.agenda.case_picker import NEW_CASE, CasePicker
from app.views.agenda.deeds import AgendaDeeds
from app.views.agenda.item_panel import ItemPanel
from app.views.agenda.tools import AgendaTools
from app.views.brief.editor import BriefEditor
from app.views.editing.actions import action, separator, submenu
from app.views.shell.workbench import Workbench
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import Panel, side_by_side

EMPTY_AGENDA = _(
    "Sakslisten er tom. Sett på en sak fra køen, eller lag en ny, så begynner møtet å ta form."
)
ADD_CASE = _("Legg til sak")
HEADING, NEW_HEADING = _("Overskrift"), _("Ny overskrift")
LINE = _("Posten som er valgt")
EDIT_LINE = _("Tid og hvem som legger fram")
MOVE_UP, MOVE_DOWN = _("Flytt opp"), _("Flytt ned")
REMOVE, REINSTATE = _("Ta av sakslisten"), _("Sett tilbake på sakslisten")

_SHARE = (35, 65)
_SPLIT = "agenda-split"


class AgendaTab(QWidget):
    """Shows the agenda of one meeting as the workspace has read it."""

    chosen = Signal(int)
    """The line that the user stands on."""
    stale = Signal()
    """Something was changed elsewhere: read the agenda again."""

    def __init__(
        self,
        bench: Workbench,
        house: House,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("agenda-tab")
        self._bench, self._house = bench, house
        self._view: AgendaView | None = None
        self._deeds: AgendaDeeds | None = None
        self._wanted: int | None = None
        voice = bench.voice
        self.list = AgendaList(voice)
        self.tools = AgendaTools(voice)
        self._item: ItemPanel | None = None
        self.brief = BriefEditor(bench, house)
        self._nothing = EmptyState(
            "empty-agenda",
            voice.word(EMPTY_AGENDA),
            icon="list-ordered",
            verb=voice.word(ADD_CASE),
            on_start=self.pick_case,
        )
        self._right = QStackedWidget()
        self._right.addWidget(self.brief)
        self._right.addWidget(self._nothing)
        self._build()
        self._make_actions()
        self.list.chosen.connect(self._show_chosen)
        self.list.edited.connect(self._edit)
        self.list.entered.connect(self._enter)
        self.list.lines_model.move_wanted.connect(self._move)
        self.tools.case_wanted.connect(self.pick_case)

    def show_agenda(self, view: AgendaView) -> None:
        """Show what was read; what is being typed in stays as it is."""
        is_other = self._view is None or self._view.meeting.id != view.meeting.id
        self._view = view
        if is_other:
            self.leave()
            self._deeds = AgendaDeeds(self._bench, self._house, view.meeting.id)
        self.list.show_lines(view.lines, can_edit=view.can_edit)
        self.tools.show_time(view)
        self._choose_line(view, is_other)
        self._settle_actions()

    def show_queue_choices(self, choices: Sequence[StandingSpec]) -> None:
        """The body's standing items that can be added."""
        menu = QMenu(self)
        menu.setObjectName("standing-menu")
        for place, spec in enumerate(choices):
            act = menu.addAction(spec.title.replace("&", "&&"))
            act.setObjectName(f"action-standing-{place}")
            act.triggered.connect(partial(self._add_standing, spec))
        if choices:
            menu.addSeparator()
        menu.addAction(self._heading)
        self.tools.offer_standing(menu)

    def refresh_if(self, changes: Changes) -> None:
        """Refresh the brief beside the list; the workspace reads the agenda itself."""
        self.brief.refresh_if(changes)

    def choose(self, item_id: int, field: str = "") -> None:
        """Go to a line, and to a field of its brief."""
        self._wanted = item_id
        self.list.choose(item_id)
        if field:
            self.brief.go_to(field)

    def choose_case(self, case_id: int, field: str = "") -> None:
        """Go to the line of a case."""
        lines = self._view.lines if self._view is not None else ()
        for line in lines:
            if line.case_id == case_id:
                self.choose(line.id, field)

    def leave(self) -> None:
        """Store what is typed."""
        self.brief.leave()
        if self._item is not None:
            self._item.leave()

    def page_actions(self) -> Sequence[QAction]:
        """Everything that can be done here."""
        return (*self._adding, self._line_menu.menuAction(), self._gap, *self.brief.page_actions())

    def pick_case(self) -> None:
        """Ask for a case from the queue."""
        view = self._view
        if view is not None and view.can_edit:
            body = view.meeting.body
            self._bench.read(lambda: self._house.agendas.queue(body), self._open_picker)

    def _build(self) -> None:
        left = Panel("right")
        left.setMinimumWidth(296)
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(0)
        box.addWidget(self.tools)
        box.addWidget(self.list, 1)
        split = side_by_side(self, left, self._right, share=_SHARE, name=_SPLIT)
        kept = self._bench.memory.sizes(_SPLIT)
        if len(kept) == len(_SHARE):
            split.setSizes(list(kept))
        split.splitterMoved.connect(lambda *_: self._bench.memory.keep_sizes(_SPLIT, split.sizes()))

    def _make_actions(self) -> None:
        word = self._bench.voice.word
        self._heading = action(
            self,
            word(NEW_HEADING),
            "add-heading",
            self._add_heading,
            "Ctrl+Shift+O",
            icon="heading",
        )
        self._adding = (
            action(self, word(ADD_CASE), "add-case", self.pick_case, "Ctrl+Shift+S", icon="plus"),
            self._heading,
        )
        self._edit_line = self._local(EDIT_LINE, "edit-line", self.list.edit_chosen, "F2", "clock")
        self._up = self._local(MOVE_UP, "move-up", lambda: self._step(-1), "Alt+Up", "arrow-up")
        self._down = self._local(
            MOVE_DOWN, "move-down", lambda: self._step(1), "Alt+Down", "arrow-down"
        )
        self._remove = self._local(REMOVE, "remove-line", self._take_off, "Delete", "trash-2")
        self._reinstate = self._local(REINSTATE, "reinstate-line", self._put_back, "", "undo-2")
        self._on_line = (self._edit_line, self._up, self._down, self._remove, self._reinstate)
        self.list.use_actions(self._on_line)
        self._line_menu = submenu(self, word(LINE), "line", self._on_line)
        self._gap = separator(self)

    def _local(
        self, text: str, name: str, act: Callable[[], object], keys: str, icon: str
    ) -> QAction:
        word = self._bench.voice.word(text)
        return action(self, word, name, act, keys, icon=icon, is_local=True)

    def _settle_actions(self) -> None:
        view, line = self._view, self.list.chosen_line()
        can_edit = view is not None and view.can_edit
        is_withdrawn = line is not None and line.is_withdrawn
        for act in self._adding:
            act.setEnabled(can_edit)
        for act in (self._edit_line, self._up, self._down, self._remove):
            act.setEnabled(can_edit and line is not None and not is_withdrawn)
        self._line_menu.menuAction().setEnabled(line is not None)
        self._reinstate.setVisible(is_withdrawn)
        self._reinstate.setEnabled(can_edit and is_withdrawn)
        self.tools.allow(can_edit)

    def _choose_line(self, view: AgendaView, is_other: bool) -> None:
        made = self._deeds.take_made() if self._deeds is not None else None
        known = {line.id for line in view.lines}
        wanted = next((key for key in (made, self._wanted) if key in known), None)
        self._wanted = None
        if wanted is not None:
            self.list.choose(wanted)
        elif is_other or self.list.chosen_line() is None:
            first = next((line for line in view.lines if line.case_id), None)
            if first is not None or view.lines:
                self.list.choose((first or view.lines[0]).id)
        self._show_chosen()

    def _show_chosen(self, _key: int | None = None) -> None:
        line, view = self.list.chosen_line(), self._view
        self._settle_actions()
        if line is None or view is None:
            self._right.setCurrentWidget(self._nothing)
            return
        if line.case_id is not None:
            self.brief.show_case(line.case_id)
            panel: QWidget = self.brief
        else:
            panel = self._item_panel()
            panel.show_line(line, view.meeting.id, can_edit=view.can_edit)
        if panel is not self._right.currentWidget():
            self.leave()
            self._right.setCurrentWidget(panel)
        self.chosen.emit(line.id)

    def _enter(self) -> None:
        """From the line into what belongs to it."""
        if self._right.currentWidget() is self.brief:
            self.brief.take_focus()
        elif self._item is not None:
            self._item.focus_title()

    def _item_panel(self) -> ItemPanel:
        """Made when the first standing item or heading is chosen."""
        if self._item is None:
            self._item = ItemPanel(self._bench, self._house)
            self._item.stale.connect(self.stale)
            self._right.addWidget(self._item)
        return self._item

    def _open_picker(self, rows: Sequence[QueueRow]) -> None:
        titles = {row.id: row.title for row in rows}
        deeds, view = self._deeds, self._view
        if deeds is None or view is None:
            return
        picker = CasePicker(
            self,
            self._bench.voice,
            rows,
            on_pick=lambda key: deeds.add_case(key, titles[key]),
            on_new=lambda title: deeds.add_new_case(
                view.meeting.body, title or self._bench.voice.word(NEW_CASE), CaseKind.DECISION
            ),
        )
        picker.open()

    def _add_standing(self, spec: StandingSpec) -> None:
        if self._deeds is not None:
            self._deeds.add_standing(spec)

    def _add_heading(self) -> None:
        if self._deeds is not None:
            row = self.list.currentIndex().row()
            self._deeds.add_heading(self._bench.voice.word(HEADING), row if row >= 0 else None)

    def _edit(self, item_id: int, wanted: object) -> None:
        if self._deeds is not None:
            # Signals carry any object; only the list sends this one.
            self._deeds.edit(self.list.line(item_id), wanted)  # type: ignore[arg-type]

    def _move(self, item_id: int, place: int) -> None:
        if self._deeds is not None:
            self._deeds.move(self.list.line(item_id), place)

    def _step(self, step: int) -> None:
        if self.list.key is not None:
            here = self.list.currentIndex().row()
            self.list.lines_model.want_move(self.list.key, here + step)

    def _take_off(self) -> None:
        self._with_line(AgendaDeeds.remove)

    def _put_back(self) -> None:
        self._with_line(AgendaDeeds.reinstate)

    def _with_line(self, deed: Callable[[AgendaDeeds, AgendaLine], None]) -> None:
        line = self.list.chosen_line()
        if line is not None and self._deeds is not None:
            self.leave()
            deed(self._deeds, line)
