"""领证方式: what an application says of how its papers are to be handed out."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from desk.workflow.application import Application, Delivery, Party
from desk.workflow.errors import Code, Fact, Finding, Level
from forms.checks import Refused
from forms.checks.phone import check_phone

TAKERS = ("holder", "agent", "guardian", "organ")
COUNTER: Final = "counter"
EXPRESS: Final = "express"
SENT = ("receiver", "phone", "address")
"""What must be known before papers leave the house."""


def takers(application: Application) -> tuple[Party, ...]:
    """Return who may receive the papers: holders, then those who act for them, then organs."""
    return tuple(party for role in TAKERS for party in application.of(role))  # type: ignore[arg-type]


def delivery_findings(application: Application, wanted: Delivery | None) -> Iterator[Finding]:
    """D-FORM for what is missing or wrong of a delivery, R53 for a receiver who may not take."""
    if wanted is None or wanted.way == COUNTER:
        return
    for name in SENT:
        if not getattr(wanted, name).strip():
            yield _wrong(name, "V-REQUIRED")
    if wanted.phone.strip():
        try:
            check_phone(wanted.phone)
        except Refused as refusal:
            yield _wrong("phone", refusal.code, refusal.facts)
    known = {party.name for party in takers(application)}
    known.add(str(application.fields.get("authority")))
    if wanted.receiver.strip() and wanted.receiver not in known:
        yield Finding(
            code="R53",
            level=Level.BLOCK,
            facts={"name": wanted.receiver},
            field="delivery/receiver",
        )


def _wrong(name: str, problem: str, facts: Mapping[str, Any] | None = None) -> Finding:
    told: dict[str, Fact] = {key: str(value) for key, value in (facts or {}).items()}
    return Finding(
        code=Code.FORM,
        level=Level.BLOCK,
        facts={**told, "problem": problem},
        field=f"delivery/{name}",
    )
