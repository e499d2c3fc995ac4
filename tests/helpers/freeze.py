"""`python -m tests.helpers.freeze`: writes version 1 of the schema down from today's models.

Only until the first version is out: from then on what it wrote never changes, and a change of the
models is a migration of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from app.models import Base
from app.store.dialect import table_statements

V0001 = Path(__file__).resolve().parents[2] / "app" / "store" / "migrations" / "v0001"

ADDED_LATER = frozenset({"log_entry", "draft"})
"""Tables that version 2 makes."""

COLUMNS_ADDED_LATER = {"meeting": ("actual_start", "actual_end")}

TITLES = {
    "council": "The council, its bodies and their settings",
    "plan": "The plan's tree",
    "roster": "Institutions, people, seats and terms",
    "cases": "Cases with their texts, financing and attachments",
    "meetings": "Meetings and agendas",
    "minutes": "What happened in meetings, and approvals",
    "file": "The blobs",
}


def main() -> None:
    rooms = defaultdict(list)
    for statement in table_statements():
        table = re.search(r'(?:CREATE TABLE|INDEX \w+ ON) "?(\w+)', statement)
        assert table is not None
        if table[1] not in ADDED_LATER:
            rooms[_room(table[1])].append(_as_of_version_1(table[1], statement))
    for room, statements in rooms.items():
        body = "\n".join(f'    """\n{statement}\n""",' for statement in statements)
        (V0001 / f"{room}.py").write_text(
            f'"""{TITLES[room]}, as version 1 had them; never changed."""\n\n'
            f"from __future__ import annotations\n\nSTATEMENTS = (\n{body}\n)\n",
            encoding="utf-8",
        )


def _room(table: str) -> str:
    """The module of the models that maps `table`."""
    for mapper in Base.registry.mappers:
        if mapper.local_table is Base.metadata.tables[table]:
            return mapper.class_.__module__.rpartition(".")[2]
    raise LookupError(table)


def _as_of_version_1(table: str, statement: str) -> str:
    lines = [line.strip() for line in statement.splitlines()]
    for column in COLUMNS_ADDED_LATER.get(table, ()):
        lines = [
            line for line in lines if not re.match(rf"{column} |CONSTRAINT \w+{column}_", line)
        ]
    text = "\n".join(_folded(line) for line in lines if line)
    return re.sub(r",\s*\n\)", "\n)", text)


def _folded(line: str) -> str:
    """A line that fits the house's width."""
    if len(line) <= 96:
        return line
    cut = line.rfind(" ", 0, 96)
    return f"{line[:cut]}\n{_folded(line[cut + 1 :])}"


if __name__ == "__main__":
    main()
