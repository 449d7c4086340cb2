"""What the data files say about each other: every code that is named must be there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forms.data_models import FeesRow, FieldRow, ItemRow, MaterialRow, RuleRow, TaxesRow
from forms.reading import DataFolder
from forms.tables import CodeTable

ITEMS = 61
SIXTY_MINUTE_ITEMS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The rows of all files, before anything is built from them."""

    items: Mapping[str, ItemRow]
    fields: Mapping[str, FieldRow]
    materials: Mapping[str, MaterialRow]
    rules: Mapping[str, RuleRow]
    codes: Mapping[str, CodeTable]
    fees: FeesRow
    taxes: TaxesRow


def check_references(data: DataFolder, files: Files) -> None:
    """Complain about every code that is missing or given twice, and about wrong counts."""
    for file, item in files.items.items():
        _check_item(data, file, item, files)
    _check_tables(data, files)
    _check_materials(data, files)
    _check_fields(data, files)
    _check_charges(data, files)
    _check_counts(data, files)


def _check_item(data: DataFolder, file: str, item: ItemRow, files: Files) -> None:
    known: dict[str, tuple[Iterable[str], Iterable[str]]] = {
        "materials_required": (item.materials_required, files.materials),
        "materials_conditional": (item.materials_conditional, files.materials),
        "rules": (item.rules, files.rules),
        "fee_class": ([item.fee_class], files.fees.classes),
        "fee_history": ([period.fee_class for period in item.fee_history], files.fees.classes),
        "fields": ([question.key for question in item.fields], files.fields),
        "one_of": ([key for group in item.one_of for key in group], [q.key for q in item.fields]),
        "right_types": (item.right_types, _codes(files, "right_type")),
        "registration_type": ([str(item.registration_type)], _codes(files, "registration_type")),
        "act": ([item.act], _codes(files, "act")),
        "route": (item.route, _codes(files, "stage")),
        "applicants": ([side.role for side in item.applicants], _codes(files, "role")),
    }
    for key, (used, there) in known.items():
        _require_known(data, file, key, used, there)
    if file != f"items/{item.code}.json":
        data.complain(file, "code", "E-DATA-NAME", value=item.code)
    _require_once(data, file, "materials", item.materials_required + item.materials_conditional)
    _require_once(data, file, "rules", item.rules)
    _require_once(data, file, "fields", [question.key for question in item.fields])
    for question in item.fields:
        _require_table(data, file, f"fields.{question.key}.table", question.table, files)


def _check_tables(data: DataFolder, files: Files) -> None:
    for name, table in files.codes.items():
        codes = [entry.code for entry in table.entries]
        _require_once(data, f"codes/{name}.json", "entries", codes)


def _check_materials(data: DataFolder, files: Files) -> None:
    forms = files.codes["material_form"].entries if "material_form" in files.codes else ()
    for code, paper in files.materials.items():
        _require_known(
            data, "materials.json", f"{code}.form", [paper.form], [form.zh for form in forms]
        )


def _check_fields(data: DataFolder, files: Files) -> None:
    for key, field in files.fields.items():
        _require_table(data, "fields.json", f"{key}.table", field.table, files)


def _check_charges(data: DataFolder, files: Files) -> None:
    reasons = [reason.code for reason in files.fees.exemptions]
    reasons += [reason.code for reason in files.taxes.exemptions]
    _require_once(data, "taxes.json", "exemptions", reasons)
    _require_once(data, "taxes.json", "lines", [line.key for line in files.taxes.lines])
    _require_known(
        data, "codes/exemption_reason.json", "entries", _codes(files, "exemption_reason"), reasons
    )
    _require_known(data, "fees.json", "exemptions", reasons, _codes(files, "exemption_reason"))


def _check_counts(data: DataFolder, files: Files) -> None:
    _require_once(data, "items", "code", [item.code for item in files.items.values()])
    _require_once(data, "items", "no", [str(item.no) for item in files.items.values()])
    quick = [item for item in files.items.values() if item.sixty_minutes]
    for key, found, wanted in (
        ("count", len(files.items), ITEMS),
        ("sixty_minutes", len(quick), SIXTY_MINUTE_ITEMS),
    ):
        if found != wanted:
            data.complain("items", key, "E-DATA-COUNT", found=found, wanted=wanted)


def _codes(files: Files, table: str) -> Iterable[str]:
    return files.codes[table].by_code if table in files.codes else ()


def _require_known(
    data: DataFolder, file: str, key: str, used: Iterable[str], there: Iterable[str]
) -> None:
    for value in sorted(set(used) - set(there)):
        data.complain(file, key, "E-DATA-UNKNOWN", value=value)


def _require_once(data: DataFolder, file: str, key: str, values: Iterable[str]) -> None:
    listed = list(values)
    for value in sorted({value for value in listed if listed.count(value) > 1}):
        data.complain(file, key, "E-DATA-TWICE", value=value)


def _require_table(data: DataFolder, file: str, key: str, table: str | None, files: Files) -> None:
    if table is not None and table not in files.codes:
        data.complain(file, key, "E-DATA-UNKNOWN", value=table)
