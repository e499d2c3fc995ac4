"""From what was recorded to the one content of the minutes (R40)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.documents.content import (
    DataTable,
    Fact,
    Letterhead,
    Metadata,
    Minutes,
    Signature,
)
from app.domain.reasons import Reason
from app.domain.vocabulary import AttendanceMode, Audience, ItemKind, MeetingKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice, capital
from app.models import AgendaItem, Attendance, Body, BodyRules, Council, Meeting
from app.services.gatherings.rule import approves_record
from app.services.minutes.items import (
    ItemRecord,
    item_name,
    item_number,
    item_title,
    minutes_item,
    outcome_word,
)
from app.services.minutes.people import other_lists, participation, present_table
from app.services.numbers import meeting_label
from app.services.roster import seat_rows
from app.store.queries.council import rules_on, the_council
from app.store.queries.meetings import load_agenda
from app.store.queries.minutes import deliberations, disqualifications, roll_call, votes

NOT_APPROVED = Reason("minutes_not_approved")


@dataclass(frozen=True, slots=True)
class _Record:
    """One meeting's rows, loaded once."""

    council: Council
    meeting: Meeting
    rules: BodyRules
    items: tuple[ItemRecord, ...]
    roll: Sequence[Attendance]
    voice: Voice


def build_minutes(
    session: Session, meeting_id: int, voice: Voice, status: Reason = NOT_APPROVED
) -> Minutes:
    """The minutes of a held meeting, as of its own date; `status` is when they were approved."""
    record = _load(session, meeting_id, voice)
    meeting, rules = record.meeting, record.rules
    seats = seat_rows(session, meeting.body, meeting.held_on)
    names = {one.item.id: item_name(one.item, rules, voice) for one in record.items}
    title = voice.fill(
        _("{record} – {body} {on:dato}"),
        record=_record_name(rules, voice),
        body=meeting.body.short_name,
        on=meeting.held_on,
    )
    return Minutes(
        meta=_metadata(record, title),
        letterhead=_letterhead(record, title, status),
        heading=_record_name(rules, voice),
        body=meeting.body.name,
        date=capital(voice.formats.long_date(meeting.held_on)),
        status=voice.say(status) if status != NOT_APPROVED or _is_approved_at_all(record) else "",
        facts=tuple(_facts(record)),
        present=present_table(record.roll, voice),
        others=other_lists(record.roll, seats, voice),
        participation_heading=voice.word(_("Deltakelse")),
        participation=participation(record.roll, seats, rules, names.__getitem__, voice),
        cases=_cases(record),
        items=tuple(minutes_item(one, rules, voice) for one in record.items),
        signatures_heading=voice.word(_("Underskrifter")),
        signatures=tuple(_signatures(record)),
    )


def _load(session: Session, meeting_id: int, voice: Voice) -> _Record:
    meeting = load_agenda(session, meeting_id)
    rules = rules_on(meeting.body, meeting.held_on)
    kept = deliberations(session, meeting_id)
    cast = votes(session, meeting_id)
    out = disqualifications(session, meeting_id)
    to = session.get(Body, meeting.body.recommends_to_id) if meeting.body.recommends_to_id else None
    items = tuple(
        ItemRecord(
            item,
            kept.get(item.id),
            cast.get(item.id, ()),
            out.get(item.id, ()),
            to.short_name if to else "",
        )
        for item in meeting.items
        if item.kind is not ItemKind.HEADING
    )
    return _Record(
        the_council(session), meeting, rules, items, roll_call(session, meeting_id), voice
    )


def _is_approved_at_all(record: _Record) -> bool:
    """Whether the body approves its records (R41)."""
    return approves_record(record.meeting.body)


def _record_name(rules: BodyRules, voice: Voice) -> str:
    """Protokoll or referat, as the body calls its record (R25)."""
    if rules.record_name == "referat":
        return voice.word(_("Referat"))
    return voice.word(_("Møteprotokoll"))


def _metadata(record: _Record, title: str) -> Metadata:
    return Metadata(
        title=title,
        subject=meeting_label(record.meeting),
        author=record.council.organisation,
        language=record.voice.tag,
        dated_on=record.meeting.held_on,
        audience=Audience.MEMBERS,
    )


def _letterhead(record: _Record, title: str, status: Reason) -> Letterhead:
    voice = record.voice
    markings = []
    if status == NOT_APPROVED and _is_approved_at_all(record):
        markings.append(voice.word(_("Ikke godkjent")))
    if any(one.item.case is not None and one.item.case.is_exempt for one in record.items):
        markings.append(voice.word(_("Delvis unntatt offentlighet")))
    if record.council.is_fictitious:
        markings.append(voice.word(_("Oppdiktede data")))
    return Letterhead(
        organisation=record.council.organisation,
        unit=record.meeting.body.name,
        contact=record.council.contact,
        running_title=title,
        page_of=voice.word(_("Side {page} av {pages}")),
        marking=" · ".join(markings),
    )


def _facts(record: _Record) -> Iterable[Fact]:
    voice, meeting = record.voice, record.meeting
    yield Fact(voice.word(_("Møtedato")), capital(voice.formats.long_date(meeting.held_on)))
    if meeting.kind is MeetingKind.WRITTEN:
        yield Fact(voice.word(_("Møteform")), voice.title_label("meeting_kind", meeting.kind))
    else:
        yield from _time_and_place(meeting, voice)
    if meeting.presided_by is not None:
        yield Fact(voice.word(_("Møteleder")), meeting.presided_by.name)
    if meeting.secretary_name:
        yield Fact(voice.word(_("Referent")), meeting.secretary_name)
    yield Fact(voice.word(_("Referanse")), meeting_label(meeting))


def _time_and_place(meeting: Meeting, voice: Voice) -> Iterable[Fact]:
    times = voice.clock_range(
        meeting.actual_start or meeting.start_time, meeting.actual_end or meeting.end_time
    )
    yield Fact(voice.word(_("Tidspunkt")), voice.fill(_("kl. {times}"), times=times))
    yield Fact(voice.word(_("Møtested")), _place(meeting, voice))
    if meeting.mode is not AttendanceMode.IN_PERSON:
        yield Fact(voice.word(_("Møteform")), voice.title_label("attendance_mode", meeting.mode))


def _place(meeting: Meeting, voice: Voice) -> str:
    if meeting.place:
        return meeting.place
    return voice.title_label("attendance_mode", meeting.mode)


def _cases(record: _Record) -> DataTable:
    voice = record.voice
    return DataTable(
        heading=voice.word(_("Saker")),
        columns=(
            voice.word(_("Nr.")),
            voice.word(_("Sak")),
            voice.word(_("Type")),
            voice.word(_("Resultat")),
        ),
        rows=tuple(
            (
                item_number(one.item, record.rules),
                item_title(one.item),
                _kind(one.item, voice),
                outcome_word(one.deliberation, voice),
            )
            for one in record.items
        ),
        shares=(13, 44, 16, 27),
    )


def _kind(item: AgendaItem, voice: Voice) -> str:
    return voice.title_label("case_kind", item.case.kind) if item.case is not None else ""


def _signatures(record: _Record) -> Iterable[Signature]:
    voice, meeting = record.voice, record.meeting
    if meeting.presided_by is not None:
        yield Signature(meeting.presided_by.name, voice.word(_("Møteleder")))
    if meeting.secretary_name:
        yield Signature(meeting.secretary_name, voice.word(_("Referent")))
