"""The words of cases: titles and briefs with every blank filled (R29)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.vocabulary import CaseKind, CaseStatus, Outcome
from app.i18n.formats import Formats
from app.services.demo.docket import CasePlan, MeetingPlan
from app.services.demo.facts import Facts
from app.services.demo.filling import Filler, Value, in_words
from app.services.demo.frame import Frame
from app.services.demo.setting import Setting
from app.services.demo.tasks import TaskPlan, open_sentence

SECTIONS = {
    "proposal": "proposal",
    "summary": "summary",
    "background": "background",
    "assessment": "assessment",
    "plan": "plan_assessment",
}
"""Our names of the texts, and the sections of the brief that they fill."""

BODY_NAMES = {"NR": "Næringsrådet", "RR": "Regionrådet"}
AGAIN = "Saken har vært oppe før{earlier}. Forholdene er endret, og den legges derfor fram på nytt."

_SKETCHED = ("proposal", "summary")
"""What a case has while it is only planned for a later meeting."""


class Wording:
    """Fills the texts of the docket's cases; the same case always gets the same words."""

    def __init__(
        self, frame: Frame, setting: Setting, facts: Facts, tasks: tuple[TaskPlan, ...]
    ) -> None:
        self._frame, self._setting, self._facts, self._tasks = frame, setting, facts, tasks
        self._formats = Formats("nb")
        self._drawn: dict[int, dict[str, int]] = {}

    def settle_titles(self) -> None:
        """Fill every title, so that reports can speak of each other's cases."""
        for case in self._facts.docket.cases:
            self._facts.titles[case.number] = self.fill(case, case.stage.title, "title")

    def title(self, case: CasePlan) -> str:
        """A case's title."""
        return self._facts.titles[case.number]

    def fill(
        self, case: CasePlan, text: str, key: str, values: Mapping[str, Value] | None = None
    ) -> str:
        """A text of `case` without blanks; `values` are those of one meeting's item."""
        origin = case.escalated_from or case
        drawn = self._drawn.setdefault(origin.number, {})
        dice = self._frame.dice
        filler = Filler(
            {**self._values(case), **(values or {})}, dice.of("drawn", origin.number), drawn
        )
        return filler.fill(text, dice.of("pick", origin.number, key))

    def brief(self, case: CasePlan) -> dict[str, str]:
        """The texts of the brief by section, as plain text with marks."""
        texts = {
            section: self.fill(case, case.stage.texts[key], key)
            for key, section in SECTIONS.items()
            if key in case.stage.texts and self._is_written(case, key)
        }
        is_told = case.kind in (CaseKind.INFORMATION, CaseKind.REPORTED)
        is_begun = case.status not in (CaseStatus.IDEA, CaseStatus.DRAFT)
        if "proposal" not in texts and is_told and is_begun:
            texts["proposal"] = self.noted(case)
        if case.escalated_from is not None:
            self._hand_over(case, texts)
        if case.repeat and case.matter.is_free and case.matter.begins_again_at is None:
            self._come_again(case, texts)
        return texts

    def proposal(self, case: CasePlan) -> str:
        """What the meeting is asked to decide."""
        return self.brief(case).get("proposal", "")

    def decision(self, case: CasePlan, outcome: Outcome | None) -> str:
        """The decision's words; empty where the outcome says it all."""
        if outcome is Outcome.CHANGED and "decision" in case.stage.texts:
            return self.fill(case, case.stage.texts["decision"], "decision")
        if outcome in (Outcome.AS_PROPOSED, Outcome.CHANGED):
            return self.proposal(case)
        if outcome is Outcome.NOTED:
            is_list = "proposal" in case.stage.texts and case.kind is not CaseKind.REPORTED
            return self.proposal(case) if is_list else self.noted(case)
        return ""

    def noted(self, case: CasePlan) -> str:
        """That the body takes note of a case."""
        return f"{BODY_NAMES[case.body]} tar saken til orientering."

    def _is_written(self, case: CasePlan, key: str) -> bool:
        """A case for a meeting after the coming one is only sketched."""
        if not case.items or case.items[-1].meeting.is_past:
            return True
        if case.items[-1].meeting.day.is_coming:
            return True
        return key == "proposal" or (key in _SKETCHED and "yearly" not in case.matter.meta)

    def _hand_over(self, case: CasePlan, texts: dict[str, str]) -> None:
        """What Næringsrådet recommended is what Regionrådet is asked to decide (R16)."""
        origin = case.escalated_from
        assert origin is not None
        decided = self.decision(origin, origin.outcome)
        if decided:
            texts["proposal"] = decided
        day = self._formats.date(origin.items[-1].meeting.day.on)
        if origin.case_number is None:
            told = f"Næringsrådet behandler saken {day} og gir sin innstilling."
        else:
            told = f"Næringsrådet behandlet saken {day} (sak {origin.label}) og ga sin innstilling."
        texts["background"] = "\n\n".join(filter(None, (told, texts.get("background", ""))))

    def _come_again(self, case: CasePlan, texts: dict[str, str]) -> None:
        earlier = case.previous
        if "background" not in texts or case.stage is not case.matter.stages[0]:
            return
        label = f" (sist i sak {earlier.label})" if earlier is not None and earlier.label else ""
        texts["background"] = f"{AGAIN.format(earlier=label)}\n\n{texts['background']}"

    def _values(self, case: CasePlan) -> dict[str, Value]:
        meeting = case.items[-1].meeting if case.items else None
        on = meeting.day.on if meeting is not None else case.created_on
        first = case.items[0].meeting.day.on if case.items else on
        amount, total = case.stage.amount, total_of(case)
        previous = case.previous
        numbered = previous is not None and previous.case_number is not None
        return {
            "amount": None if amount is None else self._formats.amount(amount),
            "total": None if total is None else self._formats.amount(total),
            "year": str(first.year),
            "next_year": str(first.year + 1),
            "after_next_year": str(first.year + 2),
            "last_year": str(first.year - 1),
            "previous": f"sak {previous.label}" if previous is not None and numbered else None,
            "month_ago": self._ago(previous),
            "granted": _granted(case),
            "count": in_words(len(self._setting.municipalities(on))),
            "speaker": "Ett av medlemmene",
            **self._yearly(first, meeting),
        }

    def _ago(self, previous: CasePlan | None) -> str:
        if previous is None or not previous.items:
            return "tidligere i år"
        return self._formats.day_month(previous.items[-1].meeting.day.on)

    def _yearly(self, on: date, meeting: MeetingPlan | None) -> dict[str, Value]:
        facts, amount, year = self._facts, self._formats.amount, on.year
        before_all = year == self._frame.first_year
        given, count, cases = self._before_all()

        def total(of: int, before: date | None = None) -> int:
            return sum(one.amount for one in facts.granted(of, before))

        return {
            "last_grants_sum": lambda: amount(given if before_all else total(year - 1)),
            "last_grants_count": lambda: in_words(
                count if before_all else len(facts.granted(year - 1))
            ),
            "last_grants_table": None
            if before_all
            else lambda: facts.grants_table(facts.granted(year - 1)),
            "last_area_table": None
            if before_all
            else lambda: facts.area_table(facts.granted(year - 1)),
            "last_meetings": lambda: in_words(
                6 if before_all else len(facts.meetings_in(year - 1))
            ),
            "last_cases": lambda: in_words(
                cases if before_all else sum(len(one.cases) for one in facts.meetings_in(year - 1))
            ),
            "last_frame": lambda: amount(facts.frame_of(year - 1)),
            "grants_sum": lambda: amount(total(year, on)),
            "grants_count": lambda: in_words(len(facts.granted(year, on))),
            "grants_table": lambda: facts.grants_table(facts.granted(year, on)),
            "frame": lambda: amount(facts.frame_of(year)),
            "next_frame": lambda: amount(facts.frame_of(year + 1)),
            "frames_table": lambda: facts.frames_table(year),
            "bound_sum": lambda: amount(facts.bound(year)),
            "plans_table": lambda: facts.plans_table(on),
            "plans_sentence": lambda: facts.plans_sentence(on),
            "open_tasks_sentence": lambda: open_sentence(self._tasks, on),
            "recent_sentence": lambda: facts.recent_sentence(meeting) if meeting else None,
            "recent_table": lambda: facts.recent_table(meeting) if meeting else None,
        }

    def _before_all(self) -> tuple[int, int, int]:
        """Kroner, grants and cases of the year before the first, which nothing else tells of."""
        chance = self._frame.dice.of("before all")
        return chance.randint(440, 520) * 10_000, chance.randint(15, 19), chance.randint(23, 28)


def _granted(case: CasePlan) -> str | None:
    """The latest case of the thread before this one in which money was given."""
    before = case.previous
    while before is not None and (before.kind is not CaseKind.DECISION or not before.stage.amount):
        before = before.previous
    if before is None or before.case_number is None:
        return None
    return f"sak {before.label}"


def total_of(case: CasePlan) -> int | None:
    """The whole budget: the council's own share and what others pay."""
    if case.stage.amount is None:
        return None
    return case.stage.amount + sum(share.amount for share in case.stage.shares)
