"""Rows that a person compares with the papers: people, what was agreed, every paper handed in."""

from collections.abc import Collection, Iterator
from types import MappingProxyType

from desk.workflow.application import Party
from desk.workflow.evidence.row import EvidenceRow, Shown, first_of
from desk.workflow.evidence.words import Words, answer_words, plain, said, side_by_side
from desk.workflow.facts import Facts
from desk.workflow.readings.people import names, takers
from desk.workflow.signatures import unsigned

_NOT_ON_PAPER = frozenset({"copies"})
_CONTRACTS = ("M13", "M44", "M14", "M15", "M27", "M28", "M25", "M26", "M17", "M34", "M57", "M58")
_DEEDS = ("M20", "M19", "M16", "M22", "M33", "M08", "M31", "M52", "M53")
_LOANS = ("M38", "M39", "M37", "M41", "M61")
_ORDERS = ("M22", "M23", "M35", "M51", "M50", "M48")
_SHOWN_BY = MappingProxyType(
    {
        "price": (*_CONTRACTS, *_DEEDS),
        "contract_no": (*_CONTRACTS, *_LOANS, *_DEEDS),
        "contract_date": (*_CONTRACTS, *_LOANS, *_DEEDS),
        "dwelling_count": ("M06", *_CONTRACTS),
        "amount": (*_LOANS, *_ORDERS),
        "mortgage_kind": _LOANS,
        "transfer_restricted": _LOANS,
        "crystallised": _LOANS,
        "rank": _LOANS,
        "from": (*_LOANS, "M58", "M08", *_ORDERS, "M52", "M53"),
        "to": (*_LOANS, "M58", "M08", *_ORDERS, "M52", "M53"),
        "authority": _ORDERS,
        "document_no": _ORDERS,
        "notice_kind": ("M45", "M44"),
        "location": ("M30", "M48"),
        "usage": ("M31", "M48"),
        "floor_area": ("M07", "M48"),
        "land_area": ("M07", "M48"),
        "new_units": ("M07", "M32"),
        "land_right_nature": ("M33", "M08", "M48"),
        "land_term_to": ("M33", "M31", "M08", "M48"),
        "member": ("M57", "M58"),
        "statement_date": ("M55",),
    }
)
"""The papers that show a field, the most telling first."""
_BY_EXCHANGE = MappingProxyType(
    {"contract_no": "contract", "price": "price", "contract_date": "signed"}
)
_IDENTITY = MappingProxyType(
    {"agent": ("M03", "M02"), "organ": ("M24", "M02"), "guardian": ("M59", "M02")}
)


def person_rows(facts: Facts, shown: Shown) -> Iterator[EvidenceRow]:
    """Yield what a person compares; what the exchange or a signature shows is ticked already."""
    for place, party in enumerate(facts.application.parties):
        yield from _party(facts, place, party)
    yield from _shared(facts)
    yield from _answers(facts, shown)
    yield from _signed(facts, shown)


def paper_rows(facts: Facts, shown_already: Collection[str]) -> Iterator[EvidenceRow]:
    """Yield a row for every paper handed in that no other row shows."""
    for code in sorted(facts.materials - set(shown_already)):
        material = facts.catalogue.materials[code]
        yield EvidenceRow(
            key=f"paper/{code}",
            label=said("ROW-PAPER"),
            entered=Words(material.zh, material.en),
            against=said("ROW-FOR-THIS-CASE"),
            paper=code,
        )


def _party(facts: Facts, place: int, party: Party) -> Iterator[EvidenceRow]:
    roles, types = facts.catalogue.codes["role"], facts.catalogue.codes["id_type"]
    role = Words(roles.zh(party.role), roles.en(party.role))
    kind = party.id_type in types.by_code
    id_type = Words(types.zh(party.id_type), types.en(party.id_type)) if kind else plain("")
    yield EvidenceRow(
        key=f"identity/{place}",
        label=said("ROW-IDENTITY", role=role),
        entered=side_by_side(plain(party.name), id_type, plain(party.id_number)),
        against=said("ROW-ON-PAPER"),
        paper=first_of(facts, _IDENTITY.get(party.role, ("M02",))),
    )
    if party.role in {"agent", "guardian"}:
        stands_for = [p.name for p in facts.application.parties if p.represented_by == party.name]
        yield EvidenceRow(
            key=f"authority/{place}",
            label=said("ROW-AUTHORITY", name=party.name),
            entered=said("ROW-STANDS-FOR", names="、".join(stands_for) or "—"),
            against=said("ROW-ON-PAPER"),
            paper=first_of(facts, ("M59", "M03") if party.role == "guardian" else ("M03", "M59")),
        )


def _shared(facts: Facts) -> Iterator[EvidenceRow]:
    """Set form and shares of co-ownership beside what was asked; one holder alone is clear."""
    form = facts.application.co_ownership
    if form is None:
        return
    table = facts.catalogue.codes["co_ownership"]
    word = Words(table.zh(form), table.en(form)) if form in table.by_code else plain(form)
    holders = takers(facts)
    shares = [f"{one.name} {one.share}" if one.share else one.name for one in holders]
    alone = form == "sole" and len(holders) == 1
    yield EvidenceRow(
        key="co_ownership",
        label=said("ROW-CO-OWNERSHIP"),
        entered=side_by_side(word, plain("、".join(shares))),
        against=said("ROW-ONE-HOLDER") if alone else said("ROW-IN-THE-RECORD"),
        source="machine" if alone else "person",
        paper=first_of(facts, ("M34", "M26", "M17", "M05", "M01")),
    )


def _answers(facts: Facts, shown: Shown) -> Iterator[EvidenceRow]:
    answered = facts.application.fields
    for field in (*facts.item.fields, *facts.item.tolerated):
        value = answered.get(field.key)
        if field.key in _NOT_ON_PAPER or value in (None, ""):
            continue
        filed = str(shown.exchange.get(_BY_EXCHANGE.get(field.key, "")) or "")
        equal = bool(filed) and filed == str(value)
        yield EvidenceRow(
            key=f"field/{field.key}",
            label=Words(field.label_zh, field.label_en),
            entered=answer_words(field, value),
            against=said("ROW-EXCHANGE", what=filed) if filed else said("ROW-ON-PAPER"),
            source="machine" if equal else "person",
            paper=first_of(facts, (*_SHOWN_BY.get(field.key, ()), "M01", *sorted(facts.materials))),
        )


def _signed(facts: Facts, shown: Shown) -> Iterator[EvidenceRow]:
    """Ask who signed the application, where it was not all of them on the applicants' screen."""
    if "M01" not in facts.materials:
        return
    waiting = unsigned(facts.application, shown.signed)
    on_screen = bool(shown.signed) and not waiting
    yield EvidenceRow(
        key="signed",
        label=said("ROW-SIGNED"),
        entered=plain(names(facts.application.parties)),
        against=said("ROW-ON-SCREEN") if on_screen else said("ROW-ON-PAPER"),
        source="machine" if on_screen else "person",
        paper="M01",
    )
