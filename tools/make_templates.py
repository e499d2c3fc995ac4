"""Makes our own Word templates from their source: `python -m tools.make_templates`."""

from __future__ import annotations

from app.documents.word.writer import FOLDER
from tools.word_templates.bodies import letter, minutes, papers
from tools.word_templates.gatherings import attendees, programme, report

MAKERS = {
    "sakspapirer.docx": papers,
    "moteprotokoll.docx": minutes,
    "brev.docx": letter,
    "program.docx": programme,
    "rapport.docx": report,
    "deltakerliste.docx": attendees,
}


def main() -> None:
    """Write every template to its place."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        (FOLDER / name).write_bytes(make())
        print(f"made {FOLDER.name}/{name}")


if __name__ == "__main__":
    main()
