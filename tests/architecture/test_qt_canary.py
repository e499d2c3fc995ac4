"""Watches over the Qt that we pin: one version aborted Python 3.11 after some hundred signals."""

from __future__ import annotations

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rung = Signal(int, str)

application = QCoreApplication([])
bell = Bell()
heard = []
bell.rung.connect(lambda number, name: heard.append(number))
for number in range(2_000):
    bell.rung.emit(number, f"bell {number}")
print(len(heard))
"""


def test_two_thousand_signals_arrive() -> None:
    done = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "2000", "")
