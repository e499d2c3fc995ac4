"""What a file really is, by its first bytes and never by its name."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """A kind of file that can become pages, or `UNKNOWN`."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    TIFF = "tiff"
    WEBP = "webp"
    BMP = "bmp"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    RTF = "rtf"
    LOCKED_OFFICE = "locked_office"
    UNKNOWN = "unknown"


PICTURES = frozenset({Kind.PNG, Kind.JPEG, Kind.GIF, Kind.TIFF, Kind.WEBP, Kind.BMP})
CONTAINERS = frozenset({Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS, Kind.ODP})
OFFICE = CONTAINERS | {Kind.DOC, Kind.XLS, Kind.PPT, Kind.RTF}

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"{\\rtf", Kind.RTF),
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = (("word/", Kind.DOCX), ("xl/", Kind.XLSX), ("ppt/", Kind.PPTX))
_ODF = {
    b"application/vnd.oasis.opendocument.text": Kind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
    b"application/vnd.oasis.opendocument.presentation": Kind.ODP,
}
_OLE_ENTRIES = (
    ("EncryptedPackage", Kind.LOCKED_OFFICE),
    ("WordDocument", Kind.DOC),
    ("Workbook", Kind.XLS),
    ("PowerPoint Document", Kind.PPT),
)
_NAMES = {
    "jpg": Kind.JPEG,
    "jpe": Kind.JPEG,
    "jfif": Kind.JPEG,
    "tif": Kind.TIFF,
    "dotx": Kind.DOCX,
    "docm": Kind.DOCX,
    "xlsm": Kind.XLSX,
    "xltx": Kind.XLSX,
    "pptm": Kind.PPTX,
    "ppsx": Kind.PPTX,
    **{kind.value: kind for kind in Kind if kind not in (Kind.LOCKED_OFFICE, Kind.UNKNOWN)},
}
_HEADER_WITHIN = 1_024


def kind_of(data: bytes) -> Kind:
    """What `data` is; a PDF may have some rubbish before its header, as readers allow."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data.startswith(_ZIP):
        return _container_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if b"%PDF-" in data[:_HEADER_WITHIN]:
        return Kind.PDF
    if data[:2] == b"BM" and data[6:10] == bytes(4):
        return Kind.BMP
    return Kind.UNKNOWN


def is_misnamed(file_name: str, kind: Kind) -> bool:
    """Whether the name's ending promises another kind of file than the bytes hold."""
    ending = PurePath(file_name).suffix.lower().lstrip(".")
    promised = _NAMES.get(ending)
    if kind in (Kind.UNKNOWN, Kind.LOCKED_OFFICE):
        return False
    return promised is not kind and not (promised is Kind.DOC and kind is Kind.RTF)


def _container_kind(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = container.namelist()
            if "mimetype" in names and container.getinfo("mimetype").file_size < _HEADER_WITHIN:
                return _ODF.get(container.read("mimetype").strip(), Kind.UNKNOWN)
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, RuntimeError, EOFError):
        return _broken_container_kind(data)
    found = (kind for part, kind in _PARTS if any(name.startswith(part) for name in names))
    return next(found, Kind.UNKNOWN)


def _broken_container_kind(data: bytes) -> Kind:
    """A cut-off container still shows the names of its first parts."""
    found = (kind for part, kind in _PARTS if part.encode() in data)
    return next(found, Kind.UNKNOWN)


def _ole_kind(data: bytes) -> Kind:
    found = (kind for entry, kind in _OLE_ENTRIES if entry.encode("utf-16-le") in data)
    return next(found, Kind.UNKNOWN)
