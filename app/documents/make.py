"""One way in to all that writes documents: a job becomes files, whole or absent."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from app.documents.calendar.content import Calendar
from app.documents.content import AttachmentContent, Minutes, Papers, PictureBook, Workbook
from app.documents.files import check_target, safe_name, write_whole
from app.documents.gathering import AttendeeList, GatheringDocument, GatheringReport, Programme
from app.documents.jobs import (
    BlobSource,
    DocumentJob,
    FileKind,
    Format,
    JobResult,
    MadeFile,
    Work,
    Written,
)
from app.documents.letter import Letter, Record
from app.documents.steps import CALENDAR, DRAWING, EXCEL, FILES, JOINING, READING, SETTING, WORD
from app.domain.progress import Progress
from app.domain.reasons import Reason
from app.i18n.catalogue import _, as_language, translator

WITH_ATTACHMENTS = _("med vedlegg")
"""What the package's name has after the papers' own."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A file that is made but not yet written."""

    path: Path
    kind: FileKind
    format: Format | str
    data: bytes
    pages: int | None = None


@dataclass(slots=True)
class _Made:
    """What one format of a job came to."""

    drafts: list[_Draft]
    problems: list[Reason]


Making = Generator[Reason, None, _Made]


@dataclass(frozen=True, slots=True)
class Care:
    """What is known of a job that has brought the worker down before.

    Attachments whose number is in `distrusted` are not opened; with `careful`, each of the others
    is tried alone before they are joined.
    """

    distrusted: frozenset[int] = frozenset()
    careful: bool = False


NO_CARE = Care()


def make_documents(job: DocumentJob, blobs: BlobSource, care: Care = NO_CARE) -> Work:
    """Make the job's files; nothing is written before everything is made.

    `UserError` when a file is in the way, the folder cannot be written, or the user's template is
    no good.
    """
    for path in _expected(job):
        check_target(path, overwrite=job.overwrite)
    total, done = _steps(job), 0
    made = _Made([], [])
    for wanted in job.formats:
        making = _make(job, wanted, blobs, care)
        try:
            while True:
                label = next(making)
                yield Progress(min(done, total - 1), total, label)
                done += label.code in _COUNTED
        except StopIteration as finished:
            made.drafts += finished.value.drafts
            made.problems += finished.value.problems
        finally:
            making.close()
    yield Progress(total - 1, total, Reason(FILES))
    return JobResult(_written(job, made.drafts), tuple(dict.fromkeys(made.problems)))


_COUNTED = frozenset({SETTING, READING, JOINING, WORD, EXCEL, DRAWING, CALENDAR})


def _steps(job: DocumentJob) -> int:
    """How many steps there are to count, the writing of files among them."""
    attachments = 0
    if isinstance(job.content, Papers) and Format.PDF in job.formats:
        attachments = 1 + sum(not each.withheld for each in job.content.attachments)
    return len(job.formats) + attachments + 1


def _expected(job: DocumentJob) -> list[Path]:
    """The files that are known before anything is made; enclosures are not."""
    paths = [_path(job, f"{job.stem}.{wanted}") for wanted in job.formats]
    if isinstance(job.content, Papers) and Format.PDF in job.formats:
        paths.append(_package_path(job))
    return paths


def _make(job: DocumentJob, wanted: Format, blobs: BlobSource, care: Care) -> Making:
    match wanted, job.content:
        case Format.PDF, Papers():
            return _papers(job, job.content, blobs, care)
        case Format.PDF, Minutes():
            return _minutes(job, job.content, blobs)
        case Format.PDF, Letter() | Record():
            return _letter(job, job.content)
        case Format.PDF, Programme() | GatheringReport() | AttendeeList():
            return _gathering(job, job.content, blobs)
        case Format.JSON, Record():
            return _data(job, job.content)
        case Format.DOCX, Papers() | Minutes() | Letter():
            return _word(job, job.content, blobs)
        case Format.DOCX, Programme() | GatheringReport() | AttendeeList():
            return _word(job, job.content, blobs)
        case Format.XLSX, Workbook():
            return _excel(job, job.content)
        case Format.ICS, Calendar():
            return _calendar(job, job.content)
        case Format.PDF | Format.SVG | Format.PNG, PictureBook():
            return _picture(job, job.content, wanted)
    raise ValueError(f"a {type(job.content).__name__} cannot be written as {wanted}")


def _papers(job: DocumentJob, papers: Papers, blobs: BlobSource, care: Care) -> Making:
    from app.documents.attachments.problems import CRASHED
    from app.documents.pdf.package import make_package

    yield Reason(SETTING)
    names = {each.number: enclosure_name(job.stem, each) for each in papers.attachments}
    refused = dict.fromkeys(care.distrusted, CRASHED)
    package = yield from make_package(papers, blobs, names, refused, careful=care.careful)
    alone = _path(job, f"{job.stem}.pdf")
    drafts = [
        _Draft(alone, FileKind.PAPERS, Format.PDF, package.papers, _pages(package.papers)),
        _Draft(_package_path(job), FileKind.PACKAGE, Format.PDF, package.data, package.pages),
    ]
    for enclosure in package.enclosures:
        data = blobs.read(enclosure.attachment.sha256)
        path = _path(job, enclosure.file_name)
        drafts.append(_Draft(path, FileKind.ENCLOSURE, path.suffix.lstrip(".").lower(), data))
    return _Made(drafts, list(package.problems))


def _minutes(job: DocumentJob, minutes: Minutes, blobs: BlobSource) -> Making:
    from app.documents.pdf.minutes import typeset_minutes

    yield Reason(SETTING)
    made = typeset_minutes(minutes, blobs)
    path = _path(job, f"{job.stem}.pdf")
    draft = _Draft(path, FileKind.MINUTES, Format.PDF, made.data, _pages(made.data))
    return _Made([draft], list(made.problems))


def _letter(job: DocumentJob, content: Letter | Record) -> Making:
    from app.documents.pdf.letter import typeset_letter

    yield Reason(SETTING)
    made = typeset_letter(content)
    path, kind = _path(job, f"{job.stem}.pdf"), _kind(content)
    draft = _Draft(path, kind, Format.PDF, made.data, _pages(made.data))
    return _Made([draft], list(made.problems))


def _gathering(job: DocumentJob, content: GatheringDocument, blobs: BlobSource) -> Making:
    from app.documents.pdf.gathering import typeset_gathering

    yield Reason(SETTING)
    made = typeset_gathering(content, blobs)
    path = _path(job, f"{job.stem}.pdf")
    draft = _Draft(path, _kind(content), Format.PDF, made.data, _pages(made.data))
    return _Made([draft], list(made.problems))


def _data(job: DocumentJob, record: Record) -> Making:
    yield Reason(SETTING)
    path = _path(job, f"{job.stem}.json")
    return _Made([_Draft(path, FileKind.RECORD, Format.JSON, record.data.encode())], [])


_KINDS: dict[type, FileKind] = {
    Papers: FileKind.PAPERS,
    Minutes: FileKind.MINUTES,
    Letter: FileKind.LETTER,
    Record: FileKind.RECORD,
    Programme: FileKind.PROGRAMME,
    GatheringReport: FileKind.MINUTES,
    AttendeeList: FileKind.ATTENDEES,
}
"""What each content becomes; the report of a gathering is what it has for minutes."""


def _kind(content: Written | Record) -> FileKind:
    return _KINDS[type(content)]


def _word(job: DocumentJob, content: Written, blobs: BlobSource) -> Making:
    from app.documents.word import write_docx

    yield Reason(WORD)
    data, problems = write_docx(content, blobs, job.template)
    draft = _Draft(_path(job, f"{job.stem}.docx"), _kind(content), Format.DOCX, data)
    return _Made([draft], list(problems))


def _excel(job: DocumentJob, workbook: Workbook) -> Making:
    from app.documents.excel import write_xlsx

    yield Reason(EXCEL)
    path = _path(job, f"{job.stem}.xlsx")
    return _Made([_Draft(path, FileKind.WORKBOOK, Format.XLSX, write_xlsx(workbook))], [])


def _calendar(job: DocumentJob, calendar: Calendar) -> Making:
    from app.documents.calendar.writer import write_ics

    yield Reason(CALENDAR)
    path = _path(job, f"{job.stem}.ics")
    return _Made([_Draft(path, FileKind.CALENDAR, Format.ICS, write_ics(calendar))], [])


def _picture(job: DocumentJob, book: PictureBook, wanted: Format) -> Making:
    from app.documents.drawings.svg import to_svg
    from app.documents.drawings.typeset import to_pdf, to_png

    yield Reason(DRAWING)
    path = _path(job, f"{job.stem}.{wanted}")
    if wanted is Format.SVG:
        data = to_svg(book.whole, book.meta.language)
        return _Made([_Draft(path, FileKind.PICTURE, wanted, data)], [])
    if wanted is Format.PDF:
        made, pages = to_pdf(book.pages, book.meta, book.paper), len(book.pages)
    else:
        made, pages = to_png(book.whole, book.meta), None
    return _Made([_Draft(path, FileKind.PICTURE, wanted, made.data, pages)], list(made.problems))


def enclosure_name(stem: str, attachment: AttachmentContent) -> str:
    """The name of an original that goes beside the package: what it belongs to, then its own."""
    return safe_name(f"{stem} {attachment.label} {attachment.file_name}")


def _package_path(job: DocumentJob) -> Path:
    words = translator(as_language(job.content.meta.language))(WITH_ATTACHMENTS)
    return _path(job, f"{job.stem} {words}.pdf")


def _path(job: DocumentJob, name: str) -> Path:
    return job.folder / safe_name(name)


def _pages(pdf: bytes) -> int:
    from pikepdf import Pdf

    with Pdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _written(job: DocumentJob, drafts: list[_Draft]) -> tuple[MadeFile, ...]:
    """Write every file, once it is sure that none is in the way."""
    for draft in drafts:
        check_target(draft.path, overwrite=job.overwrite)
    audience = str(job.content.meta.audience)
    with ThreadPoolExecutor(max_workers=1) as beside:  # the disk and the sum at the same time
        sums = beside.map(_sha256, [draft.data for draft in drafts])
        for draft in drafts:
            write_whole(draft.path, draft.data, overwrite=job.overwrite)
        return tuple(
            MadeFile(draft.path, draft.kind, audience, draft.format, draft.pages, sha256)
            for draft, sha256 in zip(drafts, sums, strict=True)
        )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
