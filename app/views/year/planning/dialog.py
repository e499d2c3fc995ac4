"""Planning a year: what is proposed, what the user changes in it, and storing it all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.editing.done import Done
from app.services.editing.new_meetings import NewMeeting
from app.services.house import House
from app.services.planning.arranging import arranged
from app.services.planning.facts import BodyDays, Change, PlannedRow, YearPlan
from app.services.year.facts import BlockedSpan
from app.views.editing.actions import action
from app.views.editing.form_dialog import FormDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import LARGE, SMALL
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.naming import named
from app.views.widgets.notices import UNDO, NoticeBar
from app.views.widgets.tabs import TabStack, TabStrip
from app.views.widgets.text import Text
from app.views.year.planning.blocked import REMOVED, BlockedDialog, BlockedList
from app.views.year.planning.lines import PlanLine, lines_of
from app.views.year.planning.plan_list import PlanList
from app.views.year.planning.side import PlanSide
from app.views.year.planning.usual import UsualDays, UsualDialog

TITLE = _("Planlegg {year}")
NOT_YET = _(
    "Ingen møter lagres før du legger dem inn. Mellomrom tar et møte med eller ut av planen."
)
LIST, SIDES = _("Foreslåtte møter"), _("Om planen")
MEETING, BLOCKED, USUAL = _("Møtet"), _("Holdes fri"), _("Møtedager")
TAKE = _("Legg inn {n:møte|møter}")
TAKE_NONE = _("Legg inn møtene")
STORED = _("{n:møte er lagt inn|møter er lagt inn} i {year}.")
NONE_TAKEN = _("Kryss av for minst ett møte.")
ALL_THERE = _("Møtene i {year} ligger inne.")
STORING = _("Lagrer …")
NO_DAYS = _(
    "Ingen organer har møtedager å gå ut fra. Velg faste møtedager for et organ, så foreslås "
    "møtene her."
)
CHOOSE_DAYS = _("Velg møtedager")
LACKING = _("Uten møte: {points:liste}.")
LACKING_ONE = _("{title} ({body}, {month})")
_RESTS_ON = frozenset({Kind.MEETING, Kind.WHEEL, Kind.BODY, Kind.INSTITUTION, Kind.TERM})
_SIZE = QSize(1240, 780)
_SIDE = 340


class PlanDialog(FormDialog):
    """The plan is read once, and anew when what it rests on is changed here."""

    def __init__(self, parent: QWidget, bench: Workbench, house: House, plan: YearPlan) -> None:
        voice = bench.voice
        super().__init__(
            parent,
            voice,
            "plan-dialog",
            voice.fill(TITLE, year=plan.year),
            text=voice.word(NOT_YET),
            verb=voice.word(TAKE_NONE),
            on_verb=self._take_all,
            width=min(_SIZE.width(), parent.window().width() - 48),
        )
        self._bench, self._house = bench, house
        self._base = self.plan = plan
        self._changes: dict[str, Change] = {}
        self._left_out: set[str] = set()
        self._is_storing = False
        self.list = PlanList("plan-list", voice.word(LIST))
        self.side = PlanSide(voice, plan.year)
        self.blocked = BlockedList(voice)
        self.usual = UsualDays(voice)
        self._problem = named(Text("", ink="bad", wraps=True), "plan-problem")
        self._build()
        self._connect()
        self.resize(_SIZE.boundedTo(parent.window().size() - QSize(48, 56)))
        self.enter_first(self.list)
        self._show()
        bench.hub.changed.connect(self._heed)

    def take(self, plan: YearPlan) -> None:
        """Show a plan that was read anew, with what the user changed in it."""
        self._base = plan
        known = {row.key for row in plan.rows}
        self._changes = {key: one for key, one in self._changes.items() if key in known}
        self._left_out &= known
        self._show()

    def _build(self) -> None:
        voice = self._bench.voice
        self._lacking = NoticeBar(voice, " ", "warn", may_close=False, name="plan-lacking")
        self._said = NoticeBar(
            voice,
            " ",
            "ok",
            verb=voice.word(UNDO),
            on_act=self._take_back,
            name="plan-stored",
        )
        self._said.hide()
        self._empty = EmptyState(
            "no-plan",
            voice.word(NO_DAYS),
            icon="calendar-days",
            verb=voice.word(CHOOSE_DAYS),
            on_start=lambda: self.strip.choose("usual"),
        )
        self._rows = QStackedWidget()
        self._rows.addWidget(self.list)
        self._rows.addWidget(self._empty)
        line = QHBoxLayout()
        line.setSpacing(LARGE)
        line.addWidget(self._rows, 1)
        line.addWidget(self._make_beside())
        self.body.setSpacing(SMALL)
        self.body.addWidget(self._problem)
        self.body.addWidget(self._said)
        self.body.addWidget(self._lacking)
        self.body.addLayout(line, 1)
        self._problem.hide()

    def _make_beside(self) -> QWidget:
        """The chosen meeting, the days kept free and the usual days, behind tabs."""
        voice = self._bench.voice
        self.strip = TabStrip("plan-sides", voice.word(SIDES))
        self.strip.be_narrow(True)
        stack = TabStack(self.strip)
        for key, title, page in (
            ("meeting", MEETING, self.side),
            ("blocked", BLOCKED, self.blocked),
            ("usual", USUAL, self.usual),
        ):
            stack.add(key, voice.word(title), _given(page))
        beside = QWidget()
        beside.setFixedWidth(_SIDE)
        box = QVBoxLayout(beside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(stack, 1)
        return beside

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_side)
        self.list.ticked.connect(self._tick)
        self.list.opened.connect(lambda _line: self._edit_chosen())
        self.side.changed.connect(self._change)
        self.side.reset.connect(self._reset)
        self.side.ticked.connect(self._tick)
        self.side.accepted.connect(lambda key: self._store([key]))
        self.side.opened.connect(self._open)
        self.side.weighed.connect(self._weigh)
        self.blocked.new_wanted.connect(lambda: self._write_blocked(None))
        self.blocked.edit_wanted.connect(self._write_blocked)
        self.blocked.remove_wanted.connect(self._remove_blocked)
        self.usual.edit_wanted.connect(self._write_usual)
        edit = action(self, self._word(MEETING), "edit-line", self._edit_chosen, "F2")
        self.addAction(edit)

    def _show(self) -> None:
        """Everything as it stands with the user's changes."""
        self.plan = arranged(self._base, self._changes, self._left_out)
        voice = self._bench.voice
        lines = lines_of(self.plan, self._left_out, voice)
        self._rows.setCurrentIndex(0 if lines else 1)
        self.list.show_lines(lines)
        if not lines:
            self.side.show_nothing()
        self.blocked.show_plan(self.plan)
        self.usual.show_bodies(self.plan.bodies)
        count = len(self.blocked.spans)
        self.strip.tell("blocked", str(count) if count else "")
        points = [
            voice.fill(
                LACKING_ONE,
                title=point.title,
                body=point.body_name,
                month=voice.formats.month_name(point.month_on),
            )
            for point in self.plan.lacking
        ]
        self._lacking.setVisible(bool(points))
        if points:
            self._lacking.tell(voice.fill(LACKING, points=points), "warn")
        self._weigh()

    def _show_side(self, line: PlanLine) -> None:
        row = self.plan.row(line.key)
        if row is not None:
            self.side.show_planned(self.plan, row, is_out=row.key in self._left_out)
            return
        there = next(one for one in self.plan.existing if one.meeting_id == line.meeting_id)
        self.side.show_existing(there)

    def _change(self, key: str, change: Change) -> None:
        base = self._base.row(key)
        if base is not None and (base.on, base.host_id) == (change.on, change.host_id):
            self._changes.pop(key, None)
        else:
            self._changes[key] = change
        self._show()

    def _reset(self, key: str) -> None:
        self._changes.pop(key, None)
        self._show()

    def _tick(self, key: str) -> None:
        self._left_out ^= {key}
        self._show()

    def _edit_chosen(self) -> None:
        self.strip.choose("meeting")
        self.side.take_focus()

    def _taken(self) -> list[PlannedRow]:
        return [row for row in self.plan.rows if row.key not in self._left_out]

    def _weigh(self) -> None:
        """What the main button says, and whether it can be pressed."""
        if self.verb is None:
            return
        voice, taken = self._bench.voice, self._taken()
        said = voice.fill(TAKE, n=len(taken)) if taken else voice.word(TAKE_NONE)
        self.verb.setText(said)
        self.verb.setAccessibleName(said)
        missing = self.side.problem
        if self._is_storing:
            missing = voice.word(STORING)
        elif not self.plan.rows:
            missing = voice.fill(ALL_THERE, year=self.plan.year) if self.plan.existing else None
            missing = missing or voice.word(NO_DAYS)
        elif not taken:
            missing = voice.word(NONE_TAKEN)
        self.say_why(missing)

    def _take_all(self) -> None:
        self._store([row.key for row in self._taken()])

    def _store(self, keys: Sequence[str]) -> None:
        """One deed, whether it is one meeting or the whole year."""
        if self._is_storing or self.side.problem is not None:
            return
        rows = [row for row in self.plan.rows if row.key in keys]
        year, editor = self.plan.year, self._house.edit.planning
        new = [_as_new(row) for row in rows]
        self._is_storing = True
        self._tell("")
        self._weigh()
        self._bench.threads.write(
            lambda: editor.accept(year, new), lambda done: self._stored(done, len(new)), self._fail
        )

    def _stored(self, done: Done, count: int) -> None:
        bench = self._bench
        if bench.life.is_over:
            return
        self._is_storing = False
        said = bench.voice.fill(STORED, n=count, year=self.plan.year)
        is_all = count == len(self.plan.rows)
        if is_all:
            self.accept()
            bench.teller.say(said, bench.undo)
        else:
            self._said.tell(said, "ok")
            self._said.show()
            self.say_close()
        bench.hub.publish(done.changes)

    def _take_back(self) -> None:
        self._said.hide()
        self._bench.undo()

    def _fail(self, error: Exception) -> None:
        """What the user can mend is told here, where they can mend it."""
        self._is_storing = False
        self._weigh()
        if isinstance(error, UserError):
            self._tell(self._bench.voice.say(error))
        else:
            self._bench.teller.fail(error)

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _heed(self, changes: Changes) -> None:
        """Read anew what the plan rests on, whoever changed it."""
        if changes.kinds & _RESTS_ON:
            self._read()

    def _read(self) -> None:
        year, planning = self.plan.year, self._house.planning
        self._bench.read(lambda: planning.plan(year), self.take)

    def _write_blocked(self, span: BlockedSpan | None) -> None:
        year = self.plan.year
        BlockedDialog(self, self._bench, self._house, year, span).open()

    def _remove_blocked(self, span: BlockedSpan) -> None:
        editor = self._house.edit.planning
        said = self._bench.voice.fill(REMOVED, name=span.name)
        self._bench.change(lambda: editor.remove_blocked(span.id), said=said)

    def _write_usual(self, body: BodyDays) -> None:
        UsualDialog(self, self._bench, self._house, body).open()

    def _open(self, meeting_id: int) -> None:
        self.reject()
        self._bench.go_to(f"meetings/{meeting_id}")

    def _word(self, message: str) -> str:
        return self._bench.voice.word(message)


def _given(page: QWidget) -> Callable[[], QWidget]:
    return lambda: page


def _as_new(row: PlannedRow) -> NewMeeting:
    return NewMeeting(
        body=row.body,
        held_on=row.on,
        start=row.start,
        end=row.end,
        place=row.place,
        host_id=row.host_id,
    )
