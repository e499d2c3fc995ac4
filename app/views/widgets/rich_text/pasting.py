"""From the clipboard into the text without a pause in the window: read, keep pictures, insert."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import UserError
from app.domain.reasons import Reason
from app.domain.rich_text import Block, Picture, RichText
from app.views.widgets.rich_text.background import Background
from app.views.widgets.rich_text.bitmap import Bitmap, Prepared
from app.views.widgets.rich_text.insertion import AT_A_TIME, AT_ONCE, Insertion, inserting
from app.views.widgets.rich_text.paste import Clip, read_clip, warm_up
from app.views.widgets.rich_text.reading import Reading
from app.views.widgets.rich_text.surface import Surface

AddPicture = Callable[[bytes], str]
"""Keeps a picture's bytes in the file and answers with their SHA-256; may raise `UserError`."""

LoadPicture = Callable[[str], bytes | None]
"""The bytes of a kept picture, or None."""


class Paster(QObject):
    """Pastes into one surface; keys that come meanwhile are typed after.

    `done` brings what did not come along, as `Reason`s.
    """

    done = Signal(object)

    def __init__(
        self, surface: Surface, add_picture: AddPicture, load_picture: LoadPicture
    ) -> None:
        super().__init__(surface)
        self._surface = surface
        self._add = add_picture
        self._load = load_picture
        self._background = Background(self)
        self._insertion: Insertion | None = None
        self._reasons: list[Reason] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(lambda: self._go_on())
        self.is_busy = False
        surface.entered.connect(self._warm_up)

    def _warm_up(self) -> None:
        """Once, when somebody begins to write."""
        self._surface.entered.disconnect(self._warm_up)
        self._background.run(warm_up, lambda _done: None)

    def paste(self, clip: Clip, *, literal: bool = False) -> None:
        """Take in what was copied, in place of the selection."""
        self.finish()
        if clip.is_only_files:
            self.done.emit((Reason("paste_files"),))
            return
        self._begin()
        if clip.is_small:
            self._read(clip, read_clip(clip, literal=literal))
        else:
            self._background.run(
                lambda: read_clip(clip, literal=literal),
                lambda found: self._read(clip, found),
                self._release,
            )

    def add_picture(self, data: bytes) -> None:
        """Put one picture in from outside, such as a file that was chosen."""
        self.finish()
        self._begin()
        self._read(Clip(picture=data), Reading(RichText()))

    def finish(self) -> None:
        """Have all in before the text is read, or replaced."""
        self._background.finish()
        while self._insertion is not None:
            self._go_on(AT_ONCE)

    def _begin(self) -> None:
        self.is_busy = True
        self._surface.hold(True)
        self._reasons = []

    def _read(self, clip: Clip, found: Reading) -> None:
        """Pictures first; the text goes in when all of them are kept."""
        picture = clip.picture
        if not found.text.blocks and picture is not None:
            self._reasons = []
            self._prepare([("", picture)], RichText((Picture("", ""),)))
            return
        self._reasons.extend(found.reasons)
        if not found.text.blocks and not found.reasons:
            self._reasons.append(Reason("paste_empty"))
        self._prepare([*found.pictures.items()], found.text)

    def _prepare(self, sources: list[tuple[str, bytes | Bitmap]], text: RichText) -> None:
        """Take the pictures apart beside the window, then keep them."""
        if not sources:
            self._insert(text)
            return
        self._background.run(
            lambda: [(name, _prepared(source)) for name, source in sources],
            lambda ready: self._keep(dict(ready), text),
            self._release,
        )

    def _keep(self, ready: dict[str, Prepared | UserError], text: RichText) -> None:
        """Give the pictures to whoever keeps them; those that fail are told of and left out."""
        kept: dict[str, tuple[str, int]] = {}
        for name, one in ready.items():
            try:
                if isinstance(one, UserError):
                    raise one
                kept[name] = self._add(one.data), one.width
            except UserError as error:
                self._reasons.append(error.reason)
        blocks: list[Block] = []
        for block in text.blocks:
            if isinstance(block, Picture) and block.sha256 in ready:
                if block.sha256 in kept:
                    sha256, width = kept[block.sha256]
                    blocks.append(replace(block, sha256=sha256, width=width))
            else:
                blocks.append(block)
        self._insert(RichText(tuple(blocks)))

    def _insert(self, text: RichText) -> None:
        known = tuple(block for block in text.blocks if not self._is_unknown(block))
        if len(known) < len(text.blocks):
            lost = len(text.blocks) - len(known)
            self._reasons.append(Reason("paste_pictures_left", pictures=lost))
        cursor = self._surface.textCursor()
        self._insertion = Insertion(cursor, inserting(cursor, known))
        self._go_on()
        if self._insertion is not None:
            self._timer.start()

    def _is_unknown(self, block: object) -> bool:
        """A picture from another council's file, of which only the name came along."""
        return isinstance(block, Picture) and self._load(block.sha256) is None

    def _go_on(self, most: int = AT_A_TIME) -> None:
        if self._insertion is None or self._insertion.step(most):
            return
        cursor, self._insertion = self._insertion.cursor, None
        self._timer.stop()
        self._surface.setTextCursor(cursor)
        self._surface.ensureCursorVisible()
        self._release()
        self.done.emit(tuple(self._reasons))

    def _release(self) -> None:
        """Let keys through again, also when something went wrong."""
        self.is_busy = False
        self._surface.hold(False)


def _prepared(source: bytes | Bitmap) -> Prepared | UserError:
    """A picture ready to be kept, or why it is not; never raises for what the user can mend."""
    from app.views.widgets.rich_text.picture_data import prepare

    try:
        return prepare(source)
    except UserError as error:
        return error
