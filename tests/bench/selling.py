"""U-01 to U-03, U-05, U-16: the reference sale in keys and clicks, and where the windows stop."""

from pathlib import Path

from PySide6.QtCore import Qt

from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.office import Office
from desk.workflow.application import Person
from forms.catalogue import delivered
from tests.bench.heart import Gap, beating
from tests.bench.opening import Patience, opened_copy
from tests.bench.table import Figure
from tests.windows.reference_sale import Counter, house_of, sell, sell_by_hand

KEYS = "the reference sale with simulated devices, keys counted by the program's own ledger"
FEW = 3  # gaps that are told


def keys_of_a_sale(demonstration: Path) -> list[Figure]:
    """Count keys and clicks of the reference sale, and the keys of each kind of business."""
    with opened_copy(demonstration) as (office, window):
        accepted = sell(*_waiting(office, window))
    with opened_copy(demonstration) as (office, window):
        by_hand = sell_by_hand(*_waiting(office, window))
        kinds = _keys_of_kinds(office, window)
    hand = "the same sale, reader, scanner and camera off, four people keyed with addresses"
    most = f"at most {max(kinds)}, on average {sum(kinds) / len(kinds):.1f}"
    return [
        _keys("U-01", "keys of R1", "≤ 60 (gate 80)", KEYS, f"{accepted.keys}"),
        _keys("U-02", "keys of R1 by hand", "≤ 420", hand, f"{by_hand.keys}"),
        _keys("U-03", "clicks of R1", "0", KEYS, f"{accepted.clicks}, by hand {by_hand.clicks}"),
        _keys("U-05", f"keys to each of {len(kinds)} kinds", "≤ 5", "F2, number, Enter", most),
    ]


def gaps_of_a_sale(large: Path) -> Figure:
    """Sell in a register of 100,000 units while a heart beats on the GUI thread."""
    with opened_copy(large) as (office, window):
        counter, unit, sellers = _waiting(office, window)
        with beating() as heart:
            sell(counter, unit, sellers)
    longest = sorted(heart.gaps, reverse=True)[:FEW]
    return Figure(
        goal="U-16",
        name="the GUI thread stands still in R1",
        limit="no gap > 100 ms",
        how="a beat every 10 ms from the call of the number to C10, 100,000 units; after the"
        " sign-in the screens were made between the keys",
        value="longest " + ", ".join(_told(gap) for gap in longest),
    )


def _waiting(office: Office, window: MainWindow) -> tuple[Counter, str, tuple[Person, ...]]:
    """Let two spouses wait with a number, and the clerk at the window."""
    unit, sellers = house_of(office, owners=2)
    counter = Counter(Patience(), office, window)
    counter.draw()
    return counter, unit, sellers


def _keys_of_kinds(office: Office, window: MainWindow) -> list[int]:
    ledger, found = Counter(Patience(), office, window).ledger, []
    for item in delivered().items.values():
        ledger.restart()
        ledger.press(Qt.Key.Key_F2)
        ledger.type(str(item.no))
        ledger.press(Qt.Key.Key_Return)
        found.append(ledger.keys)
    return found


def _keys(goal: str, name: str, limit: str, how: str, value: str) -> Figure:
    return Figure(goal=goal, name=name, limit=limit, how=how, value=value)


def _told(gap: Gap) -> str:
    return f"{gap.length:.0f} ms ({gap.worked:.0f} ms of work)"
