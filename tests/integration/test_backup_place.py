"""The copy that is taken when a file is closed lies where the settings say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap.window import Desks
from tests.helpers.council import clock


@pytest.mark.parametrize("is_gone", [False, True])
def test_copy_goes_to_the_chosen_folder_while_it_can_be_reached(
    tmp_path: Path, is_gone: bool
) -> None:
    chosen, own = tmp_path / "minnepinne", tmp_path / "program"
    chosen.mkdir()
    council = Desks(clock, own).create(tmp_path / "råd.rundgang", "enkelt-rad")
    view = council.house.settings.council()
    council.house.edit.settings.set_council(
        replace(view.fields, backup_folder=str(chosen)), view.version
    )
    if is_gone:
        chosen.rmdir()
    council.close()
    kept = [path.is_relative_to(chosen) for path in tmp_path.rglob("*") if _is_copy(path)]
    assert kept
    assert any(kept) is not is_gone


def _is_copy(path: Path) -> bool:
    return path.is_file() and path.suffix == ".rundgang" and path.name != "råd.rundgang"
