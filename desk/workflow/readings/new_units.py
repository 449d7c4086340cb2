"""The units that a split or a merger makes, as they were keyed."""

from collections.abc import Mapping

from desk.workflow.application import Application


def new_units(application: Application) -> tuple[Mapping[str, object], ...]:
    """Return the rows of the new units."""
    rows = application.fields.get("new_units")
    if not isinstance(rows, list | tuple):
        return ()
    return tuple(row for row in rows if isinstance(row, Mapping))


def new_code(row: Mapping[str, object]) -> str:
    """Return the code of a new unit as the register writes it."""
    return "".join(str(row.get("code", "")).split()).upper()


def new_codes(application: Application) -> tuple[str, ...]:
    """Return the codes of the new units in their order."""
    return tuple(new_code(row) for row in new_units(application))
