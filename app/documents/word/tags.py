"""The tags of a part, found before anything runs, so that a mistake can be told by its tag."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from app.documents.word.names import W
from app.domain.errors import UserError

MAX_TAGS = 2_000
MAX_LENGTH = 400

_OPENING = re.compile(r"\{\n*([{%#])")
_CLOSING = {"{": re.compile(r"\}\n*\}"), "%": re.compile(r"%\n*\}"), "#": re.compile(r"#\n*\}")}
_ANY = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PRINTED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_LOOPS = re.compile(r"\{%-?\s*for\s.*?%\}", re.DOTALL)
_LETTER = re.compile(r"(\{\{|\{%)-?\s*(?:p|r|tr|tc)\s")


def check_tags(root: etree._Element) -> None:
    """Every tag of the part is closed, short and not too many; `UserError` tells which is not.

    Looked at as the template engine will, which joins what Word has cut up, even across
    paragraphs: the words of the whole part in one string, then each attribute. Nothing else may
    hold a tag.
    """
    words: list[str] = []
    found = 0
    for element in root.iter("*"):
        text = element.text or ""
        if element.tag == f"{W}p":
            words.append("\n")
        if element.tag == f"{W}t":
            words.append(text)
        elif _OPENING.search(text):
            raise UserError("word_template_tag_misplaced", tag=text.strip()[:MAX_LENGTH])
        for value in element.attrib.values():
            found += sum(1 for _ in _tags(str(value)))
    found += sum(1 for _ in _tags("".join(words)))
    if found > MAX_TAGS:
        raise UserError("word_template_too_many_tags", most=MAX_TAGS)


def tag_on(line: str, name: str) -> str:
    """The tag on one line of a part that speaks of `name`, else the first tag there."""
    tags = _ANY.findall(line)
    naming = [tag for tag in tags if name and name in tag]
    return _shown((naming or tags or [name])[0])


def printed_tag(source: str, number: int) -> str:
    """The tag of the part that prints for the `number`th time, counted from 0."""
    return _numbered(_PRINTED, source, number)


def loop_tag(source: str, number: int) -> str:
    """The tag of the part's `number`th loop, counted from 0."""
    return _numbered(_LOOPS, source, number)


def _numbered(kind: re.Pattern[str], source: str, number: int) -> str:
    found = kind.findall(source)
    return _shown(found[number]) if number < len(found) else ""


def with_letter(tag: str, letter: str) -> str:
    """`tag` written for a place of its own: `{{ x }}` as `{{p x }}`."""
    plain = _LETTER.sub(r"\1 ", tag)
    return plain.replace("{{ ", "{{", 1).replace("{{", "{{" + letter + " ", 1) if letter else plain


def _shown(tag: str) -> str:
    return " ".join(tag.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split())


def _tags(text: str) -> Iterator[str]:
    at = 0
    while opening := _OPENING.search(text, at):
        closing = _CLOSING[opening.group(1)].search(text, opening.end())
        if closing is None or closing.end() - opening.start() > MAX_LENGTH:
            shown = text[opening.start() : opening.start() + 60].split("\n")[0]
            raise UserError("word_template_tag_unclosed", tag=_shown(shown))
        yield text[opening.start() : closing.end()]
        at = closing.end()
