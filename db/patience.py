"""A PostgreSQL connection that does not wait for ever for a server that has gone silent."""

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen

NO_ANSWER = 16.0  # s; the server itself gives up a statement after fifteen
Found = TypeVar("Found")


class PatientConnection(psycopg.Connection[Any]):
    """Gives the line up where nothing comes: packets are taken in somewhere, nobody answers.

    No time-out of TCP sees that, for the bytes are acknowledged on their way.
    """

    def wait(self, gen: PQGen[Found], interval: float = 0.1, timeout: float | None = None) -> Found:
        """Wait for an answer; where none comes the line is closed, and what was asked unknown."""
        try:
            return super().wait(gen, interval, NO_ANSWER if timeout is None else timeout)
        except psycopg.errors._WaitTimeout as error:
            if timeout is not None:
                raise
            self.pgconn.finish()
            raise psycopg.OperationalError("the server did not answer in time") from error
