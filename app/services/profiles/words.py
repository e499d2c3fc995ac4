"""The bokmål words that a profile is written with, and the codes they stand for."""

from __future__ import annotations

from app.domain.vocabulary import (
    BasisPurpose,
    CaseKind,
    DayUnit,
    DeadlineKind,
    DecisionRule,
    Group,
    InstitutionKind,
    Level,
    QuorumRule,
    SeatKind,
    SeatRole,
    Sector,
    StandingKind,
    TieRule,
)

YES_NO = {"ja": True, "nei": False}

LANGUAGES = {"bokmål": "nb", "nynorsk": "nn", "engelsk": "en"}

SECTORS = {
    "FoU": Sector.RESEARCH,
    "offentlig": Sector.PUBLIC,
    "næringsliv": Sector.BUSINESS,
}

INSTITUTION_KINDS = {
    "kommune": InstitutionKind.MUNICIPALITY,
    "fylkeskommune": InstitutionKind.COUNTY,
    "universitet": InstitutionKind.UNIVERSITY,
    "forskningsinstitutt": InstitutionKind.RESEARCH_INSTITUTE,
    "etat": InstitutionKind.AGENCY,
    "organisasjon": InstitutionKind.ORGANISATION,
    "bedrift": InstitutionKind.COMPANY,
}

SEAT_KINDS = {"fast": SeatKind.PERMANENT, "roterende": SeatKind.ROTATING}

SEAT_ROLES = {
    "medlem": SeatRole.MEMBER,
    "leder": SeatRole.CHAIR,
    "nestleder": SeatRole.DEPUTY_CHAIR,
}

GROUPS = {
    "medlem": Group.MEMBER,
    "vara": Group.DEPUTY,
    "observatør": Group.OBSERVER,
    "administrasjonen": Group.ADMINISTRATION,
}

RIGHTS = {"møte": "attends", "tale": "speaks", "forslag": "proposes", "stemme": "votes"}

LEVELS = {
    "administrativt": Level.ADMINISTRATIVE,
    "råd": Level.COUNCIL,
    "region": Level.REGIONAL,
}

QUORUM_RULES = {
    "minst halvparten": QuorumRule.AT_LEAST_HALF,
    "mer enn halvparten": QuorumRule.MORE_THAN_HALF,
    "et fast antall": QuorumRule.NUMBER,
}

DECISION_RULES = {"flertall": DecisionRule.MAJORITY, "konsensus": DecisionRule.CONSENSUS}

TIE_RULES = {
    "møteleder avgjør": TieRule.PRESIDING_DECIDES,
    "forslaget faller": TieRule.FALLS,
}

STANDING_KINDS = {
    "godkjenne innkalling": StandingKind.APPROVE_NOTICE,
    "godkjenne protokoll": StandingKind.APPROVE_MINUTES,
    "referatsaker": StandingKind.REPORTED_CASES,
    "oppfølging": StandingKind.FOLLOW_UP,
    "orientering": StandingKind.INFORMATION,
    "eventuelt": StandingKind.ANY_OTHER_BUSINESS,
}

CASE_KINDS = {
    "vedtak": CaseKind.DECISION,
    "innstilling": CaseKind.RECOMMENDATION,
    "orientering": CaseKind.INFORMATION,
    "referatsak": CaseKind.REPORTED,
    "valg": CaseKind.ELECTION,
}

DEADLINE_KINDS = {
    "saksframlegg": DeadlineKind.DRAFTS_DUE,
    "møtevarsel": DeadlineKind.NOTICE,
    "sakspapirer": DeadlineKind.PAPERS,
    "påminnelse": DeadlineKind.REMINDER,
    "protokoll ut": DeadlineKind.MINUTES_OUT,
    "protokoll godkjent": DeadlineKind.MINUTES_APPROVED,
}

DAY_UNITS = {"kalenderdager": DayUnit.CALENDAR, "virkedager": DayUnit.WORKING}

BASIS_PURPOSES = {
    "dokument": BasisPurpose.DOCUMENT,
    "møte": BasisPurpose.MEETING,
    "inhabilitet": BasisPurpose.DISQUALIFICATION,
}

SECTION_KEYS = {
    "forslag": "proposal",
    "oppsummering": "summary",
    "bakgrunn": "background",
    "vurdering": "assessment",
    "planvurdering": "plan_assessment",
    "økonomi": "finances",
    "beslutningsnivå": "decision_level",
    "vedlegg": "attachments",
}

COMPUTED_SECTIONS = frozenset({"decision_level", "attachments"})
"""The ones that the program can write by itself."""

OWN_SECTION = "egen_"
"""A section that only this profile knows begins so."""

MONTHS = {
    "januar": 1,
    "februar": 2,
    "mars": 3,
    "april": 4,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "august": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "desember": 12,
}
