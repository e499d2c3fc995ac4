"""Where profiles are kept, and how one is found by name or by path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import UserError
from app.i18n.catalogue import Language
from app.i18n.sentences import sentence
from app.services.profiles.reading import examine, heading
from app.services.profiles.shape import Profile
from app.services.profiles.source import LARGEST, Mistake

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "profiles"
DEFAULT = "trondheimsregionen"
ENDING = ".yaml"
MOST_SHOWN = 20
"""How many mistakes are told at once."""


@dataclass(frozen=True, slots=True)
class ListedProfile:
    """A profile as a list offers it."""

    name: str
    title: str
    description: str


def list_profiles(folder: Path = FOLDER) -> tuple[ListedProfile, ...]:
    """The profiles that come with the program, by title; an unreadable one is left out."""
    found = []
    for path in sorted(folder.glob(f"*{ENDING}")):
        told = heading(path.read_bytes())
        if told is not None:
            found.append(ListedProfile(path.stem, told[0] or path.stem, told[1]))
    return tuple(sorted(found, key=lambda listed: listed.title))


def load_profile(name: str, folder: Path = FOLDER, language: Language = "nb") -> Profile:
    """The profile called `name`, or the one in the file that `name` is the path of.

    `UserError` when there is none, and when it has mistakes: all of them, each with its line.
    """
    return read_profile(_path_of(name, folder), language)


def read_profile(path: Path, language: Language = "nb") -> Profile:
    """The profile in the file at `path`; `UserError("profile_mistake")` tells every mistake.

    `line` is the first one's line, `count` how many there are, and `what` says each of them.
    """
    examined = examine(_content(path), path.stem)
    if examined.profile is None:
        raise UserError(
            "profile_mistake",
            file=path.name,
            line=examined.mistakes[0].line,
            count=len(examined.mistakes),
            what=_told(examined.mistakes, language),
        )
    return examined.profile


def _path_of(name: str, folder: Path) -> Path:
    """A name without folder or ending is one of ours; anything else is a path."""
    asked = Path(name)
    if asked.suffix.lower() in {ENDING, ".yml"} or asked.name != name:
        return asked
    ours = {listed.name: folder / f"{listed.name}{ENDING}" for listed in list_profiles(folder)}
    if name not in ours:
        raise UserError("profile_not_found", name=name, known=tuple(ours))
    return ours[name]


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise UserError("profile_file_missing", file=path.name) from error
    except OSError as error:
        raise UserError("profile_unreadable", file=path.name) from error


def _told(mistakes: tuple[Mistake, ...], language: Language) -> str:
    """One line of text per mistake, ready to be read."""
    lines = [
        sentence(
            "profile_on_line",
            {
                "line": mistake.line,
                "what": sentence(mistake.what.code, mistake.what.params, language),
            },
            language,
        )
        for mistake in mistakes[:MOST_SHOWN]
    ]
    if len(mistakes) > MOST_SHOWN:
        lines.append(sentence("profile_more_mistakes", {"n": len(mistakes) - MOST_SHOWN}, language))
    return "\n".join(lines)
