"""An application in words, for reviewing and for the case's page; identity numbers masked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.words import (
    code_word,
    item_name,
    language,
    material_name,
    party_word,
    stage_word,
)
from desk.workflow.application import Delivery, Party
from desk.workflow.queries.cases import CaseView, MaterialRow
from desk.workflow.rules.bundles import Member
from forms.catalogue import delivered
from forms.checks.identity import masked_number
from forms.checks.unit_code import is_unit_code, parse_unit_code
from forms.fields import Field

MARKS = {"present": "✓", "deferred": "◐", "missing": "○"}


def application_text(view: CaseView) -> str:
    """Say an application: units, people, business, materials."""
    return "\n".join(_lines(view))


def bundle_text(members: Sequence[Member]) -> str:
    """Say with which cases one is entered; nothing where it stands alone."""
    behind = QCoreApplication.translate("application", "in the register as {0} leaves it")
    lines = []
    for place, member in enumerate(members, start=1):
        line = f"{place}  {member.case_no}  {item_name(member.item)}  {stage_word(member.state)}"
        before = [one.case_no for one in members[: place - 1] if not one.entered]
        lines.append(f"{line}  · {behind.format(before[-1])}" if before else line)
    title = QCoreApplication.translate("application", "A bundle, entered at once in this order:")
    return "\n".join([title, *lines]) if lines else ""


def _lines(view: CaseView) -> Iterator[str]:
    translate = QCoreApplication.translate
    application = view.application
    if application is None:
        yield translate("application", "Not accepted yet.")
        return
    for code in application.units:
        yield parse_unit_code(code).display if is_unit_code(code) else code
    yield view.row.location
    yield ""
    for party in application.parties:
        yield _party(party)
    yield ""
    if application.reason:
        yield translate("application", "Reason: {0}").format(application.reason)
    if application.co_ownership:
        yield code_word("co_ownership", application.co_ownership)
    for key, value in application.fields.items():
        yield _answer(application.item, key, value)
    yield from _delivery(application.delivery)
    yield ""
    for material in view.materials:
        yield _material(material)


def _party(party: Party) -> str:
    share = f"  {party.share}" if party.share else ""
    number = masked_number(party.id_number)
    return f"{party_word(party.role)}  {party.name}  {number}{share}"


def _delivery(wanted: Delivery | None) -> Iterator[str]:
    if wanted is None:
        return
    said = QCoreApplication.translate("application", "Handed out: {0}")
    parts = (code_word("issue_method", wanted.way), wanted.receiver, wanted.phone, wanted.address)
    yield said.format("  ".join(part for part in parts if part))


def _answer(item: str, key: str, value: object) -> str:
    """Say a field by its label, and its value as the form showed it."""
    for field in delivered().items[item].fields:
        if field.key == key:
            label = field.label_zh if language() == "zh" else field.label_en
            return f"{label}: {_value(field, value)}"
    return f"{key}: {value}"


def _value(field: Field, value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else "—"
    if isinstance(value, list | tuple):
        return "、".join(_value(field, one) for one in value)
    for choice in field.choices:
        if choice.code == value:
            return choice.zh if language() == "zh" else choice.en
    return str(value)


def _material(row: MaterialRow) -> str:
    return f"{MARKS[row.state]} {row.code}  {material_name(row.code)}"
