"""Cases: what was asked, what happened in order, what stands now."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from db.tables.metadata import METADATA, case_id, current, done_at, done_by, facts
from db.types import Instant, Json, Share

TRANSITIONS = facts(
    "transitions",
    Column("from_state", String(12), primary_key=True),  # '' before the first event
    Column("kind", String(24), primary_key=True),
    Column("to_state", String(12), primary_key=True),
)

PERMISSIONS = facts(
    "permissions",
    Column("kind", String(24), primary_key=True),
    Column("role", String(16), primary_key=True),
)

CASES = facts(
    "cases",
    Column("id", Uuid, primary_key=True),
    Column("name", String(32), unique=True),  # its name in a day file; none at a window
    done_at(),
    done_by(),
)

CASE_EVENTS = facts(
    "case_events",
    case_id(primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("from_state", String(12), nullable=False),
    Column("to_state", String(12), nullable=False),
    done_at(),
    done_by(),
    Column("window", Integer),
    Column("item_code", String(5)),
    Column("lane", String(11)),
    Column("due_at", Instant),
    Column("reason", Text),
    Column("command_id", Uuid, nullable=False),
    Column("data", Json, nullable=False),
    ForeignKeyConstraint(
        ["from_state", "kind", "to_state"],
        ["transitions.from_state", "transitions.kind", "transitions.to_state"],
        name="fk_case_events_transition",
    ),
    CheckConstraint("n > 0", name="n"),
)
Index("ix_case_events_at", CASE_EVENTS.c.at)

CASE_NOW = current(
    "case_now",
    case_id(primary_key=True),
    Column("state", String(12), nullable=False),
    Column("n", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("item_code", String(5)),
    Column("lane", String(11)),
    Column("ticket_at", Instant),
    Column("called_window", Integer),
    Column("called_at", Instant),
    Column("accepted_at", Instant),
    Column("accepted_by", String(32)),
    Column("accepted_window", Integer),
    Column("due_at", Instant),  # the end of its limit; pauses do not move it
    Column("claimed_by", String(32)),
    Column("claimed_at", Instant),
    Column("decided_by", String(32)),
    Column("paused_at", Instant),
    Column("registered_at", Instant),
    Column("ended_at", Instant),
)
Index("ix_case_now_state_due_at", CASE_NOW.c.state, CASE_NOW.c.due_at, CASE_NOW.c.accepted_at)
Index("ix_case_now_accepted_window", CASE_NOW.c.accepted_window, CASE_NOW.c.state)

CASE_NUMBERS = facts(
    "case_numbers",
    case_id(primary_key=True),
    Column("year", Integer, nullable=False),
    Column("no", Integer, nullable=False),
    UniqueConstraint("year", "no"),
)

TICKETS = facts(
    "tickets",
    case_id(primary_key=True),
    Column("day", String(10), nullable=False),
    Column("letter", String(1), nullable=False),  # A normal, B priority, C appointment
    Column("no", Integer, nullable=False),
    UniqueConstraint("day", "letter", "no"),
)

APPLICATIONS = facts(
    "applications",
    case_id(primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("item_code", String(5), nullable=False),
    Column("slot", String(9), nullable=False),
    Column("right_id", Uuid, ForeignKey("rights.id")),
    Column("co_ownership", String(6)),
    Column("reason", Text, nullable=False, server_default=""),
    Column("fields", Json, nullable=False),
    Column("confirmed", Json, nullable=False),
    done_at(),
    done_by(),
    Column("delivery", Json),  # way, receiver, phone, address, e_certificate
)

CASE_UNITS = facts(
    "case_units",
    Column("case_id", Uuid, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("unit_code", String(28), ForeignKey("units.code"), nullable=False, index=True),
    ForeignKeyConstraint(["case_id", "n"], ["applications.case_id", "applications.n"]),
)

PARTIES = facts(
    "parties",
    Column("case_id", Uuid, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("role", String(10), nullable=False),
    Column("name", String(200), nullable=False, index=True),
    Column("id_type", String(2), nullable=False),
    Column("id_number", String(40), nullable=False, index=True),
    Column("share", Share),
    Column("person", Json, nullable=False),  # phone, address, married, spouse, represented_by…
    ForeignKeyConstraint(["case_id", "n"], ["applications.case_id", "applications.n"]),
    CheckConstraint(
        "role IN ('holder','obligor','agent','guardian','organ','consenting')", name="role"
    ),
)

MATERIALS = facts(
    "materials",
    case_id(primary_key=True),
    Column("event_n", Integer, primary_key=True),
    Column("code", String(3), primary_key=True),
    Column("state", String(8), nullable=False),  # present, deferred
    done_at(),
    done_by(),
)

FINDINGS = facts(
    "findings",
    case_id(primary_key=True),
    Column("event_n", Integer, primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("code", String(8), nullable=False),
    Column("level", String(7), nullable=False),
    Column("facts", Json, nullable=False),
    Column("confirmed_by", String(32)),
)

DECISIONS = facts(
    "decisions",
    case_id(primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("level", Integer, primary_key=True),  # the first decision of the round, the second…
    Column("decision", String(7), nullable=False),  # approve, return, refuse, refer
    Column("opinion", Text, nullable=False),
    Column("ground", String(1)),
    Column("evidence", Json, nullable=False),
    done_at(),
    done_by(),
)

CLAIM_MARKS = Table(
    "claim_marks",
    METADATA,
    Column("case_id", Uuid, ForeignKey("cases.id"), primary_key=True),
    Column("login", String(32), ForeignKey("staff.login"), nullable=False),
    Column("at", Instant, nullable=False),  # when somebody last worked on the claimed case
)

RATINGS = facts(
    "ratings",
    case_id(primary_key=True),
    Column("score", Integer, CheckConstraint("score BETWEEN 1 AND 5", name="score")),
    Column("text", Text, nullable=False, server_default=""),
    done_at(),
)

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("login", String(32), nullable=False),
    Column("case_id", Uuid, ForeignKey("cases.id")),
    Column("item_code", String(5), nullable=False),
    Column("data", Json, nullable=False),
    Column("saved_at", Instant, nullable=False),
)
