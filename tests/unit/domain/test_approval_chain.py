"""The chain over approvals: every change is found and named (R41)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.approval_chain import START, Link, link_hash, next_link, verify, verify_content
from app.domain.reasons import Reason

CONTENTS = [f"{number:064x}" for number in range(1, 6)]


def chain(contents: list[str] = CONTENTS) -> list[Link]:
    links: list[Link] = []
    for content in contents:
        links.append(next_link(links, content, (("meeting", content[-1]), ("form", None))))
    return links


LINKS = chain()


def test_a_whole_chain_has_nothing_to_tell() -> None:
    assert verify([]) == []
    assert verify(LINKS) == []
    assert verify(LINKS, anchor=LINKS[2].sha256) == []
    assert verify_content(LINKS, CONTENTS) == []


def test_a_link_binds_all_before_it() -> None:
    assert LINKS[0].previous_sha256 == START
    assert LINKS[1].previous_sha256 == LINKS[0].sha256
    assert len({link.sha256 for link in LINKS}) == len(LINKS)


def test_the_order_of_facts_does_not_count_but_their_values_do() -> None:
    one = link_hash(START, 1, CONTENTS[0], (("a", 1), ("b", "x")))
    assert one == link_hash(START, 1, CONTENTS[0], (("b", "x"), ("a", 1)))
    assert one != link_hash(START, 1, CONTENTS[0], (("a", "1"), ("b", "x")))
    assert one != link_hash(START, 1, CONTENTS[0], (("a", 1), ("b", None)))
    assert one != link_hash(START, 2, CONTENTS[0], (("a", 1), ("b", "x")))


def test_the_hash_is_the_same_for_ever() -> None:
    """A file of today must verify with every later version: this value never changes."""
    assert (
        link_hash(START, 1, "ab" * 32, (("approved_on", "2026-12-04"), ("meeting", "NR-6-2026")))
        == "643ca25272d6f2f5a012c0963f1b22acdf70557dcbf8949ee9448708a8a402a8"
    )


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize(
    "changed",
    [
        {"content_sha256": "f" * 64},
        {"facts": (("meeting", "x"), ("form", None))},
        {"sha256": "f" * 64},
    ],
)
def test_a_changed_link_is_named(place: int, changed: dict[str, object]) -> None:
    links = list(LINKS)
    links[place] = replace(links[place], **changed)  # type: ignore[arg-type]
    assert verify(links) == [Reason("chain_link_changed", number=place + 1)]


@pytest.mark.parametrize("place", range(4))
def test_a_link_taken_out_is_named(place: int) -> None:
    links = [*LINKS[:place], *LINKS[place + 1 :]]
    assert verify(links) == [Reason("chain_link_missing", number=place + 1, found=place + 2)]


def test_links_that_changed_places_are_named() -> None:
    links = [LINKS[0], LINKS[2], LINKS[1]]
    assert verify(links) == [Reason("chain_link_missing", number=2, found=3)]


def test_a_link_that_was_rewritten_does_not_carry_the_next() -> None:
    forged = next_link(LINKS[:1], "f" * 64, ())
    assert verify([LINKS[0], forged, *LINKS[2:]]) == [
        Reason("chain_link_does_not_follow", number=3)
    ]


def test_a_chain_cut_at_the_end_or_rolled_back_is_found_by_an_anchor_outside_it() -> None:
    anchor = LINKS[-1].sha256
    assert verify(LINKS[:3]) == []
    assert verify(LINKS[:3], anchor) == [
        Reason("chain_anchor_missing", anchor=anchor[:12], length=3)
    ]
    rewritten = chain([*CONTENTS[:4], "f" * 64])
    assert verify(rewritten, anchor)[0].code == "chain_anchor_missing"


def test_content_that_is_not_what_was_approved_is_named() -> None:
    now = [*CONTENTS[:3], "f" * 64, CONTENTS[4]]
    assert verify_content(LINKS, now) == [Reason("chain_content_changed", number=4)]
