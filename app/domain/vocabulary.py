"""The words of the field that have a fixed set of values; their codes are what the file stores."""

from __future__ import annotations

from enum import StrEnum


class Sector(StrEnum):
    """A party of the triple helix (R6)."""

    RESEARCH = "research"
    PUBLIC = "public"
    BUSINESS = "business"


class InstitutionKind(StrEnum):
    """What sort of institution holds a seat, hosts a meeting or follows as observer."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    UNIVERSITY = "university"
    RESEARCH_INSTITUTE = "research_institute"
    AGENCY = "agency"
    ORGANISATION = "organisation"
    COMPANY = "company"


class SeatKind(StrEnum):
    """Ex officio, or taken in turns (R2)."""

    PERMANENT = "permanent"
    ROTATING = "rotating"


class SeatRole(StrEnum):
    """Who presides from this seat (R2, R36)."""

    MEMBER = "member"
    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"


class SeatState(StrEnum):
    """How a seat stands on a date (R7)."""

    FILLED = "filled"
    ENDING = "ending"
    CARRIED_OVER = "carried_over"
    VACANT = "vacant"


class TermEnd(StrEnum):
    """Why a term ended."""

    RAN_OUT = "ran_out"
    LEFT = "left"
    REPLACED = "replaced"
    MERGER = "merger"
    ELECTION = "election"


class Group(StrEnum):
    """Who has rights in a body (R5, R36)."""

    MEMBER = "member"
    DEPUTY = "deputy"
    OBSERVER = "observer"
    ADMINISTRATION = "administration"


class Level(StrEnum):
    """Who may decide a case (R10–R16)."""

    ADMINISTRATIVE = "administrative"
    COUNCIL = "council"
    REGIONAL = "regional"


class MeetingKind(StrEnum):
    """Ordinary, called out of turn, or by written procedure (R24)."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    WRITTEN = "written"


class AttendanceMode(StrEnum):
    """Where the meeting takes place (R24)."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    MIXED = "mixed"


class MeetingStatus(StrEnum):
    """The life of a meeting (R24)."""

    PLANNED = "planned"
    NOTIFIED = "notified"
    CALLED = "called"
    ONGOING = "ongoing"
    HELD = "held"
    MINUTES_OUT = "minutes_out"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class ItemKind(StrEnum):
    """An agenda item is a case, a standing item, or a heading."""

    CASE = "case"
    STANDING = "standing"
    HEADING = "heading"


class StandingKind(StrEnum):
    """What a standing item does (R25)."""

    APPROVE_NOTICE = "approve_notice"
    APPROVE_MINUTES = "approve_minutes"
    REPORTED_CASES = "reported_cases"
    FOLLOW_UP = "follow_up"
    INFORMATION = "information"
    ANY_OTHER_BUSINESS = "any_other_business"


class CaseKind(StrEnum):
    """What the meeting is asked to do with a case."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    INFORMATION = "information"
    REPORTED = "reported"
    ELECTION = "election"


class CaseStatus(StrEnum):
    """Where a case stands, from idea to outcome."""

    IDEA = "idea"
    DRAFT = "draft"
    READY = "ready"
    PUBLISHED = "published"
    DECIDED = "decided"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    SENT_BACK = "sent_back"


class Audience(StrEnum):
    """Who a version of the papers is for (R31)."""

    MEMBERS = "members"
    OBSERVERS = "observers"
    PUBLIC = "public"


class AttendanceRole(StrEnum):
    """In what capacity someone is listed in the minutes (R34)."""

    MEMBER = "member"
    DEPUTY = "deputy"
    OBSERVER = "observer"
    ADMINISTRATION = "administration"
    GUEST = "guest"


class AttendanceState(StrEnum):
    """Present, sent an apology, or stayed away without notice (R34)."""

    PRESENT = "present"
    APOLOGY = "apology"
    ABSENT = "absent"


class Outcome(StrEnum):
    """What became of an agenda item (R38)."""

    AS_PROPOSED = "as_proposed"
    CHANGED = "changed"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    SENT_BACK = "sent_back"
    NOTED = "noted"
    NOT_REACHED = "not_reached"


class VoteMethod(StrEnum):
    """How a vote was taken (R36)."""

    UNANIMOUS = "unanimous"
    TOTALS = "totals"
    BY_NAME = "by_name"
    SECRET = "secret"


class Choice(StrEnum):
    """One ballot."""

    FOR = "for"
    AGAINST = "against"
    BLANK = "blank"


class QuorumRule(StrEnum):
    """How many must take part (R35)."""

    AT_LEAST_HALF = "at_least_half"
    MORE_THAN_HALF = "more_than_half"
    NUMBER = "number"


class DecisionRule(StrEnum):
    """How a body decides (R36)."""

    MAJORITY = "majority"
    CONSENSUS = "consensus"


class TieRule(StrEnum):
    """What a tie means (R36)."""

    PRESIDING_DECIDES = "presiding_decides"
    FALLS = "falls"


class DayUnit(StrEnum):
    """How a deadline counts its days (R21)."""

    CALENDAR = "calendar"
    WORKING = "working"


class DeadlineKind(StrEnum):
    """The deadlines around a meeting (R21)."""

    DRAFTS_DUE = "drafts_due"
    NOTICE = "notice"
    PAPERS = "papers"
    REMINDER = "reminder"
    MINUTES_OUT = "minutes_out"
    MINUTES_APPROVED = "minutes_approved"


class ActionStatus(StrEnum):
    """Where an action item stands (R43)."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class BasisPurpose(StrEnum):
    """Exempting, closing and disqualifying rest on different law (R31, R37)."""

    DOCUMENT = "document"
    MEETING = "meeting"
    DISQUALIFICATION = "disqualification"


class ApprovalForm(StrEnum):
    """How minutes were approved (R41)."""

    AS_PRESENTED = "as_presented"
    WITH_CHANGES = "with_changes"


class Occasion(StrEnum):
    """Where a case is decided: in an ordinary meeting, an extra one, or between them (R10, R15)."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    BETWEEN_MEETINGS = "between_meetings"


class MeetingEvent(StrEnum):
    """What can happen to a meeting as a whole (R24)."""

    NOTIFY = "notify"
    CALL = "call"
    REVISE_AGENDA = "revise_agenda"
    START = "start"
    END = "end"
    SEND_MINUTES = "send_minutes"
    APPROVE_MINUTES = "approve_minutes"
    REOPEN_MINUTES = "reopen_minutes"
    MOVE = "move"
    CANCEL = "cancel"


class MeetingChangeKind(StrEnum):
    """What became of a meeting that people may have been called to (R23)."""

    MOVED = "moved"
    CANCELLED = "cancelled"


class Severity(StrEnum):
    """A finding blocks, or it warns and takes a reason (R28)."""

    BLOCK = "block"
    WARN = "warn"
