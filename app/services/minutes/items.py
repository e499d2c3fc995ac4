"""One item of the minutes: what was said, how it was voted, what was decided (R36–R40)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.documents.content import DataTable, MinutesItem
from app.domain.reasons import Reason
from app.domain.rich_text import EMPTY, RichText, from_json, from_plain
from app.domain.vocabulary import CaseKind, Outcome, VoteMethod
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import AgendaItem, BodyRules, Deliberation, Disqualification, Vote
from app.services.numbers import UNNUMBERED, case_number

_OUTCOME_SENTENCE = {
    Outcome.POSTPONED: "minutes_postponed",
    Outcome.WITHDRAWN: "minutes_withdrawn",
    Outcome.SENT_BACK: "minutes_sent_back",
    Outcome.NOTED: "minutes_noted",
    Outcome.NOT_REACHED: "minutes_not_reached",
    Outcome.REJECTED: "minutes_rejected",
}


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """Everything recorded of one item."""

    item: AgendaItem
    deliberation: Deliberation | None
    votes: Sequence[Vote]
    disqualified: Sequence[Disqualification]
    recommends_to: str
    """The body that a recommendation goes to, or empty."""


def minutes_item(record: ItemRecord, rules: BodyRules, voice: Voice) -> MinutesItem:
    """The item as the minutes say it."""
    item, kept = record.item, record.deliberation
    return MinutesItem(
        anchor=f"sak-{item.sort}",
        number=_case_number(item, rules) or "",
        title=item_title(item),
        kind=voice.title_label("case_kind", item.case.kind) if item.case else "",
        notes=tuple(voice.say(reason) for reason in _notes(record)),
        proposal_heading=_proposal_heading(item, voice),
        proposal=_proposal(item),
        deliberation_heading=voice.word(_("Behandling")),
        deliberation=from_json(kept.text) if kept else EMPTY,
        voting_heading=voice.word(_("Votering")),
        voting=tuple(voice.say(reason) for reason in _voting(record, voice)),
        ballots=_ballots(record.votes, voice),
        decision_heading=_decision_heading(record, voice),
        decision=_decision(record, voice),
    )


def item_title(item: AgendaItem) -> str:
    """The case's title, or the item's own."""
    return item.case.title if item.case is not None else item.title


def item_number(item: AgendaItem, rules: BodyRules) -> str:
    """The case's number, or a dash for what has none."""
    return _case_number(item, rules) or UNNUMBERED


def item_name(item: AgendaItem, rules: BodyRules, voice: Voice) -> str:
    """The item in running text: `sak NR 12/26`, or its title in quotes."""
    number = _case_number(item, rules)
    if number is not None:
        return voice.fill(_("sak {number}"), number=number)
    return f"«{item_title(item)}»"


def _case_number(item: AgendaItem, rules: BodyRules) -> str | None:
    return case_number(item.case, rules) if item.case is not None else None


def outcome_word(deliberation: Deliberation | None, voice: Voice) -> str:
    """The outcome in a word or two for the table of cases."""
    if deliberation is None or deliberation.outcome is None:
        return UNNUMBERED
    return voice.title_label("outcome", deliberation.outcome)


def _notes(record: ItemRecord) -> Iterable[Reason]:
    kept = record.deliberation
    if kept is not None and kept.presided_by is not None:
        yield Reason("minutes_presided", name=kept.presided_by.name)
    if kept is not None and kept.closed_on_basis is not None:
        basis = kept.closed_on_basis
        yield Reason("minutes_closed", act=basis.act, provision=basis.provision)
    for out in record.disqualified:
        name = out.attendance.person.name
        yield Reason("minutes_disqualified", name=name, basis=out.legal_basis)
        if out.deputy is not None:
            yield Reason("minutes_disqualified_deputy", deputy=out.deputy.person.name, name=name)


def _proposal(item: AgendaItem) -> RichText:
    if item.case is None:
        return EMPTY
    text = next((text.text for text in item.case.texts if text.key == "proposal"), None)
    return from_json(text) if text is not None else EMPTY


def _proposal_heading(item: AgendaItem, voice: Voice) -> str:
    is_recommendation = item.case is not None and item.case.kind is CaseKind.RECOMMENDATION
    return voice.label("brief_section", "recommendation" if is_recommendation else "proposal")


def _decision_heading(record: ItemRecord, voice: Voice) -> str:
    case = record.item.case
    if case is not None and case.kind is CaseKind.RECOMMENDATION:
        if record.recommends_to:
            return voice.fill(_("Innstilling til {body}"), body=record.recommends_to)
        return voice.word(_("Innstilling"))
    if record.item.meeting.body.level is None and case is None:
        return voice.word(_("Oppsummert"))
    return voice.word(_("Vedtak"))


def _decision(record: ItemRecord, voice: Voice) -> RichText:
    """The secretary's own words; without them, the standard sentence of the outcome (R39)."""
    kept = record.deliberation
    if kept is None:
        return EMPTY
    written = from_json(kept.decision)
    if written or kept.outcome not in _OUTCOME_SENTENCE:
        return written
    return from_plain(voice.say(Reason(_OUTCOME_SENTENCE[kept.outcome])))


def _voting(record: ItemRecord, voice: Voice) -> Iterable[Reason]:
    for vote in record.votes:
        subject = _subject(vote, record, voice)
        facts = {"votes_for": vote.votes_for, "votes_against": vote.votes_against}
        if vote.method is VoteMethod.SECRET:
            yield Reason("minutes_secret")
        if vote.is_adopted and not vote.votes_against and not vote.votes_blank:
            yield Reason("minutes_vote_unanimous", subject=subject)
        else:
            code = "minutes_vote_adopted" if vote.is_adopted else "minutes_vote_fell"
            yield Reason(f"{code}_tie" if vote.by_casting_vote else code, subject=subject, **facts)
        if vote.votes_blank:
            yield Reason("minutes_blank", n=vote.votes_blank)


def _subject(vote: Vote, record: ItemRecord, voice: Voice) -> str:
    if vote.subject and vote.proposed_by:
        return voice.fill(
            _("{subject} fra {proposer}"), subject=vote.subject, proposer=vote.proposed_by
        )
    if vote.subject:
        return vote.subject
    case = record.item.case
    if case is not None and case.kind is CaseKind.RECOMMENDATION:
        return voice.word(_("Innstillingen"))
    return voice.word(_("Forslaget"))


def _ballots(votes: Sequence[Vote], voice: Voice) -> DataTable | None:
    named = [vote for vote in votes if vote.ballots]
    if not named:
        return None
    return DataTable(
        heading=voice.word(_("Stemmegivning")),
        columns=(
            voice.word(_("Navn")),
            voice.word(_("Representerer")),
            *(_column(vote, len(named), voice) for vote in named),
        ),
        rows=tuple(_ballot_rows(named, voice)),
        shares=(40, 36, *(24 // len(named) or 1 for _vote in named)),
    )


def _column(vote: Vote, count: int, voice: Voice) -> str:
    if count == 1 or not vote.subject:
        return voice.word(_("Stemme"))
    return vote.subject


def _ballot_rows(votes: Sequence[Vote], voice: Voice) -> Iterable[tuple[str, ...]]:
    choices = [
        {
            ballot.attendance_id: voice.title_label("choice", ballot.choice)
            for ballot in vote.ballots
        }
        for vote in votes
    ]
    voters = {ballot.attendance_id: ballot.attendance for vote in votes for ballot in vote.ballots}
    for key, voter in voters.items():
        institution = voter.institution.name if voter.institution else ""
        yield (voter.person.name, institution, *(cast.get(key, UNNUMBERED) for cast in choices))
