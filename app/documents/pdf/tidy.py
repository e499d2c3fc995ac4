"""What must not follow other people's pages into the package, and what it must not claim."""

from __future__ import annotations

from typing import Any

from pikepdf import Dictionary, Pdf, Stream

_TRACES = frozenset({"/Metadata", "/PieceInfo", "/OPI", "/AF"})
_OUTSIDE = _TRACES | {"/F", "/FFilter", "/FDecodeParms"}
_CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfaid:rev", "pdfuaid:part", "pdfuaid:rev")


def drop_traces(package: Pdf) -> None:
    """Take out what programs left in pictures and forms, and streams that lie in other files."""
    root = package.Root.objgen
    for item in package.objects:
        if isinstance(item, Stream):
            _drop(item, _OUTSIDE)
        elif isinstance(item, Dictionary) and item.objgen != root:
            _drop(item, _TRACES)


def drop_archival_claim(package: Pdf) -> None:
    """A file with other people's pages in it is not PDF/A, nor known to be accessible."""
    with package.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for claim in _CLAIMS:
            if claim in metadata:
                del metadata[claim]


def _drop(item: Any, keys: frozenset[str]) -> None:
    for key in keys.intersection(item.keys()):
        del item[key]
