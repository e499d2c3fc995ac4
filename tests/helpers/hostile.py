"""Files that mean harm: they act, they tell, they are damaged on purpose, they swell."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

from tests.helpers.pdfs import REAL, a_pdf, add_page, saved


def hostile_pdf(canary: str = "KANARI") -> bytes:
    """A PDF with every way of acting and telling that we know of, each marked with `canary`."""
    pdf = Pdf.new()
    page, other = add_page(pdf, "Side"), add_page(pdf, "To")
    script = Dictionary(S=Name.JavaScript, JS=String(f"{canary}-skript"))
    launch = Dictionary(S=Name.Launch, F=String(f"{canary}-start.exe"))
    embedded = pdf.make_indirect(Stream(pdf, f"{canary}-fil".encode()))
    spec = Dictionary(Type=Name.Filespec, F=String(f"{canary}-navn"), EF=Dictionary(F=embedded))
    rect = Array([50, 50, 150, 80])

    def annotation(kind: str, **more: Any) -> Any:
        return pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=rect, **more)
        )

    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.AF = Array([spec])
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), script])),
        EmbeddedFiles=Dictionary(Names=Array([String("b"), spec])),
        Dests=Dictionary(Names=Array([String("mål"), Array([other.obj, Name.Fit])])),
    )
    page.obj.AA = Dictionary(O=script)
    page.obj.Metadata = Stream(pdf, f"{canary}-metadata".encode())
    page.obj.PieceInfo = Dictionary(App=Dictionary(Private=String(f"{canary}-privat")))
    page.obj.Annots = Array(
        [
            annotation("Link", A=script),
            annotation("Link", A=launch, AA=Dictionary(E=script)),
            annotation("Link", A=Dictionary(S=Name.URI, URI=String(f"file:///{canary}-disk"))),
            annotation("Link", A=Dictionary(S=Name.URI, URI=String(f"javascript:{canary}"))),
            annotation("Link", A=Dictionary(S=Name.SubmitForm, F=String(f"{canary}-send"))),
            annotation("Link", A=Dictionary(S=Name.GoToR, F=String(f"{canary}-fjern"), D=Name.Fit)),
            annotation("FileAttachment", FS=spec, Contents=String(f"{canary}-vedlagt")),
            annotation("Screen", A=Dictionary(S=Name.Rendition, JS=String(f"{canary}-film"))),
            annotation("Link", A=Dictionary(S=Name.URI, URI=String("https://example.org/god"))),
            annotation("Link", Dest=String("mål")),
            annotation("Link", A=Dictionary(S=Name.GoTo, D=Array([other.obj, Name.Fit]))),
        ]
    )
    pdf.docinfo.Author = String(f"{canary}-forfatter")
    pdf.docinfo.Title = String(f"{canary}-tittel")
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [f"{canary}-skaper"]
    return saved(pdf)


def telling_jpeg(canary: str) -> bytes:
    """A photo that says in every way it can where it comes from."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x8298] = canary, canary, canary
    xmp = f"<x:xmpmeta>{canary}</x:xmpmeta>".encode()
    target = io.BytesIO()
    image = Image.new("RGB", (60, 40), "red")
    image.save(target, "JPEG", exif=exif, comment=canary.encode(), xmp=xmp)
    return target.getvalue() + canary.encode()


def telling_png(canary: str) -> bytes:
    """A picture with words beside its pixels, and after them."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", canary)
    info.add_itxt("Comment", canary, zip=False)
    target = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(target, "PNG", pnginfo=info)
    return target.getvalue() + canary.encode()


def telling_docx(canary: str) -> bytes:
    """A Word file whose author, comment and company say it; its text does not."""
    import docx

    document = docx.Document()
    paragraph = document.add_paragraph("Åpen tekst")
    document.add_comment(paragraph.runs, text=canary, author=canary, initials="K")
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = canary
    properties.title = properties.keywords = properties.subject = canary
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def a_zip(entries: Mapping[str, bytes]) -> bytes:
    """A zip container of these entries, packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in entries.items():
            container.writestr(name, data)
    return target.getvalue()


def samples() -> list[tuple[str, bytes]]:
    """Sound files by name, to be damaged: our own of each kind, and the real ones if there."""
    own = [
        ("sider.pdf", a_pdf("x", "y")),
        ("aktiv.pdf", hostile_pdf()),
        ("pakket.pdf", a_pdf("x", compress_streams=True)),
        ("bilde.jpg", telling_jpeg("x")),
        ("bilde.png", telling_png("x")),
    ]
    for kind in ("GIF", "TIFF", "WEBP", "BMP"):
        target = io.BytesIO()
        Image.effect_noise((32, 24), 50).convert("RGB").save(target, kind)
        own.append((f"bilde.{kind.lower()}", target.getvalue()))
    real = sorted(REAL.glob("*.pdf")) if REAL.is_dir() else []
    return own + [(path.name, path.read_bytes()) for path in real]


_WORDS = (
    b"/Kids", b"/Parent", b"/Count", b"/Type", b"/Length", b"/Contents", b"/Resources", b"/Root",
    b"/Pages", b"/MediaBox", b"/Annots", b"/Filter", b"obj", b"endobj", b"stream", b"xref",
    b" 0 R", b"<<", b">>", b"[", b"]",
)  # fmt: skip


def damaged(data: bytes, seeds: random.Random) -> bytes:
    """`data` with something done to it: bytes and words changed, pieces cut and doubled."""
    changed = bytearray(data)
    for _ in range(seeds.randint(1, 8)):
        seeds.choice(_BLOWS)(changed, seeds)
    return bytes(changed)


def _bytes(data: bytearray, seeds: random.Random) -> None:
    for _ in range(seeds.randint(1, 12)):
        if data:
            data[seeds.randrange(len(data))] = seeds.randrange(256)


def _cut(data: bytearray, seeds: random.Random) -> None:
    if data:
        start = seeds.randrange(len(data))
        del data[start : start + seeds.randint(1, max(1, len(data) // 4))]


def _double(data: bytearray, seeds: random.Random) -> None:
    if data:
        start = seeds.randrange(len(data))
        piece = data[start : start + seeds.randint(1, 400)]
        data[start:start] = piece * seeds.randint(1, 5)


def _words(data: bytearray, seeds: random.Random) -> None:
    at = data.find(seeds.choice(_WORDS), seeds.randrange(len(data) + 1))
    if at >= 0:
        word = seeds.choice(_WORDS)
        data[at : at + len(word)] = word


def _numbers(data: bytearray, seeds: random.Random) -> None:
    digits = [at for at in range(min(len(data), 4_000)) if 48 <= data[at] <= 57]
    if digits:
        at = seeds.choice(digits)
        number = seeds.choice([b"0", b"-1", b"9", b"2147483648", b"1e9", b"99999999999999999999"])
        data[at : at + 1] = number


_BLOWS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _bytes, _cut, _double, _words, _numbers,
)  # fmt: skip


def bombs() -> Iterator[tuple[str, bytes]]:
    """Thirty small files that want to become large, deep or endless, by name."""
    yield from _zip_bombs()
    yield from _xml_bombs()
    yield from _picture_bombs()
    yield from _pdf_bombs()


def _zip_bombs() -> Iterator[tuple[str, bytes]]:
    body = {"[Content_Types].xml": b"<Types/>"}
    for name, part in (("b.docx", "word/a.xml"), ("b.xlsx", "xl/a.xml"), ("b.pptx", "ppt/a.xml")):
        yield name, a_zip({**body, part: bytes(60_000_000)})
    yield "mange.docx", a_zip({**body, **{f"word/{n}.xml": b"" for n in range(3_000)}})
    yield "stor.docx", a_zip({**body, **{f"word/{n}.xml": bytes(9_000_000) for n in range(12)}})
    inner = a_zip({"word/a": bytes(30_000_000)})
    yield "dobbel.docx", a_zip({**body, "word/b.zip": a_zip({"c": inner * 40})})
    yield (
        "b.odt",
        a_zip({"mimetype": b"application/vnd.oasis.opendocument.text", "a": bytes(10**8)}),
    )
    lying = bytearray(a_zip({**body, "word/document.xml": bytes(40_000_000)}))
    directory = lying.rindex(b"PK\x01\x02")
    lying[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    yield "løgn.docx", bytes(lying)


def _xml_bombs() -> Iterator[tuple[str, bytes]]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    billion = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{laughs}]><l>&l9;</l>'
    outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    for encoding in ("utf-8", "utf-16"):
        for name, xml in (("latter", billion), ("utenfra", outside)):
            data = {"word/document.xml": xml.encode(encoding), "n": os.urandom(4_000)}
            yield f"{name}-{encoding}.docx", a_zip(data)


def _picture_bombs() -> Iterator[tuple[str, bytes]]:
    for width, height in ((60_000, 60_000), (2**31 - 1, 1), (1, 2**31 - 1), (30_000, 30_000)):
        yield f"{width}x{height}.png", _png(width, height)
    yield "stor.gif", b"GIF89a\xff\xff\xff\xff\x80\x00\x00" + bytes(6) + _gif_frame()
    yield "stor.bmp", _bmp(50_000, 50_000)
    target = io.BytesIO()
    Image.new("1", (15_000, 15_000)).save(target, "TIFF", compression="group4")
    yield "stor.tiff", target.getvalue()
    yield "løkke.tiff", _endless_tiff()


def _png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(10_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def _gif_frame() -> bytes:
    return b",\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x02\x44\x01\x00;"


def _bmp(width: int, height: int) -> bytes:
    head = struct.pack("<IIIHHIIIIII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)[:40]
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + head


def _endless_tiff() -> bytes:
    """A directory of pages whose last page says that the next one is the first."""
    entry = struct.pack("<HHII", 256, 4, 1, 1)
    directory = struct.pack("<H", 1) + entry + struct.pack("<I", 8)
    return b"II*\x00" + struct.pack("<I", 8) + directory


def _pdf_bombs() -> Iterator[tuple[str, bytes]]:
    yield "dyp.pdf", _bare_pdf(b"[" * 200_000 + b"]" * 200_000)
    yield "dyp-ordbok.pdf", _bare_pdf(b"<</A " * 100_000 + b"1" + b">>" * 100_000)
    yield "løkke.pdf", _page_tree(b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>")
    yield "mange.pdf", _page_tree(b"<</Type/Pages/Count 99999999/Kids[3 0 R]>>")
    yield (
        "gjentatt.pdf",
        _page_tree(b"<</Type/Pages/Count 20000/Kids[" + b"3 0 R " * 20_000 + b"]>>"),
    )
    yield "tre.pdf", _doubling_tree(22)
    pdf = Pdf.new()
    page = add_page(pdf, "x")
    page.obj.Contents = Stream(pdf, b" " * 45_000_000)
    yield "innhold.pdf", saved(pdf)
    page.obj.Contents = Stream(pdf, b"x")
    page.obj.Annots = Array([Dictionary(Subtype=Name.Link) for _ in range(20_000)])
    yield "merknader.pdf", saved(pdf)
    yield "lengde.pdf", a_pdf("x").replace(b"/Length ", b"/Length 9999999")
    yield "enorm.pdf", a_pdf("x").replace(b"595 842", b"1000000000 1000000000")


def _bare_pdf(value: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/X " + value + b">>endobj\n" + _TAIL


def _page_tree(pages: bytes) -> bytes:
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj"
        + pages
        + b"endobj\n"
        + page
        + _TAIL
    )


def _doubling_tree(levels: int) -> bytes:
    """Each level holds the one below twice: a few lines that say millions of pages."""
    parts = [b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"]
    for level in range(levels):
        number, below = level + 2, level + 3
        kids = b"/Kids[%d 0 R %d 0 R]" % (below, below)
        count = b"/Count %d" % 2 ** (levels - level)
        parts.append(b"%d 0 obj<</Type/Pages%s%s>>endobj\n" % (number, kids, count))
    parts.append(b"%d 0 obj<</Type/Page/MediaBox[0 0 9 9]>>endobj\n" % (levels + 2))
    return b"".join(parts) + _TAIL


_TAIL = b"trailer<</Root 1 0 R/Size 99>>\n%%EOF\n"
