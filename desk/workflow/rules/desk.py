"""Rules that a service asks with what it alone knows: sheets, receivers, claims, withdrawals."""

from desk.workflow.application import Person
from desk.workflow.delivery import takers
from desk.workflow.errors import Finding, Level
from desk.workflow.facts import Facts
from desk.workflow.readings.people import is_among
from forms.checks.money import format_fen

_ENTERED = frozenset({"registered", "printed", "issued"})


def may_claim(accepted_by: str | None, actor: str) -> tuple[Finding, ...]:
    """R50: whoever accepted a case does not review it (操作规范 4)."""
    if accepted_by is not None and accepted_by == actor:
        return (_block("R50", person=actor),)
    return ()


def may_withdraw(state: str) -> tuple[Finding, ...]:
    """R51: after registration nothing is withdrawn, only corrected (条例 15)."""
    return (_block("R51", state=state),) if state in _ENTERED else ()


def may_print(
    *,
    serial: str,
    in_stock: bool,
    right_kind: bool,
    window_of_sheet: int | None,
    window: int | None,
) -> tuple[Finding, ...]:
    """R45: the sheet must be in hand, unused, of the right kind and drawn by this window."""
    if not in_stock:
        return (_block("R45", variant="unknown", serial=serial),)
    if not right_kind:
        return (_block("R45", variant="kind", serial=serial),)
    if window_of_sheet is not None and window_of_sheet != window:
        return (_block("R45", variant="window", serial=serial, window=window_of_sheet),)
    return ()


def fee_settled(fee_open: int) -> tuple[Finding, ...]:
    """R52: nothing is handed out before the fee is settled."""
    return (_block("R52", open=format_fen(fee_open)),) if fee_open > 0 else ()


def may_issue(facts: Facts, to: Person, fee_open: int) -> tuple[Finding, ...]:
    """R52 and R53: the fee is settled, and the receiver is a party or his agent."""
    found = list(fee_settled(fee_open))
    if not may_take(facts, to):
        found.append(_block("R53", name=to.name))
    return tuple(found)


def may_take(facts: Facts, to: Person) -> bool:
    """Tell whether somebody may fetch the papers of a case; an order's go to its organ by name."""
    authority = facts.application.fields.get("authority")
    by_name = authority is not None and to.name == authority
    return by_name or is_among(to, takers(facts.application))


def _block(code: str, **said: str | int) -> Finding:
    return Finding(code=code, level=Level.BLOCK, facts=said)
