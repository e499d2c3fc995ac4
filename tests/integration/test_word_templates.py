"""The user's own templates: what they may change, and what is refused in words."""

from __future__ import annotations

import ast
import io
import re
import struct
import zipfile
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from app.documents import content as content_module
from app.documents import gathering as gathering_module
from app.documents.word import write_docx
from app.documents.word.names import W
from app.documents.word.writer import FOLDER, own_template
from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.i18n.sentences import sentence, sentences
from tests.helpers.content import BlobShelf, minutes, papers
from tests.helpers.word_files import (
    DOCUMENT,
    PLACES,
    TYPES,
    a_template,
    paragraph,
    parts_of,
    styled,
    template_with,
    tree,
    words,
    zipped,
)
from tests.prove.prove_templates import hostile_parts, hostile_tags, mutated_templates
from tools.make_templates import MAKERS

ROOT = Path(__file__).resolve().parents[2]


def filled(template: bytes) -> bytes:
    data, _ = write_docx(papers(), BlobShelf(), template)
    return data


def refused(template: bytes) -> Reason:
    with pytest.raises(UserError) as caught:
        write_docx(papers(), BlobShelf(), template)
    assert sentence(caught.value.code, caught.value.params)
    return caught.value.reason


def changed(part: str, old: str, new: str) -> bytes:
    parts = parts_of(own_template("Papers"))
    text = parts[part].decode("utf-8")
    assert old in text
    parts[part] = text.replace(old, new).encode("utf-8")
    return zipped(parts)


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_template_in_the_tree_is_what_its_source_makes(name: str) -> None:
    made, kept = parts_of(MAKERS[name]()), parts_of((FOLDER / name).read_bytes())
    assert made == kept, "run python -m tools.make_templates"


@pytest.mark.parametrize("content", [papers(), minutes()])
def test_our_own_template_passes_as_a_users_and_gives_the_same(content) -> None:  # type: ignore[no-untyped-def]
    own = own_template(type(content).__name__)
    assert write_docx(content, BlobShelf(), own) == write_docx(content, BlobShelf())


def test_fixed_words_order_and_styles_may_be_changed() -> None:
    body = (
        paragraph("Fra {{ letterhead.organisation }} til {{ called.entries|first }}")
        + paragraph("{{p agenda.table }}")
        + paragraph("{%p for case in cases %}")
        + paragraph("{{ loop.index }}/{{ loop.length }}: {{ case.title|upper }}")
        + paragraph("{%p if case.facts|length > 2 and not case.withheld %}")
        + paragraph("{{ case.facts[0].label }}: {{ case.facts[0].value|default('–') }}")
        + paragraph("{%p endif %}")
        + paragraph("{%p endfor %}")
    )
    shown = words(filled(a_template(body)))
    assert "Fra Trondheimsregionen til Adm. direktør Kari Nordvik" in shown
    assert "1/2: TESTARENA FOR HAVTEKNOLOGI – FASE 2\nSaksbehandler: Ingrid Solem" in shown
    assert "2/2: GRÜNDERPROGRAM" in shown


def test_tag_that_word_has_cut_up_is_found() -> None:
    cut = (
        "<w:p><w:r><w:t>{{ hea</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ding }}</w:t></w:r></w:p>"
    )
    assert "Innkalling" in words(filled(a_template(cut)))


@pytest.mark.parametrize(("place", "part"), [
    ("body", DOCUMENT), ("header", "word/header1.xml"), ("footer", "word/footer1.xml"),
    ("footnote", "word/footnotes.xml"),
])  # fmt: skip
def test_tags_work_in_every_part_that_speaks(place: str, part: str) -> None:
    assert words(filled(template_with("{{ heading }}", place)), part).strip() == "Innkalling"


def test_properties_of_a_template_are_not_rendered_nor_kept() -> None:
    core = parts_of(filled(template_with("{{ heading }} av Ola", "properties")))[
        "docProps/core.xml"
    ]
    assert "Ola" not in core.decode("utf-8")
    assert "<dc:title>Innkalling til møte" in core.decode("utf-8")


def test_words_of_the_content_never_run_as_tags() -> None:
    template = a_template(paragraph("{{ heading }}"), footnote=paragraph("{{ heading }}"))
    parts = parts_of(template)
    break_ = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + break_.encode())
    data, _ = write_docx(papers(heading="{{ body }} {_{ body }_}"), BlobShelf(), zipped(parts))
    assert "{{ body }} {_{ body }_}" in words(data)
    assert "{{ body }} {_{ body }_}" in words(data, "word/footnotes.xml")


def test_template_without_our_styles_and_lists_still_works_and_says_so() -> None:
    parts = parts_of(own_template("Papers"))
    parts["word/styles.xml"] = re.sub(
        rb'<w:style w:type="(paragraph|table|character)"(?! w:default).*?</w:style>', b"",
        parts["word/styles.xml"], flags=re.DOTALL,
    )  # fmt: skip
    del parts["word/numbering.xml"]
    for name in (TYPES, "word/_rels/document.xml.rels"):
        parts[name] = re.sub(rb"<(Override|Relationship) [^>]*numbering[^>]*/>", b"", parts[name])
    data, problems = write_docx(papers(), BlobShelf(), zipped(parts))
    (problem,) = problems
    assert problem.code == "word_template_lacks_styles"
    assert "Rundgangstabell" in problem.params["names"]  # type: ignore[operator]
    assert list(tree(data, "word/rundgang-numbering.xml").iter(f"{W}abstractNum"))
    assert "Midlene dekkes av næringsbudsjettet" in words(data)


def test_styles_are_found_by_name_when_word_has_given_them_other_ids() -> None:
    parts = parts_of(own_template("Papers"))
    for name in ("word/styles.xml", DOCUMENT, "word/numbering.xml"):
        parts[name] = parts[name].replace(b'"Heading3"', b'"Overskrift3"')
    assert styled(filled(zipped(parts)), "Overskrift3") == ["Erfaringer fra fase 1"] * 2


def test_picture_in_a_loop_gets_numbers_of_its_own() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="1" name="a" descr="{{ case.title }}"/></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )
    body = paragraph("{%p for case in cases %}") + drawing + paragraph("{%p endfor %}")
    found = [e for e in tree(filled(a_template(body))).iter() if str(e.tag).endswith("docPr")]
    assert [e.get("id") for e in found] == ["1", "2"]
    assert found[1].get("descr") == "Gründerprogram"


def test_loop_that_leaves_a_cell_or_a_table_empty_is_mended() -> None:
    row = "<w:tr><w:tc><w:tcPr/>{}</w:tc></w:tr>"
    nothing = paragraph("{%p for x in copied.entries if false %}") + paragraph("{%p endfor %}")
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{row.format(nothing)}</w:tbl>"
    cells = list(tree(filled(a_template(table))).iter(f"{W}tc"))
    assert [cell[-1].tag for cell in cells] == [f"{W}p"]


@pytest.mark.parametrize(
    ("tag", "code", "told"),
    [
        ("{{ titel }}", "word_template_tag_unknown", "{{ titel }}"),
        ("{{ heading }} {{ closing.nam }}", "word_template_tag_unknown", "{{ closing.nam }}"),
        ("{{ heading", "word_template_tag_unclosed", "{{ heading"),
        ("{{ heading | }}", "word_template_tag_wrong", "{{ heading | }}"),
        ("{% for x in facts %}{{ x }}{% endfor %}", "word_template_tag_is_a_group", "{{ x }}"),
        ("{{ cases }}", "word_template_tag_is_a_group", "{{ cases }}"),
        (
            "{% for x in heading %}{% endfor %}",
            "word_template_tag_not_a_list",
            "{% for x in heading %}",
        ),
        ("{{ agenda.table }}", "word_template_tag_needs_block", "{{ agenda.table }}"),
        ("{{ letterhead.page_of }}", "word_template_tag_needs_run", "{{ letterhead.page_of }}"),
        ("{{ 1 + 1 }}", "word_template_tag_forbidden", "{{ 1 + 1 }}"),
        ("{% if heading < 3 %}a{% endif %}", "word_template_tag_wrong", "{% if heading < 3 %}"),
        ("{% endfor %}", "word_template_tag_wrong", "{% endfor %}"),
    ],
)
def test_mistake_in_a_template_is_told_with_its_tag(tag: str, code: str, told: str) -> None:
    reason = refused(a_template(paragraph("Først") + paragraph(tag) + paragraph("Sist")))
    assert (reason.code, reason.params["tag"]) == (code, told)


def test_the_right_way_to_write_a_tag_is_told() -> None:
    assert (
        refused(a_template(paragraph("{{ agenda.table }}"))).params["right"]
        == "{{p agenda.table }}"
    )
    assert refused(a_template(paragraph("{{p heading }}"))).code == "word_template_tag_needs_text"


def test_tables_and_text_of_the_body_are_refused_in_a_footer() -> None:
    reason = refused(a_template(footer=paragraph("{{p agenda.table }}")))
    assert reason.code == "word_template_tag_outside_body"


def test_tags_that_cross_paragraphs_are_refused() -> None:
    crossed = paragraph("{%p if not heading %}") + paragraph("a {% endif %} b")
    assert refused(a_template(crossed)).code == "word_template_tags_crossed"


def test_tag_in_a_field_is_refused() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    field = f"<w:p>{begin}<w:r><w:instrText>{{{{ heading }}}}</w:instrText></w:r></w:p>"
    assert refused(a_template(field)).code in ("word_template_tag_misplaced", "word_template_field")


def test_field_made_by_choices_is_refused() -> None:
    """The template shows PAGE; with the choice made, what is left is DDEAUTO."""
    begin, end = (
        f'<w:p><w:r><w:fldChar w:fldCharType="{kind}"/></w:r></w:p>' for kind in ("begin", "end")
    )
    body = (
        begin
        + paragraph("{%p if not heading %}")
        + "<w:p><w:r><w:instrText>PAGE </w:instrText></w:r></w:p>"
        + paragraph("{%p endif %}")
        + '<w:p><w:r><w:instrText>DDEAUTO cmd "/k calc"</w:instrText></w:r></w:p>'
        + end
    )
    assert refused(a_template(body)).code == "word_template_field"


@pytest.mark.parametrize("name", ["author", "change"])
def test_comments_and_tracked_changes_do_not_slip_out(name: str) -> None:
    body = {
        "author": '<w:p><w:ins w:author="Ola" w:id="1"><w:r><w:t>nytt</w:t></w:r></w:ins></w:p>',
        "change": '<w:p><w:pPr><w:pPrChange w:id="1" w:author="Ola"/></w:pPr></w:p>',
    }[name]
    assert refused(a_template(body)).code == "word_template_reviewing"


def test_macro_document_under_another_name_is_refused() -> None:
    template = changed(
        TYPES, "wordprocessingml.document.main+xml", "word.document.macroEnabled.main+xml"
    )
    assert refused(template).code == "word_template_macros"


@pytest.mark.parametrize(
    "body",
    [
        '<w:altChunk xmlns:r="urn:r" r:id="rId1"/>',
        "<w:p><w:r><w:object/></w:r></w:p>",
        '<w:p><w:r><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:r></w:p>',
        '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="file:///c:/a"/></w:pict></w:r></w:p>',
    ],
)
def test_contents_from_elsewhere_are_refused(body: str) -> None:
    assert refused(a_template(body)).code in (
        "word_template_remote", "word_template_embedded", "word_template_external",
    )  # fmt: skip


def test_watermark_and_ordinary_link_are_allowed() -> None:
    parts = parts_of(
        a_template(
            '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>'
            "</w:p>"
        )
    )
    name = "word/_rels/document.xml.rels"
    link = (
        b'<Relationship Id="l1" TargetMode="External" Target="https://example.org" Type="http://'
        b'schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    parts[name] = parts[name].replace(b"</Relationships>", link)
    assert b"https://example.org" in parts_of(filled(zipped(parts)))[name]


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "word_template_damaged"),
        ('<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16"), "word_template_damaged"),
        (b'<?xml version="1.0" encoding="UTF-7"?><a/>', "word_template_damaged"),
        (b"<a><b></a>", "word_template_damaged"),
        (b"", "word_template_damaged"),
        (b"<a>" * 400 + b"</a>" * 400, "word_template_damaged"),
    ],
)
def test_xml_that_is_not_plain_is_refused(part: bytes, code: str) -> None:
    parts = parts_of(own_template("Papers"))
    parts["word/settings.xml"] = part
    reason = refused(zipped(parts))
    assert (reason.code, reason.params["part"]) == (code, "word/settings.xml")


def test_relation_without_a_name_is_refused() -> None:
    template = changed("word/_rels/document.xml.rels", 'Id="rId5"', 'Ix="rId5"')
    assert refused(template).code == "word_template_damaged"


def test_bomb_is_refused_before_it_is_unpacked() -> None:
    parts = parts_of(own_template("Papers"))
    parts["word/media/a.bin"] = b"\0" * (30 * 1024 * 1024)
    assert refused(zipped(parts)).code == "word_template_too_large"


def test_too_many_entries_are_refused() -> None:
    parts = parts_of(own_template("Papers")) | {f"word/a{n}.bin": b"" for n in range(2_001)}
    assert refused(zipped(parts)).code == "word_template_too_large"


def test_size_that_lies_is_refused() -> None:
    data = bytearray(own_template("Papers"))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        at = archive.getinfo(DOCUMENT).header_offset
        start = archive.start_dir
    listed = data.index(DOCUMENT.encode(), start) - 46
    for place in (at + 22, listed + 24):
        struct.pack_into("<I", data, place, 3)
    assert refused(bytes(data)).code in ("word_template_not_word", "word_template_damaged")


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"not a zip", b"%PDF-1.7", own_template("Papers")[:900]]
)
def test_file_that_is_not_word_is_refused(data: bytes) -> None:
    assert refused(data).code == "word_template_not_word"


def test_template_of_another_program_is_refused() -> None:
    parts = {TYPES: b"<Types/>", "a.xml": b"<a/>"}
    assert refused(zipped(parts)).code == "word_template_not_word"


def test_two_entries_of_one_name_are_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in [
            *parts_of(own_template("Papers")).items(),
            ("WORD/document.xml", b"<a/>"),
        ]:
            archive.writestr(name, part)
    assert refused(target.getvalue()).code == "word_template_not_word"


def test_notes_of_word_about_the_author_are_not_copied() -> None:
    parts = parts_of(own_template("Papers"))
    parts["docProps/custom.xml"] = b"<Properties>hemmelig</Properties>"
    parts["customXml/item1.xml"] = b"<a>hemmelig</a>"
    for where, target, kind in (
        ("_rels/.rels", "docProps/custom.xml", "custom-properties"),
        ("word/_rels/document.xml.rels", "../customXml/item1.xml", "customXml"),
    ):
        added = f'<Relationship Id="c1" Type="http://a/{kind}" Target="{target}"/></Relationships>'
        parts[where] = parts[where].replace(b"</Relationships>", added.encode())
    made = parts_of(filled(zipped(parts)))
    assert not any(b"hemmelig" in part for part in made.values())


def test_every_refusal_has_its_sentence() -> None:
    codes = {
        node.value
        for path in sorted((ROOT / "app/documents").glob("word/*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and str(node.value).startswith(("word_", "excel_"))
        and not str(node.value).endswith("_")
    }
    assert len(codes) > 20
    assert {code for code in codes if code not in sentences()} == set()


@pytest.mark.parametrize("place", PLACES)
def test_hostile_tags_are_tried_in(place: str) -> None:
    assert "{{ 7 }}" in "".join(
        part.decode("utf-8", errors="ignore")
        for part in parts_of(template_with("{{ 7 }}", place)).values()
    )


def test_hostile_tags_run_nothing_and_show_nothing() -> None:
    assert hostile_tags(120, 1).breaches == ()


def test_hostile_parts_are_refused() -> None:
    assert hostile_parts(76, 1).breaches == ()


def test_mutated_templates_end_in_words() -> None:
    assert mutated_templates(150, 2).breaches == ()


def test_tags_in_the_guide_exist() -> None:
    guide = (ROOT / "docs/maler.md").read_text(encoding="utf-8")
    lists = guide.split("## Felles")[1].split("## Stilene")[0]
    named = set(re.findall(r"`([a-z_]+)`", lists))
    modules = (content_module, gathering_module)
    kinds = [kind for one in modules for kind in vars(one).values() if is_dataclass(kind)]
    known = {field.name for kind in kinds for field in fields(kind)} | {"table", "place"}
    assert len(named) > 40
    assert named - known == set()
