"""What is new, changed or withdrawn on an agenda since it was published (R27)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from app.documents.content import CaseContent, Papers
from app.domain.vocabulary import Audience
from app.i18n.voice import Voice
from app.models import Meeting
from app.services.numbers import case_number
from app.services.papers.build import build_papers
from app.services.papers.published import published_papers
from app.services.papers.record import PUBLISHING
from app.store.queries.council import rules_on
from app.store.queries.log_lines import is_untouched_since


class Difference(StrEnum):
    """What became of a line since the agenda was published."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """One line that differs; `item_id` is None for one that is no longer on the agenda."""

    what: Difference
    item_id: int | None
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class AgendaDifference:
    """How the agenda differs from what the members were called with."""

    items: tuple[ItemDifference, ...] = ()
    is_reordered: bool = False
    facts: tuple[str, ...] = ()
    """Labels of what has changed about the meeting itself, such as "Sted"."""

    def __bool__(self) -> bool:
        return bool(self.items or self.is_reordered or self.facts)


NO_DIFFERENCE = AgendaDifference()


def difference(session: Session, meeting: Meeting, voice: Voice, today: date) -> AgendaDifference:
    """What the next version of the papers will say otherwise; nothing before the first one."""
    if meeting.agenda_version == 0 or _is_untouched(session, meeting):
        return NO_DIFFERENCE
    before = published_papers(session, meeting.id, Audience.MEMBERS)
    if before is None:
        return NO_DIFFERENCE
    now = build_papers(session, meeting.id, Audience.MEMBERS, voice, today)
    return AgendaDifference(
        items=(*_cases(before, now, meeting), *_lines(before, now, meeting)),
        is_reordered=_is_reordered(before, now),
        facts=tuple(_facts(before, now)),
    )


def _is_untouched(session: Session, meeting: Meeting) -> bool:
    """Spares the comparison, which is the slow part of showing an agenda."""
    cases = [item.case_id for item in meeting.items if item.case_id is not None]
    return is_untouched_since(session, PUBLISHING, meeting.id, cases)


def _cases(before: Papers, now: Papers, meeting: Meeting) -> Iterator[ItemDifference]:
    known = {case.number: _bare(case) for case in before.cases}
    items = [item for item in meeting.items if item.case is not None and not item.is_withdrawn]
    for item, case in zip(items, now.cases, strict=True):
        if case.number not in known:
            yield ItemDifference(Difference.NEW, item.id, case.number, case.title)
        elif known[case.number] != _bare(case):
            yield ItemDifference(Difference.CHANGED, item.id, case.number, case.title)
    yield from _withdrawn(before, now, meeting)


def _withdrawn(before: Papers, now: Papers, meeting: Meeting) -> Iterator[ItemDifference]:
    there = {case.number for case in now.cases}
    rules = rules_on(meeting.body, meeting.held_on)
    withdrawn = {
        case_number(item.case, rules): item.id
        for item in meeting.items
        if item.case is not None and item.is_withdrawn
    }
    for case in before.cases:
        if case.number not in there:
            item_id = withdrawn.get(case.number)
            yield ItemDifference(Difference.WITHDRAWN, item_id, case.number, case.title)


def _lines(before: Papers, now: Papers, meeting: Meeting) -> Iterator[ItemDifference]:
    """Standing items and headings, which have no numbers: told by their titles."""
    earlier, later = _titles(before), _titles(now)
    ids = {item.title: item.id for item in meeting.items if item.case is None}
    for title in later - earlier:
        yield ItemDifference(Difference.NEW, ids.get(title), "", title)
    for title in earlier - later:
        yield ItemDifference(Difference.WITHDRAWN, None, "", title)


def _titles(papers: Papers) -> Counter[str]:
    return Counter(row.title for row in papers.agenda.rows if not row.kind)


def _is_reordered(before: Papers, now: Papers) -> bool:
    earlier, later = _order(before), _order(now)
    both = set(earlier) & set(later)
    return [one for one in earlier if one in both] != [one for one in later if one in both]


def _order(papers: Papers) -> list[tuple[str, str]]:
    return [(row.number, "" if row.kind else row.title) for row in papers.agenda.rows]


def _facts(before: Papers, now: Papers) -> Iterable[str]:
    earlier = {fact.label: fact.value for fact in before.facts}
    later = {fact.label: fact.value for fact in now.facts}
    return (label for label in {**later, **earlier} if later.get(label) != earlier.get(label))


def _bare(case: CaseContent) -> CaseContent:
    """The brief without what follows from its place on the agenda and the meeting's day."""
    attachments = tuple(
        replace(attachment, number=0, label="", anchor="", stamp="")
        for attachment in case.attachments
    )
    return replace(case, anchor="", facts=(), attachments=attachments)
