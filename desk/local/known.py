"""What this PC knows of a centre whose database is away: its setting, and who signed in here.

A person's PIN lies here as an argon2id hash and nowhere else; the passphrase and the seal's key
never do. A PIN opens what this PC keeps, never the database.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from db.local_file import LocalFile
from desk.workflow.act import Setting
from desk.workflow.addresses import Address, key_of
from desk.workflow.facts import CentreFacts
from desk.workflow.queries.people import PersonRow
from desk.workflow.reader import Kind
from forms.calendar import WorkingCalendar
from forms.canonical import canonical_json
from forms.catalogue import delivered

VALID = timedelta(hours=24)
DIGITS = 6
MISSES = 3
Checked = Literal["right", "wrong", "ended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCentre:
    """A centre as it was when somebody last signed in here."""

    kind: Kind
    setting: Setting


class Known:
    """The centres and people in the workstation's file."""

    def __init__(self, file: LocalFile) -> None:
        self._file = file

    def signed_in(
        self, url: Address, centre: KnownCentre, person: PersonRow, at: datetime, pin: str = ""
    ) -> None:
        """Note who signed in with the database there; a new PIN takes the place of the old one."""
        key, body = key_of(url), canonical_json(_plain(centre))
        hashed = PasswordHasher().hash(pin) if pin else ""
        roles = canonical_json(sorted(person.roles))
        with self._file.writing():
            self._file.run(
                "INSERT INTO centres (url, body) VALUES (?, ?)"
                " ON CONFLICT (url) DO UPDATE SET body = excluded.body",
                (key, body),
            )
            self._file.run(
                "INSERT INTO people (url, login, name, roles, window, pin, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url, login) DO UPDATE SET"
                " name = excluded.name, roles = excluded.roles, window = excluded.window,"
                " at = excluded.at, misses = 0,"
                " pin = CASE excluded.pin WHEN '' THEN pin ELSE excluded.pin END",
                (key, person.login, person.name, roles, person.window, hashed, at.isoformat()),
            )

    def centre(self, url: Address) -> KnownCentre | None:
        """Return a centre that was opened here before; none where it never was."""
        rows = self._file.rows("SELECT body FROM centres WHERE url = ?", (key_of(url),))
        return _centre(json.loads(rows[0]["body"])) if rows else None

    def people(self, url: Address, now: datetime) -> list[PersonRow]:
        """Return who signed in here within the last twenty-four hours."""
        rows = self._file.rows("SELECT * FROM people WHERE url = ? ORDER BY login", (key_of(url),))
        return [
            PersonRow(
                login=row["login"],
                name=row["name"],
                window=row["window"],
                active=True,
                roles=frozenset(json.loads(row["roles"])),
            )
            for row in rows
            if timedelta() <= now - datetime.fromisoformat(row["at"]) < VALID
        ]

    def check_pin(self, url: Address, login: str, pin: str, now: datetime) -> Checked:
        """Check a PIN; after three misses it is gone, and the passphrase alone opens again."""
        if login not in {person.login for person in self.people(url, now)}:
            return "ended"
        where = (key_of(url), login)
        row = self._file.rows("SELECT pin FROM people WHERE url = ? AND login = ?", where)[0]
        if not row["pin"]:
            return "ended"
        if _fits(row["pin"], pin):
            self._file.run("UPDATE people SET misses = 0 WHERE url = ? AND login = ?", where)
            return "right"
        self._file.run(
            "UPDATE people SET misses = misses + 1,"
            " pin = CASE WHEN misses + 1 >= ? THEN '' ELSE pin END"
            " WHERE url = ? AND login = ?",
            (MISSES, *where),
        )
        kept = self._file.rows("SELECT pin FROM people WHERE url = ? AND login = ?", where)[0]
        return "wrong" if kept["pin"] else "ended"


def is_pin(text: str) -> bool:
    """Tell whether a text may be a PIN: six digits, not all the same and not in a row."""
    if len(text) != DIGITS or not (text.isascii() and text.isdigit()):
        return False
    return {int(b) - int(a) for a, b in pairwise(text)} not in ({0}, {1}, {-1})


def _fits(hashed: str, pin: str) -> bool:
    try:
        return PasswordHasher().verify(hashed, pin)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _plain(centre: KnownCentre) -> Mapping[str, Any]:
    setting = centre.setting
    days = {day.isoformat(): works for day, works in setting.calendar.exceptions.items()}
    return {
        "kind": centre.kind,
        "centre": asdict(setting.centre) | {"area_codes": list(setting.centre.area_codes)},
        "name": setting.centre_name,
        "windows": setting.windows,
        "days": days,
        "keep_papers": setting.keep_papers,
    }


def _centre(plain: Mapping[str, Any]) -> KnownCentre:
    facts = plain["centre"] | {"area_codes": tuple(plain["centre"]["area_codes"])}
    days = {date.fromisoformat(day): bool(works) for day, works in plain["days"].items()}
    setting = Setting(
        catalogue=delivered(),
        calendar=WorkingCalendar(days),
        centre=CentreFacts(**facts),
        centre_name=plain["name"],
        windows=plain["windows"],
        seal_key="",  # a code is then read, and whether it is genuine is not said
        keep_papers=plain["keep_papers"],
    )
    return KnownCentre(kind=plain["kind"], setting=setting)
