"""The brief's editor: everything about a case in one form that stores itself (R28–R31)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.briefs import BriefView
from app.services.changes import Changes, Kind
from app.services.drafts import DraftRow
from app.services.house import House
from app.tasks.store_threads import Ticket
from app.views.brief.attachments import Attachments
from app.views.brief.exempt import Exempting
from app.views.brief.facts import Facts
from app.views.brief.financing import Financing
from app.views.brief.form import ORIGIN, Form
from app.views.brief.head import BriefHead
from app.views.brief.jumps import place_of
from app.views.brief.nature import Deciding
from app.views.brief.sections import LEVEL, Sections
from app.views.brief.seen import seen_of
from app.views.brief.strategies import Strategies
from app.views.editing.autosave import AutoSave
from app.views.editing.clash_bar import ClashBar
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import HUGE, LARGE
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import scrolled
from app.views.widgets.naming import named
from app.views.widgets.notices import NoticeBar

GONE = _("Saken er slettet. Den kan hentes tilbake fra papirkurven, eller med Angre.")
TREATED = _("Saken er behandlet, og saksframlegget står som det var.")
SPOKEN = _("Saksframlegg")

_WIDEST = 900
_SHOWN_BY = frozenset({Kind.CASE, Kind.MEETING, Kind.PLAN, Kind.BODY, Kind.COUNCIL})

Read = tuple[BriefView, tuple[DraftRow, ...]]


class BriefEditor(QWidget):
    """Shows one case at a time; what is typed is stored before another is shown."""

    shown = Signal(object)
    """The `BriefView` as it was read, each time."""

    def __init__(
        self,
        bench: Workbench,
        house: House,
        *,
        with_place: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "brief-editor", bench.voice.word(SPOKEN))
        self.setAcceptDrops(True)
        self._bench, self._house = bench, house
        self._view: BriefView | None = None
        self._case_id: int | None = None
        self._wanted = ""
        self._ticket: Ticket | None = None
        self._is_offered = False
        self._save = AutoSave(bench, house.drafts, Kind.CASE, ORIGIN, self)
        self._form = Form(bench, house, self._save, house.edit.signed(ORIGIN), lambda: self._view)
        self._make_parts(with_place)
        self._save.stale.connect(self._read_again)

    @property
    def case_id(self) -> int | None:
        """The case that is shown."""
        return self._case_id

    @property
    def view(self) -> BriefView | None:
        """The brief as it was read last."""
        return self._view

    def show_case(self, case_id: int) -> None:
        """Show a case; the one on screen is stored first."""
        if case_id == self._case_id:
            return
        self.leave()
        self._save.close()
        self._case_id, self._view = case_id, None
        self._clash.forget()
        self._read(self._open)

    def refresh_if(self, changes: Changes) -> None:
        """Show what has changed, but never in a field that is being typed in."""
        if self._case_id is not None and changes.kinds & _SHOWN_BY:
            is_own = changes.origin == ORIGIN
            self._read(lambda read: self._show_again(read, is_own=is_own))

    def take_focus(self) -> None:
        """Put the keyboard in the title."""
        self._head.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, field: str) -> None:
        """Bring a field into sight and put the keyboard there, once the case is shown."""
        self._wanted = field
        if self._view is not None:
            self._jump()

    def leave(self) -> None:
        """Store what is typed."""
        self._financing.leave()
        self._save.flush()

    def page_actions(self) -> Sequence[QAction]:
        """What can be done with the case."""
        return self.attachments.page_actions()

    def _make_parts(self, with_place: bool) -> None:
        form, voice = self._form, self._bench.voice
        self._head = BriefHead(form, with_place=with_place)
        self._facts = Facts(form)
        self._financing = Financing(form)
        self._strategies = Strategies(form)
        self._deciding = Deciding(form)
        self._exempting = Exempting(form)
        self.attachments = Attachments(form)
        self._sections = Sections(
            form,
            {LEVEL: self._deciding, "attachments": self.attachments},
            {"finances": self._financing},
        )
        self._clash = ClashBar(voice, self._save)
        self._treated = NoticeBar(voice, voice.word(TREATED), name="treated", may_close=False)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(HUGE + 4, LARGE, HUGE + 4, HUGE)
        box.setSpacing(LARGE)
        for part in (
            self._head,
            self._facts,
            self._exempting,
            self._strategies,
            self._sections,
        ):
            box.addWidget(part)
        box.addStretch(1)
        content.setMaximumWidth(_WIDEST)
        self._area: QScrollArea = scrolled(content, "brief-area")
        self._gone = EmptyState("brief-gone", voice.word(GONE), icon="trash-2")
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._gone)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._clash)
        outer.addWidget(self._treated)
        outer.addWidget(self._stack, 1)
        self._treated.hide()

    def _read(self, then: Callable[[Read], object]) -> None:
        """Read the case beside the window; only the latest reading is shown."""
        case_id = self._case_id
        assert case_id is not None
        if self._ticket is not None:
            self._ticket.drop()
        briefs, drafts = self._house.briefs, self._house.drafts
        self._ticket = self._bench.threads.read(
            lambda: (briefs.view(case_id), drafts.of(Kind.CASE, case_id)), then, self._failed
        )
        if not self._is_offered:
            self._is_offered = True
            self._bench.read(briefs.basis_choices, self._offer)

    def _offer(self, choices: object) -> None:
        self._exempting.offer(self._bench.voice, choices)  # type: ignore[arg-type]
        self.attachments.offer(choices)  # type: ignore[arg-type]
        if self._view is not None:
            self._show_again((self._view, ()), is_own=False)

    def _open(self, read: Read) -> None:
        if self._bench.life.is_over:
            return
        view, drafts = read
        self._view = view
        self._sections.shape_like(view)
        self._save.open(view.id, seen_of(view), drafts)
        self._show(view)
        self._area.verticalScrollBar().setValue(0)
        self._jump()

    def _show_again(self, read: Read, *, is_own: bool) -> None:
        if self._view is None:
            self._open(read)
            return
        view, _drafts = read
        self._view = view
        self._sections.shape_like(view)
        self._save.absorb(seen_of(view), own=is_own)
        self._show(view)

    def _read_again(self) -> None:
        if self._case_id is not None:
            self._read(lambda read: self._show_again(read, is_own=False))

    def _show(self, view: BriefView) -> None:
        is_locked = view.is_closed or self._house.desk.file.is_read_only
        self._save.lock(is_locked)
        self._stack.setCurrentWidget(self._area)
        self._treated.setVisible(view.is_closed)
        for part in (
            self._head,
            self._facts,
            self._financing,
            self._strategies,
            self._deciding,
            self._exempting,
            self._sections,
            self.attachments,
        ):
            part.show_brief(view)
        self.shown.emit(view)

    def _failed(self, error: Exception) -> None:
        """The case is no more; anything else is told."""
        if getattr(error, "code", "") != "case_unknown":
            self._bench.teller.fail(error)
            return
        self._save.close()
        self._view = None
        self._treated.hide()
        self._stack.setCurrentWidget(self._gone)

    def _jump(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if not wanted:
            return
        widget = place_of(wanted, self._parts())
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(widget, 0, 2 * HUGE))

    def _parts(self) -> dict[str, Callable[[], QWidget | None]]:
        """The places that a finding can lead to."""
        return {
            "title": lambda: self._head.title,
            "amount": lambda: self._facts.amount,
            "kind": lambda: self._facts.kind,
            "consideration": lambda: self._deciding.consideration.editor,
            "neutral_title": lambda: self._exempting.neutral,
            "basis": lambda: self._exempting.basis,
            "attachments": lambda: self.attachments.list,
            **{
                key: lambda key=key: self._sections.editor(key)  # type: ignore[misc]
                for key in ("proposal", "background", "plan_assessment")
            },
        }

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the form."""
        view = self._view
        if event.mimeData().hasUrls() and view is not None and not view.is_closed:
            event.acceptProposedAction()
            self.attachments.invite(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.attachments.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.attachments.invite(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.attachments.take(paths)
