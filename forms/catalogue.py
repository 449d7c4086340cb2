"""The catalogue: 61 items, their papers, rules, codes, fees and taxes, read and checked at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from forms.building import (
    build_fees,
    build_fields,
    build_item,
    build_material,
    build_rule,
    build_table,
    build_taxes,
)
from forms.charges import (
    DatedRate,
    DeedTaxRelief,
    FeeAmount,
    FeeClass,
    FeeExemption,
    FeeTables,
    TaxExemption,
    TaxLine,
    TaxTables,
)
from forms.cross_checks import Files, check_references
from forms.data_models import (
    FeesRow,
    FieldRow,
    ItemRow,
    MaterialRow,
    RuleRow,
    TableRow,
    TaxesRow,
)
from forms.items import Announcement, Applicant, FeePeriod, Item, Limit
from forms.reading import CatalogueError, DataFolder, DataProblem
from forms.tables import CodeEntry, CodeTable, DatedParameter, Material, RuleText

__all__ = [
    "Announcement",
    "Applicant",
    "Catalogue",
    "CatalogueError",
    "CodeEntry",
    "CodeTable",
    "DataProblem",
    "DatedParameter",
    "DatedRate",
    "DeedTaxRelief",
    "FeeAmount",
    "FeeClass",
    "FeeExemption",
    "FeePeriod",
    "FeeTables",
    "Item",
    "Limit",
    "Material",
    "RuleText",
    "TaxExemption",
    "TaxLine",
    "TaxTables",
    "changed_catalogue",
    "delivered",
    "load_catalogue",
]

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All that the counter knows about its business; every part can only be read."""

    items: Mapping[str, Item]
    materials: Mapping[str, Material]
    rules: Mapping[str, RuleText]
    codes: Mapping[str, CodeTable]
    fees: FeeTables
    taxes: TaxTables

    def items_by_group(self) -> dict[str, tuple[Item, ...]]:
        """Return the items under their groups, both in the order of the list."""
        groups: dict[str, list[Item]] = {}
        for item in self.items.values():
            groups.setdefault(item.group, []).append(item)
        return {group: tuple(items) for group, items in groups.items()}


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read a folder of data files; CatalogueError lists all that is wrong with them."""
    return delivered() if folder is None else _read(DataFolder(folder))


def changed_catalogue(changed: Path) -> Catalogue:
    """Read the delivered files with those of a folder in their place; CatalogueError as ever."""
    return _read(DataFolder(FOLDER, changed))


@cache
def delivered() -> Catalogue:
    """Return the catalogue that comes with the program; it is read once."""
    return _read(DataFolder(FOLDER))


def _read(data: DataFolder) -> Catalogue:
    tables = dict(data.each("codes", TableRow))
    fields = data.rows("fields.json", FieldRow)
    items = dict(data.each("items", ItemRow))
    materials = data.rows("materials.json", MaterialRow)
    rules = data.rows("rules.json", RuleRow)
    fees = data.row("fees.json", FeesRow)
    taxes = data.row("taxes.json", TaxesRow)
    if fees is None or taxes is None or data.problems:
        raise CatalogueError(tuple(data.problems))
    codes = {Path(file).stem: build_table(Path(file).stem, row) for file, row in tables.items()}
    check_references(
        data,
        Files(
            items=items,
            fields=fields,
            materials=materials,
            rules=rules,
            codes=codes,
            fees=fees,
            taxes=taxes,
        ),
    )
    if data.problems:
        raise CatalogueError(tuple(data.problems))
    questions = build_fields(fields, codes)
    built = [build_item(row, questions, codes) for row in items.values()]
    return Catalogue(
        items=MappingProxyType({item.code: item for item in built}),
        materials=MappingProxyType(
            {code: build_material(code, row) for code, row in materials.items()}
        ),
        rules=MappingProxyType({code: build_rule(code, row) for code, row in rules.items()}),
        codes=MappingProxyType(codes),
        fees=build_fees(fees),
        taxes=build_taxes(taxes),
    )
