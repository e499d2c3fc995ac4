"""Pictures as pages: each on an A4 sheet the way it is wide, never larger than it is sharp."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from pikepdf import Dictionary, Name, Pdf, Stream

from app.documents.pictures import ReadyPicture, ready_pictures

A4 = (595.276, 841.89)
SIDE, TOP, BOTTOM = 42.5, 51.0, 42.5
DOTS_PER_INCH = 96.0

_BITS = {"1": 1, "L": 8, "RGB": 8}
_COLOURS = {"1": 1, "L": 1, "RGB": 3}


def picture_pdf(data: bytes) -> Pdf:
    """A page for each picture in `data`; `UserError` when there is none that can be read."""
    pdf = Pdf.new()
    for picture in ready_pictures(data):
        _add_page(pdf, picture)
    return pdf


def _add_page(pdf: Pdf, picture: ReadyPicture) -> None:
    width, height = A4 if picture.height >= picture.width else (A4[1], A4[0])
    page = pdf.add_blank_page(page_size=(width, height))
    room = (width - 2 * SIDE, height - TOP - BOTTOM)
    natural = 72.0 / DOTS_PER_INCH
    scale = min(room[0] / picture.width, room[1] / picture.height, natural)
    wide, high = picture.width * scale, picture.height * scale
    left, bottom = (width - wide) / 2, height - TOP - high
    page.obj.Resources = Dictionary(XObject=Dictionary(Picture=_image(pdf, picture)))
    drawing = f"q {wide:.3f} 0 0 {high:.3f} {left:.3f} {bottom:.3f} cm /Picture Do Q"
    page.obj.Contents = Stream(pdf, drawing.encode("ascii"))


def _image(pdf: Pdf, picture: ReadyPicture) -> Stream:
    colours, bits = _COLOURS[picture.mode], _BITS[picture.mode]
    data = picture.data if picture.kind == "jpg" else b"".join(_png_data(picture.data))
    image = Stream(pdf, data)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = picture.width, picture.height
    image.ColorSpace = Name.DeviceRGB if colours == 3 else Name.DeviceGray
    image.BitsPerComponent = bits
    if picture.kind == "jpg":
        image.Filter = Name.DCTDecode
        return image
    image.Filter = Name.FlateDecode
    image.DecodeParms = Dictionary(
        Predictor=15, Colors=colours, BitsPerComponent=bits, Columns=picture.width
    )
    return image


def _png_data(png: bytes) -> Iterator[bytes]:
    """The packed pixels of a PNG that Pillow wrote; PDF packs them the same way."""
    at = 8
    while at < len(png):
        length, name = struct.unpack_from(">I4s", png, at)
        if name == b"IDAT":
            yield png[at + 8 : at + 8 + length]
        at += length + 12
