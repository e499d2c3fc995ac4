"""Rich text as plain HTML, for the clipboard of other programs."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.domain.rich_text import (
    Block,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
)


def to_html(text: RichText) -> str:
    """The blocks of `text`; of a picture its description, since the bytes stay in the file."""
    body = "\n".join(_block(block) for block in text.blocks)
    return f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>"
        case Heading(level, runs):
            return f"<h{level}>{_runs(runs)}</h{level}>"
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Picture(_, description):
            return f"<p>[{escape(description)}]</p>" if description else ""


def _list(block: ListBlock) -> str:
    tag = "ol" if block.ordered else "ul"
    items = (
        f"<li>{_runs(item.runs)}{''.join(map(_list, item.children))}</li>" for item in block.items
    )
    return f"<{tag}>{''.join(items)}</{tag}>"


def _table(table: Table) -> str:
    heads = table.rows[:1] if table.header else ()
    body = "".join(_row(row, "td") for row in table.rows[len(heads) :])
    return f"<table><thead>{''.join(_row(row, 'th') for row in heads)}</thead>{body}</table>"


def _row(row: Iterable[Cell], tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, tag) for cell in row)}</tr>"


def _cell(cell: Cell, tag: str) -> str:
    side = ' align="right"' if cell.numeric else ""
    return f"<{tag}{side}>{_runs(cell.runs)}</{tag}>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    shown = escape(run.text).replace("\n", "<br>")
    for tag, is_on in (("u", run.underline), ("i", run.italic), ("b", run.bold)):
        shown = f"<{tag}>{shown}</{tag}>" if is_on else shown
    return shown if run.link is None else f'<a href="{escape(run.link)}">{shown}</a>'
