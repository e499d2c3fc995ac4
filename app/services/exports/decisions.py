"""Every decision as a workbook, with what follows from it; exempt cases by neutral title (R31)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.documents.content import Sheet, Workbook
from app.domain.rich_text import from_json, to_plain
from app.domain.vocabulary import Audience
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import ActionItem, AgendaItem, Case, Deliberation, Meeting
from app.services.exports.roster import workbook_metadata
from app.services.numbers import case_number, meeting_label, meeting_name
from app.services.papers.audience import Lens
from app.store.queries.cases import action_items, decided_items
from app.store.queries.council import rules_on, the_council

Row = tuple[str | int | date | None, ...]


def decisions_workbook(session: Session, on: date, voice: Voice) -> Workbook:
    """Decisions and follow-up through the years; nothing exempt is in it."""
    council = the_council(session)
    lens = Lens(Audience.PUBLIC, observers_see_exempt=False, voice=voice)
    title = voice.word(_("Vedtak og oppfølging"))
    note = voice.fill(_("Per {on:dato}"), on=on)
    if council.is_fictitious:
        note = f"{note} · {voice.word(_('Oppdiktede data'))}"
    return Workbook(
        meta=workbook_metadata(council, title, on, voice),
        note=note,
        sheets=(_decisions(session, lens), _actions(session, lens)),
    )


def _decisions(session: Session, lens: Lens) -> Sheet:
    voice = lens.voice
    return Sheet(
        title=voice.word(_("Vedtak")),
        heading=voice.word(_("Vedtak og oppfølging")),
        columns=(
            voice.word(_("Sak")),
            voice.word(_("Møtedato")),
            voice.word(_("Møte")),
            voice.word(_("Organ")),
            voice.word(_("Tittel")),
            voice.word(_("Type")),
            voice.word(_("Beløp")),
            voice.word(_("Resultat")),
            voice.word(_("Vedtak")),
        ),
        kinds=("text", "date", "text", "text", "text", "text", "kroner", "text", "text"),
        widths=(12, 12, 14, 16, 48, 14, 16, 24, 80),
        rows=tuple(_decision(item, kept, lens) for item, kept in decided_items(session)),
    )


def _decision(item: AgendaItem, kept: Deliberation, lens: Lens) -> Row:
    case, voice = item.case, lens.voice
    assert case is not None
    assert kept.outcome is not None
    is_seen = lens.sees(case)
    return (
        _number(case, item.meeting.held_on),
        item.meeting.held_on,
        meeting_label(item.meeting),
        item.meeting.body.short_name,
        lens.case_title(case),
        voice.title_label("case_kind", case.kind),
        case.amount if is_seen else None,
        voice.title_label("outcome", kept.outcome),
        to_plain(from_json(kept.decision)) if is_seen else lens.marking(case.legal_basis),
    )


def _actions(session: Session, lens: Lens) -> Sheet:
    voice = lens.voice
    return Sheet(
        title=voice.word(_("Oppfølging")),
        heading=voice.word(_("Oppgaver etter vedtak")),
        columns=(
            voice.word(_("Sak")),
            voice.word(_("Tittel")),
            voice.word(_("Oppgave")),
            voice.word(_("Ansvarlig")),
            voice.word(_("Frist")),
            voice.word(_("Status")),
            voice.word(_("Avsluttet")),
        ),
        kinds=("text", "text", "text", "text", "date", "text", "date"),
        widths=(12, 44, 60, 30, 12, 12, 12),
        rows=tuple(_action(action, lens) for action in action_items(session)),
    )


def _action(action: ActionItem, lens: Lens) -> Row:
    case, meeting, voice = action.case, action.meeting, lens.voice
    is_seen = case is None or lens.sees(case)
    return (
        None if case is None else _number(case, case.created_on),
        _origin(case, meeting, lens),
        action.task if case is None or is_seen else lens.marking(case.legal_basis),
        action.responsible if is_seen else None,
        action.due_on,
        voice.title_label("action_status", action.status),
        action.closed_on,
    )


def _origin(case: Case | None, meeting: Meeting | None, lens: Lens) -> str:
    if case is not None:
        return lens.case_title(case)
    return "" if meeting is None else meeting_name(meeting)


def _number(case: Case, on: date) -> str | None:
    return case_number(case, rules_on(case.body, on))
