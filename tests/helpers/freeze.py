"""`python -m tests.helpers.freeze`: writes down what must be opened for ever.

Version 1 of the schema from today's models, and a small file of the present version. Only until the
first release: from then on neither changes, and a change of the models is a migration of its own.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from app.models import Base
from app.store.dialect import table_statements
from tests.helpers.store import a_council_on_disk

V0001 = Path(__file__).resolve().parents[2] / "app" / "store" / "migrations" / "v0001"

FIRST_FILE = Path(__file__).resolve().parents[1] / "data" / "first-version.rundgang.gz"
"""Packed: an empty file has a page for each table and index, 400 kB in all."""

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
    freeze_schema()
    freeze_file()


def freeze_file() -> None:
    """A small council with three approvals, as the program writes it, packed."""
    with TemporaryDirectory() as folder:
        path = a_council_on_disk(Path(folder) / "first-version.rundgang", approvals=3)
        FIRST_FILE.write_bytes(gzip.compress(path.read_bytes(), mtime=0))


def freeze_schema() -> None:
    """The tables of version 1, one module a room."""
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
