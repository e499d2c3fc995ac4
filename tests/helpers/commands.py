"""Commands as a script runs them, on the demo's day."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.bootstrap import run

TODAY = ["--today", "2026-11-23"]


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What a command prints after it ended well."""
    capsys.readouterr()
    assert run([*map(str, arguments), *TODAY]) == 0
    return capsys.readouterr().out


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    """The same as JSON."""
    return json.loads(printed(capsys, *arguments, "--json"))
