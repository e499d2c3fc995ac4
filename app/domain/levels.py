"""Which body decides a case, when, and why (R10–R16)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.vocabulary import Level, Occasion

_RANK = {Level.ADMINISTRATIVE: 0, Level.COUNCIL: 1, Level.REGIONAL: 2}


@dataclass(frozen=True, slots=True)
class Limits:
    """Highest amounts in whole kroner, both inclusive, as valid on one date (R10, R11, R15)."""

    administrative: int
    council: int

    def __post_init__(self) -> None:
        if not 0 <= self.administrative <= self.council:
            raise UserError(
                "limits_out_of_order", administrative=self.administrative, council=self.council
            )


@dataclass(frozen=True, slots=True)
class DatedLimits:
    """Limits and the first day that they are valid."""

    valid_from_on: date
    limits: Limits


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the level depends on; amounts are the council's own share in whole kroner.

    `amount` is `None` when the case is not about money. `raised_to` is the level that the
    consideration of a controversial case ended in (R14), `measure_total` the sum of all grants
    to the same measure, this one included (R16).
    """

    amount: int | None = None
    is_urgent: bool = False
    is_strategic: bool = False
    opens_new_area: bool = False
    is_controversial: bool = False
    controversy_assessment: str = ""
    raised_to: Level | None = None
    measure_total: int | None = None


@dataclass(frozen=True, slots=True)
class BodyNames:
    """What the council file calls the bodies that decide, for use in the reasons."""

    administrative: str = "administrasjonen"
    council: str = "Næringsrådet"
    regional: str = "Regionrådet"

    def of(self, level: Level) -> str:
        """The name of the body at `level`."""
        names = {
            Level.ADMINISTRATIVE: self.administrative,
            Level.COUNCIL: self.council,
            Level.REGIONAL: self.regional,
        }
        return names[level]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Who decides and when, why, what must be written down, and what to look out for.

    `floor` is the level that R10–R13 demand; `level` is above it only by R14 or by hand.
    """

    level: Level
    floor: Level
    occasion: Occasion
    reasons: tuple[Reason, ...]
    to_record: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()


NAMES = BodyNames()

_SAY_WHO = frozenset(
    (
        "no_amount",
        "within_council_limit",
        "not_urgent_within_limit",
        "urgent_within_limit",
        "urgent_needs_extra_meeting",
    )
)
"""Reasons that name the lowest body, and would gainsay that the case is decided in a higher."""


def limits_on(every: Iterable[DatedLimits], on: date) -> Limits:
    """The limits valid on `on`, so that an old case is judged by its day's; `UserError` if none."""
    begun = [dated for dated in every if dated.valid_from_on <= on]
    if not begun:
        raise UserError("no_limits_on", on=on)
    return max(begun, key=lambda dated: dated.valid_from_on).limits


def decision_level(case: CaseFacts, limits: Limits, names: BodyNames = NAMES) -> Ruling:
    """The lowest level that may decide `case`, with every reason for it (R10–R16).

    A case without an amount is the council's, urgent or not: only an amount within the limit can
    be decided administratively (R10), and an urgent one is warned about. A negative amount is a
    `UserError`.
    """
    if case.amount is not None and case.amount < 0:
        raise UserError("amount_negative", amount=case.amount)
    floor = _floor(case, limits)
    level = _raised(floor, case)
    return Ruling(
        level=level,
        floor=floor,
        occasion=_occasion(level, case),
        reasons=tuple(_reasons(case, limits, floor, level, names)),
        to_record=tuple(_to_record(case, level, names)),
        warnings=tuple(_warnings(case, limits, names)),
    )


def override(ruling: Ruling, wanted: Level, reason: str = "") -> Ruling:
    """The ruling at the level the user wants (R16).

    Upward is free. Downward needs a written reason and never goes below what R10–R13 demand:
    `UserError` otherwise.
    """
    if wanted is ruling.level:
        return ruling
    if _RANK[wanted] < _RANK[ruling.floor]:
        raise UserError("level_cannot_be_lowered", wanted=wanted.value, floor=ruling.floor.value)
    if _RANK[wanted] < _RANK[ruling.level]:
        if not reason.strip():
            raise UserError("lowering_needs_reason", wanted=wanted.value)
        note = Reason("level_lowered_by_hand", level=wanted.value, reason=reason.strip())
    elif reason.strip():
        note = Reason("level_raised_by_hand", level=wanted.value, reason=reason.strip())
    else:
        note = Reason("level_raised_without_reason", level=wanted.value)
    occasion = ruling.occasion
    if occasion is Occasion.BETWEEN_MEETINGS:
        occasion = Occasion.EXTRAORDINARY
    return replace(ruling, level=wanted, occasion=occasion, reasons=(*ruling.reasons, note))


def placed_in(
    body: Level | None, ruling: Ruling, case: CaseFacts, names: BodyNames = NAMES
) -> Ruling:
    """The ruling for a case that lies in a body at level `body`, where it is decided (R16).

    Upward is free, so a case may lie higher than the rules ask for; the reasons then say both. An
    urgent case of the council may still be decided administratively between its meetings (R10).
    """
    if body is None or is_at_least(ruling.level, body) or _is_between_meetings(body, ruling):
        return ruling
    lower, placed = names.of(ruling.level), names.of(body)
    if case.amount is None:
        why = Reason("placed_above", body=lower, placed=placed)
    else:
        why = Reason("placed_above_amount", body=lower, placed=placed, amount=case.amount)
    reasons = [why, *(reason for reason in ruling.reasons if reason.code not in _SAY_WHO)]
    occasion = _occasion(body, case)
    if occasion is Occasion.EXTRAORDINARY:
        reasons.append(Reason("urgent_needs_extra_meeting", body=placed))
    return replace(ruling, level=body, occasion=occasion, reasons=tuple(reasons))


def _is_between_meetings(body: Level, ruling: Ruling) -> bool:
    return body is Level.COUNCIL and ruling.level is Level.ADMINISTRATIVE


def is_at_least(level: Level, other: Level) -> bool:
    """Whether `level` is as high as `other`, or higher."""
    return _RANK[level] >= _RANK[other]


def _floor(case: CaseFacts, limits: Limits) -> Level:
    if case.is_strategic or case.opens_new_area:
        return Level.REGIONAL
    return _level_of_amount(case.amount, case.is_urgent, limits)


def _level_of_amount(amount: int | None, is_urgent: bool, limits: Limits) -> Level:
    if amount is None:
        return Level.COUNCIL
    if amount > limits.council:
        return Level.REGIONAL
    if is_urgent and amount <= limits.administrative:
        return Level.ADMINISTRATIVE
    return Level.COUNCIL


def _raised(floor: Level, case: CaseFacts) -> Level:
    """R14: the consideration of a controversial case can raise the level, never lower it."""
    if case.is_controversial and case.raised_to and _RANK[case.raised_to] > _RANK[floor]:
        return case.raised_to
    return floor


def _occasion(level: Level, case: CaseFacts) -> Occasion:
    if level is Level.ADMINISTRATIVE:
        return Occasion.BETWEEN_MEETINGS
    return Occasion.EXTRAORDINARY if case.is_urgent else Occasion.ORDINARY


def _reasons(
    case: CaseFacts, limits: Limits, floor: Level, level: Level, names: BodyNames
) -> Iterable[Reason]:
    body = names.of(floor)
    if case.is_strategic:
        yield Reason("strategic_choice", body=body)
    if case.opens_new_area:
        yield Reason("opens_new_area", body=body)
    if case.amount is None:
        if floor is Level.COUNCIL:
            yield Reason("no_amount", body=body)
    elif case.amount > limits.council:
        yield Reason("above_council_limit", body=body, amount=case.amount, limit=limits.council)
    elif floor is Level.ADMINISTRATIVE:
        yield Reason("urgent_within_limit", amount=case.amount, limit=limits.administrative)
    elif floor is Level.COUNCIL:
        yield _council_reason(case.amount, limits, body)
    if level is not floor:
        yield Reason("raised_as_controversial", body=names.of(level), floor=body)
    if _occasion(level, case) is Occasion.EXTRAORDINARY:
        yield Reason("urgent_needs_extra_meeting", body=names.of(level))


def _council_reason(amount: int, limits: Limits, body: str) -> Reason:
    if amount > limits.administrative:
        return Reason("within_council_limit", body=body, amount=amount, limit=limits.council)
    return Reason("not_urgent_within_limit", body=body, amount=amount, limit=limits.administrative)


def _to_record(case: CaseFacts, level: Level, names: BodyNames) -> Iterable[Reason]:
    if level is Level.ADMINISTRATIVE:
        yield Reason("inform_chair", body=names.council)
        yield Reason("report_at_next_meeting", body=names.council)
    if level is Level.REGIONAL:
        yield Reason("give_recommendation", body=names.council, to=names.regional)
    if case.is_controversial:
        yield Reason("write_down_consideration")


def _warnings(case: CaseFacts, limits: Limits, names: BodyNames) -> Iterable[Reason]:
    if case.is_controversial and not case.controversy_assessment.strip():
        yield Reason("consideration_missing")
    if case.is_urgent and case.amount is None:
        yield Reason("urgent_without_amount", limit=limits.administrative)
    if case.amount is None or case.measure_total is None:
        return
    alone = _level_of_amount(case.amount, case.is_urgent, limits)
    together = _level_of_amount(case.measure_total, case.is_urgent, limits)
    if _RANK[together] > _RANK[alone]:
        limit = limits.council if together is Level.REGIONAL else limits.administrative
        yield Reason(
            "grants_together_pass_limit",
            total=case.measure_total,
            limit=limit,
            body=names.of(together),
        )
