"""From what is known of a gathering to its programme, report and list of attendees (R17)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.documents.content import DataTable, Fact, NamedList
from app.documents.gathering import AttendeeList, GatheringReport, Part, Programme
from app.domain.rich_text import EMPTY, from_json, from_plain
from app.domain.vocabulary import AttendanceState, Audience, ItemKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import Council, Meeting
from app.services.gatherings.facts import GatheringView, MunicipalityPart, Participant
from app.services.gatherings.reading import item_title, read_gathering
from app.services.gatherings.words import (
    NOT_REPORTED,
    frame,
    next_host_part,
    person_line,
    points_part,
    programme_part,
    time_and_place,
)
from app.services.numbers import meeting_label
from app.services.papers.audience import Lens
from app.store.queries.council import the_council
from app.store.queries.meetings import load_agenda
from app.store.queries.minutes import deliberations

_ANSWERS: tuple[tuple[AttendanceState | None, str, str], ...] = (
    (AttendanceState.PRESENT, _("Kommer"), _("Møtte")),
    (AttendanceState.APOLOGY, _("Kommer ikke"), _("Forfall")),
    (AttendanceState.ABSENT, _("Møtte ikke"), _("Møtte ikke")),
    (None, _("Har ikke svart"), _("Ikke ført opp")),
)
"""A line of the roll call, as it is called before the gathering and after it."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """One gathering, loaded once for a document."""

    session: Session
    council: Council
    meeting: Meeting
    view: GatheringView
    lens: Lens
    today: date

    @property
    def voice(self) -> Voice:
        """The document's language."""
        return self.lens.voice


def load_gathering(session: Session, meeting: Meeting, voice: Voice, today: date) -> Gathering:
    """Read for documents: nothing exempt, whoever gets them (R31)."""
    lens = Lens(Audience.PUBLIC, observers_see_exempt=False, voice=voice)
    view = read_gathering(session, meeting, today, lens)
    return Gathering(session, the_council(session), meeting, view, lens, today)


def programme(one: Gathering) -> Programme:
    """What is going to happen, and how to answer."""
    voice, meeting = one.voice, one.meeting
    facts = [*time_and_place(meeting, voice, is_over=False)]
    if meeting.video_link:
        facts.append(Fact(voice.word(_("Videolenke")), meeting.video_link))
    if contact := contact_line(one.council):
        facts.append(Fact(voice.word(_("Kontakt")), contact))
    return Programme(
        **frame(one.council, meeting, voice.word(_("Program")), one.today, voice),
        facts=tuple(facts),
        programme=programme_part(one.view.programme, voice),
        closing=from_plain(_how_to_answer(one)),
    )


def report(one: Gathering) -> GatheringReport:
    """What came of it; it holds no decisions, for none are made (R17)."""
    voice, view = one.voice, one.view
    dated_on = one.meeting.held_on
    return GatheringReport(
        **frame(one.council, one.meeting, voice.word(_("Rapport")), dated_on, voice),
        facts=tuple(_report_facts(one)),
        participants=_participants(view.municipalities, voice),
        others=tuple(_others(view, voice)),
        programme=programme_part(view.programme, voice),
        notes_heading=voice.word(_("Fra møtet")),
        notes=tuple(_notes(one)),
        status_heading=voice.word(_("Status fra kommunene")),
        statuses=tuple(
            Part(part.name, text=from_plain(part.status or voice.word(NOT_REPORTED)))
            for part in view.municipalities
        ),
        points=tuple(_points(view, voice)),
        next_host=next_host_part(view.next_host, voice),
    )


def attendees(one: Gathering) -> AttendeeList:
    """Who comes, who does not, and who has not answered; of an old one who was there."""
    voice, view = one.voice, one.view
    people = view.participants
    facts = [*time_and_place(one.meeting, voice, is_over=view.is_over)]
    parts = []
    for state, word in answers(view.is_over):
        those = [person for person in people if person.state is state]
        if those:
            facts.append(Fact(voice.word(word), voice.formats.number(len(those))))
            parts.append(_attending(voice.word(word), those, voice))
    if not parts:
        nobody = voice.word(_("Ingen er ført opp ennå."))
        parts.append(Part(voice.word(_("Deltakere")), text=from_plain(nobody)))
    return AttendeeList(
        **frame(one.council, one.meeting, voice.word(_("Deltakerliste")), one.today, voice),
        facts=tuple(facts),
        parts=tuple(parts),
    )


def answers(is_over: bool) -> tuple[tuple[AttendanceState | None, str], ...]:
    """Each answer with its msgid, as it is called before the gathering or after it."""
    return tuple((state, after if is_over else before) for state, before, after in _ANSWERS)


def _report_facts(one: Gathering) -> Iterable[Fact]:
    voice, meeting = one.voice, one.meeting
    yield from time_and_place(meeting, voice, is_over=True)
    if meeting.presided_by is not None:
        yield Fact(voice.word(_("Møteleder")), meeting.presided_by.name)
    if meeting.secretary_name:
        yield Fact(voice.word(_("Referent")), meeting.secretary_name)
    yield Fact(voice.word(_("Referanse")), meeting_label(meeting))


def _participants(towns: Sequence[MunicipalityPart], voice: Voice) -> Part:
    heading = voice.word(_("Deltakere fra kommunene"))
    columns = (voice.word(_("Kommune")), voice.word(_("Deltakere")))
    rows = tuple((town.name, _who_came(town, voice)) for town in towns)
    if not rows:
        return Part(heading, text=from_plain(voice.word(_("Ingen kommuner er med."))))
    return Part(heading, DataTable(heading, columns, rows, (35, 65)))


def _who_came(town: MunicipalityPart, voice: Voice) -> str:
    here = [one for one in town.participants if one.state is AttendanceState.PRESENT]
    if not here:
        return voice.word(_("Ingen deltok."))
    return "\n".join(_present(one, voice) for one in here)


def _present(one: Participant, voice: Voice) -> str:
    line = person_line(one)
    return voice.fill(_("{person} (på video)"), person=line) if one.by_video else line


def _others(view: GatheringView, voice: Voice) -> Iterable[NamedList]:
    others = tuple(
        ", ".join(part for part in (_present(one, voice), one.institution) if part)
        for one in view.others
        if one.state is AttendanceState.PRESENT
    )
    away = tuple(
        ", ".join(part for part in (one.name, one.institution) if part)
        for one in view.participants
        if one.state is AttendanceState.APOLOGY
    )
    if others:
        yield NamedList(voice.word(_("Andre deltakere")), others)
    if away:
        yield NamedList(voice.word(_("Forfall")), away)


def _notes(one: Gathering) -> Iterable[Part]:
    """What was written at each line; nothing of an exempt case (R31)."""
    written = deliberations(one.session, one.meeting.id)
    for item in load_agenda(one.session, one.meeting.id).items:
        kept = written.get(item.id)
        if kept is None or item.kind is ItemKind.HEADING or item.is_withdrawn:
            continue
        text = from_json(kept.text)
        is_seen = item.case is None or one.lens.sees(item.case)
        if is_seen and text != EMPTY:
            yield Part(item_title(item, one.lens), text=text)


def _points(view: GatheringView, voice: Voice) -> Iterable[Part]:
    nothing = voice.word(_("Det ble ikke avtalt nye oppgaver."))
    yield points_part(voice.word(_("Oppgaver")), view.points, nothing, voice)
    if view.earlier:
        yield points_part(voice.word(_("Oppgaver fra tidligere møter")), view.earlier, "", voice)


def _attending(heading: str, people: Sequence[Participant], voice: Voice) -> Part:
    columns = (voice.word(_("Navn")), voice.word(_("Stilling")), voice.word(_("Institusjon")))
    rows = tuple((one.name, one.function, one.institution) for one in people)
    return Part(heading, DataTable(heading, columns, rows, (35, 33, 32)))


def contact_line(council: Council) -> str:
    """The officer at the desk, with how to reach them."""
    parts = (council.officer_name, council.officer_email or council.contact, council.officer_phone)
    return ", ".join(part for part in parts if part)


def _how_to_answer(one: Gathering) -> str:
    to = one.council.officer_email or one.council.contact or one.council.organisation
    if one.view.is_over:
        return ""
    return one.voice.fill(
        _("Si fra til {to} om hvem som kommer fra kommunen, og om noen trenger tilrettelegging."),
        to=to,
    )
