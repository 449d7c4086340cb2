"""Certificates and proofs, the stock of numbered sheets, print jobs, every paper printed."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    Uuid,
)

from db.tables.metadata import case_id, current, done_at, done_by, facts
from db.types import Json

UNDER_WAY = ("reserved", "sent")
WRITTEN = ("printed", "checked")
"""States of a print job: the sheet is in the printer, and the certificate is on it."""

CERTIFICATES = facts(
    "certificates",
    Column("id", Uuid, primary_key=True),
    Column("kind", String(11), CheckConstraint("kind IN ('certificate','proof')", name="kind")),
    Column("year", Integer, nullable=False),
    Column("no", Integer, nullable=False),
    Column("number", String(80), nullable=False, unique=True),
    Column("right_id", Uuid, ForeignKey("rights.id"), nullable=False, index=True),
    Column("holder_ord", Integer),  # one holder's own paper; none for all together
    Column("copy", Integer, nullable=False, server_default="1"),
    Column("values", Json, nullable=False),  # what is written on it
    case_id(nullable=False, index=True),
    done_at(),
    UniqueConstraint("kind", "year", "no"),
)

CERTIFICATE_RIGHTS = facts(
    "certificate_rights",
    Column("certificate_id", Uuid, ForeignKey("certificates.id"), primary_key=True),
    Column("right_id", Uuid, ForeignKey("rights.id"), primary_key=True, index=True),
)

CERTIFICATE_ENDINGS = facts(
    "certificate_endings",
    Column("number", String(80), primary_key=True),  # also of papers older than this register
    Column("right_id", Uuid, ForeignKey("rights.id"), nullable=False),
    Column("how", String(10), nullable=False),  # taken_back, void
    case_id(nullable=False),
    done_at(),
)

STOCK_MOVES = facts(
    "stock_moves",
    Column("serial", String(15), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("kind", String(11), nullable=False),  # certificate, proof
    Column("from_n", Integer),  # n - 1; none for the first move
    Column("from_place", String(8)),
    Column("to_place", String(8), nullable=False),  # VAULT, W01…W99, PRINTING…
    Column("job_id", Uuid, ForeignKey("print_jobs.id")),
    Column("reason", Text, nullable=False, server_default=""),
    done_at(),
    done_by(),
    Column("act_id", Uuid, ForeignKey("stock_acts.id")),  # none for a move by a print job
    UniqueConstraint("serial", "n", "to_place"),
    ForeignKeyConstraint(
        ["serial", "from_n", "from_place"],
        ["stock_moves.serial", "stock_moves.n", "stock_moves.to_place"],
        name="fk_stock_moves_chain",
    ),
    CheckConstraint(
        "(n = 1 AND from_n IS NULL AND from_place IS NULL) OR (n > 1 AND from_n = n - 1)",
        name="chain",
    ),
)

SHEET_NOW = current(
    "sheet_now",
    Column("serial", String(15), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("kind", String(11), nullable=False),
    Column("place", String(8), nullable=False),
)
Index("ix_sheet_now_place", SHEET_NOW.c.place, SHEET_NOW.c.kind, SHEET_NOW.c.serial)

PRINT_JOBS = facts(
    "print_jobs",
    Column("id", Uuid, primary_key=True),
    Column("certificate_id", Uuid, ForeignKey("certificates.id"), nullable=False, index=True),
    Column("serial", String(15), nullable=False, index=True),
    Column("window", Integer),
    case_id(nullable=False, index=True),
    done_at(),
    done_by(),
)

PRINT_JOB_EVENTS = facts(
    "print_job_events",
    Column("job_id", Uuid, ForeignKey("print_jobs.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("state", String(8), nullable=False),  # reserved, sent, printed, checked…
    Column("sha256", String(64)),
    Column("reason", Text, nullable=False, server_default=""),
    done_at(),
    done_by(),
)

PRINT_JOB_NOW = current(
    "print_job_now",
    Column("job_id", Uuid, ForeignKey("print_jobs.id"), primary_key=True),
    Column("certificate_id", Uuid, nullable=False),
    Column("serial", String(15), nullable=False),
    Column("window", Integer),
    Column("n", Integer, nullable=False),
    Column("state", String(8), nullable=False),
)
Index(
    "uq_print_job_now_certificate",
    PRINT_JOB_NOW.c.certificate_id,
    unique=True,
    sqlite_where=PRINT_JOB_NOW.c.state.in_((*UNDER_WAY, *WRITTEN)),
    postgresql_where=PRINT_JOB_NOW.c.state.in_((*UNDER_WAY, *WRITTEN)),
)
Index(
    "uq_print_job_now_serial",
    PRINT_JOB_NOW.c.serial,
    unique=True,
    sqlite_where=PRINT_JOB_NOW.c.state.in_((*UNDER_WAY, *WRITTEN, "spoilt")),
    postgresql_where=PRINT_JOB_NOW.c.state.in_((*UNDER_WAY, *WRITTEN, "spoilt")),
)

PAPERS = facts(
    "papers",
    Column("id", Uuid, primary_key=True),
    Column("kind", String(24), nullable=False),  # receipt, notice_missing, certificate…
    case_id(nullable=True, index=True),
    Column("certificate_id", Uuid, ForeignKey("certificates.id"), index=True),
    Column("serial", String(15)),
    Column("values", Json, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),  # the PDF
    done_at(),
    done_by(),
)

HANDOVERS = facts(
    "handovers",
    case_id(primary_key=True),
    Column("name", String(200), nullable=False),
    Column("id_type", String(2), nullable=False),
    Column("id_number", String(40), nullable=False),
    Column("role", String(10), nullable=False),  # holder, agent, guardian, organ
    Column("method", String(7), nullable=False),  # counter, express, visit
    Column("waybill", String(80)),
    Column("evidence", Json, nullable=False),
    Column("window", Integer),
    done_at(),
    done_by(),
)
