"""What a file from outside may be before anything tries to read it (reliability, promise 10)."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from app.domain.errors import UserError

MAX_BYTES = 50_000_000
MAX_UNPACKED = 100_000_000
MAX_RATIO = 100
MAX_ENTRIES = 2_000

_XML_NAMES = (".xml", ".rels", ".vml", ".rdf")
_DOCTYPE = re.compile(
    b"|".join(
        re.escape(word.encode(encoding))
        for word in ("<!DOCTYPE", "<!ENTITY")
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    )
)


def check_size(size: int, file: str) -> None:
    """Raise `UserError` when `size` bytes are more than anything of ours reads."""
    if size > MAX_BYTES:
        raise UserError("file_too_large", file=file, size=size, limit=MAX_BYTES)


def check_container(data: bytes, file: str) -> None:
    """Raise `UserError` unless `data` is a zip container that is safe to unpack in memory.

    Safe is at most 2 000 entries, 100 MB and 100 times the packed size, every entry whole and
    unlocked, and no document type declaration in any XML.
    """
    check_size(len(data), file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            _check_entries(container, len(data), file)
            for entry in container.infolist():
                if entry.filename.lower().endswith(_XML_NAMES):
                    _check_xml(container.read(entry), file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise UserError("file_broken", file=file, cause=type(error).__name__) from error
    except (ValueError, LookupError, RuntimeError, MemoryError) as error:
        raise UserError("file_broken", file=file, cause=type(error).__name__) from error


def _check_entries(container: zipfile.ZipFile, packed: int, file: str) -> None:
    entries = container.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise UserError("file_unsafe", file=file, cause="entries")
    if unpacked > MAX_UNPACKED:
        raise UserError("file_unsafe", file=file, cause="unpacked")
    if unpacked > MAX_RATIO * max(packed, 1):
        raise UserError("file_unsafe", file=file, cause="ratio")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UserError("file_encrypted", file=file)


def _check_xml(xml: bytes, file: str) -> None:
    if _DOCTYPE.search(xml):
        raise UserError("file_unsafe", file=file, cause="doctype")
