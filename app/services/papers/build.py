"""From the meeting's rows to the one content that Word, PDF and preview show (R29–R31)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.documents.content import (
    Agenda,
    AgendaRow,
    CaseContent,
    Fact,
    Letterhead,
    Metadata,
    Papers,
)
from app.domain.vocabulary import AttendanceMode, Audience, ItemKind, MeetingKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.models import AgendaItem, BodyRules, Case, Council, Meeting
from app.services.levels import LevelRules, level_rules, ruling_in_body
from app.services.numbers import UNNUMBERED, case_number, meeting_label
from app.services.papers.attachments import attachment_contents, number_attachments, present
from app.services.papers.audience import Lens
from app.services.papers.people import apologies, called, closing, copied, seats_at
from app.services.papers.sections import BriefFacts, attachments_heading, brief_sections
from app.services.papers.words import package_words
from app.store.queries.council import rules_on, the_council
from app.store.queries.meetings import load_agenda

_AUDIENCE_MARKING = {
    Audience.MEMBERS: "",
    Audience.OBSERVERS: _("Utgave for observatører"),
    Audience.PUBLIC: _("Offentlig utgave"),
}


@dataclass(frozen=True, slots=True)
class _Setting:
    """What every part of one version needs."""

    council: Council
    meeting: Meeting
    rules: BodyRules
    levels: LevelRules
    lens: Lens
    is_over: bool

    @property
    def voice(self) -> Voice:
        return self.lens.voice


def build_papers(
    session: Session, meeting_id: int, audience: Audience, voice: Voice, today: date
) -> Papers:
    """The papers of a meeting for `audience`; what it may not see is not in them (R31).

    Before the agenda is published they are a draft, dated `today`, and say so.
    """
    meeting = load_agenda(session, meeting_id)
    rules = rules_on(meeting.body, meeting.held_on)
    setting = _Setting(
        the_council(session),
        meeting,
        rules,
        level_rules(session),
        Lens(audience, rules.observers_see_exempt, voice),
        meeting.held_on < today,
    )
    dated_on = meeting.called_on or today
    seats = seats_at(session, meeting)
    running = _running_title(setting)
    return Papers(
        meta=_metadata(setting, running, dated_on),
        letterhead=_letterhead(setting, running),
        heading=voice.word(_("Innkalling")),
        body=meeting.body.name,
        date=capital(voice.formats.long_date(meeting.held_on)),
        facts=tuple(_facts(setting)),
        called=called(session, meeting, seats, voice),
        copied=copied(session, meeting, voice),
        apologies="" if setting.is_over else apologies(setting.council, voice),
        agenda=_agenda(setting),
        cases=tuple(_cases(setting)),
        closing=closing(seats, setting.council, dated_on, voice),
        package=package_words(voice),
    )


def _running_title(setting: _Setting) -> str:
    return setting.voice.fill(
        _("{body}, møte {on:dato}"),
        body=setting.meeting.body.short_name,
        on=setting.meeting.held_on,
    )


def _metadata(setting: _Setting, running: str, dated_on: date) -> Metadata:
    voice = setting.voice
    return Metadata(
        title=voice.fill(_("Sakspapirer – {running}"), running=running),
        subject=voice.fill(
            _("Innkalling, saksliste og saksframlegg {label}"), label=meeting_label(setting.meeting)
        ),
        author=setting.council.organisation,
        language=voice.tag,
        dated_on=dated_on,
        audience=setting.lens.audience,
    )


def _letterhead(setting: _Setting, running: str) -> Letterhead:
    return Letterhead(
        organisation=setting.council.organisation,
        unit=setting.meeting.body.name,
        contact=setting.council.contact,
        running_title=running,
        page_of=setting.voice.word(_("Side {page} av {pages}")),
        marking=" · ".join(_markings(setting)),
    )


def _markings(setting: _Setting) -> Iterable[str]:
    voice, lens = setting.voice, setting.lens
    if setting.meeting.agenda_version == 0:
        yield voice.word(_("Utkast"))
    if lens.audience is not Audience.MEMBERS:
        yield voice.word(_AUDIENCE_MARKING[lens.audience])
    elif _holds_exempt(setting.meeting):
        yield voice.word(_("Delvis unntatt offentlighet"))
    if setting.council.is_fictitious:
        yield voice.word(_("Oppdiktede data"))


def _holds_exempt(meeting: Meeting) -> bool:
    cases = [item.case for item in meeting.items if item.case is not None]
    return any(
        case.is_exempt or any(attachment.is_exempt for attachment in present(case))
        for case in cases
    )


def _facts(setting: _Setting) -> Iterable[Fact]:
    voice, meeting = setting.voice, setting.meeting
    if officer := _officer(setting):
        yield Fact(voice.word(_("Saksbehandler")), officer)
    yield Fact(voice.word(_("Referanse")), meeting_label(meeting))
    yield Fact(voice.word(_("Dato")), capital(voice.formats.long_date(meeting.held_on)))
    if meeting.kind is MeetingKind.WRITTEN:
        yield Fact(voice.word(_("Møteform")), voice.title_label("meeting_kind", meeting.kind))
        return
    if meeting.place:
        yield Fact(voice.word(_("Sted")), meeting.place)
    times = voice.clock_range(meeting.start_time, meeting.end_time)
    yield Fact(voice.word(_("Tidsrom")), voice.fill(_("kl. {times}"), times=times))
    if meeting.host is not None:
        yield Fact(voice.word(_("Vertskommune")), meeting.host.name)
    if meeting.mode is not AttendanceMode.IN_PERSON:
        yield Fact(voice.word(_("Møteform")), voice.title_label("attendance_mode", meeting.mode))
    if meeting.video_link and setting.lens.audience is Audience.MEMBERS:
        yield Fact(voice.word(_("Videolenke")), meeting.video_link)


def _officer(setting: _Setting) -> str:
    """Who is at the desk; of a meeting that is over, who was (R7)."""
    if setting.is_over:
        return setting.meeting.secretary_name
    council = setting.council
    return ", ".join(part for part in (council.officer_name, council.officer_title) if part)


def _agenda(setting: _Setting) -> Agenda:
    voice = setting.voice
    columns = (
        voice.word(_("Nr.")),
        voice.word(_("Sak")),
        voice.word(_("Type")),
        voice.word(_("Tid")),
        voice.word(_("Side")),
    )
    starts = _starts(setting.meeting)
    rows = tuple(
        _agenda_row(setting, item, start)
        for item, start in zip(setting.meeting.items, starts, strict=True)
    )
    return Agenda(heading=voice.word(_("Saksliste")), columns=columns, rows=rows)


def _starts(meeting: Meeting) -> list[str]:
    """When each item begins, by the minutes of those before it; empty where none are set."""
    hours, minutes = (int(part) for part in meeting.start_time.split(":"))
    at, starts = hours * 60 + minutes, []
    is_timed = any(item.minutes for item in meeting.items)
    for item in meeting.items:
        is_shown = is_timed and item.kind is not ItemKind.HEADING and not item.is_withdrawn
        starts.append(f"{at // 60 % 24:02}.{at % 60:02}" if is_shown else "")
        at += 0 if item.is_withdrawn else item.minutes
    return starts


def _agenda_row(setting: _Setting, item: AgendaItem, start: str) -> AgendaRow:
    voice, lens = setting.voice, setting.lens
    if item.case is None:
        return AgendaRow(
            number="" if item.kind is ItemKind.HEADING else UNNUMBERED,
            title=item.title,
            kind="",
            time=start,
            is_heading=item.kind is ItemKind.HEADING,
        )
    return AgendaRow(
        number=case_number(item.case, setting.rules) or UNNUMBERED,
        title=lens.case_title(item.case),
        kind=voice.title_label("case_kind", item.case.kind),
        time=start,
        anchor="" if item.is_withdrawn else _anchor(item),
        note=voice.word(_("Saken er trukket")) if item.is_withdrawn else "",
    )


def _cases(setting: _Setting) -> Iterable[CaseContent]:
    items = [item for item in setting.meeting.items if item.case and not item.is_withdrawn]
    numbers = number_attachments(item.case for item in items if item.case is not None)
    for item in items:
        if item.case is not None:
            yield _case(setting, item, item.case, numbers)


def _case(setting: _Setting, item: AgendaItem, case: Case, numbers: dict[int, int]) -> CaseContent:
    voice, lens = setting.voice, setting.lens
    number = case_number(case, setting.rules)
    is_seen = lens.sees(case)
    marking = lens.marking(case.legal_basis) if case.is_exempt else ""
    sections = setting.meeting.body.sections
    facts = BriefFacts(
        case,
        ruling_in_body(case, setting.levels, setting.meeting.held_on),
        setting.council.organisation,
        voice,
    )
    return CaseContent(
        anchor=_anchor(item),
        number=number or UNNUMBERED,
        title=lens.case_title(case),
        kind=voice.title_label("case_kind", case.kind),
        facts=tuple(_case_facts(setting, item, case)) if is_seen else (),
        marking=marking if is_seen else "",
        sections=brief_sections(sections, facts) if is_seen else (),
        attachments_heading=attachments_heading(sections, voice),
        attachments=attachment_contents(case, number, numbers, lens),
        withheld="" if is_seen else marking,
    )


def _case_facts(setting: _Setting, item: AgendaItem, case: Case) -> Iterable[Fact]:
    voice = setting.voice
    if case.officer:
        yield Fact(voice.word(_("Saksbehandler")), case.officer)
    if item.presenter and item.presenter != case.officer:
        yield Fact(voice.word(_("Legges fram av")), item.presenter)
    yield Fact(voice.word(_("Behandling")), _treatment(setting, case))
    if case.archive_reference:
        yield Fact(voice.word(_("Arkivreferanse")), case.archive_reference)


def _treatment(setting: _Setting, case: Case) -> str:
    kind = setting.voice.label("case_kind", case.kind)
    day = setting.voice.formats.date(setting.meeting.held_on)
    return f"{setting.meeting.body.short_name} {day} ({kind})"


def _anchor(item: AgendaItem) -> str:
    return f"sak-{item.sort}"
