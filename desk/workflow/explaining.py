"""Why? What can and can't be done now with a unit or a case, and what stands in the way."""

from datetime import datetime

from desk.workflow.reader import Reader
from desk.workflow.receipt_numbers import receipt_number
from desk.workflow.why.cases import case_lines
from desk.workflow.why.receipts import receipt_lines
from desk.workflow.why.units import unit_lines
from forms.checks.unit_code import is_unit_code, parse_unit_code


def explained(reader: Reader, what: str, now: datetime, language: str) -> list[str] | None:
    """Return the lines about a unit code, a receipt for papers or a case; nothing if unknown."""
    if is_unit_code(what):
        return unit_lines(reader, parse_unit_code(what).text, now, language)
    number = receipt_number(what)
    given = receipt_lines(reader, number, now, language) if number else None
    return given or case_lines(reader, what, now, language)
