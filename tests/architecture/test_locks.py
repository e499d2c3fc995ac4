"""The locks pin what the project asks for, by hash, the same for running and for testing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\]+?))? \\$", re.M)


def text_of(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def pins(lock: str) -> set[tuple[str, str, str]]:
    """Name, version and marker of each package."""
    found = PIN.finditer(text_of(lock))
    return {(m["name"], m["version"], (m["marker"] or "").strip()) for m in found}


@pytest.mark.parametrize(
    ("lock", "asked"),
    [
        ("app", [*PROJECT["dependencies"], *EXTRAS["build"]]),
        ("dev", [*PROJECT["dependencies"], *EXTRAS["build"], *EXTRAS["dev"]]),
    ],
)
def test_lock_holds_what_the_project_asks_for(lock: str, asked: list[str]) -> None:
    locked = pins(lock)
    for requirement in map(Requirement, asked):
        name = canonicalize_name(requirement.name)
        versions = [version for other, version, _ in locked if other == name]
        assert any(requirement.specifier.contains(version) for version in versions), requirement


def test_testing_runs_on_the_same_versions_as_the_program() -> None:
    assert pins("app") <= pins("dev")


@pytest.mark.parametrize("lock", ["app", "dev"])
def test_every_package_is_pinned_by_hash_and_none_by_address(lock: str) -> None:
    entries = re.split(r"\n(?! )", text_of(lock).strip())
    assert [
        entry for entry in entries if not PIN.match(entry) or "--hash=sha256:" not in entry
    ] == []
    assert "://" not in text_of(lock)
