"""The files that go with a case: taken in, named, ordered, exempted and put away (R30, R31)."""

from __future__ import annotations

from pathlib import PurePath

from sqlalchemy.orm import Session

from app.documents.attachments.kinds import Kind as FileKind
from app.documents.attachments.kinds import is_misnamed, kind_of
from app.documents.limits import check_size
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.models import Attachment, Case
from app.services.changes import Kind
from app.services.editing.cases import checked_basis, open_case
from app.services.editing.done import Done, Editor, needed, one_line
from app.store.unit_of_work import UnitOfWork, expect_version

_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.GIF: "image/gif",
    FileKind.TIFF: "image/tiff",
    FileKind.WEBP: "image/webp",
    FileKind.BMP: "image/bmp",
    FileKind.DOCX: f"{_OPEN_XML}.wordprocessingml.document",
    FileKind.XLSX: f"{_OPEN_XML}.spreadsheetml.sheet",
    FileKind.PPTX: f"{_OPEN_XML}.presentationml.presentation",
    FileKind.ODT: f"{_ODF}.text",
    FileKind.ODS: f"{_ODF}.spreadsheet",
    FileKind.ODP: f"{_ODF}.presentation",
    FileKind.DOC: "application/msword",
    FileKind.XLS: "application/vnd.ms-excel",
    FileKind.PPT: "application/vnd.ms-powerpoint",
    FileKind.RTF: "application/rtf",
}
"""What the bytes say they are; anything else is kept, but can only be enclosed."""

UNKNOWN = "application/octet-stream"
LONGEST_NAME = 200


class AttachmentEditor(Editor):
    """Takes files in with a case, and changes what is said of them."""

    def add(self, case_id: int, file_name: str, data: bytes) -> Done:
        """Keep a file as the case's last attachment, titled by its name.

        `UserError` when it is empty or larger than anything of ours reads; a name that promises
        another kind of file, or a kind that cannot become pages, is a warning.
        """
        name = file_name_of(file_name)
        if not data:
            raise UserError("attached_file_empty", file=name)
        check_size(len(data), name)
        kind = kind_of(data)
        with self._desk.writing() as work:
            case = open_case(work.session, case_id)
            row = Attachment(
                case_id=case.id,
                sort=max((one.sort for one in case.attachments), default=0) + 1,
                title=title_of(name),
                file_name=name,
                media_type=MEDIA_TYPES.get(kind, UNKNOWN),
                size=len(data),
                sha256=work.add_blob(data),
            )
            work.session.add(row)
            odd = [*_odd(case, row, name, kind)]
            return self._end_attachment(work, "add_attachment", row, warnings=odd)

    def rename(self, attachment_id: int, title: str, expected_version: int) -> Done:
        """What it is called in the papers; the file keeps its own name."""
        with self._desk.writing() as work:
            row = _open(work.session, attachment_id, expected_version)
            row.title = needed(title, "attachment_title_needed")
            return self._end_attachment(work, "rename_attachment", row, goes_on=True)

    def set_exempt(
        self, attachment_id: int, is_exempt: bool, basis_id: int | None, expected_version: int
    ) -> Done:
        """Whether it is exempt from public access, and by which provision (R31)."""
        with self._desk.writing() as work:
            row = _open(work.session, attachment_id, expected_version)
            row.is_exempt = is_exempt
            row.legal_basis_id = checked_basis(work.session, basis_id)
            return self._end_attachment(work, "set_attachment_exempt", row)

    def set_neutral_title(self, attachment_id: int, title: str, expected_version: int) -> Done:
        """What it is called where its title may not be seen."""
        with self._desk.writing() as work:
            row = _open(work.session, attachment_id, expected_version)
            row.neutral_title = one_line(title)
            return self._end_attachment(work, "set_attachment_neutral", row, goes_on=True)

    def move(self, attachment_id: int, position: int) -> Done:
        """Put it at `position` from 0 among the case's attachments; all of them stay."""
        with self._desk.writing() as work:
            row = _open(work.session, attachment_id)
            case = work.session.get_one(Case, row.case_id)
            others = [one for one in case.attachments if one.deleted_at is None and one is not row]
            others.insert(min(max(position, 0), len(others)), row)
            for sort, one in enumerate(others, start=1):
                if one.sort != sort:
                    one.sort = sort
            return self._end_attachment(work, "move_attachment", row)

    def remove(self, attachment_id: int, expected_version: int | None = None) -> Done:
        """Put it in the bin; its bytes stay in the file."""
        with self._desk.writing() as work:
            row = _open(work.session, attachment_id, expected_version)
            row.deleted_at = self._desk.clock()
            return self._end_attachment(work, "remove_attachment", row)

    def restore(self, attachment_id: int) -> Done:
        """Take it out of the bin, as the case's last attachment."""
        with self._desk.writing() as work:
            row = work.session.get(Attachment, attachment_id)
            if row is None or row.deleted_at is None:
                raise UserError("not_in_bin")
            case = open_case(work.session, row.case_id)
            row.deleted_at = None
            row.sort = max(one.sort for one in case.attachments) + 1
            return self._end_attachment(work, "restore_attachment", row)

    def read(self, attachment_id: int) -> tuple[str, bytes]:
        """The file's own name and its bytes, proved against their SHA-256."""
        with self._desk.reading() as session:
            row = session.get(Attachment, attachment_id)
            if row is None:
                raise UserError("attachment_gone")
            name, sha256 = row.file_name, row.sha256
        return name, self._desk.file.blobs.read(sha256)

    def _end_attachment(
        self,
        work: UnitOfWork,
        verb: str,
        row: Attachment,
        *,
        goes_on: bool = False,
        warnings: list[Reason] | None = None,
    ) -> Done:
        return self._end(
            work,
            verb,
            row,
            Kind.CASE,
            row.case_id,
            also=(Kind.MEETING,),
            goes_on=goes_on,
            warnings=warnings or (),
        )


def file_name_of(path: str) -> str:
    """The last part of a path on any system, without characters that hide or break a name."""
    last = path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    name = "".join(sign for sign in " ".join(last.split()) if sign.isprintable())
    if len(name) > LONGEST_NAME:
        ending = PurePath(name).suffix[-20:]
        name = name[: LONGEST_NAME - len(ending)] + ending
    return name or "vedlegg"


def title_of(file_name: str) -> str:
    """A title from a file's name: `budsjett_2027-endelig.xlsx` becomes `Budsjett 2027-endelig`."""
    words = " ".join(PurePath(file_name).stem.replace("_", " ").split())
    return words[:1].upper() + words[1:] if words else file_name


def _odd(case: Case, row: Attachment, name: str, kind: FileKind) -> list[Reason]:
    found = []
    if kind in (FileKind.UNKNOWN, FileKind.LOCKED_OFFICE):
        found.append(Reason("attached_file_only_enclosed", file=name))
    elif is_misnamed(name, kind):
        found.append(Reason("attached_file_misnamed", file=name, kind=kind.value.upper()))
    others = [one for one in case.attachments if one.id != row.id and one.deleted_at is None]
    if any(one.sha256 == row.sha256 for one in others):
        found.append(Reason("attached_file_there_already", file=name))
    return found


def _open(session: Session, attachment_id: int, expected_version: int | None = None) -> Attachment:
    row = session.get(Attachment, attachment_id)
    if row is None or row.deleted_at is not None:
        raise UserError("attachment_gone")
    open_case(session, row.case_id)
    if expected_version is not None:
        expect_version(row, expected_version)
    return row
