"""For each rule of the catalogue what it stops and what it lets pass, told as at the counter.

`words` are what the sentence must name in both languages: the court, the number, until when, and
what can be done now – the key or the paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from desk.workflow.errors import Finding
from desk.workflow.facts import Facts, Stage, UnitFacts
from desk.workflow.rules import check
from desk.workflow.rules.bundles import in_order
from desk.workflow.rules.daily import limit_used
from desk.workflow.rules.desk import may_print
from forms.catalogue import delivered
from tests.workflow.rules.builders import (
    BANK,
    COURT,
    COURT_ORGAN,
    DEVELOPER,
    LI,
    NOW,
    TODAY,
    WANG,
    ZHANG,
    facts,
    later,
    mortgage,
    notice,
    open_case,
    owned,
    party,
    right,
    seizure,
    unit,
)

Asked = Facts | Sequence[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleStory:
    """One story stopped – or asked, or told –, one that passes."""

    stopped: str
    when_stopped: Asked
    passes: str
    when_passed: Asked
    words: tuple[str, ...]


def said(asked: Asked, code: str) -> list[Finding]:
    """Return what a rule says to a story."""
    found = check(asked) if isinstance(asked, Facts) else asked
    return [finding for finding in found if finding.code == code]


def with_(place: UnitFacts, **more: object) -> UnitFacts:
    return replace(place, **more)  # type: ignore[arg-type]


def share_sold(share: str) -> Facts:
    halves = unit(
        owned(
            replace(ZHANG, share=Fraction(1, 2)),
            replace(LI, share=Fraction(1, 2)),
            co_ownership="shares",
        )
    )
    giver = party("obligor", ZHANG, "1/2")
    taker = {"an outsider": WANG, "a co-owner": LI}[share]
    fields = {"price": "1.00"}
    return facts("LY013", halves, giver, party("holder", taker), fields=fields)


LOAN = {"amount": "300000.00", "from": "2024-05-20", "to": "2044-05-19"}
ORDER = {"authority": COURT, "document_no": "(2024)吉0402执1号", "from": "2024-05-20"}
HOME = unit(owned(ZHANG))
SEIZED = unit(owned(ZHANG), seizure())
JOINT = unit(owned(ZHANG, LI))
RESTRICTED = mortgage(transfer_restricted=True)
BOUGHT = notice(LI, "1")
SITE = mortgage(kind="construction")
MAXIMUM, FIXED = mortgage(kind="maximum"), mortgage(kind="maximum", crystallised=True)
OBJECTION = right("97", WANG, since=date(2024, 5, 6), matter="出资人有误")
LAPSED = right("97", WANG, since=date(2024, 4, 1), matter="出资人有误")
HABITATION = right("92", WANG, to="2040-01-01")
GIVER, TAKER, OWNER = party("obligor", ZHANG), party("holder", LI), party("holder", ZHANG)
ORGAN = party("organ", COURT_ORGAN)
ENTRY = Stage.REGISTRATION
SEIZED_WORDS = (COURT, "(2023)吉0402执保31号", "2026-02-28")
CATALOGUE = delivered()


def mortgaging(place: UnitFacts, item: str = "LY040", **more: object) -> Facts:
    values: dict[str, object] = {"fields": LOAN, **more}
    return facts(item, place, GIVER, party("holder", BANK), **values)  # type: ignore[arg-type]


def seizing(place: UnitFacts, to: str = "2027-05-19", **more: object) -> Facts:
    return facts("LY058", place, ORGAN, reason="查封", fields={**ORDER, "to": to}, **more)  # type: ignore[arg-type]


def releasing(authority: str) -> Facts:
    held = seizure()
    fields = {"authority": authority, "document_no": "(2024)吉0402执解2号"}
    return facts("LY059", unit(owned(ZHANG), held), ORGAN, acts_on=held, fields=fields)


def objecting(without: Sequence[str] = (), *before: object) -> Facts:
    place = unit(owned(ZHANG), *before)  # type: ignore[arg-type]
    fields = {"matter": "出资人有误"}
    return facts("LY056", place, party("holder", WANG), fields=fields, without=without)


def changing(item: str, place: UnitFacts, **more: object) -> Facts:
    return facts(item, place, OWNER, **more)  # type: ignore[arg-type]


def converting(day: date) -> Facts:
    place = unit(owned(DEVELOPER, since=day), BOUGHT)
    return facts("LY053", place, party("obligor", DEVELOPER), TAKER, acts_on=BOUGHT)


def sheet(serial: str, *, in_stock: bool) -> Sequence[Finding]:
    return may_print(serial=serial, in_stock=in_stock, right_kind=True, window_of_sheet=3, window=3)


def used(share: str) -> Sequence[Finding]:
    told = limit_used(Fraction(share), number="2024-0000009", catalogue=CATALOGUE, day=TODAY)
    return (told,) if told else ()


def bundle(*codes: str) -> Sequence[Finding]:
    return in_order([CATALOGUE.items[code] for code in codes])


def tell(stopped: str, when: Asked, passes: str, passed: Asked, *words: str) -> RuleStory:
    return RuleStory(
        stopped=stopped, when_stopped=when, passes=passes, when_passed=passed, words=words
    )


OPENED = with_(HOME, open_cases=(open_case("LY040", later(NOW, -30)),))
OPEN_LATER = with_(HOME, open_cases=(open_case("LY040", later(NOW, 30)),))
