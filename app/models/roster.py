"""Who sits where: institutions, people, seats, terms, deputies and observers, all dated (R2–R9)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.vocabulary import InstitutionKind, SeatKind, SeatRole, Sector, TermEnd
from app.models.base import Base, Dated, Key, coded, period_check, to
from app.models.council import Body


class Institution(Base, Dated):
    """A municipality, university, company or organisation, with its successor if it merged (R18).

    The period is the one in which it takes part in the region's work.
    """

    __tablename__ = "institution"
    __table_args__ = (UniqueConstraint("name", "valid_from"), period_check())

    id: Mapped[Key]
    name: Mapped[str]
    short_name: Mapped[str]
    kind: Mapped[InstitutionKind] = mapped_column(coded(InstitutionKind))
    sector: Mapped[Sector] = mapped_column(coded(Sector))
    meeting_place: Mapped[str] = mapped_column(default="")
    """Where it receives a meeting, such as "Skaun rådhus"."""
    successor_id: Mapped[int | None] = mapped_column(to("institution.id"))

    successor: Mapped[Institution | None] = relationship(remote_side="Institution.id")


class Person(Base):
    """Someone by their work contact details only (R52)."""

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_email", "email"),)

    id: Mapped[Key]
    name: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    deleted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    positions: Mapped[list[Position]] = relationship(order_by="Position.valid_from")

    __mapper_args__ = {"version_id_col": version}


class Position(Base, Dated):
    """A person's title at an institution in a period; `is_acting` is konstituert (R4)."""

    __tablename__ = "position"
    __table_args__ = (period_check(), Index("ix_position_person_id", "person_id"))

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(to("person.id", delete="CASCADE"))
    institution_id: Mapped[int] = mapped_column(to("institution.id"))
    title: Mapped[str]
    is_acting: Mapped[bool] = mapped_column(default=False)

    institution: Mapped[Institution] = relationship()


class Seat(Base, Dated):
    """A chair at a body's table (R2, R3)."""

    __tablename__ = "seat"
    __table_args__ = (
        UniqueConstraint("body_id", "number"),
        CheckConstraint("term_years IS NULL OR term_years > 0", name="term_years_positive"),
        CheckConstraint("kind <> 'rotating' OR term_years IS NOT NULL", name="rotating_has_term"),
        period_check(),
    )

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id"))
    number: Mapped[int]
    kind: Mapped[SeatKind] = mapped_column(coded(SeatKind))
    role: Mapped[SeatRole] = mapped_column(coded(SeatRole))
    sector: Mapped[Sector] = mapped_column(coded(Sector))
    appointed_by: Mapped[str]
    term_years: Mapped[int | None]
    votes: Mapped[bool] = mapped_column(default=True)
    rotates_among: Mapped[InstitutionKind | None] = mapped_column(coded(InstitutionKind))
    """The kind of institutions that take turns in it; None when the appointing body chooses."""
    institution_id: Mapped[int | None] = mapped_column(to("institution.id"))
    """Whose chair it is, when it is always the same; a merged institution's heir follows."""

    body: Mapped[Body] = relationship()
    institution: Mapped[Institution | None] = relationship()
    titles: Mapped[list[SeatTitle]] = relationship(order_by="SeatTitle.valid_from")
    terms: Mapped[list[Term]] = relationship(order_by="Term.start_on", back_populates="seat")


class SeatTitle(Base):
    """What a seat is called from a date on (rådmann became kommunedirektør)."""

    __tablename__ = "seat_title"
    __table_args__ = (UniqueConstraint("seat_id", "valid_from"),)

    id: Mapped[Key]
    seat_id: Mapped[int] = mapped_column(to("seat.id", delete="CASCADE"))
    valid_from: Mapped[date]
    title: Mapped[str]


class Term(Base):
    """One institution and person in a seat from `start_on` until, and not on, `end_on` (R7).

    One holder per seat at a time is kept by a trigger of the store.
    """

    __tablename__ = "term"
    __table_args__ = (period_check("start_on", "end_on"), Index("ix_term_seat_id", "seat_id"))

    id: Mapped[Key]
    seat_id: Mapped[int] = mapped_column(to("seat.id"))
    institution_id: Mapped[int] = mapped_column(to("institution.id"))
    person_id: Mapped[int | None] = mapped_column(to("person.id"))
    start_on: Mapped[date]
    end_on: Mapped[date | None]
    ended_because: Mapped[TermEnd | None] = mapped_column(coded(TermEnd))
    override_reason: Mapped[str] = mapped_column(default="")
    """Why another than the proposed institution was chosen (R8)."""
    version: Mapped[int] = mapped_column(default=1)

    seat: Mapped[Seat] = relationship(back_populates="terms")
    institution: Mapped[Institution] = relationship()
    person: Mapped[Person | None] = relationship()
    deputies: Mapped[list[TermDeputy]] = relationship(order_by="TermDeputy.rank")

    __mapper_args__ = {"version_id_col": version}


class TermDeputy(Base):
    """A deputy for one seat's term; rank 1 is called first (R4, R33)."""

    __tablename__ = "term_deputy"
    __table_args__ = (
        UniqueConstraint("term_id", "rank"),
        CheckConstraint("rank >= 1", name="rank_positive"),
    )

    id: Mapped[Key]
    term_id: Mapped[int] = mapped_column(to("term.id", delete="CASCADE"))
    person_id: Mapped[int] = mapped_column(to("person.id"))
    rank: Mapped[int] = mapped_column(default=1)

    person: Mapped[Person] = relationship()


class Observer(Base, Dated):
    """Someone who gets a body's papers and may attend (R5)."""

    __tablename__ = "observer"
    __table_args__ = (period_check(), Index("ix_observer_body_id", "body_id"))

    id: Mapped[Key]
    body_id: Mapped[int] = mapped_column(to("body.id"))
    institution_id: Mapped[int] = mapped_column(to("institution.id"))
    person_id: Mapped[int] = mapped_column(to("person.id"))

    institution: Mapped[Institution] = relationship()
    person: Mapped[Person] = relationship()
