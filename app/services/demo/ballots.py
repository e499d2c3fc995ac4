"""How each item was decided: who was out of it, who voted what (R35–R37)."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from app.domain.vocabulary import CaseKind, Choice, DecisionRule, Outcome, VoteMethod
from app.services.demo.docket import CasePlan, ItemPlan
from app.services.demo.frame import Frame
from app.services.demo.roll import SEAT_OF, AttendancePlan, Doorkeeper, Roll
from app.services.demo.setting import Setting

DISQUALIFIED_BY = ("koml-11-10", "koml92-40-3", "fvl-6-1")
"""Provisions on being disqualified, the one that was valid that day first."""

ALTERNATIVE = "Det alternative forslaget"
MAIN = "Forslaget i saksframlegget"

_DECIDED = (Outcome.AS_PROPOSED, Outcome.CHANGED, Outcome.REJECTED)
_PUT_TO_VOTE = (CaseKind.DECISION, CaseKind.RECOMMENDATION, CaseKind.ELECTION)


@dataclass(slots=True, eq=False, repr=False)
class VotePlan:
    """One vote at an item."""

    item: ItemPlan
    sort: int
    method: VoteMethod
    in_favour: int
    against: int = 0
    blank: int = 0
    subject: str = ""
    proposed_by: str = ""
    by_casting_vote: bool = False
    is_adopted: bool = True
    ballots: list[tuple[AttendancePlan, Choice]] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class OutPlan:
    """Someone disqualified from an item, and the deputy who stepped in."""

    item: ItemPlan
    line: AttendancePlan
    reason: str
    legal_basis: str
    deputy: AttendancePlan | None = None


@dataclass(slots=True)
class Decided:
    """What was recorded of one item beside its words."""

    votes: list[VotePlan] = field(default_factory=list)
    out: list[OutPlan] = field(default_factory=list)
    presiding: AttendancePlan | None = None
    """Only when another than the meeting's presides at this item."""
    speaker: AttendancePlan | None = None
    proposer: AttendancePlan | None = None


class Teller:
    """Draws votes that add up, among those who may vote at the item."""

    def __init__(self, frame: Frame, setting: Setting, door: Doorkeeper) -> None:
        self._frame, self._setting, self._door = frame, setting, door

    def decide(self, item: ItemPlan, roll: Roll) -> Decided:
        """Who was out of an item, and how it was voted on."""
        found = Decided()
        case = item.case
        chance = self._frame.dice.of("vote", item.meeting.day.body, item.meeting.day.on, item.sort)
        if case is not None:
            found.out = list(self._out(item, case, roll))
        able = _able(item, roll, found)
        if found.out and found.out[0].line is roll.presiding:
            found.presiding = next(one for one in able if one is not found.out[0].deputy)
        found.speaker = _speaker(able, chance)
        if case is not None and item.outcome in _DECIDED and case.kind in _PUT_TO_VOTE:
            found.votes = list(self._votes(item, case, able, found, roll, chance))
        return found

    def _out(self, item: ItemPlan, case: CasePlan, roll: Roll) -> list[OutPlan]:
        name = case.stage.meta.get("disqualified", "")
        if not name or item.meeting.day.body != "NR":
            return []
        line = next(
            (
                one
                for one in roll.voters_at(item)
                if one.term is not None and one.term.seat == SEAT_OF[name]
            ),
            None,
        )
        if line is None:
            return []
        out = OutPlan(item, line, f"{name} er part i saken.", self._basis(item))
        if case.stage.meta.get("deputy") != "no" and line.reason == "":
            out.deputy = self._deputy(item, line, roll)
        return [out]

    def _deputy(self, item: ItemPlan, line: AttendancePlan, roll: Roll) -> AttendancePlan | None:
        """A deputy called for this item alone (R33)."""
        deputy = self._door.deputy_for(item.meeting, line)
        if deputy is None or any(deputy.person is other.person for other in roll.lines):
            return None
        after = [one for one in item.meeting.items if one.sort > item.sort]
        deputy.arrives_at, deputy.leaves_at = item, after[0] if after else None
        deputy.reason = "Medlemmet var inhabilt i saken"
        roll.lines.append(deputy)
        return deputy

    def _basis(self, item: ItemPlan) -> str:
        on = item.meeting.day.on
        valid = {
            basis.code: f"{basis.act} {basis.provision}"
            for basis in self._setting.profile.legal_bases
            if basis.holds_on(on)
        }
        return next(valid[code] for code in DISQUALIFIED_BY if code in valid)

    def _votes(
        self,
        item: ItemPlan,
        case: CasePlan,
        able: list[AttendancePlan],
        found: Decided,
        roll: Roll,
        chance: Random,
    ) -> list[VotePlan]:
        told = case.stage.meta.get("vote", "unanimous")
        is_consensus = (
            self._setting.body(item.meeting.day.body).rules_on(item.meeting.day.on).decision_rule
            is DecisionRule.CONSENSUS
        )
        if is_consensus:
            return _by_consensus(item, case, able)
        how, _, rest = told.partition(" ")
        presiding = found.presiding or roll.presiding
        if how == "casting":
            return [_casting(item, able, presiding, chance)]
        if item.outcome is Outcome.REJECTED:
            return [VotePlan(item, 1, VoteMethod.TOTALS, 2, len(able) - 2, is_adopted=False)]
        against = min(int(rest), (len(able) - 1) // 2) if rest.isdigit() else 0
        if how == "by_name" and against:
            return [_by_name(item, able, against, presiding, chance)]
        if how == "totals" and against:
            return [VotePlan(item, 1, VoteMethod.TOTALS, len(able) - against, against)]
        if how == "alternative" and against:
            found.proposer = _proposer(case, able, found)
            return self._alternatives(item, len(able), against, found.proposer)
        return [VotePlan(item, 1, VoteMethod.UNANIMOUS, len(able))]

    def _alternatives(
        self, item: ItemPlan, voters: int, against: int, proposer: AttendancePlan | None
    ) -> list[VotePlan]:
        """Two proposals set against each other, the one that fell first."""
        name = self._setting.spec(proposer.institution).name if proposer else ""
        fallen = VotePlan(
            item,
            1,
            VoteMethod.TOTALS,
            against,
            voters - against,
            subject=ALTERNATIVE,
            proposed_by=name,
            is_adopted=False,
        )
        taken = VotePlan(item, 2, VoteMethod.TOTALS, voters - against, against, subject=MAIN)
        return [fallen, taken]


def _able(item: ItemPlan, roll: Roll, found: Decided) -> list[AttendancePlan]:
    """Those who may vote at an item: present, with a vote, and not disqualified."""
    out = {id(one.line) for one in found.out}
    able = [one for one in roll.voters_at(item) if id(one) not in out]
    able += [one.deputy for one in found.out if one.deputy is not None and one.deputy not in able]
    return sorted(able, key=lambda one: one.term.seat if one.term else 0)


def _speaker(able: list[AttendancePlan], chance: Random) -> AttendancePlan | None:
    """Someone from a municipality who says something."""
    from_there = [one for one in able if one.term and one.term.office in ("chief", "mayor")]
    return chance.choice(from_there) if from_there else None


def _proposer(case: CasePlan, able: list[AttendancePlan], found: Decided) -> AttendancePlan | None:
    if case.stage.meta.get("proposer") == "county":
        county = SEAT_OF["ylkeskommunen"]
        return next((one for one in able if one.term and one.term.seat == county), None)
    return found.speaker


def _by_consensus(item: ItemPlan, case: CasePlan, able: list[AttendancePlan]) -> list[VotePlan]:
    """One who reserves against a decision does not stop it, and is counted as blank (R36)."""
    if item.outcome is Outcome.REJECTED:
        return [VotePlan(item, 1, VoteMethod.TOTALS, 0, len(able), is_adopted=False)]
    text = case.stage.texts.get("regional" if case.escalated_from else "deliberation", "")
    reserved = 1 if "reserverte seg" in text else 0
    method = VoteMethod.TOTALS if reserved else VoteMethod.UNANIMOUS
    return [VotePlan(item, 1, method, len(able) - reserved, blank=reserved)]


def _by_name(
    item: ItemPlan,
    able: list[AttendancePlan],
    against: int,
    presiding: AttendancePlan | None,
    chance: Random,
) -> VotePlan:
    others = [one for one in able if one is not presiding]
    opposed = chance.sample(others, against)
    ballots = [(one, Choice.AGAINST if one in opposed else Choice.FOR) for one in able]
    return VotePlan(item, 1, VoteMethod.BY_NAME, len(able) - against, against, ballots=ballots)


def _casting(
    item: ItemPlan,
    able: list[AttendancePlan],
    presiding: AttendancePlan | None,
    chance: Random,
) -> VotePlan:
    """A tie that the vote of the one who presides settles; an odd one out votes blank."""
    others = [one for one in able if one is not presiding]
    chance.shuffle(others)
    is_odd = len(able) % 2 == 1
    blank = others[:1] if is_odd else []
    rest = others[len(blank) :]
    each = (len(able) - len(blank)) // 2
    opposed = rest[:each]
    choices = {id(one): Choice.AGAINST for one in opposed} | {
        id(one): Choice.BLANK for one in blank
    }
    ballots = [(one, choices.get(id(one), Choice.FOR)) for one in able]
    return VotePlan(
        item,
        1,
        VoteMethod.BY_NAME,
        len(able) - len(blank) - each,
        each,
        len(blank),
        by_casting_vote=True,
        ballots=ballots,
    )
