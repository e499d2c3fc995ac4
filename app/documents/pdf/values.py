"""From content to the plain values that a typst template reads: nothing in them is markup."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from app.documents.jobs import BlobSource
from app.documents.pdf.glyphs import ReadyText
from app.documents.pictures import ReadyPicture, ready_picture
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.rich_text import (
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    merged,
)

MAX_PICTURE_SIDE = 2_000
"""Pixels across the text's width: about 330 dots per inch."""

_NARROWEST, _WIDEST = 5, 42
_TYPE_SIZES = ((84, 9.0), (110, 8.0), (140, 7.0))
_SMALLEST_TYPE = 6.0
_TALL_CELL = 1_500


class Values:
    """Turns content into plain values, gathers its pictures, and remembers what went wrong."""

    def __init__(self, blobs: BlobSource) -> None:
        self.files: dict[str, bytes] = {}
        self._blobs = blobs
        self._text = ReadyText()
        self._problems: list[Reason] = []

    @property
    def problems(self) -> tuple[Reason, ...]:
        """What the secretary should know of: characters and pictures that could not be shown."""
        return (*self._text.problems, *self._problems)

    def of(self, item: object) -> Any:
        """The plain value of a content object, of its parts, or of a tuple of them."""
        match item:
            case RichText():
                return self._blocks(item)
            case str():
                return self._text(item)
            case date():
                return item.isoformat()
            case tuple():
                return [self.of(part) for part in item]
            case _ if is_dataclass(item):
                return {field.name: self.of(getattr(item, field.name)) for field in fields(item)}
        return item

    def _blocks(self, text: RichText) -> list[dict[str, Any]]:
        values: list[dict[str, Any]] = []
        level = 0
        for block in text.blocks:
            match block:
                case Heading(wanted, runs):
                    # PDF/UA refuses an empty heading, and one that skips a level.
                    if said := self._runs(runs):
                        level = min(wanted, level + 1)
                        values.append({"type": "heading", "level": level, "runs": said})
                case Paragraph(runs):
                    if said := self._runs(runs):
                        values.append({"type": "paragraph", "runs": said})
                case ListBlock():
                    values.extend(self._list(block))
                case Table(rows, header) if rows and rows[0]:
                    values.append(self._table(rows, header))
                case Picture():
                    values.append(self._picture(block))
        return values

    def _runs(self, runs: Iterable[Run]) -> list[dict[str, Any]]:
        """The runs as values; none at all where there is nothing to read."""
        values = [
            {
                "text": self._text(run.text),
                "bold": run.bold,
                "italic": run.italic,
                "underline": run.underline,
                "link": run.link,
            }
            for run in merged(runs)
        ]
        return values if any(str(value["text"]).strip() for value in values) else []

    def _list(self, block: ListBlock) -> list[dict[str, Any]]:
        items = [item for item in map(self._item, block.items) if item is not None]
        return [{"type": "list", "ordered": block.ordered, "items": items}] if items else []

    def _item(self, item: ListItem) -> dict[str, Any] | None:
        runs = self._runs(item.runs)
        children = [value for child in item.children for value in self._list(child)]
        return {"runs": runs, "children": children} if runs or children else None

    def _table(self, rows: Sequence[Sequence[Cell]], header: bool) -> dict[str, Any]:
        lengths = [[sum(len(run.text) for run in cell.runs) for cell in row] for row in rows]
        widest = [max(column) for column in zip(*lengths, strict=True)]
        values = [
            [{"runs": self._runs(cell.runs), "numeric": cell.numeric} for cell in row]
            for row in rows
        ]
        body = rows[1:] if header else rows
        numeric = [bool(body) and all(row[x].numeric for row in body) for x in range(len(widest))]
        return {
            "type": "table",
            "header": header,
            "rows": values,
            "shares": _shares(widest, numeric),
            "size": _type_size(widest),
            "tall": max(widest) > _TALL_CELL,
        }

    def _picture(self, picture: Picture) -> dict[str, Any]:
        description = self._text(picture.description) or self._text(picture.sha256[:8])
        value: dict[str, Any] = {
            "type": "picture",
            "file": None,
            "description": description,
            "width": picture.width,
            "note": f"[{description}]",
        }
        try:
            ready = ready_picture(self._blobs.read(picture.sha256), MAX_PICTURE_SIDE)
        except UserError as error:
            cause = error.code
            self._problems.append(
                Reason("picture_left_out", description=picture.description, cause=cause)
            )
            return value
        value["file"] = self._kept(picture.sha256, ready)
        return value

    def _kept(self, sha256: str, ready: ReadyPicture) -> str:
        name = f"picture-{sha256}.svg"
        self.files[name] = _as_text(ready)
        return name


def _as_text(picture: ReadyPicture) -> bytes:
    """The picture inside an SVG: typst takes only text files from memory, and none from disk."""
    width, height = picture.width, picture.height
    kind = "jpeg" if picture.kind == "jpg" else picture.kind
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" preserveAspectRatio="none" '
        f'xlink:href="data:image/{kind};base64,{base64.b64encode(picture.data).decode()}"/></svg>'
    ).encode()


def _shares(widest: Sequence[int], numeric: Sequence[bool]) -> list[int | None]:
    """Shares of the width by the longest text of each column; figures take what they need."""
    shares = [min(max(length, _NARROWEST), _WIDEST) for length in widest]
    if all(numeric) or len(widest) > 8:
        return list(shares)
    return [None if is_number else share for share, is_number in zip(shares, numeric, strict=True)]


def _type_size(widest: Sequence[int]) -> float:
    """Points: smaller type for a table that is broader than the page."""
    breadth = sum(min(max(length, _NARROWEST), _WIDEST) + 2 for length in widest)
    return next((size for limit, size in _TYPE_SIZES if breadth <= limit), _SMALLEST_TYPE)
