"""What a tag got wrong, before it is told in the user's words."""

from __future__ import annotations


class TagMistake(Exception):
    """What is wrong with a tag: a code, the name it is about, and its line where known.

    `printed` and `loop` are the tag's number among those that print or repeat, counted from 0.
    """

    def __init__(self, code: str, name: str = "", line: int | None = None) -> None:
        super().__init__(code, name, line)
        self.code = code
        self.name = name
        self.line = line
        self.printed: int | None = None
        self.loop: int | None = None
