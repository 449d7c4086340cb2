"""All screens of the desk, once: the rail, the palette and the screenshots walk this list."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.noop import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSpec:
    """A screen: its id, its name, who sees it, whether the rail lists it."""

    id: str
    text: str  # English source, translated when shown
    roles: frozenset[str] = frozenset()
    in_rail: bool = False

    @property
    def title(self) -> str:
        """Return the screen's name in the language of the screen."""
        return QCoreApplication.translate("screens", self.text)

    @property
    def away(self) -> bool:
        """Tell whether the screen works while the database is away."""
        return self.id in OFF_LINE

    def is_for(self, roles: frozenset[str]) -> bool:
        """Tell whether somebody with these roles sees the screen."""
        return not self.roles or bool(self.roles & roles)


OFF_LINE = frozenset({"C01", "C02", "C03", "C06", "S04", "S05", "S06", "D04", "D11"})
"""What they show and keep lives in the program and on this PC."""
COUNTER = frozenset({"guide", "clerk"})
CASHIERS = COUNTER | {"supervisor"}  # the supervisor gives back what a clerk took
OFFICE = frozenset({"approver", "registrar"})
POOL = OFFICE | {"supervisor"}  # who breaks a claim
SEARCHING = frozenset({"clerk", "supervisor"})
PRINTING = frozenset({"printer"})
CALIBRATING = PRINTING | {"supervisor", "admin"}
KEEPERS = frozenset({"printer", "clerk", "supervisor"})
VAULT = KEEPERS | OFFICE

SCREENS: dict[str, ScreenSpec] = {
    spec.id: spec
    for spec in (
        ScreenSpec(id="S00", text=QT_TRANSLATE_NOOP("screens", "Sign in")),
        ScreenSpec(
            id="C01",
            text=QT_TRANSLATE_NOOP("screens", "My window"),
            roles=COUNTER,
            in_rail=True,
        ),
        ScreenSpec(id="C02", text=QT_TRANSLATE_NOOP("screens", "Kind of business"), roles=COUNTER),
        ScreenSpec(
            id="C03", text=QT_TRANSLATE_NOOP("screens", "Acceptance"), roles=COUNTER, in_rail=True
        ),
        ScreenSpec(
            id="C05",
            text=QT_TRANSLATE_NOOP("screens", "Register search"),
            roles=SEARCHING,
            in_rail=True,
        ),
        ScreenSpec(id="C06", text=QT_TRANSLATE_NOOP("screens", "Papers"), roles=COUNTER),
        ScreenSpec(id="C10", text=QT_TRANSLATE_NOOP("screens", "Charges"), roles=CASHIERS),
        ScreenSpec(id="C11", text=QT_TRANSLATE_NOOP("screens", "Hand-over"), roles=COUNTER),
        ScreenSpec(
            id="B04", text=QT_TRANSLATE_NOOP("screens", "Courier"), roles=frozenset({"clerk"})
        ),
        ScreenSpec(id="A01", text=QT_TRANSLATE_NOOP("screens", "Pool"), roles=POOL, in_rail=True),
        ScreenSpec(id="A02", text=QT_TRANSLATE_NOOP("screens", "Review"), roles=OFFICE),
        ScreenSpec(
            id="A04", text=QT_TRANSLATE_NOOP("screens", "Register"), roles=OFFICE, in_rail=True
        ),
        ScreenSpec(
            id="A05",
            text=QT_TRANSLATE_NOOP("screens", "Certificates"),
            roles=PRINTING,
            in_rail=True,
        ),
        ScreenSpec(id="A06", text=QT_TRANSLATE_NOOP("screens", "Check of sheets"), roles=PRINTING),
        ScreenSpec(id="A07", text=QT_TRANSLATE_NOOP("screens", "Book of sheets"), roles=KEEPERS),
        ScreenSpec(
            id="A08", text=QT_TRANSLATE_NOOP("screens", "Printed certificates"), roles=VAULT
        ),
        ScreenSpec(id="C12", text=QT_TRANSLATE_NOOP("screens", "Cases"), in_rail=True),
        ScreenSpec(
            id="C13",
            text=QT_TRANSLATE_NOOP("screens", "My day"),
            roles=frozenset({"clerk", "approver"}),
            in_rail=True,
        ),
        ScreenSpec(id="S04", text=QT_TRANSLATE_NOOP("screens", "Messages"), in_rail=True),
        ScreenSpec(id="S05", text=QT_TRANSLATE_NOOP("screens", "Off line and sending")),
        ScreenSpec(id="S06", text=QT_TRANSLATE_NOOP("screens", "Drafts"), roles=COUNTER),
        ScreenSpec(id="V01", text=QT_TRANSLATE_NOOP("screens", "Today"), in_rail=True),
        ScreenSpec(id="D04", text=QT_TRANSLATE_NOOP("screens", "Devices")),
        ScreenSpec(
            id="D05", text=QT_TRANSLATE_NOOP("screens", "Print calibration"), roles=CALIBRATING
        ),
        ScreenSpec(
            id="D10",
            text=QT_TRANSLATE_NOOP("screens", "Demonstration and practice"),
            roles=COUNTER | {"approver", "admin"},
        ),
        ScreenSpec(id="D11", text=QT_TRANSLATE_NOOP("screens", "Settings"), in_rail=True),
    )
}
