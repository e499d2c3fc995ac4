"""Word, Excel, PowerPoint, ODF and RTF as PDF through LibreOffice, when the machine has it.

LibreOffice reads files from disk alone, so here, and only here, an attachment is in plain for a
moment: in a folder of our own, in memory where the machine offers that, removed right after.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.documents.attachments.kinds import Kind
from app.documents.attachments.office_profile import write_profile
from app.documents.attachments.problems import NO_CONVERTER, NOT_CONVERTED, TOO_SLOW

START_SECONDS = 40.0
SECONDS_EACH = 20.0
MAX_RESULT = 200_000_000
PREFIX = "rundgang-office-"

_POLL = 0.05
_IN_MEMORY = Path("/dev/shm")
_ROOM = 512_000_000
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """A file to convert: what it is and its bytes."""

    kind: Kind
    data: bytes


@dataclass(frozen=True, slots=True)
class Converted:
    """The PDF, or the code of what went wrong."""

    pdf: bytes = b""
    problem: str = ""


Conversion = Generator[None, None, dict[int, Converted]]
"""Yields while LibreOffice works, so that the caller can tell progress and cancel."""


@cache
def find_office() -> Path | None:
    """LibreOffice on this machine: on PATH, else where it usually is."""
    on_path = (shutil.which(name) for name in _NAMES)
    usual = (place for place in _PLACES if Path(place).is_file())
    found = next((place for place in (*on_path, *usual) if place), None)
    return Path(found) if found else None


def convert(files: Mapping[int, OfficeFile], office: Path | None = None) -> Conversion:
    """Each file as PDF: all in one go, then one by one those that did not come out of it.

    One go is a second in all instead of a second each; one by one, a file that makes
    LibreOffice fall takes no other with it.
    """
    program = office or find_office()
    if program is None:
        return {number: Converted(problem=NO_CONVERTER) for number in files}
    with _workshop() as folder:
        results, is_late = yield from _run(program, folder, files)
        if len(files) == 1:
            problem = TOO_SLOW if is_late else NOT_CONVERTED
            return {number: results.get(number, Converted(problem=problem)) for number in files}
        for number in sorted(files.keys() - results.keys()):
            alone, is_late = yield from _run(program, folder, {number: files[number]})
            problem = TOO_SLOW if is_late else NOT_CONVERTED
            results[number] = alone.get(number, Converted(problem=problem))
    return results


def sweep() -> None:
    """Remove what a killed process left: its folder, and LibreOffice where it still runs."""
    for root in _roots():
        for folder in root.glob(f"{PREFIX}*"):
            owner = folder.name.removeprefix(PREFIX).split("-", 1)[0]
            if owner.isdigit() and not _is_alive(int(owner)):
                _end_left_behind(folder)
                shutil.rmtree(folder, ignore_errors=True)


def _run(
    program: Path, folder: Path, files: Mapping[int, OfficeFile]
) -> Generator[None, None, tuple[dict[int, Converted], bool]]:
    """Convert `files` in one process; what came out, and whether the time ran out."""
    given, made = folder / "in", folder / "out"
    for place in (given, made):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
    paths = [given / f"{number}.{file.kind}" for number, file in files.items()]
    for path, file in zip(paths, files.values(), strict=True):
        path.write_bytes(file.data)
    is_late = yield from _wait(_start(program, folder, made, paths), folder, len(paths))
    results = {number: Converted(pdf) for number, pdf in _made(made, files)}
    return results, is_late


def _start(
    program: Path, folder: Path, made: Path, paths: Iterable[Path]
) -> subprocess.Popen[bytes]:
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", "pdf", "--outdir", str(made)),
        *map(str, paths),
    ]
    nowhere = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **nowhere, "SAL_USE_VCLPLUGIN": "svp", "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait(
    process: subprocess.Popen[bytes], folder: Path, files: int
) -> Generator[None, None, bool]:
    """Wait for the process, yielding; ends its whole group when the time is out, or we are."""
    (folder / "group").write_text(str(process.pid), encoding="ascii")
    until = time.monotonic() + START_SECONDS + SECONDS_EACH * files
    try:
        while process.poll() is None:
            if time.monotonic() > until:
                return True
            yield
            time.sleep(_POLL)
        return False
    finally:
        _end(process)


def _made(folder: Path, files: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    for number in files:
        path = folder / f"{number}.pdf"
        if path.is_file() and 0 < path.stat().st_size <= MAX_RESULT:
            yield number, path.read_bytes()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(taskkill, capture_output=True, check=False)
    else:
        _end_group(process.pid)
    process.wait()


def _end_group(group: int) -> None:
    if sys.platform != "win32":
        try:
            os.killpg(group, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return


def _end_left_behind(folder: Path) -> None:
    """End LibreOffice of a dead owner, when the number is really that process still."""
    try:
        group = int((folder / "group").read_text(encoding="ascii"))
        words = Path(f"/proc/{group}/cmdline").read_bytes()
    except (OSError, ValueError):
        return
    if folder.name.encode() in words:
        _end_group(group)


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder that nobody else may enter, with a profile in it, gone afterwards."""
    root = _roots()[0]
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=root))
    try:
        write_profile(folder / "profile")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _roots() -> list[Path]:
    """Where workshops can be: in memory when there is room, else the machine's own place."""
    ordinary = Path(tempfile.gettempdir())
    try:
        if shutil.disk_usage(_IN_MEMORY).free >= _ROOM and os.access(_IN_MEMORY, os.W_OK):
            return [_IN_MEMORY, ordinary]
    except OSError:
        return [ordinary]
    return [ordinary, _IN_MEMORY]


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
