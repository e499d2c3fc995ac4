"""What is to be done after a decision, and what became of it (R43)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.vocabulary import ActionStatus, CaseKind, Outcome
from app.services.demo.docket import CasePlan, Docket
from app.services.demo.filling import capital, in_words
from app.services.demo.frame import Frame
from app.services.demo.library import Task

CURRENT_MEETINGS = 3
"""Tasks that are marked as open are so when they come from one of the latest meetings."""


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """A task that follows from a case."""

    case: CasePlan
    task: Task
    begun_on: date
    due_on: date
    status: ActionStatus
    closed_on: date | None

    def is_open_on(self, on: date) -> bool:
        """Whether it was still to be done on a day."""
        return self.begun_on < on and (self.closed_on is None or self.closed_on >= on)


def task_plans(docket: Docket, frame: Frame) -> tuple[TaskPlan, ...]:
    """Every task in the order of its decision; only those marked so are still open."""
    current = [one for one in docket.of("NR") if one.is_past][-CURRENT_MEETINGS:]
    found = [
        plan
        for case in docket.cases
        for plan in _of_case(case, frame, case.items[0].meeting in current if case.items else False)
    ]
    return tuple(sorted(found, key=lambda one: (one.begun_on, one.case.number)))


def _of_case(case: CasePlan, frame: Frame, is_current: bool) -> Iterator[TaskPlan]:
    on = case.decided_on
    is_adopted = case.outcome in (Outcome.AS_PROPOSED, Outcome.CHANGED, Outcome.NOTED)
    rejected_too = case.outcome is Outcome.REJECTED
    if on is None or not (is_adopted or rejected_too) or case.escalated_from is not None:
        return
    for place, task in enumerate(case.stage.tasks or _promise(case)):
        chance = frame.dice.of("task", case.label, place)
        if task.open_days is not None and is_current:
            due_on = frame.today + timedelta(days=task.open_days)
            yield TaskPlan(case, task, on, due_on, ActionStatus.OPEN, None)
            continue
        due_on = on + timedelta(days=task.days)
        closed_on = due_on + timedelta(days=chance.randint(-15, 25))
        latest = frame.today - timedelta(days=chance.randint(3, 9))
        closed_on = max(on + timedelta(days=1), min(closed_on, latest))
        dropped = chance.random() < 0.05
        status = ActionStatus.DROPPED if dropped else ActionStatus.DONE
        yield TaskPlan(case, task, on, due_on, status, closed_on)


def _promise(case: CasePlan) -> tuple[Task, ...]:
    """A grant that has no other task is followed by the letter that offers it (R47)."""
    is_grant = case.kind is CaseKind.DECISION and case.stage.amount and case.body == "NR"
    if not is_grant or case.outcome is Outcome.REJECTED:
        return ()
    return (Task("Sende tilsagn med vilkår til mottakeren", "Sekretariatet", 21),)


def open_sentence(plans: tuple[TaskPlan, ...], on: date) -> str:
    """How many tasks are open on a day, and how many are done since half a year."""
    count = sum(one.is_open_on(on) for one in plans)
    since = on - timedelta(days=120)
    done = sum(one.closed_on is not None and since <= one.closed_on < on for one in plans)
    many = f"{capital(in_words(count))} oppgaver er åpne"
    first = "Én oppgave er åpen" if count == 1 else many
    if not done:
        return f"{first}."
    return f"{first}, og {in_words(done)} er avsluttet de siste månedene."
