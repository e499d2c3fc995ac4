"""A mistake in a profile is told with its line, what is wrong, and what was expected."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

import pytest

from app.domain.errors import UserError
from app.i18n.catalogue import LANGUAGES
from app.i18n.sentences import sentence, sentences
from app.services.profiles import examine, list_profiles, load_profile, read_profile
from app.services.profiles.source import LARGEST
from tests.helpers.small_profile import SMALL_PROFILE


class Slip(NamedTuple):
    """A slip of the pen: `old` became `new`, and the mistake is on the line that holds `at`.

    `alone` tells that nothing else in the profile is wrong because of it.
    """

    code: str
    old: str
    new: str
    at: str
    alone: bool = True


SLIPS = [
    Slip("profile_unknown_key_close", "organisasjon:", "organisasjn:", "organisasjn"),
    Slip("profile_unknown_key", "  navn: Rådet\n", "  navn: Rådet\n  xyz: 1\n", "xyz"),
    Slip("profile_key_missing", "    lov: vedtektene\n", "", "- kode: h1"),
    Slip("profile_key_missing", "  organisasjon: Sekretariatet\n", "", "navn: Rådet"),
    Slip("profile_unknown_key_close", "organer:", "organ:", "organ:", alone=False),
    Slip("profile_key_missing", "profil: Lite råd\n", "", "format: 1"),
    Slip(
        "profile_key_twice",
        "dager: 7",
        "slag: sakspapirer",
        "slag: sakspapirer\n      - ",
        alone=False,
    ),
    Slip("profile_value_empty", "navn: Årsmøtet", 'navn: ""', 'navn: ""'),
    Slip("profile_key_not_text", "felles:", "[a, b]: c\nfelles:", "[a, b]: c"),
    Slip("profile_not_single", "navn: Årsmøtet", "navn: [a, b]", "navn: [a, b]"),
    Slip("profile_not_a_list", "  - organ: A\n    t", "    organ: A\n    t", "årshjul"),
    Slip("profile_not_keys", "  - organ: A", "  - tekst\n  - organ: A", "- tekst"),
    Slip("profile_not_a_number", "møtelengde: 60", "møtelengde: en time", "en time"),
    Slip("profile_not_a_number", "dager: 7", "dager: 7.5", "7.5"),
    Slip("profile_number_out_of_range", "møtelengde: 60", "møtelengde: 0", "møtelengde: 0"),
    Slip("profile_number_out_of_range", "dager: 7", "dager: -7", "dager: -7"),
    Slip("profile_not_a_date", "til: 2019-12-31", "til: 31.12.2019", "31.12.2019"),
    Slip("profile_not_a_date", "til: 2019-12-31", "til: 2019-13-31", "2019-13-31"),
    Slip("profile_not_a_date", "begynner: 2015-01-01", "begynner: 20150101", "20150101"),
    Slip("profile_not_a_clock", "møtestart: 09:00", "møtestart: 9:00", "9:00"),
    Slip("profile_not_a_clock", "møtestart: 09:00", "møtestart: 25:00", "25:00"),
    Slip("profile_not_a_month", "måned: november", "måned: 13", "måned: 13"),
    Slip("profile_not_a_month", "måned: november", "måned: novmber", "novmber"),
    Slip(
        "profile_number_out_of_range",
        "første_år: 2015",
        "første_år: 2015\n    siste_år: 2014",
        "siste_år: 2014",
    ),
    Slip(
        "profile_number_out_of_range",
        "første_år: 2015",
        "første_år: 2015\n    frist_dager: 400",
        "frist_dager: 400",
    ),
    Slip("profile_unknown_word", "sakstype: vedtak", "sakstype: beslutning", "beslutning"),
    Slip("profile_unknown_word", "plikt: ja", "plikt: true", "plikt: true"),
    Slip("profile_unknown_word", "[møte, tale, f", "[møte, snakk, f", "snakk"),
    Slip("profile_ends_before_start", "til: 2019-12-31", "til: 2009-12-31", "2009"),
    Slip(
        "profile_date_twice",
        "000}\n",
        "000}\n  - {fra: 2015-01-01, administrativt: 1, råd: 2}\n",
        "administrativt: 1,",
    ),
    Slip(
        "profile_name_twice", "navn: Nye kommune", "navn: Gamle", "navn: Gamle\n    kortnavn: Nye"
    ),
    Slip("profile_code_twice", "kode: B", "kode: A", "kode: A\n    navn: Årsmøtet", alone=False),
    Slip("profile_number_twice", 'nr: "1.2"', 'nr: "1.1"', 'nr: "1.1", tittel: Plass'),
    Slip("profile_seat_twice", "nr: 2", "nr: 1", "nr: 1\n        tittel:\n"),
    Slip("profile_section_twice", "del: vedlegg", "del: forslag", "forslag, overskrift: Vedlegg"),
    Slip(
        "profile_deadline_twice",
        "slag: påminnelse",
        "slag: sakspapirer",
        "slag: sakspapirer\n        dager: 2",
    ),
    Slip("profile_level_twice", "nivå: region", "nivå: råd", "nivå: råd\n    regler"),
    Slip("profile_prefix_twice", "saksnummer_foran: B", "saksnummer_foran: A", "kode: B"),
    Slip(
        "profile_role_twice",
        "        type: rot",
        "        rolle: leder\n        type: rot",
        "plasser:",
    ),
    Slip("profile_unknown_body", "organ: A", "organ: C", "organ: C"),
    Slip("profile_unknown_body", "innstiller_til: B", "innstiller_til: RR", "til: RR"),
    Slip("profile_unknown_institution", "institusjon: Gamle", "institusjon: X", "sjon: X"),
    Slip("profile_unknown_institution", "etterfølger: Nye", "etterfølger: X", "følger: X"),
    Slip("profile_unknown_institution", "leder: Nye", "leder: X", "leder: X"),
    Slip("profile_unknown_regime", "regelverk: vårt\n  r", "regelverk: x\n  r", "lverk: x"),
    Slip("profile_refers_to_itself", "innstiller_til: B", "innstiller_til: A", "til: A"),
    Slip("profile_refers_to_itself", "etterfølger: Nye", "etterfølger: Gamle", "ger: Gamle"),
    Slip("profile_successor_without_end", "    til: 2019-12-31\n", "", "etterfølger"),
    Slip("profile_successor_not_there", "fra: 2018-01-01", "fra: 2020-01-02", "etterfølger"),
    Slip("profile_limits_out_of_order", "administrativt: 50", "administrativt: 150", "150 000"),
    Slip("profile_strategy_elsewhere", 'nr: "1.2"', 'nr: "2.2"', '"2.2"'),
    Slip(
        "profile_rules_out_of_order",
        "- fra: 2020-01-01\n        møtebok",
        "- fra: 2014-01-01\n        møtebok",
        "2014-01-01",
    ),
    Slip(
        "profile_titles_out_of_order",
        "- fra: 2020-01-01\n            t",
        "- fra: 2015-01-01\n            t",
        "- fra: 2015-01-01",
    ),
    Slip("profile_quorum_number_astray", "      vedtaksført: et fast antall\n", "", "_antall: 3"),
    Slip("profile_year_digits", "årssifre: 4", "årssifre: 3", "årssifre: 3"),
    Slip("profile_separator", 'skille: "-"', 'skille: "7"', 'skille: "7"'),
    Slip("profile_prefix", "saksnummer_foran: B", "saksnummer_foran: B2", "foran: B2"),
    Slip("profile_right_without_attendance", "[møte, tale, forslag", "[tale, forslag", "medlem:"),
    Slip("profile_unknown_section", "del: vedlegg", "del: vedleg", "vedleg,"),
    Slip("profile_cannot_compute", "Forslag}", "Forslag, beregnes: ja}", "Forslag,"),
    Slip("profile_rotating_without_years", "        år: 2\n", "", "- nr: 2"),
    Slip("profile_newer_format", "format: 1", "format: 2", "format: 2"),
    Slip("profile_has_tab", "  navn: Rådet", "\tnavn: Rådet", "\tnavn"),
    Slip("profile_colon_astray", "tittel: Budsjett", "tittel: Budsjett: neste år", "neste år"),
    Slip("profile_colon_missing", "felles:\n  regler", "felles\nregler", "felles\n"),
    Slip("profile_quote_open", 'nr: "1.2"', 'nr: "1.2', 'nr: "1.2'),
    Slip("profile_bracket_open", "forslag, stemme]", "forslag, stemme", "[møte"),
    Slip("profile_indent_astray", "  organisasjon:", " organisasjon:", " organisasjon"),
    Slip("profile_not_yaml", "navn: Årsmøtet", "navn: *ukjent", "*ukjent"),
    Slip("profile_control_character", "navn: Årsmøtet", "navn: Års\x01møtet", "\x01"),
]

WHOLE = {
    "profile_empty": b"# bare en merknad\n",
    "profile_not_a_mapping": b"- en\n- liste\n",
    "profile_too_deep": b"format: 1\nx: " + b"[" * 5_000,
    "profile_too_large": b"#" * (LARGEST + 1),
    "profile_not_utf8": b"format: 1\nprofil: r\xe5d\n",
}
"""Files that are wrong as a whole."""

WRAPPING = {
    "profile_mistake", "profile_on_line", "profile_more_mistakes", "profile_not_found",
    "profile_file_missing", "profile_unreadable",
}  # fmt: skip


def found_in(text: str) -> list[tuple[int, str]]:
    examined = examine(text.encode(), "lite")
    return [(mistake.line, mistake.what.code) for mistake in examined.mistakes]


def written(folder: Path, text: str) -> Path:
    path = folder / "mitt råd.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_profile_to_make_mistakes_in_has_none() -> None:
    assert examine(SMALL_PROFILE.encode(), "lite").mistakes == ()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.code}-{slip.new.strip()[:20]}")
def test_a_slip_is_told_with_its_line_and_nothing_else_is(slip: Slip) -> None:
    assert slip.old in SMALL_PROFILE
    text = SMALL_PROFILE.replace(slip.old, slip.new, 1)
    line = text.count("\n", 0, text.index(slip.at)) + 1
    mistakes = examine(text.encode(), "lite").mistakes
    assert (line, slip.code) in [(mistake.line, mistake.what.code) for mistake in mistakes]
    assert len(mistakes) == 1 or not slip.alone
    for language in LANGUAGES:
        said = [sentence(mistake.what.code, mistake.what.params, language) for mistake in mistakes]
        assert all(said)
        assert not [words for words in said if "{" in words]


@pytest.mark.parametrize("code", WHOLE)
def test_a_file_that_is_wrong_as_a_whole_is_told_so(code: str) -> None:
    assert [mistake.what.code for mistake in examine(WHOLE[code], "x").mistakes] == [code]


def test_letters_of_another_encoding_are_told_on_their_line() -> None:
    assert [mistake.line for mistake in examine(WHOLE["profile_not_utf8"], "x").mistakes] == [2]


def test_every_kind_of_mistake_has_a_test() -> None:
    ours = {code for code in sentences() if code.startswith("profile_")}
    assert ours == {slip.code for slip in SLIPS} | WHOLE.keys() | WRAPPING


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = (
        SMALL_PROFILE.replace("måned: november", "måned: 13")
        .replace("nr: 2", "nr: 1")
        .replace("organ: A", "organ: C")
    )
    with pytest.raises(UserError) as caught:
        read_profile(written(tmp_path, text))
    said = sentence(caught.value.code, caught.value.params)
    first, *rest = said.splitlines()
    assert first == (
        "Profilen mitt råd.yaml har 3 feil, og ingen rådsfil er laget. Rett dette og prøv igjen:"
    )
    assert rest == [
        "Linje 56: Plass nr. 1 finnes fra før på linje 51. To plasser i samme organ kan ikke ha "
        "samme nummer.",
        "Linje 83: «organ» viser til organet «C», som ikke finnes i profilen. Organene er A og B.",
        "Linje 85: «måned» er «13», som ikke er en måned. Skriv navnet (desember) eller et tall "
        "fra 1 til 12.",
    ]
    assert (caught.value.params["line"], caught.value.params["count"]) == (56, 3)


def test_of_many_mistakes_the_first_twenty_are_told(tmp_path: Path) -> None:
    text = SMALL_PROFILE + "".join(f"ukjent_{number}: 1\n" for number in range(25))
    with pytest.raises(UserError) as caught:
        read_profile(written(tmp_path, text))
    said = sentence(caught.value.code, caught.value.params).splitlines()
    assert len(said) == 22
    assert said[-1] == "… og 5 feil til."


def test_a_profile_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UserError) as caught:
        load_profile("finnes-ikke")
    assert caught.value.code == "profile_not_found"
    assert caught.value.params["known"] == tuple(sorted(listed.name for listed in list_profiles()))


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        load_profile(str(tmp_path / "borte.yaml"))
    assert caught.value.code == "profile_file_missing"
    assert "borte.yaml" in sentence(caught.value.code, caught.value.params)


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    folder = tmp_path / "mappe.yaml"
    folder.mkdir()
    with pytest.raises(UserError) as caught:
        load_profile(str(folder))
    assert caught.value.code == "profile_unreadable"


def test_a_list_offers_only_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "god.yaml").write_text(SMALL_PROFILE, encoding="utf-8")
    (tmp_path / "ødelagt.yaml").write_bytes(b"\xff\xfe")
    assert [(listed.name, listed.title) for listed in list_profiles(tmp_path)] == [
        ("god", "Lite råd")
    ]


def test_nothing_written_in_a_profile_is_carried_out() -> None:
    text = SMALL_PROFILE.replace("navn: Årsmøtet", "navn: !!python/object/apply:os.getcwd []")
    assert {code for _, code in found_in(text)} == {"profile_not_single"}


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_profile_is_read_or_told_never_a_crash(seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(SMALL_PROFILE.encode())
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(damaged))
        match chance.randrange(3):
            case 0:
                damaged[place] = chance.randrange(256)
            case 1:
                del damaged[place : place + chance.randint(1, 40)]
            case _:
                damaged[place:place] = chance.choice(
                    [b": ", b"\n  - ", b"{[", b'"', b"&a *a", b"|"]
                )
    lines = damaged.count(b"\n") + 2
    examined = examine(bytes(damaged), "lite")
    assert (examined.profile is None) == bool(examined.mistakes)
    for mistake in examined.mistakes:
        assert 1 <= mistake.line <= lines
        assert sentence(mistake.what.code, mistake.what.params)
