"""Word of some 40 pages against docxtpl alone, with the same content and the same template."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup

from app.documents.content import Papers, Section
from app.documents.word import write_docx
from app.documents.word.context import ContextMaker
from app.documents.word.numbering import Numbering
from app.documents.word.picture_parts import Pictures
from app.documents.word.rich_text import Links, RichTextWriter
from app.documents.word.styles import Styles
from app.documents.word.values import Blocks, Runs
from app.documents.word.writer import own_template, text_area
from app.domain.rich_text import RichText
from tests.bench.harness import Figure, bench, best_seconds, times_the_floor
from tests.helpers.content import BlobShelf, a_case, every_block, papers

CASES = 20
ROUNDS = 9


def forty_pages() -> Papers:
    """Twenty briefs of two pages each, with every kind of block."""
    text = RichText(every_block().blocks * 2)
    sections = tuple(
        Section(key, heading, text if key == "background" else RichText(text.blocks[:3]))
        for key, heading in (
            ("proposal", "Forslag til vedtak"),
            ("background", "Bakgrunn og saksopplysninger"),
            ("assessment", "Vurdering"),
        )
    )
    return papers(tuple(a_case(number, sections=sections) for number in range(1, CASES + 1)))


@bench
def word_of_forty_pages() -> Iterable[Figure]:
    """The whole way from content to bytes; the floor gets its rich text ready-made."""
    content = forty_pages()
    shelf = BlobShelf()
    template = own_template("Papers")
    context = _ready_made(content, template)

    def floor() -> None:
        bare = DocxTemplate(io.BytesIO(template))
        bare.render(context, Environment(autoescape=True), autoescape=True)
        bare.save(io.BytesIO())

    ours, alone = best_seconds(lambda: write_docx(content, shelf), floor, rounds=ROUNDS)
    users, _ = best_seconds(lambda: write_docx(content, shelf, template), floor, rounds=ROUNDS)
    return (
        Figure("Word, 40 pages", ours * 1_000, "ms", alone * 1_000, times_the_floor(1.5)),
        Figure("Word, user's template", users * 1_000, "ms", alone * 1_000, times_the_floor(1.5)),
    )


def _ready_made(content: Papers, template: bytes) -> dict[str, Any]:
    """The same context with every piece already written, as docxtpl alone would be given it."""
    document = DocxTemplate(io.BytesIO(template)).get_docx()
    styles = Styles(document)
    area = text_area(document)
    writer = RichTextWriter(
        styles,
        Numbering(document, styles),
        Pictures(document, BlobShelf(), area),
        Links(document.part),
        area.width,
        lambda picture, error: "",
    )
    made = ContextMaker(content, writer, styles, area.width).context()
    written: dict[str, Any] = _written(made)
    return written


def _written(value: Any) -> Any:
    match value:
        case Blocks() | Runs():
            return Markup(value.write())
        case dict():
            return {name: _written(member) for name, member in value.items()}
        case tuple():
            return tuple(_written(member) for member in value)
    return value
