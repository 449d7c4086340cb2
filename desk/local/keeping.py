"""What one running program keeps on its workstation: the journal and the outbox in one file."""

from pathlib import Path

from db.local_file import LocalFile
from desk.local.file import SCHEMA, open_file
from desk.local.journal import Journal
from desk.local.outbox import Outbox


class Keeping:
    """The open file of this program with what lies in it."""

    def __init__(self, file: LocalFile) -> None:
        self._file = file
        self.journal = Journal(file)
        self.outbox = Outbox(file)

    @classmethod
    def on_disk(cls, folder: Path | None = None) -> "Keeping":
        """Open this workstation's file; what earlier runs left is taken over."""
        return cls(open_file(folder))

    @classmethod
    def in_memory(cls) -> "Keeping":
        """Keep nothing beyond this run: for pictures, and where there is no disk to write on."""
        return cls(LocalFile(None, SCHEMA))

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
