"""Columns are known by their headings, in either language and whatever order."""

from __future__ import annotations

import pytest

from app.domain.imports.fields import FIELDS, Field, Subject, missing
from app.domain.imports.headings import heading_row, match_columns
from app.domain.imports.words import kind_of, sector_of
from app.domain.vocabulary import InstitutionKind, Sector


def test_norwegian_headings_are_matched_in_any_order() -> None:
    headings = [
        "T.o.m.",
        "E-postadresse (jobb)",
        "PLASS NR.",
        "Etternavn",
        "Fornavn",
        "Vara e-post",
    ]
    assert match_columns(headings, Subject.MEMBERS) == {
        Field.TO_ON: 0,
        Field.EMAIL: 1,
        Field.SEAT: 2,
        Field.LAST_NAME: 3,
        Field.FIRST_NAME: 4,
        Field.DEPUTY_EMAIL: 5,
    }


def test_english_headings_are_matched() -> None:
    headings = [
        "Seat",
        "Institution",
        "Name",
        "E-mail",
        "Phone",
        "Job title",
        "From",
        "To",
        "Deputy",
    ]
    assert list(match_columns(headings, Subject.MEMBERS).values()) == [0, 2, 3, 4, 5, 1, 6, 7, 8]


def test_the_surest_heading_wins_and_the_leftmost_of_equals() -> None:
    assert match_columns(["Plass", "Plassnr"], Subject.MEMBERS) == {Field.SEAT: 1}
    assert match_columns(["Navn", "Navn"], Subject.PERSONS) == {Field.NAME: 0}


def test_a_heading_may_name_two_things_for_one() -> None:
    assert match_columns(["Kommune / organisasjon"], Subject.PERSONS) == {Field.INSTITUTION: 0}
    both = match_columns(["Kommune/organisasjon", "Institusjon"], Subject.PERSONS)
    assert both == {Field.INSTITUTION: 1}


def test_a_column_is_taken_once() -> None:
    assert match_columns(["Navn/e-post"], Subject.PERSONS) == {Field.NAME: 0}


def test_a_list_of_institutions_names_institutions() -> None:
    assert match_columns(["Kommune", "Type"], Subject.INSTITUTIONS) == {
        Field.NAME: 0,
        Field.KIND: 1,
    }
    assert match_columns(["Type"], Subject.MEMBERS) == {}


def test_headings_stand_under_a_title() -> None:
    rows = [["Medlemmer 2026"], ["Plass", "Navn"], ["1", "Kari Berg"]]
    assert heading_row(rows, Subject.MEMBERS) == 1
    assert heading_row([["x"], ["y"]], Subject.MEMBERS) == 0
    assert heading_row([], Subject.MEMBERS) == 0


@pytest.mark.parametrize("subject", Subject)
def test_every_list_says_what_it_cannot_do_without(subject: Subject) -> None:
    assert missing(subject, frozenset(FIELDS[subject])) == ()
    assert len(missing(subject, frozenset())) == 1


def test_kind_and_sector_are_words_of_either_language() -> None:
    assert kind_of("Høyskole") is InstitutionKind.UNIVERSITY
    assert kind_of("research_institute") is InstitutionKind.RESEARCH_INSTITUTE
    assert kind_of("klubb") is None
    assert sector_of("FoU") is Sector.RESEARCH
    assert sector_of("private") is Sector.BUSINESS
    assert sector_of("frivillig") is None
