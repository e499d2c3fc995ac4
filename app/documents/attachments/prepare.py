"""From attachments to pages that can be merged, each with its problem where there is one."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pikepdf import Pdf

from app.documents.attachments import problems
from app.documents.attachments.foreign import open_pdf
from app.documents.attachments.kinds import (
    CONTAINERS,
    OFFICE,
    PICTURES,
    Kind,
    is_misnamed,
    kind_of,
)
from app.documents.attachments.office import OfficeFile, convert
from app.documents.attachments.picture_pages import picture_pdf
from app.documents.content import AttachmentContent
from app.documents.jobs import BlobSource
from app.documents.limits import check_container, check_size
from app.documents.steps import CONVERTING, READING
from app.domain.errors import UserError
from app.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Prepared:
    """One attachment: its pages, or None and the code of why it has none."""

    attachment: AttachmentContent
    pdf: Pdf | None = None
    problem: str = ""
    is_misnamed: bool = False

    @property
    def is_enclosed(self) -> bool:
        """Whether the original goes beside the package: it exists, and its pages do not."""
        return self.pdf is None and self.problem not in (problems.EMPTY, problems.MISSING)

    @property
    def reasons(self) -> Iterator[Reason]:
        """What the secretary should know, naming the file."""
        number, file = self.attachment.number, self.attachment.file_name
        if self.problem:
            yield Reason(self.problem, number=number, file=file)
        if self.is_misnamed:
            yield Reason(problems.MISNAMED, number=number, file=file)


Preparing = Generator[Reason, None, list[Prepared]]
"""Yields what is being done: `READING` with number and file, or `CONVERTING`."""


def prepare(
    attachments: Iterable[AttachmentContent],
    blobs: BlobSource,
    refused: Mapping[int, str],
) -> Preparing:
    """Pages of every attachment that is not withheld; nothing that is wrong with one stops it.

    `refused` has the numbers of those that are known to do harm, with the code to give for them;
    they are not opened.
    """
    ready: dict[int, Prepared] = {}
    office: dict[int, OfficeFile] = {}
    shown = {each.number: each for each in attachments if not each.withheld}
    for number, attachment in shown.items():
        yield Reason(READING, number=number, file=attachment.file_name)
        if number in refused:
            ready[number] = Prepared(attachment, problem=refused[number])
            continue
        found = _read(attachment, blobs)
        if isinstance(found, OfficeFile):
            office[number] = found
        else:
            ready[number] = found
    if office:
        ready |= yield from _converted(shown, office)
    return [ready[number] for number in sorted(ready)]


def _read(attachment: AttachmentContent, blobs: BlobSource) -> Prepared | OfficeFile:
    """The attachment's pages, its problem, or what LibreOffice has to look at."""
    file = attachment.file_name
    try:
        check_size(attachment.size, file)
        data = _bytes(attachment, blobs)
        check_size(len(data), file)
        kind = kind_of(data)
        if kind in CONTAINERS:
            check_container(data, file)
        if kind in OFFICE:
            return OfficeFile(kind, data)
        pdf = _pages(data, kind)
    except UserError as error:
        code = problems.BY_FILE_ERROR.get(error.code, error.code)
        return Prepared(attachment, problem=code)
    return Prepared(attachment, pdf, is_misnamed=is_misnamed(file, kind))


def _bytes(attachment: AttachmentContent, blobs: BlobSource) -> bytes:
    try:
        data = blobs.read(attachment.sha256)
    except UserError as error:
        raise UserError(problems.MISSING) from error
    if not data:
        raise UserError(problems.EMPTY)
    return data


def _pages(data: bytes, kind: Kind) -> Pdf:
    if kind is Kind.PDF:
        return open_pdf(data)
    if kind in PICTURES:
        return picture_pdf(data)
    if kind is Kind.LOCKED_OFFICE:
        raise UserError(problems.ENCRYPTED)
    raise UserError(problems.UNKNOWN_TYPE)


def _converted(
    shown: dict[int, AttachmentContent], office: dict[int, OfficeFile]
) -> Generator[Reason, None, dict[int, Prepared]]:
    converting = convert(office)
    label = Reason(CONVERTING, n=len(office))
    try:
        while True:
            next(converting)
            yield label
    except StopIteration as stopped:
        results = stopped.value
    finally:
        converting.close()
    ready: dict[int, Prepared] = {}
    for number, result in results.items():
        attachment = shown[number]
        wrong_name = is_misnamed(attachment.file_name, office[number].kind)
        ready[number] = _opened(attachment, result.pdf, result.problem, wrong_name)
    return ready


def _opened(attachment: AttachmentContent, pdf: bytes, problem: str, wrong_name: bool) -> Prepared:
    if problem:
        return Prepared(attachment, problem=problem)
    try:
        return Prepared(attachment, open_pdf(pdf), is_misnamed=wrong_name)
    except UserError:
        return Prepared(attachment, problem=problems.NOT_CONVERTED)
