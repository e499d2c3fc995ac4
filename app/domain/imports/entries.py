"""One row of a list as values, and what is decided about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.imports.fields import Field
from app.domain.reasons import Reason, Value
from app.domain.vocabulary import InstitutionKind, Sector


@dataclass(frozen=True, slots=True)
class DeputyEntry:
    """A deputy as a row names one; either may be empty."""

    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row by its number in the file; what is empty or None says nothing and changes nothing.

    `to_on` is the last day, inclusive. `troubles` are cells that could not be read.
    """

    row: int
    seat: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""
    is_acting: bool = False
    institution: str = ""
    short_name: str = ""
    kind: InstitutionKind | None = None
    sector: Sector | None = None
    place: str = ""
    from_on: date | None = None
    to_on: date | None = None
    successor: str = ""
    deputies: tuple[DeputyEntry, ...] = ()
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a row, and in which field where it is one field's fault."""

    field: Field | None
    reason: Reason


class RowWrong(Exception):
    """A row cannot be taken; caught where rows are decided on, one by one."""

    def __init__(self, in_field: Field | None, code: str, /, **params: Value) -> None:
        super().__init__(code)
        self.trouble = Trouble(in_field, Reason(code, **params))


class Outcome(StrEnum):
    """What a row would do to the council file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row with what it would do, whom and what it is about, and what is to be said of it."""

    row: int
    outcome: Outcome
    who: str
    where: str
    told: tuple[Reason, ...] = ()
    troubles: tuple[Trouble, ...] = ()


@dataclass(slots=True)
class Notes:
    """What is found out about one row while it is decided on."""

    told: list[Reason] = field(default_factory=list)
    is_new: bool = False
    is_person_new: bool = False
    is_changed: bool = False

    def change(self, of: Field, before: Value, after: Value) -> None:
        """Tell that a value will be another."""
        self.is_changed = True
        if not before and isinstance(after, str):
            if not self.is_person_new:  # of someone new, what there is goes without saying
                self.told.append(Reason("import_sets", field=of.value, after=after))
            return
        code = "import_changes"
        if of in (Field.FROM_ON, Field.TO_ON):
            code = "import_changes_date"
        elif of in (Field.KIND, Field.SECTOR):
            code = f"import_changes_{of}"
        self.told.append(Reason(code, field=of.value, before=before or None, after=after or None))

    def change_names(self, of: Field, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        """Tell that several names will be others."""
        self.is_changed = True
        if before:
            told = Reason("import_changes_names", field=of.value, before=before, after=after)
        else:
            told = Reason("import_sets_names", field=of.value, after=after)
        self.told.append(told)

    def remark(self, code: str, /, **params: Value) -> None:
        """Tell what is odd, or what else will be made."""
        self.told.append(Reason(code, **params))

    @property
    def outcome(self) -> Outcome:
        """New before changed before unchanged."""
        if self.is_new:
            return Outcome.NEW
        return Outcome.CHANGED if self.is_changed else Outcome.UNCHANGED
