"""Text as it comes out of HTML, gathered into blocks: white space, breaks, points, headings."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.domain.rich_text import Block, Heading, Paragraph, Run, merged
from app.views.widgets.rich_text.formats import Style
from app.views.widgets.rich_text.html_marks import counts, loose_marker
from app.views.widgets.rich_text.nesting import Point, nested

_SPACE = re.compile(r"[ \t\r\n\f]+")
_PADDING = re.compile(r"[ \u00a0]{2,}")
_EDGES = " \t\n\u00a0"


@dataclass(slots=True, eq=False)
class Place:
    """The point of a list that the text belongs to; `at` is where it stands among the blocks."""

    depth: int
    ordered: bool
    key: Hashable
    is_loose: bool = False
    marker: str = ""
    at: int | None = None


@dataclass(slots=True)
class Piece:
    """Text in one style; the parser hands it over in many small parts."""

    style: Style
    is_set: bool
    texts: list[str]

    def run(self) -> Run:
        """The text together, without padding of spaces that do not break."""
        text = "".join(self.texts)
        return Run(text if self.is_set else _PADDING.sub(" ", text), *self.style)


@dataclass(slots=True)
class Flow:
    """The blocks of a page or of one cell; the text of the open block gathers in `pieces`."""

    blocks: list[Block | Point] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    heading: int | None = None
    place: Place | None = None

    def add(self, text: str, style: Style, *, is_set: bool = False) -> None:
        """More text; unless it `is_set` as it stands, white space is one space or none."""
        if not is_set:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and self._ends_open():
                text = text[1:]
        if text:
            self._append(text, style, is_set)

    def break_line(self, style: Style) -> None:
        """A line break inside the block."""
        if self.pieces:
            texts = self.pieces[-1].texts
            texts[-1] = texts[-1].removesuffix(" ")
        self._append("\n", style, False)

    def flush(self) -> None:
        """Close the open block."""
        runs = trimmed(piece.run() for piece in self.pieces)
        self.pieces = []
        if not runs:
            return
        if self.place is not None:
            self._add_to_point(self.place, runs)
        elif self.heading is not None:
            plain = (replace(run, bold=False) for run in runs)
            self.blocks.append(Heading(self.heading, merged(plain)))
        else:
            self.blocks.extend(Paragraph(part) for part in _paragraphs(runs))

    def finished(self) -> list[Block]:
        """All blocks, the lists put together."""
        self.flush()
        return together(self.blocks)

    def _append(self, text: str, style: Style, is_set: bool) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last is not None and (last.style, last.is_set) == (style, is_set):
            last.texts.append(text)
        else:
            self.pieces.append(Piece(style, is_set, [text]))

    def _ends_open(self) -> bool:
        """Whether a space here would not be seen."""
        if not self.pieces:
            return True
        last = self.pieces[-1].texts[-1]
        return not last or last[-1] in _EDGES

    def _add_to_point(self, place: Place, runs: tuple[Run, ...]) -> None:
        if place.at is not None:
            point = self.blocks[place.at]
            assert isinstance(point, Point)
            self.blocks[place.at] = replace(point, runs=merged((*point.runs, Run("\n"), *runs)))
            return
        ordered, words = place.ordered, runs
        if place.marker:
            ordered = counts(place.marker)
        elif place.is_loose:
            found = loose_marker(runs[0].text)
            if found is None:
                self.blocks.append(Paragraph(runs))
                return
            marker, ordered = found
            words = trimmed((replace(runs[0], text=runs[0].text[len(marker) :]), *runs[1:]))
        place.at = len(self.blocks)
        self.blocks.append(Point(place.depth, ordered, (place.key, place.depth, ordered), words))


def together(blocks: Iterable[Block | Point]) -> list[Block]:
    """`blocks` with neighbouring points as lists."""
    ready: list[Block] = []
    points: list[Point] = []
    for block in blocks:
        if isinstance(block, Point):
            points.append(block)
            continue
        ready.extend(nested(points))
        points.clear()
        ready.append(block)
    ready.extend(nested(points))
    return ready


def trimmed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without white space at either end, joined where they are alike."""
    kept = list(runs)
    while kept and not kept[-1].text.strip(_EDGES):
        kept.pop()
    first = next((at for at, run in enumerate(kept) if run.text.strip(_EDGES)), len(kept))
    kept = kept[first:]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(_EDGES))
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(_EDGES))
    return merged(kept)


def _paragraphs(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """The runs parted where an empty line parts them."""
    part: list[Run] = []
    for run in merged(runs):
        for number, text in enumerate(re.split(r"\n{2,}", run.text)):
            if number:
                if words := trimmed(part):
                    yield words
                part = []
            part.append(replace(run, text=text))
    if words := trimmed(part):
        yield words
