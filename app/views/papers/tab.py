"""The tab "Sakspapirer": the papers as each audience will read them, and the files of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.publishing import Finding
from app.domain.reasons import Reason
from app.domain.vocabulary import Audience, Severity
from app.i18n.catalogue import _
from app.services.changes import Changes, Kind
from app.services.papers.look import PapersLook
from app.services.papers.made import Format, JobResult
from app.tasks.long_work import Work
from app.views.editing.actions import action
from app.views.papers.cures import cure_of
from app.views.papers.head import BUSY, MAKE, NO_MEETING, PapersHead
from app.views.papers.lines import Remark
from app.views.papers.made_files import MadeFiles
from app.views.papers.making import Making, Wish
from app.views.papers.places import RealSystem, System
from app.views.papers.ports import Previewing
from app.views.papers.remembered import Made
from app.views.papers.showing import PAPERS, Looking, Showing, Subject
from app.views.papers.side import PapersSide
from app.views.shell.workbench import Workbench
from app.views.widgets.layout import side_by_side
from app.views.widgets.naming import named
from app.views.widgets.notices import NoticeBar
from app.views.widgets.pdf_view.view import PdfView

ONLY_PDF, ONLY_WORD = _("Bare PDF"), _("Bare Word")
OLDER = _("Slik ble sakspapirene publisert {at}. Senere endringer er ikke med.")
NEWER = _("Slik blir sakspapirene med endringer som ikke er publisert. Filene lages uten dem.")
SHOW_EDITS, SHOW_PUBLISHED = _("Vis med endringene"), _("Vis det publiserte")
MADE_AT = _("Laget {at}")
NOT_OPENED = _("«{file}» lot seg ikke åpne herfra. Åpne mappen og se etter den der.")

_SHARE = (72, 28)
_SPLIT = "papers-split"
_NARROWEST = 260
_SHOWN = frozenset(Kind) - {Kind.ACTION}
"""What the papers tell of."""
_ALL = (Format.PDF, Format.DOCX)


class Papers(Looking, Protocol):
    """What is asked of `PapersService`."""

    def make(
        self,
        meeting_id: int,
        audience: Audience,
        folder: Path,
        formats: tuple[Format, ...],
        *,
        overwrite: bool = False,
    ) -> Work[JobResult]:
        """Make the files, on the thread for long work."""

    def note_made(self, meeting_id: int, audience: Audience) -> Changes:
        """*Writer*: note with the meeting that they were made."""


class PapersTab(QWidget):
    """Shows one meeting's papers; `cure_wanted` carries the finding that is to be mended."""

    cure_wanted = Signal(object)

    def __init__(
        self,
        bench: Workbench,
        papers: Papers,
        previews: Previewing,
        *,
        system: System | None = None,
        primary: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`primary` unless the screen's one main button stands elsewhere."""
        super().__init__(parent)
        named(self, "papers-tab")
        self._bench, self._papers = bench, papers
        self._system = system or RealSystem()
        self._look: PapersLook | None = None
        self._problems: dict[str, tuple[Reason, ...]] = {}
        self._make_actions()
        voice = bench.voice
        self._head = PapersHead(
            voice, self._make_all, (self._make_pdf, self._make_word), primary=primary
        )
        self._view = PdfView(voice)
        self._showing = Showing(bench, papers, previews, self._view)
        self._side = PapersSide(
            voice, self._open, lambda: self._making.ask_for_folder(), self.cure_wanted.emit
        )
        self._making = Making(bench, papers.make, self._system, self._side.progress, self)
        self._made = MadeFiles(bench, self._show_files)
        self._notice: NoticeBar | None = None
        self._told: tuple[datetime, bool] | None = None
        self._build()
        self._connect()
        self._side.folder_line.show_folder(self._making.folder)
        self._settle()

    # For the workspace.

    def show_meeting(self, meeting_id: int | None) -> None:
        """Show the papers of a meeting, for the audience that was chosen last."""
        subject = self._showing.subject
        if meeting_id is None:
            self._look = None
            self._head.show_look(None)
            self._showing.show(None)
        elif subject is None or subject.meeting_id != meeting_id:
            self._problems.clear()
            self._head.show_document("")
            self._showing.show(Subject(meeting_id, self._audience))
            self._made.show(meeting_id, self._audience)
        self._tell_versions()
        self._show_remarks()
        self._settle()

    def refresh_if(self, changes: Changes) -> None:
        """Show what `changes` may have changed; at once when it is seen, else when it is."""
        if changes.kinds & _SHOWN:
            self._showing.touch()

    def page_actions(self) -> Sequence[QAction]:
        """Everything that can be done here."""
        return (*self._making_actions, *self._for_whom, *self._view.reader_actions)

    @property
    def is_making(self) -> bool:
        """Whether files are being made."""
        return self._making.is_busy

    def make_papers(self) -> None:
        """Make PDF, package and Word of the version that is shown."""
        self._make(_ALL)

    def leave_making_to_main_button(self, is_main: bool) -> None:
        """The verb stands in one place: here, unless the screen's main button is that now."""
        self._head.show_make(not is_main)

    # Qt's own.

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._showing.set_seen(True)
        self._made.look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._showing.set_seen(False)

    # Inside.

    @property
    def _audience(self) -> Audience:
        return Audience(self._head.audiences.key())

    def _make_actions(self) -> None:
        word = self._bench.voice.word
        self._make_all = action(
            self, word(MAKE), "make-papers", self.make_papers, "Ctrl+Shift+D", icon="files"
        )
        self._make_pdf = action(
            self, word(ONLY_PDF), "make-pdf", lambda: self._make((Format.PDF,)), icon="file-text"
        )
        self._make_word = action(
            self, word(ONLY_WORD), "make-word", lambda: self._make((Format.DOCX,)), icon="file-type"
        )
        self._making_actions = (self._make_all, self._make_pdf, self._make_word)
        self._for_whom = tuple(self._audience_action(number) for number in range(len(Audience)))

    def _audience_action(self, number: int) -> QAction:
        audience = list(Audience)[number]
        return action(
            self,
            self._bench.voice.title_label("audience", audience.value),
            f"for-{audience.value}",
            lambda: self._head.audiences.choose(audience.value),
            f"Alt+{number + 1}",
        )

    def _build(self) -> None:
        body = QWidget()
        self._side.setMinimumWidth(_NARROWEST)
        split = side_by_side(body, self._view, self._side, share=_SHARE, name=_SPLIT)
        kept = self._bench.memory.sizes(_SPLIT)
        if len(kept) == len(_SHARE):
            split.setSizes(list(kept))
        split.splitterMoved.connect(lambda *_: self._bench.memory.keep_sizes(_SPLIT, split.sizes()))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._head)
        self._box.addWidget(body, 1)

    def _connect(self) -> None:
        self._head.audiences.chosen.connect(self._choose_audience)
        self._head.document_chosen.connect(self._choose_document)
        self._showing.looked.connect(self._take)
        self._showing.problems_found.connect(lambda found: self._note("shown", found))
        self._making.busy_changed.connect(lambda _is_busy: self._settle())
        self._making.made.connect(self._show_made)
        self._making.folder_changed.connect(self._side.folder_line.show_folder)
        self._view.told.connect(self._bench.teller.say)

    def _choose_audience(self, _key: str) -> None:
        subject = self._showing.subject
        if subject is not None:
            self._note("made", ())
            self._made.show(subject.meeting_id, self._audience)
            self._showing.show(replace(subject, audience=self._audience))

    def _choose_document(self, number: int) -> None:
        subject = self._showing.subject
        if subject is not None:
            self._showing.show(replace(subject, document=number))

    def _choose_version(self, as_edited: bool) -> None:
        subject = self._showing.subject
        if subject is not None:
            self._showing.show(replace(subject, as_edited=as_edited))

    def _take(self, look: PapersLook) -> None:
        self._look = look
        self._head.show_look(look)
        self._head.show_document(self._document_title(look))
        self._tell_versions()
        self._show_remarks()
        self._settle()

    def _document_title(self, look: PapersLook) -> str:
        subject = self._showing.subject
        number = PAPERS if subject is None else subject.document
        attachments = look.content.attachments
        return attachments[number].label if 0 <= number < len(attachments) else ""

    def _tell_versions(self) -> None:
        """Say when what is shown is not what the agenda says by now."""
        look = self._look
        told = None
        if look is not None and look.published_at is not None and look.has_later_edits:
            told = (look.published_at, look.shows_edits)
        if told == self._told:
            return
        self._told = told
        old, self._notice = self._notice, None
        if old is not None:
            old.hide()
            old.deleteLater()
        if told is not None:
            self._notice = self._version_notice(*told)
            self._box.insertWidget(1, self._notice)

    def _version_notice(self, published_at: datetime, shows_edits: bool) -> NoticeBar:
        voice = self._bench.voice
        at = voice.formats.instant(published_at)
        return NoticeBar(
            voice,
            voice.word(NEWER) if shows_edits else voice.fill(OLDER, at=at),
            "accent" if shows_edits else "warn",
            verb=voice.word(SHOW_PUBLISHED if shows_edits else SHOW_EDITS),
            on_act=lambda: self._choose_version(not shows_edits),
            may_close=False,
            name="papers-version",
        )

    def _make(self, formats: tuple[Format, ...]) -> None:
        subject = self._showing.subject
        if subject is not None and not self._making.is_busy:
            self._making.begin(subject.meeting_id, subject.audience, formats)

    def _show_made(self, wish: Wish, result: JobResult) -> None:
        self._bench.change(lambda: self._papers.note_made(wish.meeting_id, wish.audience))
        self._made.keep(wish.meeting_id, wish.audience, result.files)
        subject = self._showing.subject
        if subject is not None and subject.meeting_id == wish.meeting_id:
            self._note("made", result.problems)

    def _show_files(self, made: Made | None) -> None:
        if made is None:
            self._side.show_files((), "")
            return
        voice = self._bench.voice
        at = voice.formats.recent(made.at, self._bench.today())
        self._side.show_files(made.files, voice.fill(MADE_AT, at=at))

    def _note(self, source: str, problems: tuple[Reason, ...]) -> None:
        self._problems[source] = problems
        self._show_remarks()

    def _show_remarks(self) -> None:
        self._side.show_remarks(list(self._remarks()))

    def _remarks(self) -> Iterator[Remark]:
        """What blocks, what is missing, and what did not come out as it was written."""
        look = self._look
        for finding in look.findings if look is not None else ():
            yield self._remark_of(finding)
        said = dict.fromkeys(each for found in self._problems.values() for each in found)
        for problem in said:
            yield Remark(self._bench.voice.say(problem))

    def _remark_of(self, finding: Finding) -> Remark:
        voice, blocks = self._bench.voice, finding.severity is Severity.BLOCK
        verb = cure_of(finding)
        return Remark(voice.say(finding.reason), blocks, voice.word(verb) if verb else "", finding)

    def _settle(self) -> None:
        """What can be done now, and why not."""
        word = self._bench.voice.word
        missing = None
        if self._showing.subject is None:
            missing = word(NO_MEETING)
        elif self._making.is_busy:
            missing = word(BUSY)
        self._head.allow(missing)
        for act in self._making_actions:
            act.setEnabled(missing is None)

    def _open(self, path: Path) -> None:
        if not self._system.open(path):
            self._bench.teller.say(self._bench.voice.fill(NOT_OPENED, file=path.name))
