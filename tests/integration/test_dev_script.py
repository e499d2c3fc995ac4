"""`dev.py` on machines that lack something: it says what, does what it may, and goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from tools import environment, machine, places
from tools.checks import Step, run_steps
from tools.translations import compile_catalogue
from tools.verbs import VERBS, main

ROOT = Path(__file__).resolve().parents[2]


def dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=places.surroundings(),
    )


def test_help_names_every_verb() -> None:
    answer = dev("--help")
    assert answer.returncode == 0
    assert all(f"\n  {verb} " in answer.stdout for verb in VERBS)


def test_unknown_verb_is_wrong_usage() -> None:
    answer = dev("tset")
    assert answer.returncode == 2
    assert "no verb 'tset'" in answer.stderr
    assert "Usage" in answer.stderr


def test_python_that_is_too_old_is_told_in_words() -> None:
    pretend = "import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path('dev.py')"
    answer = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.9" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt's libraries, Linux only")
class TestMissingLibraries:
    @pytest.fixture(autouse=True)
    def _one_library_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(machine, "QT_LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    def test_without_rights_the_exact_command_is_printed_and_nothing_is_tried(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(machine, "_as_root", lambda: None)
        assert machine.ensure_qt_libraries() is False
        said = capsys.readouterr().out
        assert "sudo apt-get install --yes --no-install-recommends libnowhere9\n" in said

    def test_as_root_the_list_is_fetched_when_the_first_try_finds_nothing(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        tried: list[str] = []

        def apt(command: list[str], *, loud: bool = False) -> bool:
            tried.append(" ".join(command))
            return "update" in command or loud

        monkeypatch.setattr(machine, "_as_root", lambda: ["sudo", "-n"])
        monkeypatch.setattr(machine, "_apt", apt)
        assert machine.install_packages(["libnowhere9"], why="Qt needs them")
        install = "sudo -n apt-get install --yes --no-install-recommends libnowhere9"
        assert tried == [install, "sudo -n apt-get update", install]

    def test_where_there_is_no_apt_the_names_are_told(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: None)
        assert machine.ensure_qt_libraries() is False
        assert "libnowhere9 (Debian's names)" in capsys.readouterr().out


class TestEnvironment:
    @pytest.fixture(autouse=True)
    def done(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """What the script did, with a tree of its own and nothing really installed."""
        done: list[str] = []
        locks = {name: tmp_path / f"{name}.txt" for name in ("app", "dev")}
        for lock in locks.values():
            lock.write_text("packet==1.0\n", encoding="utf-8")
        for name, lock in locks.items():
            monkeypatch.setitem(places.LOCKS, name, lock)
        monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
        monkeypatch.setattr(environment, "TRANSLATIONS", tmp_path / "i18n")
        monkeypatch.setattr(environment, "_make_venv", lambda: done.append("venv"))
        monkeypatch.setattr(environment, "_install", lambda lock: done.append(f"install {lock}"))
        monkeypatch.setattr(environment, "ensure_qt_libraries", lambda: True)
        return done

    def test_second_start_does_nothing(self, done: list[str]) -> None:
        environment.ensure_ready("dev")
        environment.ensure_ready("dev")
        assert done == ["venv", "install dev"]

    def test_what_testing_needs_is_enough_for_running(self, done: list[str]) -> None:
        environment.ensure_ready("dev")
        environment.ensure_ready("app")
        assert done == ["venv", "install dev"]

    def test_what_running_needs_is_not_enough_for_testing(self, done: list[str]) -> None:
        environment.ensure_ready("app")
        environment.ensure_ready("dev")
        assert done == ["venv", "install app", "venv", "install dev"]

    def test_changed_lock_is_installed(self, done: list[str]) -> None:
        environment.ensure_ready("dev")
        places.LOCKS["dev"].write_text("packet==1.1\n", encoding="utf-8")
        environment.ensure_ready("dev")
        assert done == ["venv", "install dev"] * 2

    def test_failed_install_is_tried_again(
        self, done: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(lock: str) -> None:
            raise places.Trouble("no network")

        with monkeypatch.context() as offline:
            offline.setattr(environment, "_install", fail)
            with pytest.raises(places.Trouble):
                environment.ensure_ready("dev")
        environment.ensure_ready("dev")
        assert done == ["venv", "venv", "install dev"]

    def test_damaged_stamp_is_as_none(self, done: list[str]) -> None:
        environment.STAMP.write_text("{half", encoding="utf-8")
        environment.ensure_ready("dev")
        assert done == ["venv", "install dev"]

    def test_trouble_is_told_without_a_traceback(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def fail(lock: str) -> None:
            raise places.Trouble("The packages could not be installed.")

        monkeypatch.setattr("tools.verbs.ensure_ready", fail)
        assert main(["setup"]) == 1
        assert capsys.readouterr().err == "The packages could not be installed.\n"


def test_catalogue_is_compiled_only_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "en" / "LC_MESSAGES" / "rundgang.po"
    source.parent.mkdir(parents=True)
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Saksliste"\nmsgstr "Agenda"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(environment, "TRANSLATIONS", tmp_path)
    environment.compile_translations()
    with source.with_suffix(".mo").open("rb") as compiled:
        assert GNUTranslations(compiled).gettext("Saksliste") == "Agenda"
    capsys.readouterr()
    environment.compile_translations()
    assert capsys.readouterr().out == ""
    changed = source.with_suffix(".mo").stat().st_mtime + 5
    os.utime(source, (changed, changed))
    environment.compile_translations()
    assert "Compiling 1 catalogue" in capsys.readouterr().out


def test_broken_catalogue_leaves_no_half_file(tmp_path: Path) -> None:
    source = tmp_path / "en" / "LC_MESSAGES" / "rundgang.po"
    source.parent.mkdir(parents=True)
    source.write_text("msgid Saksliste without quotes\n", encoding="utf-8")
    with pytest.raises(PoFileError):
        compile_catalogue(source)
    assert [path.name for path in source.parent.iterdir()] == ["rundgang.po"]


def test_all_steps_run_and_the_failed_one_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    fails = Step("first", (sys.executable, "-c", "raise SystemExit(3)"))
    passes = Step("second", (sys.executable, "-c", "print('second ran')"))
    assert run_steps([fails, passes]) == 1
    said = capfd.readouterr().out.splitlines()
    assert "second ran" in said
    assert said[-1] == "FAILED: first"


def test_summary_of_a_green_run_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_steps([Step("only", (sys.executable, "-c", ""))]) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "All steps passed."
