"""Promise 11: a template from outside runs nothing, wherever in the file its tags stand."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from app.documents.word import write_docx
from app.documents.word.names import RELATIONS
from app.documents.word.writer import own_template
from app.domain.errors import UserError
from tests.helpers.content import BlobShelf, papers
from tests.helpers.word_files import PLACES, RELATED, parts_of, relate, template_with, zipped
from tests.prove.harness import Outcome, proves

CANARY = Path(tempfile.gettempdir()) / "rundgang-template-ran"
SLOWEST = 1.0
"""Seconds of the processor that any one template may take."""

_RUN = f"__import__('os').system('echo ran > {CANARY.as_posix()}')"
_SHELL = f"('echo ran > {CANARY.as_posix()}')"

PAYLOADS = (
    # walks from a value to Python's own objects
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ heading.__class__.__base__ }}",
    "{{ heading['__class__'] }}",
    "{{ cases.__class__.__init__.__globals__ }}",
    "{{ cases[0].__dict__ }}",
    "{{ letterhead.page_of.write }}",
    "{{ letterhead.page_of.write.__globals__ }}",
    "{{ agenda.table.write.__closure__ }}",
    "{{ heading|attr('__class__') }}",
    "{{ heading|attr('__cl' ~ 'ass__') }}",
    "{{ (1).__class__ }}",
    "{{ none.__class__ }}",
    "{{ missing.__class__ }}",
    # calls
    "{{ heading.upper() }}",
    "{{ heading.format() }}",
    "{{ '{0.__class__}'.format(heading) }}",
    "{{ '%s' % heading }}",
    "{{ heading.encode('utf-8') }}",
    "{{ cases.count(1) }}",
    "{{ facts.index }}",
    "{{ letterhead.page_of.write() }}",
    # what Jinja itself offers
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    f"{{{{ cycler.__init__.__globals__.os.popen{_SHELL}.read() }}}}",
    f"{{{{ lipsum.__globals__['os'].popen{_SHELL}.read() }}}}",
    f"{{{{ joiner.__init__.__globals__['__builtins__']['eval']({_RUN!r}) }}}}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ range(10) }}",
    "{{ config }}",
    "{{ request }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ url_for.__globals__ }}",
    f"{{{{ {_RUN} }}}}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{% for x in facts %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in facts %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for x in facts %}{{ loop._iterator }}{% endfor %}",
    "{% for x in facts recursive %}{{ loop(facts) }}{% endfor %}",
    "{% include 'secret' %}",
    "{% import 'secret' as s %}",
    "{% extends 'secret' %}",
    "{% block a %}{{ self.a() }}{% endblock %}",
    "{% macro a() %}{{ caller() }}{% endmacro %}{{ a() }}",
    "{% set a = heading %}{{ a }}",
    "{% with a = heading %}{{ a }}{% endwith %}",
    "{% filter upper %}a{% endfilter %}",
    "{% call heading() %}{% endcall %}",
    "{% autoescape false %}{{ heading }}{% endautoescape %}",
    "{% do heading %}",
    "{% debug %}",
    # filters and tests beyond the list
    "{{ heading|safe }}",
    "{{ cases|map(attribute='__class__')|list }}",
    "{{ cases|selectattr('__class__')|list }}",
    "{{ heading|tojson }}",
    "{{ heading|pprint }}",
    "{{ heading|format(heading) }}",
    "{{ heading|list }}",
    "{{ heading|xmlattr }}",
    "{{ heading is callable }}",
    "{{ heading is filter('upper') }}",
    # bombs
    "{{ 'a' * 1000000000 }}",
    "{{ [0] * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 2 ** 100000000 }}",
    "{{ range(1000000000)|list }}",
    "{% for a in range(1000000000) %}{% endfor %}",
    "{{ heading|center(1000000000) }}",
    "{{ heading|replace('', heading) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ heading|indent(1000000000) }}",
    "{{ heading|wordwrap(1) }}",
    "{% set a = heading %}" + "{% set a = a ~ a %}" * 40,
    "{% for c in heading %}{{ c }}{% endfor %}",
    "".join(f"{{% for x{n} in facts %}}" for n in range(12)) + "a" + "{% endfor %}" * 12,
    "{{ " + "(" * 150 + "1" + ")" * 150 + " }}",
    "{{ " + "not " * 90 + "1 }}",
    "{{r " * 3_000,
    "{{ a }" * 3_000,
)

SHOWING = (
    "<class", "&lt;class", "object at 0x", "function", "__globals__", "__dict__", "builtins",
    "ABCMeta", "TemplateReference", "subclasses", "LoopContext", "{{", "{%",
)  # fmt: skip
"""Signs in a finished document that a tag got at more than it was given."""


@proves(11, "hostile tags × body, header, footer, footnote, properties", count=405)
def hostile_tags(count: int, seed: int) -> Outcome:
    """Each payload in each place: refused in words, or left out; never run, never shown."""
    tries = [(payload, place) for payload in PAYLOADS for place in PLACES]
    random.Random(seed).shuffle(tries)
    CANARY.unlink(missing_ok=True)
    breaches: list[str] = []
    slowest = 0.0
    for payload, place in tries[:count]:
        started = time.process_time()
        found = _tried(template_with(payload, place))
        taken = time.process_time() - started
        slowest = max(slowest, taken)
        if taken > SLOWEST:
            found = f"took {taken:.1f} s"
        if found:
            breaches.append(f"{place}: {payload[:60]!r} {found}")
    return Outcome(len(tries[:count]), tuple(breaches), f"slowest {slowest * 1000:.0f} ms")


@proves(11, "macros, OLE, DDE, remote and external contents refused", count=76)
def hostile_parts(count: int, seed: int) -> Outcome:
    """Every kind of part, relation and field that runs or fetches is refused in words."""
    made = _hostile_files()
    names = sorted(made)
    random.Random(seed).shuffle(names)
    breaches = []
    for name in names[:count]:
        try:
            write_docx(papers(), BlobShelf(), made[name])
        except UserError:
            continue
        except Exception as error:
            breaches.append(f"{name}: {type(error).__name__}: {error}")
        else:
            breaches.append(f"{name}: taken as a template")
    return Outcome(len(names[:count]), tuple(breaches))


@proves(10, "mutated Word templates: one exception type", count=1_500)
def mutated_templates(count: int, seed: int) -> Outcome:
    """A template with bytes of its parts changed is read, or refused with a `UserError`."""
    chance = random.Random(seed)
    original = parts_of(own_template("Papers"))
    small = papers(cases=())
    breaches = []
    for number in range(count):
        parts = dict(original)
        _mutate(parts, chance)
        data = zipped(parts)
        if chance.random() < 0.2:
            data = _cut(data, chance)
        try:
            write_docx(small, BlobShelf(), data)
        except UserError:
            continue
        except Exception as error:
            breaches.append(f"mutation {number} of seed {seed}: {type(error).__name__}: {error}")
    return Outcome(count, tuple(breaches))


def _tried(template: bytes) -> str:
    """What the template got away with; empty for nothing."""
    try:
        made, _ = write_docx(papers(), BlobShelf(), template)
    except UserError:
        shown = ""
    except Exception as error:
        return f"broke with {type(error).__name__}: {error}"
    else:
        shown = " ".join(
            part.decode("utf-8", errors="replace")
            for name, part in parts_of(made).items()
            if name.endswith((".xml", ".rels"))
        )
    if CANARY.exists():
        CANARY.unlink()
        return "ran a command"
    return next((f"showed {sign!r}" for sign in SHOWING if sign in shown), "")


def _mutate(parts: dict[str, bytes], chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(parts))
        part = bytearray(parts[name])
        kind = chance.randrange(4)
        at = chance.randrange(max(len(part), 1))
        if kind == 0:
            part[at : at + chance.randint(1, 200)] = b""
        elif kind == 1:
            part[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 2:
            end = at + chance.randint(1, 300)
            part[at:at] = part[at:end]
        elif name != "word/document.xml":
            del parts[name]
            continue
        parts[name] = bytes(part)


def _cut(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    if chance.random() < 0.5:
        return data[:at]
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


_RELATED_KINDS = {
    "vbaProject": "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
    "wordVbaData": "http://schemas.microsoft.com/office/2006/relationships/wordVbaData",
    **{
        kind: f"{RELATIONS}/{kind}"
        for kind in (
            "oleObject", "package", "control", "aFChunk", "attachedTemplate", "subDocument",
            "frame", "mailMergeSource", "recipientData", "comments", "video", "unheardOf",
        )
    },
}  # fmt: skip
_FIELDS = (
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
    'DDE excel "a" "b"',
    'INCLUDETEXT "\\\\\\\\host\\\\file"',
    'INCLUDEPICTURE "https://host/a.png"',
    "LINK Excel.Sheet.8 a b",
    "IMPORT a",
    "DATABASE \\d a",
    "MACROBUTTON a b",
    "QUOTE 68 68 69",
    'HYPERLINK "file:///c:/a.exe"',
    "PAGE {{ heading }}",
)


def _hostile_files() -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for kind, address in _RELATED_KINDS.items():
        for external in (False, True):
            parts = parts_of(template_with("{{ heading }}", "body"))
            parts["word/hostile.bin"] = b"hostile"
            target = "file:///c:/hostile.bin" if external else "hostile.bin"
            relate(parts, RELATED, target, address, external)
            made[f"{kind}, {'outside' if external else 'inside'}"] = zipped(parts)
    for address in ("file:///c:/a.exe", "javascript:alert(1)", "\\\\host\\share", "ftp://host/a"):
        parts = parts_of(template_with("{{ heading }}", "body"))
        relate(parts, RELATED, address, f"{RELATIONS}/hyperlink", external=True)
        made[f"link to {address}"] = zipped(parts)
    for field in _FIELDS:
        made |= {f"field {field}, {form}": data for form, data in _fields(field).items()}
    return made


def _fields(field: str) -> dict[str, bytes]:
    """The field simple, complex, cut in two, and in the footer."""
    escaped = field.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    half = len(field) // 3
    first, second = field[:half].replace('"', "&quot;"), field[half:].replace('"', "&quot;")
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    pieces = {
        "simple": f'<w:p><w:fldSimple w:instr="{escaped}"/></w:p>',
        "complex": f"<w:p>{begin}<w:r><w:instrText>{escaped}</w:instrText></w:r>{end}</w:p>",
        "cut": (
            f"<w:p>{begin}<w:r><w:instrText>{first}</w:instrText></w:r></w:p>"
            f"<w:p><w:r><w:instrText>{second}</w:instrText></w:r>{end}</w:p>"
        ),
    }
    made = {}
    for form, body in pieces.items():
        parts = parts_of(template_with("{{ heading }}", "body"))
        document = parts["word/document.xml"].decode("utf-8")
        parts["word/document.xml"] = document.replace("<w:body>", f"<w:body>{body}").encode()
        made[form] = zipped(parts)
    parts = parts_of(template_with("{{ heading }}", "body"))
    footer = parts["word/footer1.xml"].decode("utf-8")
    parts["word/footer1.xml"] = footer.replace("</w:ftr>", f"{pieces['complex']}</w:ftr>").encode()
    made["in the footer"] = zipped(parts)
    return made
