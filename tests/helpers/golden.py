"""Documents against accepted ones: unzipped, normalised, compared as text.

`python -m tests.helpers.golden --accept` writes what the tests make now; look at the difference
before you commit it.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from lxml import etree

FOLDER = Path(__file__).resolve().parents[1] / "golden"
ACCEPT = "RUNDGANG_ACCEPT_GOLDEN"
SHOWN_LINES = 80


def normalised(data: bytes, without: tuple[str, ...] = ()) -> str:
    """The parts of a zipped document, one element a line; pictures by their SHA-256."""
    lines: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name in without:
                continue
            lines.append(f"===== {name}")
            lines.append(_shown(name, archive.read(name)))
    return "\n".join(lines) + "\n"


def difference(name: str, made: str) -> str:
    """What `made` has that the accepted `name` has not, and the other way; empty when alike."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(ACCEPT):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
        return ""
    accepted = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = difflib.unified_diff(
        accepted.splitlines(), made.splitlines(), "accepted", "made", lineterm="", n=2
    )
    shown = list(lines)
    more = [f"… and {len(shown) - SHOWN_LINES} more lines"] if len(shown) > SHOWN_LINES else []
    return "\n".join(shown[:SHOWN_LINES] + more)


def _shown(name: str, part: bytes) -> str:
    if not name.endswith((".xml", ".rels")):
        return f"sha256 {hashlib.sha256(part).hexdigest()}"
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    root = etree.fromstring(part, parser)
    return etree.tostring(root, pretty_print=True, encoding="unicode").rstrip()


def main() -> int:
    """Run the golden tests; with `--accept`, what they make now becomes what is accepted."""
    parser = argparse.ArgumentParser(prog="tests.helpers.golden")
    parser.add_argument("--accept", action="store_true")
    environment = dict(os.environ)
    if parser.parse_args().accept:
        environment[ACCEPT] = "1"
    command = [sys.executable, "-m", "pytest", "-q", "-k", "golden", "tests"]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
