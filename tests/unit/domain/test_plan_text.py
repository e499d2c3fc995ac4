"""The plan's wording out of files that show it in many ways (R44)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.plan_text import PlanText, read_plan

REAL = Path(__file__).resolve().parents[4] / "shared/real/strategisk-naeringsplan-2017-2020.txt"

OVERALL = "Fjordbygda skal ha 1.000 flere arbeidsplasser i 2030."
GOAL_1 = "Fjordbygda skal være best på hav (og land)."
GOAL_2 = "Fjordbygda skal ha 3.500 bedrifter."
STRATEGIES = {
    "1.1": "Styrke samarbeidet mellom bedrifter og skoler i hele bygda.",
    "1.2": "Aktørene skal arbeide for bedre FoU, jf. målet om 2.000 studenter.",
    "2.1": "Hver kommune skal ha en møteplass. Den skal møtes årlig.",
    "2.2": "Saker av betydning skal vurderes opp mot planen.",
}
AFTER = "Organisering av arbeidet med planen\nRådet møtes ti ganger i året."

ONE_PER_LINE = f"""Næringsplan for Fjordbygda
Overordnet mål: {OVERALL}
Målområde Hav og kunnskap
1. Delmål: {GOAL_1}
Strategier:
1.1. {STRATEGIES["1.1"]}
1.2. {STRATEGIES["1.2"]}
Målområde Næringsvennlige kommuner
2. Delmål: {GOAL_2}
Strategier:
2.1. {STRATEGIES["2.1"]}
2.2. {STRATEGIES["2.2"]}
{AFTER}
"""

SPACED = ONE_PER_LINE.replace("\n", "\n\n")

RUN_TOGETHER = (
    ONE_PER_LINE.replace(AFTER, "\n\n\n" + AFTER)
    .replace("\n\n\n\n", "     ")
    .replace("\nMålområde", "    Målområde")
    .replace("\nOverordnet", "    Overordnet")
    .replace("\n", "  ")
    .replace(" bedrifter og", "  bedrifter og")
)

WRAPPED = """Næringsplan for Fjordbygda

Overordnet mål:
Fjordbygda skal ha 1.000 flere
arbeidsplasser i 2030.

Målområde Hav og
kunnskap
1. Delmål: Fjordbygda skal være best på
hav (og land).
Strategier:
1.1 Styrke samarbeidet mellom bedrifter
og skoler i hele bygda.
1.2 Aktørene skal arbeide for bedre
FoU, jf. målet om 2.000 studenter.
Målområde Næringsvennlige kommuner
2. Delmål: Fjordbygda skal ha 3.500
bedrifter.
Strategier:
2.1 Hver kommune skal ha en møteplass.
Den skal møtes årlig.
2.2 Saker av betydning skal vurderes
opp mot planen.
Organisering av arbeidet med planen
Rådet møtes ti ganger i året.
"""

PAGED = WRAPPED.replace("FoU, jf.", "\n1 av 3\n\fNæringsplan for Fjordbygda\n\nFoU, jf.").replace(
    "Den skal", "Side 2\n\fNæringsplan for Fjordbygda\nDen skal"
)


def check(plan: PlanText) -> None:
    assert plan.overall_goal == OVERALL
    assert [area.title for area in plan.target_areas] == [
        "Hav og kunnskap",
        "Næringsvennlige kommuner",
    ]
    assert [(goal.number, goal.text) for goal in plan.goals] == [("1", GOAL_1), ("2", GOAL_2)]
    assert {one.number: one.text for one in plan.strategies} == STRATEGIES
    assert [len(goal.strategies) for goal in plan.goals] == [2, 2]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ONE_PER_LINE, id="an item on each line"),
        pytest.param(SPACED, id="an empty line after each"),
        pytest.param(RUN_TOGETHER, id="run together"),
        pytest.param(WRAPPED, id="wrapped lines"),
        pytest.param(PAGED, id="pages with headers and numbers"),
        pytest.param(ONE_PER_LINE.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param(ONE_PER_LINE.replace("\n", "\r"), id="old line ends"),
        pytest.param(ONE_PER_LINE.replace(" ", "\N{NO-BREAK SPACE}"), id="no-break spaces"),
        pytest.param(ONE_PER_LINE.replace(" ", "  "), id="double spaces"),
        pytest.param(ONE_PER_LINE.replace(". ", ".\t"), id="tabs after numbers"),
        pytest.param(RUN_TOGETHER.replace("  ", "\t"), id="tabs between items"),
        pytest.param(
            PAGED.replace("Næringsplan for Fjordbygda", "Strategisk plan for Fjordbygda"),
            id="a header that begins like an item",
        ),
        pytest.param("\ufeff" + ONE_PER_LINE, id="byte order mark"),
        pytest.param(ONE_PER_LINE.replace("arbeid", "arb\xadeid"), id="soft hyphens"),
        pytest.param(ONE_PER_LINE.replace("å", "a\N{COMBINING RING ABOVE}"), id="decomposed"),
        pytest.param(
            ONE_PER_LINE.replace("1.1. ", "1.1 ")
            .replace("1.2. ", "1.2 ")
            .replace("2.1. ", "2.1 ")
            .replace("1. Delmål", "1 Delmål"),
            id="numbers without the last dot",
        ),
        pytest.param(
            ONE_PER_LINE.replace("1. Delmål:", "Delmål 1:").replace("2. Delmål:", "Delmål 2."),
            id="the number after the word",
        ),
        pytest.param(
            ONE_PER_LINE.replace("1. Delmål:", "DELMÅL:").replace("2. Delmål:", "Delmål:"),
            id="goals without numbers",
        ),
        pytest.param(
            ONE_PER_LINE.replace("Målområde Hav", "Målområde 1: Hav").replace(
                "Målområde Nær", "MÅLOMRÅDE 2 – Nær"
            ),
            id="numbered target areas",
        ),
        pytest.param(
            ONE_PER_LINE.replace("Målområde ", "Målområde\n").replace("mål: ", "mål\n"),
            id="headings on their own lines",
        ),
        pytest.param(ONE_PER_LINE.replace("Strategier:\n", ""), id="without the label"),
        pytest.param(ONE_PER_LINE.removesuffix(AFTER + "\n"), id="nothing after"),
        pytest.param("Innhold\nMålområde Hav\nOm planen. " + ONE_PER_LINE, id="prose before"),
    ],
)
def test_the_same_plan_is_read_however_the_file_shows_it(text: str) -> None:
    check(read_plan(text))


def test_items_without_full_stops_end_with_their_line() -> None:
    text = (
        "Målområde Hav\n1. Delmål: Best på hav\n1.1 Styrke klynger\n1.2 Bygge havn\n"
        "Om Fjordbygda\nBygda ligger ved en fjord."
    )
    plan = read_plan(text)
    assert [one.text for one in plan.strategies] == ["Styrke klynger", "Bygge havn"]
    assert plan.goals[0].text == "Best på hav"
    assert plan.overall_goal == ""


def test_a_page_that_breaks_inside_a_sentence_is_healed() -> None:
    text = RUN_TOGETHER.replace("for bedre FoU", "for \nbedre FoU").replace("opp mot", "opp \n mot")
    check(read_plan(text))


def test_prose_between_strategies_is_left_out() -> None:
    text = SPACED.replace("1.2. ", "Her følger en forklaring.\n\n1.2. ")
    check(read_plan(text))


def test_numbers_in_the_text_are_not_strategies() -> None:
    text = ONE_PER_LINE.replace(
        STRATEGIES["1.1"], "Se kap. 1.4. Tall fra 2.3 og 1.2. Deretter 1.000 til. "
    )
    assert [one.number for one in read_plan(text).strategies][:2] == ["1.1", "1.2"]


def test_a_number_that_is_left_out_does_not_swallow_the_next() -> None:
    text = ONE_PER_LINE.replace("1.2. ", "1.3. ")
    assert [one.number for one in read_plan(text).strategies] == ["1.1", "1.3", "2.1", "2.2"]


def test_a_plan_without_target_areas_has_one_without_a_title() -> None:
    plan = read_plan("1. Delmål: Vekst.\n1.1 Styrke klynger.\n")
    assert [area.title for area in plan.target_areas] == [""]


def test_the_first_overall_goal_counts() -> None:
    plan = read_plan(ONE_PER_LINE + "\n\nOverordnet mål: noe annet.")
    assert plan.overall_goal == OVERALL


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Referat fra møtet\n1. Sak en\n1.1 Et punkt.",
        "Målområde Hav\nOverordnet mål: Vekst.",
        "1. Delmål: Vekst.\nIngen strategier her.",
        "\x00\x01\x02" * 50,
    ],
)
def test_a_text_without_a_plan_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="plan_not_found"):
        read_plan(text)


@pytest.mark.skipif(not REAL.exists(), reason="the official plan is not beside the repository")
def test_the_official_plan_is_read_whole_and_in_its_own_words() -> None:
    source = REAL.read_text(encoding="utf-8")
    plan = read_plan(source)
    assert len(plan.target_areas) == 4
    assert [area.title for area in plan.target_areas] == [
        "Kobling FoU og næringsliv",
        "Næringsfremmende kommuner",
        "Kommersialisering av teknologi",
        "Attraktiv region",
    ]
    assert [len(area.goals) for area in plan.target_areas] == [1, 2, 1, 1]
    assert [len(goal.strategies) for goal in plan.goals] == [5, 6, 4, 4, 5]
    assert plan.overall_goal.endswith("skal tilsvare vår andel av befolkningen i 2020.")
    texts = {one.number: one.text for one in plan.strategies}
    assert texts["1.3"].endswith("og offentlige myndigheter (Triple Helix).")
    assert texts["2.6"].endswith("om dette er i tråd med strategisk næringsplan.")
    assert texts["5.1"].endswith("en befolkningsvekst på 4.000 i året.")
    assert texts["5.5"] == (
        "Styrke Trondheimsregionens omdømme som innovasjonstyngdepunkt nasjonalt og internasjonalt."
    )
    words = " ".join(source.split())
    everything = [plan.overall_goal, *(goal.text for goal in plan.goals), *texts.values()]
    assert [text for text in everything if text not in words] == []
