"""The card Rundgangen beside the wheel: who hosted, who is to, and who is next (R17, R18)."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n.catalogue import _
from app.i18n.voice import Voice
from app.services.hosting.facts import CardEntry, RoundCard
from app.views.widgets.card import Card, LinkRow
from app.views.widgets.text import ShortText

ROUND = _("Rundgangen")


class RoundCardView(Card):
    """A row for each year, spring before autumn; pressed, it leads to the whole round."""

    def __init__(self, voice: Voice, go_on: Callable[[], object]) -> None:
        super().__init__(voice.word(ROUND), "card-round")
        self._go_on = go_on
        self.hide()

    def show_facts(self, facts: RoundCard | None) -> None:
        """The round around a year; without one the card is not there."""
        self.setVisible(facts is not None and bool(facts.rows))
        if facts is None:
            return
        self.tell(side=facts.next_words)
        self.show_rows([self._row(place, row) for place, row in enumerate(facts.rows)])

    def _row(self, place: int, entries: tuple[CardEntry, ...]) -> LinkRow:
        first, *rest = entries
        last = rest[-1] if rest else None
        made = LinkRow(
            f"round-{place}",
            first.words,
            strong=first.is_next,
            trailing=None if last is None else ShortText(last.words, *_look(last)),
        )
        made.setAccessibleName(", ".join(entry.words for entry in entries))
        made.clicked.connect(self._go_on)
        return made


def _look(entry: CardEntry) -> tuple[str, str]:
    """What has been is plain, what is next stands out, the rest ahead is muted."""
    if entry.is_next:
        return "medium", "accent"
    return "body", "muted" if entry.is_coming else "text"
