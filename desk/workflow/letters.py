"""What the papers of a case say beside certificates: receipt, notices, refusals, fee slip."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desk.workflow.act import Act, Case, Row
from desk.workflow.answers import ChargeLine
from desk.workflow.application import Delivery
from desk.workflow.clock import SHANGHAI
from desk.workflow.facts import Facts
from desk.workflow.scanned import slip_code
from forms.catalogue import Catalogue
from forms.checks.dates import format_day_zh
from forms.checks.money import format_fen, in_words
from forms.clauses import said
from forms.messages import message
from forms.tables import Material
from printing.wording import holders_line, unit_line

Values = dict[str, Any]
SUPPLEMENT, DEFERRED, PROMISED = "supplement", "deferred", "promised"
UNKNOWN = "——"
MOST_ON_A_LABEL = 24  # characters of the first name; the folder is found by its number
_SENT = (("certificate", "不动产权证书", "本"), ("proof", "不动产登记证明", "份"))
_LINE_NAMES = {"fee": "登记费", "copies": "证书工本费", "deed_tax": "契税"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a one-time notice tells: each missing paper with its way, until when, and whom."""

    ways: Mapping[str, str]
    until: date | None = None
    names: tuple[str, ...] = ()


def receipt(act: Act, facts: Facts, number: str, due: datetime) -> Values:
    """Return the values of a receipt of acceptance."""
    return {
        **head(act, facts.item.name, number),
        "applicants": applicants(facts),
        "location": location(facts),
        "units": units(facts),
        "accepted_at": minute(act.now),
        "window": f"{act.window}号窗口" if act.window is not None else UNKNOWN,
        "clerk": act.person_name,
        "promise": _promise(facts, due),
        "materials": materials(facts.catalogue, sorted(facts.materials)),
    }


def label(facts: Facts, number: str) -> Values:
    """Return the values of the label on the case's folder."""
    names = [party.name for party in facts.application.parties]
    others = f"等{len(names)}人" if len(names) > 1 else ""
    return {
        "case_no": number,
        "item": facts.item.name,
        "applicants": f"{names[0][:MOST_ON_A_LABEL]}{others}" if names else UNKNOWN,
        "unit": units(facts),
        "rehearsal": facts.centre.rehearsal,
    }


def express_label(act: Act, facts: Facts, wanted: Delivery, papers: Mapping[str, int]) -> Values:
    """Return the values of the label of a parcel."""
    parts = [f"{name} {papers[kind]} {unit}" for kind, name, unit in _SENT if papers.get(kind)]
    return {
        "centre": act.setting.centre_name,
        "case_no": (facts.case.case_no if facts.case else None) or UNKNOWN,
        "receiver": wanted.receiver,
        "phone": wanted.phone,
        "address": wanted.address,
        "content": "，".join(parts) or "登记文书",
        "day": format_day_zh(act.day),
        "rehearsal": facts.centre.rehearsal,
    }


def missing(act: Act, case: Case, ticket: str, told: Told) -> Values:
    """Return the values of a one-time notice."""
    materials, codes = act.setting.catalogue.materials, list(told.ways)
    assured = [str(n) for n, code in enumerate(codes, 1) if told.ways[code] == PROMISED]
    return {
        **head(act, _item_name(act, case), ticket),
        "slip": slip_code(case.case_id),
        "applicants": holders_line(list(told.names)) or "申请人",
        "basis": act.item(case).legal_basis,
        "missing": [
            _missing_row(n, materials[code], told.ways[code], told.until)
            for n, code in enumerate(codes, 1)
        ],
        "assured": message("WAY-ASSURED", "zh", places="、".join(assured)) if assured else "",
        "clerk": act.person_name,
    }


def not_accepted(act: Act, case: Case, ticket: str, reason: str, codes: Iterable[str]) -> Values:
    """Return the values of a refusal of acceptance."""
    return {
        **head(act, _item_name(act, case), ticket),
        "applicants": "申请人",
        "missing": materials(act.setting.catalogue, codes),
        "clerk": act.person_name,
        "reason": reason,
    }


def fee_slip(act: Act, facts: Facts, lines: Sequence[ChargeLine]) -> Values:
    """Return the values of a fee slip, every amount with how it came about."""
    total = sum(line.amount for line in lines)
    payers = facts.application.of("holder") or facts.application.parties
    return {
        **head(act, facts.item.name, case_number(facts)),
        "payer": holders_line([party.name for party in payers]) or UNKNOWN,
        "location": location(facts),
        "lines": [
            [
                _LINE_NAMES.get(line.line, line.line),
                said(line.basis, "zh"),
                line.source,
                format_fen(line.amount),
            ]
            for line in lines
        ],
        "total": format_fen(total),
        "total_words": in_words(total),
    }


def refund_slip(act: Act, facts: Facts, refund: Row, taken: Iterable[Row]) -> Values:
    """Return the values of a refund slip: what was paid, why and how it goes back."""
    methods = facts.catalogue.codes["payment_method"]
    payers = facts.application.of("holder") or facts.application.parties
    return {
        **head(act, facts.item.name, case_number(facts)),
        "payee": holders_line([party.name for party in payers]) or UNKNOWN,
        "location": location(facts),
        "lines": [
            [
                minute(payment["at"]),
                methods.zh(payment["method"]),
                payment["voucher"] or UNKNOWN,
                format_fen(payment["amount"]),
            ]
            for payment in taken
        ],
        "why": message(f"REFUND-{refund['reason']}", "zh"),
        "method": methods.zh(refund["method"]),
        "voucher": refund["voucher"] or UNKNOWN,
        "amount": format_fen(refund["amount"]),
        "amount_words": in_words(refund["amount"]),
        "tax_note": message("REFUND-TAX", "zh"),
        "clerk": act.person_name,
    }


def refusal(act: Act, facts: Facts, opinion: str, ground: str) -> Values:
    """Return the values of a refusal of registration."""
    return {
        **head(act, facts.item.name, case_number(facts)),
        "applicants": applicants(facts),
        "location": location(facts),
        "facts": opinion,
        "ground": facts.catalogue.codes["refusal_ground"].zh(ground),
        "materials": materials(facts.catalogue, sorted(facts.materials)),
        "authority": act.setting.centre.authority,
    }


def applicants(facts: Facts) -> str:
    """Return everybody who applies."""
    names = [party.name for party in facts.application.parties]
    return holders_line(list(dict.fromkeys(names))) or UNKNOWN


def location(facts: Facts) -> str:
    """Return where the units are: the first, and how many in all."""
    found = [unit.location for unit in facts.units]
    return f"{found[0]}等{len(found)}处" if len(found) > 1 else (found or [UNKNOWN])[0]


def units(facts: Facts) -> str:
    """Return the unit codes: the first in its groups, and how many in all."""
    return unit_codes([unit.code for unit in facts.units])


def unit_codes(codes: Sequence[str]) -> str:
    """Return one code in its groups; of several the first and how many there are."""
    if not codes:
        return UNKNOWN
    first = unit_line(codes[0])
    return f"{first}等{len(codes)}个" if len(codes) > 1 else first


def case_number(facts: Facts) -> str:
    """Return the number of the case."""
    return (facts.case.case_no if facts.case else None) or UNKNOWN


def minute(at: datetime) -> str:
    """Write an instant by the centre's clock, to the minute."""
    local = at.astimezone(SHANGHAI)
    return f"{format_day_zh(local.date())} {local:%H:%M}"


def materials(catalogue: Catalogue, codes: Iterable[str]) -> list[list[str]]:
    """Return materials as papers list them: number, name, form."""
    known = (catalogue.materials[code] for code in codes if code in catalogue.materials)
    return [[str(n), paper.zh, paper.form] for n, paper in enumerate(known, start=1)]


def head(act: Act, item: str, number: str) -> Values:
    """Return what stands at the head of every paper of a case."""
    return {
        "centre": act.setting.centre_name,
        "case_no": number,
        "item": item,
        "day": format_day_zh(act.day),
        "rehearsal": act.setting.centre.rehearsal,
    }


def _promise(facts: Facts, due: datetime) -> str:
    limit = facts.item.committed
    if limit.unit == "working_days":
        return f"{format_day_zh(due.astimezone(SHANGHAI).date())}前（{limit.value}个工作日）"
    return f"{minute(due)}前（{limit.value}分钟）"


def _missing_row(n: int, paper: Material, way: str, until: date | None) -> list[str]:
    how = "；".join(part for part in (paper.form, paper.note) if part)
    limit = UNKNOWN if way == PROMISED or until is None else f"{format_day_zh(until)}前"
    return [str(n), paper.zh, how, message(f"WAY-{way}", "zh"), limit]


def _item_name(act: Act, case: Case) -> str:
    item = act.setting.catalogue.items.get(case.item_code or "")
    return item.name if item else UNKNOWN
