"""The key that seals the QR of certificates, when it leaves the database."""

from dataclasses import dataclass

from desk.workflow.commands import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSealKey(Command):
    """Write the key into a file of its own, for checking certificates without the database."""
