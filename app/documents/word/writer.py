"""From content to a Word file, by our own template or one that the user has changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docx.document import Document

from app.documents.jobs import BlobSource, Written
from app.documents.word.context import ContextMaker
from app.documents.word.fields import check_fields
from app.documents.word.guard import check_template
from app.documents.word.numbering import Numbering
from app.documents.word.package import packed
from app.documents.word.picture_parts import EMU_PER_TWIP, Pictures, TextArea
from app.documents.word.rendering import Template
from app.documents.word.rich_text import Links, RichTextWriter
from app.documents.word.sandbox import Sandbox
from app.documents.word.styles import Styles
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.rich_text import Picture, clean
from app.i18n.catalogue import as_language
from app.i18n.sentences import sentence

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "templates"
OWN = {
    "Papers": "sakspapirer.docx",
    "Minutes": "moteprotokoll.docx",
    "Letter": "brev.docx",
    "Programme": "program.docx",
    "GatheringReport": "rapport.docx",
    "AttendeeList": "deltakerliste.docx",
}
A4 = TextArea(width=9_184, height=13_900)


def write_docx(
    content: Written, blobs: BlobSource, template: bytes | None = None
) -> tuple[bytes, tuple[Reason, ...]]:
    """`content` as a Word file, and what the secretary should know of it; same content, same bytes.

    `template` is a Word file with tags, or None for ours. A template that could run or fetch
    anything, or with a mistake in a tag, is refused with a `UserError`.
    """
    if template is not None:
        check_template(template)
    made = Template(template if template is not None else own_template(type(content).__name__))
    styles = Styles(made.document)
    styles.set_language(content.meta.language)
    problems: dict[Reason, None] = {}
    maker = _context_maker(content, blobs, made.document, styles, problems)
    made.render(maker.context(), Sandbox())
    if template is not None:
        for root in made.roots():
            check_fields(root)
    if styles.missing:
        problems[Reason("word_template_lacks_styles", names=styles.missing)] = None
    return packed(made.document, content.meta), tuple(problems)


@cache
def own_template(content: str) -> bytes:
    """Our own template for a content, by its class's name."""
    return (FOLDER / OWN[content]).read_bytes()


def _context_maker(
    content: Written,
    blobs: BlobSource,
    document: Document,
    styles: Styles,
    problems: dict[Reason, None],
) -> ContextMaker:
    language = as_language(content.meta.language)

    def on_broken(picture: Picture, error: UserError) -> str:
        description = clean(picture.description)
        problems[Reason("word_picture_left_out", picture=description, cause=error.code)] = None
        return sentence("word_picture_note", {"picture": description}, language)

    area = text_area(document)
    writer = RichTextWriter(
        styles,
        Numbering(document, styles),
        Pictures(document, blobs, area),
        Links(document.part),
        area.width,
        on_broken,
    )
    return ContextMaker(content, writer, styles, area.width)


def text_area(document: Document) -> TextArea:
    """What the last section has for text; A4 with our margins where the template does not say."""
    section = document.sections[-1] if len(document.sections) else None
    if section is None or not section.page_width or not section.page_height:
        return A4
    width = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    height = section.page_height - (section.top_margin or 0) - (section.bottom_margin or 0)
    return TextArea(max(width // EMU_PER_TWIP, 1_000), max(height // EMU_PER_TWIP, 1_000))
