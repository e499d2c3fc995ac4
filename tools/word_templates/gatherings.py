"""What stands on the pages of a gathering's Word templates: programme, report, attendees (R17)."""

from __future__ import annotations

from tools.word_templates.bodies import labelled_facts, labelled_lines, opening
from tools.word_templates.parts import paragraph, repeated, tag, template, where


def programme() -> bytes:
    """What happens when, and how to answer."""
    return template(_first_page() + _part("programme") + tag("{{p closing }}"))


def report() -> bytes:
    """Who was there, each municipality's status, and what is to be done."""
    return template(
        _first_page()
        + _part("participants")
        + repeated("group", "others", labelled_lines("group"))
        + _part("programme")
        + where(
            "notes",
            paragraph("Heading1", "{{ notes_heading }}"),
            repeated("note", "notes", _part("note", "Heading2")),
        )
        + paragraph("Heading1", "{{ status_heading }}")
        + repeated("status", "statuses", _part("status", "Heading2"))
        + repeated("part", "points", _part("part"))
        + _part("next_host")
    )


def attendees() -> bytes:
    """Who comes, who does not, and who has not answered."""
    return template(_first_page() + repeated("part", "parts", _part("part")))


def _first_page() -> str:
    return opening() + labelled_facts("facts")


def _part(name: str, style: str = "Heading1") -> str:
    """A headed part: words, a table, or both."""
    return (
        paragraph(style, f"{{{{ {name}.heading }}}}")
        + where(f"{name}.text", tag(f"{{{{p {name}.text }}}}"))
        + where(f"{name}.table", tag(f"{{{{p {name}.table.table }}}}"), paragraph("Avstand"))
    )
