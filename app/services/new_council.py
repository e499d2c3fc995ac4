"""Makes a new council file from a profile, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import UserError
from app.services.desk import Clock
from app.services.profiles import DEFAULT, fill, load_profile
from app.store.council_file import CouncilFile
from app.store.opening import has_wal
from app.store.placing import clear_leftovers, place, temporary_name


@dataclass(frozen=True, slots=True)
class NewCouncil:
    """What was made, for the one who asked for it."""

    path: Path
    profile: str
    council: str
    bodies: tuple[str, ...]
    seats: int
    institutions: int


def new_council(
    path: Path,
    profile_name: str = DEFAULT,
    *,
    clock: Clock,
    key: bytes | None = None,
    who: str = "",
) -> NewCouncil:
    """Make a council file at `path` from the profile of that name, or from a profile's own file.

    `UserError` when the profile is not there or has mistakes, and when `path` is taken or cannot
    be written: then nothing is made on disk.
    """
    profile = load_profile(profile_name)
    with made_whole(path, clock=clock, key=key) as file, file.unit_of_work(who) as work:
        filled = fill(work.session, profile)
        work.describe("make_council", "council", 1, capture=False)
        work.commit()
    return NewCouncil(
        path=path,
        profile=profile.name,
        council=profile.council.name,
        bodies=tuple(body.name for body in profile.bodies),
        seats=len(filled.seats),
        institutions=len(filled.institutions),
    )


@contextmanager
def made_whole(path: Path, *, clock: Clock, key: bytes | None = None) -> Iterator[CouncilFile]:
    """An empty council file that gets the name `path` once the block has ended well.

    It is made beside `path` under a hidden name, so that a kill, a full disk or an error in the
    block leaves no half-made council; `UserError` when something has the name already.
    """
    if path.exists():
        raise UserError("file_exists", file=path.name)
    _clear_killed_attempts(path)
    made = temporary_name(path)
    try:
        with CouncilFile.create(made, clock=clock, key=key) as file:
            yield file
        if has_wal(made):
            raise UserError("disk_failed", file=path.name)
        place(made, path)
    except UserError as error:
        raise _told_of(path, made, error) from error
    except OSError as error:
        raise UserError("disk_failed", file=path.name) from error
    finally:
        for leftover in (made, *_companions(made)):
            leftover.unlink(missing_ok=True)


def _told_of(path: Path, made: Path, error: UserError) -> UserError:
    """The same error with the name that the user knows."""
    if error.params.get("file") != made.name:
        return error
    return UserError(error.code, **{**error.params, "file": path.name})


def _clear_killed_attempts(path: Path) -> None:
    """What is made under the hidden name has a hidden name of its own, and a lock beside it."""
    if path.parent.is_dir():
        clear_leftovers(path)
        clear_leftovers(path.with_name(f".{path.name}"))


def _companions(made: Path) -> tuple[Path, ...]:
    return tuple(made.with_name(made.name + ending) for ending in ("-wal", "-shm", "-journal"))
