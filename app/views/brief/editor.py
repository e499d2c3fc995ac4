"""The brief's editor: everything about a case in one form that stores itself (R28–R31)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.catalogue import _
from app.services.briefs import BasisChoice, BriefView
from app.services.changes import Changes, Kind
from app.services.drafts import DraftRow
from app.services.house import House
from app.tasks.store_threads import Ticket
from app.views.brief.form import ORIGIN, Form
from app.views.brief.jumps import LACKING
from app.views.brief.seen import seen_of
from app.views.brief.waiting import WaitingCover
from app.views.brief.whole_form import WholeForm
from app.views.editing.autosave import AutoSave
from app.views.editing.clash_bar import ClashBar
from app.views.editing.steps import Steps
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import HUGE
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layout import scrolled
from app.views.widgets.naming import named
from app.views.widgets.notices import NoticeBar

GONE = _("Saken er slettet. Den kan hentes tilbake fra papirkurven, eller med Angre.")
TREATED = _("Saken er behandlet, og saksframlegget står som det var.")
SPOKEN = _("Saksframlegg")

_SHOWN_BY = frozenset({Kind.CASE, Kind.MEETING, Kind.PLAN, Kind.BODY, Kind.COUNCIL})

Read = tuple[BriefView, tuple[DraftRow, ...], tuple[BasisChoice, ...]]


class BriefEditor(QWidget):
    """Shows one case at a time; what is typed is stored before another is shown."""

    shown = Signal(object)
    """The `BriefView` as it was read, each time; before a new one is on screen, and after."""

    def __init__(
        self,
        bench: Workbench,
        house: House,
        *,
        with_place: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`with_place` says in which meeting the case is, where that is not plain."""
        super().__init__(parent)
        named(self, "brief-editor", bench.voice.word(SPOKEN))
        self.setAcceptDrops(True)
        self.bench = bench
        self._house = house
        self._view: BriefView | None = None
        self._case_id: int | None = None
        self._wanted = ""
        self._ticket: Ticket | None = None
        self._steps = Steps(self)
        self._save = AutoSave(bench, house.drafts, Kind.CASE, ORIGIN, self)
        form = Form(bench, house, self._save, house.edit.signed(ORIGIN), lambda: self._view)
        self._form = WholeForm(form, with_place=with_place)
        self.attachments = self._form.attachments
        self._build()
        self._save.stale.connect(self._read_again)

    @property
    def case_id(self) -> int | None:
        """The case that is shown."""
        return self._case_id

    @property
    def view(self) -> BriefView | None:
        """The brief as it was read last; None until it is on screen."""
        return self._view

    @property
    def is_busy(self) -> bool:
        """Whether a brief is on its way to the screen."""
        return self._steps.is_busy

    def show_case(self, case_id: int) -> None:
        """Show a case; the one on screen is stored first."""
        if case_id == self._case_id:
            return
        self.leave()
        self._save.close()
        self._case_id, self._view = case_id, None
        self._clash.forget()
        self._waiting.begin()
        self._read(lambda read: self._begin(self._opening(read)))

    def refresh_if(self, changes: Changes) -> None:
        """Show what has changed, but never in a field that is being typed in."""
        if self._case_id is not None and changes.kinds & _SHOWN_BY:
            is_own = changes.origin == ORIGIN
            self._read(lambda read: self._show_again(read, is_own=is_own))

    def take_focus(self) -> None:
        """Put the keyboard in the title, once there is one."""
        self.go_to("title")

    def go_to(self, field: str) -> None:
        """Bring a field into sight and put the keyboard there, once the case is shown."""
        self._wanted = field
        if self._view is not None and not self.is_busy:
            self._jump()

    def leave(self) -> None:
        """Store what is typed."""
        self._form.leave()
        self._save.flush()

    def page_actions(self) -> Sequence[QAction]:
        """What can be done with the case."""
        return self.attachments.page_actions()

    def _build(self) -> None:
        voice = self.bench.voice
        self._clash = ClashBar(voice, self._save)
        self._treated = NoticeBar(voice, voice.word(TREATED), name="treated", may_close=False)
        self._area: QScrollArea = scrolled(self._form, "brief-area")
        self._gone = EmptyState("brief-gone", voice.word(GONE), icon="trash-2")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._gone)
        self._area.viewport().setUpdatesEnabled(False)
        self._waiting = WaitingCover(voice, self._stack)
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
        house = self._house

        def read() -> Read:
            drafts = house.drafts.of(Kind.CASE, case_id)
            return house.briefs.view(case_id), drafts, house.briefs.basis_choices()

        self._ticket = self.bench.threads.read(read, then, self._failed)

    def _begin(self, work: Iterator[None]) -> None:
        if not self.bench.life.is_over:
            self._steps.begin(work)

    def _opening(self, read: Read) -> Iterator[None]:
        """Show another case; the screen stands still until all of it is there."""
        view, drafts, choices = read
        self.shown.emit(view)
        self._stack.setCurrentWidget(self._area)
        self._area.viewport().setUpdatesEnabled(False)
        yield from self._form.build()
        self._form.offer(choices)
        yield from self._form.shape_like(view)
        yield from self._save.opening(view.id, seen_of(view), drafts)
        self._view = view
        self._area.verticalScrollBar().setValue(0)
        yield from self._showing(view)

    def _show_again(self, read: Read, *, is_own: bool) -> None:
        """Of a case that is on its way to the screen, only the newest reading counts."""
        view, _drafts, choices = read
        if self._view is None or not self._form.is_shaped_like(view):
            self._begin(self._opening(read))
            return
        self._view = view
        self._form.offer(choices)
        self._save.absorb(seen_of(view), own=is_own)
        self._begin(self._showing(view))

    def _showing(self, view: BriefView) -> Iterator[None]:
        self._save.lock(view.is_closed or self._house.desk.file.is_read_only)
        self._stack.setCurrentWidget(self._area)
        self._treated.setVisible(view.is_closed)
        yield from self._form.show_brief(view)
        self._area.viewport().setUpdatesEnabled(True)
        self._waiting.end()
        yield from self._form.show_files(view)
        self._jump()
        self._show_fresh()
        self._tell_lacking()
        self.shown.emit(view)

    def _tell_lacking(self) -> None:
        """The corner names what the case on screen lacks before it can go out."""
        if self.bench.life.is_over:
            return
        view = self._view if self.isVisible() else None
        codes = {finding.reason.code for finding in view.findings} if view is not None else set()
        word = self.bench.voice.word
        self._save.lack(tuple(word(name) for code, name in LACKING.items() if code in codes))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_lacking()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_lacking()

    def _show_fresh(self) -> None:
        """Files that were just attached come into sight; the keyboard stays where it is."""
        place = self.attachments.take_fresh()
        if place is not None:
            files = self.attachments.list
            QTimer.singleShot(0, self, lambda: self._bring_in_sight(files, place))

    def _read_again(self) -> None:
        if self._case_id is not None:
            self._read(lambda read: self._show_again(read, is_own=False))

    def _failed(self, error: Exception) -> None:
        """The case is no more; anything else is told."""
        if getattr(error, "code", "") != "case_unknown":
            self.bench.teller.fail(error)
            return
        self._steps.drop()
        self._waiting.end()
        self._save.close()
        self._view = None
        self._treated.hide()
        self._stack.setCurrentWidget(self._gone)

    def _jump(self) -> None:
        wanted, self._wanted = self._wanted, ""
        widget = self._form.field(wanted) if wanted else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: self._bring_in_sight(widget))

    def _bring_in_sight(self, widget: QWidget, part: QRect | None = None) -> None:
        """The whole field or `part` of it, or the beginning of what is higher than the page."""
        form, area = self._form, self._area
        if not form.isAncestorOf(widget):
            return
        inside = part or widget.rect()
        place = QRect(widget.mapTo(form, inside.topLeft()), inside.size())
        if place.height() > area.viewport().height() - 4 * HUGE:
            area.verticalScrollBar().setValue(place.top() - 2 * HUGE)
            return
        for y in (place.bottom(), place.top()):
            area.ensureVisible(place.left(), y, 0, 2 * HUGE)

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
