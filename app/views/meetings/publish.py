"""Before an agenda goes out: what must be mended, what is odd, and the one reason for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.publishing import Finding
from app.domain.vocabulary import Severity
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.agendas import AgendaView
from app.services.editing.difference import Difference
from app.services.house import House
from app.services.meeting_steps import NextStep
from app.services.meetings import Published
from app.views.agenda.lines import DIFFERENCES
from app.views.editing.doing import do
from app.views.editing.form_dialog import FormDialog
from app.views.papers.cures import CHANGE_DATE, cure_of
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import ROW_HEIGHT, SMALL
from app.views.theme.tokens import Tone
from app.views.widgets.card import LinkRow, Row
from app.views.widgets.chip import Chip
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.field import Field
from app.views.widgets.layout import scrolled
from app.views.widgets.naming import named
from app.views.widgets.text import ShortText, Text

PUBLISH, PUBLISH_CHANGES = _("Publiser sakslisten"), _("Publiser endringene")
ABOUT = _(
    "Når sakslisten publiseres, får sakene nummer. Numrene endres ikke og brukes ikke om igjen."
)
ABOUT_CHANGES = _(
    "Nye saker får nummer. Den forrige utgaven av sakslisten blir tatt vare på som den var."
)
BLOCKED = _("{n:ting må rettes|ting må rettes} før sakslisten kan publiseres.")
REASON_FIRST = _("Skriv hvorfor sakslisten skal ut likevel.")
REASON = _("Hvorfor skal den ut likevel?")
REASON_HELP = _("Begrunnelsen blir stående i møtets historikk.")
ALL_WELL = _("Alt er på plass.")
DONE = _("{meeting} er publisert. {n:sak|saker} på sakslisten har nummer.")
CHANGES_ARE = _("Dette er nytt siden sist")
REORDERED = _("Rekkefølgen er endret.")
FACTS_CHANGED = _("Endret om møtet: {facts:liste}.")
FINDINGS = _("Før sakslisten går ut")

_TONES: dict[Severity, Tone] = {Severity.BLOCK: "bad", Severity.WARN: "warn"}
_MOST_ROWS = 8


class PublishDialog(FormDialog):
    """Every line leads to its cure; what blocks cannot be passed by."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        house: House,
        view: AgendaView,
        on_jump: Callable[[Finding], object],
    ) -> None:
        voice = bench.voice
        is_first = view.next_step is NextStep.PUBLISH
        super().__init__(
            parent,
            voice,
            "publish-dialog",
            voice.word(PUBLISH if is_first else PUBLISH_CHANGES),
            text=voice.word(ABOUT if is_first else ABOUT_CHANGES),
            verb=voice.word(PUBLISH if is_first else PUBLISH_CHANGES),
            on_verb=self._publish,
            width=640,
        )
        self._bench, self._house, self._view = bench, house, view
        self._is_first, self._on_jump = is_first, on_jump
        self._reason = named(QLineEdit(), "publish-reason")
        self._reason_field = Field(
            voice, voice.word(REASON), self._reason, help_text=voice.word(REASON_HELP)
        )
        if view.difference:
            self.body.addWidget(Text(voice.word(CHANGES_ARE), "strong"))
            self.body.addWidget(_listed("differences", _difference_rows(voice, view)))
        self._show_findings(view.findings)
        self._reason.textChanged.connect(lambda _text: self._judge())
        self._judge()

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        voice = self._bench.voice
        if not findings:
            self.body.addWidget(EmptyState("all-well", voice.word(ALL_WELL), icon="circle-check"))
            return
        if self._view.difference:
            self.body.addWidget(Text(voice.word(FINDINGS), "strong"))
        rows = [self._row(place, finding) for place, finding in enumerate(findings)]
        self.body.addWidget(_listed("findings", rows))
        if self._has_warnings() and not self._has_blocks():
            self.body.addWidget(self._reason_field)
            self.enter_first(self._reason)

    def _row(self, place: int, finding: Finding) -> LinkRow:
        """A line that leads to its cure, and says so; late papers can still get another day."""
        voice, verb = self._bench.voice, cure_of(finding) or CHANGE_DATE
        chip = Chip(voice.label("severity", finding.severity.value), _TONES[finding.severity])
        cure = Text(voice.word(verb), "medium", "accent")
        row = FindingRow(f"finding-{place}", voice.say(finding.reason), chip, cure)
        row.clicked.connect(lambda: self._jump(finding))
        return row

    def _has_blocks(self) -> bool:
        return any(finding.severity is Severity.BLOCK for finding in self._view.findings)

    def _has_warnings(self) -> bool:
        return any(finding.severity is Severity.WARN for finding in self._view.findings)

    def _judge(self) -> None:
        voice = self._bench.voice
        blocks = sum(finding.severity is Severity.BLOCK for finding in self._view.findings)
        if blocks:
            self.say_why(voice.fill(BLOCKED, n=blocks))
        elif self._has_warnings() and not self._reason.text().strip():
            self.say_why(voice.word(REASON_FIRST))
        else:
            self.say_why(None)

    def _jump(self, finding: Finding) -> None:
        self.reject()
        self._on_jump(finding)

    def _publish(self) -> None:
        meeting, reason = self._view.meeting, self._reason.text()
        meetings, revision = self._house.meetings, self._house.edit.revision

        def publish() -> Published:
            if self._is_first:
                return meetings.publish(meeting.id, reason=reason, expected_version=meeting.version)
            return revision.publish(meeting.id, reason=reason, expected_version=meeting.version)[0]

        do(self._bench, publish, self._published)

    def _published(self, told: Published) -> None:
        self.accept()
        said = self._bench.voice.fill(DONE, meeting=told.name, n=len(told.numbers))
        self._bench.teller.say(said)


class FindingRow(LinkRow):
    """A whole sentence, on as many lines as it takes."""

    def __init__(self, name: str, sentence: str, chip: Chip, cure: Text) -> None:
        super().__init__(name, sentence, lead=chip, trailing=cure)
        line = self.layout()
        short: ShortText | None = self.findChild(ShortText)
        assert line is not None
        assert short is not None
        whole = Text(sentence, wraps=True)
        whole.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.replaceWidget(short, whole)
        short.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        line = self.layout()
        assert line is not None
        self.setFixedHeight(max(ROW_HEIGHT, line.totalHeightForWidth(self.width())))


def _difference_rows(voice: Voice, view: AgendaView) -> list[Row]:
    rows = [
        Row(
            f"difference-{place}",
            " ".join(part for part in (one.number, one.title) if part),
            lead=_difference_chip(voice, one.what),
        )
        for place, one in enumerate(view.difference.items)
    ]
    if view.difference.is_reordered:
        rows.append(Row("difference-order", voice.word(REORDERED)))
    if view.difference.facts:
        words = voice.fill(FACTS_CHANGED, facts=list(view.difference.facts))
        rows.append(Row("difference-facts", words))
    return rows


def _difference_chip(voice: Voice, what: Difference) -> Chip:
    word, tone = DIFFERENCES[what.value]
    return Chip(voice.word(word), tone)


def _listed(name: str, rows: Sequence[QWidget]) -> QWidget:
    """Rows under each other, that scroll when they are many."""
    inside = QWidget()
    box = QVBoxLayout(inside)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for place, each in enumerate(rows):
        each.setProperty("place", "first" if place == 0 else "later")
        box.addWidget(each)
    box.addStretch(1)
    area = scrolled(inside, name)
    shown = min(len(rows), _MOST_ROWS)
    area.setMinimumHeight(shown * (ROW_HEIGHT + 1) + SMALL)
    return area
