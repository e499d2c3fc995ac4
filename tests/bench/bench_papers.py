"""The papers of a large meeting: 8 cases, 50 attachments, 500 pages."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import typst
from pikepdf import ObjectStreamMode, Pdf, StreamDecodeLevel
from PIL import Image

from app.documents.content import (
    AttachmentContent,
    CaseContent,
    Letterhead,
    Metadata,
    PackageWords,
    Papers,
)
from app.documents.jobs import DocumentJob, Format
from app.documents.make import make_documents
from app.documents.pdf.papers import PapersSetter, Placement
from app.domain.rich_text import Run
from app.tasks.worker import Worker
from tests.bench.harness import Figure, at_most, bench, best_seconds, times_the_floor
from tests.helpers.content import BlobShelf, a_case, attached, brief_sections, papers

CASES = 8
ATTACHMENTS = 50
PAGES = 500
PEAK_MEGABYTES = 400.0
"""In the worker, which holds the attachments' bytes too."""

_ROUNDS = count()
_PARAGRAPH = (
    "Tiltaket skal gi flere bedrifter i regionen tilgang til utstyr, kompetanse og marked, og "
    "bygger på erfaringene fra forrige periode slik de er beskrevet i sluttrapporten. "
)


@bench
def papers_of_500_pages() -> Iterator[Figure]:
    """Our pages, the merge with everything on it, and the files on disk, against the bare tools."""
    shelf = BlobShelf()
    content = big_papers(shelf)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, floor = best_seconds(
            lambda: _make(fresh(content), shelf, folder), lambda: _bare(fresh(content), shelf)
        )
        yield Figure(
            "papers, 8 cases, 50 attachments, 500 pages",
            ours * 1000,
            "ms",
            floor * 1000,
            times_the_floor(1.5),
        )
        with Worker() as worker:
            _follow(worker.run(_job(fresh(content), folder), shelf))
            assert worker.process_id is not None
            peak = _peak_megabytes(worker.process_id)
            (through,) = best_seconds(
                lambda: _follow(worker.run(_job(fresh(content), folder), shelf)), rounds=3
            )
        yield Figure("the same through the warm worker", through * 1000, "ms", floor * 1000)
    if peak is not None:
        yield Figure("peak memory of the worker for it", peak, "MB", limit=at_most(PEAK_MEGABYTES))


def big_papers(shelf: BlobShelf) -> Papers:
    """Eight cases that share fifty attachments of text and scans, five hundred pages in all."""
    cases = []
    for index in range(CASES):
        numbers = range(index + 1, ATTACHMENTS + 1, CASES)
        attachments = tuple(
            attached(shelf, _report(number, PAGES // ATTACHMENTS), f"Rapport {number}.pdf", number)
            for number in numbers
        )
        sections = brief_sections()
        cases.append(a_case(20 + index, sections=sections, attachments=attachments))
    return papers(cases)


def fresh(content: Papers) -> Papers:
    """The same papers with other words in every block, so that typst cannot answer from memory."""
    mark = f" {next(_ROUNDS)}"
    return _marked(content, mark)  # type: ignore[no-any-return]


def _marked(item: Any, mark: str) -> Any:
    """`item` with `mark` after the text of every run and every title in it."""
    match item:
        case tuple():
            return tuple(_marked(part, mark) for part in item)
        case Run():
            return replace(item, text=item.text + mark)
        case AttachmentContent():
            return replace(item, title=item.title + mark)
        case Metadata() | PackageWords() | Letterhead():
            return item
        case _ if is_dataclass(item) and not isinstance(item, type):
            changed = {f.name: _marked(getattr(item, f.name), mark) for f in fields(item)}
            titled = {"title": item.title + mark} if isinstance(item, CaseContent) else {}
            return replace(item, **(changed | titled))
    return item


@cache
def _report(number: int, pages: int) -> bytes:
    """A report of `pages` pages; every fifth is a scan."""
    if number % 5 == 0:
        return _scans(pages)
    body = "#pagebreak()\n".join(f"= Del {page}\n{_PARAGRAPH * 14}" for page in range(pages))
    source = f'#set text(lang: "nb")\n#set document(title: "Rapport {number}")\n{body}'
    made = typst.compile(source.encode(), timestamp=0)
    assert isinstance(made, bytes)
    return made


def _scans(pages: int) -> bytes:
    noise = Image.effect_noise((827, 1169), 40)
    target = io.BytesIO()
    rest = [noise] * (pages - 1)
    noise.save(target, "PDF", resolution=100, save_all=True, append_images=rest)
    return target.getvalue()


def _job(content: Papers, folder: Path) -> DocumentJob:
    return DocumentJob(
        content=content, folder=folder, stem="Papirer", formats=(Format.PDF,), overwrite=True
    )


def _make(content: Papers, shelf: BlobShelf, folder: Path) -> None:
    _follow(make_documents(_job(content, folder), shelf))


def _follow(work: Iterator[object]) -> None:
    for _ in work:
        pass


def _bare(content: Papers, shelf: BlobShelf) -> None:
    """What nobody can do without: typst once on our pages, pikepdf once on all pages."""
    starts = {each.number: 1 for each in content.attachments}
    ours = PapersSetter(content, shelf).typeset(Placement(starts, PAGES))
    _merge([ours.data, *(shelf.read(each.sha256) for each in content.attachments)])


def _merge(files: Sequence[bytes]) -> bytes:
    opened = [Pdf.open(io.BytesIO(data)) for data in files]
    merged = opened[0]
    for pdf in opened[1:]:
        merged.pages.extend(pdf.pages)
    target = io.BytesIO()
    merged.save(
        target,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        stream_decode_level=StreamDecodeLevel.none,
    )
    return target.getvalue()


def _peak_megabytes(process: int) -> float | None:
    """The most that `process` has held, where the system tells."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return float(line.split()[1]) * 1024 / 1_000_000
