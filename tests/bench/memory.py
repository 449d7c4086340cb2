"""U-36: how much memory the program takes after very many cases."""

from pathlib import Path

from PySide6.QtCore import Qt

from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.office import Office
from desk.workflow.application import Person
from tests.bench.opening import opened_copy, settle
from tests.bench.table import Figure
from tests.windows.reference_sale import BUYERS, SALE, houses_of

CASES, EACH = 300, 100
STATM = Path("/proc/self/statm")
PAGE, MEGABYTE = 4_096, 1_000_000  # bytes


def resident() -> float | None:
    """Return the memory of this process in megabytes; None where the machine does not tell."""
    if not STATM.exists():
        return None
    return int(STATM.read_text(encoding="ascii").split()[1]) * PAGE / MEGABYTE


def after_cases(database: Path) -> list[float]:
    """Accept case after case; return the memory after each hundred."""
    found = []
    with opened_copy(database) as (office, window):
        homes = list(houses_of(office, owners=1))
        for number in range(1, CASES + 1):
            accept(office, window, *homes[number])
            taken = resident()
            if number % EACH == 0 and taken is not None:
                found.append(taken)
    return found


def accept(office: Office, window: MainWindow, unit: str, sellers: tuple[Person, ...]) -> None:
    """Enter a sale in C03 and accept it."""
    window.go("C03", SALE)
    screen = window.screen
    assert isinstance(screen, AcceptanceScreen)
    screen.entry.parties.take_holders(list(sellers), "obligor")
    for buyer in BUYERS:
        screen.entry.parties.take_card(buyer)
    screen.entry.codes.setText(unit)
    screen.entry.form.show_values({"price": "318000.00"})
    screen.entry.shared.choose("joint")
    for row in range(screen.entry.materials.count()):
        screen.entry.materials.item(row).setCheckState(Qt.CheckState.Checked)
    screen.look_up.trigger()
    settle(office)
    screen.accept.trigger()
    settle(office)
    if window.screen is screen:
        screen.confirm.trigger()
        settle(office)
    assert window.screen is not screen, screen.banner.text


def memory(found: list[float]) -> Figure:
    """Say what was found."""
    growth = (found[-1] / found[0]) ** (1 / (len(found) - 1)) - 1 if found else 0
    told = f"{found[-1]:.0f} MB, {growth * 100:+.1f} % per {EACH}" if found else "not told here"
    return Figure(
        goal="U-36",
        name=f"memory after {CASES} cases",
        limit=f"≤ 600 MB, ≤ +2 % per {EACH}",
        how=f"{CASES} sales entered and accepted in C03 in one process of its own",
        value=told,
    )
