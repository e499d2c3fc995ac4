"""The rules of dealing cases out: how many, in which order, and what becomes of them."""

from __future__ import annotations

from app.domain.vocabulary import CaseKind, CaseStatus, MeetingKind, Outcome
from app.services.demo.docket import CasePlan, ItemPlan, MeetingPlan
from app.services.demo.frame import Frame
from app.services.demo.library import Matter, matters

SLOTS = {1: 1, 2: 1, 3: 2, 4: 2, 5: 2, 6: 3, 7: 3, 8: 3, 9: 4, 10: 5, 11: 5, 12: 6}
"""Which of Næringsrådet's six meetings one in that month stands for."""

REGION_SLOTS = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2, 8: 3, 9: 3, 10: 3, 11: 4, 12: 4}
"""Which of Regionrådet's four meetings one in that month stands for."""

COUNCIL_CASES = 4
"""New cases in an ordinary meeting of Næringsrådet, at least."""
REGION_CASES = 6
EARLY_DAYS = 40
"""How much sooner than planned a thread's next case may come, when a meeting suits."""
MUCH_EARLIER_DAYS = 200
"""The same, when a meeting has room to spare."""
REST_YEARS = 10
"""How long before a thread may come up anew in another shape."""

UNDECIDED = (Outcome.POSTPONED, Outcome.SENT_BACK)
FINAL_STATUS = {
    CaseKind.DECISION: CaseStatus.DECIDED,
    CaseKind.ELECTION: CaseStatus.DECIDED,
    CaseKind.RECOMMENDATION: CaseStatus.RECOMMENDED,
    CaseKind.INFORMATION: CaseStatus.NOTED,
    CaseKind.REPORTED: CaseStatus.NOTED,
}
STATUS_OF = {
    Outcome.POSTPONED: CaseStatus.POSTPONED,
    Outcome.SENT_BACK: CaseStatus.SENT_BACK,
    Outcome.WITHDRAWN: CaseStatus.WITHDRAWN,
    Outcome.REJECTED: CaseStatus.DECIDED,
}


def in_turn(frame: Frame) -> list[Matter]:
    """The free threads in the order they are taken up.

    Those that come every year begin at once; those that nobody should miss come a third of the
    time until they are used up.
    """
    every = [matter for matter in matters() if matter.is_free]
    frame.dice.of("order").shuffle(every)
    early = [one for one in every if "early" in one.meta]
    sure = [one for one in every if "sure" in one.meta]
    rest = [one for one in every if one not in early and one not in sure]
    mixed: list[Matter] = []
    while rest or sure:
        mixed += [*sure[:1], *rest[:2]]
        sure, rest = sure[1:], rest[2:]
    return [*early, *mixed]


def outcome_of(case: CasePlan, item: ItemPlan) -> Outcome:
    """What the text says; a case that came back gets its final outcome."""
    told = case.stage.first_outcome
    if case.escalated_from is not None:
        told = None
    if told in UNDECIDED and item.is_again:
        told = Outcome(case.stage.meta["final"]) if "final" in case.stage.meta else None
    if told is not None:
        return told
    noted = case.kind in (CaseKind.INFORMATION, CaseKind.REPORTED)
    return Outcome.NOTED if noted else Outcome.AS_PROPOSED


def place_of(case: CasePlan) -> int:
    """Where in its thread a case stands, from 0."""
    return case.matter.stages.index(case.stage)


def order_of(matter: Matter, at: int) -> int:
    """Decisions before information, information before what is only reported."""
    order = list(CaseKind)
    return order.index(matter.stages[at].kind)


def distances(meetings: list[MeetingPlan]) -> dict[int, int]:
    """How many ordinary meetings of Næringsrådet each one lies before the coming one."""
    own = [
        one
        for one in meetings
        if one.day.body == "NR"
        and one.day.kind is MeetingKind.ORDINARY
        and not one.day.is_cancelled
    ]
    coming = next(place for place, one in enumerate(own) if one.day.is_coming)
    return {one.number: place - coming for place, one in enumerate(own)}
