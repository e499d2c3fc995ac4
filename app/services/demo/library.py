"""Reads the demo's texts: cases in threads, short phrases, and the insides of attachments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.domain.vocabulary import CaseKind, Outcome

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "demo"

_META = re.compile(r"([a-z_]+): *(.*)")
_SHARE = re.compile(r"(.+?) (\d+) (yes|no)")


@dataclass(frozen=True, slots=True)
class Share:
    """What another pays, in whole kroner."""

    source: str
    amount: int
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Task:
    """What follows from a decision: due after `days`; in the current year after `open_days`.

    `open_days` counts from the demo's today and marks a task that is still open.
    """

    text: str
    responsible: str
    days: int
    open_days: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One case of a thread, with its texts by section."""

    title: str
    meta: Mapping[str, str]
    texts: Mapping[str, str]

    @property
    def kind(self) -> CaseKind:
        """What the meeting is asked to do."""
        return CaseKind(self.meta["kind"])

    @property
    def amount(self) -> int | None:
        """The council's own share in whole kroner."""
        return int(self.meta["amount"]) if "amount" in self.meta else None

    @property
    def shares(self) -> tuple[Share, ...]:
        """What others pay."""
        given = filter(None, (part.strip() for part in self.meta.get("finance", "").split(";")))
        return tuple(_share(part) for part in given)

    @property
    def strategies(self) -> tuple[str, ...]:
        """The numbers of the strategies it serves."""
        return tuple(self.meta.get("strategies", "").split())

    @property
    def flags(self) -> frozenset[str]:
        """Urgent, strategic, new_area, controversial, exempt."""
        return frozenset(self.meta.get("flags", "").split())

    @property
    def attachments(self) -> tuple[str, ...]:
        """What goes with it; one that ends in an asterisk is exempt."""
        return tuple(self.meta.get("attach", "").split())

    @property
    def months_after(self) -> int:
        """How long after the case before it in the thread."""
        return int(self.meta.get("after", "0"))

    @property
    def months_again(self) -> int:
        """The same when the thread has begun again."""
        return int(self.meta.get("again", self.meta.get("after", "0")))

    @property
    def place(self) -> tuple[int, int] | None:
        """The meeting counted from the coming one, and the position among its new cases."""
        found = re.fullmatch(r"(-\d+) (\d+)", self.meta.get("place", ""))
        return (int(found[1]), int(found[2])) if found else None

    @property
    def first_outcome(self) -> Outcome | None:
        """What became of it at its first meeting, when that is said."""
        return Outcome(self.meta["outcome"]) if "outcome" in self.meta else None

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What is to be done afterwards."""
        lines = self.texts.get("tasks", "").splitlines()
        return tuple(_task(line) for line in lines if line.startswith("- "))


@dataclass(frozen=True, slots=True)
class Matter:
    """A thread of cases that belong together."""

    key: str
    meta: Mapping[str, str]
    stages: tuple[Stage, ...]

    @property
    def body(self) -> str:
        """The code of the body it comes before."""
        return self.meta.get("body", "NR")

    @property
    def is_free(self) -> bool:
        """Whether it may come up when there is room, and is not called for by anything else."""
        told = ("yearly", "coming", "queue", "occasion", "pinned")
        return not any(word in self.meta for word in told) and not any(
            stage.place for stage in self.stages
        )

    @property
    def begins_again_at(self) -> int | None:
        """The place in `stages` that it goes back to after the last, if it does."""
        return int(self.meta["loop"]) - 1 if "loop" in self.meta else None

    def is_open_in(self, year: int, month: int) -> bool:
        """Whether a new thread may begin in that month."""
        first, last = int(self.meta.get("from", "0")), int(self.meta.get("until", "9999"))
        return first <= year <= last and self.suits(month)

    def suits(self, month: int) -> bool:
        """Whether its cases may come up in that month."""
        if "months" not in self.meta:
            return True
        first, last = map(int, self.meta["months"].split())
        return first <= month <= last


@cache
def matters() -> tuple[Matter, ...]:
    """Every thread, in the order of the files."""
    files = sorted((FOLDER / "cases").glob("*.md"))
    return tuple(matter for file in files for matter in _matters(file.read_text("utf-8")))


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """Short texts by what they are for."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (FOLDER / "phrases.md").read_text("utf-8").splitlines():
        if line.startswith("# "):
            lines = found.setdefault(line[2:].strip(), [])
        elif line.startswith("- "):
            lines.append(line[2:].strip())
    return {name: tuple(texts) for name, texts in found.items()}


@cache
def documents(name: str) -> Mapping[str, str]:
    """The insides of the attachments called `name`, by title."""
    text = (FOLDER / "attachments" / f"{name}.md").read_text("utf-8")
    return {title: body for title, _, body in _parts(text.splitlines(), "# ")}


def _matters(text: str) -> Iterator[Matter]:
    for key, head, body in _parts(text.splitlines(), "# "):
        stages = tuple(_stage(title, part) for title, _, part in _parts(body.splitlines(), "## "))
        yield Matter(key, _meta(head), stages)


def _stage(title: str, text: str) -> Stage:
    lines = text.splitlines()
    before = lines[: _first(lines, "### ")]
    texts = {name: body.strip() for name, _, body in _parts(lines, "### ")}
    return Stage(title, _meta(before), texts)


def _parts(lines: list[str], mark: str) -> Iterator[tuple[str, list[str], str]]:
    """Each part that begins with `mark`: its title, the lines before any heading, and its text."""
    starts = [at for at, line in enumerate(lines) if line.startswith(mark)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        inside = lines[start + 1 : end]
        head = inside[: _first(inside, "#")]
        yield lines[start][len(mark) :].strip(), head, "\n".join(inside)


def _first(lines: list[str], mark: str) -> int:
    return next((at for at, line in enumerate(lines) if line.startswith(mark)), len(lines))


def _meta(lines: Iterable[str]) -> dict[str, str]:
    found = (_META.fullmatch(line.strip()) for line in lines)
    return {match[1]: match[2].strip() for match in found if match}


def _share(text: str) -> Share:
    found = _SHARE.fullmatch(text)
    if found is None:
        raise ValueError(f"not a share: {text!r}")
    return Share(found[1], int(found[2]), found[3] == "yes")


def _task(line: str) -> Task:
    text, responsible, when = (part.strip() for part in line[2:].split("|"))
    days, _, still_open = when.partition("open")
    open_days = int(still_open) if still_open else None
    return Task(text, responsible, int(days) if days.strip() else 60, open_days)
