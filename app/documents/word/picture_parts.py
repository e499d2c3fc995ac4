"""Pictures in a Word document: kept once each, scaled to the text, with words for the blind."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from app.documents.jobs import BlobSource
from app.documents.pictures import ReadyPicture, ready_picture
from app.documents.word.names import attribute
from app.domain.rich_text import Picture

EMU_PER_TWIP = 635
_TYPES = {"png": "image/png", "jpg": "image/jpeg"}
_DRAWING = (
    "<w:r><w:drawing>"
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
    '<wp:docPr id="{number}" name="{name}" descr="{description}"/>'
    "<wp:cNvGraphicFramePr><a:graphicFrameLocks"
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" noChangeAspect="1"/>'
    "</wp:cNvGraphicFramePr>"
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{description}"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


@dataclass(frozen=True, slots=True)
class TextArea:
    """What a page has for text, in twentieths of a point."""

    width: int
    height: int


class Pictures:
    """Puts pictures into one document."""

    def __init__(self, document: Document, blobs: BlobSource, area: TextArea) -> None:
        self._part = document.part
        self._blobs = blobs
        self._area = area
        self._kept: dict[str, tuple[str, ReadyPicture]] = {}
        self._count = 0

    def run(self, picture: Picture) -> str:
        """The run that shows `picture`; `UserError` when it is missing or cannot be read."""
        relation, ready = self._keep(picture.sha256)
        self._count += 1
        wide, high = _size(picture, ready, self._area)
        return _DRAWING.format(
            wide=wide * EMU_PER_TWIP,
            high=high * EMU_PER_TWIP,
            number=self._count,
            name=f"{self._count}",
            description=attribute(picture.description),
            relation=relation,
        )

    def _keep(self, sha256: str) -> tuple[str, ReadyPicture]:
        if sha256 not in self._kept:
            ready = ready_picture(self._blobs.read(sha256))
            part = Part(
                PackURI(f"/word/media/rundgang{len(self._kept) + 1}.{ready.kind}"),
                _TYPES[ready.kind],
                ready.data,
                self._part.package,
            )
            self._kept[sha256] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE), ready
        return self._kept[sha256]


def _size(picture: Picture, ready: ReadyPicture, area: TextArea) -> tuple[int, int]:
    """Width and height: the asked share of the text's width, but never higher than the page."""
    wide = area.width * min(max(picture.width, 1), 100) // 100
    high = wide * ready.height // ready.width
    highest = area.height * 9 // 10
    if high > highest:
        wide, high = max(wide * highest // high, 1), highest
    return wide, max(high, 1)
