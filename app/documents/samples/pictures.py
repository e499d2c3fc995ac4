"""Charts and sketches as PNG, drawn point by point."""

from __future__ import annotations

import io
from functools import cache
from random import Random

from PIL import Image, ImageDraw, ImageFont

from app.documents.pdf.glyphs import FONTS
from app.documents.samples.values import BarChart, SketchMap, Timeline

WIDTH, HEIGHT = 1_200, 640
SCALE = 2
"""Drawn twice as large and then made smaller, so that edges are smooth."""

INK, MUTED, LINE, PAPER = "#1B2429", "#5E6B73", "#DFE3E6", "#FFFFFF"
COLOURS = ("#0B5C6B", "#C98A1B")
WATER, LAND, WOOD, ROAD = "#CFE3EE", "#F1EEE4", "#DCE7D3", "#C9B79C"

Font = ImageFont.FreeTypeFont
Point = tuple[float, float]


def bar_chart(chart: BarChart) -> bytes:
    """The chart as PNG; the same chart gives the same bytes."""
    image, draw = _canvas()
    _heading(draw, chart.title)
    left, top, right, bottom = _box(90, 110, WIDTH - 40, HEIGHT - 110)
    highest = _round_up(max(max(values) for _, values in chart.series) * 21 // 20)
    for step in range(5):
        y = bottom - (bottom - top) * step / 4
        draw.line([(left, y), (right, y)], fill=LINE, width=2)
        text = f"{highest * step // 4}"
        _text(draw, (left - 24, y), text, 22, MUTED, anchor="rm")
    place = (right - left) / len(chart.labels)
    wide = place * 0.62 / len(chart.series)
    for at, label in enumerate(chart.labels):
        middle = left + place * (at + 0.5)
        for number, (_, values) in enumerate(chart.series):
            x = middle + wide * (number - len(chart.series) / 2)
            y = bottom - (bottom - top) * values[at] / highest
            draw.rectangle([x + 3, y, x + wide - 3, bottom], fill=COLOURS[number % 2])
            _text(draw, (x + wide / 2, y - 10), str(values[at]), 20, INK, anchor="mb")
        _text(draw, (middle, bottom + 16), label, 21, MUTED, anchor="ma")
    _legend(draw, chart)
    return _png(image)


def timeline(chart: Timeline) -> bytes:
    """The time plan as PNG; the same plan gives the same bytes."""
    image, draw = _canvas()
    _heading(draw, chart.title)
    left, top, right, bottom = _box(360, 120, WIDTH - 40, HEIGHT - 80)
    step = (right - left) / chart.months
    for month in range(chart.months + 1):
        x = left + step * month
        draw.line([(x, top), (x, bottom)], fill=LINE, width=2)
        if month < chart.months and month % 3 == 0:
            text = f"{chart.month_word} {month + 1}"
            _text(draw, (x + step / 2, bottom + 14), text, 19, MUTED, anchor="ma")
    row = (bottom - top) / len(chart.bars)
    for at, (name, first, last) in enumerate(chart.bars):
        y = top + row * at
        _text(draw, (left - 24, y + row / 2), name, 22, INK, anchor="rm")
        box = [left + step * (first - 1), y + row * 0.22, left + step * last, y + row * 0.78]
        draw.rounded_rectangle(box, radius=12, fill=COLOURS[at % 2])
    return _png(image)


def sketch_map(sketch: SketchMap) -> bytes:
    """The sketch as PNG; the same sketch gives the same bytes."""
    chance = Random(sketch.seed)
    image, draw = _canvas()
    area = _box(40, 100, WIDTH - 320, HEIGHT - 40)
    draw.rectangle(area, fill=LAND)
    _wood(draw, area, chance)
    shore = _shore(area, chance)
    draw.polygon([*shore, (area[2], area[3]), (area[0], area[3])], fill=WATER)
    _road(draw, area, chance)
    draw.rectangle(area, outline=MUTED, width=3)
    _heading(draw, sketch.title)
    for number, point in enumerate(_points(area, len(sketch.places), chance), start=1):
        _mark(draw, point, number)
    _key(draw, sketch)
    return _png(image)


def _canvas() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
    return image, ImageDraw.Draw(image)


def _png(image: Image.Image) -> bytes:
    small = image.reduce(SCALE)
    target = io.BytesIO()
    few = small.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(target, "PNG")
    return target.getvalue()


def _box(*sides: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = (side * SCALE for side in sides)
    return left, top, right, bottom


@cache
def _font(size: int, bold: bool) -> Font:
    name = "Inter-SemiBold.otf" if bold else "Inter-Regular.otf"
    return ImageFont.truetype(str(FONTS / name), size * SCALE)


def _text(
    draw: ImageDraw.ImageDraw,
    at: Point,
    text: str,
    size: int,
    fill: str,
    *,
    anchor: str = "la",
    bold: bool = False,
) -> None:
    draw.text(at, text, font=_font(size, bold), fill=fill, anchor=anchor)


def _heading(draw: ImageDraw.ImageDraw, title: str) -> None:
    _text(draw, (40 * SCALE, 36 * SCALE), title, 30, INK, bold=True)


def _legend(draw: ImageDraw.ImageDraw, chart: BarChart) -> None:
    x, y = 90 * SCALE, (HEIGHT - 44) * SCALE
    for number, (name, _) in enumerate(chart.series):
        draw.rectangle([x, y, x + 22 * SCALE, y + 16 * SCALE], fill=COLOURS[number % 2])
        text = f"{name} ({chart.unit})" if chart.unit else name
        _text(draw, (x + 32 * SCALE, y + 8 * SCALE), text, 20, MUTED, anchor="lm")
        x += (70 + 13 * len(text)) * SCALE


def _round_up(value: int) -> int:
    """The next number above that four lines part evenly."""
    step = 4
    while step * 5 < value:
        step *= 2 if step % 5 else 5
    return -(-value // step) * step or 4


def _shore(area: tuple[float, float, float, float], chance: Random) -> list[Point]:
    left, top, right, bottom = area
    y = top + (bottom - top) * chance.uniform(0.55, 0.68)
    points: list[Point] = []
    for step in range(13):
        points.append((left + (right - left) * step / 12, y))
        y = min(max(y + chance.uniform(-50, 50), top + 380), bottom - 90)
    return points


def _wood(
    draw: ImageDraw.ImageDraw, area: tuple[float, float, float, float], chance: Random
) -> None:
    left, top, right, _ = area
    for _ in range(5):
        x, y = chance.uniform(left, right - 260), chance.uniform(top, top + 300)
        wide, high = chance.uniform(140, 260), chance.uniform(90, 170)
        draw.ellipse([x, y, x + wide, y + high], fill=WOOD)


def _road(
    draw: ImageDraw.ImageDraw, area: tuple[float, float, float, float], chance: Random
) -> None:
    left, top, right, _ = area
    points = [
        (left + (right - left) * step / 6, top + chance.uniform(150, 300)) for step in range(7)
    ]
    draw.line(points, fill=ROAD, width=16, joint="curve")


def _points(area: tuple[float, float, float, float], count: int, chance: Random) -> list[Point]:
    left, top, right, bottom = area
    return [
        (
            left + (right - left) * (at + 0.5) / count + chance.uniform(-60, 60),
            chance.uniform(top + 140, bottom - 120),
        )
        for at in range(count)
    ]


def _mark(draw: ImageDraw.ImageDraw, at: Point, number: int) -> None:
    x, y = at
    draw.ellipse([x - 34, y - 34, x + 34, y + 34], fill=COLOURS[0], outline=PAPER, width=6)
    _text(draw, (x, y), str(number), 22, PAPER, anchor="mm", bold=True)


def _key(draw: ImageDraw.ImageDraw, sketch: SketchMap) -> None:
    x, y = (WIDTH - 290) * SCALE, 120 * SCALE
    for number, name in enumerate(sketch.places, start=1):
        _mark(draw, (x + 30, y + 30), number)
        _text(draw, (x + 84, y + 30), name, 21, INK, anchor="lm")
        y += 52 * SCALE
    _text(draw, (x, (HEIGHT - 60) * SCALE), sketch.note, 18, MUTED)
