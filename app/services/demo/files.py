"""The attachments of the demo: what each file says, and the file itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.documents.content import Section
from app.documents.samples.excel import sample_xlsx
from app.documents.samples.pdf import sample_pdf
from app.documents.samples.pictures import bar_chart, sketch_map
from app.documents.samples.values import (
    BarChart,
    SampleDocument,
    SampleSheet,
    SampleWorkbook,
    SketchMap,
)
from app.documents.samples.word import sample_docx
from app.domain.rich_text import RichText
from app.domain.vocabulary import CaseKind
from app.i18n.formats import Formats
from app.services.demo.docket import CasePlan
from app.services.demo.facts import AREAS
from app.services.demo.library import documents, phrases
from app.services.demo.markup import rich
from app.services.demo.people import slug
from app.services.demo.story import Story
from app.services.demo.wording import total_of

PDF, DOCX, XLSX, PNG = "pdf", "docx", "xlsx", "png"
MEDIA_TYPES = {
    PDF: "application/pdf",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    PNG: "image/png",
}
SECRETARIAT = "Sekretariatet for Trondheimsregionen"


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file with its title; an exempt one also has a neutral title (R31)."""

    title: str
    extension: str
    data: bytes
    is_exempt: bool = False
    neutral_title: str = ""

    @property
    def file_name(self) -> str:
        """The title as a file's name."""
        return f"{slug(self.title.replace('–', ' '), '-')}.{self.extension}"


def files_of(story: Story, case: CasePlan) -> Iterator[AttachedFile]:
    """The files that go with a case, in their order."""
    if case.escalated_from is not None:
        return
    for word in case.stage.attachments:
        made = _MAKERS[word.rstrip("*")](story, case)
        is_exempt = word.endswith("*")
        yield AttachedFile(
            made.title,
            made.extension,
            made.data,
            is_exempt,
            "Dokument i saken" if is_exempt else "",
        )


def sections(text: str, draw: Callable[[str], str] | None = None) -> tuple[Section, ...]:
    """Headed parts of a text in which two signs begin a part and three a heading within it."""
    found: list[Section] = []
    for part in f"\n{text}".split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        found.append(Section("part", heading.strip(), rich(body, draw)))
    return tuple(found)


def dated(case: CasePlan) -> date:
    """The day that a file sent in with a case bears."""
    return case.created_on - timedelta(days=5)


def _document(
    story: Story, case: CasePlan, subtitle: str, author: str, parts: tuple[Section, ...]
) -> SampleDocument:
    on = dated(case)
    return SampleDocument(
        title=story.wording.title(case),
        subtitle=subtitle,
        author=author,
        dated_on=on,
        date_text=Formats("nb").date(on),
        sections=parts,
    )


def _author(case: CasePlan) -> str:
    """Whoever pays most beside the council has written it."""
    shares = sorted(case.stage.shares, key=lambda share: -share.amount)
    named = [share.source for share in shares if share.source not in _NOT_WRITERS]
    return named[0] if named else SECRETARIAT


_NOT_WRITERS = {
    "Bedriftene",
    "Deltakende kommuner",
    "Sponsorer",
    "Deltakeravgift",
    "Klyngens medlemmer",
    "Klyngene",
    "Private investorer",
    "Innovasjon Norge",
    "Fylkeskommunen",
    "Regionalt utviklingsprogram",
    "Arbeidsgiverne",
    "Kommunen",
}


def _chance(story: Story, case: CasePlan, word: str) -> Random:
    return story.frame.dice.of("file", word, case.number)


def _standard(name: str) -> str:
    """A text that is alike in many files."""
    return documents("standard")[name].strip()


def _text(heading: str, text: str) -> Section:
    return Section("part", heading, rich(text))


def _plan(story: Story, case: CasePlan) -> AttachedFile:
    """A project plan: why, what, who, when, how much and what may go wrong."""
    if not case.stage.amount:
        return _memo(story, case)
    chance = _chance(story, case, "plan")
    brief = story.wording.brief(case)
    parts = [
        _text("Sammendrag", brief.get("summary", "")),
        _text("Bakgrunn", brief.get("background", "")),
        _text("Mål", _goals(chance)),
        _text("Organisering", _standard("Organisering")),
        _text("Framdrift", _milestones(chance)),
    ]
    parts.append(_text("Budsjett", _budget_text(case, chance)))
    parts.append(_text("Risiko", _risks(chance)))
    parts.append(_text("Rapportering", _standard("Rapportering")))
    document = _document(story, case, "Prosjektplan", _author(case), tuple(parts))
    return AttachedFile("Prosjektplan", PDF, sample_pdf(document))


def _report(story: Story, case: CasePlan) -> AttachedFile:
    """A report: what was done, what it led to, and what was learnt."""
    if case.kind is not CaseKind.INFORMATION:
        return _memo(story, case)
    chance = _chance(story, case, "report")
    brief = story.wording.brief(case)
    picture = bar_chart(_activity(chance))
    digest = hashlib.sha256(picture).hexdigest()
    alt = _standard("Aktivitet i bilde")
    counted = rich(_standard("Aktivitet"))
    shown = rich(f"![{alt}](chart:activity 90)", lambda _name: digest)
    parts = [
        _text("Sammendrag", brief.get("summary", "")),
        _text("Gjennomføring", brief.get("background", "")),
        Section("part", "Aktivitet", RichText((*counted.blocks, *shown.blocks))),
        _text("Erfaringer", _lessons(chance)),
    ]
    if "assessment" in brief:
        parts.insert(3, _text("Vurdering", brief["assessment"]))
    document = _document(story, case, "Rapport", SECRETARIAT, tuple(parts))
    made = SampleDocument(
        title=document.title,
        subtitle=document.subtitle,
        author=document.author,
        dated_on=document.dated_on,
        date_text=document.date_text,
        sections=document.sections,
        pictures={digest: picture},
    )
    return AttachedFile("Rapport", PDF, sample_pdf(made))


def _memo(story: Story, case: CasePlan) -> AttachedFile:
    """A memorandum that a statement or a strategy rests on."""
    brief = story.wording.brief(case)
    known = (
        ("Bakgrunn", "background"),
        ("Vurdering", "assessment"),
        ("Sammenheng med næringsplanen", "plan_assessment"),
    )
    parts = [_text("Sammendrag", brief.get("summary", ""))]
    parts += [_text(heading, brief[key]) for heading, key in known if key in brief]
    document = _document(story, case, "Notat", SECRETARIAT, tuple(parts))
    return AttachedFile("Notat", PDF, sample_pdf(document))


def _budget(story: Story, case: CasePlan) -> AttachedFile:
    """A budget in Excel: costs over two years, and who pays."""
    chance = _chance(story, case, "budget")
    total = total_of(case) or 0
    year = case.created_on.year
    lines = _cost_lines(total, chance)
    costs = tuple((name, amount - amount * 2 // 5, amount * 2 // 5) for name, amount in lines)
    money: list[tuple[str | int, ...]] = [
        (share.source, share.amount, "bekreftet" if share.is_confirmed else "søkt")
        for share in case.stage.shares
    ]
    money.append(("Næringsrådet", case.stage.amount or 0, "denne saken"))
    book = SampleWorkbook(
        title=f"Budsjett – {story.wording.title(case)}",
        author=_author(case),
        dated_on=dated(case),
        sheets=(
            SampleSheet(
                title="Kostnader",
                heading="Kostnader",
                columns=("Kostnad", str(year), str(year + 1)),
                rows=costs,
                total="Sum",
            ),
            SampleSheet(
                title="Finansiering",
                heading="Finansiering",
                columns=("Kilde", "Beløp", "Status"),
                rows=tuple(money),
                total="Sum",
            ),
        ),
    )
    return AttachedFile("Budsjett", XLSX, sample_xlsx(book))


def _agreement(story: Story, case: CasePlan) -> AttachedFile:
    """A draft agreement in Word."""
    parts = sections(_standard("Avtale"))
    document = _document(story, case, "Utkast til avtale", SECRETARIAT, parts)
    return AttachedFile("Avtaleutkast", DOCX, sample_docx(document))


def _sketch(story: Story, case: CasePlan) -> AttachedFile:
    """A sketch map as a picture."""
    chance = _chance(story, case, "sketch")
    places = tuple(chance.sample(phrases()["file_places"], chance.randint(3, 5)))
    sketch = SketchMap(
        title=f"Skisse: {story.wording.title(case)[:54]}",
        places=places,
        seed=f"{case.number}",
        note="Skissen er ikke i målestokk",
    )
    return AttachedFile("Kartskisse", PNG, sketch_map(sketch))


def _chart(story: Story, case: CasePlan) -> AttachedFile:
    """A bar chart over the municipalities as a picture."""
    chance = _chance(story, case, "chart")
    on = case.items[-1].meeting.day.on if case.items else case.created_on
    names = [story.setting.short(one) for one in story.setting.municipalities(on)]
    short = tuple({"Midtre Gauldal": "M. Gauldal"}.get(name, name) for name in names)
    before = tuple(chance.randint(12, 60) for _ in short)
    after = tuple(max(4, value + chance.randint(-8, 14)) for value in before)
    chart = BarChart(
        title=f"Tall for kommunene, {on.year - 1} og {on.year}",
        labels=short,
        series=((str(on.year - 1), before), (str(on.year), after)),
    )
    return AttachedFile("Figur", PNG, bar_chart(chart))


def _annual(story: Story, case: CasePlan) -> AttachedFile:
    """The year's report as PDF, with the grants that were really given."""
    brief = story.wording.brief(case)
    year = case.items[0].meeting.day.year
    on = case.items[0].meeting.day.on
    parts = [
        _text("Sammendrag", brief.get("summary", "")),
        _text("Tiltak og bevilgninger", brief.get("background", "")),
    ]
    if year > story.frame.first_year:
        table = story.facts.area_table(story.facts.granted(year - 1))
        parts.append(_text("Fordeling på målområder", table))
    parts.append(_text("Kommunenes tiltaksplaner", story.facts.plans_table(on)))
    parts.append(_text("Vurdering", brief.get("assessment", "")))
    document = _document(
        story, case, "Strategisk næringsplan for Trondheimsregionen", SECRETARIAT, tuple(parts)
    )
    return AttachedFile(f"Årsrapport {year - 1}", PDF, sample_pdf(document))


def _accounts(story: Story, case: CasePlan) -> AttachedFile:
    """The grants of last year in Excel."""
    year = case.items[0].meeting.day.year - 1
    rows: list[tuple[str | int, ...]] = [
        (f"{one.case.label} {story.wording.title(one.case)}", one.amount)
        for one in story.facts.granted(year)
    ]
    book = SampleWorkbook(
        title=f"Næringsbudsjettet {year}",
        author=SECRETARIAT,
        dated_on=dated(case),
        sheets=(
            SampleSheet(
                title="Bevilgninger",
                heading=f"Bevilgninger i {year}",
                columns=("Tiltak", "Beløp"),
                rows=tuple(rows) or (("Se eget regnskap", 0),),
                total="Sum",
            ),
        ),
    )
    return AttachedFile(f"Bevilgninger {year}", XLSX, sample_xlsx(book))


def _action_plan(story: Story, case: CasePlan) -> AttachedFile:
    """The two-year action plan in Word: measures with who, when and how much."""
    year = case.items[0].meeting.day.year
    chance = _chance(story, case, "actionplan")
    parts = [_text("Om planen", story.wording.brief(case).get("summary", ""))]
    responsible = phrases()["file_responsible"]
    for area, line in zip(AREAS, phrases()["file_measures"], strict=True):
        rows = ["| Tiltak | Ansvarlig | Frist | Anslag |", "|:--|:--|:--|--:|"]
        for measure in line.split("; "):
            amount = Formats("nb").amount(chance.randint(8, 60) * 10_000)
            due = f"{chance.choice(('vår', 'høst'))} {chance.randint(year + 1, year + 2)}"
            rows.append(f"| {measure} | {chance.choice(responsible)} | {due} | {amount} |")
        parts.append(_text(area, "\n".join(rows)))
    document = _document(
        story, case, "Strategisk næringsplan for Trondheimsregionen", SECRETARIAT, tuple(parts)
    )
    return AttachedFile(f"Handlingsplan {year + 1}–{year + 2}", DOCX, sample_docx(document))


def frames(story: Story, case: CasePlan) -> AttachedFile:
    """Next year's frames by target area in Excel."""
    year = case.items[0].meeting.day.year
    now, then = story.facts.shares_of(year), story.facts.shares_of(year + 1)
    book = SampleWorkbook(
        title=f"Budsjettrammer {year + 1}",
        author=SECRETARIAT,
        dated_on=dated(case),
        sheets=(
            SampleSheet(
                title="Rammer",
                heading="Rammer for målområdene",
                columns=("Målområde", str(year), str(year + 1)),
                rows=tuple(zip(AREAS, now, then, strict=True)),
                total="Sum",
            ),
        ),
    )
    return AttachedFile(f"Budsjettrammer {year + 1}", XLSX, sample_xlsx(book))


_MAKERS: dict[str, Callable[[Story, CasePlan], AttachedFile]] = {
    "plan": _plan,
    "report": _report,
    "budget": _budget,
    "agreement": _agreement,
    "sketch": _sketch,
    "chart": _chart,
    "annual": _annual,
    "accounts": _accounts,
    "actionplan": _action_plan,
    "frames": frames,
}


def _goals(chance: Random) -> str:
    count = chance.randint(3, 4)
    return "\n".join(
        f"{at}. {goal}" for at, goal in enumerate(chance.sample(phrases()["file_goals"], count), 1)
    )


def _milestones(chance: Random) -> str:
    rows = ["| Milepæl | Måned | Ansvarlig |", "|:--|--:|:--|"]
    month, responsible = 1, phrases()["file_responsible"]
    for milestone in phrases()["file_milestones"]:
        rows.append(f"| {milestone} | {month} | {chance.choice(responsible)} |")
        month += chance.randint(2, 4)
    return "\n".join(rows)


def _budget_text(case: CasePlan, chance: Random) -> str:
    amount = Formats("nb").amount
    total = total_of(case) or 0
    rows = ["| Kostnad | Beløp |", "|:--|--:|"]
    rows += [f"| {name} | {amount(value)} |" for name, value in _cost_lines(total, chance)]
    rows.append(f"| **Sum** | **{amount(total)}** |")
    money = ["| Finansiering | Beløp |", "|:--|--:|"]
    money += [f"| {share.source} | {amount(share.amount)} |" for share in case.stage.shares]
    money.append(f"| Søkt beløp i denne saken | {amount(case.stage.amount or 0)} |")
    money.append(f"| **Sum** | **{amount(total)}** |")
    return "\n".join(rows) + "\n\n" + "\n".join(money)


def _cost_lines(total: int, chance: Random) -> list[tuple[str, int]]:
    """A total in whole kroner parted over four or five lines, to the nearest thousand."""
    names = chance.sample(phrases()["file_costs"], chance.randint(4, 5))
    weights = [chance.randint(2, 9) for _ in names]
    parts = [total * weight // sum(weights) // 1_000 * 1_000 for weight in weights]
    parts[0] += total - sum(parts)
    return list(zip(names, parts, strict=True))


def _risks(chance: Random) -> str:
    rows = ["| Risiko | Sannsynlighet | Konsekvens | Tiltak |", "|:--|--:|--:|:--|"]
    for line in chance.sample(phrases()["file_risks"], 4):
        risk, cure = line.split(" | ")
        rows.append(f"| {risk} | {chance.randint(1, 4)} | {chance.randint(2, 5)} | {cure} |")
    return _standard("Skala") + "\n\n" + "\n".join(rows)


def _lessons(chance: Random) -> str:
    return "\n".join(f"- {lesson}" for lesson in chance.sample(phrases()["file_lessons"], 4))


def _activity(chance: Random) -> BarChart:
    values, level = [], chance.randint(5, 15)
    for _ in range(8):
        level = max(3, level + chance.randint(-4, 7))
        values.append(level)
    return BarChart(
        title="Aktivitet per kvartal",
        labels=tuple(f"{quarter}. kv." for _ in range(2) for quarter in range(1, 5)),
        series=(("Deltakere", tuple(values)),),
    )
