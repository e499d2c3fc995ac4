"""What stands on the pages of our Word templates, in tags; the words come with the content."""

from __future__ import annotations

from tools.word_templates.parts import paragraph, repeated, run, tag, template, where

_NEW_PAGE = "<w:pageBreakBefore/>"


def papers() -> bytes:
    """Notice, agenda, briefs and closing (R29, R30)."""
    return template(
        opening()
        + labelled_facts("facts")
        + paragraph("Avstand")
        + _names("called")
        + _names("copied")
        + where("apologies", paragraph("Merknad", "{{ apologies }}"))
        + paragraph("Heading1", "{{ agenda.heading }}")
        + tag("{{p agenda.table }}")
        + repeated("case", "cases", _case())
        + _closing()
    )


def minutes() -> bytes:
    """The minutes (R40): who met, what was treated, how it went, who signs."""
    return template(
        opening()
        + where("status", paragraph("Merknad", "{{ status }}"))
        + labelled_facts("facts")
        + paragraph("Heading2", "{{ present.heading }}")
        + tag("{{p present.table }}")
        + repeated("group", "others", labelled_lines("group"))
        + where(
            "participation",
            paragraph("Heading2", "{{ participation_heading }}"),
            repeated("sentence", "participation", paragraph("Deltakelse", "{{ sentence }}")),
        )
        + paragraph("Heading2", "{{ cases.heading }}")
        + tag("{{p cases.table }}")
        + repeated("item", "items", _item())
        + where(
            "signatures",
            paragraph("Heading2", "{{ signatures_heading }}"),
            repeated(
                "signature",
                "signatures",
                paragraph("Underskrift", "{{ signature.name }}"),
                paragraph("Underskriftsrolle", "{{ signature.role }}"),
            ),
        )
    )


def letter() -> bytes:
    """A letter (R9): to whom, when and where, about what, and who signs."""
    space = '<w:spacing w:before="{}" w:after="0"/>'
    return template(
        paragraph("Avstand", more=space.format(300))
        + repeated("line", "recipient", paragraph("Avslutning", "{{ line }}"))
        + paragraph("Avslutning", "{{ place_and_date }}", more=space.format(480))
        + paragraph("Avstand")
        + labelled_facts("facts")
        + paragraph("Brevemne", "{{ heading }}")
        + tag("{{p opening }}")
        + where(
            "table",
            paragraph("Heading2", "{{ table.heading }}"),
            tag("{{p table.table }}"),
        )
        + paragraph("Avstand")
        + labelled_facts("details")
        + paragraph("Avstand")
        + tag("{{p words }}")
        + paragraph("Avslutning", "{{ farewell }}", more=space.format(280))
        + paragraph("Avslutning", run("{{ name }}", "Navn"), more=space.format(900))
        + where("title", paragraph("Underskriftsrolle", "{{ title }}"))
        + repeated("line", "contact", paragraph("Underskriftsrolle", "{{ line }}"))
        + paragraph("Avstand", more=space.format(200))
        + _names("copies")
    )


def opening() -> str:
    """What kind of document, for which body, on which day."""
    return (
        paragraph("Title", "{{ heading }}")
        + paragraph("Subtitle", "{{ body }}")
        + paragraph("Subtitle", "{{ date }}", more='<w:spacing w:after="240"/>')
    )


def labelled_facts(name: str) -> str:
    """Labels with their values, a line each."""
    line = paragraph("Faktalinje", run("{{ fact.label }}", "Etikett"), "\t{{ fact.value }}")
    return repeated("fact", name, line)


def _names(name: str) -> str:
    return where(f"{name}.entries", labelled_lines(name))


def labelled_lines(name: str) -> str:
    """The names of a group, its label before the first."""
    label = f"{{% if loop.first %}}{{{{ {name}.label }}}}{{% endif %}}"
    line = paragraph("Faktalinje", run(label, "Etikett"), "\t{{ entry }}")
    return repeated("entry", f"{name}.entries", line) + paragraph("Avstand")


def _case() -> str:
    return (
        _numbered_heading("case", "Heading1", more=_NEW_PAGE)
        + where("case.marking", paragraph("Merking", "{{ case.marking }}"))
        + where("case.withheld", paragraph("Merking", "{{ case.withheld }}"))
        + labelled_facts("case.facts")
        + repeated(
            "section",
            "case.sections",
            paragraph("Heading2", "{{ section.heading }}"),
            tag("{{p section.body }}"),
        )
        + where(
            "case.attachments",
            paragraph("Heading2", "{{ case.attachments_heading }}"),
            repeated("attachment", "case.attachments", _attachment()),
        )
    )


def _numbered_heading(name: str, style: str, more: str = "") -> str:
    kind = f"{{% if {name}.kind %}}  ·  {{{{ {name}.kind }}}}{{% endif %}}"
    end = f"{{% if {name}.number %}}\n{{% endif %}}"
    return paragraph(
        style,
        run(f"{{{{r {name}.place }}}}"),
        run(f"{{{{ {name}.number }}}}{kind}{end}", "Saksnummer"),
        f"{{{{ {name}.title }}}}",
        more=more,
    )


def _attachment() -> str:
    return paragraph(
        "Vedleggslinje",
        run("{{ attachment.label }}", "Etikett"),
        "\t{{ attachment.title }}",
        run("{% if attachment.note %}\n{{ attachment.note }}{% endif %}", "Merknadstekst"),
        run("{% if attachment.withheld %}\n{{ attachment.withheld }}{% endif %}", "Varsel"),
    )


def _closing() -> str:
    return paragraph(
        "Avslutning", "{{ closing.place_and_date }}", more='<w:spacing w:before="480"/>'
    ) + where(
        "closing.name",
        paragraph("Avslutning", "{{ closing.name }}", more='<w:spacing w:before="360"/>'),
        paragraph("Underskriftsrolle", "{{ closing.title }}"),
    )


def _item() -> str:
    return (
        _numbered_heading("item", "Protokollsak")
        + repeated("note", "item.notes", paragraph("Deltakelse", "{{ note }}"))
        + _part("proposal")
        + _part("deliberation")
        + where(
            "item.voting",
            paragraph("Heading2", "{{ item.voting_heading }}"),
            repeated("sentence", "item.voting", paragraph("BodyText", "{{ sentence }}")),
        )
        + where(
            "item.ballots",
            paragraph("Caption", "{{ item.ballots.heading }}"),
            tag("{{p item.ballots.table }}"),
        )
        + _part("decision", heading="Vedtak")
    )


def _part(name: str, heading: str = "Heading2") -> str:
    """A headed part of an item, where it has anything to say."""
    return where(
        f"item.{name}",
        paragraph(heading, f"{{{{ item.{name}_heading }}}}"),
        tag(f"{{{{p item.{name} }}}}"),
    )
