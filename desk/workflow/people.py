"""Who may sign in: passphrases (argon2id), and the people of a live centre."""

from datetime import UTC, datetime

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import func, insert, select

from db.session import open_engine, writing
from db.tables.people import CREDENTIALS, STAFF
from desk.workflow.addresses import Address
from desk.workflow.founding import (
    BadRegister,
    CentreSpec,
    StaffSpec,
    add_staff,
    create_database,
)
from desk.workflow.reader import Reader
from forms.messages import message

SHORTEST = 15
"""Least length of a passphrase in characters (等保 2.0 L3-CES1-01; long rather than composed)."""

ROLES = frozenset({"guide", "clerk", "approver", "registrar", "printer", "supervisor", "admin"})

_LATEST = (
    select(CREDENTIALS.c.hash)
    .join_from(CREDENTIALS, STAFF, STAFF.c.login == CREDENTIALS.c.login)
    .where(STAFF.c.active)
    .order_by(CREDENTIALS.c.n.desc())
    .limit(1)
)


class NotFounded(Exception):
    """A centre was not set up; nothing was written."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def text(self, language: str) -> str:
        """Say why in Chinese or English."""
        return message(self.code, language, **self.facts)


def found_live_centre(
    url: Address, centre: CentreSpec, administrator: StaffSpec, password: str
) -> None:
    """Make a live centre with its first administrator; NotFounded says what is wrong."""
    _require_centre(centre)
    if not administrator.login or not administrator.name:
        raise NotFounded("FOUND-PERSON")
    if len(password) < SHORTEST:
        raise NotFounded("FOUND-PASSWORD", least=SHORTEST)
    try:
        create_database(url, kind="live", centre=centre, staff=(administrator,))
    except BadRegister as error:
        raise NotFounded("FOUND-REGISTER", why="; ".join(error.problems)) from error
    set_password(url, administrator.login, password, by=administrator.login)


def add_person(url: Address, person: StaffSpec, password: str) -> None:
    """Take a person on, with roles, a window and a passphrase; NotFounded says what is wrong."""
    if not person.login or not person.name:
        raise NotFounded("FOUND-PERSON")
    wrong = set(person.roles) - ROLES
    if wrong or not person.roles:
        raise NotFounded("FOUND-ROLES", roles=", ".join(sorted(ROLES)))
    if len(password) < SHORTEST:
        raise NotFounded("FOUND-PASSWORD", least=SHORTEST)
    engine = open_engine(url)
    try:
        with writing(engine) as connection:
            known = select(STAFF.c.login).where(STAFF.c.login == person.login)
            if connection.scalar(known) is not None:
                raise NotFounded("FOUND-TWICE", login=person.login)
            add_staff(connection, (person,))
    finally:
        engine.dispose()
    set_password(url, person.login, password, by=person.login)


def set_password(url: Address, login: str, password: str, *, by: str) -> None:
    """Give a person a new passphrase; the older ones stay as history and open nothing."""
    if len(password) < SHORTEST:
        raise NotFounded("FOUND-PASSWORD", least=SHORTEST)
    engine = open_engine(url)
    try:
        with writing(engine) as connection:
            kept = select(func.count()).select_from(CREDENTIALS)
            n = connection.scalar(kept.where(CREDENTIALS.c.login == login)) or 0
            row = {"login": login, "n": n + 1, "hash": PasswordHasher().hash(password)}
            times = {"at": datetime.now(UTC), "actor": by}
            connection.execute(insert(CREDENTIALS), {**row, **times})
    finally:
        engine.dispose()


def is_right_password(reader: Reader, login: str, password: str) -> bool:
    """Tell whether a person may sign in with a passphrase; nobody without one may."""
    kept = reader.connection.scalar(_LATEST.where(CREDENTIALS.c.login == login))
    if kept is None:
        return False
    try:
        return PasswordHasher().verify(kept, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _require_centre(centre: CentreSpec) -> None:
    texts = (centre.name, centre.authority, centre.area_name)
    if not all(texts) or len(centre.short) != 1:
        raise NotFounded("FOUND-NAMES")
    if not centre.area_codes or not all(_is_county(code) for code in centre.area_codes):
        raise NotFounded("FOUND-CODES")


def _is_county(code: str) -> bool:
    return len(code) == len("220402") and code.isdigit()
