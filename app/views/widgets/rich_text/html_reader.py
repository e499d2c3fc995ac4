"""HTML from anywhere, read into what a rich text can hold; nothing is fetched, run or opened.

The parser hands over one tag at a time and no tree is built, so that depth and size cost nothing
but the time of reading, which ends where more has come than may be pasted.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree

from app.domain.reasons import Reason
from app.domain.rich_text import MAX_LIST_DEPTH, Block, Picture, RichText, to_plain
from app.domain.rich_text_form import normalised
from app.views.widgets.rich_text import html_marks as marks
from app.views.widgets.rich_text.flow import Flow, Place
from app.views.widgets.rich_text.formats import PLAIN, Style
from app.views.widgets.rich_text.html_tables import TableMaker
from app.views.widgets.rich_text.limits import (
    BLOCK_WEIGHT,
    MAX_MARKUP,
    MAX_PICTURE_BYTES,
    MAX_PICTURES,
    MAX_WEIGHT,
    RUN_WEIGHT,
    limited,
)
from app.views.widgets.rich_text.reading import Reading

STEP = 30_000
"""Characters that the parser gets at a time."""
MAX_DEPTH = 200
"""Tags inside each other that are told apart; text below still counts."""

_PICTURE_DATA = re.compile(
    r"data:image/(?:png|jpe?g|gif|webp|bmp)(?:;[\w=-]+)*;base64,", re.IGNORECASE
)


def read_html(html: str) -> Reading:
    """Read `html`; safe in any thread, and long pages are read in one beside the window."""
    reader = _Reader()
    target = cast(Any, reader)  # the stubs ask for bytes, which a parser of text never sends
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True, huge_tree=True)
    # A parser that was given nothing at all complains of that.
    with suppress(etree.XMLSyntaxError):
        _feed(parser, html, reader)
    text, reasons = limited(normalised(RichText(tuple(reader.finish()))))
    kept = {each.sha256 for each in text.blocks if isinstance(each, Picture)}
    pictures = {sha256: data for sha256, data in reader.pictures.items() if sha256 in kept}
    if reader.is_full or len(html) > MAX_MARKUP:
        reasons = _with_cut(text, reasons)
    return Reading(text, pictures, (*reasons, *reader.reasons()))


def _feed(parser: etree.HTMLParser, html: str, reader: _Reader) -> None:
    """Give the parser its text until there is enough."""
    for start in range(0, min(len(html), MAX_MARKUP), STEP):
        part = html[start : start + STEP].replace("\0", "")
        parser.feed(part.encode("utf-8", "replace"))
        if reader.is_full:
            return
    parser.close()


def _with_cut(text: RichText, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons, with the one that tells that the text was cut."""
    if any(reason.code == "paste_text_cut" for reason in reasons):
        return reasons
    return (Reason("paste_text_cut", words=len(to_plain(text).split())), *reasons)


@dataclass(slots=True)
class _Open:
    """A tag that is open, and what held before it."""

    tag: str
    style: Style
    is_set: bool = False
    is_marker: bool = False
    shift: dict[int, int] | None = None
    before: tuple[int | None, Place | None] | None = None
    list_key: object = None


class _Reader:
    """Told of tags and text one after the other; keeps at most what may be pasted."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}
        self.is_full = False
        self._flows = [Flow()]
        self._tables: list[TableMaker] = []
        self._cells: list[TableMaker] = []
        self._lists: list[tuple[bool, object]] = []
        self._stack = [_Open("", PLAIN)]
        self._too_deep = 0
        self._skipping = 0
        self._weight = 0
        self._lost_pictures = 0
        self._reasons: list[Reason] = []

    # What the parser calls

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipping:
            self._skipping += 1
            return
        css = marks.declarations(attributes.get("style", ""))
        if tag == "img":
            self._picture(attributes, css)
        if marks.is_hidden(tag, attributes, css):
            self._skipping = 1
            return
        if len(self._stack) >= MAX_DEPTH:
            self._too_deep += 1
            return
        above = self._stack[-1]
        opened = _Open(
            tag,
            marks.styled(above.style, tag, attributes, css),
            is_set=tag == "pre" or _is_set(css.get("white-space"), above.is_set),
            is_marker=above.is_marker or marks.is_marker(css),
            shift=marks.SHIFTED.get(tag, above.shift),
        )
        self._stack.append(opened)
        if tag == "br":
            self._weigh(RUN_WEIGHT)
            self._flow.break_line(above.style)
        elif tag in marks.BLOCKS:
            self._begin_block(opened, attributes, css)

    def end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        if self._too_deep:
            self._too_deep -= 1
            return
        if len(self._stack) > 1:
            self._close(self._stack.pop())

    def data(self, text: str) -> None:
        if self._skipping or self.is_full:
            return
        opened = self._stack[-1]
        if opened.is_marker:
            if self._flow.place is not None:
                self._flow.place.marker += text[:20]
            return
        self._weigh(len(text) + (0 if text.isspace() else RUN_WEIGHT))
        shifted = text if opened.shift is None else text.translate(opened.shift)
        self._flow.add(shifted, opened.style, is_set=opened.is_set)

    def comment(self, text: str) -> None:
        """Comments say nothing to a reader."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nor do instructions to programs."""

    def close(self) -> None:
        """The parser is through."""

    # What the caller asks for

    def finish(self) -> list[Block]:
        """All that was read, with what was left open closed."""
        while len(self._stack) > 1:
            self._close(self._stack.pop())
        while self._tables:
            self._end_table()
        return self._flows[0].finished()

    def reasons(self) -> tuple[Reason, ...]:
        """What did not come along."""
        lost = self._lost_pictures
        left = [Reason("paste_pictures_left", pictures=lost)] if lost else []
        return (*dict.fromkeys(self._reasons), *left)

    # Blocks

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _begin_block(self, opened: _Open, attributes: dict[str, str], css: Any) -> None:
        flow, tag = self._flow, opened.tag
        flow.flush()
        self._weigh(BLOCK_WEIGHT)
        opened.before = (flow.heading, flow.place)
        if tag in ("ul", "ol"):
            self._lists.append((tag == "ol", object()))
        elif tag == "li":
            flow.place = self._item_place(attributes)
        elif tag == "table":
            self._begin_table(attributes)
        elif tag == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif tag in ("td", "th") and self._tables:
            self._end_cell()
            self._tables[-1].begin_cell(attributes, is_head=tag == "th" or self._is_in_head())
            self._cells.append(self._tables[-1])
            self._flows.append(Flow())
        elif (level := marks.heading_level(tag, attributes)) is not None:
            flow.heading = level
        elif point := marks.word_point(tag, attributes, css):
            is_loose = point.key == "loose"
            flow.place = Place(point.depth, False, point.key, is_loose)

    def _item_place(self, attributes: dict[str, str]) -> Place:
        ordered, key = self._lists[-1] if self._lists else (False, None)
        told = attributes.get("aria-level") or attributes.get("data-aria-level")
        depth = marks.depth(told) if told else min(max(len(self._lists), 1), MAX_LIST_DEPTH)
        # Word on the web wraps each point in a list of its own, and numbers the lists.
        return Place(depth, ordered, attributes.get("data-listid") or key)

    def _close(self, opened: _Open) -> None:
        if opened.before is None:
            return
        if opened.tag in ("td", "th"):
            self._end_cell()
        elif opened.tag == "table" and self._tables:
            self._end_table()
        else:
            self._flow.flush()
        if opened.tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._flow.heading, self._flow.place = opened.before

    def _weigh(self, weight: int) -> None:
        """Stop reading when there is far more than could be pasted."""
        self._weight += weight
        self.is_full = self._weight > 1.5 * MAX_WEIGHT

    # Tables

    def _begin_table(self, attributes: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].is_layout = True
        self._tables.append(TableMaker(attributes.get("role") in ("presentation", "none")))

    def _end_table(self) -> None:
        self._end_cell()
        table = self._tables.pop()
        self._flow.blocks.extend(table.blocks())
        if table.cut is not None:
            self._reasons.append(table.cut)
        if table.spans and not table.is_layout:
            self._reasons.append(Reason("paste_cells_split"))

    def _end_cell(self) -> None:
        """Close the cell of the innermost table, if one is open."""
        if self._tables and self._cells and self._cells[-1] is self._tables[-1]:
            self._cells.pop().end_cell(self._flows.pop().finished())

    def _is_in_head(self) -> bool:
        return any(opened.tag == "thead" for opened in self._stack[-4:])

    # Pictures

    def _picture(self, attributes: dict[str, str], css: Any) -> None:
        """Keep a picture that came along as data; count one that would have to be fetched."""
        if self._skipping or self.is_full or _is_speck(attributes, css):
            return
        source = attributes.get("src", "")
        found = _PICTURE_DATA.match(source)
        room = MAX_PICTURE_BYTES * 4 // 3
        if not found or len(source) > room or len(self.pictures) > MAX_PICTURES:
            self._lost_pictures += 1
            return
        try:
            data = base64.b64decode(source[found.end() :], validate=False)
        except (binascii.Error, ValueError):
            self._lost_pictures += 1
            return
        sha256 = hashlib.sha256(data).hexdigest()
        self.pictures[sha256] = data
        self._flow.flush()
        self._flow.blocks.append(Picture(sha256, attributes.get("alt", "")))


def _is_set(white_space: str | None, otherwise: bool) -> bool:
    return otherwise if white_space is None else white_space.startswith("pre")


def _is_speck(attributes: dict[str, str], css: Any) -> bool:
    """A picture that nobody was meant to see, such as those that count readers."""
    width = marks.number(css.get("width") or attributes.get("width"), 100)
    height = marks.number(css.get("height") or attributes.get("height"), 100)
    return min(width, height) <= 2 or css.get("display") == "none"
