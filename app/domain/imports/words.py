"""The words by which people tell kind and sector in a list, Norwegian and English."""

from __future__ import annotations

from app.domain.imports.headings import plain
from app.domain.vocabulary import InstitutionKind, Sector

_KINDS = {
    InstitutionKind.MUNICIPALITY: "kommune, municipality",
    InstitutionKind.COUNTY: "fylkeskommune, fylke, county",
    InstitutionKind.UNIVERSITY: "universitet, høgskole, høyskole, university, university college",
    InstitutionKind.RESEARCH_INSTITUTE: "forskningsinstitutt, institutt, research institute",
    InstitutionKind.AGENCY: "etat, statlig etat, direktorat, agency",
    InstitutionKind.ORGANISATION: "organisasjon, forening, forbund, organisation, organization,"
    " association",
    InstitutionKind.COMPANY: "bedrift, selskap, firma, foretak, company",
}
_SECTORS = {
    Sector.RESEARCH: "fou, forskning, forskning og utvikling, akademia, research, academia",
    Sector.PUBLIC: "offentlig, offentlig sektor, public",
    Sector.BUSINESS: "næringsliv, privat, næring, business, private",
}

USUAL_SECTOR = {
    InstitutionKind.MUNICIPALITY: Sector.PUBLIC,
    InstitutionKind.COUNTY: Sector.PUBLIC,
    InstitutionKind.AGENCY: Sector.PUBLIC,
    InstitutionKind.UNIVERSITY: Sector.RESEARCH,
    InstitutionKind.RESEARCH_INSTITUTE: Sector.RESEARCH,
    InstitutionKind.ORGANISATION: Sector.BUSINESS,
    InstitutionKind.COMPANY: Sector.BUSINESS,
}
"""What an institution of a kind belongs to when nothing else is said (R6)."""


def kind_of(text: str) -> InstitutionKind | None:
    """The kind that `text` names; None when it names none."""
    return _KIND_BY_WORD.get(plain(text))


def sector_of(text: str) -> Sector | None:
    """The sector that `text` names; None when it names none."""
    return _SECTOR_BY_WORD.get(plain(text))


_KIND_BY_WORD = {
    plain(word): kind for kind, words in _KINDS.items() for word in (*words.split(","), kind.value)
}
_SECTOR_BY_WORD = {
    plain(word): sector
    for sector, words in _SECTORS.items()
    for word in (*words.split(","), sector.value)
}
