"""Text with headings, lists, tables, links and pictures: one value, the same in every format.

Stored as versioned JSON. What it can hold is what a brief needs and what Word, PDF and the
window can all show alike; nothing else survives a paste.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from app.domain.errors import UserError

VERSION = 1
HEADING_LEVELS = (1, 2, 3)
MAX_LIST_DEPTH = 5
LINK_SCHEMES = ("https://", "http://", "mailto:")

_ALWAYS_CLEAN = re.compile(r"[\t\n -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
"""Letters and signs of European text, none of which `clean` ever changes: most text, found fast."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is an address, or None."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line feed inside a run is a line break."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section: level 1 is the highest that the section's own text may use."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list, with the lists below it."""

    runs: tuple[Run, ...]
    children: tuple[ListBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A numbered or a bulleted list; a numbered one starts at 1."""

    ordered: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `numeric` cells stand to the right."""

    runs: tuple[Run, ...]
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; with `header`, the first row is repeated on every page."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture kept in the file by its SHA-256, with a text for those who cannot see it.

    `width` is in percent of the text's width, 10 to 100.
    """

    sha256: str
    description: str
    width: int = 100


Block = Paragraph | Heading | ListBlock | Table | Picture


@dataclass(frozen=True, slots=True)
class RichText:
    """A sequence of blocks; the empty one is falsy."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return any(isinstance(block, Picture) or plain_block(block) for block in self.blocks)


EMPTY = RichText()


def from_plain(text: str) -> RichText:
    """Paragraphs from text where an empty line parts them."""
    parts = (part.strip() for part in text.replace("\r\n", "\n").split("\n\n"))
    return RichText(tuple(Paragraph((Run(part),)) for part in parts if part))


def to_plain(text: RichText) -> str:
    """The words alone, one line a block or list item, for search and comparison."""
    return "\n".join(line for block in text.blocks if (line := plain_block(block)))


def plain_block(block: Block) -> str:
    """The words of one block, without surrounding white space."""
    match block:
        case Paragraph(runs) | Heading(_, runs):
            words = "".join(run.text for run in runs)
        case ListBlock(_, items):
            words = "\n".join(_plain_item(item) for item in items)
        case Table(rows):
            words = "\n".join("\t".join(_plain_runs(cell.runs) for cell in row) for row in rows)
        case Picture(_, description):
            words = description
        case _:
            assert_never(block)
    return words.strip()


def pictures(text: RichText) -> Iterator[Picture]:
    """Every picture, in order."""
    return (block for block in text.blocks if isinstance(block, Picture))


def clean(text: str) -> str:
    """`text` in composed form without control, surrogate and private-use characters.

    Tab and line feed stay; carriage returns become line feeds. PDF/A and Word's XML both refuse
    the others, and they mean nothing to a reader.
    """
    if _ALWAYS_CLEAN.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(character for character in composed if _is_text(character))


def to_json(text: RichText) -> str:
    """The stored form; the same text gives the same characters."""
    value = {"v": VERSION, "blocks": [_block_out(block) for block in text.blocks]}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(stored: str) -> RichText:
    """The text that `to_json` wrote; raises `UserError` on anything else, or a newer version."""
    try:
        value = json.loads(stored)
        if value["v"] > VERSION:
            raise UserError("rich_text_newer", version=value["v"])
        return RichText(tuple(_block_in(block) for block in value["blocks"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("rich_text_unreadable", problem=str(error)) from error


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours in the same style joined, empty ones dropped."""
    result: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = result[-1] if result else None
        if last is not None and _style(last) == _style(run):
            result[-1] = Run(last.text + run.text, *_style(run))
        else:
            result.append(run)
    return tuple(result)


def _style(run: Run) -> tuple[bool, bool, bool, str | None]:
    return run.bold, run.italic, run.underline, run.link


def _plain_runs(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _plain_item(item: ListItem) -> str:
    below = [plain_block(child) for child in item.children]
    return "\n".join([_plain_runs(item.runs), *below])


def _is_text(character: str) -> bool:
    return character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs", "Co", "Cn")


def _runs_out(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [_run_out(run) for run in runs]


def _run_out(run: Run) -> dict[str, Any]:
    value: dict[str, Any] = {"text": run.text}
    value |= {name: True for name in ("bold", "italic", "underline") if getattr(run, name)}
    if run.link is not None:
        value["link"] = run.link
    return value


def _block_out(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(runs):
            return {"type": "paragraph", "runs": _runs_out(runs)}
        case Heading(level, runs):
            return {"type": "heading", "level": level, "runs": _runs_out(runs)}
        case ListBlock(ordered, items):
            return {"type": "list", "ordered": ordered, "items": [_item_out(i) for i in items]}
        case Table(rows, header):
            cells = [[_cell_out(cell) for cell in row] for row in rows]
            return {"type": "table", "header": header, "rows": cells}
        case Picture(sha256, description, width):
            return {
                "type": "picture",
                "sha256": sha256,
                "description": description,
                "width": width,
            }
        case _:
            assert_never(block)


def _item_out(item: ListItem) -> dict[str, Any]:
    value: dict[str, Any] = {"runs": _runs_out(item.runs)}
    if item.children:
        value["children"] = [_block_out(child) for child in item.children]
    return value


def _cell_out(cell: Cell) -> dict[str, Any]:
    value: dict[str, Any] = {"runs": _runs_out(cell.runs)}
    if cell.numeric:
        value["numeric"] = True
    return value


def _runs_in(values: list[dict[str, Any]]) -> tuple[Run, ...]:
    return tuple(_run_in(value) for value in values)


def _run_in(value: dict[str, Any]) -> Run:
    link = value.get("link")
    if link is not None and not str(link).startswith(LINK_SCHEMES):
        link = None
    return Run(
        str(value["text"]),
        bold=bool(value.get("bold")),
        italic=bool(value.get("italic")),
        underline=bool(value.get("underline")),
        link=link,
    )


def _block_in(value: dict[str, Any]) -> Block:
    match value["type"]:
        case "paragraph":
            return Paragraph(_runs_in(value["runs"]))
        case "heading":
            level = min(max(int(value["level"]), HEADING_LEVELS[0]), HEADING_LEVELS[-1])
            return Heading(level, _runs_in(value["runs"]))
        case "list":
            return _list_in(value, 1)
        case "table":
            rows = tuple(tuple(_cell_in(cell) for cell in row) for row in value["rows"])
            if len({len(row) for row in rows}) > 1:
                raise ValueError("rows of unequal length")
            return Table(rows, bool(value.get("header", True)))
        case "picture":
            width = min(max(int(value.get("width", 100)), 10), 100)
            return Picture(str(value["sha256"]), str(value["description"]), width)
        case unknown:
            raise ValueError(f"block of type {unknown!r}")


def _list_in(value: dict[str, Any], depth: int) -> ListBlock:
    if depth > MAX_LIST_DEPTH:
        raise ValueError("lists nested too deep")
    items = tuple(
        ListItem(
            _runs_in(item["runs"]),
            tuple(_list_in(child, depth + 1) for child in item.get("children", ())),
        )
        for item in value["items"]
    )
    return ListBlock(bool(value["ordered"]), items)


def _cell_in(value: dict[str, Any]) -> Cell:
    return Cell(_runs_in(value["runs"]), bool(value.get("numeric", False)))
