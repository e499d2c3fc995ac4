"""A document as Word, plain as most people write it: real headings, lists and tables."""

from __future__ import annotations

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from app.documents.content import Metadata
from app.documents.samples.values import SampleDocument
from app.documents.word.package import packed
from app.domain.rich_text import Block, Cell, Heading, ListBlock, Paragraph, Picture, Run, Table
from app.domain.vocabulary import Audience


def sample_docx(document: SampleDocument) -> bytes:
    """The document as Word; the same document gives the same bytes."""
    word = Document()
    _set_page(word)
    word.add_heading(document.title, 0)
    about = ", ".join(part for part in (document.author, document.date_text) if part)
    word.add_paragraph(f"{document.subtitle}\n{about}")
    if document.marking:
        word.add_paragraph().add_run(document.marking).bold = True
    for number, section in enumerate(document.sections, start=1):
        word.add_heading(f"{number}. {section.heading}", 1)
        for block in section.body.blocks:
            _write(word, block)
    meta = Metadata(
        title=document.title,
        subject=document.subtitle,
        author=document.author,
        language="nb-NO",
        dated_on=document.dated_on,
        audience=Audience.MEMBERS,
    )
    return packed(word, meta)


def _set_page(word: WordDocument) -> None:
    """A4, as Norwegian offices have it; the library's own page is American."""
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)


def _write(word: WordDocument, block: Block) -> None:
    match block:
        case Paragraph(runs):
            _add(word.add_paragraph(), runs)
        case Heading(level, runs):
            _add(word.add_heading(level=min(level + 1, 4)), runs)
        case ListBlock():
            _write_list(word, block)
        case Table(rows):
            _write_table(word, rows)
        case Picture(_, description):
            word.add_paragraph(description)


def _write_list(word: WordDocument, block: ListBlock) -> None:
    """A numbered list writes its own numbers, so that each one begins at 1."""
    for number, item in enumerate(block.items, start=1):
        paragraph = word.add_paragraph(style=None if block.ordered else "List Bullet")
        if block.ordered:
            paragraph.paragraph_format.left_indent = Cm(0.8)
            paragraph.paragraph_format.first_line_indent = Cm(-0.8)
            paragraph.add_run(f"{number}.\t")
        _add(paragraph, item.runs)
        for child in item.children:
            _write_list(word, child)


def _write_table(word: WordDocument, rows: tuple[tuple[Cell, ...], ...]) -> None:
    table = word.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for place, cell in zip(row.cells, cells, strict=True):
            paragraph = place.paragraphs[0]
            _add(paragraph, cell.runs)
            if cell.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.add_paragraph()


def _add(paragraph: WordParagraph, runs: tuple[Run, ...]) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold, added.italic, added.underline = run.bold, run.italic, run.underline
