"""Small factories for what documents say, and a place to keep their attachments in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.documents.content import (
    Agenda,
    AgendaRow,
    AttachmentContent,
    CaseContent,
    Closing,
    DataTable,
    Fact,
    Letterhead,
    Metadata,
    Minutes,
    MinutesItem,
    NamedList,
    PackageWords,
    Papers,
    Section,
    Sheet,
    Signature,
    Workbook,
)
from app.domain.errors import UserError
from app.domain.rich_text import (
    Block,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    RichText,
    Run,
    Table,
    from_plain,
)
from app.domain.vocabulary import Audience

MEETING_DAY = date(2026, 12, 4)

PROBLEMS = (
    ("attachment_empty", "Filen er tom."),
    ("attachment_encrypted", "Filen er låst med passord og kan ikke vises her."),
    ("attachment_broken", "Filen er skadet og kan ikke vises her."),
    ("attachment_too_large", "Filen er for stor til å settes inn her."),
    ("attachment_unsafe", "Filen er bygd opp på en måte som gjør den utrygg å åpne."),
    ("attachment_unknown_type", "Filen er av en type som ikke kan vises som sider."),
    ("attachment_no_converter", "Filen må åpnes i programmet den er laget i."),
    ("attachment_not_converted", "Filen lot seg ikke gjøre om til sider."),
    ("attachment_too_slow", "Det tok for lang tid å gjøre filen om til sider."),
    ("attachment_missing", "Filen finnes ikke i rådsfilen."),
    ("attachment_crashed", "Filen lot seg ikke lese."),
)


@dataclass
class BlobShelf:
    """Bytes by their SHA-256, as the council file keeps them; remembers what was asked for."""

    blobs: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def put(self, data: bytes) -> str:
        """Keep `data` and answer with its SHA-256."""
        sha256 = hashlib.sha256(data).hexdigest()
        self.blobs[sha256] = data
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes, as `BlobSource` promises."""
        self.asked.append(sha256)
        if sha256 not in self.blobs:
            raise UserError("blob_missing", sha256=sha256)
        return self.blobs[sha256]


def runs(text: str) -> tuple[Run, ...]:
    """One plain run."""
    return (Run(text),)


def rich(*blocks: Any) -> RichText:
    """Rich text of blocks; a string is a paragraph."""
    return RichText(
        tuple(Paragraph(runs(block)) if isinstance(block, str) else block for block in blocks)
    )


def a_list(*items: str, ordered: bool = False) -> ListBlock:
    """A flat list."""
    return ListBlock(ordered, tuple(ListItem(runs(item)) for item in items))


def a_table(*rows: Sequence[str], numeric: Sequence[int] = ()) -> Table:
    """A table whose first row is its header; `numeric` columns stand to the right."""
    return Table(
        tuple(
            tuple(Cell(runs(text), column in numeric) for column, text in enumerate(row))
            for row in rows
        )
    )


def every_block(picture: str | None = None) -> RichText:
    """Rich text that holds each kind of block and each style of run."""
    blocks: list[Block] = [
        Paragraph(
            (
                Run("Arenaen ble åpnet i 2025 med støtte fra "),
                Run("Næringsrådet", bold=True),
                Run(" og er "),
                Run("godt i gang", italic=True),
                Run("; "),
                Run("fire kommuner", underline=True),
                Run(" deltar. Les mer på "),
                Run("arenaens nettsider", link="https://example.org/arena?a=1&b=2"),
                Run("."),
            )
        ),
        Heading(1, runs("Erfaringer fra fase 1")),
        Paragraph(runs("Første linje.\nAndre linje etter linjeskift.")),
        ListBlock(
            False,
            (
                ListItem(
                    runs("Fjorten bedrifter har prøvd utstyr i sjøen"),
                    (
                        ListBlock(
                            True,
                            (
                                ListItem(runs("sensorer for havbruk")),
                                ListItem(
                                    runs("fjernstyrte farkoster"),
                                    (a_list("til inspeksjon", "til innsamling av prøver"),),
                                ),
                            ),
                        ),
                    ),
                ),
                ListItem(runs("Seks kommuner har vært vertskap")),
            ),
        ),
        Heading(3, runs("Overskrift som hopper over et nivå")),
        a_table(
            ("Kilde", "2027", "2028"),
            ("Næringsrådet", "480 000 kr", "0 kr"),
            ("Innovasjon Norge", "600 000 kr", "370 000 kr"),
            ("Sum", "1 080 000 kr", "370 000 kr"),
            numeric=(1, 2),
        ),
        a_list("Søknad", "Oppstart", "Rapport", ordered=True),
    ]
    if picture is not None:
        blocks.append(Picture(picture, "Kart over de fire testfeltene i fjorden", 60))
    return RichText(tuple(blocks))


def metadata(**changes: Any) -> Metadata:
    """Properties of the papers of one meeting."""
    base = Metadata(
        title="Innkalling til møte i Næringsrådet 4. desember 2026",
        subject="Sakspapirer",
        author="Næringsrådet for Trondheimsregionen",
        language="nb-NO",
        dated_on=MEETING_DAY,
        audience=Audience.MEMBERS,
    )
    return replace(base, **changes)


def letterhead(**changes: Any) -> Letterhead:
    """Letterhead of the council."""
    base = Letterhead(
        organisation="Trondheimsregionen",
        unit="Næringsrådet",
        contact="naeringsradet@example.org · 72 00 00 00",
        running_title="Næringsrådet 4. desember 2026",
        page_of="Side {page} av {pages}",
        marking="Eksempel – oppdiktede data",
    )
    return replace(base, **changes)


def an_attachment(number: int = 1, case: str = "NR 21/26", **changes: Any) -> AttachmentContent:
    """An attachment that is there; give `sha256`, `file_name` and `size` of its blob."""
    base = AttachmentContent(
        number=number,
        label=f"Vedlegg {number}",
        title=f"Prosjektplan {number}",
        anchor=f"attachment-{number}",
        stamp=f"Vedlegg {number} til sak {case}",
    )
    return replace(base, **changes)


def attached(
    shelf: BlobShelf, data: bytes, file_name: str, number: int = 1, **changes: Any
) -> AttachmentContent:
    """An attachment with `data` on the shelf."""
    named = {"file_name": file_name, "title": file_name.rsplit(".", 1)[0], "size": len(data)}
    return an_attachment(number, **{"sha256": shelf.put(data), **named, **changes})


def withheld_attachment(number: int = 2, case: str = "NR 21/26") -> AttachmentContent:
    """An attachment that this audience does not get: a number and a reason (R31)."""
    return an_attachment(
        number,
        case,
        title="Unntatt dokument",
        withheld="Unntatt offentlighet, jf. offentleglova § 23 første ledd",
    )


def a_case(number: int = 21, **changes: Any) -> CaseContent:
    """A brief with every section of R29."""
    base = CaseContent(
        anchor=f"case-{number}",
        number=f"NR {number}/26",
        title="Testarena for havteknologi – fase 2",
        kind="Vedtak",
        facts=(
            Fact("Saksbehandler", "Ingrid Solem"),
            Fact("Beløp fra næringsbudsjettet", "480 000 kr"),
            Fact("Samlet ramme", "1 450 000 kr"),
        ),
        sections=brief_sections(),
        attachments_heading="Vedlegg",
    )
    return replace(base, **changes)


def brief_sections(picture: str | None = None) -> tuple[Section, ...]:
    """The sections of a brief in R29's order."""
    return (
        Section(
            "proposal",
            "Forslag til vedtak",
            rich(
                a_list(
                    "Næringsrådet bevilger inntil 480 000 kr til fase 2 av testarenaen.",
                    "Midlene dekkes av næringsbudsjettet for 2027.",
                    ordered=True,
                )
            ),
        ),
        Section(
            "summary",
            "Oppsummering",
            from_plain(
                "Fase 1 er gjennomført etter planen. Fase 2 gir plass til flere bedrifter og "
                "knytter arenaen til studentene ved NTNU."
            ),
        ),
        Section("background", "Bakgrunn og saksopplysninger", every_block(picture)),
        Section(
            "assessment",
            "Vurdering",
            from_plain(
                "Arenaen er den eneste i regionen der små bedrifter kan prøve utstyr i sjøen "
                "uten å eie båt eller konsesjon.\n\nRisikoen er liten, siden fase 1 er evaluert."
            ),
        ),
        Section(
            "plan_assessment",
            "Vurdering opp mot næringsplanen",
            from_plain("Tiltaket er i tråd med strategi 1.1 og 4.1."),
        ),
        Section(
            "decision_level",
            "Beslutningsnivå",
            from_plain("Avgjøres i Næringsrådet fordi beløpet ikke er over 500 000 kr."),
        ),
    )


def package_words(**changes: Any) -> PackageWords:
    """Words of the combined package."""
    base = PackageWords(
        contents="Innhold",
        attachments="Vedlegg",
        stamp_page="side {page} av {pages}",
        enclosed="Originalen følger med som egen fil: {file}",
        problems=PROBLEMS,
    )
    return replace(base, **changes)


def agenda_of(cases: Sequence[CaseContent]) -> Agenda:
    """Two standing items, a heading and the cases."""
    return Agenda(
        heading="Saksliste",
        columns=("Nr.", "Sak", "Type", "Tid", "Side"),
        rows=(
            AgendaRow(
                number="",
                title="Godkjenning av innkalling og saksliste",
                kind="Godkjenning",
                time="5 min",
            ),
            AgendaRow(number="", title="Saker til behandling", kind="", time="", is_heading=True),
            *(
                AgendaRow(
                    number=case.number,
                    title=case.title,
                    kind=case.kind,
                    time="20 min",
                    anchor=case.anchor,
                )
                for case in cases
            ),
            AgendaRow(number="", title="Eventuelt", kind="", time="10 min"),
        ),
    )


def papers(cases: Sequence[CaseContent] | None = None, **changes: Any) -> Papers:
    """Papers of one meeting; the agenda lists the cases."""
    given = tuple(cases) if cases is not None else (a_case(21), a_case(22, title="Gründerprogram"))
    base = Papers(
        meta=metadata(),
        letterhead=letterhead(),
        heading="Innkalling",
        body="Næringsrådet",
        date="fredag 4. desember 2026",
        facts=(
            Fact("Sted", "Skaun rådhus, Børsa"),
            Fact("Tid", "kl. 09.00–11.30"),
            Fact("Saksbehandler", "Ingrid Solem"),
            Fact("Referanse", "2026/118-4"),
        ),
        called=NamedList(
            "Innkalt",
            (
                "Adm. direktør Kari Nordvik, Næringsforeningen (leder)",
                "Prorektor Olav Hegge, NTNU",
                "Direktør Anne Lien, Innovasjon Norge Trøndelag",
                "Kommunedirektør Per Ås, Malvik",
            ),
        ),
        copied=NamedList("Kopi", ("Næringssjef Liv Moe, Melhus", "Rådgiver Jon Dahl, Stjørdal")),
        apologies="Forfall meldes til Ingrid Solem, ingrid.solem@example.org, snarest mulig.",
        agenda=agenda_of(given),
        cases=given,
        closing=Closing("Trondheim, 27. november 2026", "Kari Nordvik", "leder"),
        package=package_words(),
    )
    return replace(base, **changes)


def minutes(**changes: Any) -> Minutes:
    """Minutes with a vote by name and a case taken note of."""
    base = Minutes(
        meta=metadata(title="Protokoll fra Næringsrådet 4. desember 2026", subject="Protokoll"),
        letterhead=letterhead(),
        heading="Møteprotokoll",
        body="Næringsrådet",
        date="fredag 4. desember 2026",
        status="Protokollen er ikke godkjent",
        facts=(
            Fact("Møtedato", "fredag 4. desember 2026"),
            Fact("Tidspunkt", "kl. 09.00–11.20"),
            Fact("Møtested", "Skaun rådhus, Børsa"),
        ),
        present=DataTable(
            "Følgende medlemmer møtte",
            ("Navn", "Funksjon", "Representerer", "Varamedlem for"),
            (
                ("Kari Nordvik", "leder", "Næringsforeningen", ""),
                ("Olav Hegge", "medlem", "NTNU", ""),
                ("Siri Berg", "varamedlem", "Malvik kommune", "Per Ås"),
            ),
            (3, 2, 3, 2),
        ),
        others=(
            NamedList("Forfall", ("Per Ås, Malvik kommune",)),
            NamedList("Fra administrasjonen", ("Ingrid Solem", "Tor Vik")),
        ),
        participation_heading="Deltakelse",
        participation=("Olav Hegge kom under sak NR 22/26.",),
        cases=DataTable(
            "Saker til behandling",
            ("Saksnr.", "Tittel"),
            (("NR 21/26", "Testarena for havteknologi – fase 2"), ("NR 22/26", "Gründerprogram")),
            (1, 5),
        ),
        items=(
            MinutesItem(
                anchor="item-1",
                number="NR 21/26",
                title="Testarena for havteknologi – fase 2",
                kind="Vedtak",
                notes=("Olav Hegge var inhabil og deltok ikke i behandlingen.",),
                proposal_heading="Forslag til vedtak",
                proposal=rich(a_list("Næringsrådet bevilger inntil 480 000 kr.", ordered=True)),
                deliberation_heading="Behandling",
                deliberation=from_plain("Saken ble lagt fram av Ingrid Solem."),
                voting_heading="Votering",
                voting=("Forslaget ble vedtatt med 2 mot 1 stemmer.",),
                ballots=DataTable(
                    "Stemmegivning",
                    ("Navn", "Stemme"),
                    (("Kari Nordvik", "for"), ("Siri Berg", "for"), ("Anne Lien", "mot")),
                    (3, 1),
                ),
                decision_heading="Vedtak",
                decision=rich(a_list("Næringsrådet bevilger inntil 480 000 kr.", ordered=True)),
            ),
            MinutesItem(
                anchor="item-2",
                number="NR 22/26",
                title="Gründerprogram",
                kind="Orientering",
                decision_heading="Vedtak",
                decision=from_plain("Saken ble tatt til orientering."),
            ),
        ),
        signatures_heading="Underskrifter",
        signatures=(Signature("Kari Nordvik", "leder"), Signature("Siri Berg", "medlem")),
    )
    return replace(base, **changes)


def workbook(**changes: Any) -> Workbook:
    """A workbook of one sheet with every kind of column."""
    base = Workbook(
        meta=metadata(title="Medlemmer av Næringsrådet", subject="Medlemmer"),
        note="Per 4. desember 2026",
        sheets=(
            Sheet(
                title="Medlemmer",
                heading="Medlemmer av Næringsrådet",
                columns=("Navn", "Fra", "Møter", "Beløp"),
                kinds=("text", "date", "integer", "kroner"),
                widths=(28, 12, 10, 14),
                rows=(
                    ("Kari Nordvik", date(2024, 1, 1), 12, 480_000),
                    ("=1+1", None, None, None),
                ),
            ),
        ),
    )
    return replace(base, **changes)
