"""Rules of procedure: open cases, their order, announcements, taxes, terms, site visits."""

from collections.abc import Iterator
from datetime import date

from desk.workflow.errors import Fact, Finding
from desk.workflow.facts import Facts, OpenCase, Stage, UnitFacts
from desk.workflow.readings.kinds import AT_ONCE, is_dwelling, is_granted, show, text, use_in_words
from desk.workflow.rules.asking import found, rule
from desk.workflow.rules.lapse import local_day
from forms.checks.money import format_fen

_YEARS = (
    (("住宅",), "years_residential"),
    (("工业", "仓储", "工矿"), "years_industrial"),
    (("教育", "科研", "文化", "卫生", "体育"), "years_education"),
    (("商", "旅游", "娱乐", "餐饮", "旅馆"), "years_commercial"),
)


@rule("R07", Stage.ACCEPTANCE, everywhere=True)
def one_open_case(facts: Facts) -> Iterator[Finding]:
    """Refuse a second open case on a unit; orders and objections go beside any (登记实务)."""
    if facts.item.act in AT_ONCE:
        return
    for unit in facts.units:
        for case in unit.open_cases:
            if facts.catalogue.items[case.item].act not in AT_ONCE:
                yield found(facts, "R07", unit=show(unit.code), about=_says(facts, case))


@rule("R49", Stage.REGISTRATION, everywhere=True)
def first_come(facts: Facts) -> Iterator[Finding]:
    """Refuse the entry before an earlier case on the same unit is done (重庆条例 44)."""
    since = facts.case.accepted_at if facts.case else None
    if facts.item.act in AT_ONCE or since is None:
        return
    for unit in facts.units:
        for case in unit.open_cases:
            if case.accepted_at < since:
                yield found(facts, "R49", unit=show(unit.code), about=_says(facts, case))


def _says(facts: Facts, case: OpenCase) -> dict[str, Fact]:
    item = facts.catalogue.items[case.item]
    return {"number": case.case_no or "—", "item_zh": item.name, "item_en": item.name_en}


@rule("R33", Stage.REGISTRATION, everywhere=True)
def announced(facts: Facts) -> Iterator[Finding]:
    """Refuse the entry before the announcement has run its working days (细则 17)."""
    needed = facts.item.announcement
    if needed is None or facts.item.act == "replace_paper":
        return  # the statement of loss is R46
    published = facts.case.announced_at if facts.case else None
    if published is None:
        yield found(facts, "R33", "none", days=needed.days)
        return
    last = facts.calendar.add_working_days(local_day(published), needed.days)
    if facts.day <= last:
        yield found(
            facts,
            "R33",
            days=needed.days,
            since=local_day(published).isoformat(),
            until=last.isoformat(),
        )


@rule("R40", Stage.REGISTRATION)
def deed_tax_first(facts: Facts) -> Iterator[Finding]:
    """Refuse the entry until the deed tax is paid or an exemption is recorded (契税法 11)."""
    if facts.case is None or not facts.case.tax_settled:
        yield found(facts, "R40", open=format_fen(facts.case.tax_open if facts.case else 0))


@rule("R29", Stage.REVIEW, everywhere=True)
def site_visit(facts: Facts) -> Iterator[Finding]:
    """Remind of the visit to the site (条例 19); a waiver or an expropriation needs none."""
    lost = facts.item.act != "cancel_ownership" or "灭失" in facts.application.reason
    if facts.item.site_visit and lost:
        for unit in facts.units:
            yield found(facts, "R29", unit=show(unit.code), location=unit.location)


@rule("R47", Stage.REGISTRATION)
def term_of_the_land(facts: Facts) -> Iterator[Finding]:
    """Refuse a term of granted land beyond what its use allows (出让转让暂行条例 12)."""
    for unit in facts.units:
        term = _term(facts)
        if term is None or not _is_granted(facts, unit):
            continue
        first, last = term
        years = _years_allowed(facts, unit)
        if last > _years_on(first, years):
            yield found(
                facts,
                "R47",
                unit=show(unit.code),
                to=last.isoformat(),
                years=years,
                usage=use_in_words(unit.usage, facts.catalogue),
            )


def _term(facts: Facts) -> tuple[date, date] | None:
    fields = facts.application.fields
    last = text(fields.get("to")) or text(fields.get("land_term_to"))
    if not last:
        return None
    first = text(fields.get("from")) or text(fields.get("contract_date")) or facts.day.isoformat()
    return date.fromisoformat(first), date.fromisoformat(last)


def _is_granted(facts: Facts, unit: UnitFacts) -> bool:
    if facts.application.reason in facts.item.reasons:
        return is_granted(facts.application.reason)
    nature = text(facts.application.fields.get("land_right_nature")) or unit.land_right_nature
    return is_granted(nature)


def _years_allowed(facts: Facts, unit: UnitFacts) -> int:
    words = use_in_words(unit.usage, facts.catalogue)
    parameter = "years_other"
    if is_dwelling(unit.usage, facts.catalogue):
        parameter = "years_residential"
    else:
        for uses, name in _YEARS:
            if any(use in words for use in uses):
                parameter = name
                break
    return int(facts.catalogue.rules["R47"].parameter(parameter, facts.day))


def _years_on(first: date, years: int) -> date:
    try:
        return first.replace(year=first.year + years)
    except ValueError:  # 29 February
        return first.replace(year=first.year + years, day=28)
