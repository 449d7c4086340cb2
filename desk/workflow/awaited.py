"""A desk whose database did not answer when the program began: shut until it does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from db.changes import Changes
from db.refusals import is_away
from db.session import open_engine, reading
from db.upgrade import DatabaseTooNew, upgrade
from desk.workflow.act import Setting
from desk.workflow.addresses import Address
from desk.workflow.desk import Desk, NoCentre, read_setting
from desk.workflow.errors import DeskError, Finding, Level, Unreachable
from desk.workflow.people import is_right_password
from desk.workflow.reader import Kind, Reader
from forms.catalogue import delivered

Done = TypeVar("Done")


class PassphraseWanted(Unreachable):
    """The database is back; who came in by PIN has to show that he may use it."""


class AwaitedDesk(Desk):
    """Nothing reaches the database before its version, its centre and its person are known."""

    def __init__(self, url: Address, kind: Kind, setting: Setting) -> None:
        super().__init__(open_engine(url), kind, setting)
        self._shut = True
        self._by_pin = False

    def come_in_by_pin(self) -> bool:
        """Let somebody in without the passphrase; not any more once the database is back.

        Called on the thread of `listen_again`, so that neither overtakes the other.
        """
        self._by_pin = self._shut
        return self._shut

    def unlock(self, login: str, passphrase: str) -> bool:
        """Check the passphrase in the database that is back; from then on acts may pass."""
        try:
            with reading(self._engine) as connection:
                reader = Reader(connection=connection, setting=self.setting, kind=self.kind)
                right = is_right_password(reader, login, passphrase)
        except DBAPIError as error:
            if is_away(error):
                raise Unreachable from error
            raise
        self._by_pin = self._by_pin and not right
        return right

    def listen_again(self) -> Changes:
        """Look at the database that answers; PassphraseWanted where it has to be asked for."""
        if self._shut:
            self._come_up()
            if self._by_pin:
                raise PassphraseWanted("passphrase")
            self._shut = False
        return super().listen_again()

    @contextmanager
    def ask(self) -> Iterator[Reader]:
        """Look, once the database is known."""
        if self._shut:
            raise Unreachable
        with super().ask() as reader:
            yield reader

    def _attempts(self, work: Callable[[], Done]) -> Done:
        if self._shut:
            raise Unreachable
        return super()._attempts(work)

    def _come_up(self) -> None:
        path = self._engine.url.database
        if self._engine.dialect.name == "sqlite" and not Path(path or "").is_file():
            raise Unreachable  # never make a new file where the register was
        try:
            upgrade(self._engine)
            with reading(self._engine) as connection:
                kind, setting = read_setting(connection, delivered(), self.setting.keep_papers)
        except DBAPIError as error:
            if is_away(error):
                raise Unreachable from error
            raise
        except (DatabaseTooNew, NoCentre) as error:
            raise _another() from error
        if (kind, setting.centre) != (self.kind, self.setting.centre):
            raise _another()
        self.setting = setting


def _another() -> DeskError:
    return DeskError((Finding(code="E-NET-004", level=Level.BLOCK),))
