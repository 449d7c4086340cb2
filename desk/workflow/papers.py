"""Every paper a case gives out: its values from the case, its PDF, its row with the SHA-256."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from db.ids import new_id
from db.tables.papers import PAPERS
from desk.workflow import wording
from desk.workflow.act import Act, Case, Row
from desk.workflow.answers import ChargeLine
from desk.workflow.application import Person
from desk.workflow.clock import SHANGHAI
from desk.workflow.effects.plan import NewPaper, NewRight, Plan, UnitVersion
from desk.workflow.facts import Facts, RightFacts, UnitFacts
from desk.workflow.reading import Reading
from forms.catalogue import Catalogue
from forms.checks.dates import format_day_zh
from forms.checks.money import format_fen, in_words

Values = dict[str, Any]
_SEAL_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPaper:
    """A paper that was written: where it is kept and what its bytes hash to; none with `no paper`."""

    id: UUID | None
    sha256: str


NOT_KEPT = KeptPaper(id=None, sha256="")


def keep_paper(
    act: Act,
    kind: str,
    values: Values,
    case_id: UUID,
    *,
    certificate_id: UUID | None = None,
    serial: str | None = None,
) -> KeptPaper:
    """Write a paper and keep it with its fingerprint; the same values give the same bytes."""
    if not act.setting.keep_papers:
        return NOT_KEPT
    # Imported here: a replay without paper never loads the fonts.
    from printing.papers import render_paper

    content = render_paper(kind, values)
    kept = KeptPaper(id=new_id(), sha256=hashlib.sha256(content).hexdigest())
    row = {
        "id": kept.id,
        "kind": kind,
        "case_id": case_id,
        "certificate_id": certificate_id,
        "serial": serial,
        "values": values,
        "sha256": kept.sha256,
        "content": content,
        **act.stamp,
    }
    act.write(insert(PAPERS), [row])
    return kept


def keep_receipt(
    act: Act, reading: Reading, case_id: UUID, number: str, due: datetime
) -> KeptPaper:
    """Write the receipt of acceptance 受理凭证."""
    return keep_paper(act, "receipt", _receipt(act, reading, number, due), case_id)


def keep_notice(act: Act, case: Case, reason: str, missing: Iterable[str]) -> KeptPaper:
    """Write the one-time notice 一次性告知 of all that is missing."""
    return keep_paper(act, "notice", _notice(act, case, reason, missing), case.case_id)


def keep_fee_slip(act: Act, reading: Reading, lines: Sequence[ChargeLine]) -> KeptPaper:
    """Write the slip of fee and taxes."""
    case = reading.facts.case
    return (
        keep_paper(act, "fee_slip", _fee_slip(act, reading, lines), case.id) if case else NOT_KEPT
    )


def keep_refusal_notice(act: Act, reading: Reading, opinion: str, ground: str | None) -> KeptPaper:
    """Write the refusal 不予登记告知 with its ground (条例 22)."""
    case = reading.facts.case
    if case is None:
        return NOT_KEPT
    return keep_paper(act, "refusal", _refusal(act, reading, opinion, ground), case.id)


def keep_certificate(act: Act, certificate: Row, serial: str) -> KeptPaper:
    """Write a certificate or proof on its sheet; its values were fixed at registration."""
    return keep_paper(
        act,
        certificate["kind"],
        {**certificate["values"], "serial": serial},
        certificate["case_id"],
        certificate_id=certificate["id"],
        serial=serial,
    )


def certificate_values(act: Act, facts: Facts, plan: Plan, paper: NewPaper, number: str) -> Values:
    """Return what a certificate or proof says of the first of its rights, as entered."""
    rights = {right.id: right for right in plan.rights}
    shown = [_as_entered(rights, facts, right_id) for right_id in paper.right_ids]
    first = shown[0]
    unit = _unit_after(facts, plan, first.unit_code)
    holders = first.holders
    if paper.holder_ord is not None:
        holders = (holders[paper.holder_ord],)
    common: Values = {
        "number": number,
        "authority": act.setting.centre.authority,
        "day": act.day.isoformat(),
        "unit_code": _codes([right.unit_code for right in shown]),
        "location": unit.location,
        "holders": wording.names(holders),
        "notes": list(paper.notes),
        "qr": _qr(act, number, first.unit_code),
        "rehearsal": act.setting.centre.rehearsal,
    }
    catalogue = facts.catalogue
    if paper.kind == "proof":
        return common | _proof(facts, first, catalogue)
    return common | _certificate(first, unit, paper, catalogue)


def _certificate(right: NewRight, unit: UnitFacts, paper: NewPaper, catalogue: Catalogue) -> Values:
    other = wording.other_facts(unit)
    if paper.holder_ord is not None:
        other = f"持证人：{right.holders[paper.holder_ord].name}\n{other}"
    return {
        "co_ownership": wording.co_ownership(right.co_ownership, right.holders),
        "right_type": wording.right_type(right.type, catalogue),
        "right_nature": unit.land_right_nature or "/",
        "usage": wording.usage(unit.usage, catalogue),
        "area": wording.area(unit),
        "term": wording.term(unit),
        "other": other,
    }


def _proof(facts: Facts, right: NewRight, catalogue: Catalogue) -> Values:
    return {
        "matter": wording.proved(right, catalogue),
        "obligors": wording.names(_owners(facts, right.unit_code)) or "/",
        "other": wording.other_of_right(right, catalogue),
    }


def _owners(facts: Facts, code: str) -> Sequence[Person]:
    named = facts.application.of("obligor")
    if named:
        return named
    owned = next((unit.ownership for unit in facts.units if unit.code == code), None)
    return owned.holders if owned else ()


def _as_entered(rights: Mapping[UUID, NewRight], facts: Facts, right_id: UUID) -> NewRight:
    """Return a right of the plan, or one that stands already and gets a new paper."""
    if right_id in rights:
        return rights[right_id]
    standing = next(
        right
        for right in (*facts.acted, *(right for unit in facts.units for right in unit.rights))
        if right.id == right_id
    )
    return _renewed(standing, facts)


def _renewed(right: RightFacts, facts: Facts) -> NewRight:
    return NewRight(
        id=right.id,
        unit_code=right.unit_code,
        type=right.type,
        holders=right.holders,
        co_ownership=right.co_ownership,
        fields=right.fields,
        reason=facts.application.reason,
        registration_type=facts.item.registration_type,
        group_id=right.group_id,
    )


def _unit_after(facts: Facts, plan: Plan, code: str) -> UnitFacts | UnitVersion:
    changed = next((unit for unit in plan.units if unit.code == code), None)
    known = (*facts.units, *facts.parcels.values())
    return changed or next((unit for unit in known if unit.code == code), facts.units[0])


def _codes(codes: Iterable[str]) -> str:
    return "、".join(
        " ".join((code[:6], code[6:12], code[12:19], code[19:])) for code in dict.fromkeys(codes)
    )


def _qr(act: Act, number: str, code: str) -> str:
    """Return the content of the QR code, sealed with the centre's key."""
    said = f"{number}|{code}|{act.day.isoformat()}"
    key = bytes.fromhex(act.setting.seal_key)
    seal = hmac.new(key, said.encode(), hashlib.sha256).hexdigest()[:_SEAL_LENGTH]
    return f"{said}|{seal}"


def _receipt(act: Act, reading: Reading, number: str, due: datetime) -> Values:
    facts = reading.facts
    materials = facts.catalogue.materials
    return {
        **_head(act, facts.item.name, number),
        "applicants": wording.names(facts.application.parties),
        "units": [{"code": _codes([u.code]), "location": u.location} for u in facts.units],
        "materials": [materials[c].zh for c in sorted(facts.materials) if c in materials],
        "due": _minute(due),
        "clerk": act.actor,
    }


def _notice(act: Act, case: Case, reason: str, missing: Iterable[str]) -> Values:
    materials = act.setting.catalogue.materials
    item = act.setting.catalogue.items.get(case.item_code or "")
    return {
        **_head(act, item.name if item else "—", "—"),
        "reason": reason,
        "missing": [materials[code].zh if code in materials else code for code in missing],
    }


def _fee_slip(act: Act, reading: Reading, lines: Sequence[ChargeLine]) -> Values:
    facts = reading.facts
    total = sum(line.amount for line in lines)
    number = facts.case.case_no if facts.case else None
    return {
        **_head(act, facts.item.name, number or "—"),
        "payers": wording.names(facts.application.of("holder")),
        "lines": [
            {
                "line": line.line,
                "what": line.what,
                "amount": format_fen(line.amount),
                "basis": line.basis,
                "source": line.source,
            }
            for line in lines
        ],
        "total": format_fen(total),
        "total_in_words": in_words(total),
    }


def _refusal(act: Act, reading: Reading, opinion: str, ground: str | None) -> Values:
    facts = reading.facts
    number = facts.case.case_no if facts.case else None
    return {
        **_head(act, facts.item.name, number or "—"),
        "applicants": wording.names(facts.application.parties),
        "ground": facts.catalogue.codes["refusal_ground"].zh(ground) if ground else "—",
        "opinion": opinion,
    }


def _head(act: Act, item: str, number: str) -> Values:
    return {
        "case_no": number,
        "item": item,
        "centre": act.setting.centre_name,
        "authority": act.setting.centre.authority,
        "day": format_day_zh(act.day),
        "at": _minute(act.now),
        "rehearsal": act.setting.centre.rehearsal,
    }


def _minute(at: datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
