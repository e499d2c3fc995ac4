"""A body's rules as they hold from a day on: every field stores itself (R24–R36, R53)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.numbering import CaseNumber, NumberStyle, format_case_number
from app.domain.vocabulary import DecisionRule, TieRule
from app.i18n.catalogue import _
from app.services.changes import Kind
from app.services.drafts import DraftRow
from app.services.editing.done import Done
from app.services.settings import BodySettings, RulesFields, RulesView
from app.views.editing.autosave import Seen, Slot
from app.views.editing.batch import Store
from app.views.editing.fields import (
    ChoiceValue,
    EditedField,
    LineValue,
    MinutesValue,
    TickValue,
    TypedValue,
)
from app.views.editing.plain_widgets import Choice, Minutes
from app.views.settings.desk import VERSIONS, SettingsDesk
from app.views.settings.form import Form
from app.views.settings.values import QuorumValue, WholeNumbers
from app.views.theme.metrics import MEDIUM
from app.views.widgets.field import Field
from app.views.widgets.naming import named
from app.views.widgets.notices import NoticeBar
from app.views.widgets.text import Text
from app.views.widgets.typed_field import TimeField

PREFIX, SEPARATOR, DIGITS = _("Foran saksnummeret"), _("Mellom nummer og år"), _("Årstall")
TWO_DIGITS, FOUR_DIGITS = _("To sifre (26)"), _("Fire sifre (2026)")
EXAMPLE, NO_EXAMPLE = _("Slik blir saksnumrene: {number}"), _("Saksnumrene kan ikke se slik ut.")
RECORD, RECORDS = _("Møteboken heter"), (("protokoll", _("Protokoll")), ("referat", _("Referat")))
QUORUM, DECIDES, TIE = _("Vedtaksført når"), _("Avgjør ved"), _("Ved stemmelikhet")
START, LENGTH, MINUTE = _("Møtene begynner"), _("Møtelengde"), _("min")
NOTICE = _("Varsel før perioden går ut")
NOTICE_HELP = _("Dager før, det lengste først.")
FIXED = _(
    "Godkjente protokoller bygger på disse reglene, så de kan ikke endres. Lag nye regler fra en "
    "senere dato."
)
TICKS = {
    "blank_allowed": _("Det er lov å stemme blankt"),
    "observers_see_exempt": _("Observatører får det som er unntatt offentlighet"),
    "seats_carried_over": _("Den som sitter, blir til ny er oppnevnt"),
    "uncalled_deputies_get_papers": _("Vara får sakspapirene også når de ikke er innkalt"),
}
_EXAMPLE = 12
QUORUM_FIELDS = ("quorum_rule", "quorum_number")


class RulesForm(QWidget):
    """The rules of one body from one day; locked where approved minutes rest on them."""

    def __init__(self, desk: SettingsDesk, refresh: Callable[[], object]) -> None:
        super().__init__()
        named(self, "rules-form")
        self._desk = desk
        self._shown: int | None = None
        self._save = desk.autosave(Kind.BODY, self)
        self._save.stale.connect(refresh)
        self._fixed = NoticeBar(desk.voice, desk.voice.word(FIXED), may_close=False, name="fixed")
        self._fixed.hide()
        self._example = named(Text("", "medium", "muted"), "number-example")
        self._form = Form()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(MEDIUM)
        box.addWidget(self._fixed)
        box.addWidget(self._form)

    def building(self) -> Iterator[None]:
        """Build the fields, a group at a time."""
        for build in (
            self._add_numbers,
            self._add_decisions,
            self._add_naming,
            self._add_meetings,
            self._add_ticks,
        ):
            build(self._form)
            yield

    def show_rules(
        self, body: BodySettings, view: RulesView, drafts: tuple[DraftRow, ...], *, own: bool
    ) -> None:
        """Show other rules, or the same ones anew."""
        seen = Seen(_values(view.fields), VERSIONS)
        if self._shown == view.id:
            self._save.absorb(seen, own=own)
        else:
            self._save.close()
            self._shown = view.id
            suffix = f":{view.from_on.isoformat()}"
            self._save.open(view.id, seen, drafts, draft_id=body.id, suffix=suffix)
        self._save.lock(view.is_fixed)
        self._minutes.setEnabled(not view.is_fixed)
        self._fixed.setVisible(view.is_fixed)
        self._tell_example()

    def leave(self) -> None:
        """Store what is typed."""
        self._save.flush()

    def _add_numbers(self, form: Form) -> None:
        voice = self._desk.voice
        self._prefix, self._separator = QLineEdit(), QLineEdit()
        self._digits = Choice("rule-number_year_digits")
        self._digits.offer([("2", voice.word(TWO_DIGITS)), ("4", voice.word(FOUR_DIGITS))])
        fields = (
            self._line("number_prefix", PREFIX, self._prefix),
            self._line("number_separator", SEPARATOR, self._separator),
            self._choice("number_year_digits", DIGITS, self._digits),
        )
        form.line(*fields, share=(1, 1, 1))
        form.line(self._example)
        for line in (self._prefix, self._separator):
            line.textChanged.connect(lambda _text: self._tell_example())
        self._digits.currentIndexChanged.connect(lambda _place: self._tell_example())

    def _add_decisions(self, form: Form) -> None:
        voice = self._desk.voice
        quorum = QuorumValue(voice, "rule-quorum", voice.word(QUORUM))
        quorum.frame = Field(voice, voice.word(QUORUM), quorum.widget)
        self._add("quorum", quorum)
        decides = Choice("rule-decision_rule")
        decides.offer([(rule, voice.title_label("decision_rule", rule)) for rule in DecisionRule])
        form.line(quorum.frame, self._choice("decision_rule", DECIDES, decides))

    def _add_naming(self, form: Form) -> None:
        voice = self._desk.voice
        tie = Choice("rule-tie_rule")
        tie.offer([(rule, voice.title_label("tie_rule", rule)) for rule in TieRule])
        record = Choice("rule-record_name")
        record.offer([(code, voice.word(name)) for code, name in RECORDS])
        form.line(self._choice("tie_rule", TIE, tie), self._choice("record_name", RECORD, record))

    def _add_meetings(self, form: Form) -> None:
        voice = self._desk.voice
        word = voice.word
        start = named(TimeField(voice), "rule-meeting_start")
        start_frame = Field(voice, word(START), start)
        clock = TypedValue(
            start,
            start_frame,
            needed=True,
            as_stored=lambda at: at.isoformat("minutes"),
            as_shown=time.fromisoformat,
        )
        self._add("meeting_start", clock)
        self._minutes = Minutes("rule-meeting_minutes", word(MINUTE))
        minutes_frame = Field(voice, word(LENGTH), self._minutes)
        self._add("meeting_minutes", MinutesValue(self._minutes, minutes_frame))
        notice = WholeNumbers(voice, "rule-term_notice_days")
        notice_frame = Field(voice, word(NOTICE), notice, help_text=word(NOTICE_HELP))
        days = TypedValue(notice, notice_frame, as_stored=lambda found: found or ())
        self._add("term_notice_days", days)
        form.line(start_frame, minutes_frame, notice_frame)

    def _add_ticks(self, form: Form) -> None:
        for name, words in TICKS.items():
            text = self._desk.voice.word(words)
            tick = named(QCheckBox(text), f"rule-{name}", text)
            self._add(name, TickValue(tick), at_once=True)
            form.line(tick)

    def _line(self, name: str, label: str, line: QLineEdit) -> Field:
        line.setObjectName(f"rule-{name}")
        frame = Field(self._desk.voice, self._desk.voice.word(label), line)
        self._add(name, LineValue(line, frame))
        return frame

    def _choice(self, name: str, label: str, choice: Choice) -> Field:
        frame = Field(self._desk.voice, self._desk.voice.word(label), choice)
        self._add(name, ChoiceValue(choice, frame), at_once=True)
        return frame

    def _add(self, name: str, field: EditedField, *, at_once: bool = False) -> None:
        self._save.add(Slot(name, field, self._store(name), at_once=at_once))

    def _store(self, name: str) -> Store:
        """One field of the rules; the others stay as the file has them."""
        settings, edit = self._desk.house.settings, self._desk.edit.settings

        def store(rules_id: int, value: Any, _version: int) -> Done:
            body, rules = settings.rules(rules_id)
            return edit.set_rules(body, rules.from_on, _with(rules.fields, name, value))

        return store

    def _tell_example(self) -> None:
        """What a case's number looks like, while it is typed."""
        voice, digits = self._desk.voice, str(self._digits.code() or "2")
        try:
            style = NumberStyle(
                self._prefix.text().strip(), self._separator.text().strip(), int(digits)
            )
        except UserError:
            self._example.setText(voice.word(NO_EXAMPLE))
            self._example.set_ink("bad")
            return
        number = CaseNumber(self._desk.bench.today().year, _EXAMPLE)
        self._example.setText(voice.fill(EXAMPLE, number=format_case_number(number, style)))
        self._example.set_ink("muted")


def _values(fields: RulesFields) -> dict[str, Any]:
    """The fields as the form shows them."""
    values = {name: getattr(fields, name) for name in RulesFields.__dataclass_fields__}
    values["quorum"] = (fields.quorum_rule, fields.quorum_number)
    values["number_year_digits"] = str(fields.number_year_digits)
    return values


_STORED: dict[str, Callable[[Any], Any]] = {
    "number_year_digits": int,
    "decision_rule": DecisionRule,
    "tie_rule": TieRule,
}


def _with(fields: RulesFields, name: str, value: Any) -> RulesFields:
    """`fields` with one of the form's values put in."""
    if name == "quorum":
        return replace(fields, **dict(zip(QUORUM_FIELDS, value, strict=True)))
    stored = _STORED.get(name, lambda same: same)(value)
    return replace(fields, **{name: stored})
