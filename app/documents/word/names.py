"""The namespaces of Word's language, and the few helpers that write it."""

from __future__ import annotations

from html import escape as _escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

W = f"{{{WORD}}}"
R = f"{{{RELATIONS}}}"
WP = f"{{{DRAWING}}}"

_BREAKS = {
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}


def text_element(text: str) -> str:
    """The words of a run; line feeds become line breaks, tabs become tabs."""
    escaped = _escape(text, quote=False)
    for character, element in _BREAKS.items():
        if character in escaped:
            escaped = escaped.replace(character, element)
    return f'<w:t xml:space="preserve">{escaped}</w:t>'


def in_text(text: str) -> str:
    """The same for a place that already is inside the words of a run."""
    return text_element(text)[len('<w:t xml:space="preserve">') : -len("</w:t>")]


def attribute(text: str) -> str:
    """`text` for an attribute in double quotes, on one line."""
    return _escape(" ".join(text.split()), quote=True)
