"""A picture on a printer: always light, as large as the paper has room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.domain.drawing import Drawing, Paper
from app.views.theme.tokens import LIGHT
from app.views.widgets.drawing import paint_shapes


def a4_printer() -> QPrinter:
    """A printer set to A4 in landscape; the picture has margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF()))
    return printer


def paper_of(printer: QPrinter) -> Paper:
    """The paper that was chosen for the printer, as far as a picture is laid out for it."""
    layout = printer.pageLayout()
    is_large = layout.pageSize().id() is QPageSize.PageSizeId.A3
    return Paper(is_large, layout.orientation() is QPageLayout.Orientation.Portrait)


def paint_pages(printer: QPrinter, pages: Sequence[Drawing]) -> None:
    """Each drawing on a page of its own, in the middle of the paper."""
    painter = QPainter()
    if not painter.begin(printer):
        return
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        area = printer.pageLayout().fullRectPixels(printer.resolution())
        scale = min(area.width() / page.width, area.height() / page.height)
        painter.resetTransform()
        painter.translate(
            (area.width() - page.width * scale) / 2, (area.height() - page.height * scale) / 2
        )
        painter.scale(scale, scale)
        paint_shapes(painter, page.shapes, LIGHT)
    painter.end()
