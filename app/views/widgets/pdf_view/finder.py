"""Between the line that finds and the pages: asks the source, marks, and leafs from hit to hit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from app.views.widgets.pdf_view.find_bar import FindBar
from app.views.widgets.pdf_view.findings import Findings, spot_of
from app.views.widgets.pdf_view.source import Hit, PageSource
from app.views.widgets.pdf_view.steering import SteeredCanvas


class Finder(QObject):
    """Belongs to one reader; follows it from document to document."""

    def __init__(self, bar: FindBar, canvas: SteeredCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._canvas = bar, canvas
        self._source: PageSource | None = None
        self._findings: Findings | None = None
        bar.searched.connect(self._search)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    def attach(self, source: PageSource | None) -> None:
        """Search this document from now on; what was looked for is looked for in it too."""
        self._source = source
        before = self._findings
        self._findings = None
        if source is None:
            self._bar.hide()
        elif self._bar.isVisible() and before is not None:
            current = before.current
            start = (self._canvas.page, 0.0) if current is None else spot_of(current)
            self._begin(Findings(before.words, start, is_again=True))
        self._show()

    def open(self) -> None:
        """Let the user type what to find."""
        if self._source is None:
            return
        self._bar.open()
        self._search(self._bar.words)

    def close(self) -> None:
        """Take the marks away, and go on reading."""
        # First the focus: a field that is hidden hands it on as if by Tab.
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.hide()
        self._search("")

    def step(self, direction: int) -> None:
        """To the next hit (1), or the one before (-1)."""
        if self._findings is None:
            self.open()
            return
        self._findings.step(direction)
        self._reveal()
        self._show()

    def found(self, words: str, hits: Sequence[Hit], is_done: bool) -> None:
        """The source has found more."""
        findings = self._findings
        if findings is None or findings.words != words:
            return
        has_begun = findings.add(hits, is_done)
        self._show()
        if has_begun and not findings.is_again:
            self._reveal()

    def _search(self, words: str) -> None:
        if self._findings is not None and words == self._findings.words:
            return
        self._findings = None
        if self._source is not None:
            if words:
                self._begin(Findings(words, (self._canvas.page, 0.0)))
            else:
                self._source.search("")
        self._show()

    def _begin(self, findings: Findings) -> None:
        self._findings = findings
        if self._source is not None:
            self._source.search(findings.words)

    def _reveal(self) -> None:
        hit = self._findings.current if self._findings is not None else None
        if hit is not None and hit.boxes:
            self._canvas.reveal(hit.page, hit.boxes[0])

    def _show(self) -> None:
        self._bar.tell(self._findings)
        self._canvas.mark(self._findings.marks() if self._findings is not None else {})
