"""Photographed pages: which case has which on which line of its list, and each content once."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)

from db.tables.metadata import case_id, done_at, done_by, facts

LARGEST_PAGE = 400_000  # bytes
LARGEST_THUMBNAIL = 20_000  # bytes

CASE_PAGES = facts(
    "case_pages",
    case_id(primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("event_n", Integer, nullable=False),  # the acceptance, or a supplement
    Column("material", String(3), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("source", String(9), nullable=False),  # camera, scanner, file, clipboard, shared
    Column("original_seen", Boolean, nullable=False),
    done_at(),
    done_by(),
    UniqueConstraint("case_id", "sha256"),
    CheckConstraint("length(sha256) = 64", name="sha256"),
)
Index("ix_case_pages_sha256", CASE_PAGES.c.sha256)

PAGES = facts(
    "pages",
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String(20), nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("thumbnail", LargeBinary, nullable=False),
    done_at(),
    done_by(),
    CheckConstraint(f"size = length(content) AND size BETWEEN 1 AND {LARGEST_PAGE}", name="size"),
    CheckConstraint(f"length(thumbnail) BETWEEN 1 AND {LARGEST_THUMBNAIL}", name="thumbnail"),
)
