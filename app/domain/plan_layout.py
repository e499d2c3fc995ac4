"""Plain text as it comes out of a PDF or Word file, made into one run with its breaks marked.

A break is kept as one character, so that what reads the text can tell a wrapped line from a new
paragraph: files differ in how they show it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

LINE = "\x1f"
"""A line or page ends here; the sentence may go on."""

GAP = "\x1d"
"""Three spaces or more, where a file runs its lines together."""

PARAGRAPH = "\x1e"
"""An empty line."""

WIDE = "\x1c"
"""Two spaces: often the end of a line that was run together with the next."""

BREAKS = LINE + GAP + PARAGRAPH + WIDE

_UNSEEN = re.compile("[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_NEWLINE = re.compile("\r\n|[\r\v\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
_PAGE_NUMBER = re.compile(r"(?:side\s+)?\d{1,3}(?:\s*(?:av|/)\s*\d{1,3})?", re.IGNORECASE)
_ITEM = re.compile(
    r"(?:overordne|målområde|(?:\d+\.?\s*)?delmål|strategi(?:er)?\s*:|\d+\.\d)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…][)»”\"']*$")


def marked(text: str) -> str:
    """`text` with single spaces and its breaks as marks, without page headers and page numbers."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", _NEWLINE.sub("\n", text)))
    text = _CONTROL.sub(" ", text)
    pages = [page.split("\n") for page in text.split("\f")]
    repeated = _repeated(pages)
    lines = [line for page in pages for line in _without(page, repeated)]
    run = re.sub(r"\n(?:[^\S\n]*\n)+", PARAGRAPH, "\n".join(lines)).replace("\t", "  ")
    run = re.sub(r"[^\S\n\x1c-\x1f]{3,}", GAP, run)
    run = re.sub(r"[^\S\n\x1c-\x1f]{2}", WIDE, run).replace("\n", LINE)
    run = re.sub(r"[^\S\x1c-\x1f]", " ", run)
    return re.sub(rf" ?[{BREAKS}][ {BREAKS}]*", _strongest, run)


def ends_sentence(text: str) -> bool:
    """Whether a sentence is over at the end of `text`."""
    return _SENTENCE_END.search(text.rstrip()) is not None


def continues(text: str) -> bool:
    """Whether `text` begins in the middle of a sentence."""
    return text[:1].islower()


def healed(text: str) -> str:
    """`text` as one paragraph, every break a space."""
    return " ".join(re.sub(f"[{BREAKS}]", " ", text).split())


def _strongest(match: re.Match[str]) -> str:
    return next(mark for mark in (PARAGRAPH, GAP, LINE, WIDE) if mark in match[0])


def _repeated(pages: list[list[str]]) -> frozenset[str]:
    """The lines that head or end most pages, and the document's first line where it comes again."""
    every = [[healed(line) for line in page if line.strip()] for page in pages]
    edges = Counter(line for page in every for line in {*page[:1], *page[-1:]})
    lines = Counter(line for page in every for line in page)
    title = next(iter(lines), "")
    found = {line for line, count in edges.items() if count > 1 and 2 * count >= len(pages)}
    if lines[title] > 1:
        found.add(title)
    return frozenset(line for line in found if not _ITEM.match(line))


def _without(page: list[str], repeated: frozenset[str]) -> list[str]:
    """The lines of `page` but its header and page number; an empty line between pages goes too."""
    kept = [
        line
        for line in page
        if not line.strip()
        or (healed(line) not in repeated and not _PAGE_NUMBER.fullmatch(line.strip()))
    ]
    while kept and not kept[0].strip():
        kept.pop(0)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
