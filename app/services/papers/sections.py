"""The headed parts of a brief in the body's own order, written and computed ones (R28, R29)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.documents.content import Section
from app.domain.levels import Ruling
from app.domain.rich_text import (
    EMPTY,
    Block,
    ListBlock,
    ListItem,
    Paragraph,
    RichText,
    Run,
    from_json,
)
from app.domain.vocabulary import CaseKind
from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.models import BriefSection, Case
from app.services.papers.finances import finance_blocks

ATTACHMENTS = "attachments"
PROPOSAL = "proposal"
WITH_LEVEL = (CaseKind.DECISION, CaseKind.RECOMMENDATION)


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """What a brief's computed sections are made of; `organisation` pays the case's own amount."""

    case: Case
    ruling: Ruling
    organisation: str
    voice: Voice


def brief_sections(sections: list[BriefSection], facts: BriefFacts) -> tuple[Section, ...]:
    """Every section that has something to say, in the body's order; attachments are no section."""
    texts = {text.key: from_json(text.text) for text in facts.case.texts}
    found = []
    for section in sections:
        if section.key == ATTACHMENTS:
            continue
        computed = computed_blocks(section, facts)
        body = RichText((*computed, *texts.get(section.key, EMPTY).blocks))
        if body:
            found.append(Section(section.key, heading(section, facts), body))
    return tuple(found)


def computed_blocks(section: BriefSection, facts: BriefFacts) -> tuple[Block, ...]:
    """What we write ourselves at the top of a section; nothing in most of them."""
    return _COMPUTED[section.key](facts) if section.key in _COMPUTED else ()


def attachments_heading(sections: list[BriefSection], voice: Voice) -> str:
    """What the body calls its attachments."""
    named = next((one.heading for one in sections if one.key == ATTACHMENTS), None)
    return named or voice.label("brief_section", ATTACHMENTS)


def heading(section: BriefSection, facts: BriefFacts) -> str:
    """What the section is headed; a proposal to another body is a recommendation (R12)."""
    if section.key == PROPOSAL and facts.case.kind is CaseKind.RECOMMENDATION:
        return facts.voice.label("brief_section", "recommendation")
    return facts.voice.word(section.heading)


def _plan(facts: BriefFacts) -> tuple[Block, ...]:
    if not facts.case.strategies:
        return ()
    one, many = (
        _("Saken følger opp denne strategien i næringsplanen:"),
        _("Saken følger opp disse strategiene i næringsplanen:"),
    )
    lead = facts.voice.word(one if len(facts.case.strategies) == 1 else many)
    items = tuple(
        ListItem((Run(strategy.number, bold=True), Run(f" {strategy.short_title}")))
        for strategy in facts.case.strategies
    )
    return Paragraph((Run(lead),)), ListBlock(False, items)


def _finances(facts: BriefFacts) -> tuple[Block, ...]:
    return finance_blocks(facts.case, facts.organisation, facts.voice)


def _level(facts: BriefFacts) -> tuple[Block, ...]:
    if facts.case.kind not in WITH_LEVEL:
        return ()
    said = [facts.voice.say(reason) for reason in facts.ruling.reasons]
    if facts.case.kind is CaseKind.RECOMMENDATION and facts.case.body.short_name:
        said.extend(
            facts.voice.say(reason)
            for reason in facts.ruling.to_record
            if reason.code == "give_recommendation"
        )
    if facts.case.controversy_assessment.strip():
        said.append(facts.case.controversy_assessment.strip())
    return (Paragraph((Run(" ".join(said)),)),)


_COMPUTED: dict[str, Callable[[BriefFacts], tuple[Block, ...]]] = {
    "plan_assessment": _plan,
    "finances": _finances,
    "decision_level": _level,
}
