"""What a deed of the log was done to, and from what to what, as its line of history says it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.domain.reasons import Reason, Value
from app.i18n.sentences import sentences
from app.models import (
    AgendaItem,
    Attachment,
    Base,
    Case,
    CaseText,
    Financing,
    Institution,
    LogEntry,
    Person,
    WheelEntry,
)
from app.store.capture import RowChange, from_log

LONGEST_NAME = 60
"""Characters of a name in a line of history, and so in the menu."""

_MODELS: dict[str, type[Base]] = {
    model.__tablename__: model
    for model in (
        AgendaItem,
        Attachment,
        Case,
        CaseText,
        Financing,
        Institution,
        Person,
        WheelEntry,
    )
}

_NAMED = {
    "add_attachment": ("attachment", "file_name"),
    "rename_attachment": ("attachment", "title"),
    "set_attachment_neutral": ("attachment", "title"),
    "remove_attachment": ("attachment", "title"),
    "restore_attachment": ("attachment", "title"),
    "add_financing": ("financing", "source"),
    "set_financing": ("financing", "source"),
    "remove_financing": ("financing", "source"),
    "add_person": ("person", "name"),
    "edit_person": ("person", "name"),
    "delete_person": ("person", "name"),
    "restore_person": ("person", "name"),
    "add_institution": ("institution", "name"),
    "edit_institution": ("institution", "name"),
    "delete_institution": ("institution", "name"),
    "add_point": ("wheel_entry", "title"),
    "edit_point": ("wheel_entry", "title"),
    "end_point": ("wheel_entry", "title"),
    "delete_point": ("wheel_entry", "title"),
    "make_turn_case": ("cases", "title"),
}
"""A verb → the table and column of the name of what it was done to."""

_ITEMS = frozenset(
    {
        "add_case_to_agenda",
        "add_standing_item",
        "add_heading",
        "time_item",
        "present_item",
        "rename_item",
        "remove_item",
        "withdraw_item",
        "reinstate_item",
    }
)
"""Verbs on one line of an agenda."""

_FROM_TO = {
    "set_case_kind": ("cases", "kind"),
    "set_case_status": ("cases", "status"),
    "set_case_amount": ("cases", "amount"),
    "set_case_total": ("cases", "total"),
    "set_meeting_date": ("meeting", "held_on"),
    "move_meeting": ("meeting", "held_on"),
    "time_item": ("agenda_item", "minutes"),
}
"""A verb → the column whose value before and after its sentence tells."""

_PUBLICITY = {"set_case_exempt": "cases", "set_attachment_exempt": "attachment"}
_MOVES = {"move_item": "agenda_item", "move_attachment": "attachment"}


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb and the rows it changed."""

    session: Session
    verb: str
    rows: Sequence[RowChange]

    def row(self, table: str) -> RowChange | None:
        """The row of `table` that came or went, else the first that was changed.

        What comes or goes pushes others.
        """
        rows = [row for row in self.rows if row.table == table]
        came_or_went = [row for row in rows if row.before is None or row.after is None]
        return next(iter((*came_or_went, *rows)), None)

    def value(self, row: RowChange, column: str) -> Any:
        """The column as the deed left it, else as it was, else as it is by now."""
        for side in (row.after, row.before):
            if side is not None and column in side:
                return side[column]
        found = self.session.get(_MODELS[row.table], row.key["id"])
        return getattr(found, column, None)


def deed_words(session: Session, verb: str, entry: int) -> Reason:
    """`La ved «Prosjektplan.pdf»`; what the verb alone says where the rows do not tell more."""
    line = session.get_one(LogEntry, entry)
    deed = _Deed(session, verb, from_log(line.before, line.after))
    for say in _SAYING:
        said = say(deed)
        if said is not None:
            return said
    code = f"verb_{verb}"
    return Reason(code if code in sentences() else "verb_other")


def _papers(deed: _Deed) -> Reason | None:
    verb, _colon, audience = deed.verb.partition(": ")
    return Reason("deed_make_papers", audience=audience) if verb == "make_papers" else None


def _section(deed: _Deed) -> Reason | None:
    row = deed.row("case_text") if deed.verb == "write_section" else None
    if row is None:
        return None
    key = deed.value(row, "key")
    case = deed.session.get(Case, deed.value(row, "case_id") or 0)
    sections = case.body.sections if case is not None else ()
    heading = next((one.heading for one in sections if one.key == key), None)
    return _said("write_section", name=heading)


def _publicity(deed: _Deed) -> Reason | None:
    table = _PUBLICITY.get(deed.verb, "")
    row = deed.row(table)
    if row is None:
        return None
    after = row.after or {}
    name = deed.value(row, "title")
    if "is_exempt" not in after:
        return _said(f"{table}_basis", name=name)
    return _said(f"{table}_exempted" if after["is_exempt"] else f"{table}_opened", name=name)


def _moved(deed: _Deed) -> Reason | None:
    """Two that changed places, or the one that went furthest."""
    table = _MOVES.get(deed.verb, "")
    rows = [row for row in deed.rows if row.table == table and row.before and row.after]
    if not rows:
        return None
    if len(rows) == 2:
        one, other = (_title(deed, row) for row in rows)
        return _said(f"{deed.verb}_pair", name=one, other=other)
    return _said(deed.verb, name=_title(deed, max(rows, key=_distance)))


def _item(deed: _Deed) -> Reason | None:
    row = deed.row("agenda_item") if deed.verb in _ITEMS else None
    if row is None:
        return None
    return _said(deed.verb, name=_title(deed, row), **_change(deed))


def _named(deed: _Deed) -> Reason | None:
    table, column = _NAMED.get(deed.verb, ("", ""))
    row = deed.row(table)
    return None if row is None else _said(deed.verb, name=deed.value(row, column))


def _from_to(deed: _Deed) -> Reason | None:
    change = _change(deed)
    return _said(deed.verb, **change) if change else None


_SAYING: tuple[Callable[[_Deed], Reason | None], ...] = (
    _papers,
    _section,
    _publicity,
    _moved,
    _item,
    _named,
    _from_to,
)


def _change(deed: _Deed) -> dict[str, Value]:
    """The value before and after, where the verb's sentence tells them."""
    table, column = _FROM_TO.get(deed.verb, ("", ""))
    row = deed.row(table)
    before, after = (row.before, row.after) if row is not None else (None, None)
    if not before or not after or column not in after:
        return {}
    return {"before": _read(column, before[column]), "after": _read(column, after[column])}


def _read(column: str, value: Any) -> Value:
    return date.fromisoformat(value) if column == "held_on" else value


def _title(deed: _Deed, row: RowChange) -> Any:
    """What a line of the agenda is called: a case by its own title."""
    case_id = deed.value(row, "case_id") if row.table == "agenda_item" else None
    case = deed.session.get(Case, case_id) if case_id is not None else None
    return case.title if case is not None else deed.value(row, "title")


def _distance(row: RowChange) -> int:
    before, after = row.before or {}, row.after or {}
    return abs(int(after.get("sort", 0)) - int(before.get("sort", 0)))


def _said(name_of_deed: str, **facts: Value) -> Reason | None:
    """The deed's own sentence; None when a name is not known any more."""
    names: dict[str, Value] = {key: _short(facts[key]) for key in ("name", "other") if key in facts}
    if not all(names.values()):
        return None
    facts.update(names)
    return Reason(f"deed_{name_of_deed}", **facts)


def _short(name: Value) -> str:
    text = name if isinstance(name, str) else ""
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1].rstrip()}…"


def plain_change(row: LogEntry, shown: frozenset[str]) -> tuple[str | None, str | None]:
    """The value before and after, where the deed changed one plain value of one row."""
    before, after = json.loads(row.before), json.loads(row.after)
    if len(before) != 1 or len(after) != 1:
        return None, None
    names = [name for name in after[0]["values"] if name != "version"]
    if len(names) != 1 or names[0] not in shown:
        return None, None
    return _plain(before[0]["values"].get(names[0])), _plain(after[0]["values"][names[0]])


def _plain(value: object) -> str:
    return "" if value is None else str(value)
