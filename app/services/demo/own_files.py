"""The attachments of the coming meeting, written with more care than the others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.documents.samples.excel import sample_xlsx
from app.documents.samples.pdf import sample_pdf
from app.documents.samples.pictures import bar_chart, sketch_map, timeline
from app.documents.samples.values import (
    BarChart,
    SampleDocument,
    SampleSheet,
    SampleWorkbook,
    SketchMap,
    Timeline,
)
from app.documents.samples.word import sample_docx
from app.i18n.formats import Formats
from app.services.demo.docket import CasePlan
from app.services.demo.files import DOCX, PDF, PNG, XLSX, AttachedFile, frames, sections
from app.services.demo.library import documents
from app.services.demo.story import Story

ARENA = "SINTEF og NTNU"


@dataclass(slots=True)
class Drawer:
    """Draws the pictures that texts ask for, and keeps their bytes by SHA-256."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def __call__(self, name: str) -> str:
        """Draw the picture called `name`, and return its SHA-256."""
        data = _PICTURES[name]()
        digest = hashlib.sha256(data).hexdigest()
        self.kept[digest] = data
        return digest


def own_files(story: Story, case: CasePlan) -> Iterator[AttachedFile]:
    """The files of one of the coming meeting's cases; none for the others."""
    name = case.matter.meta.get("files") or case.stage.meta.get("files", "")
    if name:
        yield from _FILES[name](story, case)


def _arena(story: Story, case: CasePlan) -> Iterator[AttachedFile]:
    on = story.frame.today - timedelta(days=11)
    texts = documents("havteknologi")
    plan = _document("Testarena for havteknologi – fase 2", "Prosjektplan", ARENA, on, texts)
    yield AttachedFile("Prosjektplan", PDF, sample_pdf(plan))
    yield AttachedFile("Budsjett", XLSX, sample_xlsx(_arena_budget(story, on)))
    draft = _document("Avtale om testarena for havteknologi", "Avtaleutkast", ARENA, on, texts)
    yield AttachedFile(
        "Avtaleutkast",
        DOCX,
        sample_docx(draft),
        is_exempt=True,
        neutral_title="Utkast til avtale",
    )


def _document(
    title: str, name: str, author: str, on: date, texts: Mapping[str, str]
) -> SampleDocument:
    draw = Drawer()
    return SampleDocument(
        title=title,
        subtitle=name,
        author=author,
        dated_on=on,
        date_text=Formats("nb").date(on),
        sections=sections(texts[name], draw),
        pictures=draw.kept,
    )


def _arena_budget(story: Story, on: date) -> SampleWorkbook:
    year = story.frame.coming_on.year
    return SampleWorkbook(
        title="Budsjett for testarenaen, fase 2",
        author=ARENA,
        dated_on=on,
        sheets=(
            SampleSheet(
                title="Kostnader",
                heading="Kostnader",
                columns=("Kostnad", str(year + 1), str(year + 2)),
                rows=(
                    ("Bøyer, kabel og forankring", 250_000, 60_000),
                    ("Målestasjon og sensorer", 170_000, 120_000),
                    ("Lønn til arenaleder", 310_000, 160_000),
                    ("Opplæring av bedrifter", 90_000, 40_000),
                    ("Studentoppgaver", 60_000, 50_000),
                    ("Administrasjon og rapport", 80_000, 60_000),
                ),
                total="Sum",
            ),
            SampleSheet(
                title="Finansiering",
                heading="Finansiering",
                columns=("Kilde", "Beløp", "Status"),
                rows=(
                    ("Innovasjon Norge", 450_000, "bekreftet"),
                    ("Bedriftene", 320_000, "intensjon fra 19 bedrifter"),
                    ("NTNU og SINTEF (egeninnsats)", 200_000, "bekreftet"),
                    ("Næringsrådet", 480_000, "denne saken"),
                ),
                total="Sum",
            ),
        ),
    )


def _programme(story: Story, case: CasePlan) -> Iterator[AttachedFile]:
    shown = case.previous.decided_on if case.previous is not None else None
    on = (shown or story.frame.today) - timedelta(days=14)
    texts = documents("grunderprogram")
    title = "Felles gründerprogram – evaluering av piloten"
    report = _document(title, "Evaluering", "Sekretariatet for Trondheimsregionen", on, texts)
    yield AttachedFile("Evaluering av piloten", PDF, sample_pdf(report))


def _frames(story: Story, case: CasePlan) -> Iterator[AttachedFile]:
    yield frames(story, case)


def _stand(story: Story, case: CasePlan) -> Iterator[AttachedFile]:
    sketch = SketchMap(
        title="Skisse av messeområdet med fellesstanden",
        places=("Fellesstand", "Møterom", "Kai for visning", "Inngang"),
        seed="stand",
        note="Skissen er ikke i målestokk",
    )
    yield AttachedFile("Skisse av fellesstanden", PNG, sketch_map(sketch))


_FILES: dict[str, Callable[[Story, CasePlan], Iterator[AttachedFile]]] = {
    "havteknologi": _arena,
    "grunderprogram": _programme,
    "frames": _frames,
    "norshipping": _stand,
}


def _test_days() -> bytes:
    return bar_chart(
        BarChart(
            title="Prøvedager per måned i fase 1",
            labels=tuple(f"{month}. mnd." for month in range(1, 13)),
            series=(("Prøvedager", (4, 5, 6, 7, 6, 7, 8, 9, 9, 10, 11, 14)),),
        )
    )


def _arena_timeline() -> bytes:
    return timeline(
        Timeline(
            title="Framdrift i fase 2",
            bars=(
                ("Nytt testfelt", 1, 7),
                ("Opplæring og tilgang", 2, 15),
                ("Studentoppgaver", 3, 16),
                ("Data og deling", 4, 12),
            ),
            months=18,
            month_word="Mnd.",
        )
    )


def _pilot() -> bytes:
    return bar_chart(
        BarChart(
            title="Deltakere i piloten",
            labels=("Trondheim", "Melhus", "Malvik", "Stjørdal", "Skaun"),
            series=(("Deltakere", (31, 16, 14, 13, 10)), ("Fullført", (23, 12, 10, 9, 5))),
        )
    )


_PICTURES: dict[str, Callable[[], bytes]] = {
    "testdays": _test_days,
    "timeline": _arena_timeline,
    "pilot": _pilot,
}
