"""Lists from outside, as people write them in Excel and as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Generator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from openpyxl import Workbook

from app.domain.imports.fields import Subject
from app.domain.progress import Progress
from app.services.imports.preview import Preview
from app.services.imports.service import ImportService, Stored

Result = TypeVar("Result")
Rows = Sequence[Sequence[Any]]

HEAD = ("Plass", "Institusjon", "Navn", "E-post", "Telefon", "Stilling", "Fra", "Til og med")
TEN_MEMBERS: Rows = (
    (1, "NiT", "Marit Nordvik", "marit@nit.example", "911 22 334", "Direktør", "01.01.2025", None),
    (2, "NTNU", "Jon Ås", "jon@ntnu.example", None, "Prorektor", "1.1.25", None),
    (3, "Innovasjon Norge", "Øyvind Sæther", "oy@in.example", None, None, "2025-01-01", None),
    (4, "SINTEF", "Kari Bø", "kari@sintef.example", None, None, "1. januar 2025", None),
    (5, "Trøndelag", "Anne Berg", "anne@tfk.example", None, None, date(2025, 1, 1), None),
    (6, "Melhus kommune", "Siv Li", "siv@melhus.example", None, None, "01/01/2025", "31.12.2026"),
    (7, "Skaun", "Jan Bakken", "jan@skaun.example", None, None, "01.01.2025", "31.12.2026"),
    (8, "Malvik", "Liv Haug", "liv@malvik.example", None, None, "01.01.2026", "31.12.2027"),
    (9, "Stjørdal", "Per Stokke", "per@st.example", None, None, "01.01.2026", "31.12.2027"),
    (10, "NHO Trøndelag", "Tone Vik", "tone@nho.example", None, None, "01.01.2025", "31.12.2026"),
)
"""Næringsrådet, with the first day in every style that people write."""


def xlsx(rows: Rows, arrange: Callable[[Workbook], object] = lambda _book: None) -> bytes:
    """A workbook of one sheet; `arrange` does to it what people do."""
    book = Workbook()
    page: Any = book.active
    for row in rows:
        page.append(row)
    arrange(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def text(rows: Rows, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """The same as text; days as Norwegian Excel writes them."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=separator)
    for row in rows:
        writer.writerow([_plain(value) for value in row])
    return target.getvalue().encode(encoding)


def finished(work: Generator[Progress, None, Result]) -> Result:
    """What long work comes to."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Result = end.value
            return result


def a_file(folder: Path, rows: Rows, name: str = "liste.xlsx") -> Path:
    """A list on disk, by the ending of its name."""
    path = folder / name
    path.write_bytes(xlsx(rows) if name.endswith(".xlsx") else text(rows))
    return path


def seen(
    imports: ImportService, path: Path, subject: Subject = Subject.MEMBERS, **more: Any
) -> Preview:
    """A list as it is shown before anything is stored."""
    listing = finished(imports.read(path, more.pop("sheet", None)))
    return finished(imports.weigh(listing, subject, **more))


def read_in(
    imports: ImportService,
    path: Path,
    subject: Subject = Subject.MEMBERS,
    *,
    leave_out_wrong: bool = False,
    **more: Any,
) -> Stored:
    """A list that is looked at and stored."""
    preview = seen(imports, path, subject, **more)
    return finished(imports.store(preview, leave_out_wrong=leave_out_wrong))


def outcomes(preview: Preview) -> tuple[int, int, int, int]:
    """How many rows are new, changed, unchanged and wrong."""
    new, changed, unchanged, wrong = preview.counts.values()
    return new, changed, unchanged, wrong


def _plain(value: object) -> object:
    return f"{value:%d.%m.%Y}" if isinstance(value, date | datetime) else value
