"""Tables as text: the encodings and separators that Norwegian Excel and its kin write."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from app.documents.tables.bounds import EVERY, READING_TABLE, Bounds, is_blank
from app.documents.tables.content import TableContent, TableJob, TableRow, TableWork
from app.domain.errors import UserError
from app.domain.progress import Progress
from app.domain.reasons import Reason

SEPARATORS = (";", "\t", ",", "|")
"""In the order of who wins when two fit equally well: Norwegian Excel writes semicolons."""
_SAMPLE = 50
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAYS_SEPARATOR = "sep="


def read_text_table(job: TableJob) -> TableWork:
    """The rows of a text file; `UserError` when it is no text, empty, or larger than any list."""
    yield Progress(0, 1, Reason(READING_TABLE, file=job.file))
    text = decoded(job.data, job.file)
    separator, text = _separated(text)
    lines = max(text.count("\n"), 1)
    rows: list[TableRow] = []
    bounds = Bounds(job.file)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, cells in enumerate(reader, 1):
            bounds.take(len(cells))
            while cells and is_blank(cells[-1]):
                cells.pop()
            if cells:
                bounds.take_row(number, len(cells))
                rows.append(TableRow(number, tuple(cells)))
            if number % EVERY == 0:
                yield Progress(min(number, lines), lines, Reason(READING_TABLE, file=job.file))
    except csv.Error as error:
        raise UserError("table_broken", file=job.file, cause="csv") from error
    if not rows:
        raise UserError("table_empty", file=job.file)
    return TableContent(job.file, "", (), tuple(rows))


def decoded(data: bytes, file: str) -> str:
    """The text of `data`: UTF-8 with or without its mark, UTF-16 with one, else Windows-1252."""
    if data.startswith(_UTF_16):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\0" in data:
        encodings = ()
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError("table_is_no_text", file=file)


def _separated(text: str) -> tuple[str, str]:
    """The separator, and the text without the line that may name it."""
    first, _end, rest = text.partition("\n")
    named = first.strip().casefold().removeprefix(_SAYS_SEPARATOR)
    if first.casefold().startswith(_SAYS_SEPARATOR) and (named in SEPARATORS or not named):
        return named or "\t", rest
    return sniffed(text), text


def sniffed(text: str) -> str:
    """The separator that gives most rows the same number of columns, and the most of them."""
    best, chosen = (0.0, 0), SEPARATORS[0]
    for separator in SEPARATORS:
        score = _score(text, separator)
        if score > best:
            best, chosen = score, separator
    return chosen


def _score(text: str, separator: str) -> tuple[float, int]:
    """How large a share of the first rows has the usual number of columns, and that number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        widths = [len(cells) for cells in islice(reader, _SAMPLE) if any(map(str.strip, cells))]
    except csv.Error:
        return (0.0, 0)
    usual = Counter(width for width in widths if width > 1).most_common(1)
    if not usual:
        return (0.0, 0)
    width, count = usual[0]
    return (round(count / len(widths), 1), width)
