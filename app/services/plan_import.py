"""Reading the official wording of the plan into the file's tree (R44)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.plain_text import plain_text
from app.domain.errors import UserError
from app.domain.plan_text import AreaText, GoalText, PlanText, StrategyText, read_plan
from app.models import Goal, Plan, Strategy, TargetArea
from app.services.changes import Changes, Kind, changed
from app.services.desk import Desk

SHORT_TITLE = 60
"""Characters of the wording that stand as title for what the file had no short title for."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was stored: how many wordings are new or changed."""

    wordings_changed: int
    changes: Changes


class PlanImport:
    """Reads a plan file, shows it, and stores it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, path: Path) -> PlanText:
        """The plan in the file at `path`; nothing is stored. `UserError` says why there is none."""
        return read_plan(plain_text(_bytes(path), path.name))

    def store(self, text: PlanText) -> Imported:
        """Fill the wording into the latest plan's tree by number; what it lacks is added.

        A council without a plan gets one that holds from today on. Strategies that the text does
        not have stay as they are, since cases may refer to them.
        """
        with self._desk.writing() as work:
            plan = _latest_plan(work.session) or self._new_plan(work.session)
            writer = _TreeWriter(work.session)
            writer.plan(plan, text)
            work.describe("import_plan", "plan", plan.id)
            work.commit()
            return Imported(writer.changed, changed(Kind.PLAN, plan.id))

    def _new_plan(self, session: Session) -> Plan:
        plan = Plan(
            title="Strategisk næringsplan",
            valid_from=self._desk.today(session),
            valid_to=None,
            overall_goal=None,
        )
        session.add(plan)
        session.flush()
        return plan


class _TreeWriter:
    """Writes a plan's wording into its rows, and counts what changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.changed = 0

    def plan(self, plan: Plan, text: PlanText) -> None:
        if text.overall_goal and plan.overall_goal != text.overall_goal:
            plan.overall_goal = text.overall_goal
            self.changed += 1
        goals = {goal.number: goal for area in plan.target_areas for goal in area.goals}
        for sort, area_text in enumerate(text.target_areas, start=1):
            known = next((goals[g.number] for g in area_text.goals if g.number in goals), None)
            area = self._area(plan, area_text, known, sort)
            for goal_text in area_text.goals:
                self._goal(area, goal_text, goals.get(goal_text.number))

    def _area(self, plan: Plan, text: AreaText, known: Goal | None, sort: int) -> TargetArea:
        if known is not None:
            area = self._session.get_one(TargetArea, known.target_area_id)
            area.title = text.title or area.title
            return area
        area = TargetArea(plan_id=plan.id, sort=len(plan.target_areas) + sort, title=text.title)
        self._session.add(area)
        self._session.flush()
        return area

    def _goal(self, area: TargetArea, text: GoalText, goal: Goal | None) -> None:
        if goal is None:
            goal = Goal(
                target_area_id=area.id,
                sort=int(text.number),
                number=text.number,
                short_title=_short(text.text),
                wording=None,
            )
            self._session.add(goal)
            self._session.flush()
        self._wording(goal, text.text)
        strategies = {strategy.number: strategy for strategy in goal.strategies}
        for sort, strategy_text in enumerate(text.strategies, start=1):
            self._strategy(goal, strategy_text, strategies.get(strategy_text.number), sort)

    def _strategy(
        self, goal: Goal, text: StrategyText, strategy: Strategy | None, sort: int
    ) -> None:
        if strategy is None:
            strategy = Strategy(
                goal_id=goal.id,
                sort=sort,
                number=text.number,
                short_title=_short(text.text),
                wording=None,
            )
            self._session.add(strategy)
        self._wording(strategy, text.text)

    def _wording(self, row: Goal | Strategy, text: str) -> None:
        if row.wording != text:
            row.wording = text
            self.changed += 1


def _latest_plan(session: Session) -> Plan | None:
    return session.scalars(select(Plan).order_by(Plan.valid_from.desc()).limit(1)).first()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("source_missing", file=path.name) from error
    except OSError as error:
        raise UserError("source_unreadable", file=path.name) from error


def _short(text: str) -> str:
    if len(text) <= SHORT_TITLE:
        return text
    return text[:SHORT_TITLE].rsplit(" ", 1)[0] + "…"
