"""What one running program keeps on its workstation: journal, outbox and practice in one file."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

from db.local_file import LocalFile
from desk.local.file import SCHEMA, open_file
from desk.local.journal import Journal
from desk.local.known import Known
from desk.local.numbers import Given, Numbers, Write
from desk.local.outbox import Outbox
from desk.local.practice import PracticeBook
from desk.local.profiles import Profiles
from desk.local.settings import place
from desk.workflow.commands import Command
from desk.workflow.receipt_numbers import ReceiptNumber

PRINTERS = "printers.json"


class Keeping:
    """The open file of this program with what lies in it."""

    def __init__(self, file: LocalFile, profiles: Profiles | None = None) -> None:
        self._file = file
        self.profiles = profiles or Profiles()
        self.journal = Journal(file)
        self.known = Known(file)
        self.outbox = Outbox(file)
        self.numbers = Numbers(file)
        self.practice = PracticeBook(file)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    @classmethod
    def on_disk(cls, folder: Path | None = None) -> "Keeping":
        """Open this workstation's file; what earlier runs left is taken over."""
        beside = folder or place().parent
        return cls(open_file(folder), Profiles(beside / PRINTERS))

    @classmethod
    def in_memory(cls) -> "Keeping":
        """Keep nothing beyond this run: for pictures, and where there is no disk to write on."""
        return cls(LocalFile(None, SCHEMA))

    def take_in(
        self, command: Command, case_id: UUID, *, login: str, title: str, write: Write
    ) -> Given:
        """Keep an act in the outbox and give out its receipt: both at once, or neither.

        NoNumberLeft where no reserved number is left; a case that has its receipt keeps it.
        """
        with self._file.writing():
            given = self.numbers.give(case_id, write)
            number = given.number.text
            self.outbox.put(command, login=login, title=title, receipt=number)
        self._file.wipe()  # an earlier act on the case may have given way
        return given

    def give_again(self, act: UUID, case_id: UUID, write: Write) -> Given:
        """Give an act in the outbox another receipt: the one before is void."""
        with self._file.writing():
            given = self.numbers.give(case_id, write)
            self.outbox.give_receipt(act, given.number.text)
        return given

    def void(self, act: UUID | None, number: ReceiptNumber, reason: str) -> None:
        """Void a number with its reason, and take it off the act that had it."""
        with self._file.writing():
            self.numbers.void(number, reason)
            if act is not None:
                self.outbox.give_receipt(act, "")

    def later(self, work: Callable[[], object], failed: Callable[[str], object]) -> None:
        """Write off the caller's thread, in the order of the calls; say when it can't be."""

        def told(ended: "Future[object]") -> None:
            error = ended.exception()
            if error is not None:
                failed(str(error))

        self._writer.submit(work).add_done_callback(told)

    def settle(self) -> None:
        """Wait until everything that was to be written is on the disk."""
        self._writer.submit(int).result()

    def close(self) -> None:
        """Write what is to be written and let the file go."""
        self._writer.shutdown(wait=True)
        self._file.close()
