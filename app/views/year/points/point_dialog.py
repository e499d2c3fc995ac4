"""A fixed point: what it is called, when it comes, and what its case is made of (R19)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.deadlines import LONGEST_DEADLINE
from app.domain.vocabulary import CaseKind
from app.i18n.catalogue import _
from app.i18n.voice import capital
from app.services.bodies import BodyRow
from app.services.editing.wheel import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_INTERVAL,
    PointFields,
    WheelEditor,
)
from app.services.year.entries import PointEntry, coming_years
from app.views.brief.facts import KIND, KINDS
from app.views.editing.plain_widgets import Choice, GrowingText
from app.views.editing.verb_dialog import VerbDialog
from app.views.shell.workbench import Workbench
from app.views.theme.metrics import MEDIUM
from app.views.widgets.layout import row
from app.views.widgets.naming import named
from app.views.widgets.number_field import NumberField

NEW, EDIT = _("Nytt fast punkt"), _("Rediger det faste punktet")
ADD, STORE, DELETE = _("Legg til"), _("Lagre"), _("Slett punktet")
ABOUT = _("Punktet lager saken sin når organet får møte i måneden. Hver sak lages bare én gang.")
TITLE, BODY, MONTH = _("Tittel på saken"), _("Organ"), _("Måned")
HOW_OFTEN, FIRST, LAST = _("Hvor ofte"), _("Første år"), _("Siste år")
DEADLINE, TEMPLATE = _("Dager fra frist til møte"), _("Tekst som saken begynner med")
TITLE_HELP = _("Skriv {år}, {forrige år} eller {neste år} der årstallet skal stå.")
TEMPLATE_HELP = _("Teksten settes inn i den første delen av saksframlegget som skrives for hånd.")
YEARLY, SECOND, NTH = _("Hvert år"), _("Annethvert år"), _("Hvert {n}. år")
NO_END, AS_BODY = _("Ingen"), _("Organets frist")
COMES_IN, COMES_NO_MORE = _("Kommer i {years:liste}."), _("Kommer ikke flere ganger.")
TITLE_FIRST, BODY_FIRST = _("Skriv hva saken skal hete."), _("Velg et organ.")
ADDED, STORED = _("Det faste punktet er lagt til."), _("Det faste punktet er endret.")


class PointDialog(VerbDialog):
    """For a new point (`entry` is None) or one that is there."""

    def __init__(
        self,
        parent: QWidget,
        bench: Workbench,
        edit: WheelEditor,
        bodies: Sequence[BodyRow],
        entry: PointEntry | None,
        *,
        delete: Callable[[], object],
    ) -> None:
        word = bench.voice.word
        super().__init__(
            parent,
            bench,
            "point-dialog",
            word(NEW if entry is None else EDIT),
            word(ADD if entry is None else STORE),
            self._store,
            text=word(ABOUT),
        )
        self._edit, self._entry = edit, entry
        self._title = named(QLineEdit(), "point-title")
        self._body, self._month = Choice("point-body"), Choice("point-month")
        self._often, self._kind = Choice("point-often"), Choice("point-kind")
        self._from_year = _year("point-first-year", FIRST_YEAR)
        self._to_year = _year("point-last-year", FIRST_YEAR - 1, word(NO_END))
        self._deadline = named(NumberField(), "point-deadline")
        self._deadline.setRange(-1, LONGEST_DEADLINE)
        self._deadline.setSpecialValueText(word(AS_BODY))
        self._template = GrowingText("point-template", lines=3)
        self.enter_first(self._title)
        self._offer(bodies)
        self._lay_out()
        self._show(entry)
        for number in (self._from_year, self._to_year):
            number.valueChanged.connect(lambda _value: self._tell_years())
        for choice in (self._often, self._month):
            choice.currentIndexChanged.connect(lambda _place: self._tell_years())
        self._body.currentIndexChanged.connect(lambda _place: self.weigh())
        self._tell_years()
        if entry is not None:
            self.add_danger(word(DELETE), "point-delete", lambda: self._leave_to(delete))
        self.finish()

    def missing(self) -> str | None:
        """A body, and what must be written."""
        return super().missing() or (
            None if self._body.code() is not None else self.voice.word(BODY_FIRST)
        )

    def _leave_to(self, delete: Callable[[], object]) -> None:
        self.reject()
        delete()

    def _offer(self, bodies: Sequence[BodyRow]) -> None:
        voice = self.voice
        self._body.offer([(body.code, body.short_name) for body in bodies])
        self._month.offer(
            [(month, capital(voice.formats.name_of_month(month))) for month in range(1, 13)]
        )
        rare = range(3, LONGEST_INTERVAL + 1)
        self._often.offer(
            [
                (1, voice.word(YEARLY)),
                (2, voice.word(SECOND)),
                *((years, voice.fill(NTH, n=years)) for years in rare),
            ]
        )
        self._kind.offer([(kind, voice.word(words)) for kind, words in KINDS.items()])

    def _lay_out(self) -> None:
        word = self.voice.word
        title = self.field(
            word(TITLE),
            self._title,
            "point_title_missing",
            "line_too_long",
            "point_twice",
            help_text=word(TITLE_HELP),
        )
        self.require(title, self._title, word(TITLE_FIRST))
        body = self.field(word(BODY), self._body, "body_unknown", "point_body_stays")
        month = self.field(word(MONTH), self._month, "point_month_unknown")
        self._often_field = self.field(word(HOW_OFTEN), self._often, "point_interval_unusable")
        first = self.field(word(FIRST), self._from_year, "point_year_unusable")
        last = self.field(word(LAST), self._to_year, "point_ends_before_start")
        kind = self.field(word(KIND), self._kind)
        deadline = self.field(word(DEADLINE), self._deadline, "point_deadline_unusable")
        template = self.field(word(TEMPLATE), self._template, help_text=word(TEMPLATE_HELP))
        self.body.addWidget(title)
        self.body.addLayout(row(body, month, gap=MEDIUM))
        self.body.addLayout(row(self._often_field, first, last, gap=MEDIUM))
        self.body.addLayout(row(kind, deadline, gap=MEDIUM))
        self.body.addWidget(template)

    def _show(self, entry: PointEntry | None) -> None:
        if entry is None:
            self._body.setCurrentIndex(-1)
            self._month.show_code(12)
            self._often.show_code(1)
            self._kind.show_code(CaseKind.DECISION)
            self._from_year.setValue(self._bench.today().year)
            self._to_year.setValue(self._to_year.minimum())
            self._deadline.setValue(-1)
            return
        self._title.setText(entry.title)
        self._body.show_code(entry.body)
        self._month.show_code(entry.month)
        self._often.show_code(entry.interval_years)
        self._kind.show_code(entry.case_kind)
        self._from_year.setValue(entry.first_year)
        self._to_year.setValue(entry.last_year or self._to_year.minimum())
        self._deadline.setValue(-1 if entry.deadline_days is None else entry.deadline_days)
        self._template.show_text(entry.template)

    def _last_year(self) -> int | None:
        value = self._to_year.value()
        return None if value < FIRST_YEAR else value

    def _tell_years(self) -> None:
        """The years that the rule gives, so that odd and even need no explaining."""
        interval, first = self._often.code(), self._from_year.value()
        assert isinstance(interval, int)
        month, today = self._month.code(), self._bench.today()
        assert isinstance(month, int)
        from_year = today.year + (month < today.month)
        years = coming_years(first, interval, self._last_year(), from_year)
        voice = self.voice
        said = tuple(str(year) for year in years)
        self._often_field.tell_help(
            voice.fill(COMES_IN, years=said) if said else voice.word(COMES_NO_MORE)
        )

    def _store(self) -> None:
        month, interval, kind = self._month.code(), self._often.code(), self._kind.code()
        assert isinstance(month, int)
        assert isinstance(interval, int)
        assert isinstance(kind, CaseKind)
        days = self._deadline.value()
        fields = PointFields(
            body=str(self._body.code()),
            title=self._title.text(),
            month=month,
            first_year=self._from_year.value(),
            interval_years=interval,
            last_year=self._last_year(),
            case_kind=kind,
            template=self._template.toPlainText(),
            deadline_days=None if days < 0 else days,
        )
        edit, entry, word = self._edit, self._entry, self.voice.word
        if entry is None:
            self.run(lambda: edit.add_point(fields), said=word(ADDED))
        else:
            self.run(lambda: edit.edit_point(entry.id, fields), said=word(STORED))


def _year(name: str, least: int, special: str = "") -> NumberField:
    made = named(NumberField(), name)
    made.setRange(least, LAST_YEAR)
    made.setSpecialValueText(special)
    return made
