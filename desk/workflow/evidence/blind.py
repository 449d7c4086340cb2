"""Blind re-keying: of some cases the approver types price and identity anew, unseen."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from desk.workflow.application import Application
from desk.workflow.evidence.row import EvidenceRow
from desk.workflow.evidence.words import plain, said, side_by_side
from desk.workflow.readings.people import number_of
from forms.checks import Refused
from forms.checks.money import parse_fen, understand_fen
from forms.checks.width import half_width

ONE_IN = 20
TAIL = 4
PRICE, ID_TAIL = "price", "tail"
AMOUNTS = ("price", "amount")
"""The fields of which the first one that was entered is typed anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blind:
    """What is typed anew of a drawn case: which amount, and whose last signs; never the values."""

    amount: str  # key of the field, nothing where there is no amount
    holder: str  # name of the person, nothing where nobody holds

    @property
    def asked(self) -> tuple[str, ...]:
        """Return the names of the answers that are wanted."""
        pairs = ((PRICE, self.amount), (ID_TAIL, self.holder))
        return tuple(name for name, wanted in pairs if wanted)


def is_drawn(case_id: UUID, seal_key: str) -> bool:
    """Tell whether a case is one of the twenty: nobody can know who does not have the key."""
    drawn = hmac.digest(bytes.fromhex(seal_key), b"blind" + case_id.bytes, hashlib.sha256)
    return int.from_bytes(drawn[:8]) % ONE_IN == 0


def blind_of(application: Application) -> Blind:
    """Return what is typed anew where a case is drawn."""
    amount = next((key for key in AMOUNTS if application.fields.get(key)), "")
    holders = application.of("holder")
    return Blind(amount=amount, holder=holders[0].name if holders else "")


def differing(application: Application, typed: Mapping[str, object]) -> tuple[str, ...]:
    """Return which of the typed answers differ from what was entered; a missing one does."""
    right = {PRICE: _same_amount, ID_TAIL: _same_tail}
    return tuple(
        name
        for name in blind_of(application).asked
        if not right[name](application, str(typed.get(name) or ""))
    )


def hidden(rows: tuple[EvidenceRow, ...], application: Application) -> tuple[EvidenceRow, ...]:
    """Return the rows without what is to be typed: the amount, and the last signs of the number."""
    asked = blind_of(application)
    holder = next((n for n, p in enumerate(application.parties) if p.role == "holder"), None)

    def hide(row: EvidenceRow) -> EvidenceRow:
        if asked.amount and row.key == f"field/{asked.amount}":
            return replace(row, entered=said("ROW-BLIND"), against=said("ROW-ON-PAPER"))
        if holder is not None and row.key == f"identity/{holder}":
            party = application.parties[holder]
            number = f"{number_of(party)[:-TAIL]}{'*' * TAIL}"
            return replace(row, entered=side_by_side(plain(party.name), plain(number)))
        return row

    return tuple(hide(row) for row in rows)


def _same_amount(application: Application, typed: str) -> bool:
    entered = application.fields[blind_of(application).amount]
    try:
        return understand_fen(typed) == parse_fen(str(entered))
    except Refused:
        return False


def _same_tail(application: Application, typed: str) -> bool:
    number = number_of(application.of("holder")[0])
    return half_width(typed).strip().upper() == number[-TAIL:]
