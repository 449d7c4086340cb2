"""How findings become a refusal, a question, or words that are kept with the case."""

from collections.abc import Iterable, Mapping, Sequence

from desk.workflow.acted import needs_right
from desk.workflow.application import Application
from desk.workflow.delivery import delivery_findings
from desk.workflow.errors import Code, DeskError, Finding, Level, NeedsConfirmation
from desk.workflow.facts import Facts
from desk.workflow.reading import Reading
from desk.workflow.rules import check
from desk.workflow.rules.seizures import awaits_entry
from forms.catalogue import Item
from forms.checks import Refused
from forms.checks.names import clean_name
from forms.checks.unit_code import is_unit_code, parse_unit_code
from forms.schema import check_fields
from printing.typefaces import unprintable


def judge(findings: Iterable[Finding], confirmed: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return what may stand; what refuses refuses as a whole, then what is not confirmed asks."""
    said = tuple(findings)
    blocks = tuple(finding for finding in said if finding.level is Level.BLOCK)
    if blocks:
        raise DeskError(blocks)
    open_questions = tuple(
        finding
        for finding in said
        if finding.level is Level.CONFIRM and finding.code not in set(confirmed)
    )
    if open_questions:
        raise NeedsConfirmation(open_questions)
    return said


def judge_application(reading: Reading) -> tuple[Finding, ...]:
    """Judge an application as a whole: the form, what is unknown, every rule, all at once."""
    return judge(application_findings(reading), reading.facts.application.confirmed)


def application_findings(reading: Reading) -> tuple[Finding, ...]:
    """Return all there is to say about an application, whatever follows from it."""
    facts = reading.facts
    return (
        *form_findings(facts.item, facts.application),
        *_unknown_papers(facts),
        *unknown_findings(reading),
        *check(facts),
    )


def judge_again(reading: Reading) -> tuple[Finding, ...]:
    """Judge a case at a later stage; what was confirmed at acceptance stays confirmed."""
    return judge(check(reading.facts), reading.facts.application.confirmed)


def form_findings(item: Item, application: Application) -> tuple[Finding, ...]:
    """Return D-FORM for every field, side or name that is missing or wrong."""
    found = [
        _wrong(problem.field, problem.code, problem.facts)
        for problem in check_fields(item, application.fields)
    ]
    if not application.units:
        found.append(_wrong("units", "V-REQUIRED"))
    if needs_right(item) and not application.right:
        found.append(_wrong("right", "V-REQUIRED"))
    for side in item.applicants:
        there = sum(party.role == side.role for party in application.parties)
        if there < side.min:
            found.append(_wrong("parties", "V-REQUIRED"))
    for place, party in enumerate(application.parties):
        try:
            clean_name(party.name)
        except Refused as refusal:
            found.append(_wrong(f"parties/{place}/name", refusal.code, refusal.facts))
        found += (
            _unprintable(f"parties/{place}/name", character)
            for character in unprintable(party.name)
        )
    return (*found, *delivery_findings(application, application.delivery))


def _unknown_papers(facts: Facts) -> Iterable[Finding]:
    """Yield D-FORM for each code that is no paper: it would be kept and asked for by nobody."""
    for code in sorted(facts.materials - facts.catalogue.materials.keys()):
        yield _wrong("materials", "V-CHOICE", {"value": code})


def unknown_findings(reading: Reading) -> tuple[Finding, ...]:
    """Return D-UNKNOWN for each well-formed unit that is not there, and for a right not found."""
    facts = reading.facts
    order: Sequence[str] = facts.application.units
    found = [_unknown(f"units/{order.index(code)}", code) for code in facts.missing_units]
    if not reading.right_found and not awaits_entry(facts):  # R44 says why it cannot be released
        found.append(_unknown("right", str(facts.application.right)))
    return tuple(found)


def tidy_units(codes: Iterable[str]) -> tuple[str, ...]:
    """Return unit codes as the register writes them; a malformed one stays as it was typed."""
    return tuple(parse_unit_code(code).text if is_unit_code(code) else code for code in codes)


def _wrong(field: str, problem: str, facts: Mapping[str, object] | None = None) -> Finding:
    """Return D-FORM with what is wrong, so that a window can say it beside the field."""
    told = {name: str(value) for name, value in (facts or {}).items()}
    return Finding(
        code=Code.FORM, level=Level.BLOCK, facts={**told, "problem": problem}, field=field
    )


def _unprintable(field: str, character: str) -> Finding:
    facts = {"variant": "unprintable", "character": character, "point": f"{ord(character):04X}"}
    return Finding(code=Code.FORM, level=Level.BLOCK, facts=facts, field=field)


def _unknown(field: str, value: str) -> Finding:
    return Finding(code=Code.UNKNOWN, level=Level.BLOCK, facts={"value": value}, field=field)
