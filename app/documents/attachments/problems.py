"""The codes of what can be wrong with an attachment; none of them stops the papers."""

from __future__ import annotations

EMPTY = "attachment_empty"
ENCRYPTED = "attachment_encrypted"
BROKEN = "attachment_broken"
TOO_LARGE = "attachment_too_large"
UNSAFE = "attachment_unsafe"
UNKNOWN_TYPE = "attachment_unknown_type"
NO_CONVERTER = "attachment_no_converter"
NOT_CONVERTED = "attachment_not_converted"
TOO_SLOW = "attachment_too_slow"
MISSING = "attachment_missing"
CRASHED = "attachment_crashed"

CODES = (
    EMPTY,
    ENCRYPTED,
    BROKEN,
    TOO_LARGE,
    UNSAFE,
    UNKNOWN_TYPE,
    NO_CONVERTER,
    NOT_CONVERTED,
    TOO_SLOW,
    MISSING,
    CRASHED,
)
"""Each puts a page in place of the attachment; `PackageWords.problems` has that page's sentence."""

MISNAMED = "attachment_misnamed"
"""Told, but the attachment is merged all the same."""

BY_FILE_ERROR = {
    "file_too_large": TOO_LARGE,
    "file_unsafe": UNSAFE,
    "file_encrypted": ENCRYPTED,
    "file_broken": BROKEN,
    "picture_broken": BROKEN,
    "picture_too_large": TOO_LARGE,
}
"""Which of our codes an error from reading the file becomes."""
