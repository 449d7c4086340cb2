"""Where a database is. A file's path stays a path: written as a URL, a `?` in it would be lost."""

from pathlib import Path
from typing import TypeAlias

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

Address: TypeAlias = str | URL


def file_address(path: Path) -> Address:
    """Return the address of an SQLite file."""
    return URL.create("sqlite", database=str(path.absolute()))


def address_of(given: str) -> Address:
    """Return the address of what a person gave: a URL, or the path of a file."""
    return given if "://" in given else file_address(Path(given))


def file_of(address: Address) -> Path | None:
    """Return the file of an address; nothing where it names a server, or nothing at all."""
    try:
        url = make_url(address)
    except ArgumentError:
        return None
    named = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    return Path(str(url.database)) if named else None


def key_of(url: Address) -> str:
    """Name a database by its address, without a password or the name of a driver."""
    target = make_url(url)
    return target.set(drivername=target.get_backend_name()).render_as_string(hide_password=True)
