"""An open read-only view of one moment, which the queries look through."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast
from uuid import UUID

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.sql import Executable

from db.tables.cases import CASE_NOW
from desk.workflow.act import Act, Case, Row, Setting
from desk.workflow.past import Past

Kind = Literal["live", "rehearsal"]

_CASE = select(CASE_NOW).where(CASE_NOW.c.case_id == bindparam("case"))
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The connection of one look, and what the desk knows."""

    connection: Connection
    setting: Setting
    kind: Kind

    def rows(self, statement: Executable, values: Mapping[str, Any] | None = None) -> list[Row]:
        """Read rows by column name."""
        found = self.connection.execute(statement, values or {}).mappings()
        return cast(list[Row], found.all())

    def case(self, case_id: UUID) -> Case | None:
        """Return a case as it stands, without a lock."""
        rows = self.rows(_CASE, {"case": case_id})
        return Case(**rows[0]) if rows else None

    def as_act(self, now: datetime, actor: str = "", past: Past | None = None) -> Act:
        """Return this view as an act that never writes, for reading facts as the services do."""
        return Act(
            connection=self.connection,
            setting=self.setting,
            now=now,
            actor=actor,
            command_id=_NOBODY,
            past=past,
        )
