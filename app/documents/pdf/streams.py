"""A page's content that lies in several streams, made one, without setting off a bomb."""

from __future__ import annotations

import zlib
from typing import Any

from pikepdf import Array, Name, Pdf, Stream

MAX_CONTENT = 20_000_000
"""Bytes of drawing on one page; more is left in its pieces, unopened."""


def one_stream(pdf: Pdf, pieces: Any) -> Stream | None:
    """All pieces in one stream of `pdf`; None when one is damaged, oddly packed, or too large."""
    if len(pieces) == 1 and isinstance(pieces[0], Stream):
        return pieces[0]
    parts: list[bytes] = []
    room = MAX_CONTENT
    for piece in pieces:
        part = _unpacked(piece, room) if isinstance(piece, Stream) else None
        if part is None:
            return None
        parts.append(part)
        room -= len(part)
    return pdf.make_stream(b"\n".join(parts))


def _unpacked(piece: Any, room: int) -> bytes | None:
    packing = piece.get("/Filter")
    if isinstance(packing, Array) and len(packing) == 1:
        packing = packing[0]
    if "/DecodeParms" in piece or packing not in (None, Name.FlateDecode):
        return None
    raw = piece.read_raw_bytes()
    if packing is None:
        return bytes(raw) if len(raw) <= room else None
    try:
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(raw, room)
    except zlib.error:
        return None
    return data if unpacking.eof else None
