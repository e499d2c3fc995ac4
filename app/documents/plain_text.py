"""The plain text of a text file or a Word file that somebody else made."""

from __future__ import annotations

import io
from collections.abc import Iterator

from app.documents.limits import check_container, check_size
from app.domain.errors import UserError

_WORD = b"PK\x03\x04"
_ENCODINGS = ("utf-8-sig", "cp1252")


def plain_text(data: bytes, file: str) -> str:
    """The words of `data`, one line a paragraph; `UserError` when `file` holds no text.

    A Word file is known by its content, whatever it is called. Text is read as UTF-8, else as
    Windows-1252, which is what Norwegian Windows writes.
    """
    check_size(len(data), file)
    if data.startswith(_WORD):
        return "\n".join(_word_lines(data, file))
    if b"\0" in data[:4096]:
        raise UserError("file_is_no_text", file=file)
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError("file_is_no_text", file=file)


def _word_lines(data: bytes, file: str) -> Iterator[str]:
    from docx import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from app.documents.word_numbers import WordNumbers

    check_container(data, file)
    try:
        document = Document(io.BytesIO(data))
        numbers = WordNumbers(document)
        for part in document.iter_inner_content():
            if isinstance(part, Paragraph):
                yield numbers.before(part) + part.text
            elif isinstance(part, Table):
                yield from (cell.text for row in part.rows for cell in row.cells)
    # python-docx lets whatever its XML and zip layers meet escape as it is.
    except Exception as error:
        raise UserError("file_broken", file=file, cause=type(error).__name__) from error
