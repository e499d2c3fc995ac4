"""A template's parts filled in: docxtpl finds the tags that Word has cut up, the sandbox runs them.

docxtpl's own `render` is not used. It fills in the document's properties in a plain environment,
footnotes once for each section (so that words from the first round would run as tags in the
second), and mends broken XML in silence; and its passes over the finished text cost more than
the rendering. Here each part that speaks is rendered once, and what does not hold together is told.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from types import TracebackType

from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.opc.part import Part, XmlPart
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError, TemplateSyntaxError, UndefinedError
from lxml import etree

from app.documents.word.guard import SPEAKING, parse, relation_kind
from app.documents.word.mistakes import TagMistake
from app.documents.word.names import WP, W
from app.documents.word.sandbox import Sandbox
from app.documents.word.tags import loop_tag, printed_tag, tag_on, with_letter
from app.documents.word.values import Context
from app.domain.errors import UserError

_TRACES = re.compile(r' (?:w14:paraId|w14:textId|w:rsid\w*)="[^"]*"')
"""Marks that tell editing sessions apart; repeated by a loop they would not be unique."""
_SPEAKING_KINDS = frozenset({"header", "footer", "footnotes", "endnotes"})
_LETTERS = {"word_template_tag_needs_block": "p", "word_template_tag_needs_run": "r"}
_FILE = "<template>"


class Template:
    """A Word file whose tags are filled in once."""

    def __init__(self, data: bytes) -> None:
        """Read the template; `UserError` when it is not a Word file."""
        self._engine = DocxTemplate(io.BytesIO(data))
        try:
            self._engine.init_docx()
            self.document: Document = self._engine.docx
            _check_kinds(self.document)
        except (OpcError, KeyError, ValueError, AttributeError, TypeError, OSError) as error:
            raise UserError("word_template_not_word") from error

    def roots(self) -> list[etree._Element]:
        """The body first, then headers, footers and notes, as they stand now."""
        body = self.document.part
        return [_root(part) for part in (body, *_speaking_parts(body))]

    def render(self, context: Context, sandbox: Sandbox) -> None:
        """Fill in body, headers, footers and notes; `UserError` names the tag at fault."""
        body = self.document.part
        parts = [body, *_speaking_parts(body)]
        for part in parts:
            root = _root(part)
            sandbox.in_body = part is body
            rendered = self._rendered(root, context, sandbox)
            tidy(rendered)
            _set_root(part, rendered)
        _number_drawings(self.roots())

    def _rendered(self, root: etree._Element, context: Context, sandbox: Sandbox) -> etree._Element:
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        source = _TRACES.sub("", etree.tostring(root, encoding="unicode"))
        if "{" not in source:
            return root
        patched = self._engine.patch_xml(source).replace("<w:p ", "\n<w:p ")
        patched = patched.replace("<w:p>", "\n<w:p>")
        text = _filled_in(patched, context, sandbox)
        try:
            return parse(text)
        except etree.XMLSyntaxError as error:
            raise UserError("word_template_tags_crossed") from error


def _filled_in(source: str, context: Context, sandbox: Sandbox) -> str:
    try:
        return sandbox.from_string(source).render(context)
    except TagMistake as mistake:
        raise _told(mistake, source, mistake.line or _line_of(mistake.__traceback__)) from mistake
    except UndefinedError as error:
        unknown = TagMistake("word_template_tag_unknown", str(error.message))
        raise _told(unknown, source, _line_of(error.__traceback__)) from error
    except TemplateSyntaxError as error:
        raise _told(TagMistake("word_template_tag_wrong"), source, error.lineno) from error
    except RecursionError as error:
        raise UserError("word_template_endless") from error
    except (TemplateError, TypeError) as error:
        if isinstance(error, TypeError) and not _is_in_template(error.__traceback__):
            raise
        line = _line_of(error.__traceback__)
        raise _told(TagMistake("word_template_tag_wrong"), source, line) from error


def _told(mistake: TagMistake, source: str, line: int | None) -> UserError:
    """The mistake in the user's words, with the tag as it stands in the template."""
    if mistake.code == "word_template_endless":
        return UserError(mistake.code)
    lines = source.split("\n")
    tag = tag_on(lines[line - 1], mistake.name) if line and line <= len(lines) else mistake.name
    if mistake.printed is not None:
        tag = printed_tag(source, mistake.printed) or tag
    elif mistake.loop is not None:
        tag = loop_tag(source, mistake.loop) or tag
    if mistake.code == "word_template_tag_unknown":
        return UserError(mistake.code, tag=tag, name=mistake.name)
    if mistake.code in _LETTERS:
        return UserError(mistake.code, tag=tag, right=with_letter(tag, _LETTERS[mistake.code]))
    if mistake.code == "word_template_tag_needs_text":
        return UserError(mistake.code, tag=tag, right=with_letter(tag, ""))
    return UserError(mistake.code, tag=tag)


def _frames(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback is not None:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _line_of(traceback: TracebackType | None) -> int | None:
    """The template's line that was running, which Jinja writes into the traceback."""
    lines = [line for file, line in _frames(traceback) if file == _FILE]
    return lines[-1] if lines else None


def _is_in_template(traceback: TracebackType | None) -> bool:
    """Whether the error came from the template itself, not from what a tag asked us to write."""
    return [file for file, _ in _frames(traceback)][-1:] == [_FILE]


def _check_kinds(document: Document) -> None:
    """The parts that we write to are what their relations say; `ValueError` or its like if not."""
    if document.styles.element.tag != f"{W}styles":
        raise ValueError("styles")
    if not all(part.content_type for part in document.part.package.iter_parts()):
        raise ValueError("content type")
    for relation in document.part.rels.values():
        kind = relation_kind(relation.reltype)
        if kind == "numbering" and not isinstance(relation.target_part, XmlPart):
            raise ValueError(kind)


def _speaking_parts(body: Part) -> list[Part]:
    """Headers, footers and notes, each once, in the order of their names."""
    found = {
        str(relation.target_part.partname): relation.target_part
        for relation in body.rels.values()
        if not relation.is_external and relation_kind(relation.reltype) in _SPEAKING_KINDS
    }
    return [found[name] for name in sorted(found)]


def _root(part: Part) -> etree._Element:
    return part.element if isinstance(part, XmlPart) else parse(part.blob)


def _set_root(part: Part, root: etree._Element) -> None:
    """Put `root` in the part's place; python-docx has no public way to."""
    if isinstance(part, XmlPart):
        # lxml and python-docx each have their own type for the same element.
        part._element = root  # type: ignore[assignment]
    else:
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def tidy(root: etree._Element) -> None:
    """Mend what tags leave behind and Word calls damage: empty cells, tables and parts."""
    for table in list(root.iter(f"{W}tbl")):
        parent = table.getparent()
        if table.find(f"{W}tr") is None and parent is not None:
            parent.replace(table, etree.Element(f"{W}p"))
    for cell in root.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            cell.append(etree.Element(f"{W}p"))
    for printer in list(root.iter(f"{W}printerSettings")):
        parent = printer.getparent()
        if parent is not None:
            parent.remove(printer)
    if root.tag in SPEAKING and not len(root):
        root.append(etree.Element(f"{W}p"))


def _number_drawings(roots: list[etree._Element]) -> None:
    """Give every drawing of the document a number of its own, however often a loop repeats it."""
    number = 0
    for root in roots:
        for drawing in root.iter(f"{WP}docPr"):
            number += 1
            drawing.set("id", str(number))
