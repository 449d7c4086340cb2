"""What is kept of a case: the application in its newest form, the papers, the money."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, func, insert, literal, select, union_all

from db.tables.cases import APPLICATIONS, CASE_NUMBERS, CASE_UNITS, CASES, MATERIALS, PARTIES
from db.tables.money import CHARGES, EXEMPTIONS, PAYMENTS, REFUNDS
from db.tables.register import ANNOUNCEMENTS
from desk.workflow.act import Act, Case, Row
from desk.workflow.application import Application, Delivery, Party, Person
from desk.workflow.book import person_of, person_rest
from desk.workflow.facts import CaseFacts
from desk.workflow.stages import UNENTERED
from forms.clauses import Clause

_PERSON = tuple(part.name for part in fields(Person))
_CASE: BindParameter[Any] = bindparam("case")
_N: BindParameter[Any] = bindparam("n")
_UNTIL: BindParameter[Any] = bindparam("until")  # an event of the case: later ones do not count
_APPLICATION = (
    select(APPLICATIONS)
    .where(APPLICATIONS.c.case_id == _CASE, APPLICATIONS.c.n <= _UNTIL)
    .order_by(APPLICATIONS.c.n.desc())
    .limit(1)
)
_UNITS = (
    select(CASE_UNITS.c.unit_code)
    .where(CASE_UNITS.c.case_id == _CASE, CASE_UNITS.c.n == _N)
    .order_by(CASE_UNITS.c.ord)
)
_PARTIES = (
    select(PARTIES).where(PARTIES.c.case_id == _CASE, PARTIES.c.n == _N).order_by(PARTIES.c.ord)
)
_FIRST = select(func.min(APPLICATIONS.c.n)).where(APPLICATIONS.c.case_id == _CASE).scalar_subquery()
_MATERIALS = (
    select(MATERIALS.c.event_n, MATERIALS.c.code)
    .where(MATERIALS.c.case_id == _CASE, MATERIALS.c.event_n.between(_FIRST, _UNTIL))
    .order_by(MATERIALS.c.event_n, MATERIALS.c.code)
)
_MONEY = union_all(
    select(
        literal("due").label("kind"),
        CHARGES.c.what,
        CHARGES.c.n,
        func.sum(CHARGES.c.amount).label("amount"),
    )
    .where(CHARGES.c.case_id == _CASE, CHARGES.c.n < _UNTIL)
    .group_by(CHARGES.c.what, CHARGES.c.n),
    *(
        select(literal(kind), table.c.what, table.c.event_n, table.c.amount).where(
            table.c.case_id == _CASE, table.c.event_n < _UNTIL
        )
        for kind, table in (("paid", PAYMENTS), ("exempt", EXEMPTIONS), ("refunded", REFUNDS))
    ),
)
_STANDING = (
    select(
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        ANNOUNCEMENTS.c.at.label("announced_at"),
        ANNOUNCEMENTS.c.working_days,
    )
    .select_from(CASES)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == CASES.c.id, isouter=True)
    .join(
        ANNOUNCEMENTS,
        and_(ANNOUNCEMENTS.c.case_id == CASES.c.id, ANNOUNCEMENTS.c.n < _UNTIL),
        isouter=True,
    )
    .where(CASES.c.id == _CASE)
    .order_by(ANNOUNCEMENTS.c.n.desc())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The newest application of a case, with the right it acts on and the papers handed in."""

    application: Application
    n: int
    right_id: UUID | None
    materials: frozenset[str]
    slot: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What is due, paid and let off, in 分; nothing is due before a charge."""

    charge_n: int = 0
    fee_due: int = 0
    tax_due: int = 0
    fee_open: int = 0
    tax_open: int = 0
    tax_answered: bool = False  # a payment or an exemption of the tax was recorded, even of 0
    fee_paid: int = 0
    fee_refunded: int = 0

    @property
    def charged(self) -> bool:
        """Tell whether the charges were worked out."""
        return self.charge_n > 0

    def open_of(self, what: str) -> int:
        """Return what is open of the fee or the tax."""
        return self.fee_open if what == "fee" else self.tax_open

    def owed_back(self, state: str) -> int:
        """Return what is to be refunded: the whole fee of a case that ended without an entry."""
        return self.fee_paid - self.fee_refunded if state in UNENTERED else 0


def read_kept(act: Act, case: Case) -> Kept:
    """Read the newest application and all papers handed in since acceptance."""
    until = {"case": case.case_id, "until": act.until}
    row = act.rows(_APPLICATION, until)[0]
    key = {"case": case.case_id, "n": row["n"]}
    materials = act.rows(_MATERIALS, until)
    return Kept(
        application=Application(
            item=row["item_code"],
            units=tuple(unit["unit_code"] for unit in act.rows(_UNITS, key)),
            parties=tuple(_party(party) for party in act.rows(_PARTIES, key)),
            materials=tuple(m["code"] for m in materials if m["event_n"] == row["n"]),
            right=str(row["right_id"]) if row["right_id"] else None,
            co_ownership=row["co_ownership"],
            reason=row["reason"],
            fields=row["fields"],
            confirmed=tuple(row["confirmed"]),
            delivery=Delivery(**row["delivery"]) if row["delivery"] else None,
        ),
        n=row["n"],
        right_id=row["right_id"],
        materials=frozenset(m["code"] for m in materials),
        slot=row["slot"],
    )


def keep_application(
    act: Act,
    case_id: UUID,
    n: int,
    application: Application,
    right_id: UUID | None,
    *,
    behind: bool = False,
) -> None:
    """Keep an application under the event that brought it: parties, units, papers.

    `behind` another case of its bundle it takes no place on its units: that one holds them.
    """
    item = act.setting.catalogue.items[application.item]
    key = {"case_id": case_id, "n": n}
    head = {
        **key,
        "item_code": item.code,
        "slot": "none" if behind else item.slot,
        "right_id": right_id,
        "co_ownership": application.co_ownership,
        "reason": application.reason,
        "fields": application.fields,
        "confirmed": list(application.confirmed),
        "delivery": asdict(application.delivery) if application.delivery else None,
        **act.stamp,
    }
    act.write(insert(APPLICATIONS), [head])
    act.write(
        insert(CASE_UNITS),
        ({**key, "ord": order, "unit_code": code} for order, code in enumerate(application.units)),
    )
    act.write(
        insert(PARTIES),
        ({**key, "ord": order, **_party_row(p)} for order, p in enumerate(application.parties)),
    )
    keep_materials(act, case_id, n, application.materials)


def keep_materials(
    act: Act, case_id: UUID, n: int, codes: Iterable[str], deferred: Iterable[str] = ()
) -> None:
    """Keep which papers were handed in at an event, and which were promised 容缺."""
    states = {**dict.fromkeys(deferred, "deferred"), **dict.fromkeys(codes, "present")}
    act.write(
        insert(MATERIALS),
        (
            {"case_id": case_id, "event_n": n, "code": code, "state": state, **act.stamp}
            for code, state in states.items()
        ),
    )


def read_money(act: Act, case_id: UUID) -> Money:
    """Read what is due, paid and open; the newest charge replaces those before it."""
    rows = act.rows(_MONEY, {"case": case_id, "until": act.until})
    charge_n = max((row["n"] for row in rows if row["kind"] == "due"), default=0)
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        if row["kind"] != "due" or row["n"] == charge_n:
            sums[row["kind"], row["what"]] += int(row["amount"])
    due = {what: sums["due", what] for what in ("fee", "tax")}
    settled = {what: sums["paid", what] + sums["exempt", what] for what in ("fee", "tax")}
    return Money(
        charge_n=charge_n,
        fee_due=due["fee"],
        tax_due=due["tax"],
        fee_open=max(0, due["fee"] - settled["fee"]),
        tax_open=max(0, due["tax"] - settled["tax"]),
        tax_answered=any(row["kind"] != "due" and row["what"] == "tax" for row in rows),
        fee_paid=sums["paid", "fee"],
        fee_refunded=sums["refunded", "fee"],
    )


def clause_row(clause: Clause) -> dict[str, object]:
    """Return a clause as it is kept."""
    return {"code": clause.code, "facts": dict(clause.facts)}


def clauses_of(basis: Row) -> tuple[Clause, ...]:
    """Return how a kept charge came about; an early one kept its Chinese sentence alone."""
    if "clauses" not in basis:
        return (Clause(code="C-KEPT", facts={"text": basis["text"]}),)
    return tuple(Clause(**row) for row in basis["clauses"])


def case_facts(act: Act, case: Case) -> CaseFacts:
    """Return the case itself as the rules see it."""
    money = read_money(act, case.case_id)
    standing = act.rows(_STANDING, {"case": case.case_id, "until": act.until})[0]
    return CaseFacts(
        id=case.case_id,
        state=case.state,
        n=case.n,
        round=case.round,
        case_no=case_no(standing["year"], standing["no"]),
        accepted_at=case.accepted_at,
        accepted_by=case.accepted_by,
        due_at=case.due_at,
        claimed_by=case.claimed_by,
        fee_charged=money.charged,
        fee_open=money.fee_open,
        tax_open=money.tax_open,
        tax_settled=money.tax_answered and money.tax_open == 0,
        announced_at=standing["announced_at"],
        announcement_days=standing["working_days"] or 0,
        paused=case.paused_at is not None,
    )


def case_no(year: int | None, no: int | None) -> str | None:
    """Write a case number: year, a dash, seven digits."""
    return None if year is None or no is None else f"{year}-{no:07d}"


def _party(row: Row) -> Party:
    person = person_of(row)
    return Party(role=row["role"], **{name: getattr(person, name) for name in _PERSON})


def _party_row(party: Party) -> dict[str, object]:
    return {
        "role": party.role,
        "name": party.name,
        "id_type": party.id_type,
        "id_number": party.id_number,
        "share": party.share,
        "person": person_rest(party),
    }
