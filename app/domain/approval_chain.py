"""A hash chain over approvals, so that what is approved cannot change unseen (R41)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.reasons import Reason

START = "0" * 64
"""What stands before the first link."""

Facts = tuple[tuple[str, str | int | None], ...]
"""What else is bound: meeting, date, who approved and how, as name and value."""


@dataclass(frozen=True, slots=True)
class Link:
    """One approval: its place, what it approves, and the hash that binds it to all before it.

    `content_sha256` is of the approved content, `sha256` of the whole link; both in lower-case
    hexadecimal.
    """

    sequence: int
    previous_sha256: str
    content_sha256: str
    facts: Facts
    sha256: str


def link_hash(previous: str, sequence: int, content_sha256: str, facts: Facts) -> str:
    """SHA-256 of the link in one fixed form, its facts in the order of their names."""
    bound = [previous, sequence, content_sha256, sorted(facts, key=lambda fact: fact[0])]
    text = json.dumps(bound, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def next_link(links: Sequence[Link], content_sha256: str, facts: Facts) -> Link:
    """The link that comes after `links`."""
    sequence, previous = (links[-1].sequence + 1, links[-1].sha256) if links else (1, START)
    own = link_hash(previous, sequence, content_sha256, facts)
    return Link(sequence, previous, content_sha256, facts, own)


def verify(links: Sequence[Link], anchor: str | None = None) -> list[Reason]:
    """What is wrong with the chain, naming the first broken link; nothing when it is whole.

    `links` in the order they are kept. `anchor` is a link's hash kept outside the file: a chain
    that has no such link was cut or rolled back.
    """
    previous = START
    for sequence, link in enumerate(links, start=1):
        if link.sequence != sequence:
            return [Reason("chain_link_missing", number=sequence, found=link.sequence)]
        if link.previous_sha256 != previous:
            return [Reason("chain_link_does_not_follow", number=sequence)]
        own = link_hash(link.previous_sha256, sequence, link.content_sha256, link.facts)
        if own != link.sha256:
            return [Reason("chain_link_changed", number=sequence)]
        previous = link.sha256
    if anchor is not None and all(link.sha256 != anchor for link in links):
        return [Reason("chain_anchor_missing", anchor=anchor[:12], length=len(links))]
    return []


def verify_content(links: Sequence[Link], contents: Sequence[str]) -> list[Reason]:
    """The first link whose content, by its SHA-256 as read now, is not what was approved."""
    for link, now in zip(links, contents, strict=True):
        if link.content_sha256 != now:
            return [Reason("chain_content_changed", number=link.sequence)]
    return []
