"""What can be done with the chosen turns, what is missing for each, and doing it (R18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.services.hosting.facts import HostState, HostTurnRow, RoundView, SeenHost
from app.services.house import House
from app.views.editing.doing import do
from app.views.shell.workbench import Workbench
from app.views.year import round_words as words
from app.views.year.round_dialogs import AnotherDialog, PassDialog, SwapDialog, TakeBackDialog


@dataclass(frozen=True, slots=True)
class Chosen:
    """The turn with the keyboard first, then the others that are chosen with it."""

    view: RoundView
    turns: tuple[HostTurnRow, ...]

    @property
    def first(self) -> HostTurnRow | None:
        """The turn with the keyboard."""
        return self.turns[0] if self.turns else None


class RoundDeeds:
    """Asks and does; a deed that cannot be done says why."""

    def __init__(
        self,
        bench: Workbench,
        house: House,
        owner: QWidget,
        chosen: Callable[[], Chosen | None],
    ) -> None:
        self._bench, self._house, self._owner, self._chosen = bench, house, owner, chosen

    def accept(self) -> None:
        """Let those whose turn it is host the chosen meetings."""
        found = self._proposed()
        if found:
            self._accept(found)

    def accept_all(self) -> None:
        """Let everyone who is proposed host."""
        found = self._chosen()
        if found is not None:
            self._accept([turn for turn in found.view.coming if _is_open(turn)])

    def swap(self) -> None:
        """Ask with whom the chosen meeting changes its host."""
        found, turn = self._chosen(), self._turn()
        if found is None or turn is None or self.why_not_swap() is not None:
            return
        others = self._others(found, turn)
        also = {one.key for one in found.turns[1:]} & {one.key for one in others}
        wanted = next(iter(also), None)
        SwapDialog(self._owner, self._bench, self._house, turn, others, wanted).open()

    def pass_turn(self) -> None:
        """Ask who lets the chosen turn go by, and why."""
        turn = self._turn()
        if turn is not None and self.why_not_change() is None:
            PassDialog(self._owner, self._bench, self._house, turn).open()

    def take_back_pass(self) -> None:
        """Let who stood over be in line again."""
        turn = self._turn()
        if turn is None or self.why_not_take_back() is not None:
            return
        if len(turn.passes) > 1:
            TakeBackDialog(self._owner, self._bench, self._house, turn).open()
            return
        one, editor = turn.passes[0], self._house.edit.hosting
        said = self._bench.voice.fill(words.TAKEN_BACK, name=one.short, on=turn.on)
        do(
            self._bench,
            lambda: editor.take_back_pass(one.meeting_id, one.institution_id),
            said=said,
        )

    def choose(self) -> None:
        """Ask who else hosts the chosen meeting."""
        turn = self._turn()
        if turn is not None and self.why_not_change() is None:
            AnotherDialog(self._owner, self._bench, self._house, turn).open()

    def open_meeting(self) -> None:
        """Go to the chosen meeting."""
        turn = self._turn()
        if turn is not None and turn.meeting_id is not None:
            self._bench.go_to(f"meetings/{turn.meeting_id}")

    def why_not_accept(self) -> str | None:
        """What is missing for taking the proposal."""
        if self._proposed():
            return None
        missing = self._why_not_open()
        if missing is None:
            turn = self._turn()
            is_settled = turn is not None and turn.state is HostState.AGREED
            missing = words.NOTHING_PROPOSED if is_settled else words.NOBODY_FREE
        return self._word(missing)

    def why_not_accept_all(self) -> str | None:
        """What is missing for taking every proposal."""
        found = self._chosen()
        has_any = found is not None and any(_is_open(turn) for turn in found.view.coming)
        return None if has_any else self._word(words.NOTHING_OPEN)

    def why_not_change(self) -> str | None:
        """What is missing for standing over, or choosing another."""
        return self._word(self._why_not_open())

    def why_not_swap(self) -> str | None:
        """What is missing for swapping."""
        missing = self._why_not_open()
        found, turn = self._chosen(), self._turn()
        if missing is None and found is not None and turn is not None:
            if turn.host_id is None:
                missing = words.NOBODY_FREE
            elif not self._others(found, turn):
                missing = words.ONE_ONLY
        return self._word(missing)

    def why_not_take_back(self) -> str | None:
        """What is missing for being in line again."""
        missing = self._why_not_open()
        turn = self._turn()
        if missing is None and turn is not None and not turn.passes:
            missing = words.NOBODY_PASSES
        return self._word(missing)

    def why_not_open_meeting(self) -> str | None:
        """What is missing for opening the meeting."""
        turn = self._turn()
        if turn is None:
            return self._word(words.CHOOSE_ONE)
        return self._word(words.NO_MEETING) if turn.meeting_id is None else None

    def _why_not_open(self) -> str | None:
        turn = self._turn()
        if turn is None:
            return words.CHOOSE_ONE
        if turn.meeting_id is None:
            return words.NO_MEETING
        return None if turn.can_change else words.CLOSED

    def _accept(self, turns: Sequence[HostTurnRow]) -> None:
        voice, editor = self._bench.voice, self._house.edit.hosting
        seen: list[SeenHost] = [turn.seen for turn in turns if turn.seen is not None]
        if len(turns) == 1:
            first = turns[0]
            said = voice.fill(words.ACCEPTED, name=first.host_short or "", on=first.on)
            do(self._bench, lambda: editor.accept(seen[0]), said=said)
        elif seen:
            said = voice.fill(words.ACCEPTED_ALL, n=len(seen))
            do(self._bench, lambda: editor.accept_all(seen), said=said)

    def _proposed(self) -> list[HostTurnRow]:
        found = self._chosen()
        return [turn for turn in found.turns if _is_open(turn)] if found is not None else []

    def _others(self, found: Chosen, turn: HostTurnRow) -> list[HostTurnRow]:
        """The coming meetings whose host could change places with this one's."""
        return [
            one
            for one in found.view.turns
            if one.can_change and one.host_id is not None and one.key != turn.key
        ]

    def _turn(self) -> HostTurnRow | None:
        found = self._chosen()
        return None if found is None else found.first

    def _word(self, message: str | None) -> str | None:
        return None if message is None else self._bench.voice.word(message)


def _is_open(turn: HostTurnRow) -> bool:
    return turn.state is HostState.PROPOSED and turn.host_id is not None
